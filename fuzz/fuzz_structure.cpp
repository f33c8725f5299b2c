// Fuzz target of lib/structure/: the first bytes choose format and cuts, the rest is the input.
// Any cutting must give the events of the whole, in order, in bounds, and equal to the reference reader's.
#include <algorithm>
#include <string_view>

#include "reference/structure_read.h"
#include "reference/structure_reference.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// Bit 7 chooses among the later formats, so that older inputs keep their meaning.
Layout layout_of(uint8_t choice, std::string_view input) {
  const char delimiters[] = {',', '\t', '|', ';'};
  Layout layout;
  layout.boundary = "--xyz";
  if ((choice & 0x80) != 0) {
    const uint8_t formats = static_cast<uint8_t>(Format::html) - static_cast<uint8_t>(Format::json);
    layout.format = static_cast<Format>(static_cast<uint8_t>(Format::pairs) + (choice & 15) % formats);
    layout.has_header = (choice & 16) != 0;
    layout.backslash_escapes = (choice & 16) == 0;
    layout.header_lines = choice >> 5 & 3;
    layout.starts = {0, 3, 8, 20};
    return layout;
  }
  if ((choice & 3) == 3)
    return settle_layout(input.substr(0, kPreamble), static_cast<FormatHint>((choice >> 2) % kFormatHints));
  layout.format = static_cast<Format>(choice & 3);
  layout.delimiter = delimiters[choice >> 2 & 3];
  layout.has_header = (choice >> 4 & 1) != 0;
  return layout;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kChoices = 4;
  // Longer ones cost time and show nothing new: the only longer rule, kQuotedMost, has its unit test.
  if (size < kChoices || size > 16384) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + kChoices, size - kChoices);
  const Layout layout = layout_of(data[0], input);
  const std::vector<Event> whole = read_whole(layout, input);
  require(check_bounds(whole, input.size()).empty());
  require(whole == reference::read(layout, input));

  std::vector<uint64_t> cuts;  // steps of three lengths in turn
  uint64_t at = 0;
  for (size_t turn = 0; cuts.size() < 64; ++turn) {
    at += data[1 + turn % 3];
    if (at > input.size()) break;
    cuts.push_back(at);
  }
  const std::unique_ptr<Reader> reader = make_reader(layout);
  std::string error;
  require(merged(read_cut(*reader, input, cuts), error) == whole);
  require(error.empty());
  return 0;
}
