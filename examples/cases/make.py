#!/usr/bin/env python3
"""Writes the flows of this folder: one small flow for each published case in its real medium, and a harmless twin.

usage: make.py [--check]

--check writes nothing and exits 1 naming each file that is not what would be written. The same bytes every time.
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True
import chats
import pictures
import tables
from people import masked_mobile, masked_name, person, woman


def leads():
    """Case 1: the export of a loan-lead platform, names and numbers masked; some leads went to three officers each."""
    rows = []
    for i in range(60):
        who = person(i * 40 // 60)
        rows.append({
            "lead_id": 880100 + i, "姓名": masked_name(who.name), "手机号": masked_mobile(who.mobile), "城市": who.city,
            "社保": "有" if i % 3 else "无", "公积金": "有" if i % 2 else "无", "负债": f"{i % 9 + 1}万元",
            "房产": "有" if i % 4 == 0 else "无", "车辆": "有" if i % 5 else "无", "月收入": f"{5000 + i % 20 * 500}元",
            "保险": "有" if i % 2 else "无", "征信情况": ("良好", "有逾期", "空白")[i % 3], "借款需求": f"{i % 10 + 3}万元",
            "还款周期": f"{(i % 4 + 1) * 6}个月", "officer": f"officer_{i % 3 + 1:02}"})
    return {"leads.json": json.dumps({"code": 0, "total": len(rows), "data": rows}, ensure_ascii=False, indent=1) + "\n"}


def harmless_json():
    rows = [{"sku": f"K{i:05}", "品名": ("台灯", "水杯", "雨伞", "书架")[i % 4], "库存": i * 3 % 97, "单价": f"{i % 50 + 9}.90",
             "上架": i % 7 != 0, "updated_at": f"2026-03-{i % 28 + 1:02} 08:00:00"} for i in range(60)]
    return {"products.json": json.dumps({"code": 0, "total": len(rows), "data": rows}, ensure_ascii=False, indent=1) + "\n"}


def accounts():
    """Case 3: real-name accounts as they are traded: user, password, name, ID number, face picture."""
    lines = ["账号----密码----姓名----身份证号----人脸"]
    for i in range(60):
        who = person(200 + i)
        lines.append(f"bjh_{who.number:06}----Pw{who.number * 7919 % 100000:05}x----{who.name}----{who.id}----"
                     f"/faces/u{who.number:06}.jpg")
    return {"accounts.txt": "\n".join(lines) + "\n"}


def harmless_dashed():
    lines = ["编号----名称----规格----产地----图片"]
    lines += [f"SP{i:06}----{('圆头螺丝', '六角螺母', '平垫圈')[i % 3]}----M{i % 9 + 3}----{('宁波', '温州', '佛山')[i % 3]}----"
              f"img/part{i:04}.jpg" for i in range(60)]
    return {"parts.txt": "\n".join(lines) + "\n"}


def ward():
    """Case 5: a maternity ward's table, as GBK and as HL7."""
    header = "床号,姓名,年龄,电话,家庭住址,孕周,分娩日期,分娩方式,备注"
    rows = [header]
    for i in range(510):
        who = woman(1000 + i)
        rows.append(f"{i % 60 + 1},{who.name},{24 + i % 14},{who.mobile},{who.address},{37 + i % 5}周,"
                    f"2019-{i % 12 + 1:02}-{i * 3 % 28 + 1:02},{('顺产', '剖宫产')[i % 2]},{('', '母婴同室')[i % 3 == 0]}")
    table = ("\r\n".join(rows) + "\r\n").encode("gbk")
    return {"ward.csv": table, "ward.hl7": "\r".join(
        line for i in range(17) for line in hl7_of(woman(1600 + i), i)) + "\r"}


def hl7_of(who, i):
    day = f"201903{i + 1:02}"
    return [f"MSH|^~\\&|OBS|测试妇幼|HIS|测试妇幼|{day}0930||ADT^A08|M{i:06}|P|2.4|||||CHN|UTF-8",
            f"PID|1||ZY{who.number:08}^^^测试妇幼^MR||{who.name}||{who.birth.replace('-', '')}|F|||"
            f"{who.address}||{who.mobile}|||||||{who.id}",
            f"PV1|1|I|产科^{i % 40 + 1}^1",
            f"OBX|1|ST|11884-4^孕周||{37 + i % 5}周||||||F",
            f"NTE|1||分娩日期：2019-03-{i + 1:02}，分娩方式：{('顺产', '剖宫产')[i % 2]}",
            f"DG1|1||O80.900^{('头位顺产', '剖宫产术后')[i % 2]}^ICD10"]


def harmless_ward():
    rows = ["日期,病区,床位数,在用,空床,护士排班"]
    rows += [f"2019-03-{i % 28 + 1:02},{('产科', '儿科', '内科', '外科')[i % 4]},{40 + i % 5},{30 + i % 9},{10 - i % 9},"
             f"{('早', '中', '晚')[i % 3]}班" for i in range(60)]
    hl7 = [line for i in range(12) for line in (
        f"MSH|^~\\&|BED|测试妇幼|HIS|测试妇幼|201903{i + 1:02}0700||MFN^M05|B{i:06}|P|2.4|||||CHN|UTF-8",
        "MFI|LOC||UPD|||AL", f"MFE|MUP|{i}||产科^{i % 40 + 1}^1", f"LOC|产科^{i % 40 + 1}^1|床位|N")]
    return {"beds.csv": ("\r\n".join(rows) + "\r\n").encode("gbk"), "beds.hl7": "\r".join(hl7) + "\r"}


FLOWS = {
    "1-loan-leads": leads, "2-album-and-dump": lambda: {**pictures.album(), **tables.dump()}, "3-account-list": accounts,
    "4-position-chat": chats.positions, "5-maternity-ward": ward,
    "harmless-1-json": harmless_json, "harmless-2-files": lambda: {**pictures.one_upload(), **tables.catalogue()},
    "harmless-3-dashed": harmless_dashed, "harmless-4-chat": chats.dinner, "harmless-5-ward": harmless_ward,
}


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    here = pathlib.Path(__file__).resolve().parent
    other = []
    for folder, make in FLOWS.items():
        for name, content in make().items():
            path = here / folder / name
            data = content if isinstance(content, bytes) else content.encode("utf-8")
            if arguments:
                other += [] if path.is_file() and path.read_bytes() == data else [path]
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for path in other:
        print(f"{path} is not what make.py writes", file=sys.stderr)
    sys.exit(1 if other else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
