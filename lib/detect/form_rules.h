// The rules that are said as forms, compiled: what a value of a kind looks like, and what must hold besides.
// The rules are data, patterns/*.toml. Example: at "G04945198" the rule "passport" matches nine bytes.
// Tested in tests/unit/detect/form_rules_test.cpp: every rule against its examples, and every change of a rule is
// noticed.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/window.h"
#include "detect/checks/validators.h"
#include "detect/forms.h"
#include "detect/label_bounds.h"
#include "detect/labels.h"
#include "rules/rule.h"

namespace pidun {

struct FormRule {
  uint16_t rule = 0;  // index in the engine's rules
  Kind kind = Kind::none;
  Validator validator = nullptr;
  bool has_check = false;             // the validator looks at a check digit
  bool needs_label = false;           // reported only where a label names the kind
  bool labelled = false;              // looked for only as a labelled value
  std::vector<Form> forms;            // several as one where that is as quick
  size_t least = SIZE_MAX, most = 0;  // bytes of a match
  FormBeginnings beginnings;          // of any form
  FormHeads heads;                    // the same
  // Adds a form.
  void take(const Form& form);
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
  // Calls `function` with each rule that is found by its look, as index of all(), that can begin with the first four of
  // these bytes; in order.
  template <class Function>
  void each_beginning_with(std::string_view bytes, Function&& function) const {
    bytes = bytes.substr(0, FormBeginnings::kPlaces);
    for (size_t group = 0; !bytes.empty() && group < by_look_.size(); ++group) {
      uint64_t live = ~uint64_t{0};
      for (size_t place = 0; place < bytes.size(); ++place)
        live &= by_look_[group][place][static_cast<unsigned char>(bytes[place])];
      for (; live != 0; live &= live - 1)
        function(static_cast<uint16_t>(group * 64 + static_cast<size_t>(std::countr_zero(live))));
    }
  }
  // Those of them that can begin with the character that `bytes` begin with, which has three.
  std::span<const uint16_t> beginning_with_wide(std::string_view bytes) const {
    return bytes.size() >= 3 ? groups_[group_of_[wide_slot(bytes)]] : groups_[0];
  }
  // Those of the kinds that a label names.
  std::span<const uint16_t> named_by(Label label) const {
    const auto found = by_label_.find(label);
    return found != by_label_.end() ? std::span<const uint16_t>(found->second) : std::span<const uint16_t>{};
  }
  // The values that they may be asked of.
  const LabelBounds& bounds() const { return bounds_; }

 private:
  std::vector<FormRule> rules_;
  // Of 64 rules each, those found by their look as bits, by place and byte.
  std::vector<std::array<std::array<uint64_t, 256>, FormBeginnings::kPlaces>> by_look_;
  void note_look(const FormBeginnings& beginnings, uint16_t rule);
  std::unordered_map<Label, std::vector<uint16_t>> by_label_;
  // Of a character of three bytes, all but the lead's upper bits.
  static size_t wide_slot(std::string_view bytes) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
    return size_t{byte(0) & 15u} << 12 | size_t{byte(1) & 63u} << 6 | (byte(2) & 63u);
  }

  LabelBounds bounds_;
  // By character of three bytes, the rules that a match by its look can begin with there, as a place in groups_. Many
  // characters share one; that of most is the first, which is empty.
  void note_wide(const std::bitset<65536>& characters, uint16_t rule);
  std::vector<uint16_t> group_of_ = std::vector<uint16_t>(65536);
  std::vector<std::vector<uint16_t>> groups_ = {{}};
};

}  // namespace pidun
