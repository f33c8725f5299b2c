"""Keys and fingerprints, suppressions, known test data: findings are marked and counted, never dropped."""
import datetime
import os
import stat

from command import PHONE, phone_rows, resident_id, same

LINE = f"手机：{PHONE}\n"
TODAY = datetime.date.today()
REST = 'reason = "public hotline"\nowner = "data"\nexpires = '


def entry(place, expires=TODAY):
    return f"[[suppress]]\n{place}\n{REST}{expires}\n"


def by_path(path, kind="mobile_number", **more):
    return entry(f'path = "{path}"\nkind = "{kind}"', **more)


def new_key(c, name="key"):
    same(c.run("key", "new", name).code, 0)
    return name


def scan(c, *args, **more):
    result = c.run("scan", "--format", "jsonl", *args, **more)
    findings, summary = result.json_lines()
    return result, findings, summary


def case_key_new_makes_a_file_for_its_owner_and_no_second_time(c):
    path = c.path(new_key(c))
    same(stat.S_IMODE(os.stat(path).st_mode), 0o600)
    with open(path) as file:
        first = file.read()
    assert len(bytes.fromhex(first.strip())) == 16 and len(first) == 33
    again = c.run("key", "new", "key")
    same((again.code, again.out), (2, b""))
    assert "key" in again.err and first.strip() not in again.err
    with open(path) as file:
        same(file.read(), first)
    with open(c.path(new_key(c, "other"))) as file:
        assert file.read() != first
    same(c.run("key", "new", "no/such/folder").code, 2)


def case_fingerprints_are_equal_for_equal_values_under_one_key(c):
    key = new_key(c)
    text = f"手机：{PHONE}\n电话：+86 139-1234-5678\n身份证：{resident_id()}\n"
    _, findings, _ = scan(c, "--key-file", key, stdin=text)
    prints = [f["fingerprint"] for f in findings]
    same((len(prints), prints[0] == prints[1], prints[0] == prints[2]), (3, True, False))
    assert all(len(bytes.fromhex(p)) == 16 for p in prints)
    _, findings, _ = scan(c, "--key-file", new_key(c, "other"), stdin=text)
    assert findings[0]["fingerprint"] not in prints
    assert all("fingerprint" not in f for f in scan(c, stdin=text)[1])
    assert f"fingerprint={prints[0]}" in c.run("scan", "--key-file", key, stdin=text).out.decode()


def case_a_key_may_be_raw_bytes_or_hexadecimal_in_any_case(c):
    key = bytes(range(200, 216))
    for name, data in (("raw", key), ("hex", key.hex()), ("upper", key.hex().upper() + "\r\n")):
        os.chmod(c.write(name, data), 0o600)
    prints = {scan(c, "--key-file", name, stdin=LINE)[1][0]["fingerprint"] for name in ("raw", "hex", "upper")}
    same(len(prints), 1)


def case_a_key_that_is_none_or_open_to_all_exits_2_and_is_not_shown(c):
    secret = "c0ffee00" * 4
    for name, data, mode in (("short", secret[:30], 0o600), ("long", secret + "00", 0o600), ("empty", "", 0o600),
                             ("words", "z" * 32, 0o600), ("open", secret, 0o604), ("write", secret, 0o602)):
        os.chmod(c.write(name, data), mode)
        result = c.run("scan", "--key-file", name, stdin=LINE)
        same((name, result.code, result.out), (name, 2, b""))
        assert name in result.err and "c0ffee" not in result.err, result.err
    os.chmod(c.write("group", secret), 0o640)
    same(c.run("scan", "--key-file", "group", stdin=LINE).code, 1)
    same(c.run("scan", "--key-file", "missing", stdin=LINE).code, 2)


def case_a_suppressed_value_is_shown_counted_and_does_not_exit_1(c):
    key = new_key(c)
    fingerprint = scan(c, "--key-file", key, stdin=LINE)[1][0]["fingerprint"]
    c.write(".pidun-ignore.toml", entry(f'fingerprint = "{fingerprint.upper()}"'))
    result, findings, summary = scan(c, "--key-file", key, stdin="tel 139 1234 5678\n" + LINE)
    same(result.code, 0)
    wanted = {"reason": "public hotline", "owner": "data", "expires": str(TODAY)}
    same([f["suppressed"] for f in findings], [wanted, wanted])
    same((summary["findings"], summary["suppressed"]), (2, 2))
    same([(e["findings"], e["expired"]) for e in summary["suppressions"]], [(2, False)])
    text = c.run("scan", "--key-file", key, stdin=LINE)
    assert "[suppressed: public hotline]" in text.out.decode() and "1 suppressed" in text.err
    result, findings, summary = scan(c, "--key-file", key, stdin=LINE + "手机：13912345679\n")
    same((result.code, ["suppressed" in f for f in findings], summary["suppressed"]), (1, [True, False], 1))


def case_suppression_by_path_and_kind(c):
    c.write(".pidun-ignore.toml", by_path("fixtures/**"))
    c.write("tree/fixtures/deep/a.txt", LINE + f"身份证：{resident_id()}\n")
    c.write("tree/other.txt", LINE)
    _, findings, summary = scan(c, "tree")
    same([(f["path"], f["kind"], "suppressed" in f) for f in findings],
         [("tree/fixtures/deep/a.txt", "mobile_number", True),
          ("tree/fixtures/deep/a.txt", "resident_id_number", False), ("tree/other.txt", "mobile_number", False)])
    same(summary["suppressed"], 1)
    same(c.run("scan", "tree/fixtures/deep/a.txt", "tree/other.txt").code, 1)


