// Of what is pinned for ever: numbers and names of statuses, limits and kinds, and the version.
#include <set>

#include "unit/api/api_fixture.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("statuses: numbers and names are pinned", "[api]") {
  struct {
    pidun_status status;
    int32_t number;
    const char* name;
  } const cases[] = {
      {PIDUN_OK, 0, "ok"},
      {PIDUN_INCOMPLETE, 1, "incomplete"},
      {PIDUN_STOPPED, 2, "stopped"},
      {PIDUN_E_ARGUMENT, -1, "invalid argument"},
      {PIDUN_E_MEMORY, -2, "out of memory"},
      {PIDUN_E_RULES, -3, "rules could not be built"},
      {PIDUN_E_STATE, -4, "stream is finished"},
      {PIDUN_E_BUSY, -5, "in use by another call"},
      {PIDUN_E_SPACE, -6, "buffer too small"},
      {PIDUN_E_INTERNAL, -7, "internal error"},
      {PIDUN_E_TALLY, -8, "tally"},
  };
  for (const auto& c : cases) {
    CHECK(c.status == c.number);
    CHECK(std::string(pidun_status_name(c.status)) == c.name);
  }
  for (const pidun_status unknown : {3, 99, -9, INT32_MAX, INT32_MIN})
    CHECK(std::string(pidun_status_name(unknown)) == "unknown status");
}

TEST_CASE("limits: bits and names are pinned", "[api]") {
  CHECK(std::string(pidun_incomplete_name(1)) == "byte_limit");
  CHECK(std::string(pidun_incomplete_name(2)) == "finding_limit");
  CHECK(std::string(pidun_incomplete_name(4)) == "deadline");
  CHECK(std::string(pidun_incomplete_name(8)) == "depth_limit");
  CHECK(std::string(pidun_incomplete_name(16)) == "encoding_limit");
  CHECK(std::string(pidun_incomplete_name(32)) == "decoded_byte_limit");
  CHECK(std::string(pidun_incomplete_name(64)) == "column_limit");
  CHECK(std::string(pidun_incomplete_name(128)) == "record_limit");
  for (const uint32_t other : {0u, 3u, 48u, 256u, 0x80000000u, 0xFFFFFFFFu})
    CHECK(pidun_incomplete_name(other) == nullptr);
}

TEST_CASE("kinds: 56, numbered from 1, found by number and by name", "[api]") {
  REQUIRE(pidun_kind_count() == 56);
  std::set<std::string> names;
  for (size_t i = 0; i < pidun_kind_count(); ++i) {
    auto info = sized<pidun_kind_info>();
    REQUIRE(pidun_kind_at(i, &info) == PIDUN_OK);
    CHECK(info.struct_size == sizeof info);
    CHECK(info.kind == i + 1);
    CHECK((info.tier == 0 || info.tier == 50 || info.tier == 500 || info.tier == 5000));
    CHECK((info.sensitive == 'Y' || info.sensitive == 'N' || info.sensitive == 'C'));
    CHECK(info.jrt0171 <= 3);
    CHECK(info.gbt39725 <= 5);
    CHECK(names.insert(info.name).second);
    CHECK(std::string(info.name_zh).size() >= 6);
    CHECK(pidun_kind_find(info.name) == info.kind);
    auto again = sized<pidun_kind_info>();
    REQUIRE(pidun_kind_get(info.kind, &again) == PIDUN_OK);
    CHECK(again.name == info.name);
  }
}

TEST_CASE("kinds: what there is none of", "[api]") {
  auto info = sized<pidun_kind_info>();
  CHECK(pidun_kind_at(56, &info) == PIDUN_E_ARGUMENT);
  CHECK(pidun_kind_at(SIZE_MAX, &info) == PIDUN_E_ARGUMENT);
  for (const uint16_t kind : {uint16_t{0}, uint16_t{57}, uint16_t{0x8000}, uint16_t{0xFFFF}})
    CHECK(pidun_kind_get(kind, &info) == PIDUN_E_ARGUMENT);
  for (const char* name : {"", "resident_id", "Resident_Id_Number", "resident_id_number ", "公民身份号码"})
    CHECK(pidun_kind_find(name) == 0);
}

TEST_CASE("kinds: the numbers that stored results hold", "[api]") {
  CHECK(pidun_kind_find("mobile_number") == 2);
  CHECK(pidun_kind_find("email_address") == 4);
  CHECK(pidun_kind_find("resident_id_number") == 5);
  CHECK(pidun_kind_find("foreign_permanent_resident_id") == 8);
  CHECK(pidun_kind_find("hmt_residence_permit_number") == 9);
  CHECK(pidun_kind_find("bank_card_number") == 29);
  CHECK(pidun_kind_find("company_code") == 50);
  CHECK(pidun_kind_find("staff_student_number") == 56);
}

TEST_CASE("rules: ids of findings, and of nothing", "[api]") {
  Fixture f;
  REQUIRE(f.scan(kText) == PIDUN_OK);
  for (const pidun_finding& finding : f.results) CHECK(f.engine.rule_id(finding.rule) != nullptr);
  CHECK(pidun_rule_id(nullptr, 0) == nullptr);
  CHECK(pidun_rule_id(f.engine.get(), static_cast<uint32_t>(pidun_rule_count(f.engine.get()))) == nullptr);
  CHECK(pidun_rule_id(f.engine.get(), 0x10002) == nullptr);
  CHECK(pidun_rule_id(f.engine.get(), UINT32_MAX) == nullptr);
}

TEST_CASE("version: the library is that of the header", "[api]") {
  CHECK(pidun_version_number() == PIDUN_VERSION_NUMBER);
  const uint32_t n = pidun_version_number();
  const std::string text =
      std::to_string(n / 10000) + "." + std::to_string(n / 100 % 100) + "." + std::to_string(n % 100);
  CHECK(pidun_version_string() == text);
}
