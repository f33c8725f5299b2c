#!/usr/bin/env python3
"""Pictures, timed: `pidun scan` over a folder of made photos, as they are and as base64 in JSON.

usage: photos.py [--pidun FILE] [--mib N] [--form raw|json|both]

Photos are JPEG (Exif with a small preview in it, tables, coded pixels), PNG in chunks of 8 KiB, WebP and HEIC, of 60 KB
to 3 MB, whose pixels are noise. Says GB/s, the command's start taken off; of processor time, not of the clock.
"""
import argparse
import pathlib
import random
import base64
import resource
import struct
import subprocess
import sys
import tempfile
import zlib


def noise(chance, size):
    return chance.randbytes(size)


def coded(chance, size):
    return noise(chance, size).replace(b"\xff", b"\xff\x00")


def jpeg(chance, size, preview=True):
    def block(marker, payload):
        return b"\xff" + bytes([marker]) + struct.pack(">H", len(payload) + 2) + payload
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x0f\0\2\0\0\0\x06\0\0\0\x1a\0\0\0\0Pixel\0"
    if preview:
        exif += jpeg(chance, 8000, False)
    head = block(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + block(0xE1, exif)
    head += block(0xDB, bytes(range(1, 130))) + block(0xC4, bytes(range(200)) + bytes(200))
    return b"\xff\xd8" + head + block(0xDA, b"\3\1\0\2\x11\3\x11\0\x3f\0") + coded(chance, size) + b"\xff\xd9"


def png(chance, size):
    def chunk(kind, payload):
        return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))
    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1000, 800, 8, 2, 0, 0, 0))
    for at in range(0, size, 8192):
        out += chunk(b"IDAT", noise(chance, min(8192, size - at)))
    return out + chunk(b"IEND", b"")


def webp(chance, size):
    body = b"WEBPVP8 " + struct.pack("<I", size + size % 2) + noise(chance, size + size % 2)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def heic(chance, size):
    def box(kind, payload):
        return struct.pack(">I", len(payload) + 8) + kind + payload
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"mdat", noise(chance, size))


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def make(folder, mib):
    """The two folders, of as many MiB of pictures."""
    chance = random.Random(7)
    raw, rows = folder / "raw", folder / "json"
    raw.mkdir(), rows.mkdir()
    size = i = 0
    lines = []
    while size < mib << 20:
        kind = (jpeg, jpeg, jpeg, png, webp, heic)[i % 6]
        picture = kind(chance, chance.choice((60000, 150000, 400000, 1000000, 3000000)))
        (raw / f"{i:04}.{kind.__name__}").write_bytes(picture)
        lines.append(b'{"id":%d,"image":"%s"}\n' % (i, base64.b64encode(picture)))
        size += len(picture)
        i += 1
    (rows / "rows.jsonl").write_bytes(b"".join(lines))
    (folder / "empty").write_bytes(b"")
    return raw, rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pidun", default="build/release/bin/pidun")
    parser.add_argument("--mib", type=int, default=256)
    parser.add_argument("--form", choices=("raw", "json", "both"), default="both")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = dict(zip(("raw", "json"), make(pathlib.Path(folder), arguments.mib)))
        start = min(seconds([arguments.pidun, "scan", pathlib.Path(folder) / "empty"]) for _ in range(3))
        for form, path in made.items():
            if arguments.form not in (form, "both"):
                continue
            size = sum(file.stat().st_size for file in path.iterdir())
            taken = min(seconds([arguments.pidun, "scan", path]) for _ in range(3))
            print(f"{form}: {size / 1e6:.0f} MB, {size / 1e9 / (taken - start):.3f} GB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
