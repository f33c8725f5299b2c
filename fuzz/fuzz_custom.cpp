// Fuzz target of users' patterns: lines up to an empty one are patterns ("=" before a literal, "~" before a caseless
// one), the rest is the text. What is accepted finds the same in Hyperscan's and in the portable backend; what is
// refused is refused by both with a reason.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "match/custom.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

CustomPattern pattern_of(std::string_view line) {
  CustomPattern pattern;
  if (line.starts_with('~')) {
    pattern.caseless = true;
    line.remove_prefix(1);
  }
  if (line.starts_with('=')) {
    pattern.literal = true;
    line.remove_prefix(1);
  }
  pattern.text = line;
  return pattern;
}

std::vector<CustomPattern> take_patterns(std::string_view& input) {
  std::vector<CustomPattern> patterns;
  while (!input.empty() && patterns.size() < 16) {
    const size_t end = input.find('\n');
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    if (line.empty()) break;
    patterns.push_back(pattern_of(line));
  }
  return patterns;
}

std::vector<CustomHit> hits_of(const CustomMatcher& matcher, const Window& window) {
  const auto scratch = matcher.make_scratch();
  require(scratch != nullptr);
  std::vector<CustomHit> hits;
  matcher.find(window, *scratch, hits);
  return hits;
}

void check_order(const std::vector<CustomHit>& hits, const Window& window) {
  for (size_t i = 0; i < hits.size(); ++i) {
    require(hits[i].begin < hits[i].end && hits[i].begin >= window.begin() && hits[i].end <= window.end());
    require(i == 0 || hits[i - 1].begin < hits[i].begin ||
            (hits[i - 1].begin == hits[i].begin && hits[i - 1].pattern < hits[i].pattern));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0 || size > 2048) return 0;
  std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::vector<CustomPattern> patterns = take_patterns(input);
  for (const auto& pattern : patterns)
    if (pattern.text.size() > 64) return 0;  // RE2 bounds its own work, but not to what a fuzzer can wait for
  CustomError error, again;
  const auto plain = CustomMatcher::build(patterns, nullptr, CustomBackend::portable, &error);
  const auto fast = CustomMatcher::build(patterns, nullptr, CustomBackend::automatic, &again);
  require((plain != nullptr) == (fast != nullptr));
  if (!plain) {
    require(!error.message.empty() && error.message == again.message && error.pattern == again.pattern);
    require(error.offset == CustomError::kNowhere || error.offset < patterns[error.pattern].text.size());
    return 0;
  }
  const Window window(input, data[0]);
  const auto expected = hits_of(*plain, window);
  check_order(expected, window);
  require(hits_of(*fast, window) == expected);
  return 0;
}
