"""Reads the rule packs patterns/*.toml and refuses what does not hold together, with file and line.

    packs = read_packs(patterns_folder)     # packs.kinds, .rules, .groups, .extends, .texts; exits on the first fault

The schema stands in patterns/README.md. Tested in tests/unit/rules/packs_test.cpp.
"""
import re
import sys
import tomllib

KIND_KEYS = {"number": int, "name": str, "zh": str, "tier": int, "sensitive": str, "jrt0171": int, "gbt39725": int}
RULE_KEYS = {"id": str, "kind": str, "en": str, "zh": str, "shape": str, "detector": str, "forms": list, "pattern": str,
             "validator": str, "needs_label": bool, "labels": list, "basis": str, "confidence": int, "told_by": str,
             "match": list, "reject": list, "value": str, "cues": list, "cues_of": str, "terms": list, "negative": bool, "tier": int,
             "strict_tier": int, "beside_number": bool}
RULE_NEEDS = ("id", "kind", "en", "zh", "shape", "basis")
GROUP_KEYS = {"name": str, "kinds": list, "negative": bool, "words": list}
EXTENDS_KEYS = {"kind": str, "kinds": list}
BESIDE_KEYS = {"rule": str, "group": str, "names": list, "others": list}
MATCH_KEYS = {"text": str, "find": str, "at": int, "check": str}
REJECT_KEYS = {"text": str, "why": str}
TABLES = {"kind", "rule", "group", "extends", "beside"}
# What a shape needs to be found by.
SHAPE_KEY = {"number": "detector", "form": "forms", "labelled": "forms", "literal": "pattern", "regex": "pattern",
             "field": "value", "phrase": ""}
# Rules with labels of their own, which are numbered behind the groups.
OWN_LABEL_SHAPES = ("field", "phrase")
VALUE_CLASSES = ("text", "answer", "date", "amount", "measure", "code", "secret", "account", "name", "address", "age",
                 "digits", "latitude", "longitude", "coordinate", "position", "place", "station_area",
                 "station_cell", "face_region", "image", "camera")
MOST_FIELDS = 512
LEAST_EXAMPLES = 5
LONGEST_LABEL = 64  # kLongestWord of lib/match/words.h
MOST_KINDS = 127  # labels from 128 on are groups


class Packs:
    def __init__(self):
        self.kinds, self.rules, self.groups, self.extends, self.texts, self.fields = [], [], [], [], [], []
        self.beside = []


class Place:
    def __init__(self, path, line):
        self.path, self.line = path, line

    def refuse(self, message):
        sys.exit(f"{self.path}:{self.line}: {message}")


def headers(text):
    """Lines of [[kind]], [[rule]], [[rule.match]] …: (name, line), in order."""
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r"\[\[([a-z.]+)\]\]", line.strip())
        if found:
            yield found.group(1), number


def mark_lines(path, document, text):
    """Puts each table's Place under the key 'place', as tomllib tells no lines."""
    counts = {}
    current = None
    for name, line in headers(text):
        outer, _, inner = name.partition(".")
        try:
            if not inner:
                current = document[outer][counts.get(outer, 0)]
                current["place"] = Place(path, line)
                counts[outer] = counts.get(outer, 0) + 1
                current["inner"] = {}
            else:
                index = current["inner"].get(inner, 0)
                current["inner"][inner] = index + 1
                current[inner][index]["place"] = Place(path, line)
        except (KeyError, IndexError, TypeError):
            Place(path, line).refuse(f"[[{name}]] is not where it can be read")


def check_keys(table, known, needed):
    place = table["place"]
    for key, value in table.items():
        if key in ("place", "inner", "pack"):
            continue
        if key not in known:
            place.refuse(f"unknown key {key}")
        if type(value) is not known[key]:
            place.refuse(f"{key} is to be of type {known[key].__name__}")
    for key in needed:
        if key not in table:
            place.refuse(f"{key} is missing")


