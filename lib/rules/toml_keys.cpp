#include "rules/toml_keys.h"

#include <algorithm>

namespace pidun {
namespace {

// Names from a file may stand in a message when they are short and plain.
std::string shown(std::string_view name) {
  constexpr size_t kLongest = 40;
  std::string out;
  for (const char c : name.substr(0, kLongest)) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    out += plain ? c : '?';
  }
  return out;
}

}  // namespace

TextPlace TableReader::place_of(std::string_view key) const {
  const TomlValue* value = table_->find(key);
  return value != nullptr ? value->place : table_->place;
}

void TableReader::only(std::initializer_list<std::string_view> known) {
  for (size_t i = 0; i < table_->names.size(); ++i) {
    const std::string& key = table_->names[i];
    if (std::find(known.begin(), known.end(), key) == known.end())
      refuse(table_->items[i].place, "unknown key " + shown(key));
  }
}

void TableReader::need(std::initializer_list<std::string_view> keys) {
  for (const auto key : keys)
    if (!has(key)) refuse(place(), std::string(key) + " is missing");
}

const TomlValue* TableReader::typed(std::string_view key, TomlValue::Type type, const char* what) {
  const TomlValue* value = table_->find(key);
  if (value == nullptr || value->type == type) return value;
  refuse(value->place, std::string(key) + " is to be " + what);
  return nullptr;
}

std::string TableReader::string(std::string_view key) {
  const TomlValue* value = typed(key, TomlValue::Type::string, "a string");
  return value != nullptr ? value->string : std::string();
}

bool TableReader::boolean(std::string_view key, bool fallback) {
  const TomlValue* value = typed(key, TomlValue::Type::boolean, "true or false");
  return value != nullptr ? value->boolean : fallback;
}

int64_t TableReader::integer(std::string_view key, int64_t fallback, int64_t least, int64_t most) {
  const TomlValue* value = typed(key, TomlValue::Type::integer, "a whole number");
  if (value == nullptr) return fallback;
  if (value->integer >= least && value->integer <= most) return value->integer;
  refuse(value->place, std::string(key) + " is to be " + std::to_string(least) + " to " + std::to_string(most));
  return fallback;
}

std::vector<std::string> TableReader::strings(std::string_view key) {
  std::vector<std::string> out;
  const TomlValue* value = typed(key, TomlValue::Type::array, "a list of strings");
  if (value == nullptr) return out;
  for (const TomlValue& item : value->items) {
    if (item.type == TomlValue::Type::string)
      out.push_back(item.string);
    else
      refuse(item.place, std::string(key) + " is to be a list of strings");
  }
  return out;
}

std::vector<const TomlValue*> TableReader::tables(std::string_view key) {
  std::vector<const TomlValue*> out;
  const TomlValue* value = typed(key, TomlValue::Type::array, "a list of tables");
  if (value == nullptr) return out;
  for (const TomlValue& item : value->items) {
    if (item.type == TomlValue::Type::table)
      out.push_back(&item);
    else
      refuse(item.place, std::string(key) + " is to be a list of tables");
  }
  return out;
}

}  // namespace pidun
