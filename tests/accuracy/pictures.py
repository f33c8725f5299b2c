#!/usr/bin/env python3
"""Pictures, scored with the real command: faces that their metadata tag and where Exif says that they were taken, each
picture as it is, as base64 and a data URI in JSON, as base64 in a URL, in a multipart body and as hex in SQL; how many
are counted; the answers of face services; and arrays of numbers that are no faces.

usage: pictures.py PIDUN [DATA] [--floor F]

A picture with a face region is right in a carrier when face_information is found, one without when it is not, and each
when its place is found exactly if it has one. Exits 1 if
the share is below the floor, 0 if it holds or the data folder is absent (said so). DATA defaults to $PIDUN_DATA, then
../shared/data beside the checkout.
"""
import argparse
import base64
import collections
import json
import os
import pathlib
import random
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
    "form, all escaped": lambda data: b"image=" + urllib.parse.quote(base64.b64encode(data), safe="").encode() + b"&n=1",
    "escaped plus in JSON": lambda data: b'{"id":7,"image":"' + base64.b64encode(data).replace(b"+", b"\\u002b") + b'"}\n',
    "base64url": lambda data: b'{"image":"' + base64.urlsafe_b64encode(data) + b'"}\n',
    "base64 in lines": lambda data: b"Content-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(data).replace(b"\n", b"\r\n"),
    "base64 in escaped lines": lambda data: json.dumps({"image": base64.encodebytes(data).decode()}).encode() + b"\n",
    "multipart": lambda data: b"--" + BOUNDARY + b'\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n'
    b"Content-Type: image/jpeg\r\n\r\n" + data + b"\r\n--" + BOUNDARY + b"--\r\n",
    "hex": lambda data: b"INSERT INTO photo (id, body) VALUES (7, 0x" + data.hex().upper().encode() + b");\n",
    "bytea": lambda data: b"INSERT INTO photo (id, body) VALUES (7, '\\x" + data.hex().encode() + b"');\n",
}


# Two fields of one object, in elements and attributes.
XML_ANSWERS = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<FaceAppendData version="2.0"><FDID>1</FDID>'
    b"<faceLibType>blackFD</faceLibType><bornTime>2004-05-03</bornTime></FaceAppendData>\n",
    b"<Response><FaceInfos><X>3</X><FaceQualityInfo><Score>80</Score></FaceQualityInfo></FaceInfos></Response>\n",
    b'<face_list><face face_token="f3c9d1e8b7a64520"><face_probability>1</face_probability></face></face_list>\n',
)
HERE = pathlib.Path(__file__).resolve().parent
# Pictures of the collection whose Exif names a place. et_InfiRay.jpg has the fields, all of them zero.
PLACED = {"es_Kodak_CX7530", "et_Apple", "et_GoPro", "et_Google", "et_Ricoh2"}


