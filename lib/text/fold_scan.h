// Finds the first character that folding may change. See fold.h.
// Tested in tests/property/fold_test.cpp: what is not found here, folding does not change.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// Its offset, at or behind `from`, where a character begins; text.size() if there is none.
size_t find_foldable(std::string_view text, size_t from);

// Fewer digits than this are no number, and Chinese numerals among them stay.
inline constexpr size_t kLeastNumerals = 7;

}  // namespace pidun
