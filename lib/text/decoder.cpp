#include "text/decoder.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "text/utf8.h"

namespace pidun {
namespace {

// Where the character of UTF-8 that lies across `border` ends.
uint64_t behind_character(const Window& window, uint64_t border) {
  for (int i = 0; i < 3 && window.contains(border) && is_continuation(window.at(border)); ++i) ++border;
  return border;
}

// Lines of pairs are seldom valid for more than a character or two: no need to read all of them.
bool is_utf8_line(std::string_view line) {
  const uint8_t *at = as_bytes(line) + ascii_prefix(line), *end = as_bytes(line) + line.size();
  for (int i = 0; i < 4 && at < end; ++i) {
    const Char c = read_utf8(at, end);
    if (!c.valid) return false;
    at += c.length;
  }
  return at >= end || is_valid_utf8({reinterpret_cast<const char*>(at), static_cast<size_t>(end - at)});
}

uint64_t find_line_feed(const Window& window, uint64_t begin, uint64_t end) {
  const std::string_view bytes = window.view(begin, end);
  const size_t found = bytes.find('\n');
  return found == std::string_view::npos ? end : begin + found;
}

}  // namespace

Decoder::Unit Decoder::unit_at(const Window& window, uint64_t begin, uint64_t border, bool last) const {
  const uint64_t shown = std::min(border, window.end());
  const uint64_t feed = find_line_feed(window, begin, shown);
  if (feed < shown) return {feed + 1, true, true};
  if (last && window.end() <= border) return {window.end(), true, true};
  return {border, last || window.end() >= border + 3, false};
}

// Where the last unit that begins before `end` and is all there ends, if all is UTF-8; `border` is then that of the
// unit after it. One search backwards instead of one for each line.
uint64_t Decoder::behind_last_unit(const Window& window, uint64_t end, bool last, uint64_t& border) const {
  uint64_t at = offset_;
  border = border_;
  const std::string_view bytes = window.view(at, end);
  if (const void* feed = memrchr(bytes.data(), '\n', bytes.size()); feed != nullptr) {
    at += static_cast<uint64_t>(static_cast<const char*>(feed) - bytes.data()) + 1;
    border = at + kDecodeUnit;
  }
  while (at < end) {
    const Unit unit = unit_at(window, at, border, last);
    if (!unit.whole) break;
    at = unit.line ? unit.end : behind_character(window, unit.end);
    border = (unit.line ? unit.end : border) + kDecodeUnit;
  }
  return at;
}

void Decoder::read_unit(const Window& window, const Unit& unit, DecodedText& out) {
  // A unit that ends inside a character of UTF-8 is judged with the whole of it; in other charsets, without.
  const uint64_t behind = unit.line ? unit.end : behind_character(window, unit.end);
  const std::string_view shown = window.view(offset_, unit.line ? unit.end : unit.end + 3);
  const size_t stop = unit.end - offset_;
  const bool utf8 = is_utf8_line(window.view(offset_, behind));
  uint64_t read = 0;
  if (utf8 && prior_.charset == Charset::utf8) {
    read = convert(Charset::utf8, shown, offset_, stop, out);
  } else {
    // Pairs are most often what they seem: judged only when they are not, as charset_of_line() would.
    const size_t text = out.text.size();
    const uint64_t invalid = out.invalid;
    if (!utf8 && prior_.charset != Charset::utf8) read = convert(prior_.charset, shown, offset_, stop, out);
    if (read == 0 || out.invalid != invalid) {
      out.text.resize(text);
      out.map.truncate(text);
      out.invalid = invalid;
      const Charset charset = charset_of_line(prior_.charset, window.view(offset_, unit.end), !unit.line);
      read = convert(charset, shown, offset_, stop, out);
    }
  }
  offset_ += read;
  border_ = unit.end + kDecodeUnit;
}

void Decoder::read_utf16(const Window& window, uint64_t end, bool last, DecodedText& out) {
  // A pair of surrogates is read when all of it is there.
  if (!last) end = std::min(end, window.end() < 3 ? 0 : window.end() - 3);
  if (end <= offset_) return;
  const std::string_view shown = window.view(offset_, end + 3);
  offset_ += convert(prior_.charset, shown, offset_, end - offset_, out);
}

Stretch Decoder::read_plain(const Window& window, uint64_t end, bool last) {
  end = std::min(end, window.end());
  Stretch stretch{{offset_, offset_}};
  if (end <= offset_ || is_utf16(prior_.charset)) return stretch;
  if (offset_ == 0 && prior_.mark != 0 && prior_.charset != Charset::utf8) return stretch;
  uint64_t border = 0;
  const uint64_t behind = behind_last_unit(window, end, last, border);
  const std::string_view bytes = window.view(offset_, behind);
  const size_t ascii = ascii_prefix(bytes);
  stretch.ascii = ascii == bytes.size();
  stretch.plain = stretch.ascii || (prior_.charset == Charset::utf8 && is_valid_utf8(bytes.substr(ascii)));
  if (!stretch.plain) return stretch;
  stretch.input.end = offset_ = behind;
  border_ = border;
  return stretch;
}

Stretch Decoder::read(const Window& window, uint64_t end, bool last, DecodedText& out) {
  if (const Stretch plain = read_plain(window, end, last); plain.plain) return plain;
  end = std::min(end, window.end());
  Stretch stretch{{offset_, offset_}};
  if (end <= offset_) return stretch;
  if (offset_ == 0 && prior_.mark != 0 && prior_.charset != Charset::utf8) {
    if (window.end() < prior_.mark) return stretch;
    offset_ = prior_.mark;  // no part of the text
    border_ += prior_.mark;
  }
  if (is_utf16(prior_.charset)) {
    read_utf16(window, end, last, out);
  } else {
    while (offset_ < end) {
      const Unit unit = unit_at(window, offset_, border_, last);
      if (!unit.whole) break;
      read_unit(window, unit, out);
    }
  }
  stretch.input.end = offset_;
  return stretch;
}

}  // namespace pidun
