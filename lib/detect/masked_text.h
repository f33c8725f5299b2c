// A value that was masked already, as it stands: its characters with one sign for every mask, and where each begins.
// Example: "138＊＊＊＊8000" is "138****8000", eleven characters of which the first three and the last four are
// visible. Tested in tests/unit/detect/masked_text_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/window.h"

namespace pidun {

inline constexpr char kMask = '*';

// Bytes of the mask that stands at `at`; 0 if none does. Letters mask only where one is given: x or X.
size_t mask_at(const Window& window, uint64_t at, char letter = '\0');
// Bytes of the mask that ends before `end`.
size_t mask_before(const Window& window, uint64_t end, char letter = '\0');

// What of a masked text is visible.
struct VisibleEnds {
  size_t first = 0, last = 0;  // characters before the first mask and behind the last
  size_t masks = 0;            // masks in all
  size_t shown = 0;            // characters that are visible, wherever they stand
};
VisibleEnds visible_ends(std::string_view text);
// The same of a masked value as it was written, of any script: blanks, dashes and brackets count as nothing. Letters
// mask where nothing else does.
VisibleEnds visible_of(std::string_view value);

class MaskedText {
 public:
  static constexpr size_t kMost = 40;  // characters
  static constexpr size_t kMostGroups = 8;

  // All letters, digits and masks that touch the mask at `place`; false if they are more than kMost. A letter that is
  // the mask at `place` masks where three of it stand together.
  bool read(const Window& window, uint64_t place);
  // The same, with the groups of digits and masks before and behind that one and the same blank or dash joins; false
  // if nothing is joined.
  bool read_groups(const Window& window, uint64_t place);

  std::string_view text() const { return {text_.data(), count_}; }
  size_t groups() const { return groups_; }
  size_t group_length(size_t group) const;
  Span span() const { return span_of(0, count_); }
  Span span_of(size_t first, size_t behind) const { return {at_[first], behind_[behind - 1]}; }
  // Groups [first, behind) alone.
  MaskedText part(size_t first, size_t behind) const;
  // Less the first `count` characters.
  MaskedText without(size_t count) const;

 private:
  bool add(const Window& window, Span span, char letter);
  size_t group_end(size_t group) const { return group + 1 < groups_ ? group_at_[group + 1] : count_; }

  std::array<char, kMost> text_{};
  std::array<uint64_t, kMost> at_{}, behind_{};
  std::array<size_t, kMostGroups> group_at_{};
  size_t count_ = 0, groups_ = 0;
};

}  // namespace pidun
