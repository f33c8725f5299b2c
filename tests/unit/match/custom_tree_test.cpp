// The tree of a pattern: widths against a table and against Hyperscan's own, and the sets that classes stand for
// against RE2, code point by code point.
#include "match/custom_tree.h"

#include <hs/hs.h>
#include <re2/re2.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "match/pattern_reader.h"
#include "support/custom_patterns.h"

namespace pidun {
namespace {

PatternNode tree_of(const std::string& pattern, bool caseless = false) {
  PatternNode root;
  CHECK(parse_pattern(pattern, caseless, root));
  return root;
}

constexpr uint32_t kEndless = Width::kEndless;

TEST_CASE("a pattern's least and greatest width in bytes") {
  struct Case {
    std::string pattern;
    uint32_t least, most;
  };
  const std::vector<Case> cases = {
      {"", 0, 0},
      {"abc", 3, 3},
      {"工号", 6, 6},
      {"[一-龥]{2}[0-9]{4}", 10, 10},
      {"a|工号|", 0, 6},
      {"(ab){2,3}c?", 4, 7},
      {"a*", 0, kEndless},
      {"a{3,}", 3, kEndless},
      {"(?:^|\\b)*a", 1, 1},
      {"a{,3}", 5, 5},  // no count: five characters
      {"a{x", 3, 3},
      {"(?i)k", 1, 3},
      {"(?i)s", 1, 2},
      {"(?i)(?-i)k", 1, 1},
      {"(?i:k)k", 2, 4},
      {"((?i)k|k)k", 2, 4},
      {".", 1, 4},
      {"[^a]", 1, 4},
      {"\\d\\s\\w", 3, 3},
      {"\\D", 1, 4},
      {"[[:alpha:]_]", 1, 1},
      {"[[:^alpha:]]", 1, 4},
      {"\\p{Han}", 3, 4},
      {"\\x{10FFFF}\\x41\\101\\n", 7, 7},
      {"\\Qa.b\\E{2}", 4, 4},
      {"[]a]", 1, 1},
      {"[^]a]", 1, 4},
      {"[a\\]b]", 1, 1},
      {"[a-]", 1, 1},
      {"(?P<name>ab)", 2, 2},
      {"(?s).{2}", 2, 8},
      {"a{2}{3}", 6, 6},
      {"(?:a{1000}){1000}", 1000000, 1000000},
  };
  for (const auto& test : cases) {
    INFO(test.pattern);
    const Width width = width_of(tree_of(test.pattern));
    CHECK(width.least == test.least);
    CHECK(width.most == test.most);
  }
}

TEST_CASE("\\C is told of") {
  PatternNode root;
  CHECK_FALSE(parse_pattern("a\\Cb", false, root));
  CHECK(parse_pattern("a\\\\Cb", false, root));
}

// Hyperscan's own figures, where it reads the pattern as RE2 does: no folding, no properties, no end anchors.
TEST_CASE("widths agree with Hyperscan's over random patterns") {
  made::Random random(11);
  int compared = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string pattern = made::pattern(random, 2);
    const auto holds = [&](const char* part) { return pattern.find(part) != std::string::npos; };
    if (holds("(?i") || holds("\\p") || holds("\\P") || holds("\\pL") || holds("$") || holds("^") || holds("\\z") ||
        holds("\\A") || holds("\\b") || holds("\\B"))
      continue;
    RE2::Options quiet;
    quiet.set_log_errors(false);
    if (!RE2(pattern, quiet).ok()) continue;
    hs_expr_info_t* info = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_expression_info(pattern.c_str(), HS_FLAG_UTF8 | HS_FLAG_ALLOWEMPTY, &info, &error) != HS_SUCCESS) {
      hs_free_compile_error(error);
      continue;
    }
    INFO(pattern);
    const Width width = width_of(tree_of(pattern));
    CHECK(width.least == info->min_width);
    // Of what may be empty Hyperscan gives no sensible greatest width; such patterns are refused.
    if (width.least > 0) CHECK(width.most == info->max_width);
    std::free(info);
    compared += width.least > 0;
  }
  CHECK(compared > 2000);
}

bool holds(const CodePoints& set, uint32_t value) {
  return std::any_of(set.begin(), set.end(), [&](CodePointRange r) { return r.first <= value && value <= r.last; });
}

