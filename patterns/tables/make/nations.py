"""patterns/tables/nations.tsv: ISO 3166-1 numeric and three-letter codes, as on the foreign permanent resident ID."""
import json
import pathlib

from common import TABLES

OUT = TABLES / "nations.tsv"
ISO_CODES = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
COMMENTS = [
    "Country codes of ISO 3166-1: number and three letters.",
    "source: ISO 3166-1, as listed by the Debian package iso-codes 4.15.0; the pairs only, no names",
    "licence: facts of a public standard",
    "date: 2026-11-23",
    "maker: patterns/tables/make/nations.py",
]
COLUMNS = ["numeric", "alpha3"]


def make(_data):
    if not ISO_CODES.exists():
        return None  # the Debian package is not there: nothing to make from
    listed = json.loads(ISO_CODES.read_text(encoding="utf-8"))["3166-1"]
    return COMMENTS, COLUMNS, sorted([entry["numeric"], entry["alpha_3"]] for entry in listed)
