// Names and other values that their structure takes apart: components of HL7, objects of FHIR.
#include "support/scan_text.h"

namespace pidun::testing {
namespace {

std::vector<std::string> values_of(const std::string& kind, const std::string& text, uint32_t format) {
  std::vector<std::string> values;
  for (const Found& found : scan_text(text, {.format = format}))
    if (found.kind == kind) values.push_back(found.value);
  return values;
}

}  // namespace

TEST_CASE("a family name and a given name that are components of one field are one name") {
  const std::string head = "MSH|^~\\&|HIS|H|LIS|H|20240101||ADT^A01|1|P|2.4\r";
  const auto names = [&](const std::string& field) {
    return values_of("person_name", head + "PID|1||P0001^^^H^PI||" + field + "||19900307|F\r", PIDUN_FORMAT_HL7);
  };
  CHECK(names("王^伟") == std::vector<std::string>{"王^伟"});
  CHECK(names("李^小红^^^女士") == std::vector<std::string>{"李^小红"});
  CHECK(names("欧阳^修") == std::vector<std::string>{"欧阳^修"});
  CHECK(names("王伟") == std::vector<std::string>{"王伟"});
  CHECK(names("^伟").empty());
  CHECK(names("王^").empty());
  CHECK(names("的^是").empty());
}

TEST_CASE("a key that says nothing of its value leaves that to the key of its object") {
  const auto names = [](const std::string& text) { return values_of("person_name", text, PIDUN_FORMAT_JSON); };
  CHECK(names(R"({"name":[{"use":"official","text":"王伟"}]})") == std::vector<std::string>{"王伟"});
  CHECK(names(R"({"姓名":{"value":"王伟"}})") == std::vector<std::string>{"王伟"});
  CHECK(names(R"({"姓名":{"x":{"y":1},"content":"王伟"}})") == std::vector<std::string>{"王伟"});
  CHECK(names(R"({"title":{"text":"王伟"}})").empty());
  CHECK(names(R"({"姓名":{"x":{"text":"高兴"}}})").empty());
  CHECK(names(R"([{"text":"王伟"}])").empty());
  const std::string order = R"({"order_no":{"value":"13900001234"}})";
  for (const Found& found : scan_text(order, {.format = PIDUN_FORMAT_JSON, .min_confidence = 1}))
    CHECK(found.has("negative_label"));
}

}  // namespace pidun::testing
