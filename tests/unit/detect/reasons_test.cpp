// Reasons: ids that are pinned and unique, points that sum to a confidence between 0 and 100.
#include "detect/reasons.h"

#include <catch2/catch.hpp>
#include <set>
#include <string_view>

#include "detect/reading.h"

namespace pidun {

TEST_CASE("every reason has an id of its own and a text in both languages") {
  std::set<std::string_view> ids;
  for (const ReasonInfo& info : kReasons) {
    CAPTURE(info.id);
    CHECK_FALSE(info.id.empty());
    CHECK_FALSE(info.en.empty());
    CHECK_FALSE(info.zh.empty());
    CHECK(ids.insert(info.id).second);
    for (const char c : info.id) CHECK(((c >= 'a' && c <= 'z') || c == '_'));
  }
}

TEST_CASE("reasons stand in the order of their numbers") {
  CHECK(reason_info(Reason::resident_id_shape).id == "shape");
  CHECK(reason_info(Reason::check_digit).id == "check_digit");
  CHECK(reason_info(Reason::luhn_failed).id == "luhn_failed");
  CHECK(reason_info(Reason::negative_label).id == "negative_label");
  CHECK(reason_info(Reason::test_value).id == "test_value");
}

TEST_CASE("a confidence is the sum of the points, held between 0 and 100") {
  Evidence evidence;
  CHECK(evidence.confidence() == 0);
  evidence.add(Reason::mobile_shape);
  CHECK(evidence.confidence() == reason_info(Reason::mobile_shape).points);
  evidence.add(Reason::mobile_shape);
  CHECK(evidence.confidence() == reason_info(Reason::mobile_shape).points);
  evidence.add_if(false, Reason::label);
  CHECK_FALSE(evidence.has(Reason::label));
  evidence.add_if(true, Reason::label);
  CHECK(evidence.confidence() == reason_info(Reason::mobile_shape).points + reason_info(Reason::label).points);
  Evidence all, bad;
  for (size_t i = 0; i < kReasonCount; ++i) {
    if (kReasons[i].points > 0) all.add(static_cast<Reason>(i));
    if (kReasons[i].points < 0) bad.add(static_cast<Reason>(i));
  }
  CHECK(all.confidence() == 100);
  CHECK(bad.confidence() == 0);
}

TEST_CASE("no shape alone is enough but that of an address") {
  for (const Reason shape :
       {Reason::resident_id_shape, Reason::short_id_shape, Reason::foreign_id_shape, Reason::old_foreign_id_shape,
        Reason::mobile_shape, Reason::card_shape, Reason::company_code_shape}) {
    CHECK(reason_info(shape).points < 50);
  }
  CHECK(reason_info(Reason::email_shape).points >= 50);
}

}  // namespace pidun
