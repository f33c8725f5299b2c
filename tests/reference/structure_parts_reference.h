// multipart/form-data and HL7 once more: slow, over the whole input, obviously right. Written from the rules in the
// headers, not from the fast readers, and compared with them.
#pragma once

#include "reference/structure_lines_reference.h"
#include "structure/hl7.h"
#include "structure/multipart.h"

namespace pidun::reference {

class Multipart {
 public:
  Multipart(std::string_view in, size_t from, std::string_view boundary)
      : in_(in), boundary_(boundary), line_(from), body_(from) {}

  std::vector<Event> read() {
    size_t before = line_;  // where the newline before this line begins
    for (;;) {
      const size_t end = std::min(in_.find('\n', line_), in_.size());
      const bool last = end == in_.size();
      const size_t content = no_return(in_, line_, end);
      if (in_.substr(line_).starts_with(boundary_)) {
        put_body(std::max(body_, before));
        if (!next_part(end, last)) break;
        before = line_ = body_ = end + 1;
        continue;
      }
      if (last) {
        if (headers_ && content > line_) header(content);
        put_body(std::max(body_, line_ == in_.size() ? before : content));
        break;
      }
      if (headers_ && content == line_) {
        headers_ = false;
        body_ = end + 1;
      } else if (headers_) {
        header(content);
      }
      before = content;
      line_ = end + 1;
    }
    add_row(events_, row_);
    return events_;
  }

 private:
  bool next_part(size_t end, bool last) {
    const bool closes = in_.substr(line_ + boundary_.size()).starts_with("--");
    if (last) return false;
    (void)end;
    if (closes) add_row(events_, row_);
    part_ = headers_ = !closes;
    name_ = name_end_ = 0;
    return true;
  }
  void put_body(size_t end) {
    if (part_ ? headers_ : end <= body_) return;
    row_.push_back(named_event(body_, end, name_, name_end_));
  }
  static std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }
  size_t blanks(size_t at, size_t end) const {
    while (at < end && (in_[at] == ' ' || in_[at] == '\t')) ++at;
    return at;
  }
  void header(size_t end) {
    const size_t colon = in_.find(':', line_);
    if (end - line_ > kHeaderLineMost || colon >= end) {
      row_.push_back(value_event(line_, end));
      return;
    }
    if (lower(in_.substr(line_, colon - line_)) == "content-disposition") return parameters(colon, end);
    const size_t begin = blanks(colon + 1, end);
    if (begin < end) row_.push_back(named_event(begin, end, line_, colon));
  }
  void parameters(size_t at, size_t end) {
    for (at = std::min(in_.find(';', at), end); at < end; at = std::min(in_.find(';', at), end)) {
      const size_t key = blanks(at + 1, end);
      const size_t key_end = std::min(in_.find_first_of("=;", key), end);
      at = key_end;
      if (at == end || in_[at] == ';') continue;
      const bool quoted = at + 1 < in_.size() && in_[at + 1] == '"';
      const size_t begin = std::min(end, at + (quoted ? 2 : 1));
      at = std::min(in_.find(quoted ? '"' : ';', begin), end);
      if (lower(in_.substr(key, key_end - key)) == "name") {
        name_ = begin;
        name_end_ = at;
      } else {
        row_.push_back(named_event(begin, at, key, key_end, quoted ? kEventQuoted : 0));
      }
    }
  }

  std::string_view in_, boundary_;
  size_t line_, body_, name_ = 0, name_end_ = 0;
  bool headers_ = false, part_ = false;
  std::vector<Event> events_, row_;
};

class Hl7 {
 public:
  Hl7(std::string_view in, size_t from) : in_(in), at_(from) {}

  std::vector<Event> read() {
    while (at_ < in_.size()) segment();
    if (patient_) border(false);
    if (message_) border(false);
    return events_;
  }

 private:
  static bool terminator(char c) { return std::string_view("\r\n\x0B\x1C").find(c) != std::string_view::npos; }
  static bool capital(char c) { return c >= 'A' && c <= 'Z'; }
  static bool digit(char c) { return c >= '0' && c <= '9'; }
  static bool alnum(char c) { return capital(c) || digit(c) || (c >= 'a' && c <= 'z'); }
  static bool punctuation(char c) { return c > ' ' && c < 0x7F && !alnum(c); }
  bool header() const { return name_ == "MSH" || name_ == "FHS" || name_ == "BHS"; }

