// See address_text.h.
#include "detect/address_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/address_walk.h"
#include "detect/hanzi_set.h"
#include "detect/name_model.h"

namespace pidun {
namespace {

// The characters that end the parts of addresses: regions, and what lies in them.
bool is_region(uint32_t c) {
  static constexpr HanziSet marks(u"省市区县旗州镇乡");
  return marks.has(c);
}
bool is_place(uint32_t c) {
  static constexpr HanziSet marks(u"村路街巷弄号栋幢座楼层室园寓组队屯庄苑");
  return marks.has(c);
}

// 石家庄市: one name, though it is made of marks.
bool is_one_place(std::string_view text) {
  if (text.size() > kLongestPlace * kHanziBytes || text.size() < kHanziBytes) return false;
  const uint32_t last = decode_utf8(text.substr(text.size() - kHanziBytes)).value;
  if (!is_region(last) && last != U'盟' && last != U'道') return false;
  const AddressChars chars(text);
  return chars.offset(chars.size()) == text.size() && place_at(chars.from(0)).length == chars.size();
}

bool walks_through(std::string_view text) {
  const AddressChars chars(text);
  const AddressWalk walk = walk_address(chars, 0, AddressFrame::cue);
  return chars.offset(walk.end) == text.size() && says_where(walk);
}

// 12 Garden Road, Flat 5: a number and a word for a street or a part of a house.
bool is_latin_address(std::string_view text) {
  constexpr std::array<std::string_view, 27> kWords = {
      "street", "st",    "road",  "rd",        "avenue", "ave",  "lane",  "boulevard", "blvd",
      "drive",  "dr",    "bldg",  "building",  "floor",  "flat", "room",  "rm",        "unit",
      "tower",  "block", "suite", "apartment", "apt",    "lu",   "court", "terrace",   "square"};
  constexpr size_t kLongestWord = 12, kLeast = 8, kFewestWords = 2;
  if (text.size() < kLeast || text.find("//") != text.npos || text.find('@') != text.npos) return false;
  size_t words = 0, digits = 0;
  bool known = false;
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) >= 0x80 || text[i] == '_' || text[i] == '=') return false;
    size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    digits += is_digit(text[i]) ? 1u : 0u;
    if (end - i >= 2 && end - i <= kLongestWord) {
      std::array<char, kLongestWord> word{};
      std::transform(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(end),
                     word.begin(), to_lower);
      known |= std::find(kWords.begin(), kWords.end(), std::string_view(word.data(), end - i)) != kWords.end();
    }
    words += end - i >= 2 ? 1u : 0u;
    i = std::max(end, i + 1);
  }
  return known && digits != 0 && words >= kFewestWords;
}

// Whether enough marks of addresses stand in it.
bool has_marks(std::string_view text) {
  size_t hanzi = 0, digits = 0, regions = 0, places = 0;
  while (!text.empty()) {
    if (const uint32_t number = hanzi_at(text); number != kHanziCount) {  // nearly all; the marks are among them
      const uint32_t c = kFirstHanzi + number;
      text.remove_prefix(kHanziBytes);
      ++hanzi;
      regions += is_region(c) ? 1u : 0u;
      places += is_place(c) ? 1u : 0u;
      if (hanzi >= 4 && (places != 0 || hanzi >= 6) && regions + places >= 2) return true;
      continue;
    }
    const size_t bytes = decode_utf8(text).bytes;
    if (bytes == 0) return false;
    digits += is_digit(text[0]) ? 1u : 0u;
    text.remove_prefix(bytes);
  }
  return hanzi >= 4 && places != 0 && digits != 0;
}

}  // namespace

size_t address_length(std::string_view text) {
  const AddressChars chars(text);
  const AddressWalk walk = walk_address(chars, 0, AddressFrame::cue);
  return says_where(walk) ? chars.offset(walk.end) : 0;
}

// What ends in a place is not one region.
bool ends_as_address(std::string_view text) {
  constexpr int kSeen = 8;  // hanzi
  unsigned marks = 0;
  for (int seen = 0; text.size() >= kHanziBytes && seen < kSeen; ++seen) {
    const uint32_t c = kFirstHanzi + hanzi_at(text, text.size() - kHanziBytes);
    const bool place = is_place(c);
    if (seen == 0 && !place) return false;
    if (place || is_region(c))
      if (++marks == 2) return true;
    text.remove_suffix(kHanziBytes);
    while (!text.empty() && is_digit(text.back())) text.remove_suffix(1);
  }
  return false;
}

bool is_address(std::string_view text) {
  if (text.find('*') != std::string_view::npos) return false;  // masked addresses are read elsewhere
  if (text.starts_with("\\u")) return false;                   // and so are those written as escapes
  if (has_marks(text)) return !is_one_place(text);
  return walks_through(text) || is_latin_address(text);
}

}  // namespace pidun
