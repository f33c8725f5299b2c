#include "unwrap/inside_picture.h"

#include <algorithm>
#include <array>

#include "base/byte_masks.h"

namespace pidun {

bool is_inside_picture(const UnwrapState& state, const Window& window, Span stretch) {
  if (!state.open || !state.picture || state.picture->ended() || state.line_length != 0) return false;
  if (state.begin > stretch.begin || stretch.end > window.end()) return false;
  constexpr size_t kWords = 64;
  constexpr std::array<ByteRange, 5> kCharacters = {ByteRange{'0', 9}, ByteRange{'A', 25}, ByteRange{'a', 25},
                                                    one_byte('+'), one_byte('/')};
  std::array<std::array<uint64_t, kWords>, kCharacters.size()> found;
  std::array<uint64_t*, kCharacters.size()> masks{};
  for (size_t i = 0; i < masks.size(); ++i) masks[i] = found[i].data();
  uint64_t last = 0, last2 = 0, last4 = 0;
  const auto behind = [](uint64_t now, uint64_t before, int by) { return now << by | before >> (64 - by); };
  for (uint64_t at = stretch.begin; at < stretch.end; at += kWords * 64) {
    const std::string_view bytes = window.view(at, std::min(stretch.end, at + kWords * 64));
    byte_masks(bytes, kCharacters.data(), kCharacters.size(), masks.data());
    for (size_t i = 0; i < mask_words(bytes.size()); ++i) {
      const uint64_t digits = found[0][i], all = digits | found[1][i] | found[2][i] | found[3][i] | found[4][i];
      const size_t left = bytes.size() - i * 64;
      if (all != (left < 64 ? (uint64_t{1} << left) - 1 : UINT64_MAX)) return false;
      const uint64_t two = digits & behind(digits, last, 1), four = two & behind(two, last2, 2);
      if ((four & behind(four, last4, 4)) != 0) return false;  // eight in a row
      last = digits, last2 = two, last4 = four;
    }
  }
  return true;
}

}  // namespace pidun
