"""Forms in which a part of the value is gone: masked by somebody, rounded by a spreadsheet. They add to forms.FORMS."""
from forms import each, form, of
from values import with_id_check, with_luhn

ID = of("id", "id_x")


def masked_numbers(sign):
    def change(kind, value, rng):
        if kind.name == "mobile":
            return value[:3] + sign * 4 + value[7:]
        if kind.name.startswith("id"):
            head = rng.choice((4, 6))
            return value[:head] + sign * (14 - head) + value[14:]
        if kind.name == "card_16":
            return f"{value[:4]} {sign * 4} {sign * 4} {value[12:]}"
        if kind.name == "card_19":
            return value[:6] + sign * 9 + value[15:]
        if kind.name == "email":
            name, host = value.split("@")
            return f"{name[0]}{sign * 3}@{host}"
        if kind.name == "plate":
            return value[:3] + sign * 3 + value[6:]
        if kind.name == "name":
            return value[0] + sign * 2
        return value + sign * 4  # an address
    return each(change)


STARRED = of("id", "id_x", "mobile", "card_16", "card_19", "email", "plate", "name", "address")
for _name, _sign in (("star", "*"), ("wide star", "＊"), ("x", "x"), ("X", "X"), ("number sign", "#"), ("dot", "●"),
                     ("bullet", "•"), ("block", "█")):
    _kinds = STARRED if _sign in "*＊" else of("id", "mobile", "card_16", "card_19", "name") if _sign in "xX" else \
        of("id", "id_x", "mobile", "card_16", "card_19", "name")
    form(f"masked by {_name}", _kinds, flag="masked", why="letters mask no letters; others have no usual mask")(
        masked_numbers(_sign))
form("masked by 某", of("name"), flag="masked", why="it stands for parts of names")(
    each(lambda kind, value, rng: value[0] + "某某"))
form("masked end", of("mobile"), flag="masked", why="others show their ends")(
    each(lambda kind, value, rng: value[:7] + "****"))
form("masked in groups", of("mobile"), flag="masked", why="cards are among the above; others have no groups")(
    each(lambda kind, value, rng: f"{value[:3]} **** {value[7:]}"))
form("masked, country code", of("mobile"), flag="masked", why="mobiles have one")(
    each(lambda kind, value, rng: f"+86 {value[:3]}****{value[7:]}"))

def checks(kind, value):
    """By chance the check character may be right after all."""
    return (with_luhn if kind.name.startswith("card") else with_id_check)(value[:-1]) == value


_CELLS = ("csv", "json", "sql", "xml", "html", "markdown")
_WHY = "spreadsheets keep numbers of 12 digits and more so; their cells come into tables and fields"


def rounded(places):
    def change(kind, value, rng):
        kept = value[1:1 + places].rstrip("0")
        return f"{value[0]}.{kept}E+{len(value) - 1}" if len(kept) > 1 else None
    return each(change)


form("rounded", of("mobile", "id", "card_16", "card_19"), carriers=_CELLS, flag="lossy", why=_WHY)(rounded(5))
form("zeros behind", of("id", "card_19"), carriers=_CELLS, flag="lossy", why=_WHY)(
    each(lambda kind, value, rng: None if checks(kind, value[:15] + "0" * (len(value) - 15)) else
         value[:15] + "0" * (len(value) - 15)))
form("decimal", of("mobile"), carriers=_CELLS, why=_WHY)(
    lambda kind, value, lead, rng: (value + ".0", (0, len(value))))
