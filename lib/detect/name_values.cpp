// See name_values.h.
#include "detect/name_values.h"

#include <array>

#include "base/ascii.h"
#include "base/blanks.h"
#include "detect/checks/surnames.h"
#include "detect/hanzi_set.h"
#include "detect/name_model.h"
#include "detect/pinyin.h"

namespace pidun {
namespace {

constexpr size_t kMostHanzi = 4, kMostDotted = 18;
// The label speaks for a name, so that words may be likelier by this much.
constexpr int kLeast = -6 * kNatParts, kLeastUnusual = -2 * kNatParts;

struct Hanzi {
  std::array<char, kMostHanzi * kHanziBytes> bytes{};
  size_t count = 0;
  bool other = false;
  std::string_view text() const { return {bytes.data(), count * kHanziBytes}; }
};

// The hanzi of a value; single blanks between them, which set short names wide, are left out.
Hanzi hanzi_in(std::string_view text) {
  Hanzi made;
  for (size_t at = 0; at < text.size();) {
    if (hanzi_at(text, at) != kHanziCount) {
      if (made.count == kMostHanzi) return {{}, 0, true};
      text.copy(made.bytes.data() + made.count++ * kHanziBytes, kHanziBytes, at);
      at += kHanziBytes;
    } else if (text[at] == ' ') {
      ++at;
    } else if (text.substr(at, kWideBlank.size()) == kWideBlank) {
      at += kWideBlank.size();
    } else {
      return {{}, 0, true};
    }
  }
  return made;
}

// Parts of two hanzi or more with dots between them.
bool is_dotted(std::string_view text) {
  size_t hanzi = 0, part = 0, dots = 0;
  for (size_t at = 0; at < text.size();) {
    if (hanzi_at(text, at) != kHanziCount) {
      ++hanzi, ++part;
      at += kHanziBytes;
      continue;
    }
    size_t dot = 0;
    for (const std::string_view sign : {"·", "•", "・", "‧", "．"})
      if (text.substr(at, sign.size()) == sign) dot = sign.size();
    if (dot == 0 || part == 0) return false;
    ++dots, part = 0;
    at += dot;
  }
  return dots >= 1 && dots <= 3 && part != 0 && hanzi >= 3 && hanzi <= kMostDotted;
}

// In traditional characters, of which the tables know no words.
bool is_traditional_name(std::string_view hanzi) {
  static constexpr HanziSet surnames(
      u"張陳劉楊黃吳趙孫馬許鄧馮韓蕭葉蔣蘇魏呂盧鍾鄭謝羅賴譚鄒陸賈范湯龔顧萬錢嚴莊聶齊龐龍關歐溫閻閔葛鄔單寧喬賀");
  static constexpr HanziSet words(u"金色上可於馨元家門文語國子路車票");
  const auto point = [&](size_t i) { return hanzi_at(hanzi, i * kHanziBytes) + kFirstHanzi; };
  return hanzi.size() <= 3 * kHanziBytes && surnames.has(point(0)) && !words.has(point(1));
}

// Nearly all names, without a blank.
bool is_two_or_three(std::string_view text) {
  if (text.size() != 2 * kHanziBytes && text.size() != 3 * kHanziBytes) return false;
  const bool third = text.size() == 2 * kHanziBytes || hanzi_at(text, 2 * kHanziBytes) != kHanziCount;
  return hanzi_at(text) != kHanziCount && hanzi_at(text, kHanziBytes) != kHanziCount && third;
}

}  // namespace

bool is_name_of_hanzi(std::string_view hanzi) {
  const int margin = margin_of_whole(hanzi);
  if (margin >= kLeastUnusual) return true;
  const size_t count = hanzi.size() / kHanziBytes;
  // Of four only a compound surname is usual.
  const bool usual = margin >= kLeast && ((count > 2 && is_compound_surname(hanzi.substr(0, 2 * kHanziBytes))) ||
                                          (count < kMostHanzi && is_surname(hanzi.substr(0, kHanziBytes))));
  return usual || is_traditional_name(hanzi);
}

bool is_name_value(std::string_view text) {
  if (text.size() < 4) return false;
  if (static_cast<signed char>(text[0]) >= 0) return is_pinyin_name(text);
  if (is_two_or_three(text)) return is_name_of_hanzi(text);
  const Hanzi made = hanzi_in(text);
  if (made.other) return is_dotted(text);
  return made.count >= 2 && is_name_of_hanzi(made.text());
}

}  // namespace pidun
