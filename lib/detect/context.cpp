#include "detect/context.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/signs.h"

namespace pidun {
namespace {

constexpr uint64_t kBytesBefore = 64;  // at most, whatever the characters
constexpr size_t kCharactersBefore = 16;
constexpr uint64_t kBytesBehind = 8;    // "13800138000（手机）": a bracket, a space
constexpr size_t kDigitsOfAnother = 7;  // a label does not reach over another number

// Only blanks and opening brackets may stand between a value and the label behind it: anything else begins another
// statement.
bool only_brackets(std::string_view gap) {
  constexpr std::string_view kAllowed[] = {" ", "(", "[", "（", "【"};
  while (!gap.empty()) {
    size_t taken = 0;
    for (const auto bracket : kAllowed)
      if (gap.substr(0, bracket.size()) == bracket) taken = bracket.size();
    if (taken == 0) return false;
    gap.remove_prefix(taken);
  }
  return true;
}

// What may stand between a label at the end of a line and its value in the next one: 手机：⏎13800138000.
bool only_breaks(std::string_view gap) {
  for (size_t at = 0; at < gap.size(); ++at) {
    if (std::string_view(" \t\r\n:").find(gap[at]) != std::string_view::npos) continue;
    if (gap.substr(at, kWideColon.size()) != kWideColon) return false;
    at += kWideColon.size() - 1;
  }
  return true;
}

}  // namespace

bool Context::reaches(uint64_t begin, uint64_t end) const {
  size_t characters = 0, digits = 0;
  for (uint64_t at = begin; at < end; ++at) {
    const char c = window_.at(at);
    if (c == '\n' && !only_breaks(window_.view(begin, end))) return false;
    if (!is_continuation(c) && ++characters > kCharactersBefore) return false;
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits >= kDigitsOfAnother) return false;
  }
  return true;
}

Label Context::word_before(Span span, const Value& value, const std::vector<WordHit>& hits, size_t next) const {
  for (size_t i = next; i-- > 0 && hits[i].begin + kBytesBefore + kLongestWord >= span.begin;) {
    const WordHit& hit = hits[i];
    if (hit.end() > span.begin || tells_of_words(labels_->label_of(hit.word))) continue;
    if (hit.end() + kBytesBefore < span.begin || hit.begin < value.begin) return Label::none;
    return reaches(hit.end(), span.begin) ? labels_->label_of(hit.word) : Label::none;
  }
  return Label::none;
}

Label Context::word_behind(Span span, const Value& value, const std::vector<WordHit>& hits, size_t next) const {
  for (size_t i = next; i < hits.size() && hits[i].begin <= span.end + kBytesBehind; ++i) {
    if (hits[i].begin < span.end) continue;
    if (hits[i].end() > value.end) return Label::none;
    if (!only_brackets(window_.view(span.end, hits[i].begin))) return Label::none;
    const Label label = labels_->label_of(hits[i].word);
    return is_negative(label) ? Label::none : label;
  }
  return Label::none;
}

Beside Context::beside(Span span, const Value& value) {
  Beside beside;
  beside.name = value.name;
  beside.alone = value.whole_line && value.filled_by(span);
  // A candidate that fills its value has no word beside it: the name of the field is all there is.
  if (value.filled_by(span)) return beside;
  const std::vector<WordHit>& hits = words_->around(span.begin, span.end);
  cursor_ = std::min(cursor_, hits.size());
  while (cursor_ > 0 && hits[cursor_ - 1].begin >= span.begin) --cursor_;
  while (cursor_ < hits.size() && hits[cursor_].begin < span.begin) ++cursor_;
  beside.word = word_before(span, value, hits, cursor_);
  if (beside.word == Label::none) beside.word = word_behind(span, value, hits, cursor_);
  return beside;
}

bool Context::named(Span span, const Value& value, Kind kind) {
  if (names_kind(value.name, kind)) return true;
  if (value.filled_by(span)) return false;
  const std::vector<WordHit>& hits = words_->around(span.begin, span.end);
  const auto next =
      std::partition_point(hits.begin(), hits.end(), [&](const WordHit& hit) { return hit.begin < span.begin; });
  for (auto i = static_cast<size_t>(next - hits.begin());
       i-- > 0 && hits[i].begin + kBytesBefore + kLongestWord >= span.begin;) {
    if (hits[i].end() > span.begin) continue;
    if (hits[i].begin < value.begin || !reaches(hits[i].end(), span.begin)) return false;
    return names_kind(labels_->label_of(hits[i].word), kind);
  }
  return false;
}

}  // namespace pidun
