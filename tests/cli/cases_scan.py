"""scan: formats, options, exit codes on good input."""
import json
import os
import pty

from command import MIB, PHONE, PHONE_MASKED_TAIL, phone_rows, resident_id, same

FINDING_KEYS = ["type", "path", "kind", "offset", "length", "line", "column", "tier", "sensitive", "jrt0171", "gbt39725",
                "confidence", "check", "evidence", "masked", "rule", "chain", "reasons"]
SUMMARY_KEYS = ["type", "bytes", "invalid_bytes", "files", "findings", "by_kind", "images", "test_values", "suppressed", "complete",
                "incomplete", "rules"]
LINE = f"联系 手机：{PHONE} 。\n"


def case_a_finding_exits_1_and_shows_masked_evidence(c):
    result = c.run("scan", c.write("a.txt", "first\n" + LINE))
    same(result.code, 1)
    column = LINE.encode().index(PHONE.encode()) + 1
    text = result.out.decode()
    assert text.startswith(f"{c.path('a.txt')}:2:{column}: mobile_number "), text
    assert PHONE not in text and "****" in text, text
    assert "1 findings in 1 files" in result.err, result.err


def case_only_the_kinds_asked_for_are_told(c):
    path = c.write("a.csv", f"姓名,手机号,邮箱\n梁建,{PHONE},a@b.cn\n")
    for asked in (["--kinds", "email_address,person_name"], ["--kinds", "email_address", "--kinds", "person_name"]):
        findings, _ = c.run("scan", *asked, "--format", "jsonl", path).json_lines()
        same([finding["kind"] for finding in findings], ["person_name", "email_address"])
    table = json.loads(c.run("columns", "--kinds", "mobile_number", "--format", "json", path).out)
    same([column["kind"] for column in table["columns"]], [None, "mobile_number", None])


def case_a_kind_that_is_not_known_exits_2(c):
    result = c.run("scan", "--kinds", "mobile", c.write("a.txt", LINE))
    same((result.code, result.out), (2, b""))
    assert "there is no kind of the name mobile" in result.err, result.err


def case_nothing_found_exits_0_with_empty_stdout(c):
    result = c.run("scan", c.write("a.txt", "nothing here\n"))
    same((result.code, result.out), (0, b""))


def case_stdin_is_read_without_path_and_for_a_dash(c):
    for args in (["scan"], ["scan", "-"]):
        result = c.run(*args, "--format", "jsonl", stdin=LINE)
        findings, summary = result.json_lines()
        same((result.code, len(findings), findings[0]["path"], summary["bytes"]), (1, 1, "-", len(LINE.encode())))


def case_jsonl_keys_are_exactly_the_promised_ones(c):
    path = c.write("a.txt", LINE)
    result = c.run("scan", "--format", "jsonl", path)
    findings, summary = result.json_lines()
    same(list(findings[0]), FINDING_KEYS)
    same(list(summary), SUMMARY_KEYS)
    offset = LINE.encode().index(PHONE.encode())
    wanted = {"path": path, "kind": "mobile_number", "offset": offset, "length": 11, "line": 1, "column": offset + 1,
              "tier": 5000, "sensitive": False, "masked": False, "chain": []}
    same({key: findings[0][key] for key in wanted}, wanted)
    assert 50 <= findings[0]["confidence"] <= 100 and findings[0]["check"] in ("pass", "fail", "none")
    assert all(isinstance(reason, str) for reason in findings[0]["reasons"]) and findings[0]["reasons"]
    same((summary["findings"], summary["files"], summary["by_kind"]), (1, 1, {"mobile_number": 1}))
    same((summary["complete"], summary["incomplete"]), (True, []))


def case_a_resident_id_passes_its_check_and_depends_on_context(c):
    value = resident_id()
    findings, _ = c.run("scan", "--format", "jsonl", stdin=f"身份证号：{value}\n").json_lines()
    same([(f["kind"], f["check"], f["sensitive"], f["length"]) for f in findings],
         [("resident_id_number", "pass", "context", 18)])
    assert findings[0]["evidence"].startswith(value[:4]) and value not in findings[0]["evidence"]


