#include "unwrap/text_traces.h"

#include <bit>
#include <cstring>

#include "base/byte_masks.h"

namespace pidun {
namespace {

constexpr size_t kCell = TextTraces::kCell, kTwo = 2 * kCell;

// `now`, each bit moved up by `by`; those before come in below.
uint64_t behind(uint64_t now, uint64_t before, int by) { return now << by | before >> (64 - by); }

bool is_between(uint8_t byte, uint8_t first, uint8_t last) { return byte >= first && byte <= last; }
bool is_of_number(const uint8_t* at) {
  return is_between(*at, '0', '9') || *at == '-' || *at == ' ' || *at == '*' || (*at | 0x20) == 'x';
}
bool is_hanzi(const uint8_t* at) {
  return (is_between(at[0], 0xE3, 0xE9) || at[0] == 0xEF) && is_between(at[1], 0x80, 0xBF) &&
         is_between(at[2], 0x80, 0xBF);
}
bool is_pair(const uint8_t* at) { return is_between(at[0], 0xA1, 0xF7) && is_between(at[1], 0xA1, 0xFE); }

// Whether `count` characters of a sort, `step` bytes each, end at one of these places of the second of two cells.
template <size_t step, size_t count, class Sort>
bool ends_at(uint64_t places, const uint8_t* two, const Sort& is_sort) {
  for (; places != 0; places &= places - 1) {
    const uint8_t* at = two + kCell + static_cast<size_t>(std::countr_zero(places)) + 1 - step * count;
    size_t found = 0;
    while (found < count && is_sort(at + found * step)) ++found;
    if (found == count) return true;
  }
  return false;
}

bool is_all_text(const uint8_t* cell) {
  for (size_t i = 0; i < kCell; ++i)
    if (cell[i] == 0xFF || cell[i] == 0x7F || (cell[i] < ' ' && !is_between(cell[i], '\t', '\r'))) return false;
  return true;
}

}  // namespace

// Each character is looked at only where as many bytes of its sort stand side by side.
void TextTraces::mark(std::string_view cells) {
  constexpr std::array<ByteRange, 3> kSorts = {ByteRange{' ', '~' - ' '}, ByteRange{'\t', '\r' - '\t'},
                                               ByteRange{0x80, 0x7F}};
  constexpr int kFewOthers = 3;
  std::array<uint64_t, kCells> printables, blanks, highs;
  const std::array<uint64_t*, 3> masks = {printables.data(), blanks.data(), highs.data()};
  byte_masks(cells, kSorts.data(), kSorts.size(), masks.data());
  std::array<char, kTwo> joined;  // the first cell and the one before
  std::memcpy(joined.data(), last_.data(), kCell);
  std::memcpy(joined.data() + kCell, cells.data(), kCell);
  for (size_t i = 0; i < cells.size() / kCell; ++i) {
    const Runs printable = printable_.next(printables[i] | blanks[i]), high = high_.next(highs[i]);
    const auto* two = reinterpret_cast<const uint8_t*>(i == 0 ? joined.data() : cells.data() + (i - 1) * kCell);
    bool found = printable.of16 != 0 || ends_at<1, 8>(printable.of8, two, is_of_number);
    found = found || ends_at<3, 3>(high.of9, two, is_hanzi) || ends_at<2, 8>(high.of16, two, is_pair);
    const bool few = std::popcount(printables[i] | blanks[i] | highs[i]) >= 64 - kFewOthers;
    const bool all_text = few && is_all_text(two + kCell);
    marked_[i] = found || (all_text && all_text_);
    all_text_ = all_text;
  }
  std::memcpy(last_.data(), cells.data() + cells.size() - kCell, kCell);
}

TextTraces::Runs TextTraces::Levels::next(uint64_t now) {
  const uint64_t now2 = now & behind(now, of1, 1), now4 = now2 & behind(now2, of2, 2);
  const uint64_t now8 = now4 & behind(now4, of4, 4);
  const Runs runs{now8, now8 & behind(now, of1, 8), now8 & behind(now8, of8, 8)};
  of1 = now, of2 = now2, of4 = now4, of8 = now8;
  return runs;
}

}  // namespace pidun
