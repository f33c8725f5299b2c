// The tree of a regular expression that RE2 has accepted, read from its text: as much as is needed to know how wide its
// matches are and to look for them with Hyperscan. Never narrower than RE2's reading; RE2 has the last word on a match.
// Example: "a[bc]{2,}" is a sequence of the set {a} and a repeat, two times or more, of the set {b, c}.
// Tested in tests/unit/match/custom_tree_test.cpp and tests/property/custom_test.cpp.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "match/code_points.h"

namespace pidun {

enum class Assertion : uint8_t { text_begin, text_end, line_begin, line_end, word_border, no_word_border };

struct PatternNode {
  enum class Kind : uint8_t { set, assertion, sequence, choice, repeat };
  static constexpr uint32_t kUnbounded = std::numeric_limits<uint32_t>::max();

  Kind kind = Kind::sequence;                   // an empty sequence matches nothing at all
  Assertion assertion = Assertion::text_begin;  // of Kind::assertion
  uint32_t least = 1, most = 1;                 // of Kind::repeat, which has one child
  CodePoints set{};                             // of Kind::set: all that may match, normalised, not empty
  std::vector<PatternNode> children{};
};

// `pattern` must be one that RE2 accepts, or the tree means nothing. False: it holds \C, which is a byte and no
// character.
bool parse_pattern(std::string_view pattern, bool caseless, PatternNode& root);

struct Width {
  uint32_t least = 0;
  uint32_t most = 0;
  static constexpr uint32_t kEndless = 1u << 30;  // the most there is
};
Width width_of(const PatternNode& node);  // in bytes

}  // namespace pidun