def case_masked_and_rounded_values_are_marked(c):
    text = "手机号,x\n138****8000,1\n1.39E+10,2\n13900001234,3\n"
    findings, _ = c.run("scan", "--format", "jsonl", stdin=text).json_lines()
    same([(f["masked"], f.get("lossy", False)) for f in findings], [(True, False), (False, True), (False, False)])
    shown = c.run("scan", stdin=text).out.decode()
    same((shown.count("[masked]"), shown.count("[lossy]")), (1, 1))


def case_a_well_known_example_is_marked_test_value(c):
    findings, _ = c.run("scan", "--format", "jsonl", stdin="手机：13800138000\n").json_lines()
    same(findings[0].get("test_value"), True)


def case_summary_prints_the_summary_line_alone(c):
    result = c.run("scan", "--format", "summary", c.write("a.csv", phone_rows(5)))
    findings, summary = result.json_lines()
    same((result.code, findings, summary["findings"]), (1, [], 5))
    same(result.err, "")


def case_by_kind_is_sorted_by_name(c):
    data = f"手机：{PHONE} 身份证号：{resident_id()} 邮箱：zhang.san@example.cn\n"
    _, summary = c.run("scan", "--format", "summary", stdin=data).json_lines()
    assert len(summary["by_kind"]) >= 2, summary
    same(list(summary["by_kind"]), sorted(summary["by_kind"]))


def case_show_values_gives_the_bytes_from_files_and_pipes(c):
    data = phone_rows(20)
    wanted = [row.split(",")[1] for row in data.decode().splitlines()[1:]]
    path = c.write("a.csv", data)
    big = c.write("big.csv", phone_rows(100) + b"\n" * (3 * MIB) + data)
    for args, stdin, tail in (([path], b"", 20), ([], data, 20), ([], open(path, "rb"), 20), ([big], b"", 20)):
        findings, _ = c.run("scan", "--format", "jsonl", "--show-values", *args, stdin=stdin).json_lines()
        same([f["value"] for f in findings][-tail:], wanted)
        assert all(f["value"] != f["evidence"] for f in findings)
    text = c.run("scan", "--show-values", path).out.decode()
    assert all(value in text for value in wanted)


def case_label_and_input_format_reach_the_library(c):
    bare = resident_id()[:-1] + "A"
    same(c.run("scan", "--label", "备注", "--input-format", "lines", stdin=bare).code, 0)
    result = c.run("scan", "--label", "手机号", "--format", "jsonl", stdin=PHONE)
    assert "label" in " ".join(result.json_lines()[0][0]["reasons"]), result.out


def case_min_confidence_drops_weaker_findings(c):
    findings, _ = c.run("scan", "--format", "jsonl", stdin=LINE).json_lines()
    above = findings[0]["confidence"] + 1
    if above <= 100:
        same(c.run("scan", "--min-confidence", str(above), stdin=LINE).code, 0)


def case_limits_reached_are_incomplete_with_their_reason(c):
    path = c.write("a.csv", phone_rows(300))
    result = c.run("scan", "--format", "summary", "--max-bytes", "20", path)
    _, summary = result.json_lines()
    same((summary["complete"], summary["incomplete"][0]["path"], summary["bytes"]), (False, path, 20))
    assert "byte" in summary["incomplete"][0]["reason"], summary
    result = c.run("scan", "--format", "jsonl", "--max-findings", "7", path)
    findings, summary = result.json_lines()
    same((result.code, len(findings), summary["complete"]), (1, 7, False))
    assert "finding" in summary["incomplete"][0]["reason"], summary
    same(c.run("scan", "--max-bytes", "4", c.write("b.txt", "no values in here")).code, 3)


def case_messages_follow_lang_and_locale(c):
    path = c.write("a.txt", LINE)
    for args, env in ((["--lang", "zh"], {}), ([], {"LC_ALL": "zh_CN.UTF-8"}), ([], {"LC_ALL": "", "LANG": "zh_CN"})):
        result = c.run("scan", *args, path, env=env)
        assert "手机号码" in result.out.decode() and "处发现" in result.err, result.err
    result = c.run("scan", "--lang", "en", path, env={"LC_ALL": "zh_CN.UTF-8"})
    assert "手机号码" not in result.out.decode() and "findings" in result.err
    assert "没有这个文件" in c.run("scan", "missing", "--lang", "zh").err
    assert "退出码" in c.run("scan", "--help", "--lang", "zh").out.decode()


