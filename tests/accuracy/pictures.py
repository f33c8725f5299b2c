#!/usr/bin/env python3
"""Faces that the metadata of pictures tag, scored with the real command: each picture as it is, as base64 and a data URI
in JSON, as base64 in a URL, in a multipart body and as hex in SQL.

usage: pictures.py PIDUN [DATA] [--floor F]

A picture with a face region is right in a carrier when face_information is found, one without when it is not. Exits 1 if
the share is below the floor, 0 if it holds or the data folder is absent (said so). DATA defaults to $PIDUN_DATA, then
../shared/data beside the checkout.
"""
import argparse
import base64
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

BOUNDARY = b"----WebKitFormBoundary7MA4YWxkTrZu0gW"
CARRIERS = {
    "raw": lambda data: data,
    "base64 in JSON": lambda data: b'{"id":7,"image":"' + base64.b64encode(data) + b'"}\n',
    "escaped base64 in JSON": lambda data: b'{"id":7,"image":"' + base64.b64encode(data).replace(b"/", b"\\/") + b'"}\n',
    "data URI": lambda data: b'{"img":"data:image/jpeg;base64,' + base64.b64encode(data) + b'"}\n',
    "form": lambda data: b"image=" + urllib.parse.quote(base64.b64encode(data)).encode() + b"&n=1",
    "base64url": lambda data: b'{"image":"' + base64.urlsafe_b64encode(data) + b'"}\n',
    "multipart": lambda data: b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
    b"Content-Type: image/jpeg\r\n\r\n" + data + b"\r\n--" + BOUNDARY + b"--\r\n",
    "hex": lambda data: b"INSERT INTO photo (id, body) VALUES (7, 0x" + data.hex().upper().encode() + b");\n",
    "bytea": lambda data: b"INSERT INTO photo (id, body) VALUES (7, '\\x" + data.hex().encode() + b"');\n",
}


def found_in(pidun, folder):
    """The names of the files in which a face was found."""
    out = subprocess.run([pidun, "scan", "--format", "jsonl", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False).stdout
    findings = (json.loads(line) for line in out.splitlines())
    return {pathlib.Path(f["path"]).name for f in findings if f.get("kind") == "face_information"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pidun")
    parser.add_argument("data", nargs="?", default=os.environ.get("PIDUN_DATA"))
    parser.add_argument("--floor", type=float, default=0)
    arguments = parser.parse_args()
    data = pathlib.Path(arguments.data or pathlib.Path(__file__).resolve().parents[3] / "shared/data")
    if not (data / "img_faces").is_dir():
        print(f"pictures: skipped, no {data / 'img_faces'}")
        return 0
    pictures = [(path, path.parent.name.startswith("pos")) for path in sorted((data / "img_faces").glob("*/*.jpg"))]
    right, total = collections.Counter(), collections.Counter()
    for carrier, carry in CARRIERS.items():
        with tempfile.TemporaryDirectory() as folder:
            for i, (path, _) in enumerate(pictures):
                (pathlib.Path(folder) / f"{i}.dat").write_bytes(carry(path.read_bytes()))
            found = found_in(arguments.pidun, folder)
        for i, (path, face) in enumerate(pictures):
            total[carrier, face] += 1
            right[carrier, face] += (f"{i}.dat" in found) == face
            if (f"{i}.dat" in found) != face:
                print(f"{'missed' if face else 'amiss'}: {carrier}: {path.name}")
    for key, count in total.items():
        print(f"  {key[0]}, {'faces' if key[1] else 'no face'}: {right[key]} of {count}")
    share = min(right[key] / count for key, count in total.items())
    print(f"pictures: least share right {share:.4f}")
    return 0 if share >= arguments.floor else 1


if __name__ == "__main__":
    sys.exit(main())
