// Values of rules that are said as forms, in running text: how sure a reading is, what a label does, what touches it.
// What each rule finds and does not find stands with the rules, in patterns/*.toml.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {
namespace {

using testing::kFail;
using testing::kNoCheck;
using testing::kPass;

const std::string kPermit = "passport_permit_number", kPlate = "vehicle_plate", kLandline = "landline_number",
                  kIdentity = "hmt_identity_number", kDevice = "device_identifier";

std::vector<std::string> landlines_of(const std::string& text, int least = 50) {
  std::vector<std::string> values;
  for (const auto& found : testing::scan_text(text))
    if (found.kind == kLandline && found.confidence >= least) values.push_back(found.value);
  return values;
}

}  // namespace

TEST_CASE("what stands alone, and what a label and a check add to it") {
  testing::check_found(
      {
          {"a plate in text", "车停在粤B12345旁", kPlate, "粤B12345", kNoCheck, 60, 60},
          {"a plate with its label", "车牌：粤B12345", kPlate, "粤B12345", kNoCheck, 85, 85},
          {"a plate of letters needs the label", "车牌：粤BABCDE", kPlate, "粤BABCDE", kNoCheck, 60, 60},
          {"an identity number with brackets and check", "见 P103265(1)。", kIdentity, "P103265(1)", kPass, 75, 75},
          {"a wrong check under its label", "香港身份证 P103265(2)", kIdentity, "P103265(2)", kFail, 60, 60},
          {"an address of a device", "lladdr 3c:52:82:1a:0b:9f REACHABLE", kDevice, "3c:52:82:1a:0b:9f", kNoCheck, 60,
           60},
          {"a passport under its label", "护照 E12345678", kPermit, "E12345678", kNoCheck, 60, 60},
          {"a passport under a label for documents", "证件号 E12345678", kPermit, "E12345678", kNoCheck, 60, 60},
          {"a check character in brackets", "澳门身份证：5686611(1)，有效", kIdentity, "5686611(1)", kNoCheck, 60, 60},
          {"the same without a sign", "澳门身份证5686611(1)", kIdentity, "5686611(1)", kNoCheck, 60, 60},
          {"a landline with its area code", "拨 0755-86543210 即可", kLandline, "0755-86543210", kNoCheck, 60},
          {"a number of QQ in a sentence", "我的QQ是82736455，有事留言", "social_account", "82736455", kNoCheck, 60,
           60},
          {"a value that a key names", "{\"sms_code\":\"482913\"}", "sms_verification_code", "482913", kNoCheck, 60,
           60},
      },
      {.format = PIDUN_FORMAT_AUTO});
}

TEST_CASE("serial numbers, words and codes are no values") {
  testing::check_nothing(
      {
          {"a letter and eight digits", "batch E12345678 done"},
          {"the same, glued to a word", "PO1E12345678"},
          {"a plate's letters alone", "新SERVER启动"},
          {"hanzi and a capital word", "京东APP下载"},
          {"a wrong check digit without label", "P103265(2)"},
          {"a function call", "f123456(1)"},
          {"a timestamp", "12:34:56:78:90"},
          {"a UUID", "123e4567-e89b-12d3-a456-426614174000"},
          {"seventeen capitals and digits", "AB12CD34EF56GH789"},
          {"a date and eight digits", "2024-12345678"},
          {"a service number", "致电400-810-1234"},
          {"the last groups of a longer number", "付款 6222 0202 0001 2345 成功"},
          {"two characters in brackets", "澳门身份证：5686611(12)"},
          {"an order with a dash", "单号 0000-12345678"},
          {"a part of a longer number", "护照 AE12345678"},
          {"a decimal", "护照 E12345678.5"},
          {"a mail address", "E12345678@"},
      },
      {.min_confidence = 50});
}

TEST_CASE("a list of landlines is named by the label before the first") {
  CHECK(landlines_of("电话：67080561,67080562") == std::vector<std::string>{"67080561", "67080562"});
  CHECK(landlines_of("电话是67080561和67080562。") == std::vector<std::string>{"67080561", "67080562"});
  CHECK(landlines_of("67080561,67080562").empty());
  CHECK(landlines_of("电话67080561，数量67080562") == std::vector<std::string>{"67080561"});
}

TEST_CASE("a list of landlines ends after a few numbers, however it is cut") {
  std::string list = "电话：67080500";
  for (int i = 1; i < 40; ++i) list += ",670805" + std::to_string(100 + i).substr(1);
  const size_t found = landlines_of(list).size();
  CHECK(found >= 4);
  CHECK(found <= 10);
}

TEST_CASE("masked evidence shows no more than a first character") {
  const auto all = testing::scan_text("护照 E12345678 车牌 粤B12345");
  REQUIRE(all.size() == 2);
  CHECK(all[0].evidence == "E********");
  CHECK(all[1].evidence == "粤******");
}

}  // namespace pidun
