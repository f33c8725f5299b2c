#!/usr/bin/env python3
"""The Chinese fixtures of argus-redact, 267 cases over 27 types, scored with the real command.

usage: argus.py PIDUN [DATA] [--floor F]

A positive is right when a finding of a kind that its type maps to overlaps the expected text, or stands anywhere where
none is given; a negative when none of these kinds speaks. Types that no kind of ours is for are listed with their counts
and stand apart: their negatives are right, their positives missed. Prints each miss; exits 1 if the share over the
mapped types is below the floor, 0 if it holds or the data folder is absent (said so). DATA defaults to $PIDUN_DATA,
then ../shared/data beside the checkout.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import sys
import tempfile

from measure import scan_paths

KINDS = {
    "id_number": {"resident_id_number"},
    "phone": {"mobile_number", "landline_number"},
    "bank_card": {"bank_card_number"},
    "license_plate": {"vehicle_plate"},
    "passport": {"passport_permit_number"},
    "credit_code": {"company_code"},
    "military_id": {"military_id_number"},
    # The number of social security is the ID number (社会保险法 58).
    "social_security": {"social_security_number", "resident_id_number"},
    "person": {"person_name"},
    "address": {"home_address"},
    "age": {"minor_under_14"},
    "date_of_birth": {"birth_date"},
    "medical": {"health_information", "special_disease"},
    "financial": {"property_status", "credit_information"},
    "religion": {"religion"},
    "criminal_record": {"criminal_record"},
    "sexual_orientation": {"sexual_information"},
    "biometric": {"face_information", "other_biometric"},
    "ethnicity": {"household_registration"},
    "school": {"education_employment"},
    "workplace": {"education_employment"},
    "qq": {"social_account"},
    "wechat": {"social_account", "real_name_account"},
}
# No kind is for these: a company, what somebody holds of politics, the word for oneself, a title, a grown-up's age.
UNMAPPED = {"organization", "political", "self_reference", "job_title", "age_from_14"}
# A bare ID number is that of social security only under its label.
ONLY_LABELLED = {"social_security"}


def read_cases(folder):
    for path in sorted(folder.glob("zh_*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            age = re.search(r"\d+", case.get("expected_text", ""))
            if case["type"] == "age" and age and int(age.group()) >= 14:
                case["type"] = "age_from_14"
            yield case


def scan_cases(pidun, cases):
    """The findings of each case; each is a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder) / f"{number:03}.txt" for number in range(len(cases))]
        for path, case in zip(paths, cases):
            path.write_text(case["input"], encoding="utf-8")
        found = collections.defaultdict(list)
        for row in scan_paths(pidun, paths):
            found[pathlib.Path(row["path"]).name].append(row)
        return [found[path.name] for path in paths]


def overlaps(case, row):
    expected = case.get("expected_text")
    if not expected:
        return True
    begin = len(case["input"][:case["input"].index(expected)].encode("utf-8"))
    return row["offset"] < begin + len(expected.encode("utf-8")) and begin < row["offset"] + row["length"]


def is_right(case, rows):
    kinds = KINDS.get(case["type"], set())
    if not case["should_match"] and case["type"] in ONLY_LABELLED:
        kinds = {"social_security_number"}
    spoken = [row for row in rows if row["kind"] in kinds]
    # A value whose check fails under its label is reported as failed, and not counted.
    if not case["should_match"]:
        return all(row["check"] == "fail" for row in spoken)
    return any(overlaps(case, row) for row in spoken)


def print_share(name, right, total):
    print(f"{name}: {right} of {total} right, {right / max(1, total):.4f}")


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("pidun")
    reader.add_argument("data", nargs="?", type=pathlib.Path,
                        default=os.environ.get("PIDUN_DATA",
                                               pathlib.Path(__file__).resolve().parents[3] / "shared" / "data"))
    reader.add_argument("--floor", type=float, default=0.97)
    asked = reader.parse_args()
    cases = list(read_cases(pathlib.Path(asked.data) / "pii_argus_fixtures"))
    if not cases:
        print(f"argus: skipped, no fixtures under {asked.data}")
        return 0
    unknown = {case["type"] for case in cases} - KINDS.keys() - UNMAPPED
    if unknown:
        sys.exit(f"types that are neither mapped nor said to be unmapped: {', '.join(sorted(unknown))}")
    scores = collections.defaultdict(lambda: [0, 0])
    for case, rows in zip(cases, scan_cases(asked.pidun, cases)):
        right = is_right(case, rows)
        scores[case["type"]][0] += right
        scores[case["type"]][1] += 1
        if not right and case["type"] in KINDS:
            kinds = ", ".join(f"{row['kind']} {row['evidence']}" for row in rows) or "nothing"
            print(f"{'missed' if case['should_match'] else 'amiss'}: {case['type']}: {case['input']}: {kinds}")
    for name, (right, total) in sorted(scores.items()):
        print_share(f"  {name}{' (no kind)' if name in UNMAPPED else ''}", right, total)
    mapped = [score for name, score in scores.items() if name in KINDS]
    right, total = (sum(score[i] for score in mapped) for i in (0, 1))
    print_share("argus, mapped types", right, total)
    print_share("argus, all types", sum(score[0] for score in scores.values()), len(cases))
    return 0 if right >= asked.floor * total else 1


if __name__ == "__main__":
    sys.exit(main())
