#include "match/pattern_reader.h"

#include <algorithm>
#include <charconv>

#include "match/custom_tree.h"

namespace pidun {
namespace {

constexpr std::string_view kEscapes = "afnrtv";
constexpr char kEscaped[] = {'\a', '\f', '\n', '\r', '\t', '\v'};

// Takes a number off the front.
std::optional<uint32_t> number(std::string_view& text) {
  uint32_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return value;
}

// "{n}", "{n,}" or "{n,m}" at the front of `text`, which then begins behind it.
std::optional<std::pair<uint32_t, uint32_t>> counted(std::string_view& text) {
  std::string_view rest = text.substr(1);
  const auto least = number(rest);
  if (!least) return std::nullopt;
  std::optional<uint32_t> most = least;
  if (rest.starts_with(',')) {
    rest.remove_prefix(1);
    most = rest.starts_with('}') ? PatternNode::kUnbounded : number(rest);
  }
  if (!most || !rest.starts_with('}')) return std::nullopt;
  text = rest.substr(1);
  return std::pair{*least, *most};
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

}  // namespace

bool PatternReader::take(char wanted) { return take(std::string_view(&wanted, 1)); }

bool PatternReader::take(std::string_view wanted) {
  if (!left_.starts_with(wanted)) return false;
  left_.remove_prefix(wanted.size());
  return true;
}

void PatternReader::skip_past(char mark) {
  const size_t at = left_.find(mark);
  left_.remove_prefix(at == std::string_view::npos ? left_.size() : at + 1);
}

uint32_t PatternReader::next() {
  if (left_.empty()) return 0;
  const auto lead = static_cast<unsigned char>(left_[0]);
  const size_t length = std::min<size_t>(left_.size(), lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4);
  uint32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
  for (size_t i = 1; i < length; ++i) value = (value << 6) | (static_cast<unsigned char>(left_[i]) & 0x3F);
  left_.remove_prefix(length);
  return value;
}

std::optional<std::pair<uint32_t, uint32_t>> PatternReader::repeat() {
  std::optional<std::pair<uint32_t, uint32_t>> bounds;
  if (take('*'))
    bounds = {0, PatternNode::kUnbounded};
  else if (take('+'))
    bounds = {1, PatternNode::kUnbounded};
  else if (take('?'))
    bounds = {0, 1};
  else if (peek() == '{')
    bounds = counted(left_);
  if (bounds) take('?');
  return bounds;
}

std::optional<CodePointBounds> PatternReader::escaped_class(bool folded) {
  if (left_.size() < 2 || left_[0] != '\\') return std::nullopt;
  const char letter = left_[1];
  const char lower = static_cast<char>(letter | 0x20);
  const bool negative = letter != lower;
  if (lower == 'd' || lower == 's' || lower == 'w') {
    left_.remove_prefix(2);
    const auto bounds = perl_class(lower, folded);
    return negative ? bounds.negated() : bounds;
  }
  if (lower != 'p') return std::nullopt;
  left_.remove_prefix(2);
  if (!take('{')) {
    next();
    return property_class("");
  }
  const bool inverse = take('^') != negative;
  const std::string_view name = left_.substr(0, left_.find('}'));
  skip_past('}');
  const auto bounds = property_class(name);
  return inverse ? bounds.negated() : bounds;
}

uint32_t PatternReader::hexadecimal() {
  uint32_t value = 0;
  const bool braced = take('{');
  const size_t digits = braced ? left_.find('}') : 2;
  const std::string_view text = left_.substr(0, digits);
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  left_.remove_prefix(text.size());
  if (braced) take('}');
  return value;
}

uint32_t PatternReader::escaped_code_point() {
  take('\\');
  if (take('x')) return hexadecimal();
  if (is_octal(peek())) {
    uint32_t value = 0;
    for (int i = 0; i < 3 && is_octal(peek()); ++i) value = value * 8 + (next() - '0');
    return value;
  }
  const uint32_t letter = next();
  const size_t known = letter < 0x80 ? kEscapes.find(static_cast<char>(letter)) : std::string_view::npos;
  return known == std::string_view::npos ? letter : static_cast<unsigned char>(kEscaped[known]);
}

uint32_t PatternReader::item_code_point() { return peek() == '\\' ? escaped_code_point() : next(); }

// [:name:], \d or \p{..} inside a class.
std::optional<CodePointBounds> PatternReader::named_item(bool folded) {
  const size_t end = left_.find(":]");
  if (left_.starts_with("[:") && end != std::string_view::npos && end >= 2) {
    std::string_view name = left_.substr(2, end - 2);
    const bool negative = name.starts_with('^');
    if (negative) name.remove_prefix(1);
    left_.remove_prefix(end + 2);
    const auto bounds = posix_class(name, folded);
    return negative ? bounds.negated() : bounds;
  }
  return escaped_class(folded);
}

CodePointBounds PatternReader::bracket_class(bool folded) {
  CodePointBounds bounds;
  const bool negative = take('^');
  for (bool first = true; !done() && (first || peek() != ']'); first = false) {
    if (const auto named = named_item(folded)) {
      bounds.add(*named);
      continue;
    }
    const uint32_t low = item_code_point();
    uint32_t high = low;
    if (left_.size() >= 2 && left_[0] == '-' && left_[1] != ']') {
      take('-');
      high = item_code_point();
    }
    if (folded) {
      bounds.add_folded(low, high);
    } else {
      bounds.add(low, high);
    }
  }
  take(']');
  return negative ? bounds.negated() : bounds;
}

}  // namespace pidun
