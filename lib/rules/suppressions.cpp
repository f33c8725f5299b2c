// Reads the file with toml++, which is known in this file alone of what concerns suppressions.
#include "rules/suppressions.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/ascii.h"
#include "rules/path_glob.h"

namespace pidun {
namespace {

constexpr size_t kLongestPattern = 256, kLongestText = 1024;
constexpr std::string_view kKeys[] = {"fingerprint", "path", "kind", "reason", "owner", "expires"};

// Thrown and caught in this file.
struct Wrong {
  toml::source_region where;
  std::string message;
};

[[noreturn]] void fail(const toml::node& node, std::string message) { throw Wrong{node.source(), std::move(message)}; }

// Keys are shown if they look like keys: a value in the place of one is not repeated.
std::string shown(std::string_view key) {
  constexpr size_t kLongest = 32;
  for (const char c : key)
    if (!is_letter(c) && c != '_' && c != '-') return "an unknown key";
  return key.size() <= kLongest ? "unknown key \"" + std::string(key) + "\"" : "an unknown key";
}

std::string text_of(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) fail(table, std::string(key) + " is missing");
  const auto* text = node->as_string();
  if (text == nullptr || text->get().empty()) fail(*node, std::string(key) + " must be a text that is not empty");
  if (text->get().size() > kLongestText) fail(*node, std::string(key) + " is longer than 1024 bytes");
  return text->get();
}

uint32_t to_day(const toml::date& date) { return date.year * 10000u + date.month * 100u + date.day; }

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

uint32_t day_of(const toml::table& table) {
  const toml::node* node = table.get("expires");
  if (node == nullptr) fail(table, "expires is missing");
  uint32_t day = 0;
  if (const auto* date = node->as_date()) day = to_day(date->get());
  if (const auto* text = node->as_string()) day = parse_day(text->get());
  if (!is_real_day(day)) fail(*node, "expires must be a day, such as 2027-03-31");
  return day;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  return is_hex(c) ? to_lower(c) - 'a' + 10 : -1;
}

HashValue fingerprint_of(const toml::table& table) {
  const std::string text = text_of(table, "fingerprint");
  HashValue out{};
  bool hex = text.size() == 2 * out.size();
  for (size_t i = 0; hex && i < out.size(); ++i) {
    const int high = hex_value(text[2 * i]), low = hex_value(text[2 * i + 1]);
    hex = high >= 0 && low >= 0;
    out[i] = static_cast<unsigned char>(16 * high + low);
  }
  if (!hex) fail(*table.get("fingerprint"), "fingerprint must be 32 hexadecimal digits");
  return out;
}

void read_place(const toml::table& table, const KindLookup& kinds, Suppression& out) {
  out.path = text_of(table, "path");
  if (out.path.size() > kLongestPattern) fail(*table.get("path"), "path is longer than 256 bytes");
  if (out.path.substr(0, 2) == "./") out.path.erase(0, 2);
  if (out.path.empty()) fail(*table.get("path"), "path must name something");
  out.kind = kinds(text_of(table, "kind"));
  if (out.kind == Kind::none) fail(*table.get("kind"), "kind is none that is known");
}

Suppression read_entry(const toml::table& table, const KindLookup& kinds) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key;
    if (std::find(std::begin(kKeys), std::end(kKeys), name) == std::end(kKeys)) fail(node, shown(name));
  }
  Suppression entry;
  entry.line = table.source().begin.line;
  if (table.contains("fingerprint")) {
    if (table.contains("path") || table.contains("kind")) fail(table, "fingerprint goes without path and kind");
    entry.fingerprint = fingerprint_of(table);
  } else if (table.contains("path") || table.contains("kind")) {
    read_place(table, kinds, entry);
  } else {
    fail(table, "fingerprint, or path and kind, is missing");
  }
  entry.reason = text_of(table, "reason");
  entry.owner = text_of(table, "owner");
  entry.expires = day_of(table);
  return entry;
}

std::vector<Suppression> read_file(const toml::table& root, const KindLookup& kinds) {
  std::vector<Suppression> entries;
  for (const auto& [key, node] : root) {
    if (std::string_view(key) != "suppress") fail(node, shown(key));
    const toml::array* list = node.as_array();
    if (list == nullptr) fail(node, "entries begin with [[suppress]]");
    for (const toml::node& item : *list) {
      const toml::table* table = item.as_table();
      if (table == nullptr) fail(item, "entries begin with [[suppress]]");
      try {
        entries.push_back(read_entry(*table, kinds));
      } catch (Wrong& wrong) {
        wrong.message = "entry " + std::to_string(entries.size() + 1) + ": " + wrong.message;
        throw;
      }
    }
  }
  return entries;
}

// What the parser says, up to where it quotes the file.
std::string syntax_message(const toml::parse_error& error) {
  const std::string_view told = error.description();
  std::string out(told.substr(0, told.find_first_of("'\"")));
  while (!out.empty() && (out.back() == ' ' || out.back() == ':')) out.pop_back();
  return out.empty() ? "not valid TOML" : "not valid TOML: " + out;
}

void tell(const toml::source_region& where, std::string message, FileError& error) {
  error = {where.begin.line, where.begin.column, std::move(message)};
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
  const toml::parse_result parsed = toml::parse(toml_text);
  if (!parsed) {
    tell(parsed.error().source(), syntax_message(parsed.error()), error);
    return false;
  }
  try {
    entries_ = read_file(parsed.table(), kinds);
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