  void border(bool begin) {
    Event event = value_event(at_, at_);
    event.kind = begin ? EventKind::object_begin : EventKind::object_end;
    event.depth = static_cast<uint16_t>((message_ ? 1 : 0) + (patient_ ? 1 : 0) - (begin ? 0 : 1));
    events_.push_back(event);
    if (begin) return;
    (patient_ ? patient_ : message_) = false;
  }
  // A name and its separator stand at `at_`.
  void named() {
    name_ = in_.substr(at_, 3);
    if (patient_ && (header() || name_ == "PID")) border(false);
    if (message_ && header()) border(false);
    if (header() || name_ == "PID") border(true);
    if (header()) message_ = true;
    if (name_ == "PID") patient_ = true;
    at_ += 4;
    field_ = component_ = sub_ = 1;
    if (!header()) return;
    marks_ = std::string(1, in_[at_ - 1]) + "^~\\&";
    for (size_t i = 1; at_ < in_.size() && in_[at_] != marks_[0] && !terminator(in_[at_]); ++i, ++at_)
      if (i < 5 && punctuation(in_[at_])) marks_[i] = in_[at_];
    encoding_cut_ = at_ == in_.size() || terminator(in_[at_]);
    if (encoding_cut_) return;
    ++at_;
    field_ = 3;
  }
  bool name_here() const {
    if (in_.size() - at_ < 4 || !capital(in_[at_])) return false;
    for (size_t i = 1; i < 3; ++i)
      if (!capital(in_[at_ + i]) && !digit(in_[at_ + i])) return false;
    const std::string_view name = in_.substr(at_, 3);
    if (name == "MSH" || name == "FHS" || name == "BHS") return punctuation(in_[at_ + 3]);
    return in_[at_ + 3] == marks_[0];
  }
  void put(size_t begin, size_t end) {
    if (end == begin) return;
    row_.push_back(value_event(begin, end, 0, hl7_column(field_, component_, sub_)));
    row_.back().depth = static_cast<uint16_t>((message_ ? 1 : 0) + (patient_ ? 1 : 0));
    if (!name_.empty()) row_.back().table = hl7_table(name_[0], name_[1], name_[2]);
  }
  void segment() {
    while (at_ < in_.size() && (terminator(in_[at_]) || in_[at_] == ' ')) ++at_;
    name_ = {};
    field_ = 0;
    component_ = sub_ = 1;
    encoding_cut_ = false;
    if (name_here()) named();
    while (!encoding_cut_ && value()) {
    }
    add_row(events_, row_);
    if (at_ < in_.size()) ++at_;
  }
  // Says whether the segment goes on behind it.
  bool value() {
    const size_t begin = at_;
    while (at_ < in_.size() && !terminator(in_[at_]) &&
           (in_[at_] == marks_[3] ? other(in_[at_]) : marks_.find(in_[at_]) == std::string::npos))
      ++at_;
    if (at_ == in_.size() || terminator(in_[at_])) {
      put(begin, at_);
      return false;
    }
    const char c = in_[at_];
    if (c == marks_[0] && at_ - begin >= 3) {
      const std::string_view tail = in_.substr(at_ - 3, 3);
      if (is_known_segment(hl7_table(tail[0], tail[1], tail[2]))) {
        put(begin, at_ - 3);
        add_row(events_, row_);
        at_ -= 3;
        named();
        return true;
      }
    }
    put(begin, at_++);
    if (c == marks_[0]) {
      field_ = std::min(field_ + 1, 65535u);
      component_ = sub_ = 1;
    } else if (c == marks_[1]) {
      component_ = std::min(component_ + 1, 255u);
      sub_ = 1;
    } else if (c == marks_[2]) {
      component_ = sub_ = 1;
    } else {
      sub_ = std::min(sub_ + 1, 255u);
    }
    return true;
  }
  // The escape byte is text, unless a message chose it for a separator, too.
  bool other(char c) const { return c != marks_[0] && c != marks_[1] && c != marks_[2] && c != marks_[4]; }

  std::string_view in_, name_;
  size_t at_;
  std::string marks_ = "|^~\\&";
  uint32_t field_ = 0, component_ = 1, sub_ = 1;
  bool message_ = false, patient_ = false, encoding_cut_ = false;
  std::vector<Event> events_, row_;
};

}  // namespace pidun::reference
