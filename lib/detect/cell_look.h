// What a cell of a table looks like, where it looks so plain that nothing has to be searched for in it: digits alone,
// hanzi alone, or hanzi and short numbers. Example: 13900001234 is digits, 梁建 is hanzi, 建设路188号 is mixed, 3-2 is
// other. Tested in tests/unit/detect/cell_look_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "detect/name_model.h"
#include "match/cell_masks.h"
#include "text/fold_scan.h"
#include "unwrap/spot_masks.h"

namespace pidun {

enum class CellLook : uint8_t {
  empty,
  digits,  // alone
  id,      // 17 digits and X
  figure,  // a number or a date of at most ten characters: 39.5, 2022-04-02
  moment,  // a date and a time: 2022-04-02 10:30:00
  word,    // letters alone
  hanzi,   // alone
  mixed,   // hanzi, and behind them numbers of at most six digits that begin no form
  plate,   // the sign of a province, a capital, five or six capitals and digits
  other
};

// Cells of more bytes are `other`.
inline constexpr size_t kLongestPlainCell = 240;

// Of bytes [begin, end) of `bytes`; looks a few bytes to either side.
CellLook cell_look(std::string_view bytes, size_t begin, size_t end);
// The same in fewer steps, for UTF-8 of which `masks` are.
CellLook cell_look(std::string_view bytes, const CellMasks& masks, size_t begin, size_t end);

// Whether hanzi, alone or with short numbers, hold no number of kLeastNumerals digits and Chinese numerals.
bool has_few_numerals(std::string_view bytes, const CellMasks& masks, size_t begin, size_t end);

// Whether the cell is a date, or hanzi alone or with short numbers and quiet: nobody who asks for numbers alone has to
// look at it. False says nothing.
bool holds_no_number(std::string_view bytes, const CellMasks& masks, size_t begin, size_t end);

// Whether a cell that looks so holds nothing that is encoded or disguised: neither a run that base64 or hex could be
// nor as many Chinese numerals as make a number.
inline bool is_quiet(std::string_view bytes, const CellMasks& masks, CellLook look, size_t begin, size_t end) {
  const size_t size = end - begin;
  if (look < CellLook::word) return look != CellLook::digits || size < kShortestHex;
  if (look == CellLook::word) return size < kShortestBase64;
  if (look == CellLook::hanzi && size < kLeastNumerals * kHanziBytes) return true;
  return look == CellLook::plate || (look != CellLook::other && has_few_numerals(bytes, masks, begin, end));
}

}  // namespace pidun
