"""Packs words.tsv and name_characters.tsv (and, to tell traditional forms, hanzi.tsv) into arrays that are looked up as they are: nothing is built at start.

A word of two to four hanzi is a key of 15 bits a character (code point - 0x4E00 + 1, the first one highest), and
key * kWordFactor is its hash: the upper bits are the slot, the next 24 the tag. A slot holds the tag above 8 bits of
cost, 0 where it is empty; a full one sends to the next. What begins words is told by a bit for each hash of two.
Read by lib/detect/checks/word_costs.cpp; the two must agree.
"""
FILES = ("words.tsv", "name_characters.tsv", "hanzi.tsv")
FIRST, COUNT = 0x4E00, 0x5200
SLOT_BITS, BEGINNING_BITS = 18, 19
FACTOR = 0x9E3779B97F4A7C15
# Bytes of a character's entry, the lowest first; 255 is no cost. The last is 1 if it begins a compound surname.
PLACES = ("word", "surname", "single", "first", "second", "foreign", "text")
UNKNOWN_WORD = 150   # of a character that is no word by itself
UNKNOWN_TEXT = 140   # of a character that the tables do not have
UNKNOWN_GIVEN = 92   # in a given name, unless it is one of the most frequent words or in no text
FREQUENT_WORD = 56
NUMERALS = set("壹贰叁肆伍陆柒捌玖拾佰仟")  # of amounts: in no given name, though 伍 and 陆 are surnames
RARE_TEXT = 102      # of a character that is frequent in hanzi.tsv: a traditional form
MOST_RARER = 0       # of a surname than its character in text
FILTER_BITS, FILTER_FACTOR = 14, 0x9E3779B1  # as in lib/match/listed_hanzi.h


def key_of(word):
    key = 0
    for character in word:
        key = key << 15 | (ord(character) - FIRST + 1)
    return key


def hash_of(key):
    return key * FACTOR & 0xFFFFFFFFFFFFFFFF


def split(row, size, column):
    text = row[column]
    return [text[at:at + size] for at in range(0, len(text), size)]


def pack_words(rows):
    slots, beginnings = [0] * (1 << SLOT_BITS), [0] * (1 << BEGINNING_BITS >> 6)
    for row in rows:
        size = int(row["length"])
        for word in split(row, size, "words") if size > 1 else []:
            state = hash_of(key_of(word))
            slot = state >> (64 - SLOT_BITS)
            while slots[slot]:
                slot = (slot + 1) % len(slots)
            slots[slot] = (state >> (40 - SLOT_BITS) & 0xFFFFFF) << 8 | int(row["cost"])
            bit = hash_of(key_of(word[:2])) >> (64 - BEGINNING_BITS)
            beginnings[bit >> 6] |= 1 << (bit & 63)
    return slots, beginnings


def pack_characters(words, characters, hanzi):
    entries = [[255] * 7 + [0] for _ in range(COUNT)]
    rows = [("word", row["cost"], row["words"]) for row in words if row["length"] == "1"]
    rows += [(row["place"], row["cost"], row["characters"]) for row in characters if row["place"] != "compound"]
    for place, cost, texts in rows:
        for character in texts:
            if FIRST <= ord(character) < FIRST + COUNT:
                entries[ord(character) - FIRST][PLACES.index(place)] = int(cost)
    frequent = {character for row in hanzi for character in row["characters"]}
    for number, entry in enumerate(entries):
        traditional = chr(number + FIRST) in frequent and entry[PLACES.index("text")] >= RARE_TEXT
        if traditional or chr(number + FIRST) in NUMERALS:
            for place in ("single", "first", "second"):
                entry[PLACES.index(place)] = 255
        defaults = {"word": UNKNOWN_WORD, "text": UNKNOWN_TEXT}
        if entry[0] >= FREQUENT_WORD and entry[PLACES.index("text")] != 255 and not traditional and \
                chr(number + FIRST) not in NUMERALS:
            defaults |= dict.fromkeys(("single", "first", "second"), UNKNOWN_GIVEN)
        for place, cost in defaults.items():
            entry[PLACES.index(place)] = entry[PLACES.index(place)] if entry[PLACES.index(place)] != 255 else cost
    return [int.from_bytes(bytes(entry), "little") for entry in entries]


def text_cost(entries, character):
    return entries[ord(character) - FIRST] >> 8 * PLACES.index("text") & 0xFF


def beginnings(entries, compounds):
    """The hanzi that a name may begin with in running text: bits by code point from FIRST on, and a filter of bytes.
    A character that is much more often a part of words than a surname begins none; nor does a frequent one of two."""
    bits, filter_bytes = [0] * (COUNT // 64), bytearray(1 << FILTER_BITS)
    compound_firsts = {name[0] for name in compounds if text_cost(entries, name[0]) >= FREQUENT_WORD}
    for number, entry in enumerate(entries):
        surname, character = entry >> 8 * PLACES.index("surname") & 0xFF, chr(number + FIRST)
        if any(name[0] == character for name in compounds):
            entries[number] |= 1 << 56
        if surname != 255 and surname <= text_cost(entries, character) + MOST_RARER or character in compound_firsts:
            bits[number >> 6] |= 1 << (number & 63)
            filter_bytes[filter_slot(character)] = 1
    return bits, filter_bytes


def filter_slot(character):
    """Of the three bytes of the character, the first lowest."""
    return int.from_bytes(character.encode("utf-8"), "little") * FILTER_FACTOR % (1 << 32) >> (32 - FILTER_BITS)


def array(kind, name, values):
    lines = (",".join(f"{value:#x}" for value in values[at:at + 16]) for at in range(0, len(values), 16))
    return f"inline constexpr std::array<{kind}, {len(values)}> {name}{{{{\n" + ",\n".join(lines) + "}};\n"


def header(words, characters, hanzi):
    slots, begin_words = pack_words(words)
    compounds = {name: int(row["cost"]) for row in characters if row["place"] == "compound"
                 for name in split(row, 2, "characters")}
    entries = pack_characters(words, characters, hanzi)
    begin_names, begin_filter = beginnings(entries, compounds)  # and marks the entries
    return ("namespace pidun::tables {\n\n"
            f"inline constexpr unsigned kWordSlotBits = {SLOT_BITS}, kWordBeginningBits = {BEGINNING_BITS};\n"
            f"inline constexpr unsigned kMostRarerSurname = {MOST_RARER};\n"
            f"inline constexpr uint64_t kWordFactor = {FACTOR:#x};\n"
            + array("uint32_t", "word_slots", slots) + array("uint64_t", "word_beginnings", begin_words)
            + array("uint64_t", "hanzi_costs", entries) + array("uint64_t", "name_beginnings", begin_names)
            + array("uint8_t", "name_beginning_filter", begin_filter)
            + "struct CompoundSurname { uint32_t key; uint8_t cost; };\n"
            + f"inline constexpr std::array<CompoundSurname, {len(compounds)}> compound_surnames{{{{\n"
            + "".join(f"{{{key}, {cost}}},\n" for key, cost in sorted((key_of(name), cost) for name, cost in compounds.items()))
            + "}};\n\n}  // namespace pidun::tables\n")
