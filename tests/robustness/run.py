#!/usr/bin/env python3
"""Every form of every kind in ten carriers, with the real command: what is found must have the exact bytes.

usage: run.py PIDUN [--seed N] [--floor F] [--only TEXT] [--misses N] [--keep FOLDER]

Prints recall by form and kind, precision over all, and what was missed or found amiss by form, kind and carrier. Exits 1
if recall or precision is below the floor, or a look-alike of lookalikes.tsv is not silent. README.md tells more.
"""
import argparse
import collections
import dataclasses
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import written_forms  # noqa: F401  they fill FORMS, in this order
import spoilt_forms  # noqa: F401
import encoded_forms  # noqa: F401
from carriers import CARRIERS, ENDINGS, OWN
from forms import FORMS
from values import KINDS

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Cell:
    form: str
    kind: str
    carrier: str
    data: bytes = b""
    span: tuple = ()  # of the value, in bytes
    own: tuple = ()  # spans of what the carrier brings along

    def name(self):
        return f"{self.form}, {self.kind}, {self.carrier}"


def document(form, kind, carrier, rng):
    """The text of a cell and the span of its value in characters; None if the value cannot be written so."""
    label = kind.traditional if form.traditional else kind.label
    drawn = form.write(kind, kind.make(rng), label + "：" + kind.scheme, rng)
    if drawn is None:
        return None
    text, span = drawn
    if kind.scheme and not form.inside:
        text, span = kind.scheme + text, (span[0] + len(kind.scheme), span[1] + len(kind.scheme))
    key, shown = ("", "") if form.inside else (kind.key, label)
    if form.glued:
        text, span, key, shown = label + text, (span[0] + len(label), span[1] + len(label)), "", ""
    raw = form.raw.get(carrier)
    if form.name == "number":
        made, at = CARRIERS[carrier](key, shown, text, span, rng, raw)
        return made.replace(f'"{text}"', text, 1), (at[0] - 1, at[1] - 1)
    return CARRIERS[carrier](key, shown, text, span, rng, raw)


def make_cell(form, kind, carrier, seed):
    rng = random.Random(f"{seed} {form.name} {kind.name} {carrier}")
    made = document(form, kind, carrier, rng)
    if made is None:
        return None
    text, span = made
    bytes_to = lambda end: len(form.mark) + len(text[:end].encode(form.charset))
    own = [(bytes_to(at), bytes_to(at + len(word))) for word in OWN.get(carrier, ()) for at in [text.find(word)] if at >= 0]
    return Cell(form.name, kind.name, carrier, form.mark + text.encode(form.charset), tuple(map(bytes_to, span)), tuple(own))


def make_cells(seed, only):
    for form in FORMS.values():
        for kind in KINDS.values():
            for carrier in form.carriers if form.kinds(kind) else ():
                cell = make_cell(form, kind, carrier, seed)
                if cell and only in cell.name():
                    yield cell


def look_alikes():
    """Each of the table, as a file of its own and as a value in carriers: (reason, text)."""
    for line in (HERE / "lookalikes.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reason, text = line.split("\t")
            yield reason, re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), text)


def silent_cells(seed):
    for reason, text in look_alikes():
        yield Cell("look-alike", reason, "alone", (text + "\n").encode())
        for carrier in ("chat", "csv", "json", "xml", "sql", "log", "email") if "\n" not in text else ():
            cell = make_cell_around(reason, text, carrier, seed)
            yield cell


def make_cell_around(reason, text, carrier, seed):
    rng = random.Random(f"{seed} {reason} {carrier}")
    made, _ = CARRIERS[carrier]("", "", text, (0, len(text)), rng, False)
    own = [(len(made[:at].encode()), len(made[:at].encode()) + len(word))
           for word in OWN.get(carrier, ()) for at in [made.find(word)] if at >= 0]
    return Cell("look-alike", reason, carrier, made.encode(), (), tuple(own))


