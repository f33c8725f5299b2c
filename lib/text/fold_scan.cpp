#include "text/fold_scan.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"
#include "text/fold.h"
#include "text/fold_masks.h"
#include "text/fold_table.h"
#include "text/utf8.h"

namespace pidun {
namespace {

struct Scan {
  const FoldTable& table;
  std::string_view text;

  char at(size_t offset) const { return offset < text.size() ? text[offset] : '\0'; }
  char before(size_t offset) const { return offset > 0 ? text[offset - 1] : '\0'; }
  Char read(size_t offset) const { return read_utf8(as_bytes(text) + offset, as_bytes(text) + text.size()); }
};

// What a character counts for in a run of numerals, looked at from outside: more than fold.cpp lets count.
enum class Part : uint8_t { none, digit, separator };
Part part_of(const Scan& scan, const Char& c) {
  if (c.point < 0x80)
    return is_digit(static_cast<char>(c.point))                 ? Part::digit
           : c.point == ' ' || c.point == '-' || c.point == '.' ? Part::separator
                                                                : Part::none;
  const FoldAction action = scan.table.at(c.point);
  if (is_numeral(action) || action == kCircle) return Part::digit;
  return action == kDash || action == kWideSpace ? Part::separator : Part::none;
}

// Whether the run that the numeral at `offset` belongs to can be long enough.
bool in_long_run(const Scan& scan, size_t offset) {
  size_t count = 0;
  bool separated = false;
  for (size_t at = offset; count < kLeastNumerals && at < scan.text.size();) {
    const Char c = scan.read(at);
    const Part part = part_of(scan, c);
    if (part == Part::none || (part == Part::separator && separated)) break;
    separated = part == Part::separator;
    count += separated ? 0u : 1u;
    at += c.length;
  }
  separated = false;
  for (size_t at = offset; count < kLeastNumerals && at > 0;) {
    do --at;
    while (at > 0 && is_continuation(scan.text[at]));
    const Part part = part_of(scan, scan.read(at));
    if (part == Part::none || (part == Part::separator && separated)) break;
    separated = part == Part::separator;
    count += separated ? 0u : 1u;
  }
  return count >= kLeastNumerals;
}

// Whether only blanks stand between the beginning of the line and `offset`. What is before another U+3000 was seen
// then.
bool indents(const Scan& scan, size_t offset) {
  while (offset > 0 && (scan.before(offset) == ' ' || scan.before(offset) == '\t')) --offset;
  if (offset == 0 || scan.before(offset) == '\n') return true;
  return offset >= 3 && scan.text.compare(offset - 3, 3, "\u3000") == 0;
}

// Whether two to five digits and a closing bracket follow, as in （010） and （+86）.
bool opens_code(const Scan& scan, size_t offset) {
  if (scan.at(offset) == '+') ++offset;
  size_t end = offset;
  while (end < offset + 6 && is_digit(scan.at(end))) ++end;
  return end - offset >= 2 && end - offset <= 5 && end < scan.text.size() &&
         scan.table.at(scan.read(end).point) == kClose;
}

// Whether a character whose action depends on its neighbours may change. Neighbours that fold are found themselves.
bool may_change(const Scan& scan, size_t offset, size_t length, FoldAction action) {
  const char before = scan.before(offset), after = scan.at(offset + length);
  switch (action) {
    case kDash:
      return is_alnum(before) || is_alnum(after);
    case kWideSpace:
      return !indents(scan, offset);
    case kColon:
    case kComma:
      return is_alnum(before) && is_alnum(after);
    case kOpen:
      return opens_code(scan, offset + length);
    case kClose:
      return false;  // as its counterpart is found
    case kCircle:
      return in_long_run(scan, offset);
    case kStop:
      return is_letter(before) && is_letter(after);
    case kProlonged:
      return is_digit(before) && is_digit(after);
    case kLikeX:
      return is_digit(before) || before == ' ' || before == '-';
    default:
      return is_numeral(action) ? in_long_run(scan, offset) : true;
  }
}

// The beginning of a character that folding may change, ending at `last` or around it.
bool check(const Scan& scan, size_t last, size_t& begin) {
  begin = last;
  while (begin > 0 && is_continuation(scan.text[begin])) --begin;
  const Char c = scan.read(begin);
  const FoldAction action = scan.table.at(c.point);
  return action != kKeep && may_change(scan, begin, c.length, action);
}

}  // namespace

size_t find_foldable(std::string_view text, size_t from) {
  const Scan scan{fold_table(), text};
  constexpr size_t kMostBlocks = 64;
  uint64_t words[kMostBlocks];
  size_t most = 4;  // what is near is often found; later, larger steps cost less
  for (size_t at = from; at < text.size(); most = std::min(kMostBlocks, most * 2)) {
    at += ascii_prefix(text.substr(at)) / kFoldBlock * kFoldBlock;  // much faster still
    const size_t count = fold_masks(text, at, words, most);
    for (size_t block = 0; block < count; ++block) {
      for (uint64_t word = words[block]; word != 0; word &= word - 1) {
        size_t begin = 0;
        const size_t last = at + block * kFoldBlock + static_cast<size_t>(std::countr_zero(word));
        if (check(scan, last, begin) && begin >= from) return begin;
      }
    }
    at += count * kFoldBlock;
  }
  return text.size();
}

bool needs_fold(std::string_view text) { return find_foldable(text, 0) < text.size(); }

Span next_dirty_lines(std::string_view text, uint64_t from) {
  const size_t found = from < text.size() ? find_foldable(text, from) : text.size();
  if (found >= text.size()) return {text.size(), text.size()};
  const size_t before = text.rfind('\n', found), behind = text.find('\n', found);
  return {before == std::string_view::npos ? 0 : before + 1,
          behind == std::string_view::npos ? text.size() : behind + 1};
}

}  // namespace pidun
