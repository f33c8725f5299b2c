#include "match/utf8_stretches.h"

#include <simdjson.h>

#include <algorithm>

namespace pidun {
namespace {

constexpr size_t kBlock = 4096;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

struct Lead {
  size_t length;      // bytes of the character, 0 when no character begins like this
  unsigned char low;  // bounds of the second byte, which rule out overlong forms, surrogates and what is past U+10FFFF
  unsigned char high;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0)
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
          static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

// Length of the character at `at`; 0 when it is none.
size_t character(std::string_view bytes, size_t at) {
  const Lead lead = lead_of(static_cast<unsigned char>(bytes[at]));
  if (lead.length <= 1) return lead.length;
  if (lead.length > bytes.size() - at) return 0;
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  if (second < lead.low || second > lead.high) return 0;
  for (size_t i = 2; i < lead.length; ++i)
    if (!continues(bytes[at + i])) return 0;
  return lead.length;
}

// The end of the block from `at` that does not cut a well-formed character.
size_t block_end(std::string_view bytes, size_t at) {
  if (bytes.size() - at <= kBlock) return bytes.size();
  size_t end = at + kBlock;
  for (int back = 0; back < 3 && continues(bytes[end]); ++back) --end;
  return end;
}

void extend(size_t begin, size_t end, std::vector<Span>& stretches) {
  if (!stretches.empty() && stretches.back().end == begin) {
    stretches.back().end = end;
  } else {
    stretches.push_back({begin, end});
  }
}

// Character by character from `at` to `end` or a little past it; returns where it stopped.
size_t walk(std::string_view bytes, size_t at, size_t end, std::vector<Span>& stretches) {
  while (at < end) {
    const size_t length = character(bytes, at);
    if (length != 0) extend(at, at + length, stretches);
    at += std::max<size_t>(length, 1);
  }
  return at;
}

}  // namespace

void find_utf8_stretches(std::string_view bytes, std::vector<Span>& stretches) {
  stretches.clear();
  for (size_t at = 0; at < bytes.size();) {
    const size_t end = block_end(bytes, at);
    if (simdjson::validate_utf8(bytes.data() + at, end - at)) {
      extend(at, end, stretches);
      at = end;
    } else {
      at = walk(bytes, at, end, stretches);
    }
  }
}

}  // namespace pidun
