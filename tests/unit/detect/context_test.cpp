// Context: which label stands beside a value, and how far it reaches. Seen through the reasons of a finding.
#include <catch2/catch.hpp>
#include <string>

#include "detect/context.h"
#include "support/scan_text.h"

namespace pidun {
namespace {

const std::string kMobile = "13900001234";

struct Case {
  std::string promise;
  std::string text;
  std::string reason;  // of the mobile number: label, negative_label, other_label; empty if no label speaks
};

// What the labels say of kMobile in `text`.
std::string spoken(const std::string& text, testing::ScanHow how) {
  how.min_confidence = 1;
  for (const testing::Found& found : testing::scan_text(text, how)) {
    if (found.value.find(kMobile) == std::string::npos || found.kind != "mobile_number") continue;
    for (const char* reason : {"label", "negative_label", "other_label"})
      if (found.has(reason)) return reason;
    return "";
  }
  return "not found";
}

void check_spoken(const std::vector<Case>& cases, const testing::ScanHow& how = {}) {
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.text);
    CHECK(spoken(c.text, how) == c.reason);
    testing::ScanHow portable = how;
    portable.words = PIDUN_WORDS_PORTABLE;
    CHECK(spoken(c.text, portable) == c.reason);
  }
}

std::string times(size_t count, const std::string& text) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("the nearest word before a value speaks") {
  check_spoken({
      {"right before", "手机" + kMobile, "label"},
      {"with a colon", "手机号码：" + kMobile, "label"},
      {"with words between", "手机是我常用的 " + kMobile, "label"},
      {"no word", "请看 " + kMobile, ""},
      {"an ASCII word", "phone: " + kMobile, "label"},
      {"glued to it", "tel" + kMobile, "label"},
      {"a negative one", "订单号：" + kMobile, "negative_label"},
      {"the name of something else", "邮箱：" + kMobile, "other_label"},
      {"a word that says nothing", "手机尾号 " + kMobile, ""},
      {"the nearer of two", "订单 手机 " + kMobile, "label"},
      {"the nearer of two, the other way round", "手机 订单 " + kMobile, "negative_label"},
      {"inside another word it is none", "automobile " + kMobile, ""},
  });
}

TEST_CASE("a word reaches over sixteen characters and no further") {
  check_spoken({
      {"16 ASCII characters", "手机" + times(16, ".") + kMobile, "label"},
      {"17 ASCII characters", "手机" + times(17, ".") + kMobile, ""},
      {"16 hanzi", "手机" + times(16, "甲") + kMobile, "label"},
      {"17 hanzi", "手机" + times(17, "甲") + kMobile, ""},
      {"16 emoji", "手机" + times(16, "😀") + kMobile, "label"},
      {"17 emoji", "手机" + times(17, "😀") + kMobile, ""},
      {"many continuation bytes are no way to reach far", "手机" + times(200, "\x80") + kMobile, ""},
  });
}

TEST_CASE("a word does not reach over a newline or another number") {
  check_spoken({
      {"a newline", "手机：\n" + kMobile, ""},
      {"CRLF", "手机：\r\n" + kMobile, ""},
      {"a number of seven digits", "手机 1234567 " + kMobile, ""},
      {"a number of six digits", "手机 123456 " + kMobile, "label"},
      {"a mobile number", "手机 13900005678 " + kMobile, ""},
      {"two short numbers", "手机 1234 5678x " + kMobile, "label"},
  });
}

TEST_CASE("a word at the end of a line speaks of what begins the next line of the same value") {
  const auto cell = [](const std::string& text) { return "id,remark\n1,\"" + text + "\"\n"; };
  testing::ScanHow how;
  how.format = PIDUN_FORMAT_CSV;
  check_spoken(
      {
          {"behind a colon", cell("手机：\n" + kMobile), "label"},
          {"CRLF and an empty line", cell("手机: \r\n\r\n  " + kMobile), "label"},
          {"without a sign", cell("手机\n" + kMobile), "label"},
          {"against it", cell("订单号：\n" + kMobile), "negative_label"},
          {"not when the line goes on", cell("手机：无\n" + kMobile), ""},
          {"not when the next line begins with something else", cell("手机：\n，" + kMobile), ""},
      },
      how);
}

