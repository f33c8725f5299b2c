"""count: records, people, levels; stored tallies; scan --records; what is refused, and that nothing scanned is stored."""
import csv
import json
import os
import pathlib
import resource
import shutil
import signal
import sys
import time
import tomllib

from command import resident_id, same

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "cases"
sys.path.append(str(EXAMPLES))
import tables  # noqa: E402  the writers of the examples
from people import one_of_many  # noqa: E402


def person(i):
    return f"王{chr(0x4e00 + 0x100 + i)},{resident_id(order=str(101 + i))},139{i:08d}\n"


def people(first, behind):
    return "姓名,身份证号,手机号\n" + "".join(person(i) for i in range(first, behind))


def report(c, *args, code=(0, 1, 3), **more):
    result = c.run("count", "--format", "json", *args, **more)
    assert result.code in code, (result.code, result.err)
    return json.loads(result.out)


def key_file(c, name="key", content=b"0123456789abcdef"):
    path = pathlib.Path(c.path(name))
    path.write_bytes(content)
    path.chmod(0o600)
    return name


def case_count_adds_files_up_to_one_tally(c):
    c.write("a.csv", people(0, 20))
    c.write("b.csv", people(10, 30))
    got = report(c, "a.csv", "b.csv", code=(0,))
    same([got[k] for k in ("raw_records", "duplicates", "unique_records", "persons")], [40, 10, 30, 30])
    same(got["by_tier"], {"50": 0, "500": 0, "5000": 30})
    same((got["level"], got["complete"]), ("below", True))


def case_count_raw_is_the_sum_of_its_parts_for_any_threads(c):
    c.write("a.csv", people(0, 300) + "姓名,身份证号,手机号\n" + "张*,,139****0461\n" + "李四,110101199003070010,\n")
    reports = [report(c, "--threads", str(n), "a.csv") for n in (1, 2, 3)]
    for got in reports:
        same(got["raw_records"], got["invalid"] + got["masked"]["rows"] + got["duplicates"] + got["unique_records"])
        same(got["invalid_by_reason"], {"checksum": 1, "header": 1})
        same(got["masked"], {"rows": 1, "lower": 1, "upper": 1})
        same(got, {**reports[0]})


def case_count_goes_on_with_a_stored_tally_of_the_same_key(c):
    key = key_file(c)
    c.write("a.csv", people(0, 20))
    c.write("b.csv", people(10, 30))
    same(report(c, "--key-file", key, "--state", "s.tally", "a.csv")["unique_records"], 20)
    same(report(c, "--key-file", key, "--state", "s.tally", "b.csv")["unique_records"], 30)
    stored = pathlib.Path(c.path("s.tally")).read_bytes()
    for i in range(30):
        for value in person(i).strip().split(","):
            assert value.encode() not in stored
    same(report(c, "--key-file", key, "--merge", "s.tally", "a.csv")["unique_records"], 30)


