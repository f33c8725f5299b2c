#!/usr/bin/env python3
"""`pidun count` against leaks that know their own numbers: every mix of rows, format and charset, and the same rows
however they are read: by any number of threads, from several files in any order, with so little memory that counting
goes on in files, and as stored tallies merged in any order.

usage: counts.py PIDUN BENCH_LEAK [--rows N] [--seeds N] [--only MIX]

Exits 1 with every number that differs from the truth of bench/leak.
"""
import argparse
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

MIXES = ("plain", "spellings", "invalid", "masked", "families", "events", "orders", "positions", "tables", "weak")
FORMATS = ("csv", "jsonl", "json", "sql", "hl7", "cda", "txt")
CHARSETS = ("utf-8", "gbk")
NOT_HELD = {(mix, form) for mix in ("events", "positions", "weak", "orders") for form in ("hl7", "cda")} | {
    ("orders", form) for form in ("csv", "sql", "txt")}
AS_OF = "2026-11-28"
SPILLING_ROWS = 120000  # several times what a mebibyte holds


class Counts:
    def __init__(self, pidun, leak, folder):
        self.pidun, self.leak, self.folder = pidun, leak, folder
        self.made = self.checked = 0
        self.faults = []
        self.key = folder / "key"
        subprocess.run([pidun, "key", "new", self.key], check=True, stdout=subprocess.DEVNULL)

    def make(self, mix, **options):
        """A folder of files and what they come to."""
        self.made += 1
        folder = self.folder / str(self.made)
        options.setdefault("files", 4 if mix == "tables" else 1)
        named = [f"--{name}={value}" for name, value in options.items()]
        subprocess.run([self.leak, folder, f"--mix={mix}", *named], check=True)
        truth = json.loads((folder / "truth.json").read_text())
        return sorted(folder.glob("part-*")), truth

    def count(self, *arguments):
        command = [self.pidun, "count", "--format", "json", "--no-progress", "--as-of", AS_OF, *arguments]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if not done.stdout:
            return {"error": done.stderr.decode("utf-8", "replace")}
        return json.loads(done.stdout)

    def check(self, name, truth, *arguments):
        self.checked += 1
        report = self.count(*arguments)
        wrong = {key: (value, report.get(key)) for key, value in truth.items() if report.get(key) != value}
        if report.get("raw_records") != sum_of(report):
            wrong["sum"] = (report.get("raw_records"), sum_of(report))
        if not report.get("complete", False):
            wrong["complete"] = (True, report.get("error", False))
        if wrong:
            self.faults.append(name)
            lines = [f"   {key}: true {value[0]}, counted {value[1]}" for key, value in wrong.items()]
            print("\n".join([f"{name}:"] + lines))

    # Each mix in each format and charset.
    def kinds(self, mixes, rows, seeds):
        for mix, form, charset, seed in itertools.product(mixes, FORMATS, CHARSETS, range(1, seeds + 1)):
            if (mix, form) in NOT_HELD:
                continue
            files, truth = self.make(mix, format=form, charset=charset, rows=rows, seed=seed)
            self.check(f"{mix} {form} {charset} seed {seed}", truth, *files)

    # The same rows, read otherwise.
    def readings(self, mixes, rows):
        for mix in mixes:
            for form in ("csv", "json", "sql", "txt"):
                if (mix, form) in NOT_HELD:
                    continue
                files, truth = self.make(mix, format=form, rows=rows, seed=9, files=4)
                name = f"{mix} {form} four files"
                for threads in (1, 2, 3):
                    self.check(f"{name}, {threads} threads", truth, "--threads", str(threads), *files)
                self.check(f"{name}, in another order", truth, *files[2:], *files[:2][::-1])

    # One large file: cut into shards, and more records than the memory holds.
    def large(self, mixes):
        for mix in mixes:
            form = {"orders": "jsonl", "families": "txt", "weak": "txt"}.get(mix, "csv")
            files, truth = self.make(mix, format=form, rows=SPILLING_ROWS, seed=5)
            for memory, threads in (("1g", 1), ("1g", 3), ("1m", 1), ("3m", 3)):
                name = f"{mix} {form} of {SPILLING_ROWS} rows, memory {memory}, {threads} threads"
                self.check(name, truth, "--memory", memory, "--threads", str(threads), *files)

    # A tally of each file, merged in any order; and one state that goes on from file to file.
    def merging(self, mixes, rows):
        for mix, recipients in itertools.product(mixes, (1, 2)):
            if mix in ("tables", "weak") and recipients == 2:
                continue  # a nameless record is absorbed, and so are its recipients
            form = "jsonl" if mix == "orders" else "csv"
            files, truth = self.make(mix, format=form, rows=rows, seed=7, files=4, recipients=recipients)
            states = []
            for number, file in enumerate(files):
                states.append(f"{file}.tally")
                self.count("--key-file", self.key, "--state", states[-1], "--recipient", f"R{number % recipients}", file)
            for order in list(itertools.permutations(states))[::5]:
                merge = [part for state in order for part in ("--merge", state)]
                self.check(f"{mix} {form} {recipients} recipients, merged", truth, "--key-file", self.key, *merge, "/dev/null")
            state = f"{files[0]}.all"
            for number in (2, 0, 3, 1):
                self.count("--key-file", self.key, "--state", state, "--recipient", f"R{number % recipients}", files[number])
            self.check(f"{mix} {form} {recipients} recipients, one state", truth, "--key-file", self.key, "--state", state,
                       "/dev/null")


def sum_of(report):
    """raw = invalid + masked + duplicates + unique, always."""
    parts = [report.get(key, 0) for key in ("invalid", "duplicates", "unique_records")]
    return sum(parts) + report.get("masked", {}).get("rows", 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pidun")
    parser.add_argument("leak")
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--only", choices=MIXES)
    arguments = parser.parse_args()
    mixes = (arguments.only,) if arguments.only else MIXES
    with tempfile.TemporaryDirectory() as folder:
        counts = Counts(arguments.pidun, arguments.leak, pathlib.Path(folder))
        counts.kinds(mixes, arguments.rows, arguments.seeds)
        counts.readings(mixes, 3 * arguments.rows)
        counts.merging(mixes, arguments.rows)
        counts.large([mix for mix in mixes if mix != "tables"])
    print(f"counts: {counts.checked - len(counts.faults)} of {counts.checked} exact")
    return 1 if counts.faults or counts.checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
