#!/usr/bin/env python3
"""Speed, in one run: every stage and the whole, read bandwidth, the Hyperscan yardstick and ripgrep.

usage: run.py [--build FOLDER] [--mib N] [--rounds N] [--data FOLDER] [--keep] [--big]

Corpora: clean.log and dense.csv of corpora.py, JSON of json_simdjson and Chinese text of txt_zh_laws repeated to the
same size, and two made here: every value a match, and an adversarial one; of rows and Chinese text a few megabytes in
GB18030, with full-width digits and in JSON escapes. Prints a table; --keep writes the raw runs under
bench/runs/DATE-MACHINE/. Ratios count, not the figures: machines differ and are noisy. Last comes counting, of 3 million
rows (counts.py); --big counts 81 million and does nothing else.
"""
import argparse
import base64
import datetime
import json
import os
import pathlib
import platform
import random
import re
import shutil
import subprocess
import sys
import time

import counts

HERE = pathlib.Path(__file__).resolve().parent
PHONE = r"1[3-9][0-9]{9}"
THREE = ["-e", PHONE, "-e", r"[1-9][0-9]{16}[0-9Xx]", "-e", r"[3-6][0-9]{12,18}"]


def repeat_to(path, sources, size):
    if path.exists() and path.stat().st_size >= size:
        return
    blocks = [source.read_bytes() for source in sources]
    with path.open("wb") as out:
        while out.tell() < size:
            for block in blocks:
                out.write(block if block.endswith(b"\n") else block + b"\n")
                if out.tell() >= size:
                    break


def made_pictures(count=40):
    """JPEG files of a camera's sizes, whose pixels are noise."""
    chance = random.Random(9)
    for _ in range(count):
        pixels = chance.randbytes(chance.randint(20_000, 400_000)).replace(b"\xff", b"\xff\0")
        yield (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0\x43" + bytes(65) + b"\xff\xda\0\x0c" + bytes(10) +
               pixels + b"\xff\xd9")


def base64_lines():
    """JSON Lines that are nearly all base64 of such."""
    for i, picture in enumerate(made_pictures()):
        yield b'{"id":%d,"image":"%s","note":"%d"}\n' % (i, base64.b64encode(picture), 900000 + i)


def disguised(folder, laws):
    """The first megabytes of dense.csv and of Chinese text in other dress: GB18030, full-width digits, JSON escapes."""
    def beginning(path, mib):
        with path.open("rb") as source:
            return source.read(mib << 20).rpartition(b"\n")[0].decode() + "\n"

    rows = beginning(folder / "dense.csv", 12)
    keys, *values = (row.split(",") for row in rows.splitlines())
    wide = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(ord("0"), ord("9") + 1)})
    texts = {"dense.gb": rows.encode("gb18030"), "wide.csv": rows.translate(wide).encode(),
             "escaped.jsonl": "".join(json.dumps(dict(zip(keys, row))) + "\n" for row in values[:120_000]).encode()}
    if laws:
        texts["laws.gb"] = beginning(laws, 24).encode("gb18030")
    for name, text in texts.items():
        path = folder / name
        if not path.exists():
            path.write_bytes(text)
        yield path


