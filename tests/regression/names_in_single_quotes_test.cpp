// What Python's repr() and JavaScript write into logs sets names and values in single quotes. Only double ones were
// known before a colon: {'诊断': '高血压'} said nothing, and {'password': 'Abc12345!'} neither.
#include "support/scan_text.h"

using namespace pidun::testing;

TEST_CASE("names of fields in single quotes name the values behind them") {
  struct Case {
    const char *text, *kind, *value;
  };
  const Case cases[] = {
      {"INFO {'诊断': '高血压', 'a': 'b'}", "health_information", "高血压"},
      {"INFO {u'诊断': u'高血压'}", "health_information", "高血压"},
      {"INFO {'征信情况': '良好'}", "credit_information", "良好"},
      {"INFO {'birth_date': '1990-03-07'}", "birth_date", "1990-03-07"},
      {"INFO {'staff_no': 'A10245'}", "staff_student_number", "A10245"},
      {"INFO {'诊断':'高血压'}", "health_information", "高血压"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto found = scan_text(c.text, {.format = PIDUN_FORMAT_LINES});
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == c.kind);
    CHECK(found[0].value == c.value);
  }
}

TEST_CASE("a quote before a colon makes no name of a word that is none") {
  for (const char* text : {"the 'diagnosis' is 'unknown'", "INFO {'诊断': ''}", "INFO {'诊断': None}", "it's: 'x'"}) {
    CAPTURE(text);
    CHECK(scan_text(text, {.format = PIDUN_FORMAT_LINES}).empty());
  }
}
