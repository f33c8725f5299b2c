#include "policy/case_profile.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pidun_policy.h"
#include "rules/toml_keys.h"

namespace pidun {
namespace {

constexpr size_t kLongestId = 55, kMostSigns = 64;

constexpr std::pair<std::string_view, Format> kFormatNames[] = {
    {"lines", Format::lines},   {"delimited", Format::delimited},
    {"json", Format::json},     {"pairs", Format::pairs},
    {"form", Format::form},     {"multipart", Format::multipart},
    {"dashed", Format::dashed}, {"fixed", Format::fixed},
    {"chat", Format::chat},     {"hl7", Format::hl7},
    {"sql", Format::sql},       {"xml", Format::xml},
    {"html", Format::html}};
constexpr std::pair<std::string_view, uint64_t FlowSigns::*> kNumberNames[] = {
    {"records", &FlowSigns::records},       {"inputs", &FlowSigns::inputs},     {"shared", &FlowSigns::shared},
    {"recipients", &FlowSigns::recipients}, {"pictures", &FlowSigns::pictures}, {"positions", &FlowSigns::positions}};

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// Reads one file, telling all that is wrong with it.
struct ProfileReader {
  const ProfileNames& names;
  FileFaults& faults;
  std::string id;

  CaseProfile read(const TomlValue& root) {
    CaseProfile out;
    TableReader keys(root, "", faults);
    keys.only({"id", "name", "title", "medium", "masks", "pace", "recipients", "not_visible", "controls", "variant"});
    keys.need({"id", "name", "title", "variant"});
    out.id = id = keys.string("id");
    if (!is_id(id)) refuse(root, "id is to be of a-z, 0-9 and _, at most 55 long");
    out.name = both(root, "name");
    out.title = both(root, "title");
    out.medium = both(root, "medium");
    out.masks = both(root, "masks");
    out.pace = both(root, "pace");
    out.recipients = both(root, "recipients");
    for (const TomlValue* table : keys.tables("not_visible")) out.not_visible.push_back(both(*table));
    for (const TomlValue* table : keys.tables("controls")) out.controls.push_back(both(*table));
    for (const TomlValue* table : keys.tables("variant")) out.variants.push_back(variant(*table));
    if (out.variants.empty() && keys.has("variant")) refuse(root, "a profile without a variant");
    return out;
  }

  CaseVariant variant(const TomlValue& table) {
    CaseVariant out;
    TableReader keys(table, id, faults);
    keys.only({"name", "sign"});
    keys.need({"name", "sign"});
    out.name = both(table, "name");
    for (const TomlValue* each : keys.tables("sign")) out.signs.push_back(sign(*each));
    if (out.signs.size() > kMostSigns) refuse(table, "more than 64 signs");
    if (std::none_of(out.signs.begin(), out.signs.end(), [](const CaseSign& sign) { return sign.core; }))
      refuse(table, "a variant needs a sign with core = true");
    return out;
  }

  CaseSign sign(const TomlValue& table) {
    CaseSign out;
    TableReader keys(table, id, faults);
    keys.only({"zh", "en", "weight", "core", "kinds", "fields", "least", "share", "count", "together", "masked",
               "formats", "number", "at_least"});
    keys.need({"zh", "en", "weight"});
    out.name = {keys.string("zh"), keys.string("en")};
    out.weight = static_cast<uint32_t>(keys.integer("weight", 1, 1, 1000));
    out.core = keys.boolean("core", false);
    out.share = static_cast<uint32_t>(keys.integer("share", 50, 1, 100));
    out.count = static_cast<uint64_t>(keys.integer("count", 0, 1, Policy::kLargestLine));
    out.at_least = static_cast<uint64_t>(keys.integer("at_least", 1, 1, Policy::kLargestLine));
    what(table, keys, out);
    const auto listed = static_cast<int64_t>(out.kinds.size() + out.fields.size());
    out.least = static_cast<uint32_t>(keys.integer("least", 1, 1, std::max<int64_t>(listed, 1)));
    return out;
  }

