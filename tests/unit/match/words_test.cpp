// Words: Hyperscan and the portable automaton give the same hits, and both those of a search word by word.
#include "match/words.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "detect/labels.h"

namespace pidun {
namespace {

std::string lowered(std::string_view text) {
  std::string out;
  for (const char c : text) out += to_lower(c);
  return out;
}

std::vector<WordHit> reference_hits(const WordList& words, std::string_view text, uint64_t base) {
  const std::string low = lowered(text);
  std::vector<WordHit> hits;
  for (uint32_t word = 0; word < words.size(); ++word) {
    const std::string wanted = lowered(words[word]);
    for (size_t at = low.find(wanted); at != std::string::npos; at = low.find(wanted, at + 1))
      hits.push_back({base + at, static_cast<uint32_t>(wanted.size()), word});
  }
  std::sort(hits.begin(), hits.end());
  return hits;
}

class Backends {
 public:
  explicit Backends(const WordList& words) : words_(words), portable_(make_portable_words(words)) {
    std::string why;
    hyperscan_ = make_hyperscan_words(words, &why);
    if (!hyperscan_) WARN("skipped: Hyperscan, " + why);
  }

  void compare(std::string_view text, uint64_t base = 0) const {
    const auto expected = reference_hits(words_, text, base);
    INFO("text: " << text);
    CHECK((find(*portable_, text, base) == expected));
    if (hyperscan_) CHECK((find(*hyperscan_, text, base) == expected));
  }

 private:
  static std::vector<WordHit> find(const WordMatcher& matcher, std::string_view text, uint64_t base) {
    const auto scratch = matcher.make_scratch();
    REQUIRE(scratch);
    std::vector<WordHit> hits;
    matcher.find(Window(text, base), *scratch, hits);
    return hits;
  }

  WordList words_;
  std::unique_ptr<WordMatcher> portable_, hyperscan_;
};

// Words, pieces of words and other bytes, in either case.
std::string random_text(const WordList& words, std::mt19937& random, size_t size) {
  std::string text;
  while (text.size() < size) {
    const std::string& word = words[random() % words.size()];
    switch (random() % 6) {
      case 0:
        text += word.substr(random() % word.size());
        break;
      case 1:
        text += word.substr(0, random() % word.size());
        break;
      case 2:
        for (const char c : word) text += is_lower(c) && random() % 2 == 0 ? static_cast<char>(c - 'a' + 'A') : c;
        break;
      case 3:
        text.append(random() % 70, " x_:0"[random() % 5]);
        break;
      case 4:
        text += static_cast<char>(random());
        break;
      default:
        text += word;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("made-up words: every occurrence, overlapping ones too") {
  struct Case {
    const char* promise;
    WordList words;
    std::vector<std::string> texts;
  };
  const Case cases[] = {
      {"prefixes of each other", {"card", "cardno", "card_no"}, {"card", "cardno", "my card_no is a cardnocard"}},
      {"suffixes of each other", {"手机", "手机号", "机号", "号"}, {"手机号", "手手机号号机号"}},
      {"a word within a word", {"abcde", "bcd", "c"}, {"abcde", "abcdabcde", "xbcdx"}},
      {"overlapping itself", {"aaa"}, {"aaaaaaa", "aa", ""}},
      {"case of ASCII alone", {"Mail", "é"}, {"MAIL mail mAiL", "É é"}},
      {"the same word twice", {"tel1", "tel1"}, {"tel1 TEL1"}},
      {"bytes that only a broken text has", {"\xE6\x89", "\xFF\xFE"}, {"手\xE6\x89手\xFF\xFE"}},
      {"failure paths that end two words", {"she", "he", "hers", "his"}, {"ushers", "shishers"}},
      {"special characters stand for themselves", {"a.b*", "[x]", "\\d", "e-mail"}, {"a.b* aab [x] x \\d 1 E-Mail"}},
      {"the longest word", {std::string(kLongestWord, 'w')}, {std::string(kLongestWord + 3, 'W')}},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    const Backends backends(c.words);
    for (const auto& text : c.texts) backends.compare(text);
  }
}

TEST_CASE("a word is found at every place of a block, and in a window that begins anywhere") {
  const WordList words{"手机号", "card_no", "abcd"};
  const Backends backends(words);
  for (const auto& word : words) {
    for (size_t at = 0; at < 140; ++at) backends.compare(std::string(at, 'x') + word + word, at * 1000);
  }
}

TEST_CASE("the labels of the rules in random texts") {
  const LabelTable labels;
  REQUIRE(labels.words().size() > 100);
  const Backends backends(labels.words());
  std::mt19937 random(17);
  for (int turn = 0; turn < 60; ++turn) backends.compare(random_text(labels.words(), random, 100 + random() % 2000));
}

TEST_CASE("every label of the rules is found in either case, between neighbours") {
  const LabelTable labels;
  const Backends backends(labels.words());
  for (const auto& word : labels.words()) {
    std::string upper;
    for (const char c : word) upper += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    backends.compare(word + upper + "号" + word + "_" + word);
  }
}

TEST_CASE("hits are appended to those that are there") {
  const auto matcher = make_portable_words({"abcd"});
  const auto scratch = matcher->make_scratch();
  std::vector<WordHit> hits{{7, 4, 0}};
  matcher->find(Window("abcd", 100), *scratch, hits);
  CHECK((hits == std::vector<WordHit>{{7, 4, 0}, {100, 4, 0}}));
}

TEST_CASE("versions that lose matches are refused") {
  struct Case {
    std::string version;
    bool loses;
  };
  std::vector<Case> cases{{"5.4.0 2021-01-26", false},
                          {"5.4.2 2023-04-19", false},
                          {"5.4.13", false},
                          {"5.3.9", false},
                          {"5.5.0", false},
                          {"5.4.30", false},
                          {"", true},
                          {"garbage", true},
                          {"5.4", true},
                          {"5.4.x", true}};
  for (int patch = 3; patch <= 12; ++patch) cases.push_back({"5.4." + std::to_string(patch) + " 2023-01-01", true});
  for (const Case& c : cases) {
    CAPTURE(c.version);
    CHECK(loses_matches(c.version) == c.loses);
  }
}

TEST_CASE("choosing says what was chosen") {
  const WordList words{"手机号", "card_no"};
  const ChosenWords portable = choose_words(words, WordBackend::portable);
  CHECK(portable.matcher);
  CHECK(portable.name == "portable");
  const ChosenWords automatic = choose_words(words, WordBackend::automatic);
  CHECK(automatic.matcher);
  std::string why;
  if (make_hyperscan_words(words, &why)) {
    CHECK(automatic.name == "hyperscan");
    CHECK(choose_words(words, WordBackend::hyperscan).name == "hyperscan");
  } else {
    CHECK(automatic.name == "portable: " + why);
    CHECK_FALSE(choose_words(words, WordBackend::hyperscan).matcher);
  }
}

}  // namespace pidun
