// Reads strings, one a line, and prints those that one of Go's readers of YAML takes for something else, or for
// none: READER, a tab, the string, a tab, what it was taken for.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	v2 "go.yaml.in/yaml/v2"
	v3 "go.yaml.in/yaml/v3"
	sigs "sigs.k8s.io/yaml"
)

// kubectl reads JSON, which this makes of YAML.
func throughJSON(text []byte, value any) error {
	asJSON, err := sigs.YAMLToJSON(text)
	if err != nil {
		return err
	}
	return json.Unmarshal(asJSON, value)
}

func main() {
	readers := []struct {
		name string
		read func([]byte, any) error
	}{
		{"kubectl", throughJSON},
		{"go-yaml-v2", func(text []byte, value any) error { return v2.Unmarshal(text, value) }},
		{"go-yaml-v3", func(text []byte, value any) error { return v3.Unmarshal(text, value) }},
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		line := lines.Text()
		for _, reader := range readers {
			// As a value, as an item, and as a key.
			for _, form := range []string{"v: %s\n", "- %s\n", "%s: v\n"} {
				var value any
				if err := reader.read([]byte(fmt.Sprintf(form, line)), &value); err != nil {
					fmt.Fprintf(out, "%s\t%s\t%v\n", reader.name, line, err)
				} else if was := what(value, form); was != line {
					fmt.Fprintf(out, "%s\t%s\t%T %v\n", reader.name, line, was, was)
				}
			}
		}
	}
}

// The string where it was put; something else where there is none.
func what(value any, form string) any {
	switch whole := value.(type) {
	case []any:
		if len(whole) == 1 {
			return whole[0]
		}
	case map[string]any:
		for key, one := range whole {
			if form == "%s: v\n" {
				return key
			}
			return one
		}
	case map[any]any:
		for key, one := range whole {
			if form == "%s: v\n" {
				return key
			}
			return one
		}
	}
	return value
}
