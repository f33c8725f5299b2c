#!/usr/bin/env python3
"""What `pidun columns` says of the table corpus, column by column.

usage: run.py PIDUN [--seed N] [--right F] [--false F] [--only TEXT] [--misses N] [--keep FOLDER]

Prints the share of columns that are right and of those that are given a kind they have not, by variant and format, and
every difference. Exits 1 if a share is beyond its floor: right below 0.97, or false above 0.005. README.md tells more.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from make_tables import make_corpus

BATCH = 200  # files a call


def columns_of(pidun, paths):
    """{file name: its columns in order} as the command tells them."""
    told = {}
    for first in range(0, len(paths), BATCH):
        run = subprocess.run([pidun, "columns", "--format", "json", *map(str, paths[first:first + BATCH])],
                             stdout=subprocess.PIPE)
        if run.returncode not in (0, 1):
            sys.exit(f"pidun columns ended with {run.returncode}")
        for line in run.stdout.decode("utf-8").splitlines():
            row = json.loads(line)
            told[pathlib.Path(row["path"]).name] = row["columns"]
    return told


def kind_at(told, place, expected):
    """The kind of one column: by its place where there are as many, else by its name."""
    by_name = [column for column in told if column["name"] == (expected["name"] or f"c{place + 1}")]
    if len(by_name) == 1:
        return by_name[0]["kind"]
    at = [column for column in told if column["index"] == place and not column["name"]]
    return (by_name or at or [{"kind": None}])[0]["kind"]


def verdict(expected, kind):
    """right, missed or false: a kind that the column has not."""
    if kind is None:
        return "right" if expected["silent"] else "missed"
    return "right" if kind == expected["kind"] else "false"


def judge(expected, told):
    for file, columns in expected.items():
        for place, column in enumerate(columns):
            kind = kind_at(told.get(file, []), place, column)
            yield file, place, column, kind, verdict(column, kind)


def print_scores(scores):
    print(f"{'variant':10}{'format':8}{'columns':>9}{'right':>9}{'false':>9}")
    for (variant, ending), counted in sorted(scores.items()):
        total = sum(counted.values())
        print(f"{variant:10}{ending:8}{total:9}{counted['right'] / total:9.4f}{counted['false'] / total:9.4f}")


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("pidun")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--right", type=float, default=0.97)
    reader.add_argument("--false", type=float, default=0.005)
    reader.add_argument("--only", default="", help="tables whose name has this in it")
    reader.add_argument("--misses", type=int, default=400, help="how many differences are printed at most")
    reader.add_argument("--keep", help="an empty folder for the corpus")
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(asked.keep or temporary)
        folder.mkdir(exist_ok=True)
        expected = {file: columns for file, columns in make_corpus(folder, asked.seed).items() if asked.only in file}
        told = columns_of(asked.pidun, [folder / file for file in expected])
    scores, different = collections.defaultdict(collections.Counter), []
    for file, place, column, kind, said in judge(expected, told):
        _, variant, ending = file.split(".")
        scores[variant, ending][said] += 1
        if said != "right":
            different.append(f"{said}: {file} column {place + 1} {column['name']}: {kind}, not {column['kind'] or 'none'}")
    print("\n".join(different[:asked.misses]))
    print_scores(scores)
    total = sum(sum(counted.values()) for counted in scores.values())
    right = sum(counted["right"] for counted in scores.values()) / total
    false = sum(counted["false"] for counted in scores.values()) / total
    held = right >= asked.right and false <= getattr(asked, "false")
    print(f"{total} columns of {len(expected)} tables: right {right:.4f} (floor {asked.right}), "
          f"false {false:.4f} (at most {getattr(asked, 'false')}): {'ok' if held else 'BELOW'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
