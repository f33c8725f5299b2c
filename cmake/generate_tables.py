"""Turns patterns/ (rule packs *.toml and tables/*.tsv) into C++ headers of constant arrays.

usage: generate_tables.py PATTERNS_DIR OUT_DIR
Writes pidun_tables.h (all arrays and their hash), pidun_labels.h (enum Label), pidun_packs.h (the packs' text),
pidun_words.h (the words and characters of names, packed by pack_words.py) and pidun_policy.h (the text of policy.toml
and of the case profiles).
The same files give the same bytes. Tested in tests/unit/rules/tables_test.cpp and packs_test.cpp.
"""
import hashlib
import itertools
import pathlib
import sys

sys.dont_write_bytecode = True  # keep the source folder clean
import pack_words
import rule_packs

HEAD = """// Made from patterns/ by cmake/generate_tables.py. Do not edit.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

"""

STRUCTS = {
    "Kind": "uint16_t number; uint16_t tier; char sensitive; uint8_t jrt0171; uint8_t gbt39725; "
            "std::string_view name; std::string_view name_zh;",
    "Rule": "std::string_view id; uint16_t kind; std::string_view en; std::string_view zh; std::string_view shape; "
            "std::string_view detector; std::string_view pattern; std::string_view validator; "
            "std::string_view told_by; std::string_view basis; bool needs_label; uint8_t confidence; "
            "uint16_t first_form; uint16_t form_count; uint16_t first_label; uint16_t label_count; "
            "uint16_t pack; uint32_t line;",
    "Field": "uint16_t label; uint16_t rule; uint8_t value; bool phrase; bool negative; uint16_t tier; "
             "uint16_t strict_tier; uint16_t first_term; uint16_t term_count; uint16_t shares; bool beside_number;",
    "Label": "std::string_view word; uint16_t label;",
    "Group": "uint16_t label; std::string_view name;",
    "Names": "uint16_t label; uint16_t kind;",
    "Beside": "uint16_t label; uint16_t first_other; uint16_t other_count;",
    "BesideName": "std::string_view word; uint16_t list;",
    "Region": "uint32_t code; uint16_t first_year; uint16_t last_year;",
    "Bin": "uint64_t low; uint32_t lengths; uint16_t parent; uint8_t prefix_digits; char type;",
    "Segment": "uint32_t prefix; uint8_t prefix_digits; uint8_t number_digits; std::string_view use;",
    "Nation": "uint16_t numeric; std::string_view alpha3;",
    "AreaCode": "uint16_t code; bool former;",
    "Pack": "std::string_view name; std::string_view text;",
    "HanziClass": "uint8_t bits; std::u32string_view characters;",
}
NOTES = {
    "Rule": "told_by: the reason that tells this rule's readings from those of other rules of the kind; empty: the "
            "kind's first rule.",
    "Field": "Rules with a label of their own. value: 1 + index of field_classes; 0 = the terms alone. tier: 0 = the "
             "kind's. shares: the label of the phrase whose cues are this one's too; 0 = none.",
    "Label": "label: a kind's number, or a group's. Those of a rule stand together, the groups' come last.",
    "Names": "A label that names a kind besides that of its own number.",
    "Beside": "What names say beside others of the same table.",
    "BesideName": "list: index of beside.",
    "Bin": "low: the prefix filled up to 10 digits with zeros. lengths: bit n = cards of n digits. "
           "parent: 1 + index of the next shorter prefix of this one, 0 = none.",
    "Region": "Years: 0 = open.",
    "AreaCode": "Without the leading 0: 10 is 010, 755 is 0755.",
}
FIRST_GROUP = 0x80
FIRST_NEGATIVE = 0x100
FIRST_FIELD = 0x200