def make_corpora(folder, mib, data):
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / "clean.log", folder / "dense.csv"]
    if not all(path.exists() for path in paths):
        subprocess.run([sys.executable, HERE / "corpora.py", folder, str(mib)], check=True)
    size = mib << 20
    if data.is_dir():
        paths += [folder / "json.json", folder / "laws.txt"]
        repeat_to(paths[-2], sorted((data / "json_simdjson").glob("*.json")), size)
        repeat_to(paths[-1], sorted((data / "txt_zh_laws").glob("*.txt")), size)
    else:
        print(f"skipped: JSON and Chinese text, no data folder {data}")
    for name, blocks in (("pictures.json", base64_lines()), ("pictures.bin", made_pictures())):
        paths.append(folder / name)
        if not paths[-1].exists() or paths[-1].stat().st_size < size:
            whole = b"".join(blocks)
            paths[-1].write_bytes(whole * (size // len(whole) + 1))
    for name, block in (("matches.txt", b"110101199003070011 13900001234 a.b@example.com\n"),
                        ("adversarial.txt", b"138 0013 8000-" * 37 + b"a@a.a@b.c@" * 29 + b"1101011990030700 " * 11 + b"\n")):
        paths.append(folder / name)
        if not paths[-1].exists() or paths[-1].stat().st_size < size:
            paths[-1].write_bytes(block * (size // len(block) + 1))
    return paths + list(disguised(folder, folder / "laws.txt" if data.is_dir() else None))


def yardstick(build, paths):
    out = subprocess.run([build / "bin" / "hyperscan_baseline", *paths], stdout=subprocess.PIPE, check=True, text=True)
    for line in out.stdout.splitlines():
        path, speed, matches = line.split("\t")
        yield {"corpus": path, "stage": "yardstick: Hyperscan, six regexes", "best": float(speed.split()[0]),
               "count": int(matches.split()[0])}


def ripgrep(paths, rounds):
    if not shutil.which("rg"):
        print("skipped: ripgrep is not installed")
        return
    for name, patterns in (("ripgrep, one phone regex", ["-e", PHONE]), ("ripgrep, three numeric regexes", THREE)):
        for path in paths:
            best, count = 1e9, 0
            for _ in range(rounds):
                start = time.monotonic()
                run = subprocess.run(["rg", "--no-unicode", "-a", "-j1", "--count-matches", *patterns, path],
                                     stdout=subprocess.PIPE, text=True)
                best = min(best, time.monotonic() - start)
                count = int(run.stdout or 0)
            yield {"corpus": str(path), "stage": name, "best": path.stat().st_size / best / 1e9, "count": count}


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return f"{model.group(1) if model else platform.machine()}, {os.cpu_count()} cores"


def print_table(rows, paths):
    names = [path.name for path in paths]
    stages = list(dict.fromkeys(row["stage"] for row in rows))
    cell = {(row["stage"], pathlib.Path(row["corpus"]).name): row["best"] for row in rows}
    print(f"\nGB/s, best of the rounds; one thread unless said. {machine()}\n")
    print("| stage | " + " | ".join(names) + " |\n|---|" + "---|" * len(names))
    for stage in stages:
        print(f"| {stage} | " + " | ".join(f"{cell.get((stage, name), 0):.3f}" for name in names) + " |")
    whole, base = "whole scan", "yardstick: Hyperscan, six regexes"
    ratios = [f"{cell[whole, name] / max(cell[base, name], 1e-3):.1f}×" for name in names]
    print("| **whole : yardstick** | " + " | ".join(ratios) + " |")


def start_up(build):
    """Milliseconds of the command on a 1-KB file, and of its resident memory."""
    small = build / "bench" / "small.txt"
    small.write_text("电话 13900001234\n" + "x" * 1000)
    times = []
    for _ in range(9):
        start = time.monotonic()
        subprocess.run([build / "bin" / "pidun", "scan", "--format", "summary", small], stdout=subprocess.DEVNULL)
        times.append((time.monotonic() - start) * 1e3)
    out = subprocess.run(["/usr/bin/env", "python3", "-c",
                          "import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL);"
                          "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)",
                          build / "bin" / "pidun", "scan", "--format", "summary", small], stdout=subprocess.PIPE, text=True)
    print(f"\npidun on a 1-KB file: median {sorted(times)[4]:.0f} ms, {int(out.stdout) / 1024:.0f} MiB resident")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, default=HERE.parent / "build" / "release")
    parser.add_argument("--mib", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=7)
    beside = HERE.parent.parent / "shared" / "data"
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path(os.environ.get("PIDUN_DATA", beside)))
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--big", action="store_true", help="count 81,000,000 rows (9 GB on disk)")
    args = parser.parse_args()
    if args.big:
        sys.exit(0 if counts.big(args.build) else 1)
    paths = make_corpora(args.build / "bench" / f"{args.mib}", args.mib, args.data)
    out = subprocess.run([args.build / "bin" / "bench_stages", str(args.rounds), *paths], stdout=subprocess.PIPE, check=True, text=True)
    rows = [json.loads(line) for line in out.stdout.splitlines()]
    rows += yardstick(args.build, paths)
    rows += ripgrep(paths[:2], 3)
    print_table(rows, paths)
    start_up(args.build)
    print("\ncounting")
    exact = counts.ordinary(args.build)
    if args.keep:
        stamp = datetime.date.today().isoformat() + "-" + re.sub(r"\W+", "-", machine()).lower()
        folder = HERE / "runs" / stamp
        folder.mkdir(parents=True, exist_ok=True)
        for row in rows:
            row["corpus"] = pathlib.Path(row["corpus"]).name
        (folder / "raw.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        print(f"raw figures: {folder}")
    sys.exit(0 if exact else 1)


if __name__ == "__main__":
    main()
