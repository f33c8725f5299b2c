#!/usr/bin/env python3
"""Counting, timed: `pidun count` over a made leak of name, ID, phone, address and plate, 20 % duplicates, 5 % invalid.

usage: counts.py [--build FOLDER] [--rows N] [--threads N] [--cold] [--link]

Makes the file with bench_leak, or uses one that is there, and says seconds, core seconds a row, GB/s and resident
memory; exits 1 if a number differs from the truth. --cold drops the file from the page cache first (of this file alone,
so no rights are needed). run.py shows beside it what `scan --format summary` takes of the same file.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ORDINARY = 3000000
BIG = 81000000
LONGEST = 600  # seconds


def make(build, rows):
    """The file and what it comes to."""
    folder = build / "bench" / f"leak-{rows}"
    truth, maker = folder / "truth.json", build / "bin" / "bench_leak"
    if not truth.exists() or truth.stat().st_mtime < maker.stat().st_mtime:  # another maker, another truth
        start = time.monotonic()
        subprocess.run([maker, folder, f"--rows={rows}"], check=True)
        print(f"made {folder} in {time.monotonic() - start:.0f} s")
    return folder / "part-0.csv", json.loads(truth.read_text())


def forget(path):
    """Out of the page cache, once it is written."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def warm(path):
    with open(path, "rb", buffering=0) as file:
        while file.read(1 << 24):
            pass


def timed(command):
    """Output, seconds, core seconds, MiB resident of a command; its own and not those of earlier ones."""
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
        out = run.stdout.read()
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    return out, time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name, path, rows, seconds, cores, mib):
    size = path.stat().st_size
    print(f"{name:30} {seconds:7.1f} s {cores:7.1f} core s {cores / rows * 1e9:7.0f} ns a row "
          f"{size / seconds / 1e9:6.3f} GB/s {size / cores / 1e9:6.3f} GB/s a core {mib:6.0f} MiB", flush=True)


def differences(truth, report):
    return {key: (value, report.get(key)) for key, value in truth.items() if report.get(key) != value}


def run(build, rows, threads, cold, link):
    path, truth = make(build, rows)
    pidun = build / "bin" / "pidun"
    forget(path) if cold else warm(path)
    command = ["timeout", str(LONGEST), pidun, "count", "--format", "json", "--no-progress", "--threads", str(threads), path]
    out, *figures = timed(command + (["--link"] if link else []))
    show(f"count, {rows} rows, {threads} threads" + ", cold" * cold + ", link" * link, path, rows, *figures)
    wrong = differences(truth, json.loads(out or b"{}"))
    for key, (wanted, got) in wrong.items():
        print(f"   {key}: true {wanted}, counted {got}")
    return not wrong


def scan(build, rows, threads):
    path, _ = make(build, rows)
    command = [build / "bin" / "pidun", "scan", "--format", "summary", "--no-progress", "--threads", str(threads), path]
    _, *figures = timed(command)
    show(f"scan, {rows} rows, {threads} threads", path, rows, *figures)


def ordinary(build):
    """What the whole bench shows of counting."""
    scan(build, ORDINARY, 1)
    return all([run(build, ORDINARY, threads, False, False) for threads in (1, 2)])


def big(build):
    big_runs = ((False, False), (True, False), (False, True))  # cold, linked
    return all([run(build, ORDINARY, 2, False, False)] + [run(build, BIG, 2, cold, link) for cold, link in big_runs])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=HERE.parent / "build" / "release")
    parser.add_argument("--rows", type=int, default=ORDINARY)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--link", action="store_true")
    args = parser.parse_args()
    sys.exit(0 if run(args.build, args.rows, args.threads, args.cold, args.link) else 1)


if __name__ == "__main__":
    main()
