// See text_form.h.
#include "unwrap/text_form.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unwrap/utf8.h"

namespace pidun {
namespace {

constexpr bool is_text_ascii(uint8_t byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n' || byte == '\r';
}

// Whether `tail` is what is left of a UTF-8 character that was cut.
bool begins_character(std::string_view tail) {
  const uint8_t lead = to_byte(tail[0]);
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || tail.size() >= length) return false;
  for (const char c : tail.substr(1))
    if (!is_continuation(c)) return false;
  return true;
}

bool is_utf8_text(std::string_view bytes, bool cut_begin, bool cut_end) {
  size_t at = 0;
  while (cut_begin && at < 3 && at < bytes.size() && is_continuation(bytes[at])) ++at;
  while (at < bytes.size()) {
    const uint8_t byte = to_byte(bytes[at]);
    if (byte < 0x80) {
      if (!is_text_ascii(byte)) return false;
      ++at;
      continue;
    }
    const size_t length = decode_utf8(bytes.substr(at)).bytes;
    if (length == 0) return cut_end && begins_character(bytes.substr(at));
    at += length;
  }
  return true;
}

// Hanzi and marks of GB 2312, the common part, with few others among them: nearly any pair of high bytes is a
// character of GB18030, so its structure alone says nothing. Of a short text that is seen whole, few hanzi may be of
// its second level either, which are four in nine of the plane and hardly any in texts: digests decode to those.
bool is_gb18030_text(std::string_view bytes, bool cut_begin, bool cut_end) {
  constexpr uint8_t kSecondLevel = 0xD8, kLastOfPlane = 0xF7;
  size_t common = 0, rare = 0, ascii = 0, second = 0,
         at = cut_begin && !bytes.empty() && to_byte(bytes[0]) >= 0x80 ? 1 : 0;
  while (at < bytes.size()) {
    const uint8_t lead = to_byte(bytes[at]);
    if (lead < 0x80) {
      if (!is_text_ascii(lead)) return false;
      ++at;
      ++ascii;
      continue;
    }
    if (lead == 0x80 || lead == 0xFF) return false;
    if (at + 1 == bytes.size()) return cut_end && common > 0;
    const uint8_t trail = to_byte(bytes[at + 1]);
    if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
    const bool plane = (lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= kLastOfPlane);
    ++(plane && trail >= 0xA1 ? common : rare);
    if (plane && lead >= kSecondLevel) ++second;
    if (rare > 1 + common / 4) return false;
    at += 2;
  }
  return common >= rare * 4 && (cut_end || second * 8 <= ascii + common + rare + 4);
}

}  // namespace

bool valid_utf8(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const size_t length = decode_utf8(bytes.substr(at)).bytes;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

TextForm text_form(std::string_view bytes, bool cut_begin, bool cut_end, bool gb18030) {
  if (bytes.empty()) return TextForm::none;
  if (is_utf8_text(bytes, cut_begin, cut_end)) return TextForm::utf8;
  if (!gb18030) return TextForm::none;
  if (is_gb18030_text(bytes, false, cut_end)) return TextForm::gb18030;
  return cut_begin && is_gb18030_text(bytes, true, cut_end) ? TextForm::gb18030 : TextForm::none;
}

}  // namespace pidun
