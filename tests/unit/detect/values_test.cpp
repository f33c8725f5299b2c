// Values: which value a place lies in, and the label that the structure puts over it.
#include "detect/values.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace pidun {
namespace {

const LabelTable& table() {
  static const LabelTable labels;
  return labels;
}

// The values of a whole text, read in stretches of `step` bytes.
class ReadText {
 public:
  explicit ReadText(std::string text, FormatHint hint, size_t step = SIZE_MAX, Label label = Label::none)
      : text_(std::move(text)) {
    const Layout layout = settle_layout(std::string_view(text_).substr(0, kPreamble), hint);
    const auto reader = make_reader(layout);
    values_.start(table(), layout, label);
    for (size_t at = 0; at < text_.size() || at == 0;) {
      const size_t end = step < text_.size() - at ? at + step : text_.size();
      reader->read(window(), end, end == text_.size(), values_.events());
      values_.note_read(window(), *reader);
      if (end == at) break;
      at = end;
    }
  }
  Window window() const { return Window(text_, 0); }
  Value at(std::string_view place) { return values_.at(window(), text_.find(place)); }
  Value at(uint64_t offset) { return values_.at(window(), offset); }
  Label label_at(std::string_view place) { return at(place).name; }
  std::string text_of(const Value& value) const { return std::string(window().view(value.begin, value.end)); }
  Values& values() { return values_; }

 private:
  std::string text_;
  Values values_;
};

}  // namespace

TEST_CASE("cells carry the label of their column") {
  ReadText csv("姓名,手机号,订单号\n张三,13900001234,1001\n\"李,四\",13900005678,1002\n", FormatHint::comma);
  CHECK(csv.label_at("张三") == Label::person_name);
  CHECK(csv.label_at("13900001234") == Label::mobile_number);
  CHECK(csv.label_at("1001") == Label::order);
  CHECK(csv.label_at("13900005678") == Label::mobile_number);
  CHECK(csv.label_at("手机号") == Label::none);  // the header itself is a name, not a value
  CHECK(csv.text_of(csv.at("13900001234")) == "13900001234");
  CHECK(csv.text_of(csv.at("李")) == "李,四");
  CHECK_FALSE(csv.at("13900001234").whole_line);
}

TEST_CASE("JSON values carry the label of their key, items that of their array") {
  ReadText json(R"({"user":{"phone":"13900001234","n":17},"mobiles":1,"mobile":["a1","b2"],"x":"y9"})",
                FormatHint::json);
  CHECK(json.label_at("13900001234") == Label::phone);
  CHECK(json.label_at("17") == Label::none);
  CHECK(json.label_at("a1") == Label::mobile_number);
  CHECK(json.label_at("b2") == Label::mobile_number);
  CHECK(json.label_at("y9") == Label::none);
  CHECK(json.text_of(json.at("13900001234")) == "13900001234");
}

TEST_CASE("a key that says something only beside others says it in their object, columns in their table") {
  const Label call = table().named("通话时长"), time = table().named("通话时间");
  REQUIRE((is_field(call) && is_field(time)));
  ReadText near(R"([{"duration":62,"start_time":"08:01","caller":"13900001234"},{"duration":17,"n":1}])",
                FormatHint::json);
  CHECK(near.label_at("62") == call);
  CHECK(near.label_at("08:01") == time);
  CHECK(near.label_at("17") == Label::none);  // of an object of its own
  ReadText apart(R"({"call":{"caller":"13900001234"},"duration":62})", FormatHint::json);
  CHECK(apart.label_at("62") == Label::none);
  ReadText far("{\"caller\":\"13900001234\",\"text\":\"" + std::string(600, 'x') + "\",\"duration\":62}",
               FormatHint::json);
  CHECK(far.label_at("62") == Label::none);  // what lies so far is not looked at
  ReadText sql(
      "INSERT INTO `cdr` (`caller`,`duration`) VALUES ('13900001234',62);\nINSERT INTO `t` (`x`,`duration`) "
      "VALUES ('a',17);\n",
      FormatHint::sql);
  CHECK(sql.label_at("62") == call);
  CHECK(sql.label_at("17") == Label::none);
  ReadText csv("主叫号码,被叫号码,时长(秒)\n13900001234,13900005678,62\n", FormatHint::comma);
  CHECK(csv.label_at("62") == call);
}

TEST_CASE("a line of plain text is one value") {
  ReadText lines("first 1\n13900001234\r\nlast", FormatHint::lines);
  CHECK(lines.text_of(lines.at("first")) == "first 1");
  CHECK(lines.at("13900001234").whole_line);
  CHECK(lines.text_of(lines.at("13900001234")) == "13900001234");
  CHECK(lines.text_of(lines.at("last")) == "last");
}

