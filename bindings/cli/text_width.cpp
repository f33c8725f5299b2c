// See text_width.h. The ranges are those of East Asian Width W and F in the Unicode Character Database, made coarser.
#include "text_width.h"

#include <algorithm>
#include <iterator>

namespace pidun::cli {
namespace {

struct Range {
  char32_t first, last;
};
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},  {0xAC00, 0xD7A3},
                           {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6},
                           {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Range kNone[] = {{0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}};

template <std::size_t N>
bool in(const Range (&ranges)[N], char32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const Range& range) { return point >= range.first && point <= range.last; });
}

}  // namespace

std::size_t text_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i)
      point = point << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3Fu);
    width += in(kWide, point) ? 2u : in(kNone, point) ? 0u : 1u;
    at += length;
  }
  return width;
}

std::string padded(std::string_view utf8, std::size_t width, bool right) {
  const std::size_t own = text_width(utf8);
  const std::string blanks(width > own ? width - own : 0, ' ');
  return right ? blanks + std::string(utf8) : std::string(utf8) + blanks;
}

}  // namespace pidun::cli
