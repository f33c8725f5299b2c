#include "detect/form_rules.h"

#include "base/ascii.h"
#include "pidun_forms.h"

namespace pidun {
namespace {

// A letter before a value is no part of it where it ends an escape: \n, %3A.
bool ends_escape(const Window& window, uint64_t behind) {
  const char letter = window.at(behind - 1), before = behind >= 2 ? window.at(behind - 2) : '\0';
  if (before == '\\') return true;
  return is_hex(letter) && is_hex(before) && behind >= 3 && window.at(behind - 3) == '%';
}

// Two hex digits and a colon: one more pair of an address.
bool is_pair(const Window& window, uint64_t at) {
  return is_hex(window.at(at)) && is_hex(window.at(at + 1)) && !is_alnum(window.at(at + 2));
}

}  // namespace

bool goes_on_before(const Window& window, Span span) {
  if (span.begin == 0 || !is_alnum(window.at(span.begin))) return false;
  const char before = window.at(span.begin - 1);
  const char further = span.begin >= 2 ? window.at(span.begin - 2) : '\0';
  if (is_alnum(before)) return !ends_escape(window, span.begin);
  if (before == '.') return is_alnum(further);
  if (before != ':' && before != '-') return false;
  // aa:3c:52…: the pair before belongs to it, unless it ends a word (mac:3c:52…).
  return window.at(span.begin + 2) == before && span.begin >= 3 && is_pair(window, span.begin - 3) &&
         !(span.begin >= 4 && is_alnum(window.at(span.begin - 4)));
}

bool goes_on_behind(const Window& window, Span span) {
  if (!is_alnum(window.at(span.end - 1))) return false;
  const char behind = window.at(span.end), further = window.at(span.end + 1);
  if (is_alnum(behind)) return true;
  if (behind == '.') return is_digit(further);
  if (behind == '@') return is_alnum(further);
  if (behind != ':' && behind != '-') return false;
  return span.size() >= 3 && window.at(span.end - 3) == behind && is_pair(window, span.end + 1);
}

FormSides judge_form_sides(const Window& window, Span span) {
  FormSides sides;
  sides.inside = goes_on_before(window, span) || goes_on_behind(window, span);
  if (span.begin > 0) {
    const char before = window.at(span.begin - 1);
    sides.dashed = before == '-' && span.begin >= 2 && is_alnum(window.at(span.begin - 2));
    sides.in_path = before == '/';
  }
  sides.dashed |= window.at(span.end) == '-' && is_alnum(window.at(span.end + 1));
  return sides;
}

Span match_rule(const FormRule& rule, const Window& window, uint64_t begin) {
  const std::string_view bytes = window.view(begin, begin + kLongestFormBytes);
  if (bytes.empty()) return {begin, begin};
  size_t longest = 0;
  for (const Form& form : rule.forms)
    if (form.may_begin(static_cast<unsigned char>(bytes[0]))) longest = std::max(longest, form.match(bytes));
  return {begin, begin + longest};
}

FormRules::FormRules() {
  for (const tables::FormRule& row : tables::form_rules) {
    FormRule rule;
    rule.id = row.id;
    const KindInfo* kind = find_kind(row.kind);
    rule.kind = kind != nullptr ? kind->kind : Kind::none;
    rule.validator = find_validator(row.validator);
    rule.needs_label = row.needs_label;
    rule.labelled = row.labelled;
    for (size_t i = 0; i < row.forms; ++i) {
      FormError error;
      if (auto form = Form::compile(tables::form_texts[row.first_form + i], error))
        rule.forms.push_back(std::move(*form));
    }
    const auto index = static_cast<uint16_t>(rules_.size());
    for (size_t byte = 0; byte < 256; ++byte) {
      bool begins = false;
      for (const Form& form : rule.forms) begins |= form.may_begin(static_cast<unsigned char>(byte));
      if (!begins) continue;
      labelled_by_byte_[byte].push_back(index);
      if (!rule.labelled) by_byte_[byte].push_back(index);
    }
    rules_.push_back(std::move(rule));
  }
}

}  // namespace pidun
