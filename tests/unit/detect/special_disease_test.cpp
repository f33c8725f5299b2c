// Diagnoses of special diseases, by name and by code.
#include "detect/special_disease.h"

#include <catch2/catch.hpp>
#include <string>

#include "support/scan_text.h"

namespace pidun {
namespace {

const WordSet& diseases() {
  static const WordSet set = [] {
    WordSet words;
    for (const char* word : {"梅毒", "艾滋病", "HIV", "精神分裂症", "肺结核", "结核病"}) words.add(word);
    return words;
  }();
  return set;
}

}  // namespace

TEST_CASE("a diagnosis names a special disease by its name or its code, unless it denies it") {
  for (const char* value : {"梅毒", "早期梅毒待查", "HIV感染", "偏执型精神分裂症", "F20.0", "F20.000x001 精神分裂症",
                            "A53.901", "B24", "A15.0-肺结核", "A16 肺结核"}) {
    CAPTURE(value);
    CHECK(names_special_disease(diseases(), value));
  }
  for (const char* value : {"2型糖尿病", "否认结核病史", "HIV阴性", "无肺结核", "梅毒(-)", "结核病疫苗", "E11.9",
                            "F32.9", "A09", "A530", "F2", "", "B200", "精神面貌良好", "HIV筛查"}) {
    CAPTURE(value);
    CHECK_FALSE(names_special_disease(diseases(), value));
  }
}

TEST_CASE("codes of diseases") {
  for (const char* code : {"E11", "E11.901", "K29.5", "F20.000x001", "I10.x00"}) CHECK(is_disease_code(code));
  for (const char* text : {"", "E1", "e11", "E11.", "E11a", "E1.1", "2E11", "E11.9.1", "E11.9011234567", "OK", "A4纸"})
    CHECK_FALSE(is_disease_code(text));
}

TEST_CASE("a value of health information that names a special disease is one, in every carrier") {
  const auto kinds = [](const std::string& text) {
    std::string all;
    for (const testing::Found& found : testing::scan_text(text, {.format = PIDUN_FORMAT_AUTO})) all += found.kind + " ";
    return all;
  };
  CHECK(kinds("诊断：精神分裂症") == "special_disease ");
  CHECK(kinds("{\"diag_name\":\"早期梅毒\"}") == "special_disease ");
  CHECK(kinds("{\"diag_code\":\"F20.000\"}") == "special_disease ");
  CHECK(kinds("住院号,诊断\nZY2026030101,艾滋病\nZY2026030102,高血压\n") ==
        "medical_record_number special_disease medical_record_number health_information ");
  CHECK(kinds("诊断：E11.901") == "health_information ");
  CHECK(kinds("诊断：B20.600") == "special_disease ");
  CHECK(kinds("既往史：否认结核病史") == "health_information ");
}

}  // namespace pidun
