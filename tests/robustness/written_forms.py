"""Forms that hands, keyboards and spreadsheets make, and the charsets of whole files. They add to forms.FORMS."""
from carriers import PROSE
from forms import GROUPED, HANDS, NUMBERS, as_it_is, each, form, joined, of, parted, scattered, translated, typed

form("plain")(as_it_is)
form("number", of("mobile", "id", "card_16", "card_19", "imei"), carriers=("json",),
     why="a value without quotes is JSON's; larger ones than these have letters")(as_it_is)
form("spaced", GROUPED, why="others are written in one piece")(joined(" "))
form("dashed", of(*NUMBERS, "landline"), why="others are written in one piece")(joined("-"))
form("dotted", of(*NUMBERS, "landline"), why="others are written in one piece")(joined("."))
form("slashed", of("mobile"), why="of others no such use is known")(joined("/"))
form("no-break spaces", GROUPED, why="as spaced")(joined("\u00a0"))
form("wide spaces", GROUPED, why="as spaced")(joined("\u3000"))
form("typographic dashes", of(*NUMBERS, "landline"), why="as dashed")(joined("\u2013"))
form("single digits", of("mobile"), why="longer numbers are not spelt so")(
    each(lambda kind, value, rng: " ".join(value)))
form("country code", of("mobile"), why="mobiles have one")(each(lambda kind, value, rng: rng.choice(
    ("+86 ", "+86-", "+86", "0086", "86")) + value))
form("brackets", of("mobile", "landline"), why="others have no area to bracket")(
    each(lambda kind, value, rng: "({}){}-{}".format(*parted(kind, value)) if kind.name == "mobile" else
         "({}){}".format(*value.split("-"))))
form("wide brackets", of("landline", "hong_kong"), why="as brackets")(
    each(lambda kind, value, rng: "（{}）{}".format(*value.split("-")) if kind.name == "landline" else
         value.replace("(", "（").replace(")", "）")))
form("around", of(*NUMBERS, "passport", "plate"), carriers=PROSE, why="brackets around are of prose; the others alike")(
    lambda kind, value, lead, rng: (f"（{value}）", (1, 1 + len(value))))
form("glued", lambda kind: kind.shown and kind.name not in ("link", "military"), carriers=PROSE, glued=True,
     why="elsewhere a value is alone; a link has no label, a military number begins with a hanzi")(as_it_is)
form("emoji between", of(*NUMBERS), carriers=("chat", "csv", "json", "html", "markdown", "email"),
     why="people write them in texts; logs, SQL, XML, URLs are of machines")(joined("📱"))
form("keycaps", of("mobile"), carriers=("chat", "json", "html", "markdown", "email"), why="as emoji")(
    each(lambda kind, value, rng: "".join(digit + "\ufe0f\u20e3" for digit in value)))
form("soft wrap", of("mobile", "id", "card_19"), carriers=("csv",), why="only a quoted field goes on in the next line")(
    each(lambda kind, value, rng: value[:7] + "\n" + value[7:] if kind.name == "mobile" else
         value[:9] + "\n" + value[9:]))
form("full width", typed, why=HANDS)(translated("０１２３４５６７８９", (0xFF21, 0xFF41)))
form("full-width signs", of("email", "landline", "hong_kong", "macau"), why="others have no signs")(
    each(lambda kind, value, rng: "".join(chr(ord(c) + 0xFEE0) if c in "@.-()" else c for c in value)))
form("zero-width space", typed, why=HANDS)(scattered("\u200b"))
form("soft hyphen", typed, why=HANDS)(scattered("\u00ad"))
form("word joiner", typed, why=HANDS)(scattered("\u2060"))
form("mathematical", typed, why=HANDS)(translated([chr(0x1D7CE + i) for i in range(10)]))
form("monospace", typed, why=HANDS)(translated([chr(0x1D7F6 + i) for i in range(10)], (0x1D670, 0x1D68A)))
SPOKEN = of(*NUMBERS, "hmt_residence", "taiwan_visitor")
ONE_RUN = "numerals are read from seven digits in a row on; others are not spelt so"
form("numerals", SPOKEN, why=ONE_RUN)(translated("零一二三四五六七八九"))
form("numerals with circles", SPOKEN, why=ONE_RUN)(translated("〇一二三四五六七八九"))
form("radio numerals", of("mobile"), why=ONE_RUN)(translated("零幺两三四五六七八九"))
form("financial numerals", SPOKEN, why=ONE_RUN)(translated("零壹贰叁肆伍陆柒捌玖"))
form("mixed numerals", SPOKEN, why=ONE_RUN)(each(lambda kind, value, rng: "".join(
    "零一二三四五六七八九"[int(c)] if c.isdigit() and i % 2 else c for i, c in enumerate(value))))
form("numerals in groups", of("mobile"), why=ONE_RUN)(
    each(lambda kind, value, rng: " ".join(parted(kind, value)).translate(
        {ord(str(i)): c for i, c in enumerate("零一二三四五六七八九")})))
for _name, _letter in (("small x", "x"), ("Cyrillic X", "\u0425"), ("Cyrillic x", "\u0445"), ("Greek X", "\u03a7"),
                       ("Roman ten", "\u2169"), ("times sign", "\u00d7")):
    form(_name, of("id_x"), why="only IDs end in X")(
        each(lambda kind, value, rng, letter=_letter: value.replace("X", letter)))
form("quote before", of("mobile", "id", "id_x", "card_19"), carriers=("csv",), why="of spreadsheets")(
    lambda kind, value, lead, rng: ("'" + value, (1, 1 + len(value))))
form("tab behind", of("mobile", "id", "id_x", "card_19"), carriers=("csv",), why="of spreadsheets")(
    lambda kind, value, lead, rng: (value + "\t", (0, len(value))))
form("formula", of("mobile", "id", "card_19"), carriers=("csv",), why="of spreadsheets")(
    lambda kind, value, lead, rng: (f'="{value}"', (2, 2 + len(value))))

form("GB18030", charset="gb18030")(as_it_is)
form("UTF-16LE", charset="utf-16-le")(as_it_is)
form("UTF-16LE with mark", charset="utf-16-le", mark=b"\xff\xfe")(as_it_is)


def in_big5(kind, value, lead, rng):
    try:
        return as_it_is(kind, value, lead, rng) if value.encode("big5") else None
    except UnicodeEncodeError:
        return None


PLATES = "some plates and all military numbers have simplified hanzi, wherever they are written"
form("Big5", charset="big5", traditional=True, why=PLATES)(in_big5)
form("traditional labels", traditional=True, why=PLATES)(in_big5)
