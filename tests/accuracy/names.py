#!/usr/bin/env python3
"""Names of persons, measured with the real command: where they are, and where there are none.

usage: names.py PIDUN [DATA] [--curve]

pii_bench_zh (exact spans, whole and by template), labelled names in made tables, running text of the research-only sets
(Han names; with --curve at each confidence), and what is found in logs, JSON and statutes. Prints a table; exits 1 if a
figure is below its floor. DATA defaults to $PIDUN_DATA, then ../shared/data beside the checkout; without it only the
made tables are measured.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import sys
import tempfile

from measure import quiet_sets, scan, scan_paths

TREE = pathlib.Path(__file__).resolve().parents[2]
TABLE = TREE / "patterns" / "tables" / "name_characters.tsv"
LOOK_ALIKES = ("颜色 华为 白色 高兴 金额 方便面 周黑鸭 安全 管理员 云南白药 王者荣耀 康师傅 黄金 马甲 牛奶 products admin default "
               "iPhone 单价 房产 毛衣 石油 花园 全部 党员 金牌 广东省 高新区 东风路").split()
FLOORS = {"bench F1": 0.98, "worst template F1": 0.90, "labelled recall": 0.98, "labelled precision": 0.98,
          "prose precision": 0.85, "prose recall": 0.65}
MOST_A_MEGABYTE = {"logs_loghub": 1.0, "json_simdjson": 1.0, "txt_zh_laws": 1.5}


def is_hanzi(text):
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def places():
    """Place in a name to its characters and their costs."""
    found = collections.defaultdict(list)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        place, cost, characters = line.split("\t")
        size = 2 if place == "compound" else 1
        if cost.isdigit():
            found[place] += [(characters[at:at + size], int(cost)) for at in range(0, len(characters), size)]
    return found


class NameMaker:
    """Names as likely as their characters: no person's."""

    def __init__(self, seed):
        self.random, self.places = random.Random(seed), places()

    def pick(self, place, most=64):
        entries = [(text, 2.718 ** (-cost / 8)) for text, cost in self.places[place] if cost <= most]
        return self.random.choices([text for text, _ in entries], [weight for _, weight in entries])[0]

    def name(self):
        surname = "欧阳" if self.random.random() < 0.02 else self.pick("surname", 56)
        if self.random.random() < 0.3:
            return surname + self.pick("single", 48)
        return surname + self.pick("first", 48) + self.pick("second", 48)


# Labelled names in tables.


