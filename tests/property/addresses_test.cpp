// Of addresses in running text: what is found depends neither on cuts nor on where a border of the library falls, and
// what looks like one address after another takes time in proportion to its length.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

#include "property/scan_support.h"
#include "support/random.h"
#include "support/work_time.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

Engine& engine() {
  static Engine engine;
  return engine;
}

// Parts of addresses, words between them and broken characters, with and without signs.
std::string made_text(uint64_t seed, size_t size, bool signs) {
  constexpr const char* kParts[] = {"北京市",     "朝阳区", "杭州市",   "西湖区", "城关镇", "建国路",   "文三路",
                                    "88号",       "200号",  "3栋",      "2单元",  "502室",  "3-2-1502", "幸福小区",
                                    "光明村",     "三组",   "十号楼",   "李芳",   "住在",   "地址在",   "13900001234",
                                    "（近地铁）", "路",     "号",       "栋",     "室",     "1",        "A座",
                                    " ",          "的",     "\xE5\x8F", "附近",   "大厦",   "610信箱"};
  constexpr const char* kSigns[] = {"，", "。", "\n", ",", "；", "\""};
  Random random(seed);
  std::string text;
  while (text.size() < size) text += signs && random.one_in(6) ? random.of(kSigns) : random.of(kParts);
  return text;
}

pidun_scan_options line_options() {
  auto options = default_options();
  options.format = PIDUN_FORMAT_LINES;
  return options;
}

std::vector<std::pair<uint64_t, uint64_t>> addresses_of(const Scanned& scanned, uint64_t from) {
  std::vector<std::pair<uint64_t, uint64_t>> spans;
  for (const pidun_finding& finding : scanned.findings)
    if (finding.begin >= from) spans.emplace_back(finding.begin - from, finding.end - from);
  return spans;
}

double seconds_of(const std::string& input) {
  Scratch scratch(engine());
  return work_seconds([&] { REQUIRE(scan_whole(scratch, input, line_options()).status >= 0); });
}

std::string repeated(const std::string& part, size_t size) {
  std::string text;
  while (text.size() < size) text += part;
  return text;
}

}  // namespace

TEST_CASE("addresses: any cuts give what the whole gives", "[address_property]") {
  static Scratch scratch(engine());
  CHECK(rc::check([] {
    const auto seed = *rc::gen::arbitrary<uint64_t>();
    Random random(seed);
    const std::string input = made_text(seed, 66000 + random.below(70000), random.one_in(2));
    std::vector<uint64_t> cuts;
    for (uint64_t at = 0; at < input.size();)
      cuts.push_back(at = std::min<uint64_t>(input.size(), at + 1 + random.below(20000)));
    const Scanned whole = scan_whole(scratch, input, line_options());
    RC_ASSERT(!whole.findings.empty());
    RC_ASSERT(difference(whole, scan_cut(engine(), scratch, input, cuts, line_options())) == "");
  }));
}

namespace {

// The addresses of a text, and those of the same text across the border of a segment.
std::pair<std::vector<std::pair<uint64_t, uint64_t>>, std::vector<std::pair<uint64_t, uint64_t>>> across_a_border(
    uint64_t seed) {
  constexpr size_t kSegment = 65536;
  static Scratch scratch(engine());
  Random random(seed);
  const std::string text = made_text(seed, 3000, random.one_in(2));
  const std::string far = std::string(kSegment - random.below(text.size()), '\n') + text;
  const Scanned near = scan_whole(scratch, "\n" + text, line_options());
  return {addresses_of(near, 1), addresses_of(scan_whole(scratch, far, line_options()), far.size() - text.size())};
}

}  // namespace

TEST_CASE("addresses: the same wherever the border of a segment falls", "[address_property]") {
  CHECK(rc::check([] {
    const auto [near, far] = across_a_border(*rc::gen::arbitrary<uint64_t>());
    RC_ASSERT(near == far);
  }));
}

// A line that goes on behind what was read ahead: its numbers were read one by one, others only once.
TEST_CASE("addresses: whether a line goes on behind what was read does not matter", "[address_property]") {
  const auto [near, far] = across_a_border(2510875844000265914u);
  CHECK(near == far);
}

TEST_CASE("addresses: a megabyte of marks, of one place or of numbers takes its time, and no more",
          "[address_property]") {
  constexpr size_t kSize = size_t{1} << 20;
  for (const std::string part :
       {"号栋室", "北京市", "城关镇", "路1号", "1路", "路1 ", "村三组", "园1-2-3", "路1号（近路）", "住在路",
        "地址在北京市", "\xE5\x8F\xB7\xE5", "朝阳区建国路88号3栋2单元502室"}) {
    CAPTURE(part);
    // Twice as much takes about twice the time; four times leaves room for what else the machine does.
    const double half = seconds_of(repeated(part, kSize / 2)), whole = seconds_of(repeated(part, kSize));
    CHECK(whole < 4 * half + 0.5);
  }
}
