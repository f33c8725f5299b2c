"""The forms in which a value may be written, and where each makes sense.

A form is a function of (kind, value, lead, rng) that gives a text and where in it the value stands. `lead` is the label
with its colon, for forms that encode a whole sentence. None says that the value cannot be written so.
"""
import dataclasses
import typing

from carriers import ALL

NUMBERS = ("id", "id_x", "mobile", "card_19", "card_16")


@dataclasses.dataclass(frozen=True)
class Form:
    name: str
    write: typing.Callable
    kinds: typing.Callable  # of a Kind: does it make sense
    carriers: tuple = ALL
    why: str = ""  # kinds and carriers that are left out are, since …
    inside: bool = False  # the label is written inside of what is encoded
    glued: bool = False  # the label stands right before the value
    raw: typing.Mapping = dataclasses.field(default_factory=dict)  # carriers whose own escape this is
    flag: str = ""  # what the finding must say of itself: masked, lossy
    charset: str = "utf-8"
    mark: bytes = b""
    traditional: bool = False


FORMS = {}


def form(name, kinds=lambda kind: kind.shown, **more):
    def add(write):
        FORMS[name] = Form(name, write, kinds, **more)
        return write
    return add


def each(change):
    """A form that changes the characters of the value and leaves the rest as it is."""
    def write(kind, value, lead, rng):
        text = change(kind, value, rng)
        return None if text is None or text == value else (text, (0, len(text)))
    return write


def of(*names):
    return lambda kind: kind.name in names


def alone(kind):
    """Nothing has to stand before its values, so that they can be written without."""
    return kind.shown and not kind.scheme


def typed(kind):
    return kind.shown and kind.typed


def translated(digits_to, letters_from=None):
    """Digits (and A to Z, a to z from the given code points on) become other characters."""
    table = {ord(str(i)): c for i, c in enumerate(digits_to)}
    for first, point in (("A", letters_from[0]), ("a", letters_from[1])) if letters_from else ():
        table.update({ord(first) + i: chr(point + i) for i in range(26)})
    return each(lambda kind, value, rng: value.translate(table))


def parted(kind, value):
    """The groups that people write."""
    if kind.name == "landline":
        area, number = value.split("-")
        return [area, number[:4], number[4:]]
    parts, at = [], 0
    for size in kind.groups:
        parts.append(value[at:at + size])
        at += size
    return parts


def joined(sign):
    return each(lambda kind, value, rng: sign.join(parted(kind, value)))


def scattered(sign):
    """One or two of them between the characters."""
    def change(kind, value, rng):
        places = sorted(rng.sample(range(1, len(value)), min(2, len(value) - 1)), reverse=True)
        for at in places:
            value = value[:at] + sign + value[at:]
        return value
    return each(change)


def as_it_is(kind, value, lead, rng):
    return value, (0, len(value))


GROUPED = of(*NUMBERS, "landline", "hmt_residence", "plate")
HANDS = "machines write these kinds, not hands"
