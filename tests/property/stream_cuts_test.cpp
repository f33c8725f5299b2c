// Of streams: any cutting of any input gives the findings of one scan of the whole, to the last byte of what is told.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "property/made_inputs.h"
#include "property/scan_support.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

Engine& engine() {
  static Engine engine;
  return engine;
}

// RapidCheck's numbers are small in the first of its runs; these choices should not be.
template <class T>
T even(T least, T most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(least, most));
}

Shape any_shape() { return static_cast<Shape>(even(0, static_cast<int>(Shape::count_))); }

std::string any_input(size_t least, size_t most) {
  const Shape shape = any_shape();
  const size_t size = even(least, most);
  std::string input = InputMaker(*rc::gen::arbitrary<uint64_t>(), shape).make(size);
  const size_t changes = *rc::gen::inRange<size_t>(0, 4);
  for (size_t i = 0; i < changes && !input.empty(); ++i)
    input[*rc::gen::inRange<size_t>(0, input.size())] = *rc::gen::element('"', '\n', '\\', ',', '}', '{', '7', '\0');
  return input;
}

// Ascending cuts with the steps of one style: tiny, mixed, large, or around the borders inside the library.
std::vector<uint64_t> any_cuts(size_t size) {
  Random random(*rc::gen::arbitrary<uint64_t>());
  const int style = even(0, 4);
  std::vector<uint64_t> cuts;
  if (style == 3) {
    for (uint64_t border = 4096; border < size + 4096; border += 4096) {
      if (border % 65536 > 4096 && !random.one_in(8)) continue;
      cuts.push_back(std::min<uint64_t>(size, border - random.below(3)));
      cuts.push_back(std::min<uint64_t>(size, border + random.below(20)));
    }
    return cuts;
  }
  const size_t steps[] = {50, 5000, 150000};
  for (uint64_t at = 0; at < size;) {
    at = std::min<uint64_t>(size, at + random.below(random.one_in(4) ? 3 : steps[style]));
    cuts.push_back(at);
  }
  return cuts;
}

pidun_scan_options any_options() {
  auto options = default_options();
  options.format = *rc::gen::element<uint32_t>(0, 0, 0, 0, 1, 2, 3, 6);
  options.min_confidence = *rc::gen::element<uint32_t>(0, 0, 1, 80);
  options.flags = *rc::gen::element<uint32_t>(0, PIDUN_SCAN_COLUMNS, PIDUN_SCAN_COLUMNS | PIDUN_SCAN_RECORDS,
                                              PIDUN_SCAN_NO_EVIDENCE, PIDUN_SCAN_RECORDS,
                                              PIDUN_SCAN_RECORDS | PIDUN_SCAN_NO_FINDINGS);
  options.label = *rc::gen::element<const char*>(nullptr, nullptr, "手机号", "sfzh", "order_no");
  return options;
}

void check(const std::string& input, const std::vector<uint64_t>& cuts, const pidun_scan_options& options) {
  static Scratch scratch(engine());
  const Scanned whole = scan_whole(scratch, input, options);
  RC_ASSERT(whole.status >= 0);
  const std::string differs = difference(whole, scan_cut(engine(), scratch, input, cuts, options));
  if (!differs.empty()) RC_LOG() << "format " << options.format << ", " << input.size() << " bytes" << std::endl;
  RC_ASSERT(differs == "");
}

}  // namespace

TEST_CASE("streams: short inputs fed byte by byte, with empty feeds between", "[stream]") {
  CHECK(rc::check([] {
    const std::string input = any_input(0, 400);
    std::vector<uint64_t> cuts;
    for (uint64_t at = 0; at <= input.size(); ++at) {
      cuts.push_back(at);
      if (at % 7 == 0) cuts.push_back(at);
    }
    check(input, cuts, any_options());
  }));
}

TEST_CASE("streams: inputs around the preamble, any cuts", "[stream]") {
  CHECK(rc::check([] {
    const std::string input = any_input(3900, 9000);
    check(input, any_cuts(input.size()), any_options());
  }));
}

TEST_CASE("streams: inputs of two and three segments, any cuts", "[stream]") {
  CHECK(rc::check([] {
    const std::string input = any_input(60000, 140000);
    check(input, any_cuts(input.size()), any_options());
  }));
}

TEST_CASE("streams: inputs over 200 KiB, any cuts", "[stream]") {
  CHECK(rc::check([] {
    const std::string input = any_input(205000, 340000);
    check(input, any_cuts(input.size()), any_options());
  }));
}

TEST_CASE("streams: limits cut a stream where they cut the whole", "[stream]") {
  CHECK(rc::check([] {
    const std::string input = any_input(0, 140000);
    auto options = any_options();
    options.max_bytes = even<uint64_t>(0, input.size() + 10);
    options.max_findings = *rc::gen::element<uint64_t>(0, 1, 2, 17, 300);
    check(input, any_cuts(input.size()), options);
  }));
}