def scan(pidun, folder, cells):
    """The findings of each cell."""
    names = {}
    for number, cell in enumerate(cells):
        path = folder / f"{number:05}.{ENDINGS.get(cell.carrier, 'txt')}"
        path.write_bytes(cell.data)
        names[str(path)] = number
    run = subprocess.run([pidun, "scan", "--format", "jsonl", "--no-ignore", str(folder)], stdout=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit(f"pidun scan ended with {run.returncode}")
    found = [[] for _ in cells]
    for line in run.stdout.decode("utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "finding":
            found[names[row["path"]]].append(row)
    return found


def right(cell, row):
    flag = FORMS[cell.form].flag
    return (row["kind"] == KINDS[cell.kind].kind and (row["offset"], row["offset"] + row["length"]) == cell.span and
            row["masked"] == (flag == "masked") and (flag != "lossy" or "lossy" in row["reasons"]))


def judge(cell, rows):
    """Whether the value is found, and what else is."""
    rows = [row for row in rows if (row["offset"], row["offset"] + row["length"]) not in cell.own]
    if not cell.span:
        return None, rows
    hits = [row for row in rows if right(cell, row)]
    return bool(hits), [row for row in rows if row not in hits[:1]]


def print_table(scores):
    """Recall, a row for each form and a column for each kind; '.' is all, '-' is not asked for."""
    kinds = [kind for kind in KINDS if any(key[1] == kind for key in scores)]
    for number, kind in enumerate(kinds, 1):
        print(f"{number:3} {kind}", end="\n" if number % 6 == 0 else "  ")
    print(f"\n{'form':30} all   " + " ".join(f"{number:3}" for number in range(1, len(kinds) + 1)))
    for form in dict.fromkeys(key[0] for key in scores):
        row = [scores.get((form, kind)) for kind in kinds]
        total = [score for score in row if score]
        share = sum(score[0] for score in total) / sum(score[1] for score in total)
        marks = [" -" if not score else " ." if score[0] == score[1] else f"{100 * score[0] // score[1]}" for score in row]
        print(f"{form:30} {share:.3f} " + " ".join(f"{mark:>3}" for mark in marks))


def told(cell, row):
    text = cell.data[row["offset"]:row["offset"] + row["length"]].decode(FORMS[cell.form].charset if cell.span else "utf-8",
                                                                         "replace")
    return f"{row['kind']} {text!r} {','.join(row['reasons'])}"


def print_differences(missed, wrong, most):
    by_place = collections.defaultdict(list)
    for cell in missed:
        by_place[cell.form, cell.kind].append(cell)
    for (form, kind), cells in list(by_place.items())[:most]:
        print(f"missed: {form}, {kind}: {' '.join(cell.carrier for cell in cells)}")
    for cell, row in wrong[:most]:
        print(f"amiss: {cell.name()}: {told(cell, row)}")


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("pidun")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--floor", type=float, default=0.98)
    reader.add_argument("--only", default="", help="cells whose 'form, kind, carrier' has this in it")
    reader.add_argument("--misses", type=int, default=400, help="how many lines of them are printed at most")
    reader.add_argument("--keep", help="an empty folder for the corpus")
    asked = reader.parse_args()
    cells = list(make_cells(asked.seed, asked.only))
    cells += silent_cells(asked.seed) if not asked.only else []
    with tempfile.TemporaryDirectory() as folder:
        kept = pathlib.Path(asked.keep or folder)
        kept.mkdir(exist_ok=True)
        found = scan(asked.pidun, kept, cells)
    scores, missed, wrong, loud = collections.defaultdict(lambda: [0, 0]), [], [], []
    for cell, rows in zip(cells, found):
        hit, others = judge(cell, rows)
        wrong += [(cell, row) for row in others]
        if hit is None:
            loud += [cell] if others else []
            continue
        scores[cell.form, cell.kind][0] += hit
        scores[cell.form, cell.kind][1] += 1
        missed += [] if hit else [cell]
    asked_for = sum(score[1] for score in scores.values())
    hits = asked_for - len(missed)
    recall, precision = hits / asked_for, hits / max(1, hits + len(wrong))
    print_table(scores)
    print_differences(missed, wrong, asked.misses)
    held = recall >= asked.floor and precision >= asked.floor and not loud
    print(f"{asked_for} cells: recall {recall:.4f}, precision {precision:.4f}, floor {asked.floor}; "
          f"{len(cells) - asked_for} look-alikes, {len(loud)} of them not silent: {'ok' if held else 'BELOW'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
