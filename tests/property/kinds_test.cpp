// Engines that are asked for some kinds: what the engine of all kinds finds of these they find as well. They may find
// more, where another kind would have claimed the bytes, and the points of a column's label may differ, which the other
// kinds had a say in.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <set>
#include <tuple>

#include "property/made_inputs.h"
#include "property/made_tables.h"
#include "property/scan_support.h"
#include "support/rounds.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr const char* kNumbers[] = {"resident_id_number", "hmt_residence_permit_number",
                                    "bank_card_number",   "mobile_number",
                                    "email_address",      "foreign_permanent_resident_id"};

Engine engine_of_numbers() {
  auto options = sized<pidun_engine_options>();
  options.kinds = kNumbers;
  options.kind_count = std::size(kNumbers);
  return Engine(options);
}

bool is_asked_for(uint16_t kind) {
  static const std::set<uint16_t> asked = [] {
    std::set<uint16_t> numbers;
    for (const char* name : kNumbers) numbers.insert(pidun_kind_find(name));
    return numbers;
  }();
  return asked.count(kind) != 0;
}

using Told = std::tuple<uint64_t, uint64_t, uint16_t, uint8_t>;
Told told(const pidun_finding& one) { return {one.begin, one.end, one.kind, one.check}; }

std::string shown(const pidun_finding& one) {
  return "kind " + std::to_string(one.kind) + " at " + std::to_string(one.begin) + " to " + std::to_string(one.end);
}

struct Both {
  std::vector<pidun_finding> among_all, alone;  // those asked for
  std::vector<pidun_finding> missing() const {
    std::set<Told> found;
    for (const pidun_finding& one : alone) found.insert(told(one));
    std::vector<pidun_finding> list;
    for (const pidun_finding& one : among_all)
      if (found.count(told(one)) == 0) list.push_back(one);
    return list;
  }
};

Both scan_with_both(const std::string& input) {
  static Engine all, some = engine_of_numbers();
  static Scratch of_all(all), of_some(some);
  Both both;
  for (const pidun_finding& one : scan_whole(of_all, input, default_options()).findings)
    if (is_asked_for(one.kind)) both.among_all.push_back(one);
  both.alone = scan_whole(of_some, input, default_options()).findings;
  return both;
}

}  // namespace

TEST_CASE("kinds: of any input, those asked for are found as among all", "[kinds]") {
  const auto holds = rc::check("any shape", [] {
    const auto shape = static_cast<Shape>(*rc::gen::inRange<int>(0, static_cast<int>(Shape::count_)));
    InputMaker maker(*rc::gen::arbitrary<uint64_t>(), shape);
    const std::string input = maker.make(static_cast<size_t>(*rc::gen::inRange(1, 20000)));
    const Both both = scan_with_both(input);
    for (const pidun_finding& one : both.alone)
      if (!is_asked_for(one.kind)) RC_FAIL("not asked for: " + shown(one));
    for (const pidun_finding& one : both.missing()) RC_FAIL("not found: " + shown(one) + "\n" + input);
  });
  CHECK(holds);
}

// Of a column without a header that tells, all that its first cells hold decides what the others are more likely to be.
TEST_CASE("kinds: of tables, nearly all those asked for are found as among all", "[kinds]") {
  size_t missing = 0, all = 0;
  for (uint64_t seed = 0; seed < rounds(600); ++seed) {
    const Both both = scan_with_both(table(seed));
    for (const pidun_finding& one : both.alone)
      if (!is_asked_for(one.kind)) FAIL("not asked for: " << shown(one));
    missing += both.missing().size();
    all += both.among_all.size();
  }
  CHECK(all > rounds(30000));
  CHECK(missing * 500 <= all);
}
