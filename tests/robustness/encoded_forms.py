"""Escapes and encodings, and one inside of another. They add to forms.FORMS."""
import base64
import urllib.parse

from carriers import ALL
from forms import GROUPED, HANDS, alone, each, form, parted, typed

# ---- escaped


def escaped(spell, wrap=lambda kind, text: ("", text, "")):
    """A form that spells every character (or byte) of the value."""
    def write(kind, value, lead, rng):
        before, text, after = wrap(kind, "".join(spell(c) for c in value))
        return before + text + after, (len(before), len(before) + len(text))
    return write


def json_u(text):
    return "".join(f"\\u{text[i + 1]:02x}{text[i]:02x}" for text in [text.encode("utf-16-le")]
                   for i in range(0, len(text), 2))


def percent(text):
    return "".join(f"%{byte:02X}" for byte in text.encode())


def hexed(text):
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def in_link(kind, text):
    return f"https://shop.example/a?{kind.key or kind.label}=", text, "&b=1"


def in_object(kind, text):
    return f'{{"{kind.key or kind.label}":"', text, '","b":1}'


JSON_RAW, URL_RAW = {"json": True}, {"url": True}
MARKUP_RAW = {"xml": True, "html": True}
form("JSON escapes", raw=JSON_RAW, carriers=tuple(c for c in ALL if c != "url"),
     why="in a URL they would be percent-encoded: see wrapped twice")(escaped(json_u))
form("JSON object", alone, carriers=tuple(c for c in ALL if c != "url"), inside=True, why="as JSON escapes")(
    escaped(json_u, in_object))
form("percent", raw=URL_RAW, carriers=("url", "sql", "log", "csv"), why="elsewhere stands the whole link")(
    escaped(percent))
form("link", alone, carriers=tuple(c for c in ALL if c != "url"), inside=True, why="in URLs it is percent")(
    escaped(percent, in_link))
form("entities", raw=MARKUP_RAW, carriers=tuple(c for c in ALL if c != "url"),
     why="in a URL they would be percent-encoded")(escaped(lambda c: f"&#{ord(c)};"))
form("hex entities", raw=MARKUP_RAW, carriers=tuple(c for c in ALL if c != "url"), why="as entities")(
    escaped(lambda c: f"&#x{ord(c):x};"))
form("entity spaces", GROUPED, raw=MARKUP_RAW, carriers=("xml", "html", "json", "markdown", "email"),
     why="of markup and what is made of it")(
    lambda kind, value, lead, rng: [(text, (0, len(text))) for text in ["&#160;".join(parted(kind, value))]][0])
form("quoted-printable", raw={"email": "Content-Transfer-Encoding: quoted-printable\n"}, carriers=("email",),
     why="of e-mail")(escaped(lambda c: "".join(f"={byte:02X}" for byte in c.encode())))
