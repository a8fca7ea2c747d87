import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * Squares N MILLISECONDS [CODE]: squares the numbers from 1 to N, which takes so many milliseconds for
 * each, adds up the squares and says who made them. Checkpoints let it survive the loss of a task
 * manager without counting anything twice. Ends with CODE; a negative one makes the job itself fail.
 */
public class Squares {
	public static void main(String[] arguments) throws Exception {
		long end = Long.parseLong(arguments[0]);
		long pause = Long.parseLong(arguments[1]);
		int code = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
		StreamExecutionEnvironment flink = StreamExecutionEnvironment.getExecutionEnvironment();
		flink.enableCheckpointing(1000);

		long sum = 0;
		Map<String, Integer> by = new TreeMap<>();
		try (CloseableIterator<String> squares = flink.fromSequence(1, end).map(number -> {
			Thread.sleep(pause);
			if (code < 0) {
				throw new IllegalStateException("asked to fail");
			}
			return number * number + " " + InetAddress.getLocalHost().getHostName();
		}).executeAndCollect("squares")) {
			for (int count = 1; squares.hasNext(); count++) {
				String[] square = squares.next().split(" ");
				sum += Long.parseLong(square[0]);
				by.merge(square[1], 1, Integer::sum);
				if (count % 10 == 0) {
					System.out.println("seen " + count);
				}
			}
		}
		by.forEach((host, count) -> System.out.println("host " + host + " " + count));
		System.out.println("sum " + sum);
		System.exit(code);
	}
}
