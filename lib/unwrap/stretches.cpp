// See stretches.h.
#include "unwrap/stretches.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"
#include "unwrap/decoders.h"
#include "unwrap/hex_digits.h"

namespace pidun {
namespace {

constexpr size_t kSlack = 256;  // a stretch is extended this much at a time, so that many spots cost one search

bool percent_at(std::string_view text, size_t at) {
  const int32_t byte = hex_number(text, at + 1, 2);
  if (byte >= 0) return (byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n' || byte == '\r';
  return at + 1 < text.size() && (text[at + 1] == 'u' || text[at + 1] == 'U') && hex_number(text, at + 2, 4) >= 0;
}

// Whether the equals sign pads base64: whole groups end with it.
bool pads_base64(std::string_view text, size_t at) {
  size_t begin = at;
  bool capital = false;
  while (begin > 0 && (is_alnum(text[begin - 1]) || text[begin - 1] == '+' || text[begin - 1] == '/'))
    capital |= is_upper(text[--begin]);
  const size_t characters = at - begin;
  return capital && characters >= kShortestBase64 && characters % 4 == 3;
}

// Of =XX with a capital only the equals sign itself, =3D, is telling; anything can follow the one of key=value.
bool quoted_at(std::string_view text, size_t at) {
  constexpr size_t kLongestLine = 76;
  if (hex_number(text, at + 1, 2) >= 0)
    return text.substr(at + 1, 2) == "3D" || (text.substr(at + 3, 1) == "=" && hex_number(text, at + 4, 2) >= 0) ||
           (at >= 3 && text[at - 3] == '=' && hex_number(text, at - 2, 2) >= 0);
  // A soft line break: not the padding of base64, and not in a line longer than quoted-printable makes them.
  if (at == 0 || text[at - 1] == '=' || text[at - 1] == '\n') return false;
  const size_t from = at > kLongestLine ? at - kLongestLine : 0;
  const size_t line = text.substr(from, at - from).find('\n');
  if (from != 0 && line == std::string_view::npos) return false;
  return !pads_base64(text.substr(from), at - from);
}

class StretchFinder {
 public:
  StretchFinder(std::string_view text, uint64_t base, size_t from, const Spots& spots, ValueBorders* borders,
                std::vector<EscapeStretch>& out)
      : text_(text), base_(base), from_(from), spots_(spots), borders_(borders), out_(out) {
    value_.lines = true;
    value_end_ = borders == nullptr ? text.size() : 0;
  }

  void take(const SpotWord& spots, size_t to) {
    if (is_covered(spots)) return;
    for (uint64_t left = spots.all(); left != 0; left &= left - 1) {
      const uint64_t bit = left & ~(left - 1);
      const size_t at = spots.word * 64 + static_cast<size_t>(std::countr_zero(bit));
      if (at < from_ || at >= to) continue;
      const StretchKind kind = (spots.backslash & bit) != 0 ? kBackslashes
                               : (spots.percent & bit) != 0 ? kPercents
                               : (spots.quoted & bit) != 0  ? kQuoted
                                                            : kEntities;
      if (at >= value_end_) enter_value(at);
      if (at < value_begin_ || at >= value_end_) continue;
      const bool inside = in_value_ && at < out_.back().end;
      if ((inside && (out_.back().kinds & kind) != 0) || is_spot(kind, at)) add(kind, at, inside);
    }
  }

 private:
  // Whether all of a word's spots are in the last stretch, well inside, and of kinds that it has.
  bool is_covered(const SpotWord& spots) const {
    const size_t end = spots.word * 64 + 64;
    if (!in_value_ || end > value_end_ || spots.quoted != 0 || end > out_.back().end || !reaches(end)) return false;
    const int kinds = (spots.backslash != 0 ? kBackslashes : 0) | (spots.percent != 0 ? kPercents : 0) |
                      (spots.ampersand != 0 ? kEntities : 0);
    return (kinds & ~out_.back().kinds) == 0;
  }

  bool is_spot(StretchKind kind, size_t at) const {
    switch (kind) {
      case kBackslashes:
        return backslash_escape_at(text_, at);
      case kPercents:
        return percent_at(text_, at);
      case kQuoted:
        return quoted_at(text_, at);
      default:
        return entity_length(text_, at) > 0;
    }
  }

  void enter_value(size_t at) {
    in_value_ = false;
    if (borders_ == nullptr) return;
    value_ = borders_->at(base_ + at);
    const uint64_t end = base_ + text_.size();
    value_begin_ = static_cast<size_t>(std::clamp(value_.span.begin, base_, end) - base_);
    value_end_ = static_cast<size_t>(std::clamp(value_.span.end, base_, end) - base_);
  }

  void add(StretchKind kind, size_t at, bool inside) {
    if (!inside) {
      EscapeStretch stretch{begin_for(at), 0, 0, value_.csv_quoted, value_.form};
      if (!out_.empty()) stretch.begin = std::max(stretch.begin, out_.back().end);
      // Reaches that meet make one stretch of one value.
      if (in_value_ && stretch.begin == out_.back().end) {
        out_.back().end = end_for(at);
      } else {
        stretch.end = end_for(at);
        out_.push_back(stretch);
      }
      in_value_ = true;
    } else if (kind == kQuoted || !reaches(at)) {
      out_.back().end = std::max(out_.back().end, end_for(at));
    }
    out_.back().kinds |= kind;
  }

  // Whether the last stretch goes on far enough behind `at`, or to the end of the line.
  bool reaches(size_t at) const {
    const size_t end = out_.back().end;
    return at + kUnwrapReach - kSlack <= end || (value_.lines && text_[end - 1] == '\n');
  }

  size_t begin_for(size_t at) const {
    const size_t near = at > value_begin_ + kUnwrapReach ? at - kUnwrapReach : value_begin_;
    // Of base64 that the escape is a part of, its first bytes say what it is.
    const size_t begin =
        near == value_begin_ ? near : std::min(near, std::max({spots_.base64_run_begin(at), value_begin_, from_}));
    if (!value_.lines) return begin;
    const size_t line = text_.substr(begin, at - begin).rfind('\n');
    return line == std::string_view::npos ? begin : begin + line + 1;
  }

  // Behind base64 that goes on there: what escapes part is decoded in one piece. Of a line, behind its end; of a soft
  // line break, behind the end of the line that it goes on with.
  size_t end_for(size_t at) const {
    const size_t reach = at + kUnwrapReach;
    const size_t end = value_end_ <= reach ? value_end_ : std::min(value_end_, spots_.base64_run_end(reach));
    if (!value_.lines) return end;
    const size_t from = std::min(end, hex_number(text_, at + 1, 2) >= 0 || text_[at] != '=' ? at : soft_end(at));
    const size_t line = text_.substr(from, end - from).find('\n');
    return line == std::string_view::npos ? end : from + line + 1;
  }
  size_t soft_end(size_t at) const { return at + (text_.substr(at + 1, 1) == "\r" ? 3 : 2); }

  std::string_view text_;
  uint64_t base_;
  size_t from_;  // where the range begins
  const Spots& spots_;
  ValueBorders* borders_;
  std::vector<EscapeStretch>& out_;
  EncodedValue value_;
  size_t value_begin_ = 0;
  size_t value_end_ = 0;
  bool in_value_ = false;  // the last stretch is of this value
};

}  // namespace

void find_stretches(std::string_view text, uint64_t base, const Spots& spots, size_t from, size_t to,
                    ValueBorders* borders, std::vector<EscapeStretch>& out) {
  out.clear();
  StretchFinder finder(text, base, from, spots, borders, out);
  for (const SpotWord& word : spots.words())
    if (word.word * 64 + 64 > from && word.word * 64 < to) finder.take(word, to);
}

}  // namespace pidun
