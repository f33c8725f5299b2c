// The places of a text where values of other forms may begin, byte by byte: the oracle of
// tests/unit/match/form_places_test.cpp. Written from the promise in match/form_places.h alone: it looks at every
// place, not at marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace pidun::reference {

class PlacesOf {
 public:
  explicit PlacesOf(std::string_view text) : text_(text) {}

  std::vector<uint64_t> all() const {
    std::vector<uint64_t> places;
    for (uint64_t at = 0; at < text_.size(); ++at)
      if (behind_scheme(at) || address(at) || seventeen(at) || identity(at) || hanzi(at)) places.push_back(at);
    return places;
  }

 private:
  char at(uint64_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  static bool high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
  bool digits(uint64_t begin, uint64_t count) const {
    for (uint64_t i = 0; i < count; ++i)
      if (!is_digit(at(begin + i))) return false;
    return true;
  }

  bool behind_scheme(uint64_t place) const {
    return place >= 3 && text_.substr(place - 3, 3) == "://" && at(place) != '\0';
  }
  bool address(uint64_t place) const {
    const char sign = at(place + 2);
    if (sign != ':' && sign != '-') return false;
    for (uint64_t i = 1; i < 5; ++i)
      if (at(place + 2 + 3 * i) != sign) return false;
    return true;
  }
  bool seventeen(uint64_t place) const {
    const auto either = [&](uint64_t i) { return is_digit(at(i)) || is_upper(at(i)); };
    if ((place > 0 && either(place - 1)) || either(place + 17)) return false;
    bool pair = false;
    for (uint64_t i = 0; i < 17; ++i) {
      if (!either(place + i)) return false;
      pair |= i < 16 && is_upper(at(place + i)) && is_digit(at(place + i + 1));
    }
    return pair;
  }
  bool identity_of(uint64_t place, uint64_t letters) const {
    for (uint64_t i = 0; i < letters; ++i)
      if (!is_letter(at(place + i))) return false;
    if (letters == 1 && place > 0 && is_letter(at(place - 1))) return false;
    if (!digits(place + letters, 6)) return false;
    const char behind = at(place + letters + 6);
    if (behind == '(' || behind == '[' || behind == '\xEF') return true;
    return to_lower(behind) == 'a' && is_upper(at(place + letters - 1));
  }
  bool identity(uint64_t place) const { return identity_of(place, 1) || identity_of(place, 2); }

  // The four digits or the capital behind a hanzi that begins at `place`, or that lies behind W… or 字第.
  bool hanzi(uint64_t place) const {
    const auto four_behind_high = [&](uint64_t i) { return i > 0 && high(at(i - 1)) && digits(i, 4); };
    if (high(at(place + 2)) && is_upper(at(place + 3))) return true;
    if (four_behind_high(place + 3) && is_digit(at(place + 7)) && high(at(place + 8))) return true;
    if (at(place) == 'W')
      for (const uint64_t by : {5u, 7u, 8u, 9u})
        if (four_behind_high(place + by)) return true;
    return text_.substr(place).size() >= 9 && text_.substr(place + 3, 6) == "字第" && digits(place + 9, 4);
  }

  std::string_view text_;
};

}  // namespace pidun::reference
