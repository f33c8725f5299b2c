// A set of characters of the basic plane, asked by code point: one bit each, made by the compiler.
// Example: HanziSet(u"路街").has(U'路'). Tested through names_test.cpp, address_text_test.cpp and surnames_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pidun {

class HanziSet {
 public:
  explicit constexpr HanziSet(std::u16string_view characters) {
    for (const char16_t c : characters) words_[c / 64] |= uint64_t{1} << (c % 64);
  }
  constexpr bool has(uint32_t character) const {
    return character < words_.size() * 64 && (words_[character / 64] >> (character % 64) & 1) != 0;
  }

 private:
  std::array<uint64_t, 65536 / 64> words_{};
};

}  // namespace pidun
