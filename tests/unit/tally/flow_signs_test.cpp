// Signs are sums: parts of a flow, in any order, come to the signs of the whole.
#include "tally/flow_signs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "unit/policy/made_flows.h"

namespace pidun {
namespace {

using namespace pidun::testing;

}  // namespace

TEST_CASE("flow signs: records are counted by kind, by format and by what stands together") {
  FlowSigns signs;
  const Kind both[] = {Kind::person_name, Kind::mobile_number};
  const Kind one[] = {Kind::person_name};
  signs.add_record(both, Format::json);
  signs.add_record(both, Format::json);
  signs.add_record(one, Format::chat);
  signs.add_record({}, Format::chat);  // a row without personal information is none
  signs.add_finding(Kind::mobile_number, "mobile_number", false);
  signs.add_finding(Kind::mobile_number, "mobile_number_masked", true);
  CHECK(signs.records == 3);
  CHECK(signs.kinds[Kind::person_name].records == 3);
  CHECK(signs.kinds[Kind::mobile_number] == KindSigns{2, 2, 1});
  CHECK(signs.fields["mobile_number_masked"] == 1);
  CHECK(signs.records_by_format[static_cast<size_t>(Format::json)] == 2);
  CHECK(signs.records_with(kind_bit(Kind::mobile_number)) == 2);
  CHECK(signs.records_with(kind_bit(Kind::mobile_number) | kind_bit(Kind::person_name)) == 2);
  CHECK(signs.records_with(kind_bit(Kind::home_address)) == 0);
}

TEST_CASE("flow signs: every built-in kind has a bit of its own, a custom one has none") {
  uint64_t all = 0;
  for (const KindInfo& kind : all_kinds()) {
    CHECK((all & kind_bit(kind.kind)) == 0);
    CHECK(kind_bit(kind.kind) != 0);
    all |= kind_bit(kind.kind);
  }
  CHECK(kind_bit(static_cast<Kind>(kFirstCustomKind)) == 0);
}

TEST_CASE("flow signs: parts merge in any order to the whole") {
  std::vector<FlowSigns> parts{leads(), album(), dump(), account_list(), position_chat(), ward(Format::hl7)};
  FlowSigns forwards, backwards;
  for (const FlowSigns& part : parts) forwards.merge(part);
  std::reverse(parts.begin(), parts.end());
  for (const FlowSigns& part : parts) backwards.merge(part);
  CHECK(forwards == backwards);
  CHECK(forwards.records == 60 + 12 + 241 + 60 + 7 + 60);
  CHECK(forwards.pictures == 24);
}

TEST_CASE("flow signs: more sorts of records than are kept are the same ones in any order") {
  const auto record = [](FlowSigns& signs, uint32_t bits) {
    std::vector<Kind> kinds;
    for (uint16_t bit = 0; bit < 13; ++bit)
      if ((bits >> bit & 1) != 0) kinds.push_back(static_cast<Kind>(bit + 1));
    signs.add_record(kinds, Format::lines);
  };
  FlowSigns up, down;
  for (uint32_t bits = 1; bits < 1U << 13; ++bits) {
    record(up, bits);
    record(down, (1U << 13) - bits);
  }
  CHECK(up.together.size() == FlowSigns::kMostTogether);
  CHECK(up == down);
}

TEST_CASE("flow signs: the tally says who is shared, who received and what was placed") {
  Counts counts;
  counts.unique = {0, 4, 6};
  counts.persons = 7;
  counts.duplicates = 2;
  counts.recipients = 3;
  counts.images.seen = 21;
  counts.fixes = 1;
  FlowSigns signs;
  signs.add_counts(counts);
  CHECK(signs.shared == 5);
  CHECK(signs.recipients == 3);
  CHECK(signs.pictures == 21);
  CHECK(signs.positions == 1);
}

}  // namespace pidun
