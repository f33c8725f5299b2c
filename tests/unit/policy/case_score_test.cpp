// Each published case is nearest to itself, with 70 or more by a scan alone; other flows of the same media stay at 30.
#include "policy/case_score.h"

#include <catch2/catch.hpp>
#include <vector>

#include "unit/policy/made_flows.h"

namespace pidun {
namespace {

using namespace pidun::testing;

std::vector<CaseScore> scores(const FlowSigns& signs) { return score_cases(signs, CaseProfiles::builtin()); }

FlowSigns rows(uint64_t count, Format format, std::initializer_list<FieldFound> fields) {
  FlowSigns signs;
  add_rows(signs, count, format, fields);
  return signs;
}

}  // namespace

TEST_CASE("case score: each case has its own as nearest, with 70 or more and well before the next") {
  FlowSigns folder = album();
  folder.merge(dump());
  const std::pair<const char*, FlowSigns> kFlows[] = {
      {"case1", leads()},          {"case2", album()},
      {"case2", dump()},           {"case2", folder},
      {"case3", account_list()},   {"case3", rows(60, Format::dashed, {id_found()})},
      {"case4", position_chat()},  {"case5", ward(Format::delimited)},
      {"case5", ward(Format::hl7)}};
  for (const auto& [id, signs] : kFlows) {
    const auto found = scores(signs);
    CAPTURE(id, found[0].profile->id, found[0].score, found[1].score);
    CHECK(found[0].profile->id == id);
    CHECK(found[0].score >= 70);
    CHECK(found[1].score + 30 <= found[0].score);
  }
}

TEST_CASE("case score: other flows of the same media resemble none") {
  const FlowSigns kHarmless[] = {
      {},
      rows(60, Format::json, {name_found(), mobile_found()}),
      rows(60, Format::json,
           {name_found(), mobile_found(), address_found(), {Kind::transaction_information, "transaction"}}),
      rows(1, Format::multipart, {name_found()}),
      rows(60, Format::sql, {name_found(), mobile_found()}),
      rows(60, Format::dashed, {{Kind::staff_student_number, "staff_student_number"}, name_found()}),
      rows(9, Format::chat, {name_found(), mobile_found()}),
      rows(60, Format::delimited, {name_found(), mobile_found(), {Kind::health_information, "visit_date"}}),
      rows(60, Format::hl7, {name_found(), mobile_found(), {Kind::health_information, "diagnosis"}}),
      rows(60, Format::json, {{Kind::device_identifier, "imei"}, {Kind::location_trajectory, "coordinates"}}),
  };
  for (const FlowSigns& signs : kHarmless) {
    const auto found = scores(signs);
    CAPTURE(signs.records, found[0].profile->id);
    CHECK(found[0].score <= 30);
  }
}

TEST_CASE("case score: the signs that made a score are told with it") {
  const CaseScore best = scores(leads())[0];
  CHECK(best.score == 95);  // all but the recipients, which a scan alone does not see
  REQUIRE(best.signs.size() == 6);
  for (size_t i = 0; i < 5; ++i) CHECK(best.signs[i].degree == 1000);
  CHECK(best.signs[5].degree == 0);
  CHECK(best.signs[5].sign->name.en == "several recipients");
  CHECK(best.text.zh == "字段组合与公开案例一相似度95，不表示行为性质相同");
  CHECK(best.text.en == "field pattern similar to published case 1 (95); says nothing about conduct");
}

TEST_CASE("case score: a share below what is wanted counts in part") {
  FlowSigns signs = leads();
  add_rows(signs, 180, Format::json, {name_found()});  // now a quarter of the records are leads
  const CaseScore best = scores(signs)[0];
  CHECK(best.profile->id == "case1");
  CHECK(best.score < 95);
  CHECK(best.score > 30);
  CHECK(best.signs[0].degree == 500);
}

TEST_CASE("case score: the largest counts do not run over") {
  FlowSigns signs = leads();
  signs.records = UINT64_MAX;
  for (auto& [kind, counts] : signs.kinds) counts = {UINT64_MAX, UINT64_MAX, UINT64_MAX};
  for (auto& [rule, count] : signs.fields) count = UINT64_MAX;
  signs.merge(signs);
  CHECK(scores(signs)[0].profile->id == "case1");
  CHECK(scores(signs)[0].score <= 100);
}

}  // namespace pidun
