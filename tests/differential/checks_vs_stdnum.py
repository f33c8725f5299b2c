"""Our checks of ID numbers, company codes and Luhn numbers against python3-stdnum, over seeded values.

usage: checks_vs_stdnum.py CHECK_TOOL [SEED]
Every difference must be one of the categories of KNOWN_DIFFERENCES.md; any other is printed and fails.
Also reports on the public vectors (PIDUN_DATA, or ../shared/data beside the checkout), if they are there.
"""
import collections
import csv
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COUNT = 20000
USCC_SET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def load_stdnum():
    """Debian installs it for the system's python3 only: start again with that one if this one has none."""
    try:
        import stdnum  # noqa: F401
    except ImportError:
        system = "/usr/bin/python3"
        if os.environ.get("PIDUN_STDNUM_TRIED") or not os.path.exists(system):
            print("skipped: python3-stdnum is not installed")
            sys.exit(0)
        os.execve(system, [system, "-B"] + sys.argv, dict(os.environ, PIDUN_STDNUM_TRIED="1"))
    from stdnum import luhn
    from stdnum.cn import ric, uscc
    return ric, uscc, luhn


def region_codes():
    lines = (ROOT / "patterns/tables/regions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line[:1].isdigit()]


def mutate(rng, value, alphabet):
    """One random edit: another character, a swap, a lost or a doubled one, or lower case."""
    place = rng.randrange(len(value))
    edit = rng.randrange(6)
    if edit == 0 and place + 1 < len(value):
        return value[:place] + value[place + 1] + value[place] + value[place + 2:]
    if edit == 1:
        return value[:place] + value[place + 1:]
    if edit == 2:
        return value[:place] + value[place] + value[place:]
    if edit == 3:
        return value.lower()
    return value[:place] + rng.choice(alphabet) + value[place + 1:]


def random_id(rng, codes):
    code = rng.choice(codes) if rng.random() < 0.8 else f"{rng.randrange(1000000):06}"
    date = f"{rng.randrange(1880, 2035):04}{rng.randrange(0, 14):02}{rng.randrange(0, 33):02}"
    body = f"{code}{date}{rng.randrange(1000):03}"
    check = "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS)) % 11]
    return mutate(rng, body + check, "0123456789X") if rng.random() < 0.4 else body + check


def random_uscc(rng, codes, uscc):
    head = rng.choice("9999995123ANY") + rng.choice("1111259") if rng.random() < 0.9 else f"{rng.randrange(100):02}"
    body = head + rng.choice(codes) + "".join(rng.choice(USCC_SET) for _ in range(9))
    value = body + uscc.calc_check_digit(body)
    return mutate(rng, value, USCC_SET + "IOSVZ") if rng.random() < 0.4 else value


def random_luhn(rng, luhn):
    body = "".join(rng.choice("0123456789") for _ in range(rng.randrange(0, 22)))
    value = body + luhn.calc_check_digit(body)
    return mutate(rng, value, "0123456789a ") if rng.random() < 0.4 else value


def ask(tool, what, values):
    lines = "".join(f"{what} {value}\n" for value in values)
    run = subprocess.run([tool], input=lines, capture_output=True, text=True, check=True)
    answers = [tuple(part == "1" for part in line.split()) for line in run.stdout.splitlines()]
    assert len(answers) == len(values), "one answer a line"
    return answers


def explain_id(value, ours, theirs, ric):
    check, date, listed, _province = ours
    if (check and date and listed) == theirs:
        return "same"
    upper = value.upper()
    try:
        ric.get_birth_place(upper)
        placed = True
    except Exception:  # whatever it raises, it knows no such place
        placed = False
    if check and date and listed and not placed:
        return "id-region-only-ours"
    if check and date and not listed and placed:
        return "id-region-only-stdnum"
    return None


def explain_uscc(value, ours, theirs):
    shape, check, _inner = ours
    if (shape and check) == theirs:
        return "same"
    if theirs and value != value.upper():
        return "uscc-lower-case"
    if theirs and check and not shape and value[:8].isdigit():
        return "uscc-department-or-category-unknown"
    if shape and check and not theirs and value[0] in "ANY":
        return "uscc-department-letter"
    return None


def explain_luhn(value, ours, theirs):
    if ours[0] == theirs:
        return "same"
    return "luhn-one-digit" if theirs and len(value) == 1 else None


def compare(name, values, answers, theirs, explain):
    counts, unexplained = collections.Counter(), []
    for value, ours in zip(values, answers):
        category = explain(value, ours, theirs(value))
        counts[category or "UNEXPLAINED"] += 1
        if category is None:
            unexplained.append((value, ours))
    valid = sum(1 for value in values if theirs(value))
    print(f"{name}: {len(values)} values, {valid} valid for stdnum; " +
          ", ".join(f"{category} {count}" for category, count in sorted(counts.items())))
    for value, ours in unexplained[:20]:
        print(f"  unexplained: {value!r}: ours {ours}, stdnum {theirs(value)}")
    return set(counts) - {"same", "UNEXPLAINED"}, len(unexplained)


def report_vectors(tool):
    data = pathlib.Path(os.environ.get("PIDUN_DATA", ROOT.parent / "shared" / "data"))
    path = data / "vec_unified" / "vectors.tsv"
    if not path.exists():
        print("vectors: skipped, the public data is not there; set PIDUN_DATA")
        return 0
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = 0
    for kind, what, passes in (("id_card_cn", "id", lambda a: a[0] and a[1]), ("uscc", "uscc", lambda a: a[0] and a[1]),
                               ("card_luhn", "luhn", lambda a: a[0]), ("luhn_number", "luhn", lambda a: a[0])):
        # Separators are the detector's to undo; 15-digit numbers have no check digit to compare.
        picked = [dict(row, value=row["value"].replace("-", "").replace(" ", "")) for row in rows
                  if row["kind"] == kind and not (what == "id" and len(row["value"]) == 15)]
        answers = ask(tool, what, [row["value"] for row in picked])
        missed = [row for row, a in zip(picked, answers)
                  if row["label"] == "valid" and not passes(a) and len(row["value"]) > 1]
        taken = [row for row, a in zip(picked, answers) if row["label"] == "invalid" and passes(a)]
        print(f"vectors {kind}: {len(picked)}, valid but refused {len(missed)}, invalid by other rules {len(taken)}")
        for row in missed + taken:
            print(f"  {row['label']}: {row['value']} ({row['source']}; {row['note']})")
        wrong += len(missed)
        if kind == "uscc":
            inner = sum(1 for a in answers if a[2])
            print(f"vectors uscc: organisation code inside (GB 11714) fits in {inner} of {len(picked)}")
    return wrong


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    ric, uscc, luhn = load_stdnum()
    tool, seed = arguments[0], int(arguments[1]) if len(arguments) > 1 else 20261123
    rng, codes = random.Random(seed), region_codes()
    ids = [random_id(rng, codes) for _ in range(COUNT)]
    companies = [random_uscc(rng, codes, uscc) for _ in range(COUNT)]
    numbers = [random_luhn(rng, luhn) for _ in range(COUNT)]
    runs = [compare("id", ids, ask(tool, "id", ids), ric.is_valid, lambda v, o, t: explain_id(v, o, t, ric)),
            compare("uscc", companies, ask(tool, "uscc", companies), uscc.is_valid, explain_uscc),
            compare("luhn", numbers, ask(tool, "luhn", numbers), luhn.is_valid, explain_luhn)]
    listed = (HERE / "KNOWN_DIFFERENCES.md").read_text(encoding="utf-8")
    unlisted = [category for categories, _ in runs for category in categories if f"`{category}`" not in listed]
    for category in unlisted:
        print(f"category {category} is not in KNOWN_DIFFERENCES.md")
    wrong = report_vectors(tool)
    return 1 if unlisted or wrong or any(count for _, count in runs) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
