// See next_line.h.
#include "detect/next_line.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr uint64_t kLongestGap = 32, kLongestLine = 64;  // bytes
constexpr int kMostBreaks = 2;                           // an empty line may stand between

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Where the next line that is not empty begins; 0 if text stands before it or it is far away.
uint64_t next_line_begin(const Window& window, uint64_t at) {
  int breaks = 0;
  for (const uint64_t last = at + kLongestGap; at < last && at < window.end(); ++at) {
    const char c = window.at(at);
    if (c == '\n') {
      if (++breaks > kMostBreaks) return 0;
    } else if (!is_blank(c)) {
      return breaks == 0 ? 0 : at;
    }
  }
  return 0;
}

// Up to where a value may go that begins at `at`: all of `around`, or of the next line of a text.
uint64_t limit_of(const Window& window, uint64_t at, const Value& around, Values& values) {
  if (at < around.end) return around.end;
  if (!around.whole_line) return at;
  const Value line = values.next(window, at);
  return line.whole_line && line.begin <= at ? line.end : at;
}

// string(9) "王建国" as PHP's var_dump() sets it: what stands before the value.
size_t head_of(std::string_view line) {
  constexpr std::string_view kString = "string(", kQuote = ") \"";
  if (!line.starts_with(kString)) return 0;
  size_t end = kString.size();
  while (end < line.size() && is_digit(line[end])) ++end;
  return line.substr(end, kQuote.size()) == kQuote ? end + kQuote.size() : 0;
}

// Whether the line says more than a value: another label, a sentence, a list.
bool says_more(std::string_view line) {
  if (line.find_first_of(":=;?{}<>|") != std::string_view::npos) return true;
  for (const std::string_view sign : {"：", "；", "，", "、", "。", "？", "！"})
    if (line.find(sign) != std::string_view::npos) return true;
  return false;
}

}  // namespace

Span value_in_next_line(const Window& window, uint64_t at, const Value& around, Values& values) {
  const uint64_t begin = next_line_begin(window, at);
  if (begin == 0) return {};
  const uint64_t limit = limit_of(window, begin, around, values);
  std::string_view line = window.view(begin, std::min(limit, begin + kLongestLine + 1));
  line = line.substr(0, line.find('\n'));
  if (line.size() > kLongestLine) return {};
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  const size_t head = head_of(line);
  if (line.substr(0, head).ends_with('"') && line.ends_with('"') && line.size() > head) line.remove_suffix(1);
  line.remove_prefix(head);
  if (line.empty() || says_more(line)) return {};
  return {begin + head, begin + head + line.size()};
}

}  // namespace pidun