TEST_CASE("a word right behind speaks when none stands before, and is never negative") {
  check_spoken({
      {"in full-width brackets", kMobile + "（手机）", "label"},
      {"in brackets", kMobile + "(手机)", "label"},
      {"in square brackets", kMobile + " [电话]", "label"},
      {"behind a blank", kMobile + " 手机", "label"},
      {"touching", kMobile + "手机", "label"},
      {"the name of something else", kMobile + "（邮箱）", "other_label"},
      {"a negative word behind says nothing", kMobile + "（订单）", ""},
      {"the word before is stronger", "邮箱 " + kMobile + "（手机）", "other_label"},
      {"on the next line", kMobile + "\n手机", ""},
      {"behind another word", kMobile + "的手机", ""},
      {"behind a comma another statement begins", kMobile + ",手机", ""},
      {"behind a full-width comma too", kMobile + "，手机13900005678", ""},
      {"behind a full-width semicolon too", kMobile + "；手机13900005678", ""},
      {"behind a full stop too", kMobile + "。手机13900005678", ""},
      {"too far", kMobile + times(9, " ") + "手机", ""},
  });
}

TEST_CASE("words end at the border of the value, names stand over the whole of it") {
  testing::ScanHow csv;
  csv.format = PIDUN_FORMAT_CSV;
  check_spoken(
      {
          {"a word in the cell before", "手机," + kMobile + "\n甲," + kMobile + "\n", ""},
          {"a word in the same cell", "甲,手机 " + kMobile + "\n乙,丙\n", "label"},
          {"a column", "姓名,手机号\n张三," + kMobile + "\n", "label"},
          {"a column of orders", "姓名,订单号\n张三," + kMobile + "\n", "negative_label"},
          {"a word in the cell is stronger than the column", "姓名,订单号\n张三,手机 " + kMobile + "\n", "label"},
      },
      csv);
  testing::ScanHow json;
  json.format = PIDUN_FORMAT_JSON;
  check_spoken(
      {
          {"a key", R"({"mobile":")" + kMobile + "\"}", "label"},
          {"a key over a number", R"({"userPhone": )" + kMobile + "}", "label"},
          {"a key of orders", R"({"order_no":")" + kMobile + "\"}", "negative_label"},
          {"a value before", R"({"a":"手机","b":")" + kMobile + "\"}", ""},
          {"a key of another value", R"({"mobile":"","b":")" + kMobile + "\"}", ""},
          {"an item of a named array", R"({"mobile":["a",")" + kMobile + "\"]}", "label"},
          {"a word in the string", R"({"note":"手机 )" + kMobile + "\"}", "label"},
      },
      json);
}

TEST_CASE("the name that the host gives the input counts like a column") {
  testing::ScanHow how;
  how.label = "手机号码";
  check_spoken({{"alone", kMobile, "label"}, {"under a nearer word", "订单 " + kMobile, "negative_label"}}, how);
  how.label = "order_no";
  check_spoken({{"a negative name", kMobile, "negative_label"}}, how);
  how.label = "姓名";
  check_spoken({{"a name that says nothing", kMobile, ""}}, how);
}

TEST_CASE("a value alone on its line is told apart") {
  testing::ScanHow how;
  how.min_confidence = 1;
  for (const std::string& text : {kMobile, kMobile + "\n", "a\n" + kMobile + "\r\nb", "\n\n" + kMobile})
    CHECK(testing::scan_text(text, how).at(0).has("alone"));
  for (const std::string& text : {kMobile + " ", " " + kMobile, "号" + kMobile})
    CHECK_FALSE(testing::scan_text(text, how).at(0).has("alone"));
}

TEST_CASE("what a word says does not depend on where in the input it stands") {
  for (size_t at = 2020; at < 2090; ++at) {
    const std::string before = std::string(at, '.') + "\n", text = "手机号码： " + kMobile;
    CAPTURE(at);
    CHECK(spoken(before + text, {}) == "label");
    CHECK(spoken(before + kMobile + "（手机）", {}) == "label");
  }
}

TEST_CASE("labels name the kinds they are for") {
  CHECK(names_kind(Label::document, Kind::resident_id_number));
  CHECK(names_kind(Label::resident_id_number, Kind::hmt_residence_permit_number));
  CHECK(names_kind(Label::phone, Kind::mobile_number));
  CHECK(names_kind(Label::account, Kind::bank_card_number));
  CHECK_FALSE(names_kind(Label::mobile_number, Kind::bank_card_number));
  CHECK_FALSE(names_kind(Label::hmt_residence_permit_number, Kind::resident_id_number));
  CHECK_FALSE(names_kind(Label::none, Kind::email_address));
  CHECK_FALSE(names_kind(Label::mobile_number, Kind::none));
}

}  // namespace pidun
