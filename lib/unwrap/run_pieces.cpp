// See run_pieces.h.
#include "unwrap/run_pieces.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_masks.h"

namespace pidun {

bool may_have_parts(std::string_view run) {
  if (run.size() < kShortestBase64) return false;
  if (run.size() > 64) return true;                                                  // more than a word of marks
  constexpr std::array<ByteRange, 2> kRanges = {{{'+', '/' - '+'}, one_byte('_')}};  // no run has a comma or a dot
  uint64_t signs = 0, underscores = 0;
  uint64_t* const masks[] = {&signs, &underscores};
  byte_masks(run, kRanges.data(), kRanges.size(), masks);
  const uint64_t marks = signs | underscores;
  uint64_t rows = ~marks & ~uint64_t{0} >> (64 - run.size());
  static_assert(1 + 1 + 2 + 4 + 7 == kShortestBase64);
  for (const int by : {1, 2, 4, 7}) rows &= rows >> by;
  return marks != 0 && rows != 0;
}

bool mostly_digits(std::string_view run) {
  constexpr size_t kLong = 64;
  if (run.size() >= kLong) return false;
  size_t letters = 0;
  for (const char c : run)
    if (is_letter(c) && ++letters * 8 >= run.size()) return false;  // after a few, mostly
  return !run.empty();
}

bool is_hex_literal(std::string_view text, const Block& block) {
  const std::string_view run = text.substr(block.begin, block.end - block.begin);
  const size_t prefix = run.starts_with("0x") || run.starts_with("0X") ? 2 : 0;
  return run.size() >= kShortestHex + prefix &&
         std::all_of(run.begin() + static_cast<std::ptrdiff_t>(prefix), run.end(), is_hex);
}

TextForm form_within(std::string_view text, Block block, bool hex, bool cut, bool gb18030) {
  constexpr size_t kApart = 4096;
  for (;;) {
    const std::string_view rest = text.substr(block.begin, block.end - block.begin);
    const TextForm form = hex ? hex_form(rest, cut) : base64_form(rest, cut, gb18030);
    if (form != TextForm::none || rest.size() <= kApart + kChance) return form;
    block.begin = aligned_before(text, block, block.begin + kApart, hex ? 2 : 4);
    cut = true;
  }
}

size_t padded_skip(std::string_view text, const Block& block) {
  size_t end = block.end;
  while (end < text.size() && end - block.end <= 2 && text[end] == '=') ++end;
  const size_t signs = end - block.end;
  const bool goes_on = end < text.size() && (is_alnum(text[end]) || text[end] == '=' || part_mark(text[end]));
  if (signs == 0 || signs > 2 || goes_on || block.line_length != 0) return kUnpadded;
  return (block.end - block.begin + signs) % 4;
}

}  // namespace pidun
