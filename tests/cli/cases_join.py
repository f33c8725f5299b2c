"""count --join and --merge-fields: rows of several files that one value joins, and fields that raise the tier together."""
import itertools
import pathlib

from cases_count import key_file, report
from command import same

PATIENTS = "patient_id,姓名,身份证号\nP1,王伟,110101199003070011\nP2,李娜,450105199306151226\nP3,赵敏,310115198511240022\n"
VISITS = "patient_id,诊断\nP1,2型糖尿病\nP1,高血压\nP2,支气管哮喘\nP9,慢性胃炎\n"
LETTERS = '[{"Patient_ID":"P3","诊断":"肺结核"},{"patient_id":null,"诊断":"高血压"}]'


def told(got):
    return [got[k] for k in ("raw_records", "invalid", "duplicates", "unique_records", "persons")]


def case_join_gives_rows_of_other_files_to_whom_the_value_names(c):
    c.write("p.csv", PATIENTS)
    c.write("v.csv", VISITS)
    c.write("l.json", LETTERS)
    plain = report(c, "p.csv", "v.csv", "l.json")
    same(told(plain), [9, 6, 0, 3, 3])
    same(plain["unlinked"]["500"], 6)
    assert "joined" not in plain
    for order in itertools.permutations(("p.csv", "v.csv", "l.json")):
        for threads in ("1", "3"):
            got = report(c, "--join", "patient_id", "--threads", threads, *order)
            same(told(got), [9, 2, 4, 3, 3])
            same(got["by_tier"], {"50": 0, "500": 3, "5000": 0})
            same(got["unlinked"]["500"], 2)
            same(got["joined"], {"rows": 4, "values": 3, "records": 0, "ambiguous": {"values": 0, "rows": 0}})


def case_join_takes_several_names_of_one_field(c):
    c.write("p.csv", PATIENTS)
    c.write("v.csv", VISITS.replace("patient_id", "患者编号"))
    same(report(c, "--join", "patient_id", "p.csv", "v.csv")["joined"]["rows"], 0)
    same(report(c, "--join", "patient_id, 患者编号", "p.csv", "v.csv")["joined"]["rows"], 3)


def case_join_moves_rows_of_two_weak_values_to_the_person(c):
    c.write("p.csv", PATIENTS)
    c.write("v.csv", "病历号,patient_id,姓名,诊断\nM1001,P1,王伟,2型糖尿病\nM1001,P1,王伟,高血压\n")
    plain = report(c, "p.csv", "v.csv")
    same((plain["unique_records"], plain["persons"]), (4, 4))
    got = report(c, "--join", "patient_id", "p.csv", "v.csv")
    same((got["unique_records"], got["persons"]), (3, 3))
    same(got["by_tier"], {"50": 0, "500": 1, "5000": 2})
    same(got["joined"]["records"], 1)


def case_join_by_a_value_of_two_people_joins_nothing(c):
    c.write("p.csv", PATIENTS + "P1,李四,440305201211230035\n")
    c.write("v.csv", VISITS)
    got = report(c, "--join", "patient_id", "p.csv", "v.csv")
    same(got["joined"], {"rows": 1, "values": 1, "records": 0, "ambiguous": {"values": 1, "rows": 2}})
    same(got["unlinked"]["500"], 3)


def case_join_and_merged_fields_hold_through_stored_tallies(c):
    key = key_file(c)
    c.write("p.csv", PATIENTS)
    c.write("v.csv", VISITS)
    for name in ("p", "v"):
        report(c, "--key-file", key, "--join", "patient_id", "--merge-fields", "--state", f"{name}.tally", f"{name}.csv")
    for order in (("p.tally", "v.tally"), ("v.tally", "p.tally")):
        got = report(c, "--key-file", key, "--merge", order[0], "--merge", order[1], "/dev/null")
        same(told(got), [7, 1, 3, 3, 3])
        same(got["merged_fields"], True)
    refused = c.run("count", "--format", "json", "--key-file", key, "--merge", "p.tally", "v.csv")
    same(refused.code, 2)
    assert "P1" not in refused.err and "joins rows" in refused.err
    stored = b"".join(pathlib.Path(c.path(f"{name}.tally")).read_bytes() for name in ("p", "v"))
    for value in ("110101199003070011", "王伟", "糖尿病", "patient_id"):
        assert value.encode() not in stored


def case_join_spills_past_the_cap_of_memory(c):
    people = "".join(f"P{i},{chr(0x4e00 + i % 900)}明,139{i:08d}\n" for i in range(60000))
    c.write("p.csv", "patient_id,姓名,手机号\n" + people)
    c.write("v.csv", "patient_id,诊断\n" + "".join(f"P{i},2型糖尿病\n" for i in range(60000)))
    for memory in ("1m", "1g"):
        got = report(c, "--join", "patient_id", "--memory", memory, "v.csv", "p.csv")
        same(told(got)[:4], [120000, 0, 60000, 60000])
        same(got["by_tier"]["500"], 60000)


def case_merge_fields_raises_the_tier_by_fields_of_several_rows(c):
    c.write("a.csv", "姓名,身份证号\n王伟,110101199003070011\n")
    c.write("b.csv", "身份证号,家庭住址\n110101199003070011,北京市朝阳区建国路88号\n450105199306151226,北京市朝阳区建国路66号\n")
    same(report(c, "a.csv", "b.csv")["by_tier"], {"50": 0, "500": 0, "5000": 2})
    for order in (("a.csv", "b.csv"), ("b.csv", "a.csv")):
        got = report(c, "--merge-fields", *order)
        same(got["by_tier"], {"50": 0, "500": 1, "5000": 1})
        same((got["unique_records"], got["merged_fields"]), (2, True))


def case_merge_fields_knows_a_card_and_its_secret_in_two_rows(c):
    c.write("a.csv", "身份证号,银行卡号\n110101199003070011,6222021400805173623\n")
    c.write("b.csv", "身份证号,CVV\n110101199003070011,123\n")
    plain, got = report(c, "a.csv", "b.csv"), report(c, "--merge-fields", "a.csv", "b.csv")
    same((plain["by_tier"]["50"], plain["level"]), (0, "below"))
    same((got["by_tier"]["50"], got["level"]), (1, "near"))


def case_join_gives_positions_to_whom_the_value_names(c):
    c.write("users.csv", "user_id,姓名,手机号\nU1,王伟,13958270461\n")
    c.write("track.csv", "user_id,时间,纬度,经度\nU1,2026-01-01 08:00:00,39.90421,116.40741\n"
            "U1,2026-01-01 09:00:00,39.90422,116.40742\nU1,2026-01-02 08:00:00,39.90421,116.40741\n"
            "U2,2026-01-01 08:00:00,39.90421,116.40741\n")
    plain = report(c, "users.csv", "track.csv")
    same((plain["fixes"], plain["unlinked"]["50"]), (0, 4))
    for order in (("users.csv", "track.csv"), ("track.csv", "users.csv")):
        got = report(c, "--join", "user_id", *order)
        same((got["fixes"], got["unlinked"]["50"], got["persons"]), (2, 1, 1))
        same((got["by_tier"]["50"], got["level"]), (2, "near"))
