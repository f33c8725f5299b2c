// The small parts of the record stage: visible ends of masked values, days beside positions, roles of labels, prints.
#include <catch2/catch.hpp>
#include <cstring>
#include <string>

#include "record/nearby_day.h"
#include "record/print_batch.h"
#include "record/prints.h"
#include "record/roles.h"
#include "record/visible.h"

using namespace pidun;

TEST_CASE("visible ends: number and glyph of the mask say nothing", "[record]") {
  const struct {
    Kind kind;
    const char* value;
    unsigned prefix, suffix;
  } cases[] = {
      {Kind::mobile_number, "138****8000", 3, 4},
      {Kind::mobile_number, "138-****-8000", 3, 4},
      {Kind::mobile_number, "138xxxx8000", 3, 4},
      {Kind::mobile_number, "+86 138****8000", 3, 4},
      {Kind::mobile_number, "1395827****", 7, 0},
      {Kind::resident_id_number, "110101********001X", 6, 4},
      {Kind::person_name, "王*", 1, 0},
      {Kind::person_name, "**伟", 0, 1},
      {Kind::mobile_number, "***********", 0, 0},
      {Kind::mobile_number, "", 0, 0},
      {Kind::mobile_number, "138＊＊＊＊8000", 3, 4},
  };
  for (const auto& each : cases) {
    CAPTURE(each.value);
    const Visible visible = visible_of_masked(each.kind, each.value);
    CHECK(visible.prefix == each.prefix);
    CHECK(visible.suffix == each.suffix);
  }
  CHECK(visible_of_masked(Kind::mobile_number, "138****8000").text ==
        visible_of_masked(Kind::mobile_number, "138-****-8000").text);
}

TEST_CASE("days beside a position: of its line or object, in UTC+8", "[record]") {
  const struct {
    const char* text;
    uint32_t day;
  } cases[] = {
      {"2026-01-02 08:00:00,@39.9042,116.4074\n", 20260102},
      {"@39.9042,116.4074,2026/01/02\n", 20260102},
      {"2026-01-01\n@39.9042,116.4074\n2026-01-03\n", 0},
      {"{\"lat\":@39.9042,\"t\":\"2026-01-01T18:00:00Z\"}", 20260102},
      {"时间：2026-01-02 08:00:00\n纬度：@39.9042\n", 20260102},
      {"时间：2026-01-02 08:00:00\r\n备注：无\r\n纬度：@39.9042\r\n", 20260102},
      {"纬度：@39.9042\r\n时间：2026-01-02\r\n", 20260102},
      {"时间：2026-01-02\n\n纬度：@39.9042\n", 0},
      {"{\n \"lat\": @39.9042,\n \"t\": \"2026-01-02\"\n}", 20260102},
      {"{\n \"t\": \"2026-01-01\"\n},{\n \"lat\": @39.9042\n}", 0},
      {"{\"lat\":@39.9042,\"t\":1767283200}", 20260102},
      {"{\"lat\":@39.9042,\"t\":1767283200000}", 20260102},
      {"{\"t\":\"2026-01-01\"},{\"lat\":@39.9042}", 0},
      {"<trkpt lat=\"@39.9042\">\n<time>2026-01-01T03:00:00Z</time></trkpt>", 20260101},
      {"2026-13-41,@39.9042\n", 0},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    std::string text = each.text;
    const size_t at = text.find('@');
    text.erase(at, 1);
    CHECK(nearby_day(Window(text, 0), {at, at + 7}) == each.day);
  }
}

TEST_CASE("roles: labels of other people than the row's own", "[record]") {
  const struct {
    const char* label;
    FieldRole role;
  } cases[] = {
      {"姓名", FieldRole::own},
      {"配偶身份证号", FieldRole::spouse},
      {"监护人电话", FieldRole::guardian},
      {"紧急联系人手机", FieldRole::contact},
      {"收件人", FieldRole::recipient},
      {"寄件人地址", FieldRole::sender},
      {"收件电话", FieldRole::recipient},
      {"收货地址", FieldRole::recipient},
      {"寄件手机", FieldRole::sender},
      {"发件地址", FieldRole::sender},
      {"spouse_name", FieldRole::spouse},
      {"guarantorMobile", FieldRole::guarantor},
      {"contact_phone", FieldRole::own},
      {"midwife", FieldRole::own},
      {"wife_id", FieldRole::spouse},
      {"", FieldRole::own},
  };
  for (const auto& each : cases) {
    CAPTURE(each.label);
    CHECK(role_of(each.label).role == each.role);
  }
}

TEST_CASE("roles: several people of one role are numbered at the word", "[record]") {
  const struct {
    const char* label;
    uint16_t number;
  } cases[] = {
      {"联系人1姓名", 1},    {"联系人2电话", 2},       {"紧急联系人2", 2},        {"联系人二手机", 2},
      {"第二联系人姓名", 2}, {"第3紧急联系人电话", 3}, {"guarantor_2_mobile", 2}, {"emergency_contact_1_name", 1},
      {"联系人姓名", 0},     {"联系人电话2", 0},       {"联系人身份证号18位", 0}, {"联系人2024001", 0},
  };
  for (const auto& each : cases) {
    CAPTURE(each.label);
    CHECK(role_of(each.label).number == each.number);
  }
}

TEST_CASE("prints: the same of the same value under one key, and of nothing else", "[record]") {
  const HashKey one{1}, other{2};
  const Prints prints(one), others(other);
  const Print print = prints.of(Kind::mobile_number, "13958270461");
  CHECK(print == Prints(one).of(Kind::mobile_number, "13958270461"));
  CHECK_FALSE(print == others.of(Kind::mobile_number, "13958270461"));
  CHECK_FALSE(print == prints.of(Kind::bank_card_number, "13958270461"));
  CHECK_FALSE(print == prints.of(Kind::mobile_number, "13958270462"));
  // Not the fingerprints that a scan shows.
  const HashValue shown = KeyedHash(one).of("pidun/v1", static_cast<uint16_t>(Kind::mobile_number), "13958270461");
  CHECK(std::memcmp(&print, shown.data(), sizeof(print)) != 0);
}

TEST_CASE("batch of prints: those that each value has alone, in order, batch after batch", "[record]") {
  const Prints prints(HashKey{7});
  PrintBatch batch(prints);
  for (const size_t count : {size_t{0}, size_t{1}, size_t{8}, size_t{1000}, size_t{3}}) {
    std::vector<Print> expected;
    for (size_t i = 0; i < count; ++i) {
      const Kind kind = i % 3 == 0 ? Kind::person_name : static_cast<Kind>(0x8001);
      const std::string value(i % 200 * (i % 97 == 0 ? 50 : 1), static_cast<char>('a' + i % 26));
      char* const form = batch.open(value.size());
      batch.close(kind, std::copy(value.begin(), value.end(), form));
      expected.push_back(prints.of(kind, value));
    }
    const auto found = batch.finish();
    CHECK(std::vector<Print>(found.begin(), found.end()) == expected);
  }
}
