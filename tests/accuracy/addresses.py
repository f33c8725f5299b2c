#!/usr/bin/env python3
"""Addresses on the public data, measured with the real command.

usage: addresses.py PIDUN [DATA] [--show N]

Exact spans on pii_bench_zh, whole and by template; delivery addresses of addr_naacl2019 with a number, one a line and
without a label, found with four fifths of their characters; the addresses that the messages of CrossWOZ tell, found
likewise; names of places alone in short sentences, which are no addresses; logs, JSON and statutes, which hold none.
Prints each figure and, with --show, as many of the differences; exits 1 if a figure is worse than its floor, 0 if all
hold or the data folder is absent (said so). DATA defaults to $PIDUN_DATA, then ../shared/data beside the checkout.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import sys
import zipfile

from measure import quiet_sets, scan, scan_paths

HERE = pathlib.Path(__file__).resolve()
# Figures that must not be worse.
FLOORS = {"bench f1": 0.99, "bench worst template": 0.98, "delivery": 0.93, "dialogues": 0.93, "bare places": 0.02,
          "logs and JSON": 1.0, "statutes": 0.5}
AT_MOST = {"bare places", "logs and JSON", "statutes"}


def addresses_by_line(pidun, lines):
    """Of each line the byte spans of its addresses."""
    text = "".join(line + "\n" for line in lines).encode("utf-8")
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line.encode("utf-8")) + 1
    found = [set() for _ in lines]
    for row in scan(pidun, text, "--input-format", "lines"):
        if row["kind"] == "home_address":
            begin = row["offset"] - starts[row["line"] - 1]
            found[row["line"] - 1].add((begin, begin + row["length"]))
    return found


def byte_span(text, begin, end):
    first = len(text[:begin].encode("utf-8"))
    return first, first + len(text[begin:end].encode("utf-8"))


def f1(right, wanted, found):
    return 2 * right / max(1, wanted + found)


def template_of(row):
    text = row["text"]
    for entity in sorted(row["entities"], key=lambda entity: -entity["start"]):
        text = f"{text[:entity['start']]}{{{entity['type']}}}{text[entity['end']:]}"
    return re.sub(r"\d+", "#", text)


def score_bench(pidun, data, show):
    rows = [json.loads(line) for line in (data / "pii_bench_zh" / "pii_bench_zh.jsonl").open(encoding="utf-8")]
    found = addresses_by_line(pidun, [row["text"].replace("\n", " ") for row in rows])
    scores = collections.defaultdict(lambda: [0, 0, 0])
    for row, got in zip(rows, found):
        want = {byte_span(row["text"], entity["start"], entity["end"]) for entity in row["entities"]
                if entity["type"] == "address"}
        for score in (scores[template_of(row)], scores[""]):
            score[0] += len(want & got)
            score[1] += len(want)
            score[2] += len(got)
        if want != got and show > 0:
            show -= 1
            print("   differs:", row["text"], [row["text"].encode()[a:b].decode("utf-8", "replace") for a, b in got])
    right, wanted, got = scores.pop("")
    print(f"pii_bench_zh: precision {right / max(1, got):.4f} recall {right / wanted:.4f}, {len(scores)} templates")
    of_templates = {template: f1(*score) for template, score in scores.items() if score[1] or score[2]}
    worst = min(of_templates, key=of_templates.get)
    print(f"   worst template: {worst}")
    return f1(right, wanted, got), of_templates[worst]


def covered(line, begin, end, spans):
    """The share of a part's bytes that the spans hold."""
    first, last = byte_span(line, begin, end)
    return sum(max(0, min(last, b) - max(first, a)) for a, b in spans) / max(1, last - first)


def read_delivery(path):
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        line = "".join(row[0] for row in block.split("\n") if row)
        if re.search(r"\d", line):
            yield line.replace("_", " ").strip()


def score_share(pidun, lines, parts, show):
    """How many of the parts, (line, begin, end), are found with four fifths of their bytes."""
    found, right = addresses_by_line(pidun, lines), 0
    for number, begin, end in parts:
        line = lines[number]
        held = covered(line, begin, end, found[number]) >= 0.8
        right += held
        if not held and show > 0:
            show -= 1
            print("   missed:", line, "|", line[begin:end], [line.encode()[a:b].decode() for a, b in found[number]])
    return right / max(1, len(parts))


