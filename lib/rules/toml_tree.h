// A TOML document as a plain tree that remembers where each value stands. The only file that knows the TOML library is
// toml_tree.cpp.
// Example: parse_toml("a = 1") is a table with one item, named "a": the integer 1 at line 1, column 5.
// Tested in tests/unit/rules/toml_tree_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pidun {

struct TextPlace {
  uint32_t line = 0;    // 1-based; 0 = nowhere
  uint32_t column = 0;  // 1-based, in code points
};

struct TomlValue {
  enum class Type : uint8_t { string, integer, boolean, date, array, table, other };
  Type type = Type::other;  // other: floats, times
  TextPlace place;
  std::string string;
  int64_t integer = 0;  // of a date: yyyymmdd
  bool boolean = false;
  std::vector<TomlValue> items;    // of an array; of a table, by name
  std::vector<std::string> names;  // of a table's items

  const TomlValue* find(std::string_view name) const;
};

struct TomlResult {
  TomlValue root;  // a table
  bool failed = false;
  std::string message;  // why, without place; holds nothing of the text but single characters
  TextPlace place;
};

// Any bytes give a tree or a failure.
TomlResult parse_toml(std::string_view text);

// Byte offset of a place in its text.
uint64_t offset_of(std::string_view text, TextPlace place);

}  // namespace pidun
