// Reads a form as it is written. The grammar stands in forms.h.
#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/forms.h"

namespace pidun {
namespace {

constexpr std::pair<uint32_t, uint32_t> kHanzi[] = {
    {0x3007, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x3134F}};

class FormReader {
 public:
  FormReader(std::string_view text, FormError& error) : text_(text), error_(&error) {}

  std::optional<std::vector<FormPart>> read() {
    while (at_ < text_.size())
      if (!(peek() == '(' ? read_group() : read_piece(0))) return std::nullopt;
    if (parts_.empty()) return fail("an empty form"), std::nullopt;
    return std::move(parts_);
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char wanted) {
    if (peek() != wanted) return false;
    ++at_;
    return true;
  }
  bool fail(const char* reason) {
    *error_ = {at_, reason};
    return false;
  }

  bool read_group() {
    ++at_;
    const size_t first = parts_.size();
    ++groups_;
    while (at_ < text_.size() && peek() != ')') {
      if (peek() == '(') return fail("groups do not nest");
      if (!read_piece(groups_)) return false;
    }
    if (!take(')')) return fail("a group is not closed");
    if (parts_.size() == first) return fail("an empty group");
    return take('?') || fail("a group is followed by '?'");
  }

  bool read_piece(uint32_t group) { return peek() == '\'' ? read_quoted(group) : read_part(group); }

  // 'pan.baidu.com': every character for itself.
  bool read_quoted(uint32_t group) {
    const size_t first = ++at_;
    while (peek() != '\'') {
      FormPart part;
      part.group = group;
      const CodePoint read = decode_utf8(text_.substr(at_));
      if (read.bytes == 0) return fail("a quote is not closed, or not UTF-8");
      at_ += read.bytes;
      part.set.add(read.value, read.value);
      parts_.push_back(std::move(part));
    }
    ++at_;
    return at_ > first + 1 || fail("an empty quote");
  }

  bool read_part(uint32_t group) {
    FormPart part;
    part.group = group;
    if (!read_atom(part.set) || !read_count(part)) return false;
    parts_.push_back(std::move(part));
    return true;
  }

  bool read_atom(CharacterSet& set) {
    if (peek() == '[') return read_class(set);
    const char c = peek();
    if (add_named(c, set)) {
      ++at_;
      return true;
    }
    constexpr std::string_view kSigns = ")]{}?";
    if (kSigns.find(c) != kSigns.npos) return fail("a sign of the form language needs a backslash");
    if (is_lower(c)) return fail("no such class; a small letter needs quotes or a backslash");
    if (is_digit(c)) return fail("a count without an atom; a digit needs quotes or a backslash");
    uint32_t character = 0;
    if (!read_character(character)) return false;
    set.add(character, character);
    return true;
  }

  // A character for itself, with or without a backslash.
  bool read_character(uint32_t& character) {
    take('\\');
    const CodePoint read = decode_utf8(text_.substr(at_));
    if (read.bytes == 0) return fail(at_ < text_.size() ? "not UTF-8" : "a backslash at the end");
    character = read.value;
    at_ += read.bytes;
    return true;
  }

  bool read_class(CharacterSet& set) {
    ++at_;
    if (peek() == '^') return fail("no negation");
    if (peek() == ']') return fail("an empty class");
    while (!take(']')) {
      if (at_ >= text_.size()) return fail("a class is not closed");
      if (peek() == '\\' && at_ + 1 < text_.size() && add_named(text_[at_ + 1], set)) {
        at_ += 2;
        continue;
      }
      uint32_t low = 0;
      if (!read_character(low)) return false;
      uint32_t high = low;
      const bool range = peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']';
      if (range) {
        ++at_;
        if (!read_character(high)) return false;
      }
      if (high < low) return fail("a range runs backwards");
      set.add(low, high);
    }
    return true;
  }

  bool read_count(FormPart& part) {
    if (take('?')) {
      part.least = 0;
      return true;
    }
    const bool braces = take('{');
    if (!braces && !is_digit(peek())) return true;
    if (!read_number(part.least)) return false;
    part.most = part.least;
    if (!braces) return part.most != 0 || fail("a count of none");
    if (take(',') && !read_number(part.most)) return false;
    if (part.most < part.least || part.most == 0) return fail("a count that runs backwards, or is none");
    return take('}') || fail("a count is not closed");
  }

  bool read_number(uint32_t& number) {
    if (!is_digit(peek())) return fail("a count is a number");
    number = 0;
    for (; is_digit(peek()); ++at_) {
      number = number * 10 + static_cast<uint32_t>(peek() - '0');
      if (number > kLongestForm) return fail("a form has at most 64 characters");
    }
    return true;
  }

  static void add_ascii(bool (*wanted)(char), CharacterSet& set) {
    for (size_t c = 0; c < set.ascii.size(); ++c)
      if (wanted(static_cast<char>(c))) set.ascii.set(c);
  }

  static bool add_named(char name, CharacterSet& set) {
    switch (name) {
      case 'd':
        return add_ascii([](char c) { return is_digit(c); }, set), true;
      case 'u':
        return add_ascii([](char c) { return is_upper(c); }, set), true;
      case 'l':
        return add_ascii([](char c) { return is_lower(c); }, set), true;
      case 'x':
        return add_ascii([](char c) { return is_hex(c); }, set), true;
      case 'a':
        return add_ascii([](char c) { return is_alnum(c); }, set), true;
      case 'h':
        for (const auto& [low, high] : kHanzi) set.add(low, high);
        return true;
      default:
        return false;
    }
  }

  std::string_view text_;
  FormError* error_;
  size_t at_ = 0;
  uint32_t groups_ = 0;
  std::vector<FormPart> parts_;
};

}  // namespace

std::optional<std::vector<FormPart>> parse_form(std::string_view text, FormError& error) {
  return FormReader(text, error).read();
}

}  // namespace pidun