def case_count_refuses_tallies_of_other_keys_and_damaged_ones_and_leaves_them(c):
    c.write("a.csv", people(0, 20))
    report(c, "--key-file", key_file(c), "--state", "s.tally", "a.csv")
    before = pathlib.Path(c.path("s.tally")).read_bytes()
    other = key_file(c, "other", b"fedcba9876543210")
    result = c.run("count", "--key-file", other, "--state", "s.tally", "a.csv")
    same(result.code, 2)
    assert "s.tally" in result.err, result.err
    same(pathlib.Path(c.path("s.tally")).read_bytes(), before)
    c.write("cut.tally", before[: len(before) // 2])
    c.write("none.tally", b"no tally at all")
    for name in ("cut.tally", "none.tally", "absent.tally"):
        result = c.run("count", "--key-file", "key", "--merge", name, "a.csv")
        same((name, result.code), (name, 2))
        assert name in result.err, result.err
    same(c.run("count", "--state", "s.tally", "a.csv").code, 2)  # without a key


def case_count_recipients_multiply(c):
    key = key_file(c)
    c.write("a.csv", people(0, 5))
    for name in ("R1", "R2", "R1"):
        got = report(c, "--key-file", key, "--state", "s.tally", "--recipient", name, "a.csv")
    same((got["unique_records"], got["counted_records"], got["recipients"]), (5, 10, 2))


def case_count_exit_code_follows_the_level_asked_for(c):
    c.write("leads.csv", "手机号,征信情况\n" + "".join(f"139{i:08d},有逾期记录\n" for i in range(10, 30)))
    same(report(c, "leads.csv")["level"], "notice")
    same(c.run("count", "leads.csv").code, 0)
    same(c.run("count", "--fail-on", "notice", "leads.csv").code, 1)
    same(c.run("count", "--proceeds", "5000", "--fail-on", "reached", "leads.csv").code, 1)
    same(c.run("count", "leads.csv", "absent.csv").code, 3)
    same(c.run("count", "absent.csv").code, 2)


def case_count_money_roles_facts_and_days_that_make_no_sense_are_refused(c):
    c.write("a.csv", people(0, 2))
    for args in (("--proceeds", "-1"), ("--proceeds", "1e9"), ("--proceeds", "12.345"), ("--price", "9..3"),
                 ("--role", "boss"), ("--fact", "guilty"), ("--as-of", "2999-01-01"), ("--assume-sold",),
                 ("--masked", "maybe"), ("--fail-on", "below"), ("--policy", "absent.toml")):
        result = c.run("count", *args, "a.csv")
        same((args, result.code), (args, 2))
        assert result.err.startswith("pidun: "), result.err


def case_count_examples_are_nearest_to_their_own_case(c):
    for folder in sorted(EXAMPLES.iterdir()):
        if not (folder / "facts.toml").is_file():
            continue
        facts = tomllib.loads((folder / "facts.toml").read_text(encoding="utf-8"))
        got = report(c, str(folder))
        if folder.name.startswith("harmless"):
            assert all(case["score"] <= 30 for case in got["cases"]), (folder.name, got["cases"])
            continue
        same((folder.name, got["case"]["id"]), (folder.name, facts["case"]))
        assert got["case"]["score"] >= 70, (folder.name, got["case"])
        same((folder.name, got["level"]), (folder.name, facts["scan"]["level"]))
        if "facts" not in facts:
            continue
        given = report(c, *facts["options"], str(folder))
        same((folder.name, given["level"]), (folder.name, facts["facts"]["level"]))


def case_count_reaches_the_published_bracket_of_case_2_once_its_tables_are_long(c):
    folder = EXAMPLES / "2-album-and-dump"
    facts = tomllib.loads((folder / "facts.toml").read_text(encoding="utf-8"))
    size = facts["at_size"]
    shutil.copytree(folder, c.path("flow"))
    for name, text in tables.dump(size["times"], one_of_many).items():
        c.write(f"flow/{name}", text)
    got = report(c, *facts["options"], "flow")
    same(got["level"], facts["published"]["level"])
    same((got["level"], got["case"]["id"]), (size["level"], facts["case"]))
    same(sorted(rule["id"] for rule in got["rules_reached"]), size["rules"])
    assert got["case"]["score"] >= size["score"], got["case"]
    assert got["unique_records"] > 50_000, got["unique_records"]


def case_count_shows_of_a_sign_what_part_of_it_is_there(c):
    for name in ("a.csv", "b.csv", "c.csv"):
        c.write(name, people(0, 3))
    assert b"+ three tables or more (66 %)" in c.run("count", "--lang", "en", "a.csv", "b.csv").out
    shown = c.run("count", "--lang", "en", "a.csv", "b.csv", "c.csv").out
    assert b"+ three tables or more\n" in shown and b"(66 %)" not in shown, shown


def case_count_compares_two_stored_tallies(c):
    key = key_file(c)
    c.write("a.csv", people(0, 20))
    c.write("b.csv", people(15, 30))
    for name in ("a", "b"):
        report(c, "--key-file", key, "--state", f"{name}.tally", f"{name}.csv")
    got = c.run("count", "--format", "json", "--compare", "a.tally", "b.tally")
    same(json.loads(got.out), {"records": {"a": 20, "b": 15, "both": 5}, "persons": {"a": 20, "b": 15, "both": 5}})
    assert "5" in c.run("count", "--compare", "a.tally", "b.tally").out.decode()
    same(c.run("count", "--compare", "a.tally", "absent.tally").code, 2)


def case_count_sample_goes_out_as_a_sheet_and_comes_back_filled_in(c):
    c.write("a.csv", people(0, 50))
    key = key_file(c)
    first = report(c, "--key-file", key, "--sample", "10", "--seed", "7", "--sheet", "s.csv", "a.csv")["sample"]
    same(report(c, "--key-file", key, "--sample", "10", "--seed", "7", "--threads", "2", "a.csv")["sample"], first)
    sheet = pathlib.Path(c.path("s.csv")).read_text(encoding="utf-8").splitlines()
    same(len(sheet), 11)
    assert all(line.endswith(",") for line in sheet[1:]), sheet
    # What stands there, masked; the same number is found at the place that the sheet names.
    data = pathlib.Path(c.path("a.csv")).read_bytes()
    for row in csv.DictReader(sheet):
        number, mobile = data[int(row["offset"]):][: int(row["length"])].decode().split(",")[-2:]
        shown = row["evidence"].split(" ")[-2:]
        same((shown[0][:4], shown[1][-4:]), (number[:4], mobile[-4:]))
        assert not {number, mobile} & set(shown), row
    filled = [sheet[0]] + [line + ("n" if i == 0 else "y") for i, line in enumerate(sheet[1:])]
    c.write("filled.csv", "\n".join(filled) + "\n")
    notices = {n["id"]: n["text"]["en"] for n in report(c, "--checked", "filled.csv", "a.csv")["notices"]}
    assert "90" in notices["sample"], notices
    # An input that is gone leaves the cell empty.
    report(c, "--key-file", key, "--sample", "3", "--seed", "7", "--state", "s.tally", "a.csv")
    os.rename(c.path("a.csv"), c.path("b.csv"))
    report(c, "--key-file", key, "--sample", "3", "--seed", "7", "--state", "s.tally", "--sheet", "s.csv", "b.csv")
    for row in csv.DictReader(pathlib.Path(c.path("s.csv")).read_text(encoding="utf-8").splitlines()):
        same((row["path"], row["evidence"] == ""), (row["path"], row["path"] == "a.csv"))
    os.rename(c.path("b.csv"), c.path("a.csv"))
    c.write("wrong.csv", sheet[0] + "\n" + sheet[1] + "maybe\n")
    same(c.run("count", "--checked", "wrong.csv", "a.csv").code, 2)
    same(c.run("count", "--sheet", "s.csv", "a.csv").code, 2)


def case_count_takes_policies_and_case_profiles_of_ones_own(c):
    c.write("a.csv", people(0, 20))
    c.write("policy.toml", "[ladder.individual]\nline = 20\n")
    same(report(c, "--policy", "policy.toml", "a.csv")["level"], "reached")
    c.write("wrong.toml", "[ladder.driver]\nline = 20\n")
    for option in ("--policy", "--case-profile"):
        same((option, c.run("count", option, "wrong.toml", "a.csv").code), (option, 2))


def case_count_table_speaks_both_languages_and_ends_with_what_it_is_not(c):
    c.write("a.csv", people(0, 3))
    english, chinese = (c.run("count", "--lang", lang, "a.csv").out.decode() for lang in ("en", "zh"))
    assert english.rstrip().endswith("are for people to decide."), english
    assert chinese.rstrip().endswith("由有权机关或责任人判断。"), chinese
    assert "3 unique valid records" in english and "去重有效 3 条" in chinese


def case_scan_tells_records_behind_the_findings(c):
    c.write("a.csv", people(0, 2))
    lines = [json.loads(line) for line in c.run("scan", "--format", "jsonl", "--records", "a.csv").out.splitlines()]
    records = [line for line in lines if line["type"] == "record"]
    same(len(records), 2)
    same([field["kind"] for field in records[0]["fields"]], ["person_name", "resident_id_number", "mobile_number"])
    same((records[0]["valid"], records[0]["tier"]), (True, 5000))
    assert not any(line["type"] == "record" for line in
                   map(json.loads, c.run("scan", "--format", "jsonl", "a.csv").out.splitlines()))


def no_file_grows_past_1_mib():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))


