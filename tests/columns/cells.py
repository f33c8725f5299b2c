"""What the cells of the table corpus hold: a maker for each sort of value, all synthetic, check characters right.

Example: CELLS["weeks"](random.Random(1)) gives a gestational age such as 39+2. Numbers of persons come from
tests/robustness/values.py.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "robustness"))
import values  # noqa: E402
import words  # noqa: E402

KINDS = values.KINDS


def pick(name):
    return lambda rng: rng.choice(words.LISTS[name])


def number(low, high, form="{}"):
    return lambda rng: form.format(rng.randint(low, high))


def person(rng):
    return rng.choice(words.LISTS["surname"]) + "".join(rng.choice(words.GIVEN) for _ in range(rng.choice((1, 2, 2))))


def address(rng):
    return (rng.choice(words.LISTS["county"]) + rng.choice(words.LISTS["street"]) +
            f"{rng.randint(1, 900)}号{rng.randint(1, 30)}栋{rng.randint(1, 28)}0{rng.randint(1, 4)}室")


def date(first, last):
    return lambda rng: f"{rng.randint(first, last)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def moment(rng):
    return f"{date(2023, 2024)(rng)} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"


def money(rng):
    return f"{rng.randint(100, 900000)}.{rng.randint(0, 99):02}"


def code(prefix, count):
    return lambda rng: prefix + values.digits(rng, count)


def secret(rng):
    return values.letters(rng, 3).lower() + rng.choice("#@_!") + values.digits(rng, 5)


def login(rng):
    return rng.choice(("demo", "test", "user", "member")) + values.letters(rng, 3).lower() + values.digits(rng, 3)


def made(kind):
    return lambda rng: KINDS[kind].make(rng)


CELLS = {
    "name": person, "id": made("id"), "mobile": made("mobile"), "landline": made("landline"), "email": made("email"),
    "card": made("card_19"), "plate": made("plate"), "vin": made("vin"), "uscc": made("company"), "mac": made("mac"),
    "passport": lambda rng: "E" + values.digits(rng, 8),
    "imei": lambda rng: values.with_luhn("86" + values.digits(rng, 12)),
    "imsi": lambda rng: "46000" + values.digits(rng, 10),
    "address": address, "place": lambda rng: rng.choice(words.LISTS["street"]) + rng.choice(("地铁站", "公交站", "路口")),
    "birth": date(1950, 2012), "birth_child": date(2017, 2021), "date": date(2023, 2024), "datetime": moment,
    "month": lambda rng: f"2024-{rng.randint(1, 12):02}",
    "mrn": code("0", 7), "insno": code("3301", 12), "policy": code("PA", 14), "student_no": code("2023", 8),
    "staff_no": code("A", 5), "serial": code("N", 8), "serial_short": number(1, 99, "{:02}"), "order": code("2024", 14),
    "parcel": code("YT", 13), "pickup": lambda rng: f"{rng.randint(1, 9)}-{rng.randint(1, 9)}-{rng.randint(1000, 9999)}",
    "ticket": code("784-", 10), "rowid": number(1, 90000), "hexid": lambda rng: values.hex_letters(rng, 32),
    "feature": lambda rng: values.hex_letters(rng, 64), "engine": lambda rng: values.letters(rng, 2) + values.digits(rng, 6),
    "flight": lambda rng: rng.choice(("CA", "MU", "CZ")) + values.digits(rng, 4),
    "train": lambda rng: rng.choice("GDK") + str(rng.randint(100, 999)),
    "seat": lambda rng: f"{rng.randint(1, 60)}{rng.choice('ABCDF')}", "room": number(1001, 2999),
    "house": lambda rng: f"{rng.randint(1, 30)}-{rng.randint(1, 3)}-{rng.randint(101, 2804)}",
    "building": number(1, 30, "{}栋"), "parking": number(1, 400, "B1-{:03}"), "area": lambda rng: f"{rng.uniform(40, 180):.2f}",
    "weeks": lambda rng: f"{rng.randint(36, 41)}+{rng.randint(0, 6)}", "grams": number(2400, 4200, "{}g"),
    "cm": number(150, 190), "kg": lambda rng: f"{rng.uniform(42, 95):.1f}", "glucose": lambda rng: f"{rng.uniform(4, 15):.1f}",
    "pressure": lambda rng: f"{rng.randint(100, 170)}/{rng.randint(60, 105)}", "eyesight": lambda rng: f"4.{rng.randint(0, 9)}",
    "age": number(1, 92), "small": number(1, 3), "count": number(1, 900), "days": number(1, 180), "marks": number(300, 700),
    "money": money, "price": lambda rng: f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", "score": number(500, 800),
    "seconds": number(3, 900), "periods": lambda rng: f"{rng.choice((6, 12, 24, 36))}期", "secret": secret, "login": login,
    "cvv": number(100, 999), "pin": number(100000, 999999), "expiry": lambda rng: f"{rng.randint(1, 12):02}/{rng.randint(25, 32)}",
    "wechat": lambda rng: "wxid_" + values.letters(rng, 6).lower() + values.digits(rng, 4),
    "icd": lambda rng: f"{rng.choice('ABCEIJKMN')}{rng.randint(10, 99)}.{rng.randint(0, 9)}0{rng.randint(0, 9)}",
    "village": lambda rng: rng.choice(words.LISTS["town"]) + rng.choice(words.LISTS["village"]) + f"{rng.randint(1, 9)}组",
    "ip": lambda rng: f"10.{rng.randint(0, 255)}.{rng.randint(0, 255)}.{rng.randint(1, 254)}",
    "version": lambda rng: f"{rng.randint(1, 9)}.{rng.randint(0, 20)}.{rng.randint(0, 99)}",
    "decimal": lambda rng: f"{rng.uniform(0, 90):.2f}",
}
CELLS.update({name: pick(name) for name in words.LISTS if name not in CELLS})
