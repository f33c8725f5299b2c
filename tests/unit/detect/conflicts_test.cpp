// Conflicts: several readings claim the same bytes, and one wins or none.
#include <catch2/catch.hpp>
#include <string>

#include "detect/detect.h"
#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::kFail;
using testing::kPass;

// An ID whose eighteen digits pass Luhn as well, as one in ten does; 62 is Gansu and UnionPay.
std::string id_that_obeys_luhn(const std::string& region) {
  for (int sequence = 100; sequence < 1000; ++sequence) {
    std::string id = testing::make_id(region, "19900307", std::to_string(sequence));
    if (id.back() != 'X' && testing::obeys_luhn(id)) return id;
  }
  return {};
}

// Digits alone that are a company code; its birth date, if read as an ID, is `birth`.
std::string company_of_digits(const std::string& birth) {
  for (int rest = 100; rest < 1000; ++rest) {
    const std::string seventeen = "911101" + birth + std::to_string(rest);
    const std::string code = testing::with_company_check(seventeen);
    if (code.back() >= '0' && code.back() <= '9') return code;
  }
  return {};
}

Reading reading(uint64_t begin, uint64_t end, Kind kind, int confidence, Check check = Check::none) {
  Reading made{.span = {begin, end}, .kind = kind, .check = check, .evidence = {}};
  made.confidence = confidence;
  return made;
}

}  // namespace

TEST_CASE("an ID that is Luhn valid is an ID") {
  const std::string gansu = id_that_obeys_luhn("620102"), beijing = id_that_obeys_luhn("110101");
  testing::check_found({
      {"in running text", "x " + gansu + " y", "resident_id_number", gansu, kPass, 85},
      {"with its label", "身份证 " + gansu, "resident_id_number", gansu, kPass, 100},
      {"another province", "x " + beijing + " y", "resident_id_number", beijing, kPass, 85},
  });
  CHECK(testing::scan_text("x " + gansu).at(0).also == "bank_card_number");
}

TEST_CASE("a card that looks like an ID is a card where its label says so") {
  const std::string gansu = id_that_obeys_luhn("620102");
  const auto all = testing::scan_text("银行卡号 " + gansu);
  INFO(testing::listed(all));
  REQUIRE(all.size() == 1);  // one of the two, never both
  const std::string card = testing::make_card("622202", 19);
  testing::check_found({{"19 digits are no ID", "证号 " + card, "bank_card_number", card, kPass, 50}});
}

TEST_CASE("company codes of digits and ID numbers are told apart by their checks") {
  const std::string code = testing::make_company_code("91", "110105", "71092606");
  testing::check_found({{"a code", "x " + code, "company_code", code, kPass, 70}});
  // A code whose digits hold a real date under an ID label: its own check passes, that of the ID does not.
  const std::string dated = company_of_digits("19900307");
  const auto all = testing::scan_text("统一社会信用代码 " + dated);
  INFO(testing::listed(all));
  REQUIRE(all.size() == 1);
  CHECK(all[0].kind == "company_code");
}

TEST_CASE("a mobile number as the name of an address is an address alone") {
  testing::check_found({
      {"an address", "x 13900001234@139.com y", "email_address", "13900001234@139.com"},
      {"under the label of a phone", "手机 13900001234@139.com", "email_address", "13900001234@139.com"},
      {"with letters", "x li13900001234@qq.com y", "email_address", "li13900001234@qq.com"},
      {"in the domain", "x li@13900001234.com y", "email_address", "li@13900001234.com"},
  });
}

TEST_CASE("a number inside a longer one is nothing") {
  const std::string id = testing::make_id("110101", "19900307", "123");
  testing::check_nothing({
      {"a mobile in an order number", "x 20240601139000012345 y"},
      {"a mobile in 12 digits", "x 113900001234 y"},
      {"a mobile at the begin of 20 digits", "x 13900001234567890123 y"},
      {"24 digits", "x 123456789012345678901234 y"},
      {"an ID in 24 digits", "x 202406" + id + " y"},
      {"a mobile in a UUID", "x 550e8400-e29b-41d4-a716-a13900001234 y"},
      {"a mobile in a hash", "x e13900001234f0a9b8c7d6e5f4a3b2c1 y"},
      {"a mobile behind a decimal point", "x 3.13900001234 y"},
      {"a date and a mobile joined", "x 2024060113900001234 y"},
  });
}

TEST_CASE("two values side by side are both found") {
  const std::string id = testing::make_id("110101", "19900307", "123");
  for (const std::string between : {" ", ",", "/", "，", "\t", "\n", "和"}) {
    const auto all = testing::scan_text("x " + id + between + "13900001234" + between + "a@b.cn y");
    INFO("between: " << between << "\n" << testing::listed(all));
    REQUIRE(all.size() == 3);
    CHECK(all[0].value == id);
    CHECK(all[1].value == "13900001234");
    CHECK(all[2].value == "a@b.cn");
  }
}

TEST_CASE("rank: confidence, then a passed check, then length, then the lesser kind") {
  struct Case {
    const char* promise;
    Reading first, second;
    bool first_wins, second_wins;
  };
  const Kind id = Kind::resident_id_number, card = Kind::bank_card_number;
  const Case cases[] = {
      {"the surer", reading(0, 18, id, 85), reading(0, 18, card, 70), true, false},
      {"the surer, even if shorter", reading(0, 18, id, 70), reading(2, 9, card, 85), false, true},
      {"the one whose check passed", reading(0, 18, id, 70), reading(0, 18, card, 70, Check::pass), false, true},
      {"the longer", reading(0, 18, card, 70), reading(0, 15, id, 70), true, false},
      {"the lesser kind", reading(0, 18, id, 70), reading(0, 18, card, 70), true, false},
      {"side by side both win", reading(0, 18, id, 70), reading(18, 20, card, 90), true, true},
      {"too little wins nothing", reading(0, 18, id, 49), reading(30, 40, card, 50), false, true},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    const Readings readings{c.first, c.second};
    Conflicts conflicts;
    conflicts.settle(readings, 50);
    CHECK(conflicts.winner(0) == c.first_wins);
    CHECK(conflicts.winner(1) == c.second_wins);
    if (c.first_wins != c.second_wins && c.first.span.end > c.second.span.begin)
      CHECK(conflicts.strongest_loser(readings, c.first_wins ? 0 : 1) == (c.first_wins ? c.second : c.first).kind);
  }
}

TEST_CASE("findings never overlap, whatever the text") {
  std::string text;
  for (uint32_t seed = 0; seed < 400; ++seed) {
    text += testing::grouped_by(testing::make_card("6222", 19, seed), 4, seed % 2 == 0 ? ' ' : '-') + " ";
    text += testing::make_id("620102", "19900307", std::to_string(100 + seed)) + (seed % 3 == 0 ? "@qq.com " : " ");
  }
  testing::ScanHow how;
  how.min_confidence = 1;
  const auto all = testing::scan_text(text, how);
  REQUIRE(all.size() > 400);
  for (size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].begin + all[i - 1].value.size() <= all[i].begin);
}

}  // namespace pidun
