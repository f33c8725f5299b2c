#include "record/form_lines.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/signs.h"
#include "detect/name_model.h"

namespace pidun {
namespace {

constexpr size_t kLongestLabel = 40;  // bytes
constexpr size_t kMostLines = 64;     // of one form

// Signs and numbers before the label: "1. 姓名：", "- 手机：".
std::string_view without_bullet(std::string_view line) {
  const auto skip = [&](std::string_view signs) {
    line.remove_prefix(std::min(line.find_first_not_of(signs), line.size()));
  };
  skip(" \t-*#>");
  size_t digits = 0;
  while (digits < line.size() && digits < 2 && is_digit(line[digits])) ++digits;
  const std::string_view behind = line.substr(digits);
  for (const std::string_view sign : {".", ")", "、", "）"}) {
    if (digits == 0 || !behind.starts_with(sign)) continue;
    line = behind.substr(sign.size());
    skip(" ");
    break;
  }
  return line;
}

bool is_hanzi_alone(std::string_view text) {
  constexpr size_t kMost = 8 * kHanziBytes;
  if (text.size() < 2 * kHanziBytes || text.size() > kMost || text.size() % kHanziBytes != 0) return false;
  for (size_t at = 0; at < text.size(); at += kHanziBytes)
    if (hanzi_at(text, at) == kHanziCount) return false;
  return true;
}

// The line before the one that begins at `begin`; empty at an empty line and where it begins before `from`.
Span line_before(const Window& window, uint64_t begin, uint64_t from) {
  if (begin <= from || window.at(begin - 1) != '\n') return {begin, begin};
  const std::string_view text = window.view(from, begin - 1);
  const size_t last = text.rfind('\n');
  if (last == std::string_view::npos && from != 0) return {begin, begin};  // not seen whole
  return {last == std::string_view::npos ? from : from + last + 1, begin - 1};
}

std::string_view first_line(const Window& window, uint64_t begin) {
  const std::string_view text = window.view(begin, begin + 2 * kLongestLabel);
  return text.substr(0, text.find('\n'));
}

}  // namespace

std::string_view form_label(std::string_view line, const LabelTable& labels, KeyLabels& known) {
  line = without_bullet(line);
  if (line.empty() || is_digit(line[0])) return {};
  const std::string_view head = line.substr(0, kLongestLabel + kWideColon.size());
  const size_t colon = std::min(head.find(':'), head.find(kWideColon));
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestLabel) return {};
  std::string_view label = head.substr(0, colon);
  while (!label.empty() && label.back() == ' ') label.remove_suffix(1);
  if (is_hanzi_alone(label)) return label;
  // Only identifiers are kept: Chinese text may hold a name.
  const bool ascii = std::all_of(label.begin(), label.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  const Label said = ascii ? known.classify(labels, label).label : labels.classify(label);
  return said != Label::none ? label : std::string_view();
}

uint64_t form_begin(const Window& window, uint64_t line, const LabelTable& labels, KeyLabels& known) {
  const std::string_view own = form_label(first_line(window, line), labels, known);
  if (own.empty()) return line;
  struct Line {
    std::string_view label;
    uint64_t begin;
  };
  std::vector<Line> lines{{own, line}};  // the latest first
  const uint64_t from = std::max(before(line, kFormReach), window.begin());
  for (uint64_t at = line; lines.size() < kMostLines;) {
    const Span span = line_before(window, at, from);
    if (span.begin == at) break;
    const std::string_view label = form_label(window.view(span.begin, span.end), labels, known);
    if (label.empty()) break;
    if (label == own && lines.size() == 1) return line;  // a list of the same
    lines.push_back({label, span.begin});
    at = span.begin;
  }
  // From the first on: a label that the record has already opens another.
  auto first = lines.rbegin();
  for (auto next = lines.rbegin(); next != lines.rend(); ++next)
    if (std::any_of(first, next, [&](const Line& each) { return each.label == next->label; })) first = next;
  return first->begin;
}

}  // namespace pidun
