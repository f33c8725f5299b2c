// Against what is read a character at a time.
#include "unwrap/run_pieces.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace pidun;

namespace {

bool parts_one_by_one(std::string_view run) {
  size_t longest = 0, part = 0;
  bool any_mark = false;
  for (const char c : run) {
    any_mark |= part_mark(c);
    part = part_mark(c) ? 0 : part + 1;
    longest = std::max(longest, part);
  }
  return any_mark && longest >= kShortestBase64;
}

}  // namespace

TEST_CASE("run pieces: a run has long parts beside its marks or it has not, at every length up to a word") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> any(0, 99);
  constexpr std::string_view kLetters = "aZ09", kMarks = "+/-_";
  for (size_t size = 0; size <= 64; ++size)
    for (const int percent : {0, 2, 5, 20}) {
      std::string run(size, 'a');
      for (char& c : run) {
        const int drawn = any(random);
        c = drawn < percent ? kMarks[static_cast<size_t>(drawn) % 4] : kLetters[static_cast<size_t>(drawn) % 4];
      }
      INFO(run);
      CHECK(may_have_parts(run) == parts_one_by_one(run));
    }
  CHECK(may_have_parts(std::string(65, 'a')));  // not looked at so closely
}

TEST_CASE("run pieces: equals signs tell where the groups of four lie") {
  const auto lies_at = [](std::string_view run, std::string_view behind) {
    const std::string text = std::string(run) + std::string(behind);
    return padded_skip(text, {0, run.size(), 0});
  };
  CHECK(lies_at("QUJDREVGR0hJSktM", "") == kUnpadded);
  CHECK(lies_at("QUJDREVGR0hJSks", "=") == 0);
  CHECK(lies_at("QUJDREVGR0hJSg", "== ") == 0);
  CHECK(lies_at("xQUJDREVGR0hJSg", "==") == 1);
  CHECK(lies_at("QUJDREVGR0hJSg", "===") == kUnpadded);
  CHECK(lies_at("QUJDREVGR0hJSg", "==a") == kUnpadded);
}

TEST_CASE("run pieces: numbers and hex literals are no base64") {
  const auto literal = [](std::string_view run) { return is_hex_literal(run, {0, run.size(), 0}); };
  CHECK(mostly_digits("11010519491231002X"));
  CHECK_FALSE(mostly_digits("MTM5MDAwMDEyMzQ"));
  CHECK_FALSE(mostly_digits(""));
  CHECK(literal("0xFFD8FFE000104A4649460001"));
  CHECK(literal("da39a3ee5e6b4b0d3255bfef95601890afd80709"));
  CHECK_FALSE(literal("0xFFD8"));
  CHECK_FALSE(literal("MTM5MDAwMDEyMzQMTM5MDAwMDEyMzQ"));
}
