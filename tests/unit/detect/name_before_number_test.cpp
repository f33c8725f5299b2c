// Names that stand right before a number, as in lists that were typed: 张三13900001234.
#include "support/scan_text.h"

namespace pidun::testing {
namespace {

struct Case {
  const char* text;
  const char* name;  // empty: none is found
};
constexpr Case kCases[] = {
    {"张三13900001234", "张三"},
    {"李伟明13900001234", "李伟明"},
    {"名单：王五13900001234，赵六13900001235", "王五"},
    {"电话13900001234", ""},
    {"手机号13900001234", ""},
    {"成功13900001234", ""},
    {"金额13900001234", ""},
    {"张三1390000", ""},
    {"人民张三13900001234", ""},
};

}  // namespace

TEST_CASE("two or three hanzi between a border and a long number are a name where they would be one under a label") {
  for (const Case& each : kCases) {
    CAPTURE(each.text);
    std::string name;
    for (const Found& found : scan_text(each.text))
      if (found.kind == "person_name" && name.empty()) name = found.value;
    CHECK(name == each.name);
  }
}

}  // namespace pidun::testing
