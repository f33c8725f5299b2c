"""The decoders of lib/unwrap against Python's own json, urllib, html, quopri, base64 and csv, over seeded texts.

usage: unwrap_vs_python.py CHECK_TOOL [SEED]      (unwrap_tool stands beside check_tool)
Texts are made by Python's encoders and by hand-made ones that spell the same in other ways; each decoded byte must be
Python's, and the source spans must ascend and lead to a spelling that Python alone decodes to the same character.
Where the two differ on purpose stands in KNOWN_DIFFERENCES.md; the texts here avoid these, and known_differences()
shows that they are still so.
"""
import base64
import binascii
import html
import json
import pathlib
import quopri
import random
import subprocess
import sys
import urllib.parse

COUNT = 4000
ALPHABET = "0123456789abcXYZ 张三李四电话：，手机号😀é£€\u00a0\u3000\ufeff"


def random_text(rng, extra=""):
    return "".join(rng.choice(ALPHABET + extra) for _ in range(rng.randrange(0, 40)))


def json_text(rng):
    """A JSON string's inside, some characters escaped that need not be."""
    parts = []
    for c in random_text(rng, "\"\\/\b\f\n\r\t"):
        spelt = json.dumps(c, ensure_ascii=rng.random() < 0.6)[1:-1]
        if ord(c) < 0x10000 and rng.random() < 0.2:
            spelt = rng.choice(["\\u%04x", "\\u%04X"]) % ord(c)
        parts.append("\\/" if c == "/" and rng.random() < 0.5 else spelt)
    return "".join(parts)


def html_text(rng):
    names = ["lt", "gt", "amp", "quot", "apos", "nbsp", "colon", "commat", "lpar", "rpar", "shy", "middot", "hellip",
             "mdash", "ensp", "times", "period", "sol", "NewLine", "Tab", "yen", "zwj", "trade"]
    parts = []
    for c in random_text(rng, "<>\"'"):
        choice = rng.randrange(6)
        if choice == 0:
            parts.append("&#%d;" % ord(c))
        elif choice == 1:
            parts.append(rng.choice(["&#x%x;", "&#X%X;"]) % ord(c))
        elif choice == 2:
            parts.append("&#%d " % ord(c))  # no semicolon
        elif choice == 3:
            parts.append("&" + rng.choice(names) + ";")
        else:
            parts.append(html.escape(c))
    return "".join(parts)


def quoted_text(rng):
    text = random_text(rng, "=\t").encode() * rng.choice([1, 1, 5])
    return quopri.encodestring(text, quotetabs=rng.random() < 0.5)


def base64_text(rng):
    data = random_text(rng).encode() if rng.random() < 0.5 else rng.randbytes(rng.randrange(0, 200))
    choice = rng.randrange(3)
    if choice == 0:
        return base64.encodebytes(data).rstrip(b"\n=")
    return (base64.urlsafe_b64encode(data) if choice == 1 else base64.b64encode(data)).rstrip(b"=")


def decode_base64(encoded):
    plain = encoded.replace(b"\n", b"").translate(bytes.maketrans(b"-_", b"+/"))
    return base64.b64decode(plain + b"=" * (-len(plain) % 4))


# name: (maker of an encoded text, what Python decodes it to)
DECODERS = {
    "json": (lambda rng: json_text(rng).encode(), lambda t: json.loads(b'"' + t + b'"', strict=False).encode()),
    "percent": (lambda rng: urllib.parse.quote(random_text(rng, "%/&=+"), safe=rng.choice(["", "/", "=&"])).encode(),
                urllib.parse.unquote_to_bytes),
    "form": (lambda rng: urllib.parse.urlencode({random_text(rng, "%&=+"): random_text(rng, "%&=+")}).encode(),
             lambda t: urllib.parse.unquote_to_bytes(t.replace(b"+", b" "))),
    "html": (lambda rng: html_text(rng).encode(), lambda t: html.unescape(t.decode()).encode()),
    "qp": (quoted_text, quopri.decodestring),
    "base64": (base64_text, decode_base64),
    "hex": (lambda rng: binascii.hexlify(random_text(rng).encode()), binascii.unhexlify),
    "csv": (lambda rng: random_text(rng, '"').replace('"', '""').encode(), lambda t: t.replace(b'""', b'"')),
}


def ask(tool, questions):
    lines = "".join(f"{what} {text.hex()}\n" for what, text in questions)
    run = subprocess.run([tool], input=lines, capture_output=True, text=True, check=True)
    answers = []
    for line in run.stdout.splitlines():
        data, spans = line.split(" ")
        pairs = [tuple(map(int, span.split("-"))) for span in spans.split(",")] if spans else []
        answers.append((b"" if data == "-" else bytes.fromhex(data), pairs))
    assert len(answers) == len(questions), "one answer a line"
    return answers


def spans_fault(what, encoded, decoded, spans, decode):
    """What is wrong with the source spans, None if nothing."""
    if len(spans) != len(decoded):
        return "one span a byte"
    if any(b < a for (a, _), (b, _) in zip(spans, spans[1:])) or any(begin >= end for begin, end in spans):
        return "spans ascend and are not empty"
    if what == "base64":
        return None  # groups do not decode alone; their spans are checked by the property tests
    at = 0
    while at < len(decoded):  # bytes that share a span are one character
        end = at + 1
        while end < len(decoded) and spans[end] == spans[at]:
            end += 1
        spelling = encoded[spans[at][0]:spans[at][1]]
        if spelling != decoded[at:end] and decode(spelling) != decoded[at:end]:
            return f"{spelling!r} spells {decoded[at:end]!r}"
        at = end
    return None


def compare(tool, what, rng):
    make, decode = DECODERS[what]
    texts = [make(rng) for _ in range(COUNT)]
    wrong = changed = 0
    for encoded, (decoded, spans) in zip(texts, ask(tool, [(what, text) for text in texts])):
        expected = decode(encoded)
        changed += expected != encoded
        fault = None if decoded == expected else f"ours {decoded!r}, Python {expected!r}"
        fault = fault or spans_fault(what, encoded, decoded, spans, decode)
        if fault:
            wrong += 1
            if wrong <= 10:
                print(f"  {what}: {encoded!r}: {fault}")
    print(f"{what}: {len(texts)} texts, {changed} of them encoded, {wrong} wrong")
    return wrong + (changed < COUNT // 4)  # a comparison of plain texts would show nothing


def known_differences(tool):
    """(what, text, ours, Python's): still so, or KNOWN_DIFFERENCES.md is out of date."""
    cases = [("percent", b"50%13900", b"50%13900", b"50\x13900"), ("html", b"a&copy=1", b"a&copy=1", "a©=1".encode()),
             ("html", b"&hearts;", b"&hearts;", "♥".encode()), ("html", b"&#1;", b"\x01", b""),
             ("qp", b"=01", b"=01", b"\x01")]
    wrong = 0
    for (what, text, ours, theirs), (decoded, _) in zip(cases, ask(tool, [(what, text) for what, text, _, _ in cases])):
        if decoded != ours or DECODERS[what][1](text) != theirs:
            print(f"  no known difference any more: {what} {text!r}: {decoded!r}, {DECODERS[what][1](text)!r}")
            wrong += 1
    return wrong


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    tool = pathlib.Path(arguments[0]).with_name("unwrap_tool")
    rng = random.Random(int(arguments[1]) if len(arguments) > 1 else 20261124)
    wrong = sum(compare(tool, what, rng) for what in DECODERS) + known_differences(tool)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
