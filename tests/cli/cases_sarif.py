"""scan --format sarif: one run of SARIF 2.1.0, whatever the inputs are; values only as masked evidence."""
import json
import os

from command import PHONE, phone_rows, resident_id, same

LINE = f"联系 手机：{PHONE} 。\n"


def log_of(result):
    text = result.out.decode("utf-8")
    assert PHONE not in text, "a value stands in the log"
    log = json.loads(text)
    check_shape(log)
    schema = os.environ.get("PIDUN_SARIF_SCHEMA")
    if schema:
        import jsonschema
        with open(schema, encoding="utf-8") as file:
            jsonschema.Draft4Validator(json.load(file)).validate(log)
    return log["runs"][0]


# What the schema asks of the parts we write; section numbers are those of the standard.
KEYS = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "columnKind", "results", "invocations", "properties"},
    "driver": {"name", "version", "semanticVersion", "language", "properties", "rules"},
    "rule": {"id", "shortDescription", "properties"},
    "result": {"ruleId", "ruleIndex", "level", "message", "properties", "locations", "partialFingerprints",
               "suppressions"},
    "region": {"startLine", "startColumn", "byteOffset", "byteLength"},
    "suppression": {"kind", "status", "justification", "properties"},
    "invocation": {"executionSuccessful", "exitCode", "toolExecutionNotifications"},
    "notification": {"level", "descriptor", "message", "locations"},
}


def known(what, thing):
    assert set(thing) <= KEYS[what], (what, sorted(set(thing) - KEYS[what]))


def check_shape(log):
    known("log", log)
    same((log["version"], len(log["runs"])), ("2.1.0", 1))
    run = log["runs"][0]
    known("run", run)
    known("driver", run["tool"]["driver"])  # 3.19: name is required
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    same((len(set(ids)), run["columnKind"]), (len(ids), "utf16CodeUnits"))  # 3.14.17
    for rule in rules:
        known("rule", rule)
        assert rule["properties"]["tier"] in (0, 50, 500, 5000) and rule["properties"]["name_zh"]
    for result in run["results"]:
        known("result", result)
        same(ids[result["ruleIndex"]], result["ruleId"])  # 3.27.6
        assert result["level"] in ("none", "note", "warning", "error") and result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        known("region", place["region"])  # 3.30: counts from 1, offsets from 0
        assert place["region"]["startLine"] >= 1 and place["region"]["startColumn"] >= 1
        assert place["region"]["byteOffset"] >= 0 and place["region"]["byteLength"] > 0
        assert all(isinstance(v, str) for v in result.get("partialFingerprints", {}).values())
        for suppression in result.get("suppressions", []):
            known("suppression", suppression)
            same(suppression["kind"], "external")  # 3.35.2
    for invocation in run["invocations"]:
        known("invocation", invocation)
        assert isinstance(invocation["executionSuccessful"], bool)  # 3.20.14: required
        for notification in invocation["toolExecutionNotifications"]:
            known("notification", notification)
            assert notification["message"]["text"]


def case_a_finding_has_its_place_rule_and_masked_evidence(c):
    path = c.write("a.txt", "first\n" + LINE)
    result = c.run("scan", "--format", "sarif", "a.txt", path)
    run = log_of(result)
    same((result.code, result.err, len(run["results"])), (1, "", 2))
    one = run["results"][0]
    same((one["ruleId"], one["level"], one["message"]["text"]), ("mobile_number", "warning", "mobile_number: 139****5678"))
    offset = len("first\n") + LINE.encode().index(PHONE.encode())
    place = one["locations"][0]["physicalLocation"]
    same(place, {"artifactLocation": {"uri": "a.txt"},
                 "region": {"startLine": 2, "startColumn": LINE.index(PHONE) + 1, "byteOffset": offset,
                            "byteLength": 11}})
    same(run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "file://" + path)
    same(run["properties"]["summary"]["findings"], 2)
    assert "partialFingerprints" not in one and "suppressions" not in one


