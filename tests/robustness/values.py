"""The kinds of the corpus, each with its labels and a maker of synthetic values whose check characters are right.

Example: KINDS["mobile"].make(random.Random(1)) gives eleven digits of an allotted segment.
"""
import dataclasses
import typing

REGIONS = ("110101", "310104", "440305", "510107", "620102", "330106")
COMPANY = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PLATE = "ABCDEFGHJKLMNPQRSTUVWXYZ"
VIN = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    kind: str  # as the command calls it
    label: str
    traditional: str
    key: str  # of a column, a field, a query
    make: typing.Callable
    groups: tuple = ()  # as people part it, in characters
    typed: bool = True  # by hands, which may disguise it; the others are copied by machines
    shown: bool = True  # False: only masked forms of it are found
    scheme: str = ""  # stands before the value and is no part of it


def digits(rng, count):
    return "".join(rng.choice("0123456789") for _ in range(count))


def letters(rng, count, alphabet="ABCDEFGHJKLMNPQRSTUVWXYZ"):
    return "".join(rng.choice(alphabet) for _ in range(count))


def birth(rng):
    return f"{rng.randint(1950, 2006)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"


def with_id_check(body):
    return body + "10X98765432"[sum(int(d) * (1 << (17 - i)) for i, d in enumerate(body)) % 11]


def with_luhn(body):
    total = 0
    for i, digit in enumerate(reversed(body)):
        double = int(digit) * (2 if i % 2 == 0 else 1)
        total += double - 9 if double > 9 else double
    return body + str(-total % 10)


def resident_id(rng, regions=REGIONS):
    while True:
        value = with_id_check(rng.choice(regions) + birth(rng) + f"{rng.randint(1, 999):03}")
        if value[-1] != "X":
            return value


def resident_id_x(rng):
    while True:
        value = with_id_check(rng.choice(REGIONS) + birth(rng) + f"{rng.randint(1, 999):03}")
        if value[-1] == "X":
            return value


def mobile(rng):
    return rng.choice(("138", "139", "150", "159", "177", "186", "188", "198")) + digits(rng, 8)


def landline(rng):
    return f"{rng.choice(('010', '021', '0755', '0571'))}-{rng.choice('68')}{rng.choice('2345')}{digits(rng, 6)}"


def email(rng):
    return (rng.choice(("zhang", "li", "wang", "chen")) + rng.choice((".", "_", "")) + letters(rng, 4).lower() +
            digits(rng, 2) + "@" + rng.choice(("example.com", "mail.example.cn", "example.org")))


def company(rng):
    eight = "MA" + digits(rng, 1) + letters(rng, 2, "ABCDEFGHJKLMNPQRTUWXY") + digits(rng, 3)
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    check = -sum(w * int(c, 36) for w, c in zip(weights, eight)) % 11
    body = "91" + rng.choice(REGIONS) + eight + ("X" if check == 10 else str(check))
    return body + COMPANY[-sum(COMPANY.index(c) * pow(3, i, 31) for i, c in enumerate(body)) % 31]


def hong_kong_id(rng):
    letter, number = letters(rng, 1), digits(rng, 6)
    total = 36 * 9 + (ord(letter) - 55) * 8 + sum(int(d) * (7 - i) for i, d in enumerate(number))
    return f"{letter}{number}({'0123456789A'[-total % 11]})"


def taiwan_id(rng):
    order = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
    letter, body = letters(rng, 1), rng.choice("12") + digits(rng, 7)
    code = order.index(letter) + 10
    total = code // 10 + code % 10 * 9 + sum(int(d) * (8 - i) for i, d in enumerate(body))
    return letter + body + str(-total % 10)


