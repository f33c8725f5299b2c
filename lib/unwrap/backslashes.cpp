// JSON and JavaScript string escapes. See decoders.h.
#include <array>

#include "base/utf8.h"
#include "text/fold_table.h"
#include "unwrap/decoded_writer.h"
#include "unwrap/decoders.h"
#include "unwrap/hex_digits.h"
#include "unwrap/utf8.h"

namespace pidun {
namespace {

constexpr std::array<char, 256> single_escapes() {
  std::array<char, 256> escapes{};  // NUL: no escape
  escapes['n'] = '\n';
  escapes['t'] = '\t';
  escapes['r'] = '\r';
  escapes['b'] = '\b';
  escapes['f'] = '\f';
  escapes['v'] = '\v';
  for (const char self : {'"', '/', '\\', '\'', '`'}) escapes[static_cast<uint8_t>(self)] = self;
  return escapes;
}
constexpr std::array<char, 256> kSingle = single_escapes();

// Those of JSON that stand for a blank, a control character or a quote, which are part of no other encoding.
bool is_sign_escape(char kind) {
  return kind == 'n' || kind == '"' || kind == 'r' || kind == 't' || kind == 'b' || kind == 'f';
}

// A character that some backslash stands for, and how it is spelt.
struct Escape {
  size_t length = 0;  // of the spelling; 0: none stands here
  char bytes[4] = {};
  size_t count = 0;
  bool beyond_json = false;
};

Escape point_escape(uint32_t point, size_t length, bool beyond_json) {
  Escape escape;
  if (point > 0x10FFFF || is_surrogate(point)) return escape;
  escape.length = length;
  escape.count = write_utf8(point, escape.bytes);
  escape.beyond_json = beyond_json;
  return escape;
}

// \uXXXX, \uXXXX\uXXXX, \u{X…}
Escape unicode_escape(std::string_view text, size_t at) {
  const int32_t unit = hex_number(text, at + 2, 4);
  if (unit >= 0) {
    const auto first = static_cast<uint32_t>(unit);
    if (!is_high_surrogate(first)) return point_escape(first, 6, false);
    if (text.substr(at + 6, 2) != "\\u") return {};
    const int32_t next = hex_number(text, at + 8, 4);
    if (next < 0 || !is_low_surrogate(static_cast<uint32_t>(next))) return {};
    return point_escape(join_surrogates(first, static_cast<uint32_t>(next)), 12, false);
  }
  if (at + 2 >= text.size() || text[at + 2] != '{') return {};
  size_t digits = 0;
  while (digits < 6 && at + 3 + digits < text.size() && hex_value(text[at + 3 + digits]) >= 0) ++digits;
  if (digits == 0 || at + 3 + digits >= text.size() || text[at + 3 + digits] != '}') return {};
  return point_escape(static_cast<uint32_t>(hex_number(text, at + 3, digits)), digits + 4, true);
}

// The byte spelt \xHH at `at`, -1 if none.
int32_t byte_at(std::string_view text, size_t at) {
  return text.substr(at, 2) == "\\x" ? hex_number(text, at + 2, 2) : -1;
}

// \xHH: a byte of ASCII; the bytes of one UTF-8 character, or of one GBK pair; else a code point.
Escape byte_escape(std::string_view text, size_t at) {
  Escape escape;
  size_t count = 0;
  for (int32_t byte = 0; count < 4 && (byte = byte_at(text, at + 4 * count)) >= 0; ++count)
    escape.bytes[count] = static_cast<char>(byte);
  if (count == 0) return escape;
  size_t length = decode_utf8({escape.bytes, count}).bytes;
  const uint8_t lead = to_byte(escape.bytes[0]), trail = to_byte(escape.bytes[1]);
  if (length == 0 && count >= 2 && lead >= 0x81 && lead <= 0xFE && trail >= 0x80 && trail <= 0xFE) length = 2;
  if (length == 0) return point_escape(lead, 4, true);
  escape.length = 4 * length;
  escape.count = length;
  escape.beyond_json = true;
  return escape;
}

Escape escape_at(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return {};
  const char kind = text[at + 1];
  if (kind == 'u') return unicode_escape(text, at);
  if (kind == 'x') return byte_escape(text, at);
  Escape escape;
  escape.bytes[0] = kSingle[to_byte(kind)];
  if (escape.bytes[0] == '\0') return escape;
  escape.length = 2;
  escape.count = 1;
  escape.beyond_json = kind == '\'' || kind == '`' || kind == 'v';
  return escape;
}

// next(at) is the first backslash that is not before `at`.
template <class Next>
bool decode_all(std::string_view text, uint64_t base, const Next& next, std::string& out, OffsetMap& map,
                BackslashTraits& traits) {
  DecodedWriter writer(text, base, out, map);
  for (size_t at = next(0); at < text.size();) {
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    size_t length = 2;
    traits.may_encode |= at > 0 && text[at - 1] == '=';
    const int32_t unit = kind == 'u' && at + 6 <= text.size() ? hex_number(text, at + 2, 4) : -1;
    if (is_sign_escape(kind)) {
      writer.put(at, at + 2, kSingle[to_byte(kind)]);
    } else if (unit >= 0 && !is_surrogate(static_cast<uint32_t>(unit))) {  // nearly all others that are met
      char bytes[4];
      length = 6;
      writer.put(at, at + 6, bytes, write_utf8(static_cast<uint32_t>(unit), bytes));
      traits.may_encode |= unit < 0x80;
      // A letter or digit may be what a sign or numeral beside it depends on.
      traits.may_fold |= unit < 0x80 || fold_table().at(static_cast<char32_t>(unit)) != kKeep;
    } else if (const Escape escape = escape_at(text, at); escape.length != 0) {
      length = escape.length;
      writer.put(at, at + escape.length, escape.bytes, escape.count);
      traits.beyond_json |= escape.beyond_json;
      traits.may_encode = traits.may_fold = true;
    } else {
      length = 1;
    }
    at += length;
    if (at >= text.size() || text[at] != '\\') at = next(at);
  }
  return writer.finish();
}

}  // namespace

bool backslash_escape_at(std::string_view text, size_t at) { return escape_at(text, at).length > 0; }

bool decode_backslashes(std::string_view text, uint64_t base, std::string& out, OffsetMap& map,
                        BackslashTraits& traits) {
  return decode_all(
      text, base, [&](size_t at) { return text.find('\\', at); }, out, map, traits);
}

bool decode_backslashes(std::string_view text, size_t begin, size_t end, uint64_t base, BackslashPlaces& places,
                        std::string& out, OffsetMap& map, BackslashTraits& traits) {
  const auto next = [&](size_t at) { return places.next(begin + at) - begin; };
  return decode_all(text.substr(begin, end - begin), base, next, out, map, traits);
}

}  // namespace pidun
