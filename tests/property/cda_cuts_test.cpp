// Of documents of CDA: any cutting and any number of threads give the records of the whole.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "property/made_cda.h"
#include "property/scan_support.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

Engine& engine() {
  static Engine engine;
  return engine;
}

pidun_scan_options with_records() {
  auto options = default_options();
  options.flags = PIDUN_SCAN_RECORDS;
  return options;
}

std::vector<uint64_t> any_cuts(Random& random, size_t size, size_t step) {
  std::vector<uint64_t> cuts;
  for (uint64_t at = 0; at < size;) cuts.push_back(at = std::min<uint64_t>(size, at + 1 + random.below(step)));
  return cuts;
}

}  // namespace

TEST_CASE("cda: any cuts give the records of the whole", "[stream]") {
  Scratch scratch(engine());
  CHECK(rc::check([&] {
    const auto seed = *rc::gen::arbitrary<uint64_t>();
    Random random(seed);
    const std::string input = made_cda(seed, random.one_in(3) ? 150000 : 6000);
    const Scanned whole = scan_whole(scratch, input, with_records());
    RC_ASSERT(!whole.records.empty());
    const size_t step = input.size() > 10000 ? 30000 : 200;
    RC_ASSERT(difference(whole, scan_cut(engine(), scratch, input, any_cuts(random, input.size(), step),
                                         with_records())) == "");
  }));
}

TEST_CASE("cda: threads give the records of one", "[threads]") {
  Scratch scratch(engine());
  const std::string input = made_cda(5, size_t{9} << 20);
  auto options = with_records();
  options.threads = 1;
  const Scanned one = scan_whole(scratch, input, options);
  REQUIRE(one.records.size() > 5000);
  for (const uint32_t threads : {2u, 3u}) {
    options.threads = threads;
    CHECK(difference(one, scan_whole(scratch, input, options)) == "");
  }
}
