#!/usr/bin/env python3
"""pii_bench_zh in other charsets, with the real command: the findings of its UTF-8, each at the bytes its characters became.

usage: charsets.py PIDUN [DATA]

Each sentence is one line. GB18030 and UTF-16 take all of them; Big5 takes those it has the characters of once ICU's uconv
has made them traditional. Besides, files with a byte order mark, and files whose lines take turns. Prints a table and exits 1 if a finding differs, 0 if none does or
the data folder is absent (said so). DATA as for measure.py.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

from measure import scan

TOLD = ("kind", "check", "confidence", "evidence", "reasons", "rule", "line")


def lines_of(data):
    for row in (data / "pii_bench_zh" / "pii_bench_zh.jsonl").open(encoding="utf-8"):
        yield json.loads(row)["text"].replace("\n", " ") + "\n"


def traditional(lines):
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hans-Hant"], input="".join(lines).encode(),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().splitlines(keepends=True)


def can(line, codec):
    try:
        return bool(line.encode(codec))
    except UnicodeEncodeError:
        return False


def encoded(lines, codecs, mark=b""):
    """The bytes, and of each line where it begins and its codec."""
    out, places = mark, []
    for i, line in enumerate(lines):
        places.append((len(out), codecs[i % len(codecs)]))
        out += line.encode(codecs[i % len(codecs)])
    return out, places


def expected(found, lines, places):
    """What was found in UTF-8, moved to the bytes of the encoded lines."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    for row in found:
        at = row["line"] - 1
        begin, codec = places[at]
        raw, into = lines[at].encode(), row["offset"] - starts[at]
        before, value = (part.decode().encode(codec) for part in (raw[:into], raw[into:into + row["length"]]))
        yield begin + len(before), len(value), [row[key] for key in TOLD]


def compare(pidun, name, lines, codecs, mark=b"", options=()):
    data, places = encoded(lines, codecs, mark)
    want = list(expected(scan(pidun, "".join(lines), "--input-format", "lines"), lines, places))
    got = [(row["offset"], row["length"], [row[key] for key in TOLD])
           for row in scan(pidun, data, "--input-format", "lines", *options)]
    wrong = [row for row in want if row not in got] + [row for row in got if row not in want]
    print(f"pii_bench_zh {name:28} {len(lines):6} lines {len(data):8} bytes {len(want):6} findings, "
          f"{len(wrong)} differ {'ok' if want and not wrong else 'DIFFERS'}")
    for row in wrong[:5]:
        print("   differs:", row)
    return not want or bool(wrong)


def main():
    pidun = sys.argv[1]
    beside = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "data"
    data = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("PIDUN_DATA", beside))
    if not data.is_dir():
        print(f"skipped: no data folder {data}")
        return 0
    lines = list(lines_of(data))
    gbk = [line for line in lines if can(line, "gbk")]
    failed = compare(pidun, "GB18030", lines, ["gb18030"])
    failed += compare(pidun, "GBK, hint", gbk, ["gbk"], options=("--charset", "gbk"))
    failed += compare(pidun, "GB18030, wrong hint", lines, ["gb18030"], options=("--charset", "utf-8"))
    failed += compare(pidun, "UTF-16LE", lines, ["utf-16-le"])
    failed += compare(pidun, "UTF-16LE, mark", lines, ["utf-16-le"], b"\xff\xfe")
    failed += compare(pidun, "UTF-16BE", lines, ["utf-16-be"])
    failed += compare(pidun, "UTF-8 and GB18030 in turns", lines, ["utf-8", "gb18030"])
    failed += compare(pidun, "GB18030, then UTF-8", lines, ["gb18030", "utf-8"])
    if shutil.which("uconv") is None:
        print("skipped: Big5, for there is no uconv")
        return 1 if failed else 0
    big5 = [line for line in traditional(lines) if can(line, "big5")]
    failed += compare(pidun, "Big5", big5, ["big5"])
    failed += compare(pidun, "Big5, hint", big5, ["big5"], options=("--charset", "big5"))
    failed += compare(pidun, "UTF-8 and Big5 in turns", big5, ["utf-8", "big5"])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
