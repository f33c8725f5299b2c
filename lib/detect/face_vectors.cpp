#include "detect/face_vectors.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

#include "base/ascii.h"
#include "unwrap/runs.h"

namespace pidun {
namespace {

constexpr size_t kLeast = 64;

bool is_between_numbers(char c) { return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '\t' || c == ';'; }

struct Sums {
  size_t count = 0, below = 0;
  double sum = 0, squares = 0, largest = 0;
};

void add(double number, Sums& sums) {
  ++sums.count;
  sums.below += number < 0;
  sums.sum += number;
  sums.squares += number * number;
  sums.largest = std::max(sums.largest, std::abs(number));
}

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
    add(number, sums);
    at = static_cast<size_t>(behind - text.data());
  }
}

bool is_usual_count(size_t count) { return count == 128 || count == 256 || count == 512 || count == 1024; }

// Around 0 and of a size that features have.
bool is_feature(const Sums& sums) {
  if (sums.count < kLeast) return false;
  const auto count = static_cast<double>(sums.count);
  const double size = std::sqrt(sums.squares / count), mean = std::abs(sums.sum / count);
  const bool both_signs = sums.below * 8 >= sums.count && sums.below * 8 <= sums.count * 7;
  if (!both_signs || mean > size / 2) return false;
  const bool of_one = size >= 0.02 && size <= 0.16 && sums.largest < 1, raw = size >= 0.6 && size <= 1.5;
  return of_one || raw;
}

}  // namespace

bool is_face_vector(std::string_view text) {
  text = text.substr(0, kVectorShown);
  const bool bracket = text.starts_with('[');
  Sums sums;
  bool ended = false;
  if (!read_numbers(text.substr(bracket ? 1 : 0), bracket, ended, sums)) return false;
  return (!ended || is_usual_count(sums.count)) && is_feature(sums);
}

bool is_face_blob(std::string_view text) {
  text = text.substr(0, kVectorShown);
  bool cut = text.size() == kVectorShown;
  for (const std::string_view prefix : {"0x", "0X", "\\x"})
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  const auto run = static_cast<size_t>(std::find_if_not(text.begin(), text.end(), is_base64) - text.begin());
  cut = cut && run == text.size();
  text = text.substr(0, run);
  constexpr size_t kNumber = sizeof(float);
  if (text.size() < kLeast * kNumber) return false;
  const bool hex = std::all_of(text.begin(), text.end(), is_hex);
  std::string bytes;
  OffsetMap map;
  hex ? decode_hex(text.substr(0, text.size() / 2 * 2), 0, bytes, map) : decode_base64(text, 0, bytes, map);
  if (!cut && (bytes.size() % kNumber != 0 || !is_usual_count(bytes.size() / kNumber))) return false;
  Sums sums;
  for (size_t at = 0; at + kNumber <= bytes.size(); at += kNumber) {
    uint32_t bits = 0;
    for (size_t i = kNumber; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[at + i]);
    const auto number = static_cast<double>(std::bit_cast<float>(bits));
    if (!std::isfinite(number)) return false;
    add(number, sums);
  }
  return is_feature(sums);
}

}  // namespace pidun
