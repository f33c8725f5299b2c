#!/usr/bin/env python3
"""Texts that name fields and illnesses all the time, and nobody: privacy policies, forms of consent, statutes.

usage: run.py PIDUN [DATA] [--most F]

Scans the texts beside this file, and the statutes of txt_zh_laws if the data folder is there, and counts the findings of
rules of shape field and phrase; numbers with a form of their own are other tests' concern. Prints each finding, and
exits 1 if a corpus has more than F (1) a megabyte, which for the small one means any. DATA defaults to $PIDUN_DATA,
then ../shared/data beside the checkout.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parents[1]
CONTROL = "诊断：2型糖尿病\n他确诊糖尿病。\n"  # found, or looking at nothing would pass


def rules_of_fields():
    ids = set()
    for path in (TREE / "patterns").glob("*.toml"):
        rules = tomllib.loads(path.read_text(encoding="utf-8")).get("rule", [])
        ids.update(rule["id"] for rule in rules if rule["shape"] in ("field", "phrase"))
    return ids


def scan(pidun, path):
    run = subprocess.run([pidun, "scan", "--format", "jsonl", "--no-ignore", str(path)], stdout=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit(f"pidun scan ended with {run.returncode}")
    rows = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    return [row for row in rows if row["type"] == "finding"]


def around(row):
    data = pathlib.Path(row["path"]).read_bytes()
    begin, end = row["offset"], row["offset"] + row["length"]
    text = data[max(0, begin - 45):begin].decode("utf-8", "ignore") + "[" + data[begin:end].decode("utf-8", "replace")
    return (text + "]" + data[end:end + 45].decode("utf-8", "ignore")).replace("\n", " ")


def measure(pidun, name, path, rules, most):
    files = [path] if path.is_file() else list(path.iterdir())
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    found = [row for row in scan(pidun, path) if row["rule"] in rules]
    for row in found:
        print(f"{name}: {row['rule']}: {around(row)}")
    held = len(found) <= most * megabytes
    print(f"{name}: {len(files)} files, {megabytes:.2f} MB, {len(found)} findings of fields and phrases: "
          f"{'ok' if held else 'TOO MANY'}")
    return held


def control_is_found(pidun, rules):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(CONTROL)
        file.flush()
        return sum(row["rule"] in rules for row in scan(pidun, file.name)) == 2


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("pidun")
    reader.add_argument("data", nargs="?", type=pathlib.Path,
                        default=os.environ.get("PIDUN_DATA", TREE.parent / "shared" / "data"))
    reader.add_argument("--most", type=float, default=1.0)
    asked = reader.parse_args()
    rules = rules_of_fields()
    if not control_is_found(asked.pidun, rules):
        sys.exit("the control, a diagnosis with its value, is not found: nothing would be measured")
    held = measure(asked.pidun, "policies", HERE / "texts", rules, asked.most)
    laws = pathlib.Path(asked.data) / "txt_zh_laws" / "laws_utf8.txt"
    if laws.exists():
        held &= measure(asked.pidun, "statutes", laws, rules, asked.most)
    else:
        print(f"statutes: skipped, {laws} is not there")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
