"""columns: a row a column, as table or JSON; kinds by threshold; exit codes; what is left out is said."""
import json
import unicodedata

from command import MIB, PHONE, phone_rows, resident_id, same

KEYS = ["path", "format", "rows", "columns", "complete"]
COLUMN_KEYS = ["name", "index", "kind", "hit_rate", "cells", "filled", "tier", "sensitive", "jrt0171", "gbt39725", "also"]


def phone(i):
    return f"139{(i * 7919 + 10203) % 10**8:08d}"


def identity(i):
    return resident_id(birth=f"{1960 + i % 40}05{10 + i % 18}", order=f"{101 + i}")


def tables(result):
    objects = [json.loads(line) for line in result.out.decode("utf-8").splitlines()]
    for each in objects:
        same(list(each), KEYS)
        for column in each["columns"]:
            same(list(column), COLUMN_KEYS)
    return objects


def columns_of(c, *args, **more):
    (table,) = tables(c.run("columns", "--format", "json", *args, **more))
    return table["columns"]


def kinds(columns):
    return [(column["name"], column["kind"]) for column in columns]


def width(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def case_columns_tell_kind_rate_tier_and_levels(c):
    text = "姓名,手机号,证件号,备注\n" + "".join(f"x,{phone(i)},{identity(i)},{i}\n" for i in range(4)) + "x,,,\n"
    c.write("a.csv", text)
    result = c.run("columns", "--format", "json", "a.csv")
    (table,) = tables(result)
    same((result.code, result.err), (0, ""))
    same([table[key] for key in ("path", "format", "rows", "complete")], ["a.csv", "csv", 5, True])
    same(kinds(table["columns"]), [("姓名", None), ("手机号", "mobile_number"), ("证件号", "resident_id_number"),
                                   ("备注", None)])
    same(table["columns"][1], {"name": "手机号", "index": 1, "kind": "mobile_number", "hit_rate": 1, "cells": 5,
                               "filled": 4, "tier": 5000, "sensitive": False, "jrt0171": 2, "gbt39725": 4, "also": []})
    same(table["columns"][2]["sensitive"], "context")
    same(table["columns"][3], {"name": "备注", "index": 3, "kind": None, "hit_rate": None, "cells": 5, "filled": 4,
                               "tier": None, "sensitive": None, "jrt0171": None, "gbt39725": None, "also": []})


def case_columns_headers_right_lying_missing_duplicate_and_empty(c):
    rows = [(phone(i), identity(i)) for i in range(8)]
    def table(header):
        return header + "".join(f"{i},{a},{b},\n" for i, (a, b) in enumerate(rows))
    for name, header in (("right", "序号,手机号,身份证号,备注\n"), ("lying", "序号,身份证号,手机号,备注\n"),
                         ("missing", ""), ("duplicate", "手机号,手机号,手机号,手机号\n"), ("empty", "序号,,,备注\n"),
                         ("silent", "序号,c1,c2,备注\n"), ("negative", "序号,手机,订单号,备注\n")):
        c.write(f"{name}.csv", table(header))
        got = [column["kind"] for column in columns_of(c, f"{name}.csv")]
        same((name, got), (name, [None, "mobile_number", "resident_id_number", None]))
        names = header.strip("\n").split(",") if header else [""] * 4
        same((name, [column["name"] for column in columns_of(c, f"{name}.csv")]), (name, names))


def case_columns_threshold_decides_and_also_lists_the_rest(c):
    text = "编号,内容\n" + "".join(f"{i},{phone(i) if i < 6 else identity(i) if i < 9 else 'x'}\n" for i in range(10))
    c.write("a.csv", text)
    content = columns_of(c, "a.csv")[1]
    same((content["kind"], content["hit_rate"]), ("mobile_number", 0.6))
    same(content["also"], [{"kind": "resident_id_number", "hit_rate": 0.3}])
    same(columns_of(c, "--threshold", "0.6", "a.csv")[1]["kind"], "mobile_number")
    content = columns_of(c, "--threshold", "0.61", "a.csv")[1]
    same((content["kind"], content["hit_rate"], content["tier"]), (None, None, None))
    same([also["hit_rate"] for also in content["also"]], [0.6, 0.3])
    for bad in ("1.1", "-0.1", "half"):
        same(c.run("columns", "--threshold", bad, "a.csv").code, 2)


def case_columns_table_aligns_wide_names(c):
    c.write("a.csv", "姓名,手机号码及备用,n\n" + "".join(f"x,{phone(i)},7\n" for i in range(5)))
    for lang, heading in (("en", "JR/T 0171"), ("zh", "JR/T 0171")):
        result = c.run("columns", "--lang", lang, "a.csv")
        same(result.code, 0)
        lines = result.out.decode().splitlines()
        assert lines[0].startswith("a.csv") and "csv" in lines[0] and "5" in lines[0], lines[0]
        same(len(lines), 5)
        at = width(lines[1][:lines[1].index(heading)])
        row = next(line for line in lines if "手机号码及备用" in line)
        before, _, after = row.partition("100.0%")
        same(width(before + "100.0%"), width(lines[1][:lines[1].index("hit rate" if lang == "en" else "命中率")]) +
             width("hit rate" if lang == "en" else "命中率"))
        cells = after.split()
        same((cells[0], cells[2:]), ("5000", ["2", "4"]))
        columns = 0
        for char in row:
            if columns == at:
                same(char, "2")
            columns += width(char)
    assert "mobile_number" in c.run("columns", "--lang", "en", "a.csv").out.decode()
    assert "手机号码 " in c.run("columns", "--lang", "zh", "a.csv").out.decode()


def case_columns_of_formats_with_keys_and_places(c):
    c.write("a.jsonl", "".join(json.dumps({"phone": phone(i), "in": {"n": i}}) + "\n" for i in range(3)))
    c.write("b.sql", "INSERT INTO t (id, tel) VALUES " + ",".join(f"({i},'{phone(i)}')" for i in range(3)) + ";\n")
    c.write("c.hl7", "MSH|^~\\&|HIS|A|LIS|B|20240101||ADT^A01|1|P|2.4\r" + f"PID|1||{identity(1)}||a^b\r")
    c.write("d.log", "words and no columns\n")
    result = c.run("columns", "--format", "json", "a.jsonl", "b.sql", "c.hl7", "d.log")
    jsonl, sql, hl7, log = tables(result)
    same(kinds(jsonl["columns"]), [("phone", "mobile_number"), ("n", None)])
    same(kinds(sql["columns"]), [("id", None), ("tel", "mobile_number")])
    assert ("PID-3.1", "resident_id_number") in kinds(hl7["columns"]), hl7
    same((log["format"], log["columns"]), ("lines", []))
    same([table["format"] for table in (jsonl, sql, hl7)], ["json", "sql", "hl7"])
    assert "no columns" in c.run("columns", "--lang", "en", "d.log").out.decode()


def case_columns_walk_directories_and_read_standard_input(c):
    c.write("tree/b/two.csv", phone_rows(9))
    c.write("tree/a.csv", phone_rows(7))
    objects = tables(c.run("columns", "--format", "json", "tree"))
    same([(each["path"], each["rows"]) for each in objects], [("tree/a.csv", 7), ("tree/b/two.csv", 9)])
    (table,) = tables(c.run("columns", "--format", "json", stdin=phone_rows(5)))
    same((table["path"], table["rows"]), ("-", 5))
    gbk = phone_rows(5).decode().encode("gb18030")
    same(kinds(columns_of(c, "--charset", "gbk", stdin=gbk)), [("序号", None), ("手机号", "mobile_number")])
    same(kinds(columns_of(c, "--input-format", "lines", stdin=phone_rows(5))), [])


def case_columns_of_big_files_are_the_same_with_any_threads(c):
    c.write("big.csv", phone_rows(620000))
    one = c.run("columns", "--format", "json", "--threads", "1", "big.csv")
    (table,) = tables(one)
    same((table["rows"], table["columns"][1]["cells"]), (620000, 620000))
    assert table["columns"][1]["hit_rate"] > 0.99
    same(c.run("columns", "--format", "json", "--threads", "3", "big.csv").out, one.out)
    with open(c.path("big.csv"), "rb") as file:
        piped = c.run("columns", "--format", "json", stdin=file.read()).out
    same(piped.replace(b'"-"', b'"big.csv"'), one.out)


def case_columns_exit_codes(c):
    c.write("good.csv", phone_rows(5))
    same(c.run("columns", "good.csv").code, 0)
    missing = c.run("columns", "--format", "json", "missing.csv")
    same((missing.code, missing.out), (2, b""))
    assert "missing.csv" in missing.err
    some = c.run("columns", "--format", "json", "missing.csv", "good.csv")
    same((some.code, [table["path"] for table in tables(some)]), (3, ["good.csv"]))
    cut = c.run("columns", "--format", "json", "--max-bytes", "40", "good.csv")
    (table,) = tables(cut)
    same((cut.code, table["complete"]), (3, False))
    many = c.run("columns", "--format", "json", "--input-format", "csv", stdin="," * 20000 + "x\n")
    (table,) = tables(many)
    same((many.code, len(table["columns"]), table["complete"]), (3, 16384, False))
    assert "column_limit" in many.err
    same(c.run("columns", "--format", "xml", "good.csv").code, 2)


def case_columns_show_no_value_that_is_a_key(c):
    for form in ("table", "json"):
        result = c.run("columns", "--format", form, "--input-format", "json", stdin=json.dumps({PHONE: {"a": 1, PHONE: "x"}}))
        assert PHONE.encode() not in result.out and b"139****5678" in result.out, result.out


def case_columns_use_rules_of_ones_own(c):
    c.write("own.toml", '[[kind]]\nnumber = 0x8000\nname = "badge_number"\nzh = "门禁卡号"\ntier = 500\n'
                        '[[rule]]\nid = "badge"\nkind = "badge_number"\nshape = "regex"\npattern = "BG-[0-9]{6}"\n'
                        '[[rule.match]]\ntext = "BG-123456"\nfind = "BG-123456"\n')
    text = "n,c1\n" + "".join(f"{i},BG-{100000 + i}\n" for i in range(6))
    column = columns_of(c, "--rules", "own.toml", "--no-cache", stdin=text)[1]
    same((column["kind"], column["tier"], column["hit_rate"]), ("badge_number", 500, 1))
