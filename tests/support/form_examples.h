// Examples of the rules that are said as forms, and a slow finder that tries a rule at every byte of a text.
// A rule can be looked for with one of its conditions left out, so that tests see whether its examples notice.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "detect/form_rules.h"
#include "pidun_form_examples.h"
#include "pidun_forms.h"

namespace pidun::testing {

struct FormConditions {
  bool border_before = true, border_behind = true, validator = true, label = true;
};

struct FormFound {
  uint64_t begin = 0, end = 0;
  std::string_view check;  // "pass", "fail", "none"
};

inline std::string lowered(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += to_lower(c);
  return lower;
}

// A label of the rule's kind stands somewhere in the text.
inline bool names_kind_somewhere(std::string_view text, const FormRule& rule) {
  const std::string lower = lowered(text);
  for (const auto& label : tables::form_labels)
    if (find_kind(label.kind)->kind == rule.kind && lower.find(lowered(label.word)) != lower.npos) return true;
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
    const bool holds = span.size() != 0 && (!validated || rule.validator->holds(value));
    if (span.size() == 0 || !borders_hold(rule, text, span, wanted) || (!holds && !labelled)) {
      ++begin;
      continue;
    }
    found.push_back({begin, span.end, !validated || !rule.validator->check ? "none" : holds ? "pass" : "fail"});
    begin = span.end;
  }
  return found;
}

// Whether the example comes out as it says.
inline bool example_holds(const FormRule& rule, const tables::FormExample& example, const FormConditions& wanted = {}) {
  const auto found = find_by_rule(rule, example.text, wanted);
  if (example.length == 0) return found.empty();
  return std::any_of(found.begin(), found.end(), [&](const FormFound& one) {
    return one.begin == example.begin && one.end == example.begin + example.length &&
           (example.check.empty() || example.check == one.check);
  });
}

inline std::vector<tables::FormExample> examples_of(size_t rule) {
  std::vector<tables::FormExample> examples;
  for (const auto& example : tables::form_examples)
    if (example.rule == rule) examples.push_back(example);
  return examples;
}

}  // namespace pidun::testing
