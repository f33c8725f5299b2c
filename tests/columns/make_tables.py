#!/usr/bin/env python3
"""The table corpus: a table for each set of headers.tsv, in four formats and three variants, made up from a seed.

usage: make_tables.py FOLDER [--seed N]

Variants: `right` has the headers of the set; `missing` has none (JSON keys are c1, c2, …); `lying` has those of two
columns swapped, of which one at least holds values with a form of their own. Writes tables.json beside the tables: for
each file the columns in order, each with the kinds that are right for it and whether no kind is right too.
"""
import argparse
import csv
import dataclasses
import json
import pathlib
import random

from cells import CELLS

HERE = pathlib.Path(__file__).resolve().parent
ROWS = 40
# Told by form or check alone, without a label.
SELF_EVIDENT = {"id", "mobile", "card", "email", "plate", "vin", "uscc"}
FORMATS = ("csv", "tsv", "jsonl", "sql")
VARIANTS = ("right", "missing", "lying")


@dataclasses.dataclass
class Column:
    header: str
    kind: str  # "" for none
    cells: str
    silent: bool = False  # no finding is right as well

    def expected(self):
        return {"name": self.header, "kind": self.kind, "silent": self.silent or not self.kind}


def read_sets(path=HERE / "headers.tsv"):
    sets = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, header, kind, cells = line.split("\t")
            sets.setdefault(name, []).append(Column(header, "" if kind == "-" else kind, cells))
    return sets


def without_headers(columns):
    """Only what is self-evident must be found; the rest may be, as what it is."""
    return [dataclasses.replace(column, header="", silent=column.cells not in SELF_EVIDENT) for column in columns]


def with_lies(columns):
    """The first self-evident column has the header of another one, and that one's stands over it; None if there is none."""
    first = next((i for i, column in enumerate(columns) if column.cells in SELF_EVIDENT), None)
    if first is None:
        return None
    others = [i for i, column in enumerate(columns) if column.kind and column.kind != columns[first].kind]
    second = next((i for i in others if columns[i].cells in SELF_EVIDENT), others[0] if others else None)
    if second is None:
        return None
    lying = list(columns)
    for place, other in ((first, second), (second, first)):
        lying[place] = dataclasses.replace(columns[place], header=columns[other].header,
                                           silent=columns[place].cells not in SELF_EVIDENT)
    return lying


def write_delimited(path, columns, rows, separator):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\n")
        if columns[0].header:
            writer.writerow([column.header for column in columns])
        writer.writerows(rows)


def write_json_lines(path, columns, rows):
    keys = [column.header or f"c{place}" for place, column in enumerate(columns, 1)]
    lines = [json.dumps(dict(zip(keys, row)), ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_sql(path, columns, rows):
    names = " (" + ", ".join(f"`{column.header}`" for column in columns) + ")" if columns[0].header else ""
    values = ",\n".join("(" + ", ".join("'" + cell.replace("'", "''") + "'" for cell in row) + ")" for row in rows)
    path.write_text(f"INSERT INTO `t_data`{names} VALUES\n{values};\n", encoding="utf-8")


def write_table(path, columns, rows):
    if path.suffix == ".jsonl":
        write_json_lines(path, columns, rows)
    elif path.suffix == ".sql":
        write_sql(path, columns, rows)
    else:
        write_delimited(path, columns, rows, "\t" if path.suffix == ".tsv" else ",")


def make_corpus(folder, seed):
    """Writes every table; gives {file name: expected columns}."""
    expected = {}
    for name, columns in read_sets().items():
        variants = {"right": columns, "missing": without_headers(columns), "lying": with_lies(columns)}
        for variant, shown in variants.items():
            for ending in FORMATS if shown else ():
                rng = random.Random(f"{seed} {name} {variant} {ending}")
                rows = [[CELLS[column.cells](rng) for column in columns] for _ in range(ROWS)]
                path = folder / f"{name}.{variant}.{ending}"
                write_table(path, shown, rows)
                expected[path.name] = [column.expected() for column in shown]
    return expected


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", type=pathlib.Path)
    reader.add_argument("--seed", type=int, default=1)
    asked = reader.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    expected = make_corpus(asked.folder, asked.seed)
    (asked.folder / "tables.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{len(expected)} tables in {asked.folder}")


if __name__ == "__main__":
    main()
