#include "text/fold.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "text/fold_scan.h"
#include "text/fold_table.h"
#include "text/utf8.h"

namespace pidun {
namespace {

constexpr size_t kLongestLine = 65536;
constexpr size_t kWholeNumber = 11;  // so many ASCII digits are a number of their own
constexpr size_t kBeforeX = 17;      // digits of a resident ID without its check character

// A character that is not dropped.
struct Item {
  uint32_t begin;  // in the line
  uint8_t length;
  FoldAction action;  // what may yet be done; kKeep once it is done
  char now;           // the ASCII character it is or has become; 0 for all else

  bool digit() const { return is_digit(now); }
  bool numeral() const { return is_numeral(action); }
  bool any_digit() const { return digit() || numeral() || action == kCircle; }
  bool separator() const { return now == ' ' || now == '-' || now == '.' || action == kDash || action == kWideSpace; }
  void become(char c) {
    now = c;
    action = kKeep;
  }
};
using Items = std::vector<Item>;

const Item kNone{0, 0, kKeep, 0};
const Item& at(const Items& items, size_t i) { return i < items.size() ? items[i] : kNone; }

// Which actions a line has left to do; most lines have few.
struct Left {
  bool numerals = false, others = false;
};

Left read_items(std::string_view line, Items& items) {
  const FoldTable& table = fold_table();
  const uint8_t* bytes = as_bytes(line);
  Left left;
  items.clear();
  items.reserve(line.size());
  for (uint32_t i = 0; i < line.size();) {
    if (bytes[i] < 0x80) {
      items.push_back({i, 1, kKeep, line[i]});
      ++i;
      continue;
    }
    const Char c = read_utf8(bytes + i, bytes + line.size());
    const FoldAction action = table.at(c.point);
    if (action > kKeep && action < 0x7F) {
      items.push_back({i, c.length, kKeep, static_cast<char>(action)});
    } else if (action != kDrop) {
      items.push_back({i, c.length, action, 0});
      left.numerals = left.numerals || is_numeral(action);
      left.others = left.others || (action != kKeep && !is_numeral(action));
    }
    i += c.length;
  }
  return left;
}

// Where the run of digits and Chinese numerals from `begin` on ends. One separator may stand between two numerals; an
// ASCII number that is whole in itself is no part of a run.
size_t end_of_run(const Items& items, size_t begin) {
  size_t i = begin;
  while (i < items.size()) {
    if (items[i].digit()) {
      size_t end = i;
      while (at(items, end).digit()) ++end;
      if (end - i >= kWholeNumber) return i;
      i = end;
    } else if (items[i].any_digit()) {
      ++i;
    } else if (i > begin && items[i].separator() && items[i - 1].numeral() && at(items, i + 1).numeral()) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

// A run is a number when it is long enough and not merely a number with a numeral at its side (13900001234一楼).
bool is_number(const Items& items, size_t begin, size_t end) {
  size_t digits = 0, numerals = 0;
  bool inside = false;
  for (size_t i = begin; i < end; ++i) {
    digits += items[i].any_digit() ? 1u : 0u;
    numerals += items[i].numeral() ? 1u : 0u;
    inside = inside || (items[i].numeral() && i > begin && i + 1 < end);
  }
  return digits >= kLeastNumerals && (numerals >= 2 || inside);
}

void fold_numerals(Items& items) {
  for (size_t i = 0; i < items.size();) {
    if (!items[i].any_digit()) {
      ++i;
      continue;
    }
    const size_t end = end_of_run(items, i);
    if (end == i) {  // a whole number
      while (at(items, i).digit()) ++i;
      continue;
    }
    if (is_number(items, i, end)) {
      for (size_t k = i; k < end; ++k) {
        if (items[k].numeral()) items[k].become(static_cast<char>('0' + (items[k].action - kNumeral)));
        if (items[k].action == kCircle) items[k].become('0');
      }
    }
    i = end;
  }
}

// Whether exactly 17 digits stand before item `i`, one separator at most between two of them and before it.
bool behind_17_digits(const Items& items, size_t i) {
  size_t count = 0;
  bool separated = false;
  while (i > 0 && count <= kBeforeX) {
    const Item& item = items[i - 1];
    if (item.digit()) {
      ++count;
    } else if (!item.separator() || separated) {
      break;
    }
    separated = !item.digit();
    --i;
  }
  return count == kBeforeX;
}

void fold_like_x(Items& items) {
  for (size_t i = 0; i < items.size(); ++i)
    if (items[i].action == kLikeX && !is_alnum(at(items, i + 1).now) && behind_17_digits(items, i))
      items[i].become('X');
}

void fold_dashes(Items& items) {
  const auto is_dash = [&](size_t i) { return at(items, i).action == kDash || at(items, i).now == '-'; };
  for (size_t i = 0; i < items.size(); ++i) {
    if (!is_dash(i)) continue;
    size_t end = i;
    while (is_dash(end)) ++end;
    if (is_alnum(at(items, i - 1).now) || is_alnum(at(items, end).now)) {
      for (size_t k = i; k < end; ++k)
        if (items[k].action == kDash) items[k].become('-');
    }
    i = end;
  }
}

void fold_spaces(Items& items) {
  bool indent = true;
  for (Item& item : items) {
    if (item.action == kWideSpace && !indent) item.become(' ');
    indent = indent && (item.action == kWideSpace || item.now == ' ' || item.now == '\t');
  }
}

// （010） and （+86）
void fold_brackets(Items& items, size_t i) {
  size_t end = i + 1;
  if (at(items, end).now == '+') ++end;
  const size_t first = end;
  while (at(items, end).digit()) ++end;
  if (end - first < 2 || end - first > 5 || at(items, end).action != kClose) return;
  items[i].become('(');
  items[end].become(')');
}

void fold_punctuation(Items& items) {
  for (size_t i = 0; i < items.size(); ++i) {
    const char before = at(items, i - 1).now, after = at(items, i + 1).now;
    const bool between = is_alnum(before) && is_alnum(after);
    switch (items[i].action) {
      case kColon:
        if (between) items[i].become(':');
        break;
      case kComma:
        if (between) items[i].become(',');
        break;
      case kOpen:
        fold_brackets(items, i);
        break;
      case kStop:
        if (is_letter(before) && is_letter(after)) items[i].become('.');
        break;
      case kProlonged:
        if (is_digit(before) && is_digit(after)) items[i].become('-');
        break;
      default:
        break;
    }
  }
}

void write_items(std::string_view line, uint64_t offset, const Items& items, FoldedText& out) {
  for (size_t i = 0; i < items.size();) {
    const Item& item = items[i];
    uint32_t end = item.begin;
    if (item.now != 0 && item.length > 1) {
      // Characters that fold alike go together.
      for (; i < items.size() && items[i].begin == end && items[i].now != 0 && items[i].length == item.length; ++i) {
        out.text += items[i].now;
        end += item.length;
      }
      out.map.repeat({offset + item.begin, offset + end}, item.length, 1);
      continue;
    }
    // What stays goes on until something folds or was dropped.
    for (; i < items.size() && items[i].begin == end && (items[i].now == 0 || items[i].length == 1); ++i)
      end += items[i].length;
    out.text.append(line.substr(item.begin, end - item.begin));
    out.map.copy(offset + item.begin, end - item.begin);
  }
}

// A line in which each character stays, goes, or becomes what it is for wherever it stands: most that fold at all are
// such. False of any other, with nothing appended.
bool fold_at_once(std::string_view line, uint64_t offset, FoldedText& out) {
  const FoldTable& table = fold_table();
  const uint8_t *const bytes = as_bytes(line), *const end = bytes + line.size();
  const size_t first = out.text.size();
  const uint64_t first_mapped = out.map.size();
  size_t kept = 0;  // behind what is written
  const auto keep_to = [&](size_t to) {
    out.text.append(line.substr(kept, to - kept));
    out.map.copy(offset + kept, to - kept);
  };
  for (size_t at = 0; at < line.size();) {
    if (bytes[at] < 0x80) {
      ++at;
      continue;
    }
    Char c = read_utf8(bytes + at, end);
    FoldAction action = table.at(c.point);
    if (action == kKeep) {
      at += c.length;
      continue;
    }
    if (action > kDrop) {
      out.text.resize(first);
      out.map.truncate(first_mapped);
      return false;
    }
    keep_to(at);
    kept = at;
    const uint8_t length = c.length;
    if (action == kDrop) {
      at += length;
    } else {
      // Characters of one length that are folded go together.
      while (action > kKeep && action < kDrop && c.length == length) {
        out.text += static_cast<char>(action);
        at += length;
        if (at >= line.size()) break;
        c = read_utf8(bytes + at, end);
        action = table.at(c.point);
      }
      out.map.repeat({offset + kept, offset + at}, length, 1);
    }
    kept = at;
  }
  keep_to(line.size());
  return true;
}

void fold_line(std::string_view line, uint64_t offset, Items& items, FoldedText& out) {
  if (fold_at_once(line, offset, out)) return;
  const Left left = read_items(line, items);
  if (left.numerals) fold_numerals(items);
  if (left.others) {
    fold_like_x(items);
    fold_dashes(items);
    fold_spaces(items);
    fold_punctuation(items);
  }
  write_items(line, offset, items, out);
}

// At most kLongestLine bytes, a line feed or whole characters at the end.
size_t end_of_line(std::string_view text, size_t begin) {
  const size_t feed = text.substr(begin, kLongestLine).find('\n');
  if (feed != std::string_view::npos) return begin + feed + 1;
  size_t end = std::min(text.size(), begin + kLongestLine);
  while (end < text.size() && is_continuation(text[end])) --end;
  return end;
}

// Where the line, or the piece of a long line, that holds `offset` begins; lines are counted from `line` on.
size_t piece_with(std::string_view text, size_t line, size_t offset) {
  while (line < offset) {
    const size_t end = end_of_line(text, line);
    if (end > offset) break;
    line = end;
  }
  return line;
}

void copy(std::string_view text, uint64_t offset, FoldedText& out) {
  out.text.append(text);
  out.map.copy(offset, text.size());
}

}  // namespace

void fold(std::string_view text, uint64_t offset, FoldedText& out) {
  Items items;
  for (size_t begin = 0; begin < text.size();) {
    const size_t found = find_foldable(text, begin);
    const size_t line = piece_with(text, begin, found);
    copy(text.substr(begin, line - begin), offset + begin, out);
    if (found >= text.size()) {
      copy(text.substr(line), offset + line, out);
      return;
    }
    begin = end_of_line(text, line);
    fold_line(text.substr(line, begin - line), offset + line, items, out);
  }
}

}  // namespace pidun
