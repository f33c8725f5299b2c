// Undoes the ways one value can be written: full-width, mathematical and enclosed letters and digits, invisible
// characters, kinds of spaces and dashes, look-alikes of X, Chinese numerals. What is no value stays: bullets (①),
// superscripts, 一 in prose, the punctuation of sentences. Folding twice is folding once. What a character becomes
// depends on its own line alone, and at most on a few dozen characters to either side.
// Example: "１３８ 0013 八零零零" becomes "138 0013 八零零零", "一三八零零一三八零零零" becomes "13800138000".
// Tested in tests/unit/text/fold_test.cpp and tests/property/fold_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/offset_map.h"
#include "base/window.h"

namespace pidun {

struct FoldedText {
  std::string text;
  OffsetMap map;  // from text to the offsets of the text that was folded

  void clear() {
    text.clear();
    map.clear();
  }
};

// Texts are valid UTF-8.

// Whether folding may change anything: false is certain, true nearly so. This is all that clean text costs.
bool needs_fold(std::string_view text);

// The next line (with its line feed) that may have something to fold, at or behind `from`, where a line begins; empty
// if there is none.
Span next_dirty_lines(std::string_view text, uint64_t from);

// Appends the folded text; `offset` is that of text[0]. A line of more than 64 KiB is folded in pieces.
void fold(std::string_view text, uint64_t offset, FoldedText& out);

}  // namespace pidun
