// See chat_head.h.
#include "structure/chat_head.h"

#include "base/ascii.h"
#include "base/signs.h"

namespace pidun {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr std::string_view kDay = "日";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

class HeadParser {
 public:
  HeadParser(std::string_view line, bool complete) : line_(line), complete_(complete) {}

  ChatHead read() {
    ChatHead head;
    if (time_first(head) || sender_first(head)) return head;
    return {};
  }

 private:
  bool done() const { return at_ >= line_.size(); }
  bool take(std::string_view word) {
    if (!line_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool blanks() {
    const size_t begin = at_;
    for (; !done(); ++at_) {
      const char c = line_[at_];
      if (c == ' ' || c == '\t') continue;
      if (c != kNoBreakSpace[0] || !line_.substr(at_).starts_with(kNoBreakSpace)) break;
      ++at_;
    }
    return at_ != begin;
  }
  // As many digits as there are, if that is between least and most.
  bool digits(size_t least, size_t most) {
    const size_t begin = at_;
    while (!done() && is_digit(line_[at_])) ++at_;
    return at_ - begin >= least && at_ - begin <= most;
  }
  bool between(std::string_view a, std::string_view b) { return take(a) || take(b); }

  bool take(char c) {
    if (done() || line_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool date() {
    const size_t begin = at_;
    if (digits(4, 4) && !done()) {
      const char mark = line_[at_];
      const bool same = mark == '-' || mark == '/' || mark == '.';
      if (same && take(mark) && digits(1, 2) && take(mark) && digits(1, 2)) return true;
      if (!same && take("年") && digits(1, 2) && take("月") && digits(1, 2) && take(kDay)) return true;
    }
    at_ = begin;
    return false;
  }
  bool clock() {
    const size_t begin = at_;
    between("上午", "下午");
    if (digits(1, 2) && take(':') && digits(2, 2)) {
      const size_t minutes = at_;
      seconds_ = take(':') && digits(2, 2);
      if (!seconds_) at_ = minutes;
      return true;
    }
    at_ = begin;
    return false;
  }
  bool time(ChatHead::Part& part) {
    part.begin = static_cast<uint32_t>(at_);
    seconds_ = false;
    dated_ = date();
    if (!dated_) {
      if (!clock()) return false;
      part.end = static_cast<uint32_t>(at_);
      return true;
    }
    part.end = static_cast<uint32_t>(at_);
    const size_t behind = at_;
    if (blanks() && clock()) {
      part.end = static_cast<uint32_t>(at_);
    } else {
      at_ = behind;
    }
    return true;
  }

  // Up to a colon, a bracket or `stop`, without the blanks at its end.
  bool sender(ChatHead::Part& part, size_t stop) {
    part.begin = static_cast<uint32_t>(at_);
    size_t end = at_;
    while (at_ < stop) {
      if (line_.substr(at_).starts_with(kWideColon) || in(":()[]<>", line_[at_])) break;
      if (blanks()) continue;
      end = ++at_;
    }
    if (at_ > stop) at_ = stop;
    part.end = static_cast<uint32_t>(end);
    return !part.empty() && end - part.begin <= kSenderMost;
  }
  static bool in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

  // (12345678) or <name@host>, or nothing.
  bool account(ChatHead::Part& part) {
    if (done() || (line_[at_] != '(' && line_[at_] != '<')) return true;
    const size_t close = line_.find(line_[at_] == '(' ? ')' : '>', at_);
    if (close == std::string_view::npos) return false;
    part = {static_cast<uint32_t>(at_ + 1), static_cast<uint32_t>(close)};
    at_ = close + 1;
    return true;
  }

  bool time_first(ChatHead& head) {
    at_ = 0;
    head = {};
    const bool other = done() || (line_[0] != '[' && !is_digit(line_[0]) && is_ascii(line_[0]));
    if (other) return false;
    const bool bracket = take('[');
    if (!time(head.time) || (bracket && !take(']'))) return false;
    if (!bracket && (!dated_ || !blanks())) return false;
    blanks();
    if (!sender(head.sender, line_.size()) || !account(head.account)) return false;
    blanks();
    head.wide_colon = take(kWideColon);
    if (head.wide_colon || take(':')) {
      blanks();
      head.kind = ChatHead::Kind::with_text;
      head.text = static_cast<uint32_t>(at_);
      return true;
    }
    head.kind = ChatHead::Kind::whole_line;
    return done() && complete_ && !bracket;
  }

  // The time is the last of the line, so it is looked for behind each run of blanks.
  bool sender_first(ChatHead& head) {
    const std::string_view solid = line_.substr(0, line_.find_last_not_of(" \t\xC2\xA0") + 1);
    if (!complete_ || solid.empty() || !(is_digit(solid.back()) || solid.ends_with(kDay))) return false;
    for (size_t blank = 1; blank < line_.size(); ++blank) {
      at_ = blank;
      if (!blanks()) continue;
      const size_t behind = at_;
      head = {};
      if (time(head.time) && (dated_ || seconds_) && (blanks(), done())) {
        at_ = 0;
        if (sender(head.sender, blank) && account(head.account) && (blanks(), at_ == behind)) {
          head.kind = ChatHead::Kind::whole_line;
          return true;
        }
      }
      blank = behind;
    }
    return false;
  }

  std::string_view line_;
  bool complete_;
  size_t at_ = 0;
  bool dated_ = false;  // of the time read last
  bool seconds_ = false;
};

}  // namespace

ChatHead read_chat_head(std::string_view line, bool complete) { return HeadParser(line, complete).read(); }

}  // namespace pidun
