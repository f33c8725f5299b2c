"""patterns, --rules and the cache: rules are shown, checked and used; a bad file is an error of the run."""
import json
import os

from command import PHONE, same

BADGE = """
[[kind]]
number = 0x8000
name = "badge_number"
zh = "门禁卡号"
tier = 500

[[rule]]
id = "badge"
kind = "badge_number"
zh = "门禁卡"
shape = "regex"
pattern = 'BG-[0-9]{6}'
labels = ["门禁卡"]
[[rule.match]]
text = "门禁卡 BG-123456"
find = "BG-123456"
"""
TEXT = "张三 BG-000001 有效\n"


def home(c):
    return {"HOME": c.folder, "XDG_CACHE_HOME": ""}


def cached(c, folder=".cache/pidun"):
    path = c.path(folder)
    return sorted(os.listdir(path)) if os.path.isdir(path) else []


def case_list_names_every_rule_with_its_kind(c):
    lines = c.run("patterns", "list").out.decode().splitlines()
    assert len(lines) >= 9 and any(line.startswith("mobile_number ") and " 5000 " in line for line in lines), lines
    chinese = c.run("patterns", "list", "--lang", "zh").out.decode()
    assert "手机号码" in chinese and "手机号码" not in "\n".join(lines)


def case_list_tells_users_rules_and_disabled_ones(c):
    c.write("own.toml", BADGE + '[[rule]]\noverride = true\nid = "email_address"\ndisabled = true\n')
    lines = c.run("patterns", "list", "--rules", "own.toml", env=home(c)).out.decode().splitlines()
    same([line.split()[:4] for line in lines if line.startswith("badge")], [["badge", "badge_number", "500", "regex"]])
    assert [line for line in lines if line.endswith("(disabled)")][0].startswith("email_address"), lines


def case_show_gives_a_kind_with_its_rules_as_they_stand(c):
    shown = c.run("patterns", "show", "resident_id_number").out.decode()
    for part in ("公民身份号码", 'id = "resident_id_number"', 'id = "resident_id_number_short"', "[[rule.reject]]"):
        assert part in shown, part
    short = c.run("patterns", "show", "resident_id_number_short").out.decode()
    assert 'id = "resident_id_number"\n' not in short and "identity.toml:" in short, short


def case_show_of_an_unknown_name_exits_2_and_does_not_repeat_it(c):
    result = c.run("patterns", "show", PHONE)
    same((result.code, result.out), (2, b""))


def case_check_without_a_file_proves_the_built_in_rules(c):
    result = c.run("patterns", "check")
    same((result.code, result.out), (0, b""))
    assert "sound" in result.err, result.err


def case_check_prints_one_line_for_each_failure(c):
    token = BADGE.replace("badge", "token").replace("0x8000", "0x8001").replace("门禁卡", "令牌")
    bad = BADGE.replace("BG-[0-9]{6}", "BG-[0-9]+") + token.replace('kind = "token_number"', 'kind = "nothing"')
    c.write("bad.toml", bad)
    result = c.run("patterns", "check", "bad.toml")
    lines = result.out.decode().splitlines()
    same((result.code, len(lines)), (2, 1))
    assert lines[0].startswith("bad.toml:27:8: token: unknown kind"), lines
    c.write("bad.toml", bad.replace("nothing", "token_number"))
    lines = c.run("patterns", "check", "bad.toml").out.decode().splitlines()
    assert lines[0].startswith("bad.toml:13:11: badge: pattern refused"), lines
    c.write("good.toml", BADGE)
    same((c.run("patterns", "check", "good.toml").code, c.run("patterns", "check", "missing.toml").code), (0, 2))


def case_check_keeps_no_cache(c):
    c.write("good.toml", BADGE)
    c.run("patterns", "check", "good.toml", env=home(c))
    same(cached(c), [])


