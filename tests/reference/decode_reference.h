// The plain way to decode: unit by unit, character by character, with the source of every single byte. The slow truth
// that text/decoder.h is held against.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/window.h"
#include "text/charset_prior.h"
#include "text/read_char.h"

namespace pidun::reference {

struct Decoded {
  std::string text;
  std::vector<Span> sources;  // of each byte of text
  uint64_t invalid = 0;
};

inline void add(Decoded& out, char32_t point, Span source) {
  char bytes[4];
  const uint8_t length = write_utf8(point, bytes);
  out.text.append(bytes, length);
  out.sources.insert(out.sources.end(), length, source);
}

// Characters that begin in [begin, end), with the rest of the input to look at; returns where they end.
inline uint64_t decode_part(Charset charset, std::string_view input, uint64_t begin, uint64_t end, Decoded& out) {
  const uint8_t* bytes = as_bytes(input);
  // A unit's characters end at its last byte or, inside a long line, up to three bytes behind.
  const uint64_t most = std::min<uint64_t>(input.size(), end + 3);
  while (begin < end) {
    const Char c = read_char(charset, bytes + begin, bytes + most);
    if (c.valid) {
      add(out, c.point, {begin, begin + c.length});
      if (charset == Charset::utf8)  // copied byte for byte
        for (uint8_t i = 0; i < c.length; ++i)
          out.sources[out.sources.size() - c.length + i] = {begin + i, begin + i + 1};
    } else {
      const uint64_t step = is_utf16(charset) ? c.length : 1;
      for (uint64_t at = begin; at < begin + c.length; at += step, ++out.invalid) add(out, 0xFFFD, {at, at + step});
    }
    begin += c.length;
  }
  return begin;
}

inline Decoded decode(const CharsetPrior& prior, std::string_view input) {
  Decoded out;
  uint64_t at = prior.charset == Charset::utf8 ? 0 : prior.mark;
  if (is_utf16(prior.charset)) {
    decode_part(prior.charset, input, at, input.size(), out);
    return out;
  }
  for (uint64_t border = at + 4096; at < input.size();) {
    const size_t feed = input.substr(0, border).find('\n', at);
    const bool line = feed != std::string_view::npos || border >= input.size();
    const uint64_t end = feed != std::string_view::npos ? feed + 1 : std::min<uint64_t>(border, input.size());
    uint64_t behind = end;
    while (!line && behind < end + 3 && behind < input.size() && (input[behind] & 0xC0) == 0x80) ++behind;
    const bool clean = prior.charset == Charset::utf8 && is_valid_utf8(input.substr(at, behind - at));
    const Charset charset = clean ? Charset::utf8 : charset_of_line(prior.charset, input.substr(at, end - at), !line);
    at = decode_part(charset, line ? input.substr(0, end) : input, at, end, out);
    border = end + 4096;
  }
  return out;
}

}  // namespace pidun::reference
