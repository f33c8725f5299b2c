// A number as written: its digits, with or without separators inside, and what touches it on either side.
// Boundaries are judged here, in code, because no pattern engine can: a value may stand right next to hanzi, in
// id_1101… or ID1101…, in JSON and URLs, and is none inside a UUID, a hash, a decimal or a longer number.
// Tested in tests/unit/detect/number_test.cpp.
#pragma once

#include <array>
#include <string_view>

#include "detect/context.h"
#include "match/numbers.h"

namespace pidun {

enum class Side : uint8_t {
  clean,
  glued,   // before only: a word of letters touches it
  dashed,  // a dash joins it to letters or digits
  token    // inside something longer: no value
};

struct Number {
  Span span;                             // first to last digit, separators included
  std::string_view run;                  // not grouped: the digits where they stand in the window
  std::array<char, kLongestRun> joined;  // grouped: the digits without separators; else not set
  uint32_t count = 0;                    // digits
  uint32_t groups = 1;
  std::array<uint8_t, 8> group_lengths{};
  Side before = Side::clean;
  Side behind = Side::clean;
  Label glued_label = Label::none;  // what the touching word says
  bool plus = false;                // a '+' stands right before
  bool check_x = false;             // an X or x follows that can be a check character; the span excludes it
  bool in_path = false;             // right behind a '/'
  bool apart = false;               // grouped, in another way than by one sign: group_lengths are not set
  bool decimal = false;             // of eleven digits: ".0" follows, which the span excludes

  std::string_view digits() const { return grouped() ? std::string_view{joined.data(), count} : run; }
  bool grouped() const { return groups > 1; }
};

// The maximal run at `anchor`, of at most kLongestRun digits inside the window. Cheap: boundaries are judged by
// judge_sides().
inline Number read_run(const Window& window, const NumberAnchor& anchor) {
  Number number;
  number.span = {anchor.begin, anchor.begin + anchor.length};
  number.run = window.inside(number.span);
  number.count = anchor.length;
  number.group_lengths[0] = static_cast<uint8_t>(anchor.length);
  return number;
}
// The digit groups from `anchor` on, joined by one and the same separator, up to `groups` of them; count is 0 when
// there are fewer. A group may end in X only as the last.
Number read_groups(const Window& window, const NumberAnchor& anchor, uint32_t groups);
// Digits from `at` on, at most one more than kLongestRun.
uint32_t digits_from(const Window& window, uint64_t at);
// How many groups one and the same separator joins from `anchor` on, at most 8.
uint32_t count_groups(const Window& window, const NumberAnchor& anchor);
// Sets before, behind, glued_label, check_x, in_path; for a number that fills its value nothing is to be set.
void judge_sides(const Context& context, Number& number);
// Whether digit groups go on beyond `number` with the same separator, so that it is a part of something longer.
bool groups_go_on(const Window& window, const Number& number);

}  // namespace pidun
