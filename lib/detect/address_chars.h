// A stretch of text as the grammar of addresses reads it: characters of the basic plane with their places and classes,
// up to the first that no address holds. Full-width letters and digits are plain ones.
// Tested through address_walk_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pidun {

enum class CharClass : uint8_t { end, hanzi, numeral, digit, letter, joint, blank, opening, closing };

class AddressChars {
 public:
  static constexpr size_t kMost = 200;  // characters

  // Reads `text` up to its end or a character that no address holds.
  explicit AddressChars(std::string_view text);

  size_t size() const { return size_; }
  // Whether the text ended, or a character that no address holds: not for want of room.
  bool complete() const { return size_ < kMost; }
  uint16_t value(size_t i) const { return i < size_ ? values_[i] : uint16_t{0}; }
  CharClass kind(size_t i) const { return i < size_ ? kinds_[i] : CharClass::end; }
  // The byte at which character `i` begins, or at which the last one ends.
  size_t offset(size_t i) const { return offsets_[i < size_ ? i : size_]; }
  // The bytes of characters [begin, end).
  std::string_view bytes(size_t begin, size_t end) const {
    return text_.substr(offset(begin), offset(end) - offset(begin));
  }
  std::span<const uint16_t> from(size_t i) const { return {values_.data() + i, i < size_ ? size_ - i : 0}; }
  // Whether `word` stands at `i`.
  bool has(size_t i, std::u16string_view word) const;
  // Whether one character of `set` stands at `i`.
  bool is_one_of(size_t i, std::u16string_view set) const {
    return i < size_ && set.find(static_cast<char16_t>(values_[i])) != set.npos;
  }
  bool is_han(size_t i) const { return kind(i) == CharClass::hanzi || kind(i) == CharClass::numeral; }
  bool is_digit(size_t i) const { return kind(i) == CharClass::digit; }
  bool is_letter(size_t i) const { return kind(i) == CharClass::letter; }
  // Part of a name: hanzi, letters and digits.
  bool is_word(size_t i) const { return is_han(i) || is_digit(i) || is_letter(i); }

 private:
  std::string_view text_;
  std::array<uint16_t, kMost> values_;
  std::array<CharClass, kMost> kinds_;
  std::array<uint16_t, kMost + 1> offsets_;
  size_t size_ = 0;
};

// What an address may hold besides words: the class of a code point, `end` for one that it does not.
CharClass class_of(uint32_t point);

}  // namespace pidun