std::string utf8(uint32_t value) {
  const auto byte = [](uint32_t b) { return static_cast<char>(b); };
  if (value < 0x80) return {byte(value)};
  if (value < 0x800) return {byte(0xC0 | value >> 6), byte(0x80 | (value & 0x3F))};
  if (value < 0x10000) return {byte(0xE0 | value >> 12), byte(0x80 | (value >> 6 & 0x3F)), byte(0x80 | (value & 0x3F))};
  return {byte(0xF0 | value >> 18), byte(0x80 | (value >> 12 & 0x3F)), byte(0x80 | (value >> 6 & 0x3F)),
          byte(0x80 | (value & 0x3F))};
}

TEST_CASE("a class's set lacks nothing that RE2 matches, and is exact where it says so") {
  struct Case {
    std::string pattern;
    bool exact;
  };
  const std::vector<Case> cases = {
      {"[a-f]", true},
      {"[^a-f]", true},
      {"\\d", true},
      {"\\W", true},
      {"\\s", true},
      {"\\S", true},
      {"[[:word:]]", true},
      {"[[:^space:]]", true},
      {"[[:punct:]]", true},
      {"[[:graph:]]", true},
      {"[[:cntrl:]]", true},
      {"[[:blank:]]", true},
      {"[[:print:]]", true},
      {"[[:xdigit:]]", true},
      {"[[:upper:]]", true},
      {"[[:lower:]]", true},
      {"[[:ascii:]]", true},
      {"[[:alnum:]]", true},
      {"(?i)[[:upper:]]", true},
      {"(?i)k", true},
      {"(?i)ſ", false},
      {"(?i)\u212A", false},
      {"(?i)[^k]", true},
      {"(?i)\\w", true},
      {"(?i)\\W", true},
      {"(?i)[一-龥]", true},
      {"(?i)[^一-龥]", true},
      {"[一-龥0-9]", true},
      {".", true},
      {"(?s).", true},
      {"(?i)é", false},
      {"(?i)[^é]", false},
      {"(?i)[А-я]", false},
      {"\\p{Han}", false},
      {"\\P{Han}", false},
      {"[^\\p{Han}]", false},
      {"[\\p{Lu}a]", false},
      {"[^\\p{Lu}a]", false},
      {"\\pN", false},
      {"[^\\PN]", false},
      {"(?i)[Z-é]", false},
      {"(?i)[\\x{ff21}]", false},
      {"\\p{^Greek}", false},
      {"(?i)[ⅷ]", false},
  };
  for (const auto& test : cases) {
    const RE2 regex("(?:" + test.pattern + ")");
    REQUIRE(regex.ok());
    const PatternNode node = tree_of(test.pattern);
    const PatternNode& set = node.kind == PatternNode::Kind::sequence ? node.children[0] : node;
    REQUIRE(set.kind == PatternNode::Kind::set);
    std::vector<uint32_t> missing, extra;
    for (uint32_t value = 0; value <= kLastCodePoint; value += value < 0x30000 ? 1 : 257) {
      if (value >= 0xD800 && value <= 0xDFFF) continue;
      const bool matched = RE2::FullMatch(utf8(value), regex);
      if (matched && !holds(set.set, value)) missing.push_back(value);
      if (!matched && holds(set.set, value)) extra.push_back(value);
    }
    INFO(test.pattern);
    CHECK(missing == std::vector<uint32_t>());
    CHECK(extra.empty() == test.exact);
  }
}

TEST_CASE("repeat counts are read, and a brace that opens none is a character") {
  struct Case {
    std::string text;
    bool read;
    uint32_t least, most;
    std::string_view left;
  };
  for (const auto& test : std::vector<Case>{{"{2,5}x", true, 2, 5, "x"},
                                            {"{2}?", true, 2, 2, ""},
                                            {"{2,}y", true, 2, PatternNode::kUnbounded, "y"},
                                            {"*?", true, 0, PatternNode::kUnbounded, ""},
                                            {"+a", true, 1, PatternNode::kUnbounded, "a"},
                                            {"??a", true, 0, 1, "a"},
                                            {"{,5}", false, 0, 0, "{,5}"},
                                            {"{2", false, 0, 0, "{2"},
                                            {"{2,x}", false, 0, 0, "{2,x}"},
                                            {"x", false, 0, 0, "x"}}) {
    INFO(test.text);
    PatternReader reader(test.text);
    const auto bounds = reader.repeat();
    CHECK(bounds.has_value() == test.read);
    if (bounds) CHECK((*bounds == std::pair{test.least, test.most}));
    for (const char c : test.left) CHECK(reader.next() == static_cast<unsigned char>(c));
    CHECK(reader.done());
  }
}

}  // namespace
}  // namespace pidun
