// Foreigners' permanent residence numbers, new (2023) and old form.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::kFail;
using testing::kNoCheck;
using testing::kPass;

const std::string kKind = "foreign_permanent_resident_id";

// 9, province, numeric country, birth, sequence.
std::string make_new(const std::string& province, const std::string& nation, const std::string& birth,
                     const std::string& sequence) {
  return testing::with_id_check("9" + province + nation + birth + sequence);
}

std::string ending_in_x() {
  for (int sequence = 100; sequence < 1000; ++sequence) {
    std::string id = make_new("31", "826", "19750615", std::to_string(sequence));
    if (id.back() == 'X') return id;
  }
  return {};
}

const std::string kNew = make_new("11", "840", "19900307", "123"), kNewX = ending_in_x();
const std::string kWrong = testing::spoilt(kNew);
const std::string kOld = "USA110190030712";

}  // namespace

TEST_CASE("permanent residence numbers that must be found") {
  const std::string young = make_new("44", "392", "20200229", "001"), german = make_new("31", "276", "19491001", "777");
  const std::string unknown = make_new("11", "999", "19900307", "123"), small = kNewX.substr(0, 17) + "x";
  testing::check_found({
      {"the new form in running text", "号码" + kNew + "的", kKind, kNew, kPass, 80, 90},
      {"with a label", "永久居留身份证：" + kNew, kKind, kNew, kPass, 100},
      {"an ID label will do", "身份证号 " + kNew, kKind, kNew, kPass, 100},
      {"ending in X", "x " + kNewX + " y", kKind, kNewX, kPass, 80},
      {"ending in a small x", "x " + small + " y", kKind, small, kPass, 80},
      {"a leap day", "x " + young, kKind, young, kPass, 80},
      {"another nation and province", "x " + german, kKind, german, kPass, 80},
      {"a country that is not listed", "x " + unknown, kKind, unknown, kPass, 50, 60},
      {"a wrong check digit with a label", "永居证 " + kWrong, kKind, kWrong, kFail, 50, 75},
      {"the old form with a label", "永居证号：" + kOld, kKind, kOld, kNoCheck, 60, 75},
      {"the old form with a document label", "证件号码 GBR310075061599", kKind, "GBR310075061599", kNoCheck, 60, 75},
      {"the old form right next to hanzi", "永久居留DEU440049100101。", kKind, "DEU440049100101", kNoCheck, 60, 75},
      {"the old form alone on its line", "a\n" + kOld + "\nb", kKind, kOld, kNoCheck, 50, 60},
  });
  testing::ScanHow csv;
  csv.format = PIDUN_FORMAT_CSV;
  testing::check_found({{"under a column", "姓名,永居证\n甲," + kOld + "\n", kKind, kOld, kNoCheck, 60}}, csv);
}

TEST_CASE("what is no permanent residence number") {
  testing::check_nothing({
      {"a wrong check digit without a label", "x " + kWrong + " y"},
      {"a day that does not exist", "x " + make_new("11", "840", "19900231", "123") + " y"},
      {"a province that does not exist, a country that does not", "x " + make_new("99", "999", "19900307", "123")},
      {"the old form without a label", "x " + kOld + " y"},
      {"the old form with an unknown country", "x QQQ110190030712 y"},
      {"the old form with a month 13", "永居证 USA110190130712"},
      {"small letters", "永居证 usa110190030712"},
      {"four letters", "永居证 AUSA110190030712"},
      {"two letters", "永居证 US110190030712"},
      {"eleven digits", "永居证 USA11019003071"},
      {"thirteen digits", "永居证 USA1101900307123"},
      {"a letter behind", "永居证 " + kOld + "A"},
      {"a digit before the letters", "永居证 1" + kOld},
      {"19 digits", "x " + kNew + "0"},
  });
}

}  // namespace pidun
