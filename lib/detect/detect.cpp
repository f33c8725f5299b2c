#include "detect/detect.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "detect/apart.h"
#include "detect/checks/bank_bins.h"
#include "detect/checks/eighteen.h"
#include "detect/lossy.h"
#include "detect/masked.h"
#include "detect/positions.h"

namespace pidun {
namespace {

// The registry: a new kind that is read from numbers adds its line here. `lengths` has a bit for each number of
// digits that the detector can make something of, `firsts` one for each first digit, and `possible`, if there is one,
// turns most digits away at a glance; explain() asks the detector all the same.
struct Registered {
  void (*read)(const Candidate&, Readings&) = nullptr;
  uint32_t lengths = 0;
  uint32_t firsts = 0;
  bool (*possible)(std::string_view digits) = nullptr;
};
constexpr uint32_t lengths(uint32_t first, uint32_t last) { return (2u << last) - (1u << first); }
constexpr uint32_t digits(uint32_t digit) { return 1u << digit; }
constexpr uint32_t kAnyDigit = (1u << 10) - 1;
constexpr Registered kDetectors[] = {
    {read_resident_id, lengths(15, 15) | lengths(17, 18), kAnyDigit},
    {read_foreign_resident_id, lengths(17, 18), digits(9)},
    {read_old_foreign_id, lengths(12, 12), kAnyDigit},
    {read_mobile, lengths(11, 11) | lengths(13, 13) | lengths(15, 15), digits(1) | digits(8) | digits(0)},
    {read_bank_card, lengths(13, 19), kAnyDigit, card_possible},
    {read_company_code, lengths(18, 18), kAnyDigit, may_be_company_code},
};

// The detectors of each number of digits, in the order of the registry.
struct OfLength {
  std::array<Registered, 4> detectors{};
  size_t count = 0;
};
constexpr auto kByLength = [] {
  std::array<OfLength, kLongestRun + 1> table{};
  for (size_t length = 0; length < table.size(); ++length)
    for (const Registered& detector : kDetectors)
      if ((detector.lengths >> length & 1) != 0) table[length].detectors[table[length].count++] = detector;
  return table;
}();

// What a run can be at all, from its length and a few digits: most runs are dropped here, before their surroundings
// are looked at. Whoever adds a reading of numbers widens this; explain() does without it.
bool worth_reading(const Window& window, const NumberAnchor& anchor) {
  const bool letters = is_upper(anchor.behind);  // a company code goes on with capitals
  if (anchor.length < 11) return letters;
  const std::string_view digits = window.inside({anchor.begin, anchor.begin + anchor.length});
  if (anchor.length == 11) return digits[0] == '1' || letters;  // mobile
  if (anchor.length == 18 && plausible_century(digits)) return true;
  if (anchor.length == 12) return is_upper(anchor.before) || letters;  // old foreign ID
  if (anchor.length > 19) return false;
  if (letters || anchor.behind == 'x') return true;
  if (anchor.length == 13 && digits[0] == '8' && digits[1] == '6') return true;  // 86 and a mobile
  if (anchor.length == 15) return true;                                          // short ID, 0086 and a mobile
  if (anchor.length == 18 && may_be_company_code(digits)) return true;
  return card_possible(digits);
}

void read_number(Context& context, Number& number, const Value& value, bool thorough, Readings& out) {
  const bool fills = value.filled_by(number.span);
  if (!fills) judge_sides(context, number);
  const Candidate candidate(context, number, value, thorough);
  const std::string_view text = number.digits();
  const uint32_t first = thorough ? kAnyDigit : digits(digit_value(text[0]));
  const OfLength& of_length = kByLength[number.count];
  for (size_t i = 0; i < of_length.count; ++i) {
    const Registered& detector = of_length.detectors[i];
    if ((detector.firsts & first) == 0) continue;
    if (detector.possible == nullptr || thorough || detector.possible(text)) detector.read(candidate, out);
  }
  // A company code of fewer digits goes on with a capital, or follows the one it begins with.
  if (fills || number.count >= 18) return;
  if (is_upper(context.at(number.span.end)) || is_upper(context.at(number.span.begin - 1)))
    read_company_code(candidate, out);
}

void read_number(Context& context, Number& number, bool thorough, Readings& out) {
  read_number(context, number, context.value_at(number.span.begin), thorough, out);
}

// Digits that stand apart inside one value. Rare, so it is kept out of the loop over all numbers.
[[gnu::noinline]] void read_apart(Context& context, Apart apart, bool thorough, Readings& out) {
  if (apart.number.count == 0) return;
  const Value value = context.value_at(apart.number.span.begin);
  if (value.end < apart.number.span.end && value.end != apart.number.span.begin + 1) return;
  const size_t before = out.size();
  read_number(context, apart.number, thorough, out);
  if (thorough) return;
  const auto doubtful = [&](const Reading& reading) {
    return !reading.evidence.has(Reason::label) && (apart.needs_label || reading.check == Check::fail);
  };
  out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), doubtful), out.end());
}

