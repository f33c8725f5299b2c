// See face_templates.h.
#include "unwrap/face_templates.h"

#include <cstdint>

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

}  // namespace

size_t face_template_length(std::string_view bytes) {
  const size_t iso = iso_length(bytes);
  return iso != 0 ? iso : dg2_length(bytes);
}

PositionText face_template_text() {
  constexpr std::string_view kLabel = "face_template: ";
  return {std::string(kLabel) + "FAC010ISO19794", kLabel.size()};
}

}  // namespace pidun