def vin(rng):
    value = "LSV" + letters(rng, 5, "ABCDEFGHJKLMNPRSTUVWXYZ") + "0" + letters(rng, 2, VIN) + digits(rng, 6)
    codes = {c: int(n) for c, n in zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789")}
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    rest = sum(w * (codes[c] if c in codes else int(c)) for w, c in zip(weights, value)) % 11
    return value[:8] + ("X" if rest == 10 else str(rest)) + value[9:]


def macau_id(rng):
    return f"{rng.choice('157')}{digits(rng, 6)}({digits(rng, 1)})"


def foreign_id(rng):
    return with_id_check("9" + rng.choice(("11", "31")) + "156" + birth(rng) + f"{rng.randint(1, 999):03}")


def mac(rng):
    return ":".join(f"{rng.randint(0, 254) & 0xFC if i == 0 else rng.randint(0, 255):02x}" for i in range(6))


def hex_letters(rng, count):
    return "".join(rng.choice("0123456789abcdef") for _ in range(count))


_ROWS = (
    Kind("id", "resident_id_number", "身份证号", "身份證號", "id_card", resident_id, (6, 8, 4)),
    Kind("id_x", "resident_id_number", "身份证号", "身份證號", "idcard", resident_id_x, (6, 8, 4)),
    Kind("id_15", "resident_id_number", "身份证号", "身份證號", "idno",
         lambda r: r.choice(REGIONS) + birth(r)[2:] + f"{r.randint(1, 999):03}"),
    Kind("mobile", "mobile_number", "手机号", "手機號", "mobile", mobile, (3, 4, 4)),
    Kind("card_19", "bank_card_number", "银行卡号", "銀行卡號", "card_no",
         lambda r: with_luhn("622202" + digits(r, 12)), (4, 4, 4, 4, 3)),
    Kind("card_16", "bank_card_number", "卡号", "卡號", "bank_card",
         lambda r: with_luhn("622588" + digits(r, 9)), (4, 4, 4, 4)),
    Kind("email", "email_address", "邮箱", "郵箱", "email", email),
    Kind("landline", "landline_number", "座机", "座機", "office_tel", landline),
    Kind("plate", "vehicle_plate", "车牌号", "車牌號", "plate_no",
         lambda r: r.choice("京苏浙粤鲁") + letters(r, 1) + letters(r, 1, PLATE) + digits(r, 4), (2, 5)),
    Kind("plate_green", "vehicle_plate", "车牌", "車牌", "license_plate",
         lambda r: r.choice("京苏浙粤鲁") + letters(r, 1) + r.choice("DF") + digits(r, 5), (2, 6)),
    Kind("vin", "vehicle_plate", "车架号", "車架號", "vin", vin),
    Kind("passport", "passport_permit_number", "护照号", "護照號", "passport_no", lambda r: "E" + digits(r, 8)),
    Kind("home_return", "passport_permit_number", "回乡证号", "回鄉證號", "home_return_permit",
         lambda r: "H" + digits(r, 8)),
    Kind("taiwan_visitor", "passport_permit_number", "台胞证号", "台胞證號", "taibaozheng", lambda r: digits(r, 8)),
    Kind("to_hong_kong", "passport_permit_number", "港澳通行证", "港澳通行證", "exit_entry_permit",
         lambda r: "C" + digits(r, 8)),
    Kind("to_taiwan", "passport_permit_number", "台湾通行证", "台灣通行證", "", lambda r: "T" + digits(r, 8)),
    Kind("hong_kong", "hmt_identity_number", "香港身份证", "香港身份證", "hkid", hong_kong_id),
    Kind("taiwan", "hmt_identity_number", "台湾身份证", "台灣身份證", "taiwan_id", taiwan_id),
    Kind("macau", "hmt_identity_number", "澳门身份证", "澳門身份證", "macau_id", macau_id),
    Kind("hmt_residence", "hmt_residence_permit_number", "居住证", "居住證", "",
         lambda r: resident_id(r, ("810000", "820000", "830000")), (6, 8, 4)),
    Kind("foreigner", "foreign_permanent_resident_id", "永久居留身份证", "永久居留身份證", "prc_no", foreign_id),
    Kind("military", "military_id_number", "军官证", "軍官證", "officer_id", lambda r: f"军字第{digits(r, 8)}号"),
    Kind("company", "company_code", "统一社会信用代码", "統一社會信用代碼", "uscc", company),
    Kind("social", "social_security_number", "社保号", "社保號", "social_security_no", lambda r: "A" + digits(r, 8)),
    Kind("medical", "medical_insurance_number", "医保卡号", "醫保卡號", "insurance_card_no",
         lambda r: "YB" + digits(r, 10)),
    Kind("record", "medical_record_number", "住院号", "住院號", "inpatient_no", lambda r: "ZY" + digits(r, 8)),
    Kind("policy", "insurance_information", "保单号", "保單號", "policy_no", lambda r: "PDAA" + digits(r, 16)),
    Kind("driver", "driver_licence_number", "驾驶证档案编号", "駕駛證檔案編號", "driver_license",
         lambda r: "4403" + digits(r, 8)),
    Kind("staff", "staff_student_number", "工号", "工號", "staff_no", lambda r: "A" + digits(r, 5)),
    Kind("code", "sms_verification_code", "验证码", "驗證碼", "sms_code", lambda r: digits(r, 6), typed=False),
    Kind("imei", "device_identifier", "imei", "imei", "imei", lambda r: with_luhn("35693803" + digits(r, 6)), typed=False),
    Kind("mac", "device_identifier", "mac地址", "mac地址", "mac_address", mac, typed=False),
    Kind("hash", "hashed_identifier", "mobile_md5", "mobile_md5", "mobile_md5", lambda r: hex_letters(r, 32), typed=False),
    Kind("link", "share_link", "链接", "鏈接", "link", lambda r: "pan.baidu.com/s/1" + letters(r, 5) + digits(r, 3) +
         letters(r, 6).lower(), typed=False, scheme="https://"),
    Kind("name", "person_name", "姓名", "姓名", "real_name", lambda r: r.choice("张王李赵陈") + r.choice("建志文") +
         r.choice("国强华"), shown=False),
    Kind("address", "home_address", "家庭住址", "家庭住址", "home_address",
         lambda r: r.choice(("北京市朝阳区", "上海市浦东新区", "杭州市西湖区")), shown=False),
)
KINDS = {row.name: row for row in _ROWS}