TEST_CASE("the label of the input stands where the structure says nothing") {
  ReadText csv("备注,手机号\n张三,13900001234\n", FormatHint::comma, SIZE_MAX, Label::bank_card_number);
  CHECK(csv.label_at("张三") == Label::bank_card_number);
  CHECK(csv.label_at("13900001234") == Label::mobile_number);
  ReadText lines("13900001234", FormatHint::lines, SIZE_MAX, Label::email_address);
  CHECK(lines.label_at("13900001234") == Label::email_address);
}

TEST_CASE("a place outside every value is a value of one byte without a name") {
  ReadText csv("a,b\nc,d\n", FormatHint::comma);
  const Value none = csv.at(csv.window().end() + 10);
  CHECK(none.end == none.begin + 1);
  CHECK(none.name == Label::none);
  CHECK_FALSE(none.whole_line);
}

TEST_CASE("places may be asked for in any order") {
  const std::string text = "姓名,手机号,邮箱\n张三,111,a@b\n李四,222,c@d\n王五,333,e@f\n";
  ReadText csv(text, FormatHint::comma);
  for (const char* place : {"333", "111", "e@f", "222", "a@b", "111"}) {
    CAPTURE(place);
    CHECK(csv.text_of(csv.at(place)) == place);
    CHECK(csv.label_at(place) == (place[1] == '@' ? Label::email_address : Label::mobile_number));
  }
}

TEST_CASE("a value keeps its label however the reading is cut") {
  const std::string text = R"({"mobile":"13900001234 )" + std::string(300, 'x') + R"( 13900005678","email":"tail"})";
  for (size_t step = 1; step < 60; step += 3) {
    ReadText json(text, FormatHint::json, step);
    CAPTURE(step);
    CHECK(json.label_at("13900001234") == Label::mobile_number);
    CHECK(json.label_at("13900005678") == Label::mobile_number);
    CHECK(json.label_at("tail") == Label::email_address);
  }
}

TEST_CASE("an open value keeps its label when the events before are forgotten") {
  const std::string head = R"({"mobile":")", text = head + std::string(5000, 'x') + R"(13900005678","email":"tail"})";
  const Layout layout = settle_layout(std::string_view(text).substr(0, kPreamble), FormatHint::json);
  const auto reader = make_reader(layout);
  Values values;
  values.start(table(), layout, Label::none);
  for (uint64_t at = 0; at < text.size();) {
    const uint64_t end = std::min<uint64_t>(text.size(), at + 500);
    values.forget_before(at);
    // The key has left the window by the time the value ends.
    const uint64_t begin = at > kMaxNameBack ? at - kMaxNameBack : 0;
    const Window window(std::string_view(text).substr(begin, end - begin), begin);
    reader->read(window, end, end == text.size(), values.events());
    values.note_read(window, *reader);
    at = end;
  }
  const uint64_t place = text.find("13900005678");
  const Window rest(std::string_view(text).substr(place - 100), place - 100);
  CHECK(values.at(rest, place).name == Label::mobile_number);
  CHECK(values.at(rest, place).begin == head.size());
  CHECK(values.at(rest, text.find("tail")).name == Label::email_address);
}

TEST_CASE("columns of a dump carry the label of their name, or of what the table says of them") {
  const std::string dump =
      "CREATE TABLE `t_user` (\n  `c1` varchar(20) COMMENT '手机号',\n  `order_sn` varchar(64) COMMENT '订单编号'\n);\n"
      "INSERT INTO `t_user` VALUES ('13900001234','110101199003070011');\n"
      "INSERT INTO `t_user` (`order_sn`,`c1`) VALUES ('20240307001','13900005678');\n";
  for (const size_t step : {size_t{1}, size_t{7}, SIZE_MAX}) {
    CAPTURE(step);
    ReadText sql(dump, FormatHint::sql, step);
    CHECK(sql.label_at("13900001234") == Label::mobile_number);
    CHECK(sql.label_at("110101199003070011") == Label::order);
    CHECK(sql.label_at("13900005678") == Label::mobile_number);
    CHECK(sql.label_at("20240307001") == Label::order);
  }
}

TEST_CASE("fields of an HL7 message carry what the standard calls them") {
  ReadText hl7(
      "MSH|^~\\&|HIS|A|LIS|B|202403071200||ADT^A01|1|P|2.5\rPID|1||M1002^^^A||Zhang^San||19900307|F|||X||13900001234\r",
      FormatHint::hl7);
  CHECK(hl7.label_at("13900001234") != Label::none);
  CHECK_FALSE(is_negative(hl7.label_at("13900001234")));
}

}  // namespace pidun
