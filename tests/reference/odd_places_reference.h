// The odd places of a text, byte by byte: the oracle of tests/unit/match/odd_places_test.cpp. Written from the promise
// in match/odd_places.h alone.
#pragma once

#include <string_view>
#include <vector>

namespace pidun::reference {

class OddPlaces {
 public:
  explicit OddPlaces(std::string_view text) : text_(text) {}

  std::vector<uint64_t> all() const {
    std::vector<uint64_t> places;
    for (size_t at = 0; at < text_.size(); ++at)
      if (star(at) || sign(at) || letter(at) || exponent(at) || wide(at) || emoji(at)) places.push_back(at);
    return places;
  }

 private:
  char byte(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool is(size_t at, std::string_view bytes) const { return text_.substr(at, bytes.size()) == bytes; }
  bool digit(size_t at) const { return at < text_.size() && text_[at] >= '0' && text_[at] <= '9'; }
  bool high(size_t at) const { return at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x80; }
  bool any_letter(size_t at) const {
    const char c = static_cast<char>(byte(at) | 0x20);
    return at < text_.size() && c >= 'a' && c <= 'z' && (byte(at) & 0x40) != 0;
  }

  // Behind a digit or a letter only two stars; behind hanzi one; behind a sign two, or one before hanzi.
  bool star(size_t at) const {
    if (!is(at, "*")) return false;
    const bool two = is(at + 1, "*");
    if (at == 0) return two;
    const size_t before = at - 1;
    if (high(before)) return true;
    if (digit(before) || any_letter(before)) return two;
    const auto c = static_cast<unsigned char>(text_[before]);
    return (c < 0x10 || (c >= 0x20 && c < 0x30 && c != '*')) && (two || high(at + 1));
  }
  bool sign(size_t at) const { return is(at, "##") && at > 0 && digit(at - 1); }
  bool letter(size_t at) const {
    if ((!is(at, "x") && !is(at, "X")) || at == 0) return false;
    const char c = text_[at];
    return high(at - 1) || (digit(at - 1) && byte(at + 1) == c && byte(at + 2) == c);
  }
  bool exponent(size_t at) const { return at > 0 && digit(at - 1) && is(at, "E+") && digit(at + 2); }
  bool wide(size_t at) const {
    if (is(at, "＊") || is(at, "●") || is(at, "█") || is(at, "某")) return true;
    return is(at, "•") && at > 0 && digit(at - 1);
  }
  bool emoji(size_t at) const {
    if (at == 0 || !digit(at - 1)) return false;
    return is(at, "\xF0\x9F") || is(at, "\xE2\x83\xA3") || is(at, "\xEF\xB8\x8F\xE2\x83\xA3");
  }

  std::string_view text_;
};

}  // namespace pidun::reference