def read_rows(path):
    """Rows as dictionaries, and the lines that count for the hash: all but the comments."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            sys.exit(f"{path}: {len(cells)} cells where {len(columns)} are named: {line}")
        rows.append(dict(zip(columns, cells)))
    if not rows:
        sys.exit(f"{path}: empty")
    return rows, "\n".join([path.name] + lines + [""])


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def kinds(packs):
    for kind in packs.kinds:
        yield (f"{kind['number']}, {kind['tier']}, '{kind['sensitive']}', {kind['jrt0171']}, {kind['gbt39725']}, "
               f"{quoted(kind['name'])}, {quoted(kind['zh'])}")


def forms(packs):
    return [quoted(form) for rule in packs.rules for form in rule.get("forms", [])]


def rules(packs):
    number = {kind["name"]: kind["number"] for kind in packs.kinds}
    form = label = 0
    for rule in packs.rules:
        texts = [quoted(rule.get(key, "")) for key in ("en", "zh", "shape", "detector", "pattern", "validator",
                                                       "told_by", "basis")]
        form_count, label_count = len(rule.get("forms", [])), len(rule_packs.words_of(rule))
        yield (f"{quoted(rule['id'])}, {number[rule['kind']]}, {', '.join(texts)}, "
               f"{'true' if rule.get('needs_label') else 'false'}, {rule.get('confidence', 60)}, "
               f"{form}, {form_count}, {label}, {label_count}, {rule['pack']}, {rule['place'].line}")
        form, label = form + form_count, label + label_count


def numbered_groups(packs):
    """(label, group): the group "other" first, then in file order; negative ones have a range of their own."""
    following = {False: FIRST_GROUP, True: FIRST_NEGATIVE}
    for group in sorted(packs.groups, key=lambda group: group["name"] != "other"):
        negative = group.get("negative", False)
        yield following[negative], group
        following[negative] += 1


def groups(packs):
    for label, group in numbered_groups(packs):
        yield f"{label}, {quoted(group['name'])}"


def field_label(packs, rule):
    """The number of a rule's own label; None of a rule whose words are its kind's."""
    return next((FIRST_FIELD + i for i, field in enumerate(packs.fields) if field is rule), None)


def terms(packs):
    return [quoted(term) for field in packs.fields for term in field.get("terms", [])]


def fields(packs):
    rule_index = {rule["id"]: i for i, rule in enumerate(packs.rules)}
    label_of = {field["id"]: FIRST_FIELD + i for i, field in enumerate(packs.fields)}
    first = 0
    for i, field in enumerate(packs.fields):
        value = rule_packs.VALUE_CLASSES.index(field["value"]) + 1 if "value" in field else 0
        flags = ", ".join("true" if flag else "false" for flag in (field["shape"] == "phrase", field.get("negative")))
        count = len(field.get("terms", []))
        yield (f"{FIRST_FIELD + i}, {rule_index[field['id']]}, {value}, {flags}, {field.get('tier', 0)}, "
               f"{field.get('strict_tier', 0)}, {first}, {count}, {label_of.get(field.get('cues_of'), 0)}, "
               f"{'true' if field.get('beside_number') else 'false'}")
        first += count


def names(packs):
    number = {kind["name"]: kind["number"] for kind in packs.kinds}
    for label, group in numbered_groups(packs):
        yield from (f"{label}, {number[kind]}" for kind in group.get("kinds", []))
    for extends in packs.extends:
        yield from (f"{number[extends['kind']]}, {number[kind]}" for kind in extends["kinds"])
    for i, field in enumerate(packs.fields):
        yield f"{FIRST_FIELD + i}, {number[field['kind']]}"


def beside(packs):
    label_of = {field["id"]: FIRST_FIELD + i for i, field in enumerate(packs.fields)}
    group_of = {group["name"]: label for label, group in numbered_groups(packs)}
    first = 0
    for table in packs.beside:
        label = label_of[table["rule"]] if "rule" in table else group_of[table["group"]]
        yield f"{label}, {first}, {len(table['others'])}"
        first += len(table["others"])


def beside_names(packs):
    for i, table in enumerate(packs.beside):
        yield from (f"{quoted(word)}, {i}" for word in table["names"])


def respelt(word, rows):
    """The word in traditional characters, in each of their forms."""
    forms = {}
    for row in rows:
        forms.setdefault(row["simplified"], []).append(row["traditional"])
    choices, at = [], 0
    while at < len(word):
        plain = next((word[at:at + size] for size in (2, 1) if word[at:at + size] in forms), word[at])
        choices.append(forms.get(plain, [plain]))
        at += len(plain)
    return ["".join(choice) for choice in itertools.product(*choices)]


def traditional_labels(packs, rows):
    """What the labels are in traditional characters, where that is another word; no two mean different things."""
    number = {kind["name"]: kind["number"] for kind in packs.kinds}
    words = [(word, rule_label(packs, rule, number)) for rule in packs.rules for word in rule_packs.words_of(rule)]
    words += [(word, label) for label, group in numbered_groups(packs) for word in group["words"]]
    known = dict(reversed(words))  # of a word that stands twice the first counts
    for word, label in words:
        for full in respelt(word, rows):
            if full not in known:
                known[full] = label
                yield f"{quoted(full)}, {label}"


def rule_label(packs, rule, number):
    label = field_label(packs, rule)
    return number[rule["kind"]] if label is None else label


def labels(packs):
    number = {kind["name"]: kind["number"] for kind in packs.kinds}
    for rule in packs.rules:
        yield from (f"{quoted(word)}, {rule_label(packs, rule, number)}" for word in rule_packs.words_of(rule))
    for label, group in numbered_groups(packs):
        yield from (f"{quoted(word)}, {label}" for word in group["words"])


def regions(rows):
    for row in sorted(rows, key=lambda row: int(row["code"])):
        yield f'{int(row["code"])}, {row["first_year"]}, {row["last_year"]}'


def bins(rows):
    merged = {}
    for row in rows:
        lengths, types = merged.setdefault(row["bin"], (set(), set()))
        lengths.add(int(row["card_length"]))
        types.add(row["card_type"])
    # Left-aligned order puts a prefix right before the longer ones it contains.
    order = sorted(merged, key=lambda prefix: (prefix.ljust(10, "0"), len(prefix)))
    place = {prefix: index for index, prefix in enumerate(order)}
    for prefix in order:
        lengths, types = merged[prefix]
        parent = next((place[prefix[:n]] + 1 for n in range(len(prefix) - 1, 0, -1) if prefix[:n] in place), 0)
        mask = sum(1 << length for length in lengths)
        kind = min(types)[0] if len(types) == 1 else "M"
        yield f"{int(prefix.ljust(10, '0'))}u, {mask}u, {parent}, {len(prefix)}, '{kind}'"


def segments(rows):
    for row in sorted(rows, key=lambda row: row["prefix"]):
        yield f'{row["prefix"]}, {len(row["prefix"])}, {row["digits"]}, {quoted(row["use"])}'


def nations(rows):
    for row in sorted(rows, key=lambda row: int(row["numeric"])):
        yield f'{int(row["numeric"])}, {quoted(row["alpha3"])}'


def hanzi(rows):
    for row in sorted(rows, key=lambda row: int(row["bits"])):
        points = "".join(f"\\u{ord(character):04x}" for character in row["characters"])
        yield f'{row["bits"]}, U"{points}"'


def area_codes(rows):
    for row in sorted(rows, key=lambda row: int(row["area_code"])):
        yield f'{int(row["area_code"])}, {"true" if row["use"] == "former" else "false"}'


PACK_TABLES = [("Kind", "kinds", kinds), ("Rule", "rules", rules), ("Label", "labels", labels),
               ("Group", "groups", groups), ("Names", "names", names), ("Field", "fields", fields),
               ("Beside", "beside", beside), ("BesideName", "beside_names", beside_names)]
FACT_TABLES = [("Region", "regions", "regions.tsv", regions), ("Bin", "bins", "bank_bins.tsv", bins),
               ("Segment", "segments", "mobile_segments.tsv", segments), ("Nation", "nations", "nations.tsv", nations),
               ("AreaCode", "area_codes", "area_codes.tsv", area_codes),
               ("HanziClass", "hanzi_classes", "hanzi.tsv", hanzi)]


def fnv1a(text, state):
    for byte in text.encode("utf-8"):
        state = ((state ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return state


def array(struct, name, entries):
    note = f"// {NOTES[struct]}\n" if struct in NOTES else ""
    body = "{{\n" + "".join(f"{{{entry}}},\n" for entry in entries) + "}}" if entries else "{}"
    return (f"{note}struct {struct} {{ {STRUCTS[struct]} }};\n"
            f"inline constexpr std::array<{struct}, {len(entries)}> {name}{body};\n\n")


def tables_header(patterns, packs):
    state = 0xCBF29CE484222325
    parts = [HEAD, "namespace pidun::tables {\n\n"]
    for name, text in packs.texts:
        lines = [line for line in text.split("\n") if line and not line.startswith("#")]
        state = fnv1a("\n".join([name] + lines + [""]), state)
    for struct, name, make in PACK_TABLES:
        parts.append(array(struct, name, list(make(packs))))
    all_forms = forms(packs)
    body = "{" + ", ".join(all_forms) + "}" if all_forms else "{}"
    parts.append(f"inline constexpr std::array<std::string_view, {len(all_forms)}> forms{body};\n")
    for name, entries in (("field_classes", [quoted(name) for name in rule_packs.VALUE_CLASSES]), ("terms", terms(packs)),
                          ("beside_others", [quoted(word) for table in packs.beside for word in table["others"]])):
        body = "{" + ", ".join(entries) + "}" if entries else "{}"
        parts.append(f"inline constexpr std::array<std::string_view, {len(entries)}> {name}{body};\n")
    rows, text = read_rows(patterns / "tables" / "traditional.tsv")
    state = fnv1a(text, state)
    respelt_labels = ",\n".join(f"Label{{{entry}}}" for entry in traditional_labels(packs, rows))
    parts.append(f"// The labels in traditional characters.\ninline constexpr auto traditional_labels = std::to_array<Label>({{\n"
                 f"{respelt_labels}}});\n")
    files = [quoted(name) for name, _ in packs.texts]
    parts.append(f"inline constexpr std::array<std::string_view, {len(files)}> pack_names{{{', '.join(files)}}};\n\n")
    for struct, name, file, make in FACT_TABLES:
        rows, text = read_rows(patterns / "tables" / file)
        state = fnv1a(text, state)
        parts.append(array(struct, name, list(make(rows))))
    for file in pack_words.FILES[:2]:
        state = fnv1a(read_rows(patterns / "tables" / file)[1], state)
    # Packed by generate_places.py; long, so a digest of it.
    rows, text = read_rows(patterns / "tables" / "places.tsv")
    state = fnv1a(hashlib.sha256(text.encode("utf-8")).hexdigest(), state)
    parts.append("// FNV-1a of all lines of packs and tables but comments.\n")
    parts.append(f"inline constexpr uint64_t kTablesHash = 0x{state:016x}u;\n\n}}  // namespace pidun::tables\n")
    return "".join(parts)


def labels_header(packs):
    members = [(kind["name"], kind["number"]) for kind in packs.kinds]
    members += [(group["name"], label) for label, group in numbered_groups(packs)]
    body = "".join(f"  {name} = {number},\n" for name, number in members)
    negative = ", ".join("true" if field.get("negative") else "false" for field in packs.fields)
    return (HEAD + "namespace pidun {\n\n"
            "// What a label says of its value: it is of this kind (the kind's number), or belongs to a group: several kinds\n"
            "// or none, and from kFirstNegative on no person's value at all. Kinds of users' rules have numbers of their own.\n"
            f"enum class Label : uint16_t {{\n  none = 0,\n{body}}};\n"
            f"inline constexpr uint16_t kFirstGroup = {FIRST_GROUP}, kFirstNegative = {FIRST_NEGATIVE}, "
            f"kFirstField = {FIRST_FIELD}, kLastBuiltinLabel = {FIRST_FIELD + rule_packs.MOST_FIELDS - 1};\n"
            "// Of the fields, from kFirstField on: whether a number under the label is no person's.\n"
            f"inline constexpr std::array<bool, {len(packs.fields)}> kNegativeFields{{{negative}}};\n\n"
            "}  // namespace pidun\n")


def text_entries(texts):
    # With its length: clang counts the steps of constant expressions, and the packs have more characters than it allows.
    return [f'{quoted(name)}, std::string_view(R"pack({text})pack", {len(text.encode("utf-8"))})'
            for name, text in texts]


def packs_header(packs):
    return (HEAD + "namespace pidun::tables {\n\n" + array("Pack", "packs", text_entries(packs.texts)) +
            "}  // namespace pidun::tables\n")


def policy_header(patterns):
    paths = [patterns / "policy.toml"] + sorted((patterns / "cases").glob("*.toml"))
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in paths]
    return (HEAD + "namespace pidun::tables {\n\n// The policy first, then the case profiles by name.\n"
            "struct PolicyText { std::string_view name; std::string_view text; };\n"
            f"inline constexpr std::array<PolicyText, {len(texts)}> policy_texts{{{{\n"
            + "".join(f"{{{entry}}},\n" for entry in text_entries(texts)) +
            "}};\n\n}  // namespace pidun::tables\n")


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    patterns, out = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    packs = rule_packs.read_packs(patterns)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in (("pidun_tables.h", tables_header(patterns, packs)), ("pidun_labels.h", labels_header(packs)),
                       ("pidun_packs.h", packs_header(packs)), ("pidun_policy.h", policy_header(patterns)),
                       ("pidun_words.h", HEAD + pack_words.header(*(read_rows(patterns / "tables" / file)[0]
                                                                    for file in pack_words.FILES)))):
        (out / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
