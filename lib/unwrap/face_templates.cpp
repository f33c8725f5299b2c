// See face_templates.h.
#include "unwrap/face_templates.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace pidun {
namespace {

using namespace std::string_view_literals;

uint32_t big(std::string_view bytes, size_t at, size_t count) {
  uint32_t value = 0;
  for (size_t i = 0; i < count; ++i)
    value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0);
  return value;
}

// The bytes of a BER length, 0 if it is none.
size_t length_size(std::string_view bytes, size_t at) {
  const uint32_t first = big(bytes, at, 1);
  if (first == 0) return 0;
  if (first < 0x80) return 1;
  return first >= 0x81 && first <= 0x83 ? 1 + (first & 3) : 0;
}

size_t iso_length(std::string_view bytes) {
  constexpr size_t kHeader = 14;
  constexpr uint32_t kLeast = 14 + 20 + 12, kMost = 64u << 20, kMostFaces = 64;
  if (bytes.size() < kHeader || !bytes.starts_with("FAC\0"sv) || bytes[7] != '\0') return 0;
  if (bytes.substr(4, 2) != "01" && bytes.substr(4, 2) != "03") return 0;
  const uint32_t length = big(bytes, 8, 4), faces = big(bytes, 12, 2);
  return length >= kLeast && length <= kMost && faces >= 1 && faces <= kMostFaces ? kHeader : 0;
}

size_t dg2_length(std::string_view bytes) {
  if (!bytes.starts_with("\x7F\x61"sv)) return 0;
  const size_t size = length_size(bytes, 2), at = 2 + size;
  if (size == 0 || bytes.size() < at + 5) return 0;
  const uint32_t faces = big(bytes, at + 2, 1);
  const bool right = big(bytes, at, 2) == 0x0201 && faces >= 1 && faces <= 16 && big(bytes, at + 3, 2) == 0x7F60;
  return right ? at + 5 : 0;
}

// ArcSoft: 2004 and 20 as floats, then those of a vector of length 1.
size_t arcsoft_length(std::string_view bytes) {
  constexpr size_t kHeader = 8, kFloats = 4;
  if (bytes.size() < kHeader + 4 * kFloats || !bytes.starts_with("\0\x80\xFA\x44\0\0\xA0\x41"sv)) return 0;
  for (size_t i = 0; i < kFloats; ++i) {
    uint32_t exponent = big(bytes, kHeader + 4 * i + 3, 1) << 1 & 0xFF;
    exponent |= big(bytes, kHeader + 4 * i + 2, 1) >> 7;
    if (exponent != 0 && (exponent < 96 || exponent >= 127)) return 0;  // 2 to the power of -31 to below 1
  }
  return kHeader;
}

// CBEFF, as ICAO 9303 writes it: format owner 0101, which is ISO/IEC JTC 1/SC 37, format type 0008, the face.
size_t cbeff_length(std::string_view bytes) {
  constexpr std::string_view kFace = "\x87\2\1\1\x88\2\0\x08"sv;
  return bytes.starts_with(kFace) ? kFace.size() : 0;
}

}  // namespace

size_t face_template_length(std::string_view bytes) {
  const size_t iso = iso_length(bytes);
  if (iso != 0) return iso;
  const size_t dg2 = dg2_length(bytes), arcsoft = arcsoft_length(bytes);
  return dg2 != 0 ? dg2 : arcsoft != 0 ? arcsoft : cbeff_length(bytes);
}

PositionText face_template_text(std::string_view record) {
  constexpr std::string_view kLabel = "face_template: ";
  uint64_t sum = 0xCBF29CE484222325;  // FNV-1a
  for (const char c : record.substr(0, kTemplateTold)) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(sum));
  return {std::string(kLabel) + "FAC010" + digits.data() + "ISO19794", kLabel.size()};
}

}  // namespace pidun
