"""patterns/kinds.tsv from the category sheet. Numbers are the order of its rows, pinned for ever: append only."""
import re

from common import TABLES, read_tsv

OUT = TABLES.parent / "kinds.tsv"
COMMENTS = [
    "The kinds of personal information, with pinned numbers: never renumber, append only.",
    "source: the category sheet of the project (facts/categories.tsv), after 法释〔2017〕10号, PIPL art. 28, JR/T 0171-2020, GB/T 39725-2020",
    "licence: Apache-2.0 (our own compilation of public rules)",
    "date: 2026-11-23",
    "maker: patterns/tables/make/kinds.py",
    "tier: entry class 50, 500 or 5000 of the kind alone, 0 = none. sensitive: Y, N, or C = depends on context.",
    "jrt0171, gbt39725: the level, 0 = none of its own. Where the sheet names two levels by use, the higher stands here.",
]
COLUMNS = ["number", "name", "zh", "tier", "sensitive", "jrt0171", "gbt39725"]


def level(cell):
    return max((int(digit) for digit in re.findall(r"\d", cell)), default=0)


def make(data):
    rows = []
    for number, row in enumerate(read_tsv(data.parent / "facts" / "categories.tsv"), 1):
        rows.append([number, row["kind"], row["zh"], int(row["tier"]), row["pipl_sensitive"][0],
                     level(row["jrt0171"]), level(row["gbt39725"])])
    return COMMENTS, COLUMNS, rows
