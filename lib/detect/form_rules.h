// The rules that are said as forms, compiled: what a value of a kind looks like, and what must hold besides.
// The rules are data, patterns/*.toml. Example: at "G04945198" the rule "passport" matches nine bytes.
// Tested in tests/unit/detect/form_rules_test.cpp: every rule against its examples, and every change of a rule is
// noticed.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/window.h"
#include "detect/checks/validators.h"
#include "detect/forms.h"
#include "rules/kinds.h"

namespace pidun {

struct FormRule {
  std::string_view id;
  Kind kind = Kind::none;
  const Validator* validator = nullptr;
  bool needs_label = false;  // reported only where a label names the kind
  bool labelled = false;     // looked for only as a labelled value
  std::vector<Form> forms;
};

// What touches a match on either side.
struct FormSides {
  bool inside = false;  // of something longer: no value
  bool dashed = false;  // a dash joins it to letters or digits
  bool in_path = false;
};
FormSides judge_form_sides(const Window& window, Span span);
// The two halves of `inside`, for the tests.
bool goes_on_before(const Window& window, Span span);
bool goes_on_behind(const Window& window, Span span);

// The longest match of `rule` that begins at `begin`; empty if there is none.
Span match_rule(const FormRule& rule, const Window& window, uint64_t begin);

class FormRules {
 public:
  // The built-in rules. They are proved by the tests, so that none can fail to compile.
  FormRules();

  std::span<const FormRule> all() const { return rules_; }
  // The rules that can begin with this byte: those found by their look alone, and those of labelled values.
  std::span<const uint16_t> beginning_with(unsigned char byte) const { return by_byte_[byte]; }
  std::span<const uint16_t> labelled_with(unsigned char byte) const { return labelled_by_byte_[byte]; }

 private:
  std::vector<FormRule> rules_;
  std::array<std::vector<uint16_t>, 256> by_byte_, labelled_by_byte_;
};

}  // namespace pidun
