// Users' patterns: what they find, what is refused and why, and the cache, in both backends.
#include "match/custom.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "match/custom_backends.h"
#include "match/custom_database.h"
#include "match/database_cache.h"
#include "support/temporary_folder.h"

namespace pidun {
namespace {

CustomPattern regex(std::string text, bool caseless = false) { return {std::move(text), false, caseless}; }
CustomPattern literal(std::string text, bool caseless = false) { return {std::move(text), true, caseless}; }

std::unique_ptr<CustomMatcher> built(const std::vector<CustomPattern>& patterns, CustomBackend backend) {
  CustomError error;
  auto matcher = CustomMatcher::build(patterns, nullptr, backend, &error);
  INFO(error.pattern << ": " << error.message);
  REQUIRE(matcher);
  return matcher;
}

// "0:工号张三0042 1:…", in the order of the hits.
std::string found(const CustomMatcher& matcher, const std::string& text, uint64_t base = 0) {
  const auto scratch = matcher.make_scratch();
  REQUIRE(scratch);
  std::vector<CustomHit> hits;
  matcher.find(Window(text, base), *scratch, hits);
  std::string out;
  for (const auto& hit : hits) {
    if (!out.empty()) out += ' ';
    out += std::to_string(hit.pattern) + ":" + text.substr(hit.begin - base, hit.end - hit.begin);
  }
  return out;
}

struct Case {
  const char* promise;
  std::vector<CustomPattern> patterns;
  std::string text;
  std::string expected;
};

TEST_CASE("patterns find what they say") {
  const std::vector<Case> cases = {
      {"a class of hanzi", {regex("工号[一-龥]{2}[0-9]{4}")}, "x工号张三0042。工号李四7", "0:工号张三0042"},
      {"(?i) beside hanzi", {regex("(?i)工号ab")}, "工号Ab 工号AB 工号ac", "0:工号Ab 0:工号AB"},
      {"caseless beside hanzi", {regex("工号é", true)}, "工号É", "0:工号É"},
      {"K is folded to the Kelvin sign", {regex("(?i)k1")}, "K1 \u212A1", "0:K1 0:\u212A1"},
      {"a literal folds ASCII letters only", {literal("ké", true)}, "Ké kÉ \u212Aé", "0:Ké"},
      {"a literal is no regex", {literal("a.b*[")}, "a.b*[ axb", "0:a.b*["},
      {"a literal does not overlap itself", {literal("aa")}, "aaaaa", "0:aa 0:aa"},
      {"leftmost, then the earlier alternative", {regex("ab|abc|b{1,9}")}, "abc bb", "0:ab 0:bb"},
      {"a lazy repeat takes the least", {regex("a{2,5}?")}, "aaaaa", "0:aa 0:aa"},
      {"a greedy repeat takes the most", {regex("a{2,4}")}, "aaaaa", "0:aaaa"},
      {"^ is the begin of the text, not of a line", {regex("^a")}, "a\na", "0:a"},
      {"(?m)^ is the begin of a line", {regex("(?m)^a")}, "a\nba\na", "0:a 0:a"},
      {"$ is the very end, not before the last newline", {regex("a$")}, "a\n", ""},
      {"$ at the end", {regex("a$")}, "a a", "0:a"},
      {"(?m)$ is the end of a line", {regex("(?m)a$")}, "ab a\na", "0:a 0:a"},
      {"\\b stands between a digit and a hanzi", {regex("\\b12\\b")}, "号12号 a12 12", "0:12 0:12"},
      {"\\b does not stand between two hanzi", {regex("号\\b工")}, "号工", ""},
      {"an invalid byte ends the text",
       {regex("^b"), regex("a$")},
       "a\xFF"
       "b",
       "1:a 0:b"},
      {"no match reaches across an invalid byte",
       {regex("a(?s:.){0,3}b")},
       "a\xFF"
       "b",
       ""},
      {"a cut character at either end is no text", {regex("^号$")}, "\xB7号\xE5", "0:号"},
      {"order of begin, then of pattern",
       {regex("b{1,2}c"), literal("ab"), literal("bc"), literal("a")},
       "abbc abc",
       "1:ab 3:a 0:bbc 2:bc 1:ab 3:a 0:bc 2:bc"},
      {"the same pattern twice", {literal("ab"), literal("ab")}, "ab", "0:ab 1:ab"},
      {"a NUL is a character",
       {regex("a\\x00b"), literal(std::string("\0b", 2))},
       std::string("a\0b", 3),
       std::string("0:a\0b 1:\0b", 10)},
      {"nothing in nothing", {literal("a")}, "", ""},
      {"no patterns", {}, "a", ""},
  };
  for (const auto& test : cases) {
    for (const auto backend : {CustomBackend::hyperscan, CustomBackend::portable}) {
      const auto matcher = built(test.patterns, backend);
      INFO(test.promise << ", " << matcher->name());
      CHECK(found(*matcher, test.text) == test.expected);
      CHECK(found(*matcher, test.text, 1000) == test.expected);
    }
  }
}

struct Refusal {
  CustomPattern pattern;
  size_t offset;
  std::string reason;
};

TEST_CASE("patterns are refused with the reason, and the place where it is known") {
  constexpr size_t kNowhere = CustomError::kNowhere;
  const std::vector<Refusal> cases = {
      {regex("ab(c"), kNowhere, "a ')' is missing"},
      {regex("ab)c"), kNowhere, "a ')' without its '('"},
      {regex("工号[9-0]"), 7, "bad character range in a class"},
      {regex("ab[c"), 2, "a ']' is missing"},
      {regex("a**"), 1, "two repeats in a row"},
      {regex("(?=a)b"), 0, "this '(?' is not supported: lookaround, references and the like need backtracking"},
      {regex("a\\1"), 1, "bad escape sequence"},
      {regex("a\xFF"), kNowhere, "not valid UTF-8"},
      {regex("a{1001}"), 1, "a repeat count is too large or its bounds are the wrong way round"},
      {regex("ab\\C"), 2, "\\C would cut characters"},
      {regex(""), kNowhere, "can match nothing at all"},
      {regex("a?"), kNowhere, "can match nothing at all"},
      {regex("^|a"), kNowhere, "can match nothing at all"},
      {regex("a*"), kNowhere, "can match nothing at all"},
      {regex("a+"), kNowhere, "has no longest match: give * + or {n,} an upper bound"},
      {regex("a[0-9]{2,}b"), kNowhere, "has no longest match: give * + or {n,} an upper bound"},
      {regex("a{1000}b{100}"), kNowhere, "can match 1100 bytes, more than 1024"},
      {regex("[一-龥]{342}"), kNowhere, "can match 1026 bytes, more than 1024"},
      {literal(""), kNowhere, "can match nothing at all"},
      {literal("\xE5\xB7"), kNowhere, "not valid UTF-8"},
      {literal(std::string(1025, 'a')), kNowhere, "can match 1025 bytes, more than 1024"},
  };
  for (const auto& test : cases) {
    for (const auto backend : {CustomBackend::hyperscan, CustomBackend::portable}) {
      CustomError error;
      INFO(test.pattern.text.substr(0, 40));
      CHECK_FALSE(CustomMatcher::build({literal("fine"), test.pattern}, nullptr, backend, &error));
      CHECK(error.pattern == 1);
      CHECK(error.offset == test.offset);
      CHECK(error.message == test.reason);
    }
  }
}

TEST_CASE("the widest patterns are accepted") {
  const std::string many(1024, 'a'), some(300, 'b');
  for (const auto backend : {CustomBackend::hyperscan, CustomBackend::portable}) {
    const auto matcher =
        built({literal(many), literal(some, true), regex("[一-龥]{1,341}"), regex("c{1000}d{24}")}, backend);
    CHECK(found(*matcher, "a" + many) == "0:" + many);
    CHECK(found(*matcher, some) == "1:" + some);
    CHECK(found(*matcher, "工号x") == "2:工号");
    CHECK(found(*matcher, std::string(1001, 'c') + std::string(24, 'd')) ==
          "3:" + std::string(1000, 'c') + std::string(24, 'd'));
  }
}

TEST_CASE("patterns that Hyperscan refuses are found all the same") {
  // So wide a choice that no part of it is small enough; an anchor in the middle is looked for without it.
  std::string wide = "(?:";
  for (int i = 0; i < 400; ++i) wide += (i == 0 ? "" : "|") + std::to_string(1000 + i);
  std::vector<CustomPattern> patterns = {regex("(?s:a{0,1}^b)"), regex(wide + ")"), literal("plain")};
  auto rules = make_custom_rules(patterns, nullptr);
  REQUIRE(rules);
  CHECK(make_custom_database(*rules, nullptr).refused == std::vector<uint32_t>{1});
  for (const auto backend : {CustomBackend::hyperscan, CustomBackend::portable})
    CHECK(found(*built(patterns, backend), "b 1399x plain") == "0:b 1:1399 2:plain");
}

TEST_CASE("a build from the cache finds the same and compiles nothing") {
  const support::TemporaryFolder folder;
  const CacheFolder cache(folder.path() + "/cache");
  const std::vector<CustomPattern> patterns = {regex("工号[0-9]{4}"), literal("Ab", true), regex("(?s:a{0,1}^b)")};
  auto rules = make_custom_rules(patterns, nullptr);
  CHECK_FALSE(make_custom_database(*rules, &cache).from_cache);
  for (int round = 0; round < 2; ++round) {
    const auto matcher = CustomMatcher::build(patterns, &cache, CustomBackend::hyperscan, nullptr);
    REQUIRE(matcher);
    CHECK(found(*matcher, "b工号1234aB") == "2:b 0:工号1234 1:aB");
  }
  CHECK(make_custom_database(*rules, &cache).from_cache);
  rules = make_custom_rules({patterns[0], literal("Ab", false), patterns[2]}, nullptr);
  CHECK_FALSE(make_custom_database(*rules, &cache).from_cache);
  rules = make_custom_rules({patterns[1], patterns[0], patterns[2]}, nullptr);
  CHECK_FALSE(make_custom_database(*rules, &cache).from_cache);
}

// Says that there is never anything.
class Blind final : public CustomMatcher {
 public:
  std::unique_ptr<CustomScratch> make_scratch() const override { return std::make_unique<CustomScratch>(); }
  void find(const Window&, CustomScratch&, std::vector<CustomHit>&) const override {}
  std::string name() const override { return "blind"; }
};

TEST_CASE("the canaries catch a matcher that loses matches") {
  const std::vector<CustomPattern> patterns = {literal("ab"), regex("工号[0-9]{4}")};
  const auto rules = make_custom_rules(patterns, nullptr);
  CHECK_FALSE(custom_canaries_pass(*rules, Blind()));
  CHECK(custom_canaries_pass(*rules, *built(patterns, CustomBackend::hyperscan)));
}

TEST_CASE("one scratch serves many windows, dense and empty in turn") {
  const auto fast = built({regex("[ab]{1,3}号?"), regex("a|b"), literal("ab")}, CustomBackend::hyperscan);
  const auto plain = built({regex("[ab]{1,3}号?"), regex("a|b"), literal("ab")}, CustomBackend::portable);
  const auto fast_scratch = fast->make_scratch(), plain_scratch = plain->make_scratch();
  std::string dense;
  for (int i = 0; i < 5000; ++i) dense += i % 7 == 0 ? "号" : i % 11 == 0 ? "\xFF" : i % 2 == 0 ? "a" : "b";
  for (const std::string& text : {dense, std::string(), dense.substr(1), std::string("zzz"), dense}) {
    std::vector<CustomHit> got, expected;
    fast->find(Window(text, 7), *fast_scratch, got);
    plain->find(Window(text, 7), *plain_scratch, expected);
    CHECK((got == expected));
    CHECK(expected.empty() == (text.size() < 100));
  }
}

}  // namespace
}  // namespace pidun
