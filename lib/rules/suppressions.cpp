#include "rules/suppressions.h"

#include <algorithm>

#include "base/ascii.h"
#include "rules/path_glob.h"
#include "rules/toml_tree.h"

namespace pidun {
namespace {

constexpr size_t kLongestPattern = 256, kLongestText = 1024;
constexpr std::string_view kKeys[] = {"fingerprint", "path", "kind", "reason", "owner", "expires"};

// Thrown and caught in this file.
struct Wrong {
  TextPlace where;
  std::string message;
};

[[noreturn]] void fail(const TomlValue& value, std::string message) { throw Wrong{value.place, std::move(message)}; }

// Keys are shown if they look like keys: a value in the place of one is not repeated.
std::string shown(std::string_view key) {
  constexpr size_t kLongest = 32;
  for (const char c : key)
    if (!is_letter(c) && c != '_' && c != '-') return "an unknown key";
  return key.size() <= kLongest ? "unknown key \"" + std::string(key) + "\"" : "an unknown key";
}

std::string text_of(const TomlValue& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  if (value == nullptr) fail(table, std::string(key) + " is missing");
  if (value->type != TomlValue::Type::string || value->string.empty())
    fail(*value, std::string(key) + " must be a text that is not empty");
  if (value->string.size() > kLongestText) fail(*value, std::string(key) + " is longer than 1024 bytes");
  return value->string;
}

// "2027-03-31"; 0 if it is none.
uint32_t parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return 0;
  uint32_t day = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) continue;
    if (!is_digit(text[i])) return 0;
    day = day * 10 + static_cast<uint32_t>(text[i] - '0');
  }
  return day;
}

uint32_t day_of(const TomlValue& table) {
  const TomlValue* value = table.find("expires");
  if (value == nullptr) fail(table, "expires is missing");
  uint32_t day = 0;
  if (value->type == TomlValue::Type::date) day = static_cast<uint32_t>(value->integer);
  if (value->type == TomlValue::Type::string) day = parse_day(value->string);
  if (!is_real_day(day)) fail(*value, "expires must be a day, such as 2027-03-31");
  return day;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  return is_hex(c) ? to_lower(c) - 'a' + 10 : -1;
}

HashValue fingerprint_of(const TomlValue& table) {
  const std::string text = text_of(table, "fingerprint");
  HashValue out{};
  bool hex = text.size() == 2 * out.size();
  for (size_t i = 0; hex && i < out.size(); ++i) {
    const int high = hex_value(text[2 * i]), low = hex_value(text[2 * i + 1]);
    hex = high >= 0 && low >= 0;
    out[i] = static_cast<unsigned char>(16 * high + low);
  }
  if (!hex) fail(*table.find("fingerprint"), "fingerprint must be 32 hexadecimal digits");
  return out;
}

void read_place(const TomlValue& table, const KindLookup& kinds, Suppression& out) {
  out.path = text_of(table, "path");
  if (out.path.size() > kLongestPattern) fail(*table.find("path"), "path is longer than 256 bytes");
  if (out.path.substr(0, 2) == "./") out.path.erase(0, 2);
  if (out.path.empty()) fail(*table.find("path"), "path must name something");
  out.kind = kinds(text_of(table, "kind"));
  if (out.kind == Kind::none) fail(*table.find("kind"), "kind is none that is known");
}

Suppression read_entry(const TomlValue& table, const KindLookup& kinds) {
  for (size_t i = 0; i < table.names.size(); ++i)
    if (std::find(std::begin(kKeys), std::end(kKeys), table.names[i]) == std::end(kKeys))
      fail(table.items[i], shown(table.names[i]));
  Suppression entry;
  entry.line = table.place.line;
  if (table.find("fingerprint") != nullptr) {
    if (table.find("path") != nullptr || table.find("kind") != nullptr)
      fail(table, "fingerprint goes without path and kind");
    entry.fingerprint = fingerprint_of(table);
  } else if (table.find("path") != nullptr || table.find("kind") != nullptr) {
    read_place(table, kinds, entry);
  } else {
    fail(table, "fingerprint, or path and kind, is missing");
  }
  entry.reason = text_of(table, "reason");
  entry.owner = text_of(table, "owner");
  entry.expires = day_of(table);
  return entry;
}

std::vector<Suppression> read_file(const TomlValue& root, const KindLookup& kinds) {
  std::vector<Suppression> entries;
  for (size_t i = 0; i < root.names.size(); ++i) {
    const TomlValue& list = root.items[i];
    if (root.names[i] != "suppress") fail(list, shown(root.names[i]));
    if (list.type != TomlValue::Type::array) fail(list, "entries begin with [[suppress]]");
    for (const TomlValue& table : list.items) {
      if (table.type != TomlValue::Type::table) fail(table, "entries begin with [[suppress]]");
      try {
        entries.push_back(read_entry(table, kinds));
      } catch (Wrong& wrong) {
        wrong.message = "entry " + std::to_string(entries.size() + 1) + ": " + wrong.message;
        throw;
      }
    }
  }
  return entries;
}

// What the parser says, up to where it quotes the file.
std::string syntax_message(std::string_view told) {
  std::string out(told.substr(0, told.find_first_of("'\"")));
  while (!out.empty() && (out.back() == ' ' || out.back() == ':')) out.pop_back();
  return out.empty() ? "not valid TOML" : "not valid TOML: " + out;
}

void tell(TextPlace where, std::string message, FileError& error) {
  error = {where.line, where.column, std::move(message)};
}

}  // namespace

bool is_real_day(uint32_t day) {
  const uint32_t year = day / 10000, month = day / 100 % 100, date = day % 100;
  constexpr uint32_t kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || date < 1 || date > kDays[month - 1]) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month != 2 || date < 29 || leap;
}

bool Suppressions::load(std::string_view toml_text, const KindLookup& kinds, FileError& error) {
  entries_.clear();
  by_fingerprint_.clear();
  if (toml_text.size() > kLargestFile) {
    error = {0, 0, "larger than 4 MiB"};
    return false;
  }
  const TomlResult parsed = parse_toml(toml_text);
  if (parsed.failed) {
    tell(parsed.place, syntax_message(parsed.message), error);
    return false;
  }
  try {
    entries_ = read_file(parsed.root, kinds);
  } catch (Wrong& wrong) {
    tell(wrong.where, std::move(wrong.message), error);
    return false;
  }
  for (size_t i = 0; i < entries_.size(); ++i)
    if (entries_[i].fingerprint) by_fingerprint_.emplace(*entries_[i].fingerprint, static_cast<int32_t>(i));
  return true;
}

int32_t Suppressions::find(const HashValue& fingerprint, uint32_t day) const {
  const auto [first, last] = by_fingerprint_.equal_range(fingerprint);
  for (auto at = first; at != last; ++at)  // of the same fingerprint, in the file's order
    if (entries_[static_cast<size_t>(at->second)].applies(day)) return at->second;
  return -1;
}

std::map<Kind, int32_t> Suppressions::of_path(std::string_view path, uint32_t day) const {
  std::map<Kind, int32_t> out;
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Suppression& entry = entries_[i];
    if (entry.fingerprint || !entry.applies(day) || out.contains(entry.kind)) continue;
    if (path_fits(entry.path, path)) out.emplace(entry.kind, static_cast<int32_t>(i));
  }
  return out;
}

}  // namespace pidun
