"""patterns/tables/bank_bins.tsv: issuer prefixes of Chinese bank cards with the length of their cards."""
from common import TABLES, read_tsv

OUT = TABLES / "bank_bins.tsv"
COMMENTS = [
    "Issuer prefixes (BIN) of cards issued in China. A prefix stands once for each length its cards come in.",
    "source: bankcardinfo 2.0.6, facts only (prefix, length, type)",
    "licence: ISC",
    "date: 2026-11-23",
    "maker: patterns/tables/make/bank_bins.py",
    "card_type: DC debit, CC credit, SCC semi-credit, PC prepaid",
]
COLUMNS = ["bin", "card_length", "card_type"]


def make(data):
    facts = {(row["bin"], int(row["card_length"]), row["card_type"])
             for row in read_tsv(data / "facts_bank_bins" / "bins.tsv")}
    return COMMENTS, COLUMNS, sorted(facts)
