// See sniff_json.h.
#include "structure/sniff_json.h"

#include <cstddef>
#include <string>

namespace pidun {
namespace {

class JsonGlance {
 public:
  explicit JsonGlance(std::string_view text) : text_(text) {}

  bool in_order() {
    skip_blanks();
    if (done() || (text_[at_] != '{' && text_[at_] != '[')) return false;
    while (!done()) {
      if (!value_or_end()) return false;
      if (named_) return true;
      if (open_.empty()) return line_ends();
    }
    return true;
  }

 private:
  bool done() const { return at_ >= text_.size(); }
  static bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
  void skip_blanks() {
    while (!done() && blank(text_[at_])) ++at_;
  }

  // Behind the first document: the end, a newline, or the next document.
  bool line_ends() {
    while (!done() && text_[at_] != '\n' && blank(text_[at_])) ++at_;
    return done() || text_[at_] == '\n' || text_[at_] == '{' || text_[at_] == '[';
  }

  // One value with what stands before and behind it; false if it is not in order.
  bool value_or_end() {
    skip_blanks();
    if (done()) return true;
    const char c = text_[at_];
    if (c == '{' || c == '[') {
      open_.push_back(c);
      ++at_;
      return open_.back() == '{' ? name_or_end() : array_may_end();
    }
    if (c == '"' ? !string() : !scalar()) return false;
    return behind_value();
  }

  bool array_may_end() {
    skip_blanks();
    if (done() || text_[at_] != ']') return true;
    return behind_value();
  }

  bool name_or_end() {
    skip_blanks();
    if (done()) return true;
    if (text_[at_] == '}') return behind_value();
    if (text_[at_] != '"' || !string()) return false;
    skip_blanks();
    if (done()) return true;
    named_ = text_[at_] == ':';
    return named_;
  }

  // Closing brackets, then a comma or the end of the document.
  bool behind_value() {
    for (skip_blanks(); !done() && !open_.empty(); skip_blanks()) {
      const char c = text_[at_++];
      if (c == ',') return true;
      if (c != (open_.back() == '{' ? '}' : ']')) return false;
      open_.pop_back();
      if (open_.empty()) return true;
    }
    return true;
  }

  bool string() {
    for (++at_; !done(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') return false;
      if (c == '\\') {
        ++at_;
      } else if (c == '"') {
        ++at_;
        return true;
      }
    }
    return true;  // goes on behind the preamble
  }

  bool scalar() {
    const size_t begin = at_;
    constexpr std::string_view kBytes = "+-.0123456789Eaeflnrstu";  // of numbers, true, false, null
    while (!done() && kBytes.find(text_[at_]) != std::string_view::npos) ++at_;
    const std::string_view found = text_.substr(begin, at_ - begin);
    if (found.empty()) return false;
    if (found[0] == '-' || (found[0] >= '0' && found[0] <= '9')) return number(found);
    for (const std::string_view word : {"true", "false", "null"}) {
      if (found == word || (done() && word.starts_with(found))) return true;
    }
    return false;
  }

  // Digits with at most one sign in front: 2024-03-01 is no number.
  static bool number(std::string_view found) {
    for (size_t i = 1; i < found.size(); ++i) {
      const bool behind_exponent = found[i - 1] == 'e' || found[i - 1] == 'E';
      if ((found[i] == '-' || found[i] == '+') && !behind_exponent) return false;
    }
    return found.find_first_of("aflnrstu") == std::string_view::npos;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string open_;    // the brackets around the place
  bool named_ = false;  // a name with its colon was seen: no log line begins so
};

}  // namespace

bool looks_like_json(std::string_view text) { return JsonGlance(text).in_order(); }

}  // namespace pidun