def score_delivery(pidun, data, show):
    lines = list(read_delivery(data / "addr_naacl2019" / "dev.txt"))
    print(f"addr_naacl2019: {len(lines)} lines with a number")
    return score_share(pidun, lines, [(number, 0, len(line)) for number, line in enumerate(lines)], show)


def score_dialogues(pidun, data, show):
    with zipfile.ZipFile(data / "dlg_crosswoz" / "val.json.zip") as file:
        dialogues = json.loads(file.read("val.json"))
    lines, parts = [], []
    for dialogue in dialogues.values():
        for message in dialogue["messages"]:
            text = message["content"].replace("\n", " ")
            told = {act[3] for act in message["dialog_act"] if act[2] == "地址" and act[3] and act[3] in text}
            parts += [(len(lines), text.index(value), text.index(value) + len(value)) for value in sorted(told)]
            lines.append(text)
    print(f"CrossWOZ: {len(parts)} addresses told")
    return score_share(pidun, lines, parts, show)


def score_bare(pidun, show):
    """Names of places alone, in short sentences: how many are told as addresses."""
    table = HERE.parents[2] / "patterns" / "tables" / "places.tsv"
    names = set()
    for line in table.read_text(encoding="utf-8").splitlines()[11:]:
        cells = line.split("\t")
        names.update(name for name in [cells[1], cells[2], *cells[3].split()] if name and cells[0] != "code")
    chosen = random.Random(7).sample(sorted(names), 6000)
    carriers = ["{}", "我是{}人。", "{}今天下雨", "他去年去过{}，很喜欢。", "我在{}", "他住在{}", "活动在{}举行", "来自{}的5名同学", "{}有3家门店",
                "{}第2季度生产总值增长6%"]
    lines = [carriers[i % len(carriers)].format(name) for i, name in enumerate(chosen)]
    wrong = [(line, got) for line, got in zip(lines, addresses_by_line(pidun, lines)) if got]
    for line, got in wrong[:show]:
        print("   amiss:", line, got)
    return len(wrong) / len(lines)


def score_quiet(pidun, data, folders, show):
    """Addresses a megabyte where there are none."""
    paths = [path for path in quiet_sets(data) if path.parent.name in folders]
    rows = [row for row in scan_paths(pidun, paths, "--show-values") if row["kind"] == "home_address"]
    for row in rows[:show]:
        print("   amiss:", pathlib.Path(row["path"]).name, row["offset"], row["value"])
    return len(rows) / (sum(path.stat().st_size for path in paths) / 1e6)


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("pidun")
    reader.add_argument("data", nargs="?", type=pathlib.Path,
                        default=os.environ.get("PIDUN_DATA", HERE.parents[3] / "shared" / "data"))
    reader.add_argument("--show", type=int, default=0)
    asked = reader.parse_args()
    data, show = pathlib.Path(asked.data), asked.show
    if not data.is_dir():
        print(f"addresses: skipped, no data folder {data}")
        return 0
    figures = {}
    figures["bench f1"], figures["bench worst template"] = score_bench(asked.pidun, data, show)
    figures["delivery"] = score_delivery(asked.pidun, data, show)
    figures["dialogues"] = score_dialogues(asked.pidun, data, show)
    figures["bare places"] = score_bare(asked.pidun, show)
    figures["logs and JSON"] = score_quiet(asked.pidun, data, ("logs_loghub", "json_simdjson"), show)
    figures["statutes"] = score_quiet(asked.pidun, data, ("txt_zh_laws",), show)
    failed = 0
    for name, figure in figures.items():
        held = figure <= FLOORS[name] if name in AT_MOST else figure >= FLOORS[name]
        failed += not held
        print(f"{name:22} {figure:.4f} {'at most' if name in AT_MOST else 'at least'} {FLOORS[name]} "
              f"{'ok' if held else 'BELOW'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
