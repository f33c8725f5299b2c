// Exported conversations. A message is a row of time, sender, account and text, each in its own column, whatever the
// order; chat_head.h says which lines begin one.
//
// - The lines of a message are values each, with the column of the text. A line of text before the first message is a
//   value, too. Blank lines give nothing.
// - Of a line of kChatHeadMost bytes or more only a head with text behind it is looked for, in its first kChatHeadMost.
// Tested in tests/unit/structure/chat_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/row_writer.h"

namespace pidun {

// Event::column; Reader::far_name gives their names.
enum ChatColumn : uint32_t { kChatTime, kChatSender, kChatAccount, kChatText };
inline constexpr uint32_t kChatTable = 1;

class ChatReader final : public ForwardReader {
 public:
  std::unique_ptr<Reader> clone() const override { return std::make_unique<ChatReader>(*this); }
  FarName far_name(uint32_t table, uint32_t column) const override;

 protected:
  void start(uint64_t first) override { line_begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  void decide(const Window& window, uint64_t stop, bool complete, Events& events);
  void end_line(const Window& window, uint64_t at, Events& events);
  static Event value(uint64_t begin, uint64_t end, uint32_t column);

  uint64_t line_begin_ = 0;
  uint64_t begin_ = 0;    // of the text in this line
  bool decided_ = false;  // whether this line begins a message
  RowWriter row_;
};

}  // namespace pidun
