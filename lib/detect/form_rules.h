// The rules that are said as forms, compiled: what a value of a kind looks like, and what must hold besides.
// The rules are data, patterns/*.toml. Example: at "G04945198" the rule "passport" matches nine bytes.
// Tested in tests/unit/detect/form_rules_test.cpp: every rule against its examples, and every change of a rule is
// noticed.
#pragma once

#include <array>
#include <bitset>
#include <span>
#include <vector>

#include "base/window.h"
#include "detect/checks/validators.h"
#include "detect/forms.h"
#include "detect/labels.h"
#include "rules/rule.h"

namespace pidun {

struct FormRule {
  uint16_t rule = 0;  // index in the engine's rules
  Kind kind = Kind::none;
  Validator validator = nullptr;
  bool has_check = false;    // the validator looks at a check digit
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
  // Compiles a rule whose shape is form or labelled; false with the reason told when a form of it is none, and which.
  bool add(const Rule& rule, uint16_t index, size_t& form, FormError& error);

  std::span<const FormRule> all() const { return rules_; }
  // The rules, as indexes of all(), that can begin with this byte: those found by their look, and those of labelled
  // values.
  std::span<const uint16_t> beginning_with(unsigned char byte) const { return by_look_[byte]; }
  std::span<const uint16_t> labelled_with(unsigned char byte) const { return by_label_[byte]; }
  // Whether a rule of labelled values finds something under this label.
  bool wants(Label label) const {
    const auto number = static_cast<size_t>(label);
    return number < wanted_.size() ? wanted_[number] : wants_rare(label);
  }

 private:
  bool wants_rare(Label label) const;

  std::vector<FormRule> rules_;
  std::array<std::vector<uint16_t>, 256> by_look_, by_label_;
  std::bitset<kLastBuiltinLabel + 1> wanted_;
};

}  // namespace pidun
