// The line that begins a message in an exported conversation: who, when, and perhaps the text behind a colon.
//
//   2024-05-01 10:20:30 张三(12345678)      time, sender, account; the text follows in lines of its own (QQ)
//   张三 2024/5/1 10:20                     sender, time; likewise (WeChat)
//   [2024/5/1 10:20] 张三: text             time, sender, colon, text
//   2024-05-01 10:20:30 张三：text          the same without brackets
//
// A time is a date, a clock, or both with blanks between: 2024-5-1, 2024/05/01, 2024.5.1, 2024年5月1日; 10:20,
// 10:20:30, 上午10:20. Without brackets it needs a date, so that a message "8:30 见" begins no other; behind a sender
// seconds will do. A sender has at most kSenderMost bytes and neither colon nor brackets (round, square, angle).
// Blanks are spaces, tabs and no-break spaces. Tested in tests/unit/structure/chat_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

inline constexpr size_t kSenderMost = 64;
inline constexpr size_t kChatHeadMost = 256;  // bytes of a line that are looked at

struct ChatHead {
  enum class Kind : uint8_t { none, whole_line, with_text };
  struct Part {
    uint32_t begin = 0;
    uint32_t end = 0;
    bool empty() const { return begin == end; }
  };
  Kind kind = Kind::none;
  Part time;
  Part sender;
  Part account;       // without its brackets; often empty
  uint32_t text = 0;  // with_text: where that begins
  bool wide_colon = false;
};

// `line` is a line without its end, or if it is not `complete` its first kChatHeadMost bytes.
ChatHead read_chat_head(std::string_view line, bool complete);

}  // namespace pidun
