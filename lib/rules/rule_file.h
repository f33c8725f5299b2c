// From the text of a rule file to its entries: keys, types and ranges checked, nothing resolved yet.
// Every fault is told with its place; reading goes on behind it, so that all of them are told at once.
// Example: read_rule_file("[[rule]]\nid = 5\n", …) says "id is to be a string" at line 2, column 6.
// Tested in tests/unit/api/bad_rules_test.cpp and tests/rules/bad/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace pidun {

struct KindEntry {
  bool overrides = false;
  uint16_t number = 0;
  std::string name, name_zh;
  std::optional<uint16_t> tier;
  std::optional<char> sensitive;
  std::optional<uint8_t> jrt0171, gbt39725;
  TextPlace place;
};

struct RuleEntry {
  bool overrides = false;
  Rule rule;  // kind is not set yet; of an override, id, labels, disabled and place hold
  std::string kind_name;
  TextPlace kind_place, validator_place;
  std::optional<bool> disabled;
};

struct RuleFile {
  std::vector<KindEntry> kinds;
  std::vector<RuleEntry> rules;
};

// One fault, before the file's name and the offset are known.
struct FileFault {
  TextPlace place;
  std::string rule;
  std::string message;
};
using FileFaults = std::vector<FileFault>;

// Built-in packs may hold label groups and shapes that users' files may not.
enum class FileOrigin { user, builtin };
RuleFile read_rule_file(std::string_view text, FileOrigin origin, FileFaults& faults);

}  // namespace pidun
