#include "detect/checks/company_code.h"

#include <catch2/catch.hpp>
#include <string>

#include "unit/detect/checks/random_values.h"

namespace pidun {
namespace {

constexpr std::string_view kSet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::string valid_code(testing::RandomValues& random) {
  std::string code = "91" + random.digits(6);
  for (int i = 0; i < 9; ++i) code += kSet[random.below(static_cast<uint32_t>(kSet.size()))];
  return code + company_code_check(code);
}

}  // namespace

TEST_CASE("company codes and their near misses") {
  struct Case {
    const char* promise;
    const char* code;
    bool shape, valid;
  };
  const Case cases[] = {
      {"a company", "91350100M000100Y43", true, true},
      {"another", "91110108MA01YBNX62", true, true},
      {"a foundation, last character a letter", "52100000500000784G", true, true},
      {"wrong check character, outside the set", "91350100M000100Y4Z", false, false},
      {"wrong check character", "91350100M000100Y44", true, false},
      {"the letter I", "91350100M000100I43", false, false},
      {"lower case", "91350100m000100y43", false, false},
      {"no such department", "01350100M000100Y43", false, false},
      {"no such category", "98350100M000100Y43", false, false},
      {"a letter in the region", "9135010AM000100Y43", false, false},
      {"seventeen characters", "91350100M000100Y4", false, false},
      {"nineteen characters", "91350100M000100Y433", false, false},
      {"empty", "", false, false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.code);
    CHECK(company_code_shape(c.code) == c.shape);
    CHECK(company_code_valid(c.code) == c.valid);
  }
}

TEST_CASE("bytes outside the set have no check character") {
  for (int byte = 0; byte < 256; ++byte) {
    std::string code = "91350100M000100Y4";
    code[10] = static_cast<char>(byte);
    const bool inside = byte != 0 && kSet.find(static_cast<char>(byte)) != kSet.npos;
    CHECK((company_code_check(code) != '\0') == inside);
  }
}

TEST_CASE("every single edit and every swap of neighbours of a valid company code fails") {
  testing::RandomValues random(8);
  for (int i = 0; i < 100; ++i) {
    const std::string valid = valid_code(random);
    REQUIRE(company_code_valid(valid));
    for (size_t place = 0; place < valid.size(); ++place) {
      for (const char other : kSet) {
        std::string edited = valid;
        edited[place] = other;
        if (company_code_valid(edited) != (edited == valid)) FAIL(valid << " and " << edited << " both pass");
      }
      if (place + 1 == valid.size()) continue;
      std::string swapped = valid;
      std::swap(swapped[place], swapped[place + 1]);
      if (company_code_valid(swapped) != (swapped == valid)) FAIL(valid << " and " << swapped << " both pass");
    }
  }
  SUCCEED();
}

TEST_CASE("organisation codes: mod 11 with X, and each digit edit fails") {
  CHECK(organisation_code_valid("D2143569X"));  // the example of the standard
  CHECK_FALSE(organisation_code_valid("D21435690"));
  CHECK_FALSE(organisation_code_valid("D2143569"));
  CHECK_FALSE(organisation_code_valid("D2143569x"));
  CHECK(organisation_code_check("d2143569") == '\0');
  CHECK(organisation_code_check("") == '\0');
  testing::RandomValues random(9);
  for (int i = 0; i < 200; ++i) {
    const std::string body = random.digits(8);
    const char check = organisation_code_check(body);
    for (size_t place = 0; place < body.size(); ++place) {
      for (char other = '0'; other <= '9'; ++other) {
        std::string edited = body;
        edited[place] = other;
        if ((organisation_code_check(edited) == check) != (edited == body)) FAIL(body << " and " << edited);
      }
    }
  }
}

}  // namespace pidun
