#!/usr/bin/env python3
"""Whereabouts, scored with the real command: every point of the GPX files, and positions made here in the shapes of
the formats that carry them.

usage: whereabouts.py PIDUN [DATA] [--floor F]

A point is right when both its coordinates are covered by findings of location_trajectory. Exits 1 if the share is below
the floor. DATA defaults to $PIDUN_DATA, then ../shared/data beside the checkout; without it the made ones are scored.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

SHAPES = {
    "keys": lambda x, y: (f'{{"id":7,"lng":{x},"lat":{y}}}\n', (x, y)),
    "long keys": lambda x, y: (f'{{"latitude":"{y}","city":"深圳","longitude":"{x}"}}\n', (x, y)),
    "datum keys": lambda x, y: (f'{{"gcj02_lng":{x},"gcj02_lat":{y},"t":1}}\n', (x, y)),
    "baidu keys": lambda x, y: (f"bd_lat={y}&bd_lng={x}&ak=1\n", (x, y)),
    "words": lambda x, y: (f"经度：{x}，纬度：{y}\n", (x, y)),
    "header": lambda x, y: (f"设备,经度,纬度\nA1,{x},{y}\nA2,{x},{y}\n", (x, y)),
    "pair": lambda x, y: (f'{{"location":"{x},{y}"}}\n', (x, y)),
    "chat": lambda x, y: (f"定位：{y}, {x}\n", (x, y)),
    "geojson": lambda x, y: (f'{{"type":"Point","coordinates":[{x},{y}]}}\n', (x, y)),
    "geojson line": lambda x, y: (f'{{"type":"LineString","coordinates":[[{x},{y}],[{x},{y}]]}}\n', (x, y)),
    "wkt": lambda x, y: (f"g=POINT({x} {y})\n", (x, y)) if x >= "1" and len(x.split(".")[0]) == 3 else None,
    "kml": lambda x, y: (f"<Point><coordinates>{x},{y},0</coordinates></Point>\n", (x, y)),
    "sql": lambda x, y: (f"INSERT INTO gps (uid, lng, lat) VALUES (17, {x}, {y});\n", (x, y)),
    "cell": lambda x, y: ('{"mcc":460,"mnc":0,"lac":9365,"cid":40213}\n', ("9365", "40213")),
}


def spans_by_file(pidun, paths):
    """The findings of whereabouts, by the name of the file."""
    command = [pidun, "scan", "--format", "jsonl", *paths]
    out = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False).stdout
    spans = collections.defaultdict(list)
    for line in out.splitlines():
        found = json.loads(line)
        if found.get("kind") == "location_trajectory":
            place = (found["offset"], found["offset"] + found["length"])
            spans[pathlib.Path(found["path"]).name].append(place)
    return spans


def covered(spans, begin, end):
    return any(b <= begin and end <= e for b, e in spans)


def score_made(pidun, folder, count):
    chance, missed, cases = random.Random(20261128), [], {}
    for name, shape in SHAPES.items():
        for i in range(count):
            made = shape(f"{chance.uniform(73.6, 134.9):.6f}", f"{chance.uniform(18.2, 53.4):.6f}")
            if made is not None:
                cases[f"{name} {i}.txt"] = made
    for file, (text, _) in cases.items():
        (folder / file).write_text(text, encoding="utf-8")
    spans = spans_by_file(pidun, [folder])
    for file, (text, wanted) in cases.items():
        data, name = text.encode(), file.rsplit(" ", 1)[0]
        places = [data.find(value.encode()) for value in wanted]
        if not all(covered(spans[file], at, at + len(value)) for at, value in zip(places, wanted)):
            missed.append(name)
            if missed.count(name) == 1:
                print(f"missed: {name}: {text.strip()}")
    return len(cases), len(missed)


def score_gpx(pidun, folder):
    total = missed = 0
    files = sorted(folder.glob("*.gpx"))
    found = spans_by_file(pidun, files)
    for path in files:
        spans = found[path.name]
        for point in re.finditer(rb"<(?:trkpt|rtept|wpt)\s[^>]*>", path.read_bytes()):
            total += 1
            if sum(1 for b, e in spans if point.start() <= b and e <= point.end()) < 2:
                missed += 1
    return total, missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pidun")
    parser.add_argument("data", nargs="?", default=os.environ.get("PIDUN_DATA"))
    parser.add_argument("--floor", type=float, default=0)
    parser.add_argument("--count", type=int, default=20, help="positions made in each shape")
    arguments = parser.parse_args()
    data = pathlib.Path(arguments.data or pathlib.Path(__file__).resolve().parents[3] / "shared/data")
    with tempfile.TemporaryDirectory() as folder:
        made, made_missed = score_made(arguments.pidun, pathlib.Path(folder), arguments.count)
    print(f"made: {made - made_missed} of {made} right")
    points, points_missed = score_gpx(arguments.pidun, data / "geo_gpx") if data.is_dir() else (0, 0)
    print(f"GPX: {points - points_missed} of {points} points right" if points else "GPX: skipped, no files")
    share = 1 - (made_missed + points_missed) / (made + points)
    print(f"whereabouts: {share:.4f}")
    return 0 if share >= arguments.floor else 1


if __name__ == "__main__":
    sys.exit(main())