  // Exactly one of the ways in which a sign says what it looks at.
  void what(const TomlValue& table, TableReader& keys, CaseSign& out) {
    int ways = 0;
    if (keys.has("kinds") || keys.has("fields")) {
      ++ways;
      kinds(keys, "kinds", out);
      fields(keys, out);
    }
    for (const auto& [key, what] :
         {std::pair{"together", CaseSign::What::together}, {"masked", CaseSign::What::masked}}) {
      if (!keys.has(key)) continue;
      ++ways;
      out.what = what;
      kinds(keys, key, out);
    }
    if (keys.has("formats")) {
      ++ways;
      out.what = CaseSign::What::formats;
      for (const std::string& name : keys.strings("formats")) format(keys, name, out);
    }
    if (keys.has("number")) {
      ++ways;
      out.what = CaseSign::What::number;
      number(keys, out);
    }
    if (ways != 1) refuse(table, "a sign looks at one of kinds and fields, together, masked, formats, number");
  }

  void kinds(TableReader& keys, std::string_view key, CaseSign& out) {
    for (const std::string& name : keys.strings(key)) {
      const Kind kind = names.kind(name);
      if (kind == Kind::none) {
        keys.refuse(keys.place_of(key), "unknown kind in " + std::string(key));
      } else if (key == "together" && kind_bit(kind) == 0) {
        keys.refuse(keys.place_of(key), "together holds built-in kinds only");
      } else {
        out.kinds.push_back(kind);
      }
    }
    if (keys.has(key) && out.kinds.empty()) keys.refuse(keys.place_of(key), std::string(key) + " is to name a kind");
  }

  void fields(TableReader& keys, CaseSign& out) {
    for (const std::string& rule : keys.strings("fields")) {
      if (!names.rule(rule)) keys.refuse(keys.place_of("fields"), "unknown rule in fields");
      out.fields.push_back(rule);
    }
  }

  static void format(TableReader& keys, std::string_view name, CaseSign& out) {
    for (const auto& [known, format] : kFormatNames)
      if (known == name) return out.formats.push_back(format);
    keys.refuse(keys.place_of("formats"), "unknown format in formats");
  }

  static void number(TableReader& keys, CaseSign& out) {
    const std::string name = keys.string("number");
    for (const auto& [known, member] : kNumberNames)
      if (known == name) out.number = member;
    if (out.number == nullptr)
      keys.refuse(keys.place_of("number"),
                  "number is to be records, inputs, shared, recipients, pictures or positions");
  }

  // { zh = "…", en = "…" }: both or nothing.
  Bilingual both(const TomlValue& table) {
    TableReader keys(table, id, faults);
    keys.only({"zh", "en"});
    keys.need({"zh", "en"});
    return {keys.string("zh"), keys.string("en")};
  }
  Bilingual both(const TomlValue& table, std::string_view key) {
    const TomlValue* value = table.find(key);
    if (value == nullptr) return {};
    if (value->type == TomlValue::Type::table) return both(*value);
    refuse(*value, std::string(key) + " is to be { zh = …, en = … }");
    return {};
  }

  void refuse(const TomlValue& value, std::string message) { faults.push_back({value.place, id, std::move(message)}); }
};

}  // namespace

bool CaseProfiles::load(std::string_view toml, const ProfileNames& names, FileFaults& faults) {
  const size_t before = faults.size();
  const TomlResult parsed = parse_toml(toml);
  if (parsed.failed) {
    faults.push_back({parsed.place, "", "not valid TOML"});
    return false;
  }
  CaseProfile read = ProfileReader{names, faults, {}}.read(parsed.root);
  if (faults.size() != before) return false;
  for (CaseProfile& known : profiles_) {
    if (known.id != read.id) continue;
    known = std::move(read);
    return true;
  }
  profiles_.push_back(std::move(read));
  return true;
}

const CaseProfiles& CaseProfiles::builtin() {
  static const CaseProfiles profiles = [] {
    const ProfileNames names{[](std::string_view name) {
                               const KindInfo* kind = find_kind(name);
                               return kind != nullptr ? kind->kind : Kind::none;
                             },
                             [](std::string_view) { return true; }};
    CaseProfiles made;
    FileFaults faults;
    for (size_t i = 1; i < tables::policy_texts.size(); ++i) made.load(tables::policy_texts[i].text, names, faults);
    return made;
  }();
  return profiles;
}

}  // namespace pidun