form("quoted-printable break", raw={"email": "Content-Transfer-Encoding: quoted-printable\n"}, carriers=("email",),
     why="of e-mail")(each(lambda kind, value, rng: value[:len(value) // 2] + "=\n" + value[len(value) // 2:]))
form("\\x escapes", carriers=tuple(c for c in ALL if c not in ("url", "xml")), why="of code, logs and what quotes them")(
    escaped(hexed))

# ---- encoded as a whole


def encoded(code, spans, lead_text=lambda kind, lead, value: (lead, value, "，ok")):
    """A sentence whose bytes are encoded; `spans` leads from its bytes to the characters."""
    def write(kind, value, lead, rng):
        before, value, after = lead_text(kind, lead, value)
        before = "  "[:rng.randint(0, 2)] + before  # every way a value can stand in the groups
        data = (before + value + after).encode()
        begin = len(before.encode())
        return code(data), spans(begin, begin + len(value.encode()))
    return write


def base64_span(begin, end):
    return begin * 4 // 3, -(-end * 4 // 3)


def value_only(code, spans):
    """The value alone; base64 needs 15 characters to be seen, hex 22."""
    def write(kind, value, lead, rng):
        data = value.encode()
        return (code(data), spans(0, len(data))) if len(data) >= 11 else None
    return write


def standard(data):
    return base64.b64encode(data).decode()


def url_safe(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def moved(write, before):
    def write_moved(*given):
        text, span = write(*given)
        return before + text, (span[0] + len(before), span[1] + len(before))
    return write_moved


def hex_span(begin, end):
    return begin * 2, end * 2


form("base64", inside=True)(encoded(standard, base64_span))
form("base64 of the value", alone)(value_only(standard, base64_span))
form("base64url", inside=True)(encoded(url_safe, base64_span))
form("data URI", inside=True, carriers=tuple(c for c in ALL if c != "url"), why="in a URL it would be percent-encoded")(
    moved(encoded(standard, base64_span), "data:text/plain;base64,"))
form("hex", inside=True)(encoded(bytes.hex, hex_span))
form("hex with 0x", inside=True, carriers=("sql", "log", "csv", "json"), why="of programs")(
    moved(encoded(bytes.hex, hex_span), "0x"))


@form("MIME base64", inside=True, raw={"email": "Content-Transfer-Encoding: base64\n"}, carriers=("email",), why="of e-mail")
def _mime(kind, value, lead, rng):
    before = "你好：\r\n" + "请收下，谢谢。" * rng.randint(1, 9) + lead
    text = base64.encodebytes((before + value + "\r\n再会\r\n").encode()).decode()
    begin = len(before.encode())
    span = base64_span(begin, begin + len(value.encode()))
    return text, (span[0] + span[0] // 76, span[1] + (span[1] - 1) // 76)


# ---- the label is escaped, the value is not

def labelled_by(spell, before, between, after):
    def write(kind, value, lead, rng):
        text = before + spell(kind.label) + between
        return text + value + after, (len(text), len(text) + len(value))
    return write


form("label in JSON escapes", alone, inside=True, carriers=("chat", "log", "csv", "sql", "markdown"), why="JSON is text there")(
    labelled_by(json_u, '{"no":"17","', '":"', '"}'))
form("label in percent", lambda kind: kind.name in ("id", "mobile", "card_16", "passport", "social", "staff"),
     inside=True, carriers=("chat", "log", "csv", "sql", "markdown"), why="those whose signs a link can hold, and one of each sort of rule")(
    labelled_by(percent, "https://shop.example/a?no=17&", "=", "&b=1"))

# ---- wrapped twice

def json_object_of(spell):
    return lambda kind, lead, value: (f'{{"{kind.key or kind.label}":"', spell(value), '"}')


form("percent twice", raw=URL_RAW, carriers=("url", "log", "csv", "json"), why="of links")(
    escaped(lambda c: urllib.parse.quote(percent(c), safe="")))
form("entities twice", carriers=("xml", "html", "json"), raw=MARKUP_RAW, why="of markup")(
    escaped(lambda c: f"&amp;#{ord(c)};"))
form("base64 of JSON escapes", alone, inside=True)(encoded(standard, base64_span, json_object_of(json_u)))
form("base64 of percent", alone, inside=True)(
    encoded(standard, base64_span, lambda kind, lead, value: (f"a=1&{kind.key or kind.label}=", percent(value), "&b=1")))
form("base64 of full width", typed, inside=True, why=HANDS)(
    encoded(standard, base64_span, lambda kind, lead, value: (lead, value.translate(
        {point: point + 0xFEE0 for point in range(0x21, 0x7F)}), "，ok")))
form("JSON escapes of full width", typed, raw=JSON_RAW, carriers=("json", "log", "csv"), why=HANDS)(
    escaped(lambda c: json_u(chr(ord(c) + 0xFEE0) if 0x21 <= ord(c) < 0x7F else c)))
form("percent of JSON", alone, raw=URL_RAW, carriers=("url", "log"), inside=True, why="of links")(
    lambda kind, value, lead, rng: [(b + v + a, (len(b), len(b) + len(v))) for b, v, a in [tuple(
        urllib.parse.quote(part, safe="") for part in in_object(kind, value))]][0])


@form("base64 twice", inside=True)
def _twice(kind, value, lead, rng):
    inner, span = encoded(standard, base64_span)(kind, value, lead, rng)
    return standard(inner.encode()), base64_span(*span)