def scan(pidun, folder):
    """The findings in a folder, and the summary."""
    out = subprocess.run([pidun, "scan", "--format", "jsonl", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return lines[:-1], lines[-1]


def names(findings, kind):
    """The names of the files in which a kind was found."""
    return {pathlib.Path(f["path"]).name for f in findings if f["kind"] == kind}


def scan_files(pidun, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (pathlib.Path(folder) / name).write_bytes(data)
        return scan(pidun, folder)


def count_folder(pidun, positive, negative):
    """1,751 different pictures, of which a face is tagged in 100."""
    def other(data, i):  # bytes behind the picture's metadata that make it another picture
        return data[:2] + b"\xff\xfe\x00\x06%04d" % i + data[2:]
    files = {f"{i:05}.jpg": other(positive if i < 100 else negative, i) for i in range(1751)}
    images = scan_files(pidun, files)[1]["images"]
    print(f"  folder: {images}")
    return images == {"seen": 1751, "face_signed": 100, "unread": 1651}


def services(pidun, data):
    """The share of answers of face services in which a face is found, and of the others in which none is."""
    samples = json.loads((HERE / "face_services.json").read_text(encoding="utf-8"))
    faces = {f"{name}.json": json.dumps(value).encode() for name, value in samples["faces"].items()}
    faces.update({f"{i}.xml": text for i, text in enumerate(XML_ANSWERS)})
    public = data / "json_face_api/aws_rekognition_examples.json"
    for call, examples in json.loads(public.read_text()).get("examples", {}).items() if public.is_file() else ():
        for i, example in enumerate(examples):
            for part in ("input", "output"):
                text = json.dumps(example.get(part), indent=1)
                if any(key in text for key in ('"FaceId"', '"FaceIds"', '"FaceDetail', '"FaceMatch', '"FaceRecords"')):
                    faces[f"{call}.{i}.{part}"] = text.encode()
    found = names(scan_files(pidun, faces)[0], "face_information")
    for name in sorted(set(faces) - found):
        print(f"missed: face service: {name}")
    others = {f"{name}.json": json.dumps(value).encode() for name, value in samples["others"].items()}
    amiss = names(scan_files(pidun, others)[0], "face_information")
    print(f"  face services: {len(found)} of {len(faces)}; others: {len(amiss)} of {len(others)}")
    return len(found) / len(faces) if not amiss else 0


def arrays(pidun):
    """10,000 arrays of random numbers, and embeddings of text, which are no faces."""
    chance = random.Random(7)
    lines = []
    for i in range(10000):
        count = chance.choice((128, 256, 384, 512, 768, 1024, 1536)) if i % 20 == 0 else chance.randint(8, 64)
        key = chance.choice(("embedding", "vector", "values", "text_embedding", "data"))
        lines.append(json.dumps({"id": i, key: [round(chance.gauss(0, 0.05), 6) for _ in range(count)]}))
    found = scan_files(pidun, {"arrays.jsonl": "\n".join(lines).encode()})[0]
    faces = [f for f in found if f["kind"] in ("face_information", "other_biometric")]
    print(f"  arrays: {len(faces)} of 10000 taken for faces")
    return not faces


def embeddings(pidun):
    """Features of faces under their keys, in JSON and CSV: one finding each."""
    chance = random.Random(9)
    def vector(count, length):
        numbers = [chance.gauss(0, 1) for _ in range(count)]
        norm = sum(x * x for x in numbers) ** 0.5
        return [round(x / norm * length, 7) for x in numbers]
    keys = ("face_embedding", "faceFeature", "人脸特征", "face_vector", "人脸特征向量")
    made = [(keys[i % 5], vector(*((128, 1), (512, 1), (256, 1), (1024, 1), (512, 22), (128, 1.4))[i % 6]))
            for i in range(60)]
    lines = [json.dumps({"id": i, key: numbers}, ensure_ascii=False) for i, (key, numbers) in enumerate(made)]
    near = [json.dumps({"face_id": "a1b2c3d4", "embedding": numbers}) for _, numbers in made]
    rows = ["id,face_feature"] + [f'{i},"{json.dumps(numbers)}"' for i, (_, numbers) in enumerate(made)]
    files = {"keys.jsonl": lines, "near.jsonl": near, "rows.csv": rows}
    found = scan_files(pidun, {name: "\n".join(text).encode() for name, text in files.items()})[0]
    counts = collections.Counter(pathlib.Path(f["path"]).name for f in found if f["kind"] == "face_information")
    print(f"  embeddings: {dict(counts)} of 60 each; near.jsonl has a face_id each beside")
    return counts["keys.jsonl"] == 60 and counts["near.jsonl"] == 120 and counts["rows.csv"] == 60


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
    sound = True
    for carrier, carry in CARRIERS.items():
        files = {f"{i}.dat": carry(path.read_bytes()) for i, (path, _) in enumerate(pictures)}
        findings, summary = scan_files(arguments.pidun, files)
        found, placed = names(findings, "face_information"), names(findings, "location_trajectory")
        print(f"  {carrier}: {summary['images']}, {len(placed)} places")
        sound = sound and summary["images"]["seen"] == len(pictures)
        sound = sound and summary["images"]["face_signed"] == sum(face for _, face in pictures)
        for i, (path, face) in enumerate(pictures):
            total[carrier, face] += 1
            hit = f"{i}.dat" in found
            right[carrier, face] += hit == face
            if hit != face:
                print(f"{'missed' if face else 'amiss'}: {carrier}: {path.name}")
            if (f"{i}.dat" in placed) != (path.stem in PLACED):
                print(f"place {'missed' if path.stem in PLACED else 'amiss'}: {carrier}: {path.name}")
                sound = False
    for key, count in total.items():
        print(f"  {key[0]}, {'faces' if key[1] else 'no face'}: {right[key]} of {count}")
    share = min(right[key] / count for key, count in total.items())
    positive = next(path for path, face in pictures if face).read_bytes()
    negative = next(path for path, face in pictures if not face).read_bytes()
    sound = count_folder(arguments.pidun, positive, negative) and sound
    share = min(share, services(arguments.pidun, data))
    sound = arrays(arguments.pidun) and sound
    sound = embeddings(arguments.pidun) and sound
    print(f"pictures: least share right {share:.4f}; counts, places and arrays {'hold' if sound else 'do not hold'}")
    return 0 if share >= arguments.floor and sound else 1


if __name__ == "__main__":
    sys.exit(main())
