"""Shared by the makers of tables: reads tab-separated facts and writes one table with its head of comments."""
import csv
import pathlib

TABLES = pathlib.Path(__file__).resolve().parent.parent


def read_tsv(path):
    """Rows of a tab-separated file with a line of column names, as dictionaries."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def table_text(comments, columns, rows):
    """The bytes of a table: '#' lines, the column names, the rows. Nothing in it depends on when it is made."""
    lines = ["# " + line for line in comments]
    lines.append("\t".join(columns))
    lines.extend("\t".join(str(cell) for cell in row) for row in rows)
    return "\n".join(lines) + "\n"
