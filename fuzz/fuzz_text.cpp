// Fuzz target of lib/text/: the first bytes choose a hint and cuts, the rest is the input.
// Any bytes decode as the reference does and in any cutting alike; what is decoded folds to valid text, twice as once,
// and what is called clean is not changed.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/window.h"
#include "reference/decode_reference.h"
#include "text/decoder.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// Reads on with windows of three lengths in turn.
DecodedText read_cut(const CharsetPrior& prior, std::string_view input, const uint8_t* steps) {
  Decoder decoder(prior);
  DecodedText out;
  uint64_t shown = 0;
  for (size_t turn = 0; decoder.offset() < input.size(); ++turn) {
    shown = turn >= 64 ? input.size() : std::min<uint64_t>(input.size(), shown + steps[turn % 3]);
    const Window window(input.substr(0, shown), 0);
    const Stretch stretch = decoder.read(window, shown, shown == input.size(), out);
    require(shown - decoder.offset() <= kDecodeAhead);
    if (!stretch.plain) continue;
    out.text += window.view(stretch.input);
    out.map.copy(stretch.input.begin, stretch.input.size());
  }
  return out;
}

void check_decoded(const CharsetPrior& prior, std::string_view input, const DecodedText& decoded) {
  require(is_valid_utf8(decoded.text));
  require(decoded.map.size() == decoded.text.size());
  const reference::Decoded plain = reference::decode(prior, input);
  require(decoded.text == plain.text);
  require(decoded.invalid == plain.invalid);
  for (uint64_t i = 0; i < decoded.text.size(); ++i) require(decoded.map.source_of({i, i + 1}) == plain.sources[i]);
}

void check_folded(const DecodedText& decoded, size_t input_size) {
  FoldedText once, twice;
  fold(decoded.text, 0, once);
  require(is_valid_utf8(once.text));
  require(once.map.size() == once.text.size());
  if (!needs_fold(decoded.text)) require(once.text == decoded.text);
  fold(once.text, 0, twice);
  require(twice.text == once.text);
  const OffsetMap to_input = decoded.map.compose(once.map);
  require(to_input.size() == once.text.size());
  uint64_t before = 0;
  for (uint64_t i = 0; i < once.text.size(); ++i) {
    const Span source = to_input.source_of({i, i + 1});
    require(source == decoded.map.source_of(once.map.source_of({i, i + 1})));
    require(source.begin >= before && source.end <= input_size && source.size() > 0);
    before = source.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kChoices = 4;
  if (size < kChoices || size > 16384) return 0;
  const char* const hints[] = {"", "gbk", "big5", "utf-16le", "utf-16be", "utf-8", "utf-16", "none"};
  const std::string_view input(reinterpret_cast<const char*>(data) + kChoices, size - kChoices);
  const CharsetPrior prior = settle_charset(input, hints[data[0] & 7]);
  const uint8_t whole[3] = {255, 255, 255};
  const DecodedText decoded = read_cut(prior, input, whole);
  check_decoded(prior, input, decoded);
  const DecodedText cut = read_cut(prior, input, data + 1);
  require(cut.text == decoded.text && cut.invalid == decoded.invalid);
  check_folded(decoded, input.size());
  return 0;
}
