// Fuzz target of lib/match/: the first bytes choose a range and the place of the window, the rest is the input.
// The anchors of any range are those of the reference, and both word matchers give the same hits.
#include <string>
#include <string_view>

#include "detect/labels.h"
#include "match/numbers.h"
#include "match/words.h"
#include "reference/anchors_reference.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// Label words as the engine has them, and words that overlap one another.
WordList words() {
  return {"手机", "手机号", "手机号码", "号码", "身份证", "身份证号", "mobile", "mobile_phone", "phone", "id_card",
          "card", "idcard", "订单",     "ab",   "aba",    "bab",      "a",      "\xE5",         "证",    "tel no"};
}

struct Words {
  std::unique_ptr<WordMatcher> plain = make_portable_words(words());
  std::string why;
  std::unique_ptr<WordMatcher> fast = make_hyperscan_words(words(), &why);
  std::unique_ptr<WordScratch> plain_scratch = plain->make_scratch();
  std::unique_ptr<WordScratch> fast_scratch = fast ? fast->make_scratch() : nullptr;
};

void check_words(const Window& window) {
  static const Words words;
  std::vector<WordHit> expected, got;
  words.plain->find(window, *words.plain_scratch, expected);
  for (size_t i = 0; i < expected.size(); ++i) {
    require(expected[i].begin >= window.begin() && expected[i].end() <= window.end());
    require(i == 0 || expected[i - 1] < expected[i]);
  }
  if (!words.fast) return;
  words.fast->find(window, *words.fast_scratch, got);
  require(got == expected);
}

// The same bytes at another place of the input: all offsets move with it.
void check_anchors(std::string_view input, uint64_t begin, uint64_t end, uint64_t moved) {
  static AnchorFinder finder;  // its memory is kept, as between segments
  const Anchors expected = reference::find_anchors(input, begin, end);
  Anchors got;
  finder.find(Window(input, moved), moved + begin, moved + end, got);
  require(got.numbers.size() == expected.numbers.size() && got.ats.size() == expected.ats.size());
  for (size_t i = 0; i < got.numbers.size(); ++i) {
    got.numbers[i].begin -= moved;
    require(got.numbers[i] == expected.numbers[i]);
  }
  for (size_t i = 0; i < got.ats.size(); ++i) require(got.ats[i] - moved == expected.ats[i]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kChoices = 3;
  if (size < kChoices || size > 8192) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + kChoices, size - kChoices);
  const uint64_t begin = input.size() * data[0] / 255;
  const uint64_t end = begin + (input.size() - begin) * data[1] / 255;
  check_anchors(input, 0, input.size(), 0);
  check_anchors(input, begin, end, 0);
  check_anchors(input, begin, end, uint64_t{data[2]} << 20);
  check_words(Window(input, data[2]));
  return 0;
}
