#include "detect/form_rules.h"

#include <algorithm>

#include "base/ascii.h"

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
  // 021 6123 4567 8901: one more group of the same number.
  if (span.size() > 5 && window.at(span.end - 5) == behind && (behind == ' ' || behind == '-') && is_digit(further))
    return true;
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
  if (bytes.empty() || !rule.beginnings.allow(bytes) || !rule.heads.allow(bytes)) return {begin, begin};
  size_t longest = 0;
  for (const Form& form : rule.forms)
    if (form.beginnings().allow(bytes)) longest = std::max(longest, form.match(bytes));
  return {begin, begin + longest};
}

void FormRule::take(const Form& form) {
  least = std::min(least, form.least_bytes());
  most = std::max(most, form.most_bytes());
  beginnings.add(form.beginnings());
  heads.add(form.beginnings());
  if (forms.empty() || !forms.back().join(form)) forms.push_back(form);
}

bool FormRules::add(const Rule& rule, uint16_t index, size_t& form, FormError& error) {
  FormRule compiled;
  compiled.rule = index;
  compiled.kind = rule.kind;
  compiled.validator = rule.validator.empty() ? nullptr : find_validator(rule.validator);
  compiled.has_check = validator_has_check(rule.validator);
  compiled.needs_label = rule.needs_label;
  compiled.labelled = rule.shape == RuleShape::labelled;
  for (form = 0; form < rule.forms.size(); ++form) {
    auto one = Form::compile(rule.forms[form], error);
    if (!one) return false;
    compiled.take(*one);
  }
  const auto place = static_cast<uint16_t>(rules_.size());
  if (!compiled.labelled) note_look(compiled.beginnings, place);
  std::bitset<65536> wide;
  for (const Form& one : compiled.forms)
    if (!compiled.labelled) one.note_wide_beginnings(wide);
  if (wide.any()) note_wide(wide, place);
  const auto want = [&](Label label) {
    bounds_.add(label, compiled.least, compiled.most);
    by_label_[label].push_back(place);
  };
  for (uint16_t label = 0; label <= kLastBuiltinLabel; ++label)
    if (names_kind(static_cast<Label>(label), compiled.kind)) want(static_cast<Label>(label));
  if (static_cast<uint16_t>(compiled.kind) > kLastBuiltinLabel) want(label_of(compiled.kind));
  rules_.push_back(std::move(compiled));
  return true;
}

void FormRules::note_look(const FormBeginnings& beginnings, uint16_t rule) {
  const size_t group = rule / 64u;
  if (by_look_.size() <= group) by_look_.resize(group + 1);
  for (size_t place = 0; place < FormBeginnings::kPlaces; ++place)
    for (unsigned byte = 0; byte < 256; ++byte)
      if (beginnings.has(static_cast<unsigned char>(byte), place))
        by_look_[group][place][byte] |= uint64_t{1} << rule % 64u;
}

void FormRules::note_wide(const std::bitset<65536>& characters, uint16_t rule) {
  std::unordered_map<uint16_t, uint16_t> with_rule;  // group -> the same and this rule
  for (size_t character = 0; character < characters.size(); ++character) {
    if (!characters[character]) continue;
    const auto [known, added] = with_rule.try_emplace(group_of_[character], static_cast<uint16_t>(groups_.size()));
    if (added) {
      groups_.push_back(groups_[known->first]);
      groups_.back().push_back(rule);
    }
    group_of_[character] = known->second;
  }
}

}  // namespace pidun
