// Finding many fixed words at once. Two backends give the same hits: Hyperscan, and a portable automaton that
// is the oracle of the tests and stands in when Hyperscan is missing, known to be broken, or fails its canaries.
// Words are bytes; ASCII letters match in either case. Tested in tests/unit/match/words_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/window.h"

namespace pidun {

class CacheFolder;

struct WordHit {
  uint64_t begin = 0;
  uint32_t length = 0;
  uint32_t word = 0;  // index into the list the matcher was made of
  uint64_t end() const { return begin + length; }
  friend bool operator==(const WordHit&, const WordHit&) = default;
  friend auto operator<=>(const WordHit&, const WordHit&) = default;
};

// Working memory of one thread.
class WordScratch {
 public:
  virtual ~WordScratch() = default;
};

// Immutable; shared by threads.
class WordMatcher {
 public:
  virtual ~WordMatcher() = default;
  virtual std::unique_ptr<WordScratch> make_scratch() const = 0;  // null when memory is short
  // Appends every occurrence of every word inside the window, overlapping ones too, in order of (begin, length, word).
  virtual void find(const Window& window, WordScratch& scratch, std::vector<WordHit>& hits) const = 0;
};

using WordList = std::vector<std::string>;  // no word is empty or longer than kLongestWord
inline constexpr size_t kLongestWord = 64;

std::unique_ptr<WordMatcher> make_portable_words(const WordList& words);

// Null with the reason in *why when Hyperscan refuses or is a version known to lose matches.
// `cache` may be null: then it always compiles.
std::unique_ptr<WordMatcher> make_hyperscan_words(const WordList& words, std::string* why,
                                                  const CacheFolder* cache = nullptr);

enum class WordBackend { automatic, hyperscan, portable };
struct ChosenWords {
  std::unique_ptr<WordMatcher> matcher;  // null when `hyperscan` was asked for and is not to be had
  std::string name;                      // "hyperscan", "portable", or "portable: REASON"
};
// `automatic` takes Hyperscan when it agrees with the portable matcher on the canary texts.
ChosenWords choose_words(const WordList& words, WordBackend backend, const CacheFolder* cache = nullptr);

// Debian's Vectorscan 5.4.9 answers to Hyperscan's name and loses matches on x86-64 (as do 5.4.3 to 5.4.12).
bool loses_matches(std::string_view hs_version);

}  // namespace pidun