def case_the_ignore_file_can_be_named_or_left_out(c):
    c.write("a.txt", LINE)
    c.write("elsewhere.toml", by_path("a.txt"))
    same(c.run("scan", "a.txt").code, 1)
    same(c.run("scan", "--ignore-file", "elsewhere.toml", "a.txt").code, 0)
    c.write(".pidun-ignore.toml", by_path("a.txt"))
    same(c.run("scan", "a.txt").code, 0)
    result, findings, summary = scan(c, "--no-ignore", "a.txt")
    same((result.code, "suppressed" in findings[0], "suppressions" in summary), (1, False, False))
    same(c.run("scan", "--no-ignore", "--ignore-file", "elsewhere.toml", "a.txt").code, 2)


def case_an_expired_entry_does_not_apply_and_is_reported(c):
    c.write("a.txt", LINE)
    yesterday = TODAY - datetime.timedelta(days=1)
    c.write(".pidun-ignore.toml", by_path("b.txt") + by_path("a.txt", expires=yesterday))
    result, findings, summary = scan(c, "a.txt")
    same((result.code, "suppressed" in findings[0]), (1, False))
    assert f".pidun-ignore.toml:7: this entry of data expired on {yesterday}" in result.err, result.err
    same([(e["line"], e["expired"], e["findings"]) for e in summary["suppressions"]], [(1, False, 0), (7, True, 0)])
    assert "到期" in c.run("scan", "--lang", "zh", "a.txt").err


def case_fingerprint_entries_without_a_key_are_reported(c):
    c.write(".pidun-ignore.toml", entry('fingerprint = "' + "ab" * 16 + '"'))
    result = c.run("scan", stdin=LINE)
    assert result.code == 1 and "1 entries by fingerprint do not apply without --key-file" in result.err, result.err


def case_a_bad_ignore_file_exits_2_with_file_line_and_entry(c):
    good = by_path("a.txt")
    for text, wanted in ((good + '[[suppress]]\nresaon = "x"\n', ':8:10: entry 2: unknown key "resaon"'),
                         ('[[suppress]]\npath = "a"\nkind = "mobile_number"\nowner = "o"\nexpires = 2030-01-01\n',
                          ":1:1: entry 1: reason is missing"),
                         (f'[[suppress]]\nfingerprint = "{PHONE}"\n', ":2:15: entry 1: fingerprint must be"),
                         (f"{PHONE}\n", ":1:"), ("[[suppress\n", "not valid TOML"), (b"\xff\xfe", "not valid TOML")):
        c.write(".pidun-ignore.toml", text)
        result = c.run("scan", stdin=LINE)  # run() looks for the canary in stderr
        same((text, result.code, result.out), (text, 2, b""))
        assert ".pidun-ignore.toml" in result.err and wanted in result.err, result.err
    same(c.run("scan", "--ignore-file", "missing", stdin=LINE).code, 2)
    os.unlink(c.path(".pidun-ignore.toml"))
    os.symlink("nowhere", c.path(".pidun-ignore.toml"))
    same(c.run("scan", stdin=LINE).code, 2)


def case_known_test_data_stays_and_is_marked_and_counted(c):
    c.write("ranges", "# ours\nmobile_number 13912345000..13912345999\nmobile_number 1990000*\n")
    text = f"手机：{PHONE}\n手机：+86 139-1234-5999\n手机：13912346000\n手机：19900001234\n"
    result, findings, summary = scan(c, "--test-data", "ranges", stdin=text)
    same((result.code, [f.get("test_value", False) for f in findings]), (1, [True, True, False, True]))
    same((summary["findings"], summary["test_values"]), (4, 3))
    shown = c.run("scan", "--test-data", "ranges", stdin=text)
    same(shown.out.decode().count("[test value]"), 3)
    assert "3 test data" in shown.err
    same([f.get("test_value", False) for f in scan(c, stdin=text)[1]], [False] * 4)


def case_a_bad_test_data_file_exits_2_with_file_and_line(c):
    for line, wanted in ((f"mobile_number {PHONE}", "neither"), ("mobile 1..2", "no kind"), ("mobile_number *", "alone")):
        c.write("ranges", f"# first\n\n{line}\n")
        result = c.run("scan", "--test-data", "ranges", stdin=LINE)
        same((line, result.code, result.out), (line, 2, b""))
        assert "ranges:3: " in result.err and wanted in result.err, result.err


def case_marks_are_the_same_for_threads_streams_and_pipes(c):
    key = new_key(c)
    c.write("ranges", "mobile_number 1391*\n")
    c.write(".pidun-ignore.toml", by_path("*.csv"))
    data = phone_rows(30000) + b"nothing in this line at all, only words\n" * 300000 + phone_rows(2000)
    path = c.write("big.csv", data)
    args = ("scan", "--format", "jsonl", "--key-file", key, "--test-data", "ranges")
    one = c.run(*args, "--threads", "1", path)
    many = c.run(*args, "--threads", "4", path)
    same((one.code, many.out == one.out), (0, True))
    findings, summary = one.json_lines()
    same((len(findings), summary["suppressed"]), (32000, 32000))
    assert 0 < summary["test_values"] < 32000
    piped, _ = c.run(*args, "--threads", "1", stdin=data).json_lines()
    same([f["fingerprint"] for f in piped], [f["fingerprint"] for f in findings])
