// See picture_metadata.h.
#include "unwrap/picture_metadata.h"

#include <algorithm>
#include <array>

#include "unwrap/hex_digits.h"
#include "unwrap/runs.h"

namespace pidun {
namespace {

constexpr size_t kMostBlocks = 256;

constexpr auto kPictureFirst = [] {
  std::array<bool, 256> first{};
  for (const unsigned byte : {0xFFu, 0x89u, 0u, unsigned{'R'}, unsigned{'G'}, unsigned{'B'}}) first[byte] = true;
  return first;
}();

// The packet from a block that holds one, not past the run.
MetadataRange clipped(const EncodedBytes& bytes, size_t begin, size_t end) {
  end = std::min(end, bytes.size());
  return begin < end ? MetadataRange{begin, end} : MetadataRange{};
}

MetadataRange find_in_jpeg(const EncodedBytes& bytes) {
  constexpr uint8_t kApp1 = 0xE1, kStartOfScan = 0xDA, kEnd = 0xD9;
  constexpr std::string_view kXmp = "http://ns.adobe.com/x";  // xap/1.0/, xmp/extension/
  size_t at = 2;
  for (size_t block = 0; block < kMostBlocks && at + 4 <= bytes.size(); ++block) {
    if (bytes.at(at) != 0xFF) return {};
    const uint8_t marker = bytes.at(at + 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    if (marker == kStartOfScan || marker == kEnd) return {};
    const size_t length = bytes.number(at + 2, 2);
    if (length < 2) return {};
    if (marker == kApp1 && bytes.holds(at + 4, kXmp)) return clipped(bytes, at + 4, at + 2 + length);
    at += 2 + length;
  }
  return {};
}

MetadataRange find_in_png(const EncodedBytes& bytes) {
  size_t at = 8;
  for (size_t block = 0; block < kMostBlocks && at + 12 <= bytes.size(); ++block) {
    const size_t length = bytes.number(at, 4);
    if (bytes.holds(at + 4, "iTXtXML:com.adobe.xmp")) return clipped(bytes, at + 8, at + 8 + length);
    at += 12 + length;
  }
  return {};
}

MetadataRange find_in_webp(const EncodedBytes& bytes) {
  size_t at = 12;
  for (size_t block = 0; block < kMostBlocks && at + 8 <= bytes.size(); ++block) {
    const size_t length = bytes.number(at + 4, 4, false);
    if (bytes.holds(at, "XMP ")) return clipped(bytes, at + 8, at + 8 + length);
    at += 8 + length + length % 2;
  }
  return {};
}

bool is_jpeg(const EncodedBytes& bytes) { return bytes.holds(0, "\xFF\xD8\xFF"); }
bool is_png(const EncodedBytes& bytes) { return bytes.holds(0, "\x89PNG\r\n\x1A\n"); }
bool is_webp(const EncodedBytes& bytes) { return bytes.holds(0, "RIFF") && bytes.holds(8, "WEBP"); }

}  // namespace

uint8_t EncodedBytes::at(size_t i) const {
  if (i >= size()) return 0;
  if (hex_) return static_cast<uint8_t>(hex_value(run_[2 * i]) << 4 | hex_value(run_[2 * i + 1]));
  return base64_byte(run_.substr(i / 3 * 4, 4), i % 3);
}

bool EncodedBytes::holds(size_t i, std::string_view wanted) const {
  if (i + wanted.size() > size()) return false;
  for (size_t j = 0; j < wanted.size(); ++j)
    if (at(i + j) != static_cast<uint8_t>(wanted[j])) return false;
  return true;
}

uint32_t EncodedBytes::number(size_t i, size_t count, bool big) const {
  uint32_t value = 0;
  for (size_t j = 0; j < count; ++j) value = value << 8 | at(big ? i + j : i + count - 1 - j);
  return value;
}

bool is_picture(const EncodedBytes& bytes) { return is_jpeg(bytes) || is_png(bytes) || is_webp(bytes); }

PictureFormat encoded_format(const EncodedBytes& bytes) {
  std::array<char, kPictureHead> head{};
  const size_t size = std::min(head.size(), bytes.size());
  // Nearly all that is none shows it in its first byte.
  if (size < 4 || !kPictureFirst[bytes.at(0)]) return PictureFormat::none;
  for (size_t i = 0; i < size; ++i) head[i] = static_cast<char>(bytes.at(i));
  return picture_format({head.data(), size});
}

MetadataRange find_xmp(const EncodedBytes& bytes) {
  if (is_jpeg(bytes)) return find_in_jpeg(bytes);
  if (is_png(bytes)) return find_in_png(bytes);
  return is_webp(bytes) ? find_in_webp(bytes) : MetadataRange{};
}

}  // namespace pidun