def check_kind(kind):
    check_keys(kind, KIND_KEYS, KIND_KEYS)
    if kind["tier"] not in (0, 50, 500, 5000) or kind["sensitive"] not in ("Y", "N", "C"):
        kind["place"].refuse("tier is 0, 50, 500 or 5000 and sensitive Y, N or C")
    if not 0 <= kind["jrt0171"] <= 3 or not 0 <= kind["gbt39725"] <= 5:
        kind["place"].refuse("jrt0171 is 0..3 and gbt39725 0..5")


def check_examples(rule):
    for match in rule.get("match", []):
        check_keys(match, MATCH_KEYS, ("text", "find"))
        text, find = match["text"].encode(), match["find"].encode()
        at = match.get("at", text.find(find))
        if at < 0 or not find or text[at:at + len(find)] != find:
            match["place"].refuse("find does not stand in text")
        if match.get("check", "none") not in ("pass", "fail", "none"):
            match["place"].refuse("check is pass, fail or none")
    for reject in rule.get("reject", []):
        check_keys(reject, REJECT_KEYS, ("text", "why"))
    for what in ("match", "reject"):
        if len(rule.get(what, [])) < LEAST_EXAMPLES:
            rule["place"].refuse(f"rule {rule['id']} has fewer than {LEAST_EXAMPLES} {what} examples")


def check_field(rule):
    place = rule["place"]
    if rule.get("value", "text") not in VALUE_CLASSES:
        place.refuse(f"value is one of {', '.join(VALUE_CLASSES)}")
    if rule["shape"] == "field" and not (rule.get("value") and rule.get("labels")):
        place.refuse("a field needs value and labels")
    told = rule.get("cues") or rule.get("cues_of")
    if rule["shape"] == "phrase" and (rule.get("labels") or not rule.get("terms") and not (told and rule.get("value"))):
        place.refuse("a phrase needs terms, or cues and value, and has no labels")
    if rule.get("cues_of") and (rule.get("cues") or rule["shape"] == "field"):
        place.refuse("cues_of is for phrases without cues")
    for tier in (rule.get("tier", 0), rule.get("strict_tier", 0)):
        if tier not in (0, 50, 500, 5000):
            place.refuse("tier is 50, 500 or 5000")


def check_rule(rule, kinds):
    check_keys(rule, RULE_KEYS, RULE_NEEDS)
    place = rule["place"]
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,54}", rule["id"]):
        place.refuse("an id is [a-z][a-z0-9_]*, at most 55 long")
    if rule["kind"] not in kinds:
        place.refuse(f"unknown kind {rule['kind']}")
    if rule["shape"] not in SHAPE_KEY:
        place.refuse(f"shape is one of {', '.join(SHAPE_KEY)}")
    if rule["shape"] in OWN_LABEL_SHAPES:
        check_field(rule)
    else:
        for key in ("value", "cues", "cues_of", "terms", "negative", "tier", "strict_tier", "beside_number"):
            if key in rule:
                place.refuse(f"{key} is for the shapes {' and '.join(OWN_LABEL_SHAPES)}")
    for key in ("detector", "forms", "pattern"):
        if (key == SHAPE_KEY[rule["shape"]]) != bool(rule.get(key)):
            place.refuse(f"shape {rule['shape']} needs {SHAPE_KEY[rule['shape']]} and nothing else to be found by")
    if not 1 <= rule.get("confidence", 60) <= 100:
        place.refuse("confidence is 1..100")
    check_examples(rule)


def check_group(group, kinds):
    check_keys(group, GROUP_KEYS, ("name", "words"))
    check_names_kinds(group, kinds)
    if group.get("negative") and group.get("kinds"):
        group["place"].refuse("a negative group names no kind")


def check_names_kinds(table, kinds):
    for name in table.get("kinds", []):
        if name not in kinds:
            table["place"].refuse(f"unknown kind {name}")


def words_of(table):
    """The words that label values: of a phrase those before it, or without such the phrase itself."""
    if table.get("cues_of"):
        return []
    if table.get("shape") == "phrase":
        return table["cues"] if table.get("cues") else table["terms"]
    return table.get("labels", table.get("words", [])) + table.get("cues", [])


