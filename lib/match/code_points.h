// Sets of code points known from below and from above: what a class surely holds and what it may hold. Exact for what
// rules are made of; only Unicode properties other than Han, and case folding outside ASCII, are wider than the truth.
// Example: (?i)k surely holds k, K and U+212A; \p{Lu} holds at most everything. Tested in
// tests/unit/match/custom_tree_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pidun {

inline constexpr uint32_t kLastCodePoint = 0x10FFFF;

struct CodePointRange {
  uint32_t first = 0;
  uint32_t last = 0;
  friend bool operator==(const CodePointRange&, const CodePointRange&) = default;
};
using CodePoints = std::vector<CodePointRange>;  // ascending and apart once normalised

CodePoints normalised(CodePoints set);
CodePoints complement(const CodePoints& set);

struct CodePointBounds {
  CodePoints surely;
  CodePoints perhaps;  // holds `surely` too

  void add(uint32_t first, uint32_t last);
  void add_folded(uint32_t first, uint32_t last);  // as RE2 does under (?i)
  void add(const CodePointBounds& other);
  CodePointBounds negated() const;
};

// What RE2 means by \d \s \w (`letter` is d, s or w) and by [:name:].
CodePointBounds perl_class(char letter, bool folded);
CodePointBounds posix_class(std::string_view name, bool folded);
// \p{Name} without the sign.
CodePointBounds property_class(std::string_view name);

// Bytes of a code point in UTF-8.
uint32_t utf8_length(uint32_t code_point);

}  // namespace pidun