def case_rules_of_files_find_their_kinds(c):
    c.write("own.toml", BADGE)
    c.write("more.toml", '[[rule]]\nid = "state"\nkind = "badge_number"\nshape = "literal"\npattern = "有效"\n'
                         '[[rule.match]]\ntext = "有效"\nfind = "有效"\n')
    result = c.run("scan", "--format", "jsonl", "--rules", "own.toml", "--rules", "more.toml", stdin=TEXT, env=home(c))
    findings, summary = result.json_lines()
    same([(f["kind"], f["rule"], f["offset"], f["tier"]) for f in findings],
         [("badge_number", "badge", 7, 500), ("badge_number", "state", 17, 500)])
    same((result.code, summary["by_kind"]), (1, {"badge_number": 2}))
    plain = c.run("scan", "--format", "jsonl", stdin=TEXT)
    same((plain.code, plain.json_lines()[1]["rules"] != summary["rules"]), (0, True))


def case_paths_behind_rules_are_still_paths(c):
    c.write("own.toml", BADGE)
    c.write("a.txt", TEXT)
    result = c.run("scan", "--format", "jsonl", "--rules", "own.toml", "a.txt", env=home(c))
    same([f["path"] for f in result.json_lines()[0]], ["a.txt"])


def case_explain_knows_the_rules_too(c):
    c.write("own.toml", BADGE)
    account = json.loads(c.run("explain", "BG-000001", "--rules", "own.toml", "--label", "门禁卡", "--format", "json",
                               env=home(c)).out)
    same([(r["kind"], r["rule"], r["confidence"], r["reported"]) for r in account["readings"]],
         [("badge_number", "badge", 95, True)])
    same(sum(reason["points"] for reason in account["readings"][0]["reasons"]), 95)


def case_a_bad_rule_file_ends_the_run_with_its_place(c):
    c.write("bad.toml", BADGE.replace("BG-123456\"\n", "BG-12345\"\n", 1))
    for args in (["scan"], ["explain", "x"], ["patterns", "list"]):
        result = c.run(*args, "--rules", "bad.toml", stdin=TEXT, env=home(c))
        same((args, result.code, result.out), (args, 2, b""))
        assert "bad.toml:" in result.err and "(badge)" in result.err, result.err
    missing = c.run("scan", "--rules", "missing.toml", stdin=TEXT)
    assert missing.code == 2 and "missing.toml: cannot be opened" in missing.err, missing.err


def case_compiled_rules_are_kept_where_caches_are(c):
    c.write("own.toml", BADGE)
    c.run("scan", "--rules", "own.toml", stdin=TEXT, env=home(c))
    assert cached(c), "nothing in ~/.cache/pidun"
    c.run("scan", "--rules", "own.toml", stdin=TEXT, env={"HOME": c.folder, "XDG_CACHE_HOME": c.path("xdg")})
    same(cached(c), cached(c, "xdg/pidun"))
    c.run("scan", "--rules", "own.toml", "--cache-dir", c.path("here"), stdin=TEXT, env=home(c))
    same(cached(c), cached(c, "here"))


def case_no_cache_keeps_nothing_and_a_plain_scan_its_words(c):
    c.write("own.toml", BADGE)
    c.run("scan", "--rules", "own.toml", "--no-cache", stdin=TEXT, env=home(c))
    same(cached(c), [])
    c.run("scan", stdin=TEXT, env=home(c))
    same(len(cached(c)), 1)


def case_a_broken_cache_changes_nothing(c):
    c.write("own.toml", BADGE)
    scan = ["scan", "--format", "jsonl", "--rules", "own.toml"]
    first = c.run(*scan, stdin=TEXT, env=home(c))
    for name in cached(c):
        path = os.path.join(c.folder, ".cache/pidun", name)
        data = open(path, "rb").read()
        for broken in (b"", data[:-7], data[:40] + b"\xff" * 60 + data[100:]):
            open(path, "wb").write(broken)
            again = c.run(*scan, stdin=TEXT, env=home(c))
            same((name, again.code, again.out), (name, first.code, first.out))


def case_usage_of_patterns(c):
    for args in (["patterns"], ["patterns", "show"], ["patterns", "list", "x"], ["patterns", "remove"]):
        result = c.run(*args)
        same((args, result.code, result.out), (args, 2, b""))
    assert "check" in c.run("patterns", "--help").out.decode()
