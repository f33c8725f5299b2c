// The users' patterns as both backends hold them: checked, measured, and able to say what RE2 finds in a region.
// Tested in tests/unit/match/custom_test.cpp.
#pragma once

#include <re2/re2.h>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/custom.h"
#include "match/custom_tree.h"

namespace pidun {

// A regex that is compiled at its first use. Threads that come together may each compile it, and keep one.
class LazyRegex {
 public:
  // `source` is what RE2 takes; when it is compiled already, so much the better.
  explicit LazyRegex(std::string source, std::unique_ptr<const RE2> compiled = nullptr);
  ~LazyRegex() { delete regex_.load(); }
  LazyRegex(const LazyRegex&) = delete;
  LazyRegex& operator=(const LazyRegex&) = delete;
  // Throws std::bad_alloc when memory is too short for it.
  const RE2& get() const;

 private:
  std::string source_;
  mutable std::atomic<const RE2*> regex_;
};

struct CompiledPattern {
  std::string source;  // for RE2; carries its own (?i), and a literal is written as a regex
  Width width;
  bool literal = false;   // of a known width, so that where it ends says all; `regex` is null at first
  bool caseless = false;  // of a literal: ASCII letters
  std::string bytes;      // of a literal
  std::unique_ptr<const LazyRegex> regex;
};

// Longer ones are treated as regexes.
inline constexpr uint32_t kLongestLiteral = 128;

// Checks every pattern; empty with *error filled at the first that is refused. RE2 is not asked about what is `proven`.
std::optional<std::vector<CompiledPattern>> compile_patterns(const std::vector<CustomPattern>& patterns,
                                                             CustomError* error, bool proven = false);

RE2::Options custom_regex_options();
void compile_literal(CompiledPattern& rule);  // fills in `regex` where there is none

// What RE2 finds one after the other in text[region.begin, region.end), where ^ $ \b see all of `text`. Every match
// that begins in the region must also end in it, or be wanted by nobody. Offsets are of `text`.
void find_in_region(const RE2& regex, std::string_view text, Span region, std::vector<Span>& found);

}  // namespace pidun
