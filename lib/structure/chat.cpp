// See chat.h.
#include "structure/chat.h"

#include <algorithm>
#include <array>

#include "structure/chat_head.h"

namespace pidun {

FarName ChatReader::far_name(uint32_t table, uint32_t column) const {
  constexpr std::array<std::string_view, 4> kNames = {"time", "sender", "qq", "text"};
  if (table != kChatTable || column >= kNames.size()) return {};
  return {std::string(kNames[column]), {}};
}

Event ChatReader::value(uint64_t begin, uint64_t end, uint32_t column) {
  Event event;
  event.begin = begin;
  event.end = end;
  event.column = column;
  event.table = kChatTable;
  return event;
}

void ChatReader::decide(const Window& window, uint64_t stop, bool complete, Events& events) {
  decided_ = true;
  begin_ = line_begin_;
  const ChatHead head = read_chat_head(window.view(line_begin_, stop), complete);
  if (head.kind == ChatHead::Kind::none) return;
  row_.end_row(events);
  Event values[] = {value(line_begin_ + head.time.begin, line_begin_ + head.time.end, kChatTime),
                    value(line_begin_ + head.sender.begin, line_begin_ + head.sender.end, kChatSender),
                    value(line_begin_ + head.account.begin, line_begin_ + head.account.end, kChatAccount)};
  std::sort(std::begin(values), std::end(values), [](const Event& a, const Event& b) { return a.end < b.end; });
  for (const Event& event : values)
    if (event.end > event.begin) row_.put(event, events);
  begin_ = head.kind == ChatHead::Kind::with_text ? line_begin_ + head.text : stop;
}

void ChatReader::end_line(const Window& window, uint64_t at, Events& events) {
  const uint64_t end = without_return(window, std::min(begin_, at), at);
  if (end > begin_) row_.put(value(begin_, end, kChatText), events);
  line_begin_ = at + 1;
  decided_ = false;
}

void ChatReader::step(const Window& window, uint64_t from, uint64_t end, Events& events) {
  while (from < end) {
    const std::string_view bytes = window.view(from, end);
    const size_t found = bytes.find('\n');
    const bool ends = found != std::string_view::npos;
    const uint64_t stop = ends ? from + found : end;
    const uint64_t most = line_begin_ + kChatHeadMost;
    if (!decided_) {
      if (!ends && end < most) return;
      const bool complete = ends && stop < most;
      decide(window, complete ? without_return(window, line_begin_, stop) : most, complete, events);
    }
    if (!ends) return;
    end_line(window, stop, events);
    from = stop + 1;
  }
}

void ChatReader::pause(const Window& window, uint64_t end, Events& events) {
  const uint64_t so_far = without_return(window, std::min(begin_, end), end);
  const bool open = decided_ && so_far > begin_;
  row_.pause(open ? value(begin_, so_far, kChatText) : Event{}, events);
}

void ChatReader::finish(const Window& window, uint64_t end, Events& events) {
  if (!decided_) decide(window, without_return(window, line_begin_, end), true, events);
  end_line(window, end, events);
  line_begin_ = end;
  row_.end_row(events);
}

}  // namespace pidun