def made_tables(folder, count=400):
    """Files with the offsets of their names; a column of look-alikes stands under a label that names may have too."""
    maker, rng = NameMaker(7), random.Random(11)
    rows = [(maker.name(), rng.choice(LOOK_ALIKES), f"139{rng.randrange(10 ** 8):08}") for _ in range(count)]
    others = ["阿依古丽·买买提", "迪丽热巴·迪力木拉提", "Zhang Wei", "LI XIAOMING", "wangfang", "Ouyang Nana"]
    rows += [(name, "白色", "13900001234") for name in others]
    texts = {
        "t.csv": "编号,姓名,产品,手机\n" + "".join(f"{i},{n},{w},{p}\n" for i, (n, w, p) in enumerate(rows)),
        "t.json": "".join(json.dumps({"name": n, "goods": w, "phone": p}, ensure_ascii=False) + "\n" for n, w, p in rows),
        "t.sql": "".join(f"INSERT INTO users (id, real_name, item, phone) VALUES ({i}, '{n}', '{w}', '{p}');\n"
                         for i, (n, w, p) in enumerate(rows)),
        "look.csv": "id,name,price\n" + "".join(f"{i},{w},{i}.5\n" for i, (_, w, _) in enumerate(rows)),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        expected, at = set(), 0
        for row in rows if name != "look.csv" else []:
            at = text.index(row[0], at)
            begin = len(text[:at].encode())
            expected.add((begin, begin + len(row[0].encode())))
            at += len(row[0])
        yield folder / name, expected


def score_labelled(pidun):
    right = found = wanted = 0
    with tempfile.TemporaryDirectory() as folder:
        for path, expected in made_tables(pathlib.Path(folder)):
            spans = {(row["offset"], row["offset"] + row["length"]) for row in scan_paths(pidun, [path])
                     if row["kind"] == "person_name"}
            right, found, wanted = right + len(spans & expected), found + len(spans), wanted + len(expected)
            text = path.read_bytes()
            for begin, end in sorted(spans ^ expected)[:6]:
                print("   differs:", path.name, text[begin:end].decode("utf-8", "replace"),
                      "missed" if (begin, end) in expected else "amiss")
    return right / wanted, right / max(1, found)


# Texts with spans: (text, spans of names in characters, template).


def read_bench(data):
    for line in (data / "pii_bench_zh" / "pii_bench_zh.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        text, template, at = row["text"].replace("\n", " "), "", 0
        for entity in sorted(row["entities"], key=lambda entity: entity["start"]):
            template, at = template + text[at:entity["start"]] + f"<{entity['type']}>", entity["end"]
        spans = [(entity["start"], entity["end"]) for entity in row["entities"] if entity["type"] == "person"]
        yield text, spans, template + text[at:]


def read_cluener(data):
    for line in (data / "ner_cluener" / "train.json").open(encoding="utf-8"):
        row = json.loads(line)
        yield row["text"], [(a, b + 1) for spans in row["label"].get("name", {}).values() for a, b in spans], ""


def read_columns(paths, begins, goes_on):
    """One character and its tag a line, an empty line behind each sentence."""
    for path in paths:
        text, spans, begin = "", [], None
        for line in path.read_text(encoding="utf-8").splitlines() + [""]:
            character, tag = (line.split("\t") if "\t" in line else line.rsplit(" ", 1)) if line.strip() else ("", "O")
            if begin is not None and tag not in goes_on:
                spans.append((begin, len(text)))
                begin = None
            if tag in begins:
                begin = len(text)
            text += character[:1]
            if not character and text:
                yield text, spans, ""
                text, spans = "", []


def prose_sets(data):
    yield "cluener", read_cluener(data)
    yield "peoples_daily", read_columns([data / "ner_peoples_daily" / "example.dev"], {"B-PER"}, {"I-PER"})
    yield "weibo", read_columns([data / "ner_weibo" / f"weiboNER_2nd_conll.{part}" for part in ("train", "dev")],
                                {"B-PER.NAM"}, {"I-PER.NAM"})
    yield "resume", read_columns([data / "ner_resume" / f"{part}.char.bmes" for part in ("train", "dev")],
                                 {"B-NAME", "S-NAME"}, {"M-NAME", "E-NAME"})


class Marked:
    """Lines of one text with the byte spans of what is marked, Han names apart from others."""

    def __init__(self, rows, surnames):
        self.text, self.names, self.others, self.template = b"", set(), set(), {}
        for line, spans, template in rows:
            for begin, end in spans:
                name = line[begin:end]
                span = tuple(len(self.text) + len(line[:at].encode()) for at in (begin, end))
                known = name[:2] in surnames or (name[0] in surnames and len(name) < 4)
                (self.names if is_hanzi(name) and 2 <= len(name) <= 4 and known else self.others).add(span)
            self.template[len(self.text)] = template
            self.text += (line + "\n").encode()


def found_in(pidun, text, least=None):
    options = ["--min-confidence", str(least)] if least is not None else []
    rows = scan(pidun, text, "--input-format", "lines", *options)
    return {(row["offset"], row["offset"] + row["length"]): row["confidence"] for row in rows
            if row["kind"] == "person_name" and not row["masked"]}


def f1(right, found, wanted):
    return 2 * right / max(1, found + wanted)


def score_bench(pidun, data, surnames):
    marked = Marked(read_bench(data), surnames)
    found = set(found_in(pidun, marked.text))
    wanted = marked.names | marked.others
    lines = sorted(marked.template)
    score = collections.defaultdict(lambda: [0, 0, 0])
    import bisect
    for spans, place in ((found & wanted, 0), (found, 1), (wanted, 2)):
        for begin, _ in spans:
            score[marked.template[lines[bisect.bisect_right(lines, begin) - 1]]][place] += 1
    worst = min(score.items(), key=lambda item: f1(*item[1]) if item[1][2] else 1)
    for begin, end in sorted(found ^ wanted)[:8]:
        print("   differs:", marked.text[max(0, begin - 18):end + 12].decode("utf-8", "replace").replace("\n", "|"))
    right = len(found & wanted)
    print(f"pii_bench_zh: precision {right / max(1, len(found)):.4f} recall {right / len(wanted):.4f}; worst template: "
          f"{worst[0]} {f1(*worst[1]):.4f}")
    return f1(right, len(found), len(wanted)), f1(*worst[1])


def score_prose(pidun, data, surnames, curve):
    at_least = range(35, 90, 5) if curve else (50,)
    totals = {least: [0, 0, 0] for least in at_least}
    for name, rows in prose_sets(data):
        marked = Marked(rows, surnames)
        found = found_in(pidun, marked.text, min(at_least))
        for least in at_least:
            spans = {span for span, confidence in found.items() if confidence >= least} - marked.others
            counts = len(spans & marked.names), len(spans), len(marked.names)
            totals[least] = [total + count for total, count in zip(totals[least], counts)]
            print(f"{name:14} at {least}: precision {counts[0] / max(1, counts[1]):.3f} recall {counts[0] / counts[2]:.3f}")
    for least, (right, found, wanted) in totals.items():
        print(f"{'all prose':14} at {least}: precision {right / max(1, found):.3f} recall {right / wanted:.3f}")
    right, found, wanted = totals[50]
    return right / max(1, found), right / wanted


def score_quiet(pidun, data):
    """False names a megabyte by folder."""
    counts, sizes = collections.Counter(), collections.Counter()
    for path in quiet_sets(data):
        sizes[path.parent.name] += path.stat().st_size
        counts[path.parent.name] += sum(row["kind"] == "person_name" for row in scan_paths(pidun, [path]))
    return {name: counts[name] / (size / 1e6) for name, size in sizes.items()}


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("pidun")
    reader.add_argument("data", nargs="?", type=pathlib.Path,
                        default=os.environ.get("PIDUN_DATA", TREE.parent / "shared" / "data"))
    reader.add_argument("--curve", action="store_true")
    asked = reader.parse_args()
    data, figures, held = pathlib.Path(asked.data), {}, True
    figures["labelled recall"], figures["labelled precision"] = score_labelled(asked.pidun)
    if data.is_dir():
        usual = {text for place, limit in (("surname", 64), ("compound", 99)) for text, cost in places()[place] if cost <= limit}
        figures["bench F1"], figures["worst template F1"] = score_bench(asked.pidun, data, usual)
        figures["prose precision"], figures["prose recall"] = score_prose(asked.pidun, data, usual, asked.curve)
        for name, rate in score_quiet(asked.pidun, data).items():
            held &= rate <= MOST_A_MEGABYTE[name]
            print(f"{name}: {rate:.2f} names a megabyte, most {MOST_A_MEGABYTE[name]}")
    else:
        print(f"skipped but for the made tables: no data folder {data}")
    for name, figure in figures.items():
        held &= figure >= FLOORS[name]
        print(f"{name:20} {figure:.4f} floor {FLOORS[name]} {'ok' if figure >= FLOORS[name] else 'BELOW'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
