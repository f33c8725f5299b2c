#include "detect/number.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr uint32_t kLongestWordBefore = 24;

uint32_t digits_up_to(const Window& window, uint64_t end) {
  uint32_t length = 0;
  while (length <= kLongestRun && length < end && is_digit(window.at(end - 1 - length))) ++length;
  return length;
}

// Letters that touch digits on both sides are a label, and nothing that hexadecimal digits spell.
bool is_label_between(const Context& context, std::string_view word) {
  const auto hex = [](char c) { return is_hex(c); };
  if (word.size() < 2 || std::all_of(word.begin(), word.end(), hex)) return false;
  return context.labels().classify(word) != Label::none;
}

// A label touches the digits that end at `end`: 13900001234idcard1101…, 13900001234email:…
bool label_follows(const Context& context, uint64_t end) {
  uint64_t behind = end;
  while (behind - end < kLongestWordBefore && is_letter(context.at(behind))) ++behind;
  const char then = context.at(behind);
  if (!is_digit(then) && then != ':' && then != '=') return false;
  return is_label_between(context, context.window().view(end, behind));
}

// A letter right before the digits: the end of an escape (\n, %3A), of a word that may be a label, or of a token.
Side judge_word_before(const Context& context, uint64_t end, Number& number) {
  uint64_t begin = end;
  while (begin > 0 && end - begin < kLongestWordBefore && is_letter(context.at(begin - 1))) --begin;
  const char outside = begin > 0 ? context.at(begin - 1) : '\0';
  if (outside == '\\') return end - begin == 1 ? Side::clean : Side::glued;
  if (end - begin == 1 && is_hex(outside) && begin >= 2 && context.at(begin - 2) == '%') return Side::clean;
  if (end - begin >= 2 && outside == '%' && is_hex(context.at(begin)) && is_hex(context.at(begin + 1)))
    return end - begin == 2 ? Side::clean : Side::glued;
  const std::string_view word = context.window().view(begin, end);
  // 13900001234idcard1101…: a label may stand between two numbers.
  if (is_alnum(outside) && !(is_digit(outside) && is_label_between(context, word))) return Side::token;
  number.glued_label = context.labels().classify(word);
  return Side::glued;
}

Side judge_before(const Context& context, uint64_t begin, Number& number) {
  if (begin == 0) return Side::clean;
  const char before = context.at(begin - 1);
  if (is_letter(before)) return judge_word_before(context, begin, number);
  const char further = begin >= 2 ? context.at(begin - 2) : '\0';
  switch (before) {
    case '.':
      return is_digit(further) ? Side::token : Side::clean;
    case '-':
      return is_alnum(further) ? Side::dashed : Side::clean;
    case '+':
      number.plus = true;
      return Side::clean;
    case '/':
      number.in_path = true;
      return Side::clean;
    default:
      return is_digit(before) ? Side::token : Side::clean;
  }
}

Side judge_behind(const Context& context, uint64_t end) {
  const char behind = context.at(end);
  const char further = context.at(end + 1);
  if (is_alnum(behind)) return Side::token;
  if (behind == '.') return is_digit(further) ? Side::token : Side::clean;
  if (behind == '-') return is_alnum(further) ? Side::dashed : Side::clean;
  if (behind == '@') return is_alnum(further) ? Side::token : Side::clean;
  return Side::clean;
}

// ".0" and nothing that goes on.
bool is_whole_decimal(const Context& context, uint64_t end) {
  const char behind = context.at(end + 2);
  return context.at(end) == '.' && context.at(end + 1) == '0' && !is_alnum(behind) && behind != '.' && behind != '-';
}

}  // namespace

uint32_t digits_from(const Window& window, uint64_t at) {
  uint32_t length = 0;
  while (length <= kLongestRun && is_digit(window.at(at + length))) ++length;
  return length;
}

uint32_t count_groups(const Window& window, const NumberAnchor& anchor) {
  uint64_t end = anchor.begin + anchor.length;
  const char separator = window.at(end);
  uint32_t groups = 1;
  while (groups < 8 && window.at(end) == separator) {
    const uint32_t length = digits_from(window, end + 1);
    if (length == 0) break;
    ++groups;
    end += 1 + length;
  }
  return groups;
}

Number read_groups(const Window& window, const NumberAnchor& anchor, uint32_t groups) {
  if (groups == 1) return read_run(window, anchor);
  Number number;
  uint64_t at = anchor.begin;
  for (uint32_t group = 0; group < groups; ++group) {
    const uint32_t length = digits_from(window, at);
    if (length == 0 || number.count + length > kLongestRun) return {};
    window.view(at, at + length).copy(number.joined.data() + number.count, length);
    number.count += length;
    number.group_lengths[group] = static_cast<uint8_t>(length);
    number.span = {anchor.begin, at + length};
    at += length + 1;
  }
  number.groups = groups;
  return number;
}

void judge_sides(const Context& context, Number& number) {
  number.before = judge_before(context, number.span.begin, number);
  const char behind = context.at(number.span.end);
  number.check_x = (behind == 'X' || behind == 'x') && judge_behind(context, number.span.end + 1) != Side::token;
  const uint64_t end = number.span.end + (number.check_x ? 1 : 0);
  number.behind = judge_behind(context, end);
  if (number.behind == Side::token && is_letter(context.at(end)) && label_follows(context, end))
    number.behind = Side::clean;
  if (number.behind == Side::token && number.count == 11 && is_whole_decimal(context, number.span.end)) {
    number.behind = Side::clean;
    number.decimal = true;
  }
}

bool groups_go_on(const Window& window, const Number& number) {
  const char separator = window.at(number.span.begin + number.group_lengths[0]);
  // A neighbour of seven digits or more is a value of its own; beside a space, one or two digits are a count or day.
  const auto disturbs = [&](uint32_t digits) {
    return digits > 0 && digits < kShortestRun && (separator != ' ' || digits >= kShortestGroup);
  };
  const uint64_t begin = number.span.begin, end = number.span.end;
  if (begin > 0 && window.at(begin - 1) == separator) {
    const uint32_t digits = digits_up_to(window, begin - 1);
    const std::string_view neighbour = window.view(begin - 1 - digits, begin - 1);
    if (disturbs(digits) && neighbour != "86" && neighbour != "0086") return true;
  }
  if (window.at(end) != separator) return false;
  const uint32_t digits = digits_from(window, end + 1);
  // A date or a time behind a blank goes on with another separator: 139 0000 1234 2024-01-01.
  const char joint = window.at(end + 1 + digits);
  const bool apart =
      joint != separator && (joint == '-' || joint == '/' || joint == ':') && is_digit(window.at(end + 2 + digits));
  return disturbs(digits) && !apart;
}

}  // namespace pidun
