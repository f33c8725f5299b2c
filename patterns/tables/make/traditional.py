"""patterns/tables/traditional.tsv: how the words of labels are written in Taiwan, Hong Kong and Macao.

The characters and words are those that the labels of the packs have, by ICU's transliterator (uconv, Debian package
icu-devtools); ALSO names what it leaves out.
"""
import shutil
import subprocess
import tomllib

from common import TABLES

OUT = TABLES / "traditional.tsv"
COMMENTS = [
    "Traditional forms of the characters in labels, and of words whose characters alone would mislead.",
    "source: the transliterator Hans-Hant of ICU 72 (Unicode data); second forms by the project",
    "licence: Unicode-DFS-2016",
    "date: 2026-11-24",
    "maker: patterns/tables/make/traditional.py",
]
COLUMNS = ["simplified", "traditional"]
ALSO = {"账": "帳", "证": "証", "台": "臺"}  # forms that are as common


def label_words():
    for path in sorted(TABLES.parent.glob("*.toml")):
        pack = tomllib.loads(path.read_text(encoding="utf-8"))
        for table in pack.get("rule", []) + pack.get("group", []):
            yield from table.get("labels", []) + table.get("words", []) + table.get("cues", [])
            if table.get("shape") == "phrase" and not table.get("cues"):
                yield from table["terms"]


def transliterated(lines):
    done = subprocess.run(["uconv", "-f", "UTF-8", "-t", "UTF-8", "-x", "Hans-Hant"], input="\n".join(lines).encode(),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().split("\n")


def make(_data):
    if not shutil.which("uconv"):
        return None
    words = sorted({word for word in label_words() if not word.isascii()})
    characters = sorted(set("".join(words)))
    pairs = {plain: full for plain, full in zip(characters, transliterated(characters)) if plain != full}
    by_pair = {word[at:at + 2] for word in words for at in range(len(word) - 1)}
    for pair, full in zip(sorted(by_pair), transliterated(sorted(by_pair))):
        if full != "".join(pairs.get(character, character) for character in pair):
            pairs[pair] = full
    for plain in ALSO:
        pairs.setdefault(plain, plain)
    return COMMENTS, COLUMNS, [list(row) for row in sorted([*pairs.items(), *ALSO.items()])]
