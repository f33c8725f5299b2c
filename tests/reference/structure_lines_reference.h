// The readers whose rows are lines once more: key=value, forms, dashed, fixed; slow, over the whole input,
// obviously right. Written from the rules in the headers, not from the fast readers, and compared with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/fixed.h"
#include "structure/pairs.h"
#include "structure/structure.h"

namespace pidun::reference {

inline bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

inline Event value_event(size_t begin, size_t end, int flags = 0, uint32_t column = 0) {
  Event event;
  event.begin = begin;
  event.end = end;
  event.column = column;
  event.flags = static_cast<uint8_t>(flags);
  return event;
}

inline Event named_event(size_t begin, size_t end, size_t name, size_t name_end, int flags = 0) {
  Event event = value_event(begin, end, flags);
  if (name_end == name || begin - name > kMaxNameBack) return event;
  event.name_back = static_cast<uint16_t>(begin - name);
  event.name_length = static_cast<uint16_t>(name_end - name);
  return event;
}

// The row's values, with first and last marked.
inline void add_row(std::vector<Event>& events, std::vector<Event>& row) {
  if (row.empty()) return;
  row.front().flags |= kEventRowBegin;
  row.back().flags |= kEventRowEnd;
  events.insert(events.end(), row.begin(), row.end());
  row.clear();
}

// Calls for each line with its begin and where its newline or the end of the input is.
template <class Call>
void each_line(std::string_view in, size_t from, Call call) {
  for (size_t begin = from; begin <= in.size();) {
    const size_t end = std::min(in.find('\n', begin), in.size());
    call(begin, end);
    begin = end + 1;
  }
}

inline size_t no_return(std::string_view in, size_t begin, size_t end) {
  return end > begin && in[end - 1] == '\r' ? end - 1 : end;
}

class Pairs {
 public:
  Pairs(std::string_view in, size_t from) : in_(in), from_(from) {}
  std::vector<Event> read() {
    each_line(in_, from_, [this](size_t begin, size_t end) { line(begin, end); });
    return events_;
  }

 private:
  bool key(size_t begin, size_t end) const {
    if (end - begin > kKeyMost || end == begin) return false;
    for (size_t i = begin; i < end; ++i) {
      const auto c = static_cast<unsigned char>(in_[i]);
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@' || c >= 0x80;
      if (i == begin ? !letter : !letter && std::string_view("0123456789.-/:[]").find(in_[i]) == std::string_view::npos)
        return false;
    }
    return true;
  }
  void flush_text(std::vector<Event>& row) {
    if (text_end_ > text_begin_) row.push_back(value_event(text_begin_, text_end_));
    text_begin_ = text_end_ = 0;
  }
  void line(size_t begin, size_t end) {
    std::vector<Event> row;
    for (size_t i = begin; i < end;) {
      if (is_blank(in_[i])) {
        ++i;
        continue;
      }
      size_t stop = i;
      while (stop < end && !is_blank(in_[stop])) ++stop;
      const size_t equals = in_.find('=', i);
      if (equals < stop && key(i, equals)) {
        flush_text(row);
        i = value(i, equals, stop, end, row);
        continue;
      }
      if (text_end_ == 0) text_begin_ = i;
      text_end_ = i = stop;
    }
    flush_text(row);
    add_row(events_, row);
  }
  size_t value(size_t name, size_t equals, size_t stop, size_t end, std::vector<Event>& row) {
    const size_t begin = equals + 1;
    if (begin < end && in_[begin] == '"') {
      size_t close = begin + 1;
      while (close < end && in_[close] != '"') close += in_[close] == '\\' ? 2u : 1u;
      close = std::min(close, end);
      row.push_back(named_event(begin + 1, close, name, equals, kEventQuoted));
      return close + 1;
    }
    const bool mark = stop > begin && (in_[stop - 1] == ',' || in_[stop - 1] == ';');
    row.push_back(named_event(begin, mark ? stop - 1 : stop, name, equals));
    return stop;
  }

  std::string_view in_;
  size_t from_, text_begin_ = 0, text_end_ = 0;
  std::vector<Event> events_;
};

inline std::vector<Event> form(std::string_view in, size_t from) {
  std::vector<Event> events, row;
  each_line(in, from, [&](size_t begin, size_t end) {
    for (size_t field = begin; field <= end;) {
      size_t stop = std::min(in.find('&', field), end);
      const size_t equals = in.find('=', field);
      const bool named = equals < stop && equals > field && equals - field <= kKeyMost;
      const size_t first = named ? equals + 1 : field;
      const size_t last = stop == end ? no_return(in, first, stop) : stop;
      if (named || last > first) row.push_back(named_event(first, last, field, named ? equals : field));
      field = stop + 1;
    }
    add_row(events, row);
  });
  return events;
}

inline std::vector<Event> dashed(std::string_view in, size_t from, bool header) {
  std::vector<Event> events, row;
  each_line(in, from, [&](size_t begin, size_t end) {
    uint32_t column = 0;
    for (size_t dash = in.find("----", begin); dash != std::string_view::npos && dash + 4 <= end;
         dash = in.find("----", begin)) {
      row.push_back(value_event(begin, dash, header ? kEventHeader : 0, column++));
      begin = dash + 4;
    }
    end = no_return(in, begin, end);
    if (column == 0 && end == begin) return;
    row.push_back(value_event(begin, end, header ? kEventHeader : 0, column));
    add_row(events, row);
    header = false;
  });
  return events;
}

inline std::vector<Event> fixed(std::string_view in, size_t from, std::vector<uint32_t> starts, size_t header_lines) {
  std::vector<Event> events, row;
  if (starts.empty()) starts = {0};
  size_t number = 0;
  each_line(in, from, [&](size_t line, size_t line_end) {
    const int flags = number++ < header_lines ? kEventHeader : 0;
    for (uint32_t column = 0; column < starts.size() && line + starts[column] < line_end; ++column) {
      size_t begin = line + starts[column];
      const size_t stop = column + 1 < starts.size() ? std::min<size_t>(line_end, line + starts[column + 1]) : line_end;
      while (begin < stop && is_blank(in[begin])) ++begin;
      size_t end = stop;
      while (end > begin && stop - end < kTrimMost && is_blank(in[end - 1])) --end;
      if (end > begin) row.push_back(value_event(begin, end, flags, column));
    }
    add_row(events, row);
  });
  return events;
}

}  // namespace pidun::reference
