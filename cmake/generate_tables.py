"""Turns patterns/kinds.tsv, patterns/labels.tsv and patterns/tables/*.tsv into one C++ header of constant arrays.

usage: generate_tables.py PATTERNS_DIR OUT.h
The same tables give the same bytes. Tested in tests/unit/rules/tables_test.cpp.
"""
import pathlib
import sys

HEAD = """// Made from patterns/ by cmake/generate_tables.py. Do not edit.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pidun::tables {

"""

STRUCTS = {
    "Kind": "uint16_t number; uint16_t tier; char sensitive; uint8_t jrt0171; uint8_t gbt39725; "
            "std::string_view name; std::string_view name_zh;",
    "Region": "uint32_t code; uint16_t first_year; uint16_t last_year;",
    "Bin": "uint64_t low; uint32_t lengths; uint16_t parent; uint8_t prefix_digits; char type;",
    "Segment": "uint32_t prefix; uint8_t prefix_digits; uint8_t number_digits; std::string_view use;",
    "Nation": "uint16_t numeric; std::string_view alpha3;",
    "HanziClass": "uint8_t bits; std::u32string_view characters;",
    "Label": "std::string_view word; std::string_view label_class;",
}
NOTES = {
    "Bin": "low: the prefix filled up to 10 digits with zeros. lengths: bit n = cards of n digits. "
           "parent: 1 + index of the next shorter prefix of this one, 0 = none.",
    "Region": "Years: 0 = open.",
}
LABEL_COLUMNS = "word\tclass"


def read_rows(path):
    """Rows as dictionaries, and the bytes that count for the hash: all lines but the comments."""
    if not path.exists():
        return [], b""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    if path.name == "labels.tsv" and lines[:1] != [LABEL_COLUMNS]:
        lines.insert(0, LABEL_COLUMNS)  # kept by hand: its columns may stand in a comment only
    columns = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            sys.exit(f"{path}: {len(cells)} cells where {len(columns)} are named: {line}")
        rows.append(dict(zip(columns, cells)))
    return rows, "\n".join([path.name] + lines + [""]).encode("utf-8")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def kinds(rows):
    numbers = [int(row["number"]) for row in rows]
    if numbers != list(range(1, len(rows) + 1)):
        sys.exit("kinds.tsv: numbers must run 1, 2, 3 … in order")
    for row in rows:
        yield (f'{row["number"]}, {row["tier"]}, \'{row["sensitive"]}\', {row["jrt0171"]}, {row["gbt39725"]}, '
               f'{quoted(row["name"])}, {quoted(row["zh"])}')


def regions(rows):
    for row in sorted(rows, key=lambda row: int(row["code"])):
        yield f'{int(row["code"])}, {row["first_year"]}, {row["last_year"]}'


def bins(rows):
    merged = {}
    for row in rows:
        lengths, types = merged.setdefault(row["bin"], (set(), set()))
        lengths.add(int(row["card_length"]))
        types.add(row["card_type"])
    # Left-aligned order puts a prefix right before the longer ones it contains.
    order = sorted(merged, key=lambda prefix: (prefix.ljust(10, "0"), len(prefix)))
    place = {prefix: index for index, prefix in enumerate(order)}
    for prefix in order:
        lengths, types = merged[prefix]
        parent = next((place[prefix[:n]] + 1 for n in range(len(prefix) - 1, 0, -1) if prefix[:n] in place), 0)
        mask = sum(1 << length for length in lengths)
        kind = min(types)[0] if len(types) == 1 else "M"
        yield f"{int(prefix.ljust(10, '0'))}u, {mask}u, {parent}, {len(prefix)}, '{kind}'"


def segments(rows):
    for row in sorted(rows, key=lambda row: row["prefix"]):
        yield f'{row["prefix"]}, {len(row["prefix"])}, {row["digits"]}, {quoted(row["use"])}'


def nations(rows):
    for row in sorted(rows, key=lambda row: int(row["numeric"])):
        yield f'{int(row["numeric"])}, {quoted(row["alpha3"])}'


def hanzi(rows):
    for row in sorted(rows, key=lambda row: int(row["bits"])):
        points = "".join(f"\\u{ord(character):04x}" for character in row["characters"])
        yield f'{row["bits"]}, U"{points}"'


def labels(rows):
    for row in rows:  # file order: earlier lines win
        yield f'{quoted(row["word"])}, {quoted(row["class"])}'


TABLES = [
    ("Kind", "kinds", "kinds.tsv", kinds),
    ("Region", "regions", "tables/regions.tsv", regions),
    ("Bin", "bins", "tables/bank_bins.tsv", bins),
    ("Segment", "segments", "tables/mobile_segments.tsv", segments),
    ("Nation", "nations", "tables/nations.tsv", nations),
    ("HanziClass", "hanzi_classes", "tables/hanzi.tsv", hanzi),
    ("Label", "labels", "labels.tsv", labels),
]


def fnv1a(data, state):
    for byte in data:
        state = ((state ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return state


def header(patterns):
    state = 0xCBF29CE484222325
    parts = [HEAD]
    for struct, name, file, make in TABLES:
        rows, data = read_rows(patterns / file)
        if not rows and name != "labels":
            sys.exit(f"{patterns / file}: missing or empty")
        state = fnv1a(data, state)
        entries = list(make(rows))
        note = f"// {NOTES[struct]}\n" if struct in NOTES else ""
        parts.append(f"{note}struct {struct} {{ {STRUCTS[struct]} }};\n")
        body = "{{\n" + "".join(f"{{{entry}}},\n" for entry in entries) + "}}" if entries else "{}"
        parts.append(f"inline constexpr std::array<{struct}, {len(entries)}> {name}{body};\n\n")
    parts.append("// FNV-1a of all table lines but comments.\n")
    parts.append(f"inline constexpr uint64_t kTablesHash = 0x{state:016x}u;\n\n}}  // namespace pidun::tables\n")
    return "".join(parts)


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    pathlib.Path(arguments[1]).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(arguments[1]).write_bytes(header(pathlib.Path(arguments[0])).encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
