// Python's json writes every character beyond ASCII as \uXXXX, browsers send the fields of a form as %XX, names of
// fields too; tables of HTML have entities. Such names said nothing: names, dates and diagnoses under them were missed,
// and rows counted as phone numbers alone.
#include <map>
#include <string>

#include "support/scan_text.h"

using namespace pidun::testing;

namespace {

std::map<std::string, std::string> found_in(const std::string& text, uint32_t format) {
  std::map<std::string, std::string> kinds;
  for (const Found& found : scan_text(text, {.format = format})) kinds[found.kind] = found.value;
  return kinds;
}

}  // namespace

TEST_CASE("keys of JSON that are written as escapes name their values") {
  const auto kinds = found_in(
      R"({"\u59d3\u540d":"\u674e\u5a1c","\u624b\u673a\u53f7":"13900001234","\u8bca\u65ad":"2\u578b\u7cd6\u5c3f\u75c5"})",
      PIDUN_FORMAT_JSON);
  CHECK(kinds.count("person_name") == 1);
  CHECK(kinds.count("mobile_number") == 1);
  CHECK(kinds.count("health_information") == 1);
}

TEST_CASE("so do long keys, and keys that say something only beside others") {
  const auto kinds = found_in(
      R"({"\u5206\u5a29\u65e5\u671f\uff08\u516c\u5386\uff09":"2022-04-02","\u5bf9\u65b9\u53f7\u7801":"13900001234","\u65f6\u957f":"65","\u8bca\u65ad\u540d\u79f0\u53ca\u7f16\u7801":"\u9ad8\u8840\u538b"})",
      PIDUN_FORMAT_JSON);
  CHECK(kinds.count("health_information") == 1);
}

TEST_CASE("headers of a table of HTML that are written as entities name their columns") {
  const auto kinds = found_in(
      "<table><tr><th>&#22995;&#21517;</th><th>&#35786;&#26029;</th></tr>"
      "<tr><td>李娜</td><td>&#39640;&#34880;&#21387;</td></tr></table>",
      PIDUN_FORMAT_HTML);
  CHECK(kinds.count("person_name") == 1);
  CHECK(kinds.count("health_information") == 1);
}

TEST_CASE("names of a form that are percent-encoded name their values") {
  const auto kinds =
      found_in("%E5%A7%93%E5%90%8D=%E6%9D%8E%E5%A8%9C&%E8%AF%8A%E6%96%AD=2%E5%9E%8B%E7%B3%96%E5%B0%BF%E7%97%85&x=1",
               PIDUN_FORMAT_FORM);
  CHECK(kinds.count("person_name") == 1);
  CHECK(kinds.count("health_information") == 1);
}
