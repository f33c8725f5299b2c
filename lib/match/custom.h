// Users' literals and regular expressions, all at once. RE2 is the measure: for each pattern the hits are what RE2
// finds one after the other (leftmost, earlier alternative first, not overlapping) over the whole window.
// Example: build({{"工号[一-龥]{2}[0-9]{4}"}}) finds 工号张三0042 in "工号张三0042。".
//
// What a pattern sees as its text is a longest stretch of valid UTF-8 inside the window: an invalid byte ends the text.
//   ^ $      begin and end of the text; with (?m) also of a line. Never "before the last newline".
//   \b       RE2's: word characters are ASCII, so \b12\b is found in 号12号, and two hanzi have no border between them.
//   (?i)     RE2's simple Unicode folding for regexes; for literals `caseless` is ASCII letters only.
// Callers that keep only hits which begin in a segment with context on either side therefore get ^ and $ as begin and
// end of the whole input. widest() bytes of context, and a character, are enough. Refused, with the reason: what
// RE2 refuses, what can match nothing, what can match more than kWidestCustom bytes. Tested in
// tests/unit/match/custom_test.cpp and tests/property/custom_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/window.h"

namespace pidun {

class CacheFolder;

inline constexpr uint32_t kWidestCustom = 1024;

struct CustomPattern {
  std::string text;  // UTF-8
  bool literal = false;
  bool caseless = false;
};

struct CustomHit {
  uint64_t begin = 0;
  uint64_t end = 0;
  uint32_t pattern = 0;  // index into the list the matcher was made of
  friend bool operator==(const CustomHit&, const CustomHit&) = default;
};

struct CustomError {
  static constexpr size_t kNowhere = static_cast<size_t>(-1);
  uint32_t pattern = 0;
  size_t offset = kNowhere;  // byte of the pattern's text the message is about, where that is known
  std::string message;
};

enum class CustomBackend {
  automatic,  // Hyperscan where it is sound, RE2::Set for what it refuses or for all
  hyperscan,  // as automatic, but an error when Hyperscan cannot be had
  portable,   // RE2::Set for all: slow, the oracle of the tests
};

// Working memory of one thread.
class CustomScratch {
 public:
  virtual ~CustomScratch() = default;
};

// Immutable; shared by threads.
class CustomMatcher {
 public:
  // Null with *error filled when a pattern is refused. `cache` may be null: then every build compiles. `proven`: RE2 is
  // known to take the patterns, and compiles each when it is first needed.
  static std::unique_ptr<CustomMatcher> build(const std::vector<CustomPattern>& patterns, const CacheFolder* cache,
                                              CustomBackend backend, CustomError* error, bool proven = false);
  virtual ~CustomMatcher() = default;
  virtual std::unique_ptr<CustomScratch> make_scratch() const = 0;  // null when memory is short
  // Appends the hits of every pattern inside the window, in order of (begin, pattern).
  virtual void find(const Window& window, CustomScratch& scratch, std::vector<CustomHit>& hits) const = 0;
  // "hyperscan", "portable", or "portable: REASON".
  virtual std::string name() const = 0;
  // Bytes of the widest match that any of the patterns can have, at most kWidestCustom.
  uint32_t widest() const { return widest_; }

 private:
  uint32_t widest_ = 0;
};

}  // namespace pidun
