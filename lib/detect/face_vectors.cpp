#include "detect/face_vectors.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace pidun {
namespace {

constexpr size_t kLeast = 64;

bool is_between_numbers(char c) { return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '\t' || c == ';'; }

struct Sums {
  size_t count = 0, below = 0;
  double sum = 0, squares = 0, largest = 0;
};

// Whether the text ended, or what is shown of it; false if something else than numbers stands in it.
bool read_numbers(std::string_view text, bool bracket, bool& ended, Sums& sums) {
  const bool cut = text.size() + (bracket ? 1 : 0) == kVectorShown;
  size_t at = 0;
  while (true) {
    while (at < text.size() && is_between_numbers(text[at])) ++at;
    if (at == text.size()) {
      ended = !cut && !bracket;
      return true;
    }
    if (bracket && text[at] == ']') {
      ended = true;
      return true;
    }
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [behind, error] = std::from_chars(text.data() + at, last, number);
    const bool at_end = static_cast<size_t>(last - behind) <= 2;  // a number that is cut, or its sign
    if (cut && at_end) return true;
    if (error != std::errc() || !std::isfinite(number)) return false;
    ++sums.count;
    sums.below += number < 0;
    sums.sum += number;
    sums.squares += number * number;
    sums.largest = std::max(sums.largest, std::abs(number));
    at = static_cast<size_t>(behind - text.data());
  }
}

}  // namespace

bool is_face_vector(std::string_view text) {
  text = text.substr(0, kVectorShown);
  const bool bracket = text.starts_with('[');
  Sums sums;
  bool ended = false;
  if (!read_numbers(text.substr(bracket ? 1 : 0), bracket, ended, sums) || sums.count < kLeast) return false;
  if (ended && sums.count != 128 && sums.count != 256 && sums.count != 512 && sums.count != 1024) return false;
  const auto count = static_cast<double>(sums.count);
  const double size = std::sqrt(sums.squares / count), mean = std::abs(sums.sum / count);
  const bool both_signs = sums.below * 8 >= sums.count && sums.below * 8 <= sums.count * 7;
  if (!both_signs || mean > size / 2) return false;
  const bool of_one = size >= 0.02 && size <= 0.16 && sums.largest < 1, raw = size >= 0.6 && size <= 1.5;
  return of_one || raw;
}

}  // namespace pidun
