"""patterns/tables/hanzi.tsv: how rare a Chinese character is in running text, simplified and traditional forms alike.

Bits are -log2 of the character's share of all characters, rounded. Traditional forms get the bits of the simplified
ones they stand for, by ICU's transliterator (uconv, Debian package icu-devtools).
"""
import collections
import math
import shutil
import subprocess

from common import TABLES

OUT = TABLES / "hanzi.tsv"
COMMENTS = [
    "Frequent Chinese characters by their rarity in bits; a character that is not here is rarer than any that is.",
    "source: jieba's dictionary (words with frequencies; Debian python3-jieba), counted by character; traditional forms",
    "  by the transliterator Hans-Hant of ICU 72 (Unicode data)",
    "licence: facts out of a work under MIT; Unicode-DFS-2016",
    "date: 2026-11-24",
    "maker: patterns/tables/make/hanzi.py",
]
COLUMNS = ["bits", "characters"]
MOST = 4500   # simplified characters taken, the most frequent ones
LEAST_BITS = 6  # a few function words are more frequent; one class for them is enough


def counted(path):
    counts = collections.Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency = line.split(" ")[:2]
        for character in word:
            if "\u4e00" <= character <= "\u9fff":
                counts[character] += int(frequency)
    return counts


def make(data):
    if not shutil.which("uconv"):
        return None
    counts = counted(data / "facts_word_frequency" / "dict.txt")
    total = sum(counts.values())
    bits = {}
    for character, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]:
        bits[character] = max(LEAST_BITS, round(-math.log2(count / total)))
    simplified = "".join(sorted(bits))
    traditional = subprocess.run(["uconv", "-f", "UTF-8", "-t", "UTF-8", "-x", "Hans-Hant"], input=simplified.encode(),
                                 stdout=subprocess.PIPE, check=True).stdout.decode()
    if len(traditional) != len(simplified):
        raise SystemExit("hanzi.py: the transliterator changed the number of characters")
    for plain, full in zip(simplified, traditional):
        bits[full] = min(bits.get(full, bits[plain]), bits[plain])
    classes = collections.defaultdict(list)
    for character, rarity in bits.items():
        classes[rarity].append(character)
    return COMMENTS, COLUMNS, [[rarity, "".join(sorted(classes[rarity]))] for rarity in sorted(classes)]
