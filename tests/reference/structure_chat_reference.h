// The reader of chats once more: slow, over the whole input, obviously right. Written from the rules in chat.h and
// chat_head.h, not from the fast reader, and compared with it.
#pragma once

#include <regex>
#include <string_view>
#include <vector>

#include "reference/structure_lines_reference.h"
#include "structure/chat.h"

namespace pidun::reference {

class Chat {
 public:
  Chat(std::string_view in, size_t from) : in_(in), from_(from) {}
  std::vector<Event> read() {
    each_line(in_, from_, [this](size_t begin, size_t end) { line(begin, end); });
    add_row(events_, row_);
    return events_;
  }

 private:
  struct Head {
    bool found = false;
    size_t time[2] = {}, sender[2] = {}, account[2] = {}, text = 0;
  };
  static size_t skip(std::string_view s, size_t at) {
    for (;;) {
      if (at < s.size() && (s[at] == ' ' || s[at] == '\t')) {
        ++at;
      } else if (s.substr(at).starts_with("\xC2\xA0")) {
        at += 2;
      } else {
        return at;
      }
    }
  }
  // How long the time at `at` is; 0 if there is none. `exact`: with a date, or with seconds.
  static size_t time_at(std::string_view s, size_t at, bool& dated, bool& seconds) {
    static const std::regex kDate(
        "\\d{4}(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2}|年\\d{1,2}月\\d{1,2}日)");
    static const std::regex kClock("(?:上午|下午)?\\d{1,2}:\\d{2}(?!\\d)(:\\d{2}(?!\\d))?");
    std::match_results<std::string_view::const_iterator> match;
    const auto continuous = std::regex_constants::match_continuous;
    dated = std::regex_search(s.begin() + static_cast<std::ptrdiff_t>(at), s.end(), match, kDate, continuous);
    size_t end = at + (dated ? static_cast<size_t>(match.length()) : 0);
    if (dated && end < s.size() && s[end] >= '0' && s[end] <= '9') {  // a longer number is no day
      dated = false;
      end = at;
    }
    const size_t clock = dated ? skip(s, end) : at;
    seconds = false;
    const bool may = !dated || clock > end;
    if (may && std::regex_search(s.begin() + static_cast<std::ptrdiff_t>(clock), s.end(), match, kClock, continuous)) {
      seconds = match[1].matched;
      return clock + static_cast<size_t>(match.length()) - at;
    }
    return end - at;
  }
  // Sender and account from `at`, the sender before `most`. Where they end, or npos.
  static size_t who(std::string_view s, size_t at, size_t most, Head& head) {
    size_t stop = at;
    while (stop < most && std::string_view(":()[]<>").find(s[stop]) == std::string_view::npos &&
           !s.substr(stop).starts_with("："))
      ++stop;
    size_t end = at;
    for (size_t i = at; i < stop;) {
      const size_t next = skip(s, i);
      if (next == i) end = ++i;
      if (next != i && next > i) i = next;
    }
    if (end == at || end - at > 64) return std::string_view::npos;
    head.sender[0] = at;
    head.sender[1] = end;
    if (stop < s.size() && (s[stop] == '(' || s[stop] == '<')) {
      const size_t close = s.find(s[stop] == '(' ? ')' : '>', stop);
      if (close == std::string_view::npos) return close;
      head.account[0] = stop + 1;
      head.account[1] = close;
      return close + 1;
    }
    return stop;
  }
  static Head time_first(std::string_view s, bool complete) {
    Head head;
    const bool bracket = s.starts_with('[');
    bool dated = false, seconds = false;
    size_t at = bracket ? 1 : 0;
    const size_t length = time_at(s, at, dated, seconds);
    head.time[0] = at;
    head.time[1] = at += length;
    if (length == 0 || (bracket && !s.substr(at).starts_with(']'))) return {};
    if (bracket) ++at;
    if (!bracket && (!dated || skip(s, at) == at)) return {};
    at = who(s, skip(s, at), s.size(), head);
    if (at == std::string_view::npos) return {};
    at = skip(s, at);
    const std::string_view rest = s.substr(std::min(at, s.size()));
    if (rest.starts_with(':') || rest.starts_with("：")) {
      head.text = skip(s, at + (rest[0] == ':' ? 1 : 3));
    } else if (!rest.empty() || !complete || bracket) {
      return {};
    } else {
      head.text = s.size();
    }
    head.found = true;
    return head;
  }
  static Head sender_first(std::string_view s) {
    for (size_t blank = 1; blank < s.size(); ++blank) {
      const size_t behind = skip(s, blank);
      if (behind == blank) continue;
      Head head;
      bool dated = false, seconds = false;
      const size_t length = time_at(s, behind, dated, seconds);
      head.time[0] = behind;
      head.time[1] = behind + length;
      const bool last = length != 0 && (dated || seconds) && skip(s, behind + length) == s.size();
      const size_t end = last ? who(s, 0, blank, head) : std::string_view::npos;
      if (end != std::string_view::npos && skip(s, end) == behind) {
        head.text = s.size();
        head.found = true;
        return head;
      }
      blank = behind;
    }
    return {};
  }
  void add(size_t begin, size_t end, uint32_t column) {
    if (end <= begin) return;
    row_.push_back(value_event(begin, end, 0, column));
    row_.back().table = kChatTable;
  }
  void line(size_t begin, size_t newline) {
    const bool complete = newline - begin < 256;
    const size_t end = no_return(in_, begin, newline);
    const std::string_view s = in_.substr(begin, complete ? end - begin : 256);
    Head head = time_first(s, complete);
    const bool sender_last = !head.found;
    if (!head.found && complete) head = sender_first(s);
    if (!head.found) return add(begin, end, kChatText);
    add_row(events_, row_);
    if (!sender_last) add(begin + head.time[0], begin + head.time[1], kChatTime);
    add(begin + head.sender[0], begin + head.sender[1], kChatSender);
    add(begin + head.account[0], begin + head.account[1], kChatAccount);
    if (sender_last) add(begin + head.time[0], begin + head.time[1], kChatTime);
    add(begin + head.text, end, kChatText);
  }

  std::string_view in_;
  size_t from_;
  std::vector<Event> events_, row_;
};

}  // namespace pidun::reference