def check_words(packs):
    seen = {}
    for table in packs.rules + packs.groups:
        for word in words_of(table):
            if type(word) is not str or not 0 < len(word.encode()) <= LONGEST_LABEL:
                table["place"].refuse(f"a label is a string of 1 to {LONGEST_LABEL} bytes")
            if word in seen:
                table["place"].refuse(f"label {word} stands at {seen[word].path}:{seen[word].line} already")
            seen[word] = table["place"]


def check_unique(tables, key):
    seen = {}
    for table in tables:
        if table[key] in seen:
            table["place"].refuse(f"{key} {table[key]} stands at {seen[table[key]].path}:{seen[table[key]].line} already")
        seen[table[key]] = table["place"]


def read_document(path, packs):
    text = path.read_text(encoding="utf-8")
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        Place(path, line.group(1) if line else text.count("\n") + 1).refuse(str(error))
    for name in document:
        if name not in TABLES:
            Place(path, 1).refuse(f"unknown table {name}")
    mark_lines(path, document, text)
    for name, into in (("kind", packs.kinds), ("rule", packs.rules), ("group", packs.groups), ("extends", packs.extends),
                       ("beside", packs.beside)):
        for table in document.get(name, []):
            if "place" not in table:
                Place(path, 1).refuse(f"write {name} as [[{name}]], each on a line of its own")
            table["pack"] = len(packs.texts)
            into.append(table)
    packs.texts.append((path.name, text))


def check_beside(packs):
    fields = {rule["id"] for rule in packs.fields if rule["shape"] == "field"}
    groups = {group["name"] for group in packs.groups}
    seen = set()
    for beside in packs.beside:
        check_keys(beside, BESIDE_KEYS, ("names", "others"))
        if ("rule" in beside) == ("group" in beside):
            beside["place"].refuse("names are a rule's or a group's")
        if beside.get("rule", "") not in fields and beside.get("group") not in groups:
            beside["place"].refuse("there is no such field or group")
        for word in beside["names"] + beside["others"]:
            if type(word) is not str or word != word.lower() or not word or set(word) & set(" _-("):
                beside["place"].refuse("a name is in lower case, without separators")
        if seen & set(beside["names"]):
            beside["place"].refuse("one of its names stands in another [[beside]] already")
        seen |= set(beside["names"])


NOT_PACKS = {"policy.toml"}  # read by lib/policy at run time


def read_packs(folder):
    packs = Packs()
    paths = sorted(path for path in folder.glob("*.toml") if path.name not in NOT_PACKS)
    if not paths:
        sys.exit(f"{folder}: no packs")
    for path in paths:
        read_document(path, packs)
    for kind in packs.kinds:
        check_kind(kind)
    check_unique(packs.kinds, "name")
    packs.kinds.sort(key=lambda kind: kind["number"])
    for number, kind in enumerate(packs.kinds, 1):
        if kind["number"] != number or number > MOST_KINDS:
            kind["place"].refuse(f"kind numbers run 1, 2, 3 …, at most {MOST_KINDS}, and are never changed")
    names = {kind["name"] for kind in packs.kinds}
    for rule in packs.rules:
        check_rule(rule, names)
    check_unique(packs.rules, "id")
    packs.fields = [rule for rule in packs.rules if rule["shape"] in OWN_LABEL_SHAPES]
    with_cues = {rule["id"] for rule in packs.fields if rule.get("cues")}
    for rule in packs.fields:
        if rule.get("cues_of") and rule["cues_of"] not in with_cues:
            rule["place"].refuse(f"there is no phrase {rule['cues_of']} with cues")
    if len(packs.fields) > MOST_FIELDS:
        packs.fields[MOST_FIELDS]["place"].refuse(f"more than {MOST_FIELDS} fields and phrases")
    for group in packs.groups:
        check_group(group, names)
    check_unique(packs.groups, "name")
    for extends in packs.extends:
        check_keys(extends, EXTENDS_KEYS, EXTENDS_KEYS)
        check_names_kinds({"kinds": extends["kinds"] + [extends["kind"]], "place": extends["place"]}, names)
    if not any(group["name"] == "other" for group in packs.groups):
        sys.exit(f"{folder}: no label group named other")
    check_words(packs)
    check_beside(packs)
    return packs
