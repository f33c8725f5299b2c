// A set of characters of the basic plane, asked by code point: one bit each.
// Example: HanziSet(u"路街").has(U'路'). Tested through names_test.cpp, address_text_test.cpp and surnames_test.cpp.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

namespace pidun {

class HanziSet {
 public:
  explicit HanziSet(std::u16string_view characters) {
    for (const char16_t c : characters) set_.set(c);
  }
  bool has(uint32_t character) const { return character < set_.size() && set_[character]; }

 private:
  std::bitset<65536> set_;
};

}  // namespace pidun
