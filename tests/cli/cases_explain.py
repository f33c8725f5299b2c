"""explain: the account of one value, as JSON and as sentences in both languages."""
import json

from command import PHONE, resident_id, same


def wrong_check(value):
    return value[:-1] + ("6" if value[-1] != "6" else "7")


def case_json_names_the_reading_and_never_the_value(c):
    value = resident_id()
    result = c.run("explain", value, "--format", "json")
    account = json.loads(result.out)
    reported = [r for r in account["readings"] if r["reported"]]
    same((result.code, [r["kind"] for r in reported]), (1, ["resident_id_number"]))
    same((account["length"], reported[0]["check"], value in result.out.decode()), (18, "pass", False))


def case_text_is_readable_in_both_languages(c):
    english = c.run("explain", PHONE, "--label", "phone").out.decode()
    chinese = c.run("explain", PHONE, "--label", "手机", "--lang", "zh").out.decode()
    assert "mobile_number" in english and "confidence" in english and "手机号码" not in english, english
    assert "手机号码" in chinese and "置信度" in chinese, chinese
    assert PHONE not in english + chinese


def case_a_near_miss_says_what_is_wrong(c):
    result = c.run("explain", wrong_check(resident_id()), "--format", "json")
    readings = [r for r in json.loads(result.out)["readings"] if r["kind"] == "resident_id_number"]
    same([r["check"] for r in readings][:1], ["fail"])
    text = c.run("explain", wrong_check(resident_id())).out.decode()
    assert "check digit" in text and "expected" in text, text


def case_a_value_that_is_nothing_exits_0(c):
    for value in ("hello", "12345", "\u4f60\u597d", "a\x1b[31mb", "{}"):
        result = c.run("explain", value)
        same((value, result.code), (value, 0))
        assert b"\x1b" not in result.out


def case_the_value_can_come_from_stdin(c):
    for end in ("", "\n", "\r\n"):
        from_stdin = c.run("explain", "-", "--format", "json", stdin=PHONE + end)
        same((from_stdin.code, json.loads(from_stdin.out)["length"]), (1, 11))


def case_too_long_or_empty_values_exit_2(c):
    for args, stdin in ((["x" * 1025], b""), (["-"], b""), (["-"], b"y" * 100000), ([""], b"")):
        result = c.run("explain", *args, stdin=stdin)
        same((result.code, result.out), (2, b""))
    same(c.run("explain", "-", stdin=b"y" * 1024 + b"\n").code, 0)


def case_invalid_utf8_is_explained_too(c):
    result = c.run("explain", "-", "--format", "json", stdin=b"\xff\xfe13\x00")
    same(result.code, 0)
    json.loads(result.out)
