// A masked name is told by the value beside it. A number that emoji part was looked for only up to the first value
// behind the name, unless a masked number stood anywhere in the segment.
#include "support/scan_text.h"

using namespace pidun::testing;

TEST_CASE("a masked name finds the number in other dress beside it, whatever stands in later rows") {
  const std::string row = "1,国某,1😀3😀9😀0😀0😀0😀0😀1😀2😀3😀4\n";
  const std::string later = "2," + std::string(120, 'a') + ",13900001235\n", masked = "3,无,139****1236\n";
  const auto names = [](const std::string& text) {
    size_t count = 0;
    for (const Found& found : scan_text(text, {.format = PIDUN_FORMAT_CSV}))
      count += found.kind == "person_name" ? 1u : 0u;
    return count;
  };
  CHECK(names("序号,备注,号码\n" + row + later + masked) == 1);
  CHECK(names("序号,备注,号码\n" + row + later) == 1);
}