// A bracket that closes, or the last byte of a wide one, maybe with a blank behind.
bool follows_bracket(const Window& window, uint64_t begin) {
  const char before = window.at(begin - 1), last = before == ' ' ? window.at(begin - 2) : before;
  return last == ')' || last == '\x89';
}

// Two halves of a number, on two lines of one value.
[[gnu::noinline]] void read_over_lines(Context& context, const NumberAnchor& anchor, bool thorough, Readings& out) {
  const Value value = context.value_at(anchor.begin);
  if (!value.open) read_apart(context, read_wrapped(context.window(), anchor, {value.begin, value.end}), thorough, out);
}

// Digits behind a bracket that holds the first three; 1.3800138e+10.
[[gnu::noinline]] void read_short_run(Context& context, const NumberAnchor& anchor, bool thorough, Readings& out) {
  const uint64_t end = anchor.begin + anchor.length;
  if (context.at(end) == 'e') read_exponent(context, end, thorough, out);
  if (context.at(end) == 'm' && context.at(end + 1) == 'a') read_small_company_code(context, anchor.begin, out);
  if (follows_bracket(context.window(), anchor.begin))
    read_apart(context, read_apart_brackets(context.window(), anchor), thorough, out);
}

// Groups that one separator joins: the longest reading first. What a longer one explains, a part of it does not.
[[gnu::noinline]] void read_grouped(Context& context, const NumberAnchor& anchor, bool thorough, Readings& out) {
  const char separator = context.at(anchor.begin + anchor.length);
  if (separator == '.' && (anchor.length == 3 || anchor.length == 4)) read_position(context, anchor, thorough, out);
  if (separator == '.' || separator == '/' || anchor.length == 1)
    return read_apart(context, read_apart_groups(context.window(), anchor), thorough, out);
  for (uint32_t groups = count_groups(context.window(), anchor); groups >= 2; --groups) {
    Number number = read_groups(context.window(), anchor, groups);
    if (number.count < 11 || number.count > 19 || groups_go_on(context.window(), number)) continue;
    const size_t before = out.size();
    read_number(context, number, thorough, out);
    if (out.size() != before) return;
  }
  if (anchor.length == 3) read_apart(context, read_apart_groups(context.window(), anchor), thorough, out);
  if (anchor.length == 4) read_short_run(context, anchor, thorough, out);
}

[[gnu::noinline]] void read_odd(Context& context, const std::vector<uint64_t>& places, bool thorough, Readings& out) {
  const Window& window = context.window();
  for (const uint64_t place : places)
    if (is_digit(window.at(place - 1)) && (window.at(place) & 0x80) != 0)
      read_apart(context, read_apart_emoji(window, place), thorough, out);
  read_masked(context, places, thorough, out);
}

void read_all(Context& context, const Anchors& anchors, bool thorough, Readings& out) {
  const size_t first = out.size();
  const Window& window = context.window();
  size_t next_at = 0;
  const auto read_ats_before = [&](uint64_t offset) {
    for (; next_at < anchors.ats.size() && anchors.ats[next_at] < offset; ++next_at)
      read_email(context, anchors.ats[next_at], out);
  };
  const bool may_wrap = context.values_may_wrap();
  for (const NumberAnchor& anchor : anchors.numbers) {
    read_ats_before(anchor.begin);
    if (anchor.grouped) read_grouped(context, anchor, thorough, out);
    const char behind = anchor.behind;
    if (may_wrap && (behind == '\n' || behind == '\r' || anchor.before == '\n'))
      read_over_lines(context, anchor, thorough, out);
    if (!thorough && !worth_reading(window, anchor)) {
      if (anchor.length == 8 || behind == 'e') read_short_run(context, anchor, thorough, out);
      continue;
    }
    Number number = read_run(window, anchor);
    read_number(context, number, thorough, out);
    if (behind == 'E') read_exponent(context, anchor.begin + anchor.length, thorough, out);
  }
  read_ats_before(UINT64_MAX);
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
  const auto earlier = [](const Reading& a, const Reading& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.kind < b.kind;
  };
  if (!std::is_sorted(begin, out.end(), earlier)) std::stable_sort(begin, out.end(), earlier);
  if (anchors.odd.empty()) return;
  read_odd(context, anchors.odd, thorough, out);
  std::stable_sort(out.begin(), out.end(), earlier);
}

}  // namespace

void read_cell_number(Context& context, uint32_t digits, const Value& value, Readings& out) {
  NumberAnchor anchor{.begin = value.begin, .length = digits};
  if (value.begin + digits != value.end) anchor.behind = context.at(value.end - 1);
  if (!worth_reading(context.window(), anchor)) return;
  Number number = read_run(context.window(), anchor);
  read_number(context, number, value, false, out);
}

void read_anchors(Context& context, const Anchors& anchors, Readings& out) { read_all(context, anchors, false, out); }

void read_thoroughly(Context& context, const Anchors& anchors, Readings& out) { read_all(context, anchors, true, out); }

}  // namespace pidun
