// SIMD: where characters end that folding may have to look at. Most text has none for hundreds of bytes.
// A sieve: what it lets through is looked at one by one; what it holds back never folds.
// Tested in tests/unit/text/fold_masks_test.cpp: nothing that folds is held back, on any target.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

inline constexpr size_t kFoldBlock = 64;

// Bit i of words[b] is set if a character that may fold ends at text[from + 64 * b + i] (its second byte counts, in
// characters of four). Stops behind the end of the text or after `most` words; returns how many words are set.
size_t fold_masks(std::string_view text, size_t from, uint64_t* words, size_t most);

}  // namespace pidun