def limit_memory():
    # A program with address sanitizer reserves terabytes of address space for itself.
    if "PIDUN_SANITIZED" not in os.environ:
        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


def stored_state(c):
    """A key, a stored tally of 20 people and its bytes."""
    c.write("a.csv", people(0, 20))
    report(c, "--key-file", key_file(c), "--state", "s.tally", "a.csv")
    return pathlib.Path(c.path("s.tally")).read_bytes()


def no_other_files(c, *names):
    same(sorted(os.listdir(c.folder)), sorted(names))


def case_count_a_disk_that_takes_no_more_is_an_error_and_the_earlier_state_stays(c):
    before = stored_state(c)
    rows = "".join(f"{resident_id(order=f'{i % 1000:03d}', birth=f'19{60 + i // 28000:02d}0{1 + i // 1000 % 28 // 4}01')},"
                   f"139{i:08d}\n" for i in range(150000))
    c.write("big.csv", "身份证号,手机号\n" + rows)
    os.mkdir(c.path("spill"))
    # While counting, and while the state is written.
    for more in (["--memory", "1m"], []):
        result = c.run("count", "--key-file", "key", "--state", "s.tally", *more, "--spill-dir", "spill", "big.csv",
                       preexec_fn=no_file_grows_past_1_mib)
        same((more, result.code), (more, 2))
        assert result.err and "139000" not in result.err, result.err
        same(pathlib.Path(c.path("s.tally")).read_bytes(), before)
        no_other_files(c, "a.csv", "big.csv", "key", "s.tally", "spill")
        same(os.listdir(c.path("spill")), [])


