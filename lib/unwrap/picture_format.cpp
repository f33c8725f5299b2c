// See picture_format.h.
#include "unwrap/picture_format.h"

#include <algorithm>
#include <array>

namespace pidun {
namespace {

using namespace std::string_view_literals;

uint8_t byte(std::string_view bytes, size_t at) { return at < bytes.size() ? static_cast<uint8_t>(bytes[at]) : 0; }

uint32_t little(std::string_view bytes, size_t at) {
  return byte(bytes, at) | uint32_t{byte(bytes, at + 1)} << 8 | uint32_t{byte(bytes, at + 2)} << 16 |
         uint32_t{byte(bytes, at + 3)} << 24;
}

// The first block that a writer puts there.
bool is_jpeg(std::string_view head) {
  if (head.size() < 4 || !head.starts_with("\xFF\xD8\xFF"sv)) return false;
  const uint8_t marker = byte(head, 3);
  return (marker >= 0xE0 && marker <= 0xEF) || marker == 0xDB || marker == 0xC0 || marker == 0xC4 || marker == 0xDD ||
         marker == 0xFE;
}

bool is_heif(std::string_view head) {
  constexpr std::array<std::string_view, 12> kBrands = {"heic", "heix", "heim", "heis", "hevc", "hevx",
                                                        "mif1", "msf1", "avif", "avis", "miaf", "mif2"};
  return head.size() >= 12 && head.starts_with("\0\0"sv) && head.substr(4, 4) == "ftyp" &&
         std::find(kBrands.begin(), kBrands.end(), head.substr(8, 4)) != kBrands.end();
}

// Size, two empty fields, where the pixels begin, and the size of a header that there is.
bool is_bmp(std::string_view head) {
  if (head.size() < 18 || !head.starts_with("BM") || little(head, 6) != 0) return false;
  const uint32_t size = little(head, 2), pixels = little(head, 10), header = little(head, 14);
  constexpr std::array<uint32_t, 6> kHeaders = {12, 40, 52, 56, 108, 124};
  return std::find(kHeaders.begin(), kHeaders.end(), header) != kHeaders.end() && pixels >= 14 + header &&
         pixels <= 14 + header + 2048 && size >= pixels;
}

}  // namespace

PictureFormat picture_format(std::string_view head) {
  if (is_jpeg(head)) return PictureFormat::jpeg;
  if (head.starts_with("\x89PNG\r\n\x1A\n"sv)) return PictureFormat::png;
  if (head.starts_with("RIFF") && head.size() >= 15 && head.substr(8, 7) == "WEBPVP8") return PictureFormat::webp;
  if (head.starts_with("GIF87a") || head.starts_with("GIF89a")) return PictureFormat::gif;
  if (is_heif(head)) return PictureFormat::heif;
  if (is_bmp(head)) return PictureFormat::bmp;
  if (head.starts_with("\0\0\0\x0CjP  \r\n\x87\n"sv) || head.starts_with("\xFF\x4F\xFF\x51\0"sv))
    return PictureFormat::jpeg2000;
  return PictureFormat::none;
}

}  // namespace pidun
