"""Turns the rules of patterns/*.toml that are said as forms into C++ headers.

usage: generate_forms.py PATTERNS_DIR OUT_DIR
Writes pidun_forms.h (the rules, with their labels: part of the library) and pidun_form_examples.h (their examples: for
the tests). The same packs give the same bytes. Tested in tests/unit/detect/form_rules_test.cpp.
"""
import pathlib
import sys
import tomllib

PACKS = ("permits", "vehicle", "device", "landline", "health_numbers", "codes")
HEAD = """// Made from patterns/*.toml by cmake/generate_forms.py. Do not edit.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pidun::tables {

"""


def quoted(text):
    return '"' + "".join(c if 32 <= ord(c) < 127 and c not in '"\\?' else
                         "".join(f"\\{b:03o}" for b in c.encode("utf-8")) for c in text) + '"'


def rules(patterns):
    found = []
    for pack in PACKS:
        path = patterns / f"{pack}.toml"
        with path.open("rb") as file:
            try:
                read = tomllib.load(file)
            except tomllib.TOMLDecodeError as error:
                sys.exit(f"{path}: {error}")
        found.extend(rule for rule in read["rule"] if rule["shape"] in ("form", "labelled"))
    ids = [rule["id"] for rule in found]
    if len(set(ids)) != len(ids):
        sys.exit(f"two rules have one id: {sorted(name for name in set(ids) if ids.count(name) > 1)}")
    return found


def array(struct, name, entries):
    body = "{{\n" + "".join(f"{{{entry}}},\n" for entry in entries) + "}}" if entries else "{}"
    return f"inline constexpr std::array<{struct}, {len(entries)}> {name}{body};\n"


def rules_header(found):
    rows, forms, labels = [], [], []
    for index, rule in enumerate(found):
        first = len(forms)
        forms.extend(f"{quoted(form)}" for form in rule["forms"])
        labels.extend(f'{quoted(word)}, {quoted(rule["kind"])}' for word in rule.get("labels", []))
        rows.append(f'{quoted(rule["id"])}, {quoted(rule["kind"])}, {quoted(rule.get("validator", ""))}, {first}, '
                    f'{len(rule["forms"])}, {"true" if rule.get("needs_label") else "false"}, '
                    f'{"true" if rule["shape"] == "labelled" else "false"}')
    return (HEAD +
            "// first_form, forms: of form_texts. labelled: looked for where a label stands, nowhere else.\n"
            "struct FormRule { std::string_view id; std::string_view kind; std::string_view validator; "
            "uint16_t first_form; uint16_t forms; bool needs_label; bool labelled; };\n" +
            array("FormRule", "form_rules", rows) +
            f"inline constexpr std::array<std::string_view, {len(forms)}> form_texts{{{{\n" +
            "".join(f"{form},\n" for form in forms) + "}};\n"
            "struct FormLabel { std::string_view word; std::string_view kind; };\n" +
            array("FormLabel", "form_labels", labels) + "\n}  // namespace pidun::tables\n")


def examples_header(found):
    rows = []
    for index, rule in enumerate(found):
        for example in rule["match"]:
            text = example["text"].encode("utf-8")
            begin = example.get("at", text.find(example["find"].encode("utf-8")))
            if text[begin:begin + len(example["find"].encode("utf-8"))].decode("utf-8") != example["find"] or begin < 0:
                sys.exit(f'{rule["id"]}: {example["find"]!r} does not stand in {example["text"]!r}')
            rows.append(f'{index}, {quoted(example["text"])}, {begin}, {len(example["find"].encode("utf-8"))}, '
                        f'{quoted(example.get("check", ""))}, ""')
        for example in rule["reject"]:
            rows.append(f'{index}, {quoted(example["text"])}, 0, 0, "", {quoted(example["why"])}')
    return (HEAD + "// length 0: a counter-example.\n"
            "struct FormExample { uint16_t rule; std::string_view text; uint32_t begin; uint32_t length; "
            "std::string_view check; std::string_view why; };\n" + array("FormExample", "form_examples", rows) +
            "\n}  // namespace pidun::tables\n")


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    found = rules(pathlib.Path(arguments[0]))
    out = pathlib.Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    (out / "pidun_forms.h").write_text(rules_header(found), encoding="utf-8")
    (out / "pidun_form_examples.h").write_text(examples_header(found), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