def case_count_killed_midway_leaves_the_earlier_state_and_nothing_else(c):
    before = stored_state(c)
    os.mkdir(c.path("spill"))
    run = c.start("count", "--key-file", "key", "--state", "s.tally", "--memory", "1m", "--spill-dir", "spill", "-",
                  stdin=-1)
    for i in range(20):
        run.stdin.write(("姓名,身份证号,手机号\n" if i == 0 else "").encode() + people(0, 300).encode() * 20)
    run.stdin.flush()
    time.sleep(0.2)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    same(pathlib.Path(c.path("s.tally")).read_bytes(), before)
    no_other_files(c, "a.csv", "key", "s.tally", "spill")
    same(os.listdir(c.path("spill")), [])


def case_count_tallies_of_a_later_version_are_refused(c):
    before = bytearray(stored_state(c))
    before[8] += 1  # the version, behind the magic
    c.write("later.tally", bytes(before))
    result = c.run("count", "--key-file", "key", "--merge", "later.tally", "a.csv")
    same(result.code, 2)
    assert "later.tally" in result.err, result.err


def case_count_a_header_that_changes_within_a_file_loses_no_number(c):
    head, other = people(0, 50), "手机号,姓名,身份证号\n"
    moved = "".join(",".join([mobile, name, number]) + "\n" for name, number, mobile in
                    (person(i).strip().split(",") for i in range(50, 100)))
    c.write("a.csv", head + other + moved)
    for threads in ("1", "2"):
        got = report(c, "--threads", threads, "a.csv")
        same([got[k] for k in ("raw_records", "unique_records", "persons", "duplicates")], [100, 100, 100, 0])


def case_count_a_line_of_2_gib_takes_bounded_memory(c):
    size = (2 << 30) if "PIDUN_SANITIZED" not in os.environ else 1 << 28
    with open(c.path("long"), "wb") as file:
        file.write(person(0).strip().encode())
        file.seek(size)
        file.write(("," + person(1).strip()).encode())
    got = report(c, "--threads", "1", "long", preexec_fn=limit_memory)
    same(got["persons"], 2)
    assert got["raw_records"] >= 1


def case_count_an_endless_stdin_ends_at_the_deadline_and_says_so(c):
    before = stored_state(c)
    start = time.monotonic()
    run = c.start("count", "--format", "json", "--key-file", "key", "--deadline-ms", "700", "-", stdin=-1)
    try:
        while time.monotonic() - start < 20:
            run.stdin.write(people(0, 300).encode())
    except BrokenPipeError:
        pass
    try:
        run.stdin.close()
    except BrokenPipeError:
        pass
    out = run.stdout.read()
    run.wait()
    assert time.monotonic() - start < 15
    got = json.loads(out)
    same((run.returncode, got["complete"]), (3, False))
    assert 0 < got["unique_records"] <= 300
    same(pathlib.Path(c.path("s.tally")).read_bytes(), before)


def case_count_tells_the_case_of_all_parts_also_of_those_that_were_stored(c):
    key_file(c)
    c.write("empty.csv", "")
    folder = next(path for path in sorted(EXAMPLES.iterdir()) if (path / "facts.toml").is_file())
    whole = report(c, "--key-file", "key", "--state", "s.tally", str(folder))
    for option in ("--merge", "--state"):
        later = report(c, "--key-file", "key", option, "s.tally", "empty.csv")
        same(later["cases"], whole["cases"])