def case_columns_count_utf16_units(c):
    run = log_of(c.run("scan", "--format", "sarif", stdin=f"\U0001f4de手机：{PHONE}\n"))
    same(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"], 6)


def case_nothing_found_is_a_valid_log_too(c):
    for args in (["empty"], ["clean"], ["empty", "clean"]):
        c.write("empty", "")
        c.write("clean", "words\n")
        result = c.run("scan", "--format", "sarif", *args)
        run = log_of(result)
        same((result.code, run["results"]), (0, []))
        same((run["invocations"][0]["executionSuccessful"], run["invocations"][0]["exitCode"]), (True, 0))


def case_levels_follow_tier_check_and_test_data(c):
    c.write("ranges", "mobile_number 1990000*\n")
    wrong = resident_id()[:-1] + ("6" if resident_id()[-1] != "6" else "7")
    text = f"手机：{PHONE}\n身份证号：{wrong}\n手机：19900001234\n银行卡号：6222021400805173623\n"
    run = log_of(c.run("scan", "--format", "sarif", "--test-data", "ranges", stdin=text))
    levels = [(r["ruleId"], r["level"]) for r in run["results"]]
    same(levels, [("mobile_number", "warning"), ("resident_id_number", "note"), ("mobile_number", "note"),
                  ("bank_card_number", "error")])


def case_fingerprints_need_a_key(c):
    same(c.run("key", "new", "key").code, 0)
    run = log_of(c.run("scan", "--format", "sarif", "--key-file", "key", stdin=LINE + LINE))
    prints = [r["partialFingerprints"]["pidun/v1"] for r in run["results"]]
    same((len(prints), prints[0] == prints[1], len(prints[0])), (2, True, 32))


def case_suppressions_are_told(c):
    c.write(".pidun-ignore.toml", '[[suppress]]\npath = "a.txt"\nkind = "mobile_number"\nreason = "old \\"x\\""\n'
                                  'owner = "me"\nexpires = 9999-12-31\n')
    c.write("a.txt", LINE)
    c.write("b.txt", LINE)
    result = c.run("scan", "--format", "sarif", "a.txt", "b.txt")
    run = log_of(result)
    first, second = [r["suppressions"] for r in run["results"]]
    same((first[0]["justification"], first[0]["properties"]["owner"], second), ('old "x"', "me", []))
    same((result.code, c.run("scan", "--format", "sarif", "a.txt").code), (1, 0))


def case_what_was_not_examined_is_a_notification(c):
    c.write("a.csv", phone_rows(300))
    result = c.run("scan", "--format", "sarif", "--max-findings", "7", "missing", "a.csv")
    run = log_of(result)
    invocation = run["invocations"][0]
    same((result.code, invocation["executionSuccessful"], len(run["results"])), (1, False, 7))
    same([(n["descriptor"]["id"], n["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
          for n in invocation["toolExecutionNotifications"]], [("unreadable", "missing"), ("finding_limit", "a.csv")])
    result = c.run("scan", "--format", "sarif", "missing")
    same((result.code, log_of(result)["invocations"][0]["exitCode"]), (2, 2))


def case_threads_give_one_valid_log_in_the_same_order(c):
    for i in range(30):
        c.write(f"tree/d{i % 5}/f{i:03}.csv", phone_rows(i % 7 * 50 if i % 3 else 0, start=i * 1000))
    one = c.run("scan", "--format", "sarif", "--threads", "1", "tree")
    log_of(one)
    for threads in ("2", "7"):
        assert c.run("scan", "--format", "sarif", "--threads", threads, "tree").out == one.out


def case_any_file_name_gives_a_valid_uri(c):
    folder = os.fsencode(c.folder)
    with open(folder + b"/\xff %20\"\n:#?.txt", "wb") as file:
        file.write(LINE.encode())
    run = log_of(c.run("scan", "--format", "sarif", "."))
    same(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
         "%FF%20%2520%22%0A%3A%23%3F.txt")


def case_show_values_is_refused(c):
    result = c.run("scan", "--format", "sarif", "--show-values", stdin=LINE)
    same((result.code, result.out), (2, b""))
    assert "--show-values" in result.err


def case_messages_follow_the_language(c):
    run = log_of(c.run("scan", "--format", "sarif", "--lang", "zh", stdin=LINE))
    same((run["results"][0]["message"]["text"], run["tool"]["driver"]["language"]), ("手机号码: 139****5678", "zh-CN"))
