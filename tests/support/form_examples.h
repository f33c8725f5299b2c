// Examples of the rules that are said as forms, and a slow finder that tries a rule at every byte of a text.
// A rule can be looked for with one of its conditions left out, so that tests see whether its examples notice.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "detect/form_rules.h"
#include "rules/rule_set.h"

namespace pidun::testing {

// The built-in rules with their examples, and those said as forms compiled.
struct FormPack {
  std::unique_ptr<RuleSet> set;
  FormRules forms;
  const Rule& rule(const FormRule& compiled) const { return set->rules()[compiled.rule]; }
};
inline const FormPack& form_pack() {
  static const FormPack pack = [] {
    FormPack made;
    RuleErrors errors;
    RuleOptions options;
    options.validators = validator_names();
    made.set = RuleSet::load(options, errors);
    REQUIRE(made.set != nullptr);
    made.set->read_builtin_examples();
    for (size_t i = 0; i < made.set->rules().size(); ++i) {
      const Rule& rule = made.set->rules()[i];
      if (rule.shape != RuleShape::form && rule.shape != RuleShape::labelled) continue;
      size_t form = 0;
      FormError error;
      INFO(rule.id);
      REQUIRE(made.forms.add(rule, static_cast<uint16_t>(i), form, error));
    }
    return made;
  }();
  return pack;
}

struct FormConditions {
  bool border_before = true, border_behind = true, validator = true, label = true;
};

struct FormFound {
  uint64_t begin = 0, end = 0;
  WantedCheck check = WantedCheck::none;
};

inline std::string lowered(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += to_lower(c);
  return lower;
}

// A label of the rule's kind stands somewhere in the text.
inline bool names_kind_somewhere(std::string_view text, const FormRule& rule) {
  const std::string lower = lowered(text);
  for (const Rule& other : form_pack().set->rules())
    for (const std::string& label : other.labels)
      if (other.kind == rule.kind && lower.find(lowered(label)) != lower.npos) return true;
  return false;
}

inline bool borders_hold(const FormRule& rule, std::string_view text, Span span, const FormConditions& wanted) {
  const Window window(text, 0);
  if (!rule.labelled) {
    return !(wanted.border_before && goes_on_before(window, span)) &&
           !(wanted.border_behind && goes_on_behind(window, span));
  }
  // A labelled value is all of what its quotes hold.
  const bool first = span.begin == 0 || text[span.begin - 1] == '"';
  const bool last = span.end == text.size() || text[span.end] == '"';
  return (first || !wanted.border_before) && (last || !wanted.border_behind);
}

inline std::vector<FormFound> find_by_rule(const FormRule& rule, std::string_view text,
                                           const FormConditions& wanted = {}) {
  std::vector<FormFound> found;
  const bool labelled = names_kind_somewhere(text, rule);
  if (rule.needs_label && !labelled && wanted.label) return found;
  for (uint64_t begin = 0; begin < text.size();) {
    const Span span = match_rule(rule, Window(text, 0), begin);
    const std::string_view value = text.substr(begin, span.size());
    const bool validated = rule.validator != nullptr && wanted.validator;
    const bool holds = span.size() != 0 && (!validated || validates(rule.validator, value));
    if (span.size() == 0 || !borders_hold(rule, text, span, wanted) || (!holds && !labelled)) {
      ++begin;
      continue;
    }
    found.push_back({begin, span.end,
                     !validated || !rule.has_check ? WantedCheck::none
                     : holds                       ? WantedCheck::pass
                                                   : WantedCheck::fail});
    begin = span.end;
  }
  return found;
}

// Whether the example, of either sort, comes out as it says.
inline bool example_holds(const FormRule& rule, const Example& example, const FormConditions& wanted = {}) {
  const auto found = find_by_rule(rule, example.text, wanted);
  if (example.begin == example.end) return found.empty();
  return std::any_of(found.begin(), found.end(), [&](const FormFound& one) {
    return one.begin == example.begin && one.end == example.end &&
           (example.check == WantedCheck::any || example.check == one.check);
  });
}

inline std::vector<Example> examples_of(const FormRule& rule) {
  std::vector<Example> examples = form_pack().rule(rule).matches;
  const std::vector<Example>& rejects = form_pack().rule(rule).rejects;
  examples.insert(examples.end(), rejects.begin(), rejects.end());
  return examples;
}

}  // namespace pidun::testing
