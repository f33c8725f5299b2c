#include "text/fold_table.h"

#include <utf8proc.h>

#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace pidun {
namespace {

struct Known {
  char32_t point;
  FoldAction action;
};
constexpr Known kKnown[] = {
    {0x3000, kWideSpace},
    {0x2212, kDash},
    {0xFF0D, '-'},
    {0xFE63, '-'},
    {0x30FC, kProlonged},
    {0xFF70, kProlonged},
    // Full-width and small punctuation that stands inside values; that of sentences is left alone.
    {0xFF03, '#'},
    {0xFF04, '$'},
    {0xFF05, '%'},
    {0xFF06, '&'},
    {0xFF0A, '*'},
    {0xFF0B, '+'},
    {0xFF0E, '.'},
    {0xFF0F, '/'},
    {0xFF1D, '='},
    {0xFF20, '@'},
    {0xFF3F, '_'},
    {0xFE52, '.'},
    {0xFE5F, '#'},
    {0xFE61, '*'},
    {0xFE62, '+'},
    {0xFE66, '='},
    {0xFE6B, '@'},
    {0xFF1A, kColon},
    {0xFE55, kColon},
    {0xFF0C, kComma},
    {0xFE50, kComma},
    {0xFF08, kOpen},
    {0xFF09, kClose},
    {0xFE59, kOpen},
    {0xFE5A, kClose},
    {0x3002, kStop},
    {0xFF61, kStop},
    // Look-alikes of X: Cyrillic, Greek, the Roman ten, the times sign.
    {0x0425, kLikeX},
    {0x0445, kLikeX},
    {0x03A7, kLikeX},
    {0x03C7, kLikeX},
    {0x2169, kLikeX},
    {0x2179, kLikeX},
    {0x00D7, kLikeX},
    {0x20E3, kDrop},  // the box of a keycap emoji, around an ordinary digit
    {0x25CB, kCircle},
};

struct Numeral {
  char32_t point;
  uint8_t value;
};
constexpr Numeral kNumerals[] = {
    {U'〇', 0}, {U'零', 0}, {U'一', 1}, {U'幺', 1}, {U'壹', 1}, {U'二', 2}, {U'两', 2}, {U'兩', 2}, {U'贰', 2},
    {U'貳', 2}, {U'三', 3}, {U'叁', 3}, {U'叄', 3}, {U'四', 4}, {U'肆', 4}, {U'五', 5}, {U'伍', 5}, {U'六', 6},
    {U'陆', 6}, {U'陸', 6}, {U'七', 7}, {U'柒', 7}, {U'八', 8}, {U'捌', 8}, {U'九', 9}, {U'玖', 9},
};

struct Block {
  char32_t begin, end;
};
// Where utf8proc is asked: all but the scripts that have nothing to fold.
constexpr Block kAsked[] = {{0x80, 0x3400},     {0xA000, 0xAC00},   {0xF900, 0x10000},  {0x1BCA0, 0x1BCB0},
                            {0x1D100, 0x1D800}, {0x1F100, 0x1F200}, {0x1FBF0, 0x1FBFA}, {0xE0000, 0xE1000}};

// The one ASCII letter or digit that a character is a variant of; 0 if none.
FoldAction variant_of(char32_t point, const utf8proc_property_t& property) {
  // Negative circled and squared letters, which have no decomposition.
  if (point >= 0x1F150 && point < 0x1F16A) return static_cast<FoldAction>('A' + (point - 0x1F150));
  if (point >= 0x1F170 && point < 0x1F18A) return static_cast<FoldAction>('A' + (point - 0x1F170));
  const auto kind = property.decomp_type;
  const bool font = kind == UTF8PROC_DECOMP_TYPE_FONT || kind == UTF8PROC_DECOMP_TYPE_WIDE;
  const bool enclosed = kind == UTF8PROC_DECOMP_TYPE_CIRCLE || kind == UTF8PROC_DECOMP_TYPE_SQUARE;
  if (!font && !enclosed) return kKeep;  // superscripts are no digits
  utf8proc_int32_t parts[8];
  int last_class = UTF8PROC_BOUNDCLASS_START;
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), parts,
                                             static_cast<utf8proc_ssize_t>(std::size(parts)), kOptions, &last_class);
  if (count != 1 || parts[0] > 0x7E) return kKeep;
  const char c = static_cast<char>(parts[0]);
  // An enclosed digit is the bullet of a list.
  return is_letter(c) || (font && is_digit(c)) ? static_cast<FoldAction>(c) : kKeep;
}

FoldAction action_by_property(char32_t point) {
  const utf8proc_property_t& property = *utf8proc_get_property(static_cast<utf8proc_int32_t>(point));
  if (property.ignorable) return kDrop;
  if (property.category == UTF8PROC_CATEGORY_ZS) return ' ';
  // Not the wave dashes of Japanese and of ranges.
  if (property.category == UTF8PROC_CATEGORY_PD && (point < 0x3000 || point > 0x30FF)) return kDash;
  return variant_of(point, property);
}

}  // namespace

FoldTable::FoldTable() : pages_(1) {
  for (const Block& block : kAsked)
    for (char32_t point = block.begin; point < block.end; ++point) set(point, action_by_property(point));
  for (const Known& known : kKnown) set(known.point, known.action);
  for (const Numeral& numeral : kNumerals) set(numeral.point, static_cast<FoldAction>(kNumeral + numeral.value));
}

void FoldTable::set(char32_t point, FoldAction action) {
  uint8_t& page = page_of_[point >> 6];
  if (page == 0) {
    if (action == kKeep) return;
    page = static_cast<uint8_t>(pages_.size());
    pages_.emplace_back();
  }
  pages_[page][point & 63] = action;
}

const FoldTable& fold_table() {
  static const FoldTable table;
  return table;
}

}  // namespace pidun
