#include "detect/test_data.h"

#include <algorithm>
#include <tuple>

#include "base/ascii.h"
#include "detect/canonical.h"

namespace pidun {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool TestData::load(std::string_view text, const KindLookup& kinds, FileError& error) {
  ranges_.clear();
  prefixes_.clear();
  error = {};
  if (text.size() > kLargestFile) error.message = "larger than 64 MiB";
  for (uint32_t number = 1; error.message.empty() && !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    if (!read_line(line, kinds, error.message)) error.line = number;
  }
  if (error.message.empty()) {
    settle();
    return true;
  }
  ranges_.clear();
  prefixes_.clear();
  return false;
}

bool TestData::read_line(std::string_view line, const KindLookup& kinds, std::string& message) {
  const size_t gap = line.find_first_of(" \t");
  if (gap == std::string_view::npos) {
    message = "a line is a kind, then first..last or a prefix and '*'";
    return false;
  }
  const Kind kind = kinds(line.substr(0, gap));
  if (kind == Kind::none) {
    message = "the first word is no kind that is known";
    return false;
  }
  const std::string_view rest = trimmed(line.substr(gap));
  if (const size_t dots = rest.find(".."); dots != std::string_view::npos)
    return read_range(kind, trimmed(rest.substr(0, dots)), trimmed(rest.substr(dots + 2)), message);
  if (rest.back() == '*') return read_prefix(kind, rest.substr(0, rest.size() - 1), message);
  message = "behind the kind stands neither first..last nor a prefix and '*'";
  return false;
}

bool TestData::read_range(Kind kind, std::string_view first, std::string_view last, std::string& message) {
  Range range{kind, canonical(kind, first), canonical(kind, last)};
  if (range.first.empty() || range.last.empty()) {
    message = "a border of the range is missing";
  } else if (first.find('*') != std::string_view::npos || last.find('*') != std::string_view::npos) {
    message = "a range takes no '*'";
  } else if (range.first.size() != range.last.size()) {
    message = "the borders of the range differ in length";
  } else if (range.first > range.last) {
    message = "the first value of the range is behind the last";
  }
  if (!message.empty()) return false;
  ranges_.push_back(std::move(range));
  return true;
}

bool TestData::read_prefix(Kind kind, std::string_view prefix, std::string& message) {
  std::string text = canonical_prefix(kind, prefix);
  if (text.empty()) {
    message = "'*' alone would be every value of the kind";
  } else if (prefix.find('*') != std::string_view::npos) {
    message = "'*' stands at the end only";
  }
  if (!message.empty()) return false;
  prefixes_.push_back({kind, std::move(text)});
  return true;
}

void TestData::settle() {
  const auto by_range = [](const Range& a, const Range& b) {
    return std::make_tuple(a.kind, a.first.size(), std::string_view(a.first)) <
           std::make_tuple(b.kind, b.first.size(), std::string_view(b.first));
  };
  std::sort(ranges_.begin(), ranges_.end(), by_range);
  std::vector<Range> joined;
  for (Range& range : ranges_) {
    const bool goes_on = !joined.empty() && joined.back().kind == range.kind &&
                         joined.back().last.size() == range.first.size() && joined.back().last >= range.first;
    if (!goes_on) {
      joined.push_back(std::move(range));
    } else if (range.last > joined.back().last) {
      joined.back().last = std::move(range.last);
    }
  }
  ranges_ = std::move(joined);

  const auto by_prefix = [](const Prefix& a, const Prefix& b) {
    return std::make_tuple(a.kind, std::string_view(a.text)) < std::make_tuple(b.kind, std::string_view(b.text));
  };
  std::sort(prefixes_.begin(), prefixes_.end(), by_prefix);
  std::vector<Prefix> kept;
  for (Prefix& prefix : prefixes_) {
    const bool inside = !kept.empty() && kept.back().kind == prefix.kind && prefix.text.starts_with(kept.back().text);
    if (!inside) kept.push_back(std::move(prefix));
  }
  prefixes_ = std::move(kept);
}

// In both lists only the last entry that is not behind the value can hold it: no entry lies inside another.
bool TestData::contains(Kind kind, std::string_view value) const {
  const auto range = std::upper_bound(ranges_.begin(), ranges_.end(), std::make_tuple(kind, value.size(), value),
                                      [](const auto& key, const Range& r) {
                                        return key < std::make_tuple(r.kind, r.first.size(), std::string_view(r.first));
                                      });
  if (range != ranges_.begin()) {
    const Range& before = *std::prev(range);
    if (before.kind == kind && before.first.size() == value.size() && value <= before.last) return true;
  }
  const auto prefix = std::upper_bound(
      prefixes_.begin(), prefixes_.end(), std::make_tuple(kind, value),
      [](const auto& key, const Prefix& p) { return key < std::make_tuple(p.kind, std::string_view(p.text)); });
  return prefix != prefixes_.begin() && std::prev(prefix)->kind == kind && value.starts_with(std::prev(prefix)->text);
}

}  // namespace pidun
