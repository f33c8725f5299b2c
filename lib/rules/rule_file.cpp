#include "rules/rule_file.h"

#include <algorithm>
#include <array>

#include "pidun_tables.h"
#include "rules/toml_keys.h"

namespace pidun {
namespace {

constexpr size_t kLongestId = 55;     // pidun_error::rule holds it
constexpr size_t kLongestLabel = 64;  // kLongestWord of match/words.h
constexpr size_t kLongestExample = 4096;
constexpr std::array<std::string_view, 7> kShapes = {"number", "form",  "labelled", "literal",
                                                     "regex",  "field", "phrase"};

bool is_identifier(std::string_view text) {
  if (text.empty() || text.size() > kLongestId || text[0] < 'a' || text[0] > 'z') return false;
  for (const char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  return true;
}

// The id under `key`, checked; empty and refused when it is none.
std::string identifier(TableReader& reader, std::string_view key) {
  std::string id = reader.string(key);
  if (is_identifier(id)) return id;
  if (reader.has(key)) reader.refuse(reader.place_of(key), std::string(key) + " is to be [a-z][a-z0-9_]*, at most 55");
  return {};
}

KindEntry read_kind(const TomlValue& table, FileOrigin origin, FileFaults& faults) {
  TableReader reader(table, {}, faults);
  KindEntry kind;
  kind.place = table.place;
  kind.overrides = reader.boolean("override", false);
  reader.only({"number", "name", "zh", "tier", "sensitive", "jrt0171", "gbt39725", "override"});
  reader.need({"name"});
  if (!kind.overrides) reader.need({"number"});
  if (kind.overrides && (reader.has("number") || reader.has("zh")))
    reader.refuse(table.place, "an override changes neither number nor zh");
  const int64_t least = origin == FileOrigin::builtin ? 1 : kFirstCustomKind;
  kind.number = static_cast<uint16_t>(reader.integer("number", 0, least, UINT16_MAX));
  kind.name = identifier(reader, "name");
  kind.name_zh = reader.string("zh");
  if (reader.has("tier")) {
    const int64_t tier = reader.integer("tier", 0, 0, 5000);
    if (tier != 0 && tier != 50 && tier != 500 && tier != 5000)
      reader.refuse(reader.place_of("tier"), "tier is to be 0, 50, 500 or 5000");
    kind.tier = static_cast<uint16_t>(tier);
  }
  if (reader.has("sensitive")) {
    const std::string sensitive = reader.string("sensitive");
    if (sensitive != "Y" && sensitive != "N" && sensitive != "C")
      reader.refuse(reader.place_of("sensitive"), "sensitive is to be Y, N or C");
    kind.sensitive = sensitive.empty() ? 'N' : sensitive[0];
  }
  if (reader.has("jrt0171")) kind.jrt0171 = static_cast<uint8_t>(reader.integer("jrt0171", 0, 0, 3));
  if (reader.has("gbt39725")) kind.gbt39725 = static_cast<uint8_t>(reader.integer("gbt39725", 0, 0, 5));
  return kind;
}

void check_example_text(TableReader& reader, const Example& example) {
  if (example.text.size() > kLongestExample) reader.refuse(reader.place_of("text"), "text is longer than 4096 bytes");
}

Example read_match(const TomlValue& table, std::string_view rule, FileFaults& faults) {
  TableReader reader(table, rule, faults);
  reader.only({"text", "find", "at", "check"});
  reader.need({"text", "find"});
  Example example;
  example.place = table.place;
  example.text = reader.string("text");
  check_example_text(reader, example);
  const std::string find = reader.string("find");
  const size_t first = example.text.find(find);
  const auto at = static_cast<size_t>(
      reader.integer("at", first == std::string::npos ? 0 : static_cast<int64_t>(first), 0, kLongestExample));
  if (find.empty() || at > example.text.size() || example.text.compare(at, find.size(), find) != 0)
    reader.refuse(reader.place_of("find"), "find does not stand in text");
  example.begin = at;
  example.end = at + find.size();
  const std::string check = reader.string("check");
  example.check = check == "pass"   ? WantedCheck::pass
                  : check == "fail" ? WantedCheck::fail
                  : check == "none" ? WantedCheck::none
                                    : WantedCheck::any;
  if (reader.has("check") && example.check == WantedCheck::any)
    reader.refuse(reader.place_of("check"), "check is to be pass, fail or none");
  return example;
}

Example read_reject(const TomlValue& table, std::string_view rule, FileFaults& faults) {
  TableReader reader(table, rule, faults);
  reader.only({"text", "why"});
  reader.need({"text"});
  Example example;
  example.place = table.place;
  example.text = reader.string("text");
  check_example_text(reader, example);
  reader.string("why");
  return example;
}

void read_shape(TableReader& reader, FileOrigin origin, Rule& rule) {
  const std::string name = reader.string("shape");
  size_t shape = 0;
  while (shape < kShapes.size() && kShapes[shape] != name) ++shape;
  const bool known = shape < kShapes.size();
  if (known) rule.shape = static_cast<RuleShape>(shape);
  const bool custom = rule.shape == RuleShape::literal || rule.shape == RuleShape::regex;
  const bool labelled = rule.shape == RuleShape::labelled;
  const bool field = rule.shape == RuleShape::field || rule.shape == RuleShape::phrase;
  // A form that is found by its look needs marks that lead to it, which only the built-in ones have.
  if (reader.has("shape") && (!known || (origin == FileOrigin::user && !custom && !labelled)))
    reader.refuse(reader.place_of("shape"), "unknown shape: it is to be literal, regex or labelled");
  for (const std::string_view key :
       {"value", "terms", "cues", "cues_of", "negative", "tier", "strict_tier", "beside_number"})
    if (!field && reader.has(key)) reader.refuse(reader.place_of(key), std::string(key) + " is for fields and phrases");
  if (custom) reader.need({"pattern"});
  if (labelled) {
    reader.need({"forms"});
    rule.pattern_place = reader.place_of("forms");
  }
  if (reader.has("pattern") && rule.pattern.empty()) reader.refuse(rule.pattern_place, "pattern is empty");
  if (rule.caseless && rule.shape != RuleShape::literal)
    reader.refuse(reader.place_of("caseless"), "caseless is for literals; a regex says (?i)");
}

// What built-in fields and phrases have besides; their number is given by the tables.
void read_field(TableReader& reader, Rule& rule) {
  const auto& classes = tables::field_classes;
  const auto value = std::find(classes.begin(), classes.end(), reader.string("value"));
  if (value != classes.end()) rule.value = static_cast<FieldClass>(value - classes.begin() + 1);
  rule.terms = reader.strings("terms");
  const std::vector<std::string> cues = reader.strings("cues");
  rule.standing_alone = rule.shape == RuleShape::phrase && cues.empty() && !reader.has("cues_of");
  rule.labels.insert(rule.labels.end(), cues.begin(), cues.end());
  if (rule.standing_alone) rule.labels = rule.terms;
  rule.tier = static_cast<uint16_t>(reader.integer("tier", 0, 0, 5000));
  rule.strict_tier = static_cast<uint16_t>(reader.integer("strict_tier", 0, 0, 5000));
  rule.beside_number = reader.boolean("beside_number", false);
}

void check_labels(TableReader& reader, const Rule& rule) {
  for (const std::string& label : rule.labels)
    if (label.empty() || label.size() > kLongestLabel)
      reader.refuse(reader.place_of("labels"), "a label is to be 1 to 64 bytes");
}

void read_override(TableReader& reader, RuleEntry& entry) {
  reader.only({"override", "id", "labels", "disabled"});
  reader.need({"id"});
  if (reader.has("disabled")) entry.disabled = reader.boolean("disabled", false);
}

void read_new_rule(TableReader& reader, const TomlValue& table, FileOrigin origin, RuleEntry& entry,
                   FileFaults& faults) {
  Rule& rule = entry.rule;
  reader.only({"override", "id",      "kind",     "en",        "zh",          "shape",        "detector",
               "forms",    "pattern", "caseless", "validator", "told_by",     "needs_label",  "confidence",
               "labels",   "basis",   "disabled", "match",     "reject",      "value",        "terms",
               "cues",     "cues_of", "negative", "tier",      "strict_tier", "beside_number"});
  reader.need({"id", "kind", "shape"});
  entry.kind_name = reader.string("kind");
  entry.kind_place = reader.place_of("kind");
  rule.name = reader.has("en") ? reader.string("en") : rule.id;
  rule.name_zh = reader.has("zh") ? reader.string("zh") : rule.name;
  rule.detector = reader.string("detector");
  rule.forms = reader.strings("forms");
  rule.pattern = reader.string("pattern");
  rule.pattern_place = reader.place_of("pattern");
  rule.caseless = reader.boolean("caseless", false);
  rule.validator = reader.string("validator");
  entry.validator_place = reader.place_of("validator");
  rule.told_by = reader.string("told_by");
  rule.basis = reader.string("basis");
  rule.needs_label = reader.boolean("needs_label", false);
  rule.confidence = static_cast<int>(reader.integer("confidence", 60, 1, 100));
  rule.disabled = reader.boolean("disabled", false);
  read_shape(reader, origin, rule);
  if (rule.shape == RuleShape::field || rule.shape == RuleShape::phrase) read_field(reader, rule);
  for (const TomlValue* match : reader.tables("match")) rule.matches.push_back(read_match(*match, rule.id, faults));
  for (const TomlValue* reject : reader.tables("reject")) rule.rejects.push_back(read_reject(*reject, rule.id, faults));
  if (rule.matches.empty()) reader.refuse(table.place, "no example: a rule needs a [[rule.match]]");
}

RuleEntry read_rule(const TomlValue& table, FileOrigin origin, FileFaults& faults) {
  const TomlValue* id = table.find("id");
  const bool named = id != nullptr && id->type == TomlValue::Type::string && is_identifier(id->string);
  TableReader reader(table, named ? std::string_view(id->string) : std::string_view(), faults);
  RuleEntry entry;
  entry.rule.place = table.place;
  entry.rule.id = identifier(reader, "id");
  entry.rule.labels = reader.strings("labels");
  check_labels(reader, entry.rule);
  entry.overrides = reader.boolean("override", false);
  if (entry.overrides)
    read_override(reader, entry);
  else
    read_new_rule(reader, table, origin, entry, faults);
  return entry;
}

}  // namespace

RuleFile read_rule_file(std::string_view text, FileOrigin origin, FileFaults& faults) {
  RuleFile file;
  const TomlResult parsed = parse_toml(text);
  if (parsed.failed) {
    faults.push_back({parsed.place, {}, parsed.message});
    return file;
  }
  TableReader reader(parsed.root, {}, faults);
  if (origin == FileOrigin::builtin)
    reader.only({"kind", "rule", "group", "extends", "beside"});
  else
    reader.only({"kind", "rule"});
  for (const TomlValue* kind : reader.tables("kind")) file.kinds.push_back(read_kind(*kind, origin, faults));
  for (const TomlValue* rule : reader.tables("rule")) file.rules.push_back(read_rule(*rule, origin, faults));
  if (origin == FileOrigin::user && faults.empty() && file.kinds.empty() && file.rules.empty())
    faults.push_back({{1, 1}, {}, "no rule and no kind in it"});
  return file;
}

}  // namespace pidun
