// Users' patterns: both backends find what plain RE2 finds, one match after the other, over each whole text.
#include "match/custom.h"

#include <re2/re2.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "match/utf8_stretches.h"
#include "support/custom_patterns.h"
#include "support/rounds.h"

namespace pidun {
namespace {

// RE2 on its own: nothing of lib/match but the stretches of valid text, which have their own test.
class Plain {
 public:
  explicit Plain(const std::vector<CustomPattern>& patterns) {
    for (const auto& pattern : patterns) {
      RE2::Options options;
      options.set_log_errors(false);
      options.set_literal(pattern.literal);
      options.set_case_sensitive(!pattern.caseless);
      regexes_.push_back(std::make_unique<RE2>(pattern.text, options));
      REQUIRE(regexes_.back()->ok());
    }
  }

  std::vector<CustomHit> hits(const std::string& bytes, uint64_t base) const {
    std::vector<CustomHit> hits;
    std::vector<Span> stretches;
    find_utf8_stretches(bytes, stretches);
    for (uint32_t i = 0; i < regexes_.size(); ++i)
      for (const Span stretch : stretches) add_hits(i, bytes, stretch, base, hits);
    std::sort(hits.begin(), hits.end(),
              [](const auto& a, const auto& b) { return std::tie(a.begin, a.pattern) < std::tie(b.begin, b.pattern); });
    return hits;
  }

 private:
  void add_hits(uint32_t pattern, const std::string& bytes, Span stretch, uint64_t base,
                std::vector<CustomHit>& hits) const {
    const re2::StringPiece text(bytes.data() + stretch.begin, stretch.size());
    re2::StringPiece match;
    for (size_t at = 0; regexes_[pattern]->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1);) {
      const auto begin = static_cast<uint64_t>(match.data() - bytes.data());
      hits.push_back({base + begin, base + begin + match.size(), pattern});
      at = begin + match.size() - stretch.begin;
    }
  }

  std::vector<std::unique_ptr<RE2>> regexes_;
};

bool has_cased_beyond_ascii(const CustomPattern& pattern) {
  return pattern.literal && pattern.caseless && std::any_of(pattern.text.begin(), pattern.text.end(), [](char c) {
           return std::string("kKsS").find(c) != std::string::npos || (c & 0x80) != 0;
         });
}

// Patterns that are accepted; RE2's folding of literals goes beyond the ASCII letters promised here.
std::vector<CustomPattern> accepted_patterns(made::Random& random, size_t count, size_t& refused) {
  std::vector<CustomPattern> patterns;
  while (patterns.size() < count) {
    CustomPattern pattern = made::custom_pattern(random);
    if (has_cased_beyond_ascii(pattern)) continue;
    CustomError error;
    if (CustomMatcher::build({pattern}, nullptr, CustomBackend::portable, &error)) {
      patterns.push_back(pattern);
    } else {
      ++refused;
      CHECK_FALSE(error.message.empty());
    }
  }
  return patterns;
}

std::string described(const std::vector<CustomPattern>& patterns, const std::vector<CustomHit>& hits) {
  std::string text;
  for (const auto& pattern : patterns)
    text += "[" + pattern.text + (pattern.literal ? "] literal" : "]") + (pattern.caseless ? " caseless\n" : "\n");
  for (const auto& hit : hits)
    text += std::to_string(hit.pattern) + ": " + std::to_string(hit.begin) + "-" + std::to_string(hit.end) + "\n";
  return text;
}

// Returns how many hits there were, so that a test of nothing is seen.
size_t compare(made::Random& random, const std::vector<CustomPattern>& patterns, int texts) {
  size_t count = 0;
  const Plain plain(patterns);
  for (const CustomBackend backend : {CustomBackend::hyperscan, CustomBackend::portable}) {
    CustomError error;
    const auto matcher = CustomMatcher::build(patterns, nullptr, backend, &error);
    INFO(error.message << "\n" << described(patterns, {}));
    REQUIRE(matcher);
    const auto scratch = matcher->make_scratch();
    made::Random same = random;
    for (int i = 0; i < texts; ++i) {
      const std::string text = made::text(same, patterns);
      const uint64_t base = same() % 1000;
      const auto expected = plain.hits(text, base);
      std::vector<CustomHit> got;
      matcher->find(Window(text, base), *scratch, got);
      INFO(matcher->name() << "\n"
                           << described(patterns, expected) << "got\n"
                           << described({}, got) << "text " << text);
      REQUIRE((got == expected));
      count += expected.size();
    }
  }
  random.discard(1);
  return count;
}

TEST_CASE("10,000 random pairs of patterns and text give what plain RE2 gives, in both backends") {
  made::Random random(20240601);
  size_t hits = 0, refused = 0;
  for (size_t round = 0; round < testing::rounds(1000); ++round) {
    const auto patterns = accepted_patterns(random, 1 + random() % 6, refused);
    hits += compare(random, patterns, 10);
  }
  CHECK(hits > 20000);
  CHECK(refused > 0);
}

}  // namespace
}  // namespace pidun
