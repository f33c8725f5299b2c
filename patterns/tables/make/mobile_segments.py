"""patterns/tables/mobile_segments.tsv: allotted prefixes of mobile numbers, read from the table of a maintained list."""
import re

from common import TABLES

OUT = TABLES / "mobile_segments.tsv"
COMMENTS = [
    "Allotted prefixes of mainland mobile numbers, mid-2022. digits: length of the whole number (13 = machine cards).",
    "source: github.com/VincentSit/ChinaMobilePhoneNumberRegex 2da699d (README-CN.md, the tables of segments)",
    "licence: MIT",
    "date: 2022-05-17",
    "maker: patterns/tables/make/mobile_segments.py",
    "Not allotted: 142 143 154 161 164 194, and 17413-17489. Numbers can be ported: the prefix is not the carrier.",
    "Checked against libphonenumber f7e3e88: it also takes 1610, and leaves out 149 and 17406-17412, 1749.",
    "Checked against JioNLP 783abc5: it lacks 190 192 193 196 197 and counts 141 146 148 as 11-digit prefixes.",
    "1064 (13-digit machine cards) is not confirmed by any of these and left out.",
]
COLUMNS = ["prefix", "digits", "use"]
SECTIONS = {"基础运营商": ("11", "voice"), "虚拟运营商": ("11", "virtual"),
            "物联网数据卡": ("13", "machine"), "上网卡": ("11", "data")}
SPECIAL = {"北京船舶通信导航有限公司": "satellite", "工业和信息化部应急通信保障中心": "emergency"}


def expand(cell):
    """'134-0~8' -> 1340 … 1348; '1440X' -> 1440; '174-9' -> 1749."""
    for part in (piece.strip() for piece in cell.split("/")):
        stem, _, tail = part.rstrip("X").partition("-")
        low, _, high = tail.partition("~")
        if not high:
            yield stem + low
            continue
        for value in range(int(low), int(high) + 1):
            yield stem + str(value).zfill(len(low))


def make(data):
    text = (data / "facts_cn_mobile_regex" / "README-CN.md").read_text(encoding="utf-8")
    rows, section = [], None
    for line in text.split("## 规则", 1)[1].splitlines():
        if line.startswith("#### "):
            section = next((value for key, value in SECTIONS.items() if key in line), None)
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not section or not line.startswith("|") or not re.match(r"1\d\d", cells[1]):
            continue
        use = next((value for key, value in SPECIAL.items() if key in cells[0]), section[1])
        rows.extend([prefix, section[0], use] for prefix in expand(cells[1]))
    return COMMENTS, COLUMNS, sorted(rows)
