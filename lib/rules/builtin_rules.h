// The built-in rules, from the tables that patterns/*.toml became at build time, and the packs' own text.
// Tested in tests/unit/rules/rule_set_test.cpp and packs_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace pidun {

// In the order of the packs; without examples.
std::vector<Rule> builtin_rules();

struct BuiltinPack {
  std::string_view name;  // "contact.toml"
  std::string_view text;
};
uint32_t builtin_pack_count();
BuiltinPack builtin_pack(uint32_t index);

}  // namespace pidun