def case_colour_only_on_a_terminal_or_when_asked(c):
    path = c.write("a.txt", LINE)
    assert b"\x1b[" not in c.run("scan", path).out
    assert b"\x1b[" in c.run("scan", "--color", "always", path).out
    leader, follower = pty.openpty()
    c.run("scan", path, stdout=follower, env={"TERM": "xterm"})
    os.close(follower)
    assert b"\x1b[" in os.read(leader, 65536)
    os.close(leader)


def case_version_and_help_exit_0(c):
    result = c.run("--version")
    same((result.code, result.out.startswith(b"pidun ")), (0, True))
    for args in (["--help"], ["scan", "--help"], ["explain", "--help"]):
        result = c.run(*args)
        same((result.code, len(result.out) > 100, result.err), (0, True, ""))


def case_a_name_that_is_no_utf8_still_gives_valid_json(c):
    folder = os.fsencode(c.folder)
    with open(folder + b"/\xff\xfe\"\n\x1b[31m.txt", "wb") as file:
        file.write(LINE.encode())
    findings, _ = c.run("scan", "--format", "jsonl", c.folder).json_lines()
    assert "\ufffd" in findings[0]["path"] and '"\n\x1b' in findings[0]["path"]
    text = c.run("scan", c.folder).out
    assert b"\x1b" not in text and text.count(b"\n") == 1, text


def case_evidence_and_json_hold_for_gbk_and_binary_neighbours(c):
    data = "手机：".encode("gbk") + PHONE.encode() + b"\x00\xff\xfe\n"
    for line in c.run("scan", "--format", "jsonl", stdin=data).out.decode("utf-8").splitlines():
        json.loads(line)


def case_other_charsets_give_the_findings_of_utf_8_at_their_own_bytes(c):
    row = f"第一行\n联系人：张三，手机号：{PHONE}，请查收\n"
    for codec, mark in (("gb18030", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b""), ("utf-8", b"")):
        data = mark + (row * 50).encode(codec)
        at = data.index(PHONE.encode(codec))
        for args, stdin in (([c.write("a.txt", data)], b""), ([], data)):
            findings, summary = c.run("scan", "--format", "jsonl", *args, stdin=stdin).json_lines()
            same((len(findings), summary["bytes"], summary["invalid_bytes"]), (100, len(data), 0))  # names too
            findings = [finding for finding in findings if finding["kind"] == "mobile_number"]
            same((findings[0]["offset"], findings[0]["length"]), (at, len(PHONE.encode(codec))))
            same((findings[0]["line"], findings[0]["column"] - 1), (2, at - data.index("\n".encode(codec)) - len("\n".encode(codec))))
            assert findings[0]["evidence"].endswith(PHONE_MASKED_TAIL) and "label" in findings[0]["reasons"], findings[0]


def case_charset_is_a_hint_and_an_unknown_one_is_refused(c):
    header = "手機號碼\n".encode("big5")  # too short to tell by itself
    findings, _ = c.run("scan", "--charset", "Big5", "--format", "jsonl", stdin=header + PHONE.encode()).json_lines()
    same([f["offset"] for f in findings], [len(header)])
    findings, _ = c.run("scan", "--charset", "gbk", "--format", "jsonl", stdin=LINE).json_lines()
    same(len(findings), 1)  # the bytes say otherwise
    for name in ("koi8-r", "", "utf-9"):
        result = c.run("scan", "--charset", name, stdin=LINE)
        same((result.code, result.out), (2, b""))
        assert "--charset" in result.err, result.err


def case_bytes_that_are_no_text_are_counted_and_passed_over(c):
    data = LINE.encode() + b"\xff\xfe\xff\n" + LINE.encode()
    findings, summary = c.run("scan", "--format", "jsonl", stdin=data).json_lines()
    same((len(findings), summary["invalid_bytes"], summary["complete"]), (2, 3, True))
