"""events.py MANIFEST.yaml: writes the manifest's YAML events to standard output
as the table of C that bench/floor.c includes."""
import sys

import yaml

# Numbers of yaml_scalar_style_t, and of the block and flow styles.
SCALAR_STYLES = {None: 1, "": 1, "'": 2, '"': 3, "|": 4, ">": 5}
BLOCK, FLOW = 1, 2
PLAIN_KINDS = {
    yaml.DocumentStartEvent: "DOCUMENT_START",
    yaml.DocumentEndEvent: "DOCUMENT_END",
    yaml.MappingEndEvent: "MAPPING_END",
    yaml.SequenceEndEvent: "SEQUENCE_END",
}
COLLECTIONS = {yaml.MappingStartEvent: "MAPPING_START", yaml.SequenceStartEvent: "SEQUENCE_START"}


def literal(text):
    """A C string; octal escapes, because they end by themselves after three digits."""
    safe = (chr(b) if 32 <= b < 127 and chr(b) not in '"\\?' else f"\\{b:03o}" for b in text.encode())
    return '"' + "".join(safe) + '"'


def row(event):
    """One row of the table, or None for the stream's own events."""
    kind = type(event)
    if kind in PLAIN_KINDS:
        return f"{PLAIN_KINDS[kind]}, 0, NULL"
    if kind in COLLECTIONS:
        return f"{COLLECTIONS[kind]}, {FLOW if event.flow_style else BLOCK}, NULL"
    if kind is yaml.ScalarEvent:
        return f"SCALAR, {SCALAR_STYLES[event.style]}, {literal(event.value)}"
    return None


def main():
    """The whole table."""
    print("static const struct event EVENTS[] = {")
    with open(sys.argv[1], encoding="utf-8") as manifest:
        for event in yaml.parse(manifest, Loader=yaml.SafeLoader):
            if (line := row(event)) is not None:
                print(f"\t{{{line}}},")
    print("};")


main()
