// Values of fields: what says something of the sort that a label calls for, and what is written where there is none.
#include "detect/field_values.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "detect/field_numbers.h"

namespace pidun {
namespace {

struct Case {
  FieldClass wanted;
  std::vector<std::string> values, others;
};

const std::vector<Case> kCases = {
    {FieldClass::text,
     {"2型糖尿病", "高血压", "type 2 diabetes", "A型血", "正常", "顺产"},
     {"无", "否", "有", "Y", "12", "未知", "不详", "—", "***", "1", "\xFF\xFE", "？！。"}},
    {FieldClass::answer,
     {"有", "无", "是", "否", "Y", "0", "良好", "12期", "5万"},
     {"", "null", "-", "未知", "不详", "N/A"}},
    {FieldClass::date,
     {"1990-03-07", "1990/3/7", "1990.03.07", "19900307", "1990年3月7日", "1990年03月", "90年3月", "三月七日",
      "三月七号", "十二月二十五日", "1990-03", "03/07/1990", "1990-03-07 18:31:46", "1990-03-07T18:31:46.036+08:00",
      "1990年", "1990 年 3 月 7 日", "1990年 3月", "3 月 7 日"},
     {"1990", "1990-13-07", "1990-03-32", "1899-01-01", "1990.03", "12345678", "10.0.0.1", "1990-03-07x", "月",
      "三月份天气", "1990  年", "1990 年 "}},
    {FieldClass::amount,
     {"0", "12000", "12,000.50", "￥3000", "2万元", "2 万元", "50万", "5000-8000", "1万以上", "3k", "8000元/月", "两万",
      "三十万元"},
     {"abc", "一", "1,23", "12-", "1234567890123456", "2023年"}},
    {FieldClass::measure,
     {"39+2", "39周", "39周+2天", "170cm", "120/80mmHg", "36.5℃", "5.6 mmol/L", "12"},
     {"cm", "abc", "1.2.3.4"}},
    {FieldClass::age, {"0", "13", "8岁", "8个月"}, {"14", "35岁", "131", "999岁", "岁", "8人"}},
    {FieldClass::code, {"I10", "I10.x00", "E11.9", "83.2"}, {"abc", "高血压", "9"}},
    {FieldClass::secret,
     {"s3cret!", "123456", "P@ss"},
     {"ab", "${PASSWORD}", "{{pw}}", "密码", "null", "true", "******", "<pw>"}},
    {FieldClass::account, {"zhang_88", "wxid_ab12", "12345"}, {"ab", "a b c", "，，，"}},
    {FieldClass::name,
     {"王伟", "欧阳娜娜", "张三丰", "阿卜杜拉·买买提"},
     {"伟", "蓝牙耳机套装", "王伟1", "Wang", "的确", "王*"}},
    {FieldClass::address,
     {"北京市东城区建设路188号19栋338室", "幸福小区3栋2单元", "解放路12号", "福建省 三明市 宁化县", "星光大道128号"},
     {"北京", "北京市", "随便写写", "101室", "东晓街道", "北京市朝阳区*"}},
    {FieldClass::digits, {"12345678", "A-1234"}, {"12", "abc", "编号1234"}},
    {FieldClass::none, {}, {"anything"}},
};

}  // namespace

TEST_CASE("fields: a value says something of the sort that its label calls for") {
  for (const Case& c : kCases) {
    for (const std::string& value : c.values) {
      CAPTURE(static_cast<int>(c.wanted), value);
      CHECK(is_field_value(c.wanted, value));
      CHECK(value.size() >= field_bounds(c.wanted).least);
      CHECK(value.size() <= field_bounds(c.wanted).most);
    }
    for (const std::string& other : c.others) {
      CAPTURE(static_cast<int>(c.wanted), other);
      CHECK_FALSE(is_field_value(c.wanted, other));
    }
  }
}

TEST_CASE("fields: what is written where there is no value") {
  for (const std::string none :
       {"", "-", "--", "/", "null", "NULL", "None", "n/a", "未知", "不详", "***", "...", "请选择"})
    CHECK(is_placeholder(none));
  for (const std::string some : {"无", "有", "0", "N", "王", "a-b"}) CHECK_FALSE(is_placeholder(some));
}

TEST_CASE("fields: dates, amounts, measures and ages end where they are whole") {
  const auto taken = [](size_t length, const std::string& text) { return text.substr(0, length); };
  CHECK(taken(date_length("1990年3月7日出生"), "1990年3月7日出生") == "1990年3月7日");
  CHECK(taken(date_length("1990-03-07，男"), "1990-03-07，男") == "1990-03-07");
  CHECK(taken(date_length("2022-03-04 住院"), "2022-03-04 住院") == "2022-03-04");
  CHECK(taken(amount_length("2万元，已婚"), "2万元，已婚") == "2万元");
  CHECK(taken(amount_length("5000-8000元/月 左右"), "5000-8000元/月 左右") == "5000-8000元/月");
  CHECK(taken(age_length("35岁的"), "35岁的") == "35岁");
  CHECK(taken(measure_length("39+2，头位"), "39+2，头位") == "39+2");
  CHECK(date_length("") + amount_length("") + measure_length("") + age_length("") == 0);
}

}  // namespace pidun
