// See masked_shapes.h.
#include "detect/masked_shapes.h"

#include <algorithm>
#include <array>

#include "detect/checks/bank_bins.h"
#include "detect/checks/calendar.h"
#include "detect/checks/regions.h"
#include "detect/masked_text.h"

namespace pidun {
namespace {

bool digits_and_masks(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == kMask; });
}

// What is visible of a region code can begin one.
bool region_fits(std::string_view text, size_t visible) {
  if (text[0] != kMask && (text[0] < '1' || text[0] > '9')) return false;
  if (visible >= 6) return match_region(text.substr(0, 6)) != RegionMatch::unknown;
  return visible < 2 || is_province(text.substr(0, 2));
}

// YYYYMMDD with masks: each of its three parts that is visible as a whole can be one.
bool date_fits(std::string_view text) {
  const auto whole = [&](size_t at, size_t count) { return text.substr(at, count).find(kMask) == text.npos; };
  if (whole(0, 2) && text.substr(0, 2) != "19" && text.substr(0, 2) != "20" && text.substr(0, 2) != "18") return false;
  if (whole(4, 2) && (digits_to_number(text, 4, 2) < 1 || digits_to_number(text, 4, 2) > 12)) return false;
  if (whole(6, 2) && (digits_to_number(text, 6, 2) < 1 || digits_to_number(text, 6, 2) > 31)) return false;
  return !whole(0, 8) || parse_yyyymmdd(text.substr(0, 8)).has_value();
}

bool is_repeated(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return c == text[0] || c == kMask; });
}

}  // namespace

Fit masked_mobile(std::string_view text) {
  constexpr size_t kDigits = 11;
  if (text.size() != kDigits || !digits_and_masks(text)) return Fit::none;
  const VisibleEnds ends = visible_ends(text);
  if (ends.masks < 2 || ends.shown == 0) return Fit::none;
  if (text[0] != kMask && text[0] != '1') return Fit::none;
  if (text[1] != kMask && text[1] < '3') return Fit::none;
  const bool strong = ends.first >= 3 && ends.masks >= 3 && (ends.last >= 2 || ends.first >= 7);
  if (strong) return Fit::strong;
  return ends.first >= 3 || ends.last >= 4 || (ends.first >= 1 && ends.last >= 1) ? Fit::weak : Fit::none;
}

Fit masked_resident_id(std::string_view text) {
  constexpr size_t kLong = 18, kShort = 15;
  if (text.size() != kLong && text.size() != kShort) return Fit::none;
  const char last = text.back();
  const bool check_x = text.size() == kLong && (last == 'X' || last == 'x');
  if (!digits_and_masks(check_x ? text.substr(0, kLong - 1) : text)) return Fit::none;
  const VisibleEnds ends = visible_ends(text);
  if (ends.masks < 3 || ends.shown == 0 || !region_fits(text, ends.first)) return Fit::none;
  if (text.size() == kShort) return ends.first >= 1 ? Fit::weak : Fit::none;
  if (!date_fits(text.substr(6, 8))) return Fit::none;
  const bool said = (ends.first >= 3 && ends.last >= 1) || ends.first >= 6 || (check_x && ends.first >= 1);
  return said && !is_repeated(text) ? Fit::strong : Fit::weak;
}

Fit masked_card(std::string_view text) {
  if (text.size() < 13 || text.size() > 19 || !digits_and_masks(text)) return Fit::none;
  const VisibleEnds ends = visible_ends(text);
  if (ends.masks < 3 || ends.shown < 3) return Fit::none;
  if (ends.first < 4) return ends.last >= 3 ? Fit::weak : Fit::none;
  std::array<char, 19> digits{};
  std::replace_copy(text.begin(), text.end(), digits.begin(), kMask, '0');
  if (!card_possible({digits.data(), text.size()})) return Fit::weak;
  return text.size() >= 16 && ends.last >= 3 && !is_repeated(text) ? Fit::strong : Fit::weak;
}

}  // namespace pidun
