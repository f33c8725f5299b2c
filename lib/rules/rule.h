// A rule: how values of one kind are found, and the examples that prove it. Built-in ones stand in patterns/*.toml,
// users' ones in files of the same format (patterns/README.md).
// Example: {id "mobile_number", kind Kind::mobile_number, shape RuleShape::number, detector "mobile", …}.
// Tested in tests/unit/rules/rule_set_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/kinds.h"
#include "rules/toml_tree.h"

namespace pidun {

enum class RuleShape : uint8_t { number, form, labelled, literal, regex };

enum class WantedCheck : uint8_t { any, none, pass, fail };

struct Example {
  std::string text;
  uint64_t begin = 0, end = 0;  // what must be found; equal in a counter-example
  WantedCheck check = WantedCheck::any;
  TextPlace place;
};

struct Rule {
  std::string id;
  Kind kind = Kind::none;
  std::string name, name_zh;
  RuleShape shape = RuleShape::regex;
  std::string detector;            // number
  std::vector<std::string> forms;  // form, labelled
  std::string pattern;             // literal, regex
  bool caseless = false;           // literal
  std::string validator, told_by, basis;
  bool needs_label = false;
  int confidence = 60;
  std::vector<std::string> labels;
  bool disabled = false;
  bool builtin = false;
  uint32_t source = 0;  // of RuleSet::sources()
  TextPlace place;
  TextPlace pattern_place;
  std::vector<Example> matches, rejects;  // of a built-in rule: only after RuleSet::read_builtin_examples()
};

// A fault of a rule file, or of a rule's example.
struct RuleError {
  std::string file;  // as the host named it; empty when no file is at fault
  TextPlace place;
  uint64_t offset = 0;  // of the place, in bytes
  std::string rule;     // id, or empty
  std::string message;  // one line
};
using RuleErrors = std::vector<RuleError>;

}  // namespace pidun
