#include "rules/toml_tree.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "base/ascii.h"

namespace pidun {
namespace {

TextPlace place_of(const toml::source_region& source) { return {source.begin.line, source.begin.column}; }

// The parser nests no deeper than its own limit, so the recursion is bounded.
TomlValue copy(const toml::node& node) {
  TomlValue value;
  value.place = place_of(node.source());
  if (const auto* string = node.as_string()) {
    value.type = TomlValue::Type::string;
    value.string = string->get();
  } else if (const auto* integer = node.as_integer()) {
    value.type = TomlValue::Type::integer;
    value.integer = integer->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.type = TomlValue::Type::boolean;
    value.boolean = boolean->get();
  } else if (const auto* date = node.as_date()) {
    value.type = TomlValue::Type::date;
    value.integer = int64_t{date->get().year} * 10000 + date->get().month * 100 + date->get().day;
  } else if (const auto* array = node.as_array()) {
    value.type = TomlValue::Type::array;
    for (const toml::node& item : *array) value.items.push_back(copy(item));
  } else if (const auto* table = node.as_table()) {
    value.type = TomlValue::Type::table;
    for (const auto& [key, entry] : *table) {
      value.names.emplace_back(key.str());
      value.items.push_back(copy(entry));
    }
  }
  return value;
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view name) const {
  for (size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return &items[i];
  return nullptr;
}

TomlResult parse_toml(std::string_view text) {
  TomlResult result;
  try {
    result.root = copy(toml::parse(text));
  } catch (const toml::parse_error& error) {
    result.failed = true;
    result.message = error.description();
    result.place = place_of(error.source());
  }
  return result;
}

uint64_t offset_of(std::string_view text, TextPlace place) {
  uint64_t at = 0;
  for (uint32_t line = 1; line < place.line; ++line) {
    const size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  for (uint32_t column = 1; column < place.column && at < text.size(); ++column) {
    ++at;
    while (at < text.size() && is_continuation(text[at])) ++at;
  }
  return at;
}

}  // namespace pidun
