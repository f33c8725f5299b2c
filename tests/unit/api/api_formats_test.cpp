// Formats whose names stand far from their values, through the C API: the label decides what a number is.
#include <catch2/catch.hpp>

#include "support/scan_text.h"

using pidun::testing::Found;
using pidun::testing::scan_text;

namespace {

struct Case {
  const char* what;
  uint32_t format;
  const char* text;
  const char* mobile;  // found as a mobile number
  const char* silent;  // looks like one, but its label says otherwise
  bool labelled = true;
};

const Case kCases[] = {
    {"SQL, by the comment of CREATE TABLE", PIDUN_FORMAT_SQL,
     "CREATE TABLE `t` (`a` int, `b` varchar(20) COMMENT '手机号', `c` varchar(20) COMMENT '订单编号');\n"
     "INSERT INTO `t` VALUES (1, '13912345678', '13887654321');\n",
     "13912345678", "13887654321"},
    {"SQL, by the names in INSERT", PIDUN_FORMAT_SQL,
     "INSERT INTO t (id, order_sn, phone) VALUES (1, '13887654321', '13912345678'),\n"
     "(2, '13887654322', '13912345679');\n",
     "13912345679", "13887654322"},
    {"HL7, by the field of PID", PIDUN_FORMAT_HL7,
     "MSH|^~\\&|HIS|A|LIS|B|20240101||ADT^A01|1|P|2.4\rPID|1||M0001||张^三||19800101|M|||北京||13912345678\r"
     "NTE|1||订单号 13887654321\r",
     "13912345678", "13887654321", false},
    {"logfmt", PIDUN_FORMAT_PAIRS, "level=info order_no=13887654321 mobile=13912345678 took=3ms\n", "13912345678",
     "13887654321"},
    {"form body", PIDUN_FORMAT_FORM, "order_no=13887654321&mobile=13912345678&page=2", "13912345678", "13887654321"},
};

const Found* find(const std::vector<Found>& all, const std::string& value) {
  for (const Found& found : all)
    if (found.value == value) return &found;
  return nullptr;
}

}  // namespace

TEST_CASE("formats: a name far from its value labels it", "[api][formats]") {
  for (const Case& c : kCases)
    for (const uint32_t format : {c.format, uint32_t{PIDUN_FORMAT_AUTO}}) {
      if (format == PIDUN_FORMAT_AUTO && c.format != PIDUN_FORMAT_SQL && c.format != PIDUN_FORMAT_HL7) continue;
      CAPTURE(c.what, format);
      const auto all = scan_text(c.text, {.format = format});
      const Found* const mobile = find(all, c.mobile);
      REQUIRE(mobile != nullptr);
      CHECK(mobile->kind == "mobile_number");
      CHECK(((mobile->flags & PIDUN_FINDING_LABELLED) != 0) == c.labelled);  // PID-13 is any phone, not a mobile
      CHECK(find(all, c.silent) == nullptr);
    }
}

TEST_CASE("formats: account dumps and chats give their values, each by its own bytes", "[api][formats]") {
  const auto dump = scan_text("a1----pw----13912345678\nb2----pw----13812345678\n", {.format = PIDUN_FORMAT_DASHED});
  REQUIRE(dump.size() == 2);
  CHECK(dump[0].value == "13912345678");
  CHECK(dump[1].value == "13812345678");
  const auto chat =
      scan_text("2024-01-02 10:00:00 张三(10001)\n我的手机号是13912345678\n\n", {.format = PIDUN_FORMAT_CHAT});
  const Found* const said = find(chat, "13912345678");
  REQUIRE(said != nullptr);
  CHECK((said->flags & PIDUN_FINDING_LABELLED) != 0);
}
