import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads strings, one a line, and prints those that SnakeYAML takes for something else, or for none. */
public final class Readers {
	private static Object what(Object value, boolean key) {
		if (value instanceof List<?> list && list.size() == 1)
			return list.get(0);
		if (value instanceof Map<?, ?> map && map.size() == 1)
			return key ? map.keySet().iterator().next() : map.values().iterator().next();
		return value;
	}

	public static void main(String[] arguments) throws Exception {
		Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line; (line = lines.readLine()) != null;) {
			for (String form : new String[] {"v: %s\n", "- %s\n", "%s: v\n"}) {
				try {
					Object was = what(yaml.load(form.replace("%s", line)), form.startsWith("%"));
					if (!line.equals(was))
						System.out.printf("snakeyaml\t%s\t%s%n", line, was);
				} catch (RuntimeException fault) {
					System.out.printf("snakeyaml\t%s\t%s%n", line, fault.getClass().getSimpleName());
				}
			}
		}
	}
}
