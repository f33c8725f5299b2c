"""What the lints share: which files there are, and how a lint reports and proves itself."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE_LINE = re.compile(r"\s*#\s*include\b")
CODE = {".c", ".h", ".cpp", ".hpp"}


def code_files(*folders):
    """(path relative to the root, text) of every C and C++ file under the folders."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in CODE and path.is_file():
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def without_comments(text):
    """The text with comments and the insides of literals blanked; line numbers stay."""
    out, i, end = [], 0, len(text)
    while i < end:
        two = text[i:i + 2]
        if two == "//":
            stop = text.find("\n", i)
            i = end if stop < 0 else stop
        elif two == "/*":
            stop = text.find("*/", i + 2)
            stop = end if stop < 0 else stop + 2
            out.append("\n" * text.count("\n", i, stop))
            i = stop
        elif text[i] == '"' and not INCLUDE_LINE.match(text[text.rfind("\n", 0, i) + 1:i]):
            out.append('""')
            i = end_of_literal(text, i)
        elif text[i] == "'" and not text[i - 1:i].isalnum():  # not the separator of 1'000
            out.append("' '")
            i = end_of_literal(text, i)
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def end_of_literal(text, i):
    if text[i - 1:i] == "R":
        opening = text.index("(", i)
        closing = ")" + text[i + 1:opening] + '"'
        stop = text.find(closing, opening)
        return len(text) if stop < 0 else stop + len(closing)
    quote = text[i]
    i += 1
    while i < len(text) and text[i] not in (quote, "\n"):
        i += 2 if text[i] == "\\" else 1
    return i + 1


def run(name, check, files, good, bad):
    """Runs `check(files) -> list of complaints` on the tree, after it has proved itself on made-up files:
    `good` must give none, and each file of `bad` one or more, so that a lint that cannot fail is noticed."""
    for complaint in check(good):
        sys.exit(f"{name}: self-test: complained of a clean file: {complaint}")
    for path, text in bad:
        if not check([(path, text)]):
            sys.exit(f"{name}: self-test: said nothing of {path}: {text!r}")
    files = list(files)
    complaints = check(files)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not files:
        sys.exit(f"{name}: no files found")
    print(f"{name}: {len(files)} files, {len(complaints)} complaints; self-test of {len(bad)} faults passed")
    sys.exit(1 if complaints else 0)
