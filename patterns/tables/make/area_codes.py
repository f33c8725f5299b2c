"""patterns/tables/area_codes.tsv: long-distance area codes, current ones and those that older numbers still carry."""
from common import TABLES

OUT = TABLES / "area_codes.tsv"
COMMENTS = [
    "Area codes of mainland landlines with their leading 0. use: current, or former (given up for a neighbour's code).",
    "source: github.com/dongrixinyu/JioNLP 783abc5 (landline_phone_area_code.txt): current",
    "source: github.com/google/libphonenumber f7e3e88 (resources/geocoding/zh/86.txt): codes that only it has, former",
    "licence: Apache-2.0 (both)",
    "date: 2026-07-17",
    "maker: patterns/tables/make/area_codes.py",
    "Digits of the subscriber's number: eight behind 010 and 02x, seven or eight elsewhere.",
]
COLUMNS = ["area_code", "use"]


def current(data):
    text = (data / "facts_jionlp" / "landline_phone_area_code.txt").read_text(encoding="utf-8")
    return {line.split()[0].strip("\ufeff") for line in text.splitlines() if line.strip("\ufeff")[:1] == "0"}


def geocoded(data):
    """Whole area codes of the prefix table: 86 and three digits (two for 2x), mobile prefixes aside."""
    for line in (data / "facts_libphonenumber" / "86.txt").read_text(encoding="utf-8").splitlines():
        digits = line.partition("|")[0][2:]
        if not digits.isdigit() or digits[0] == "1":
            continue
        wanted = 2 if digits[0] == "2" else 3
        if len(digits) >= wanted:
            yield "0" + digits[:wanted]


def make(data):
    listed = current(data)
    rows = [[code, "current"] for code in listed]
    rows.extend([code, "former"] for code in set(geocoded(data)) - listed)
    return COMMENTS, COLUMNS, sorted(rows)
