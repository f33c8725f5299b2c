// Fuzz target of streams: the first bytes choose format, charset, padding and cuts, the rest is the input, in whatever
// charset it is, which is laid across the borders of the preamble or of a segment by padding. Any cutting gives what
// one scan of the whole gives.
#include <string>

#include "property/scan_support.h"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// The input, before or across a border inside the library.
std::string padded(uint8_t choice, std::string_view input) {
  constexpr size_t kBorders[] = {0, 4096, 65536, 65536 - 1024, 65536 + 4096, 131072, 65536 - 4096, 8192};
  const size_t border = kBorders[choice & 7];
  const size_t back = input.size() * (choice >> 3) / 31;
  std::string text;
  while (text.size() + back < border) text += (choice & 8) != 0 ? "row of nothing\n" : "eeeeeee ";
  return text += input;
}

// As the low bytes of units of UTF-16.
std::string widened(std::string_view text) {
  std::string units;
  for (const char c : text) (units += c) += '\0';
  return units;
}

std::vector<uint64_t> cuts_of(const uint8_t* steps, size_t size) {
  std::vector<uint64_t> cuts;
  const uint64_t scale = (steps[0] & 1) != 0 ? 300 : 1;
  // Small steps are for the end, where the input is.
  uint64_t at = scale == 1 && size > 2000 ? size - 2000 : 0;
  for (size_t turn = 0; turn < 3000; ++turn) {
    at += steps[turn % 3] / 2 * scale;
    if (at > size) break;
    cuts.push_back(at);
  }
  return cuts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace pidun;
  constexpr size_t kChoices = 6;
  if (size < kChoices || size > 8192) return 0;
  static const Engine engine;
  static Scratch scratch(engine);
  std::string input =
      padded(data[1], std::string_view(reinterpret_cast<const char*>(data) + kChoices, size - kChoices));
  constexpr const char* kHints[] = {"", "gbk", "big5", "utf-16", "utf-8", "utf-16be", ""};
  const int hint = data[0] / 7 % 8;
  if (hint == 7) input = widened(input);
  Context context;
  context.set("charset", kHints[hint % 7]);
  auto options = default_options();
  options.format = data[0] % 7;
  options.context = context.get();
  options.min_confidence = data[0] >= 128 ? 1 : 0;
  if (data[2] % 2 == 0) options.flags = PIDUN_SCAN_COLUMNS;
  if (data[2] >= 224) options.max_findings = data[2] - 223u;
  if (data[2] % 8 == 7) options.max_bytes = input.size() - input.size() * data[2] / 512;
  const pidun::testing::Scanned whole = pidun::testing::scan_whole(scratch, input, options);
  const auto cut = pidun::testing::scan_cut(engine, scratch, input, cuts_of(data + 3, input.size()), options);
  require(whole.status >= 0);
  require(pidun::testing::difference(whole, cut).empty());
  return 0;
}
