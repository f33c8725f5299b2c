// The reasons for and against a reading, with their points: the whole of the judgement in one table.
// Tested in tests/unit/detect/reasons_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pidun {

// Each reason has a stable id, fixed points and a text; the sum of the points is the confidence.
enum class Reason : uint8_t {
  resident_id_shape,
  short_id_shape,
  foreign_id_shape,
  old_foreign_id_shape,
  mobile_shape,
  card_shape,
  email_shape,
  company_code_shape,
  check_digit,
  check_digit_failed,
  real_date,
  short_date,
  impossible_date,
  region_listed,
  region_unlisted,
  region_unknown,
  nation_listed,
  nation_unknown,
  segment_allotted,
  segment_not_allotted,
  country_code,
  issuer_prefix,
  card_scheme,
  luhn,
  luhn_failed,
  card_grouping,
  labelled_card,
  company_check,
  organisation_check,
  known_top_level,
  file_suffix,
  label,
  other_label,
  negative_label,
  alone,
  glued_word,
  dashed_neighbour,
  foreign_prefix,
  url_path,
  test_value,
  form,
  distinct_form,
  custom_rule,
  validated,
  not_validated,
  masked,
  visible_ends,
  record_neighbour,
  lossy,
  exponent,
  column_alike,
  field_value,
  phrase,
  coordinate_pair,
  china_bounds,
  track_form,
  nmea_sentence,
  name_shape,
  name_sure,
  person_word,
  said_of_person,
  between_signs,
  other_word,
  address_shape,
  address_region,
  address_short_region,
  address_nested,
  address_name,
  address_number,
  address_building,
  address_room,
  count_
};

struct ReasonInfo {
  std::string_view id;
  int points;
  std::string_view en;
  std::string_view zh;
};
inline constexpr size_t kReasonCount = static_cast<size_t>(Reason::count_);
static_assert(kReasonCount <= 72);  // see Reasons in reading.h
// What tells a rule, or is taken back or masked by, is among the first 64.
static_assert(static_cast<size_t>(Reason::address_shape) < 64);

// In the order of Reason. A value is reported from 50 points on unless the caller sets another threshold, so shape
// and evidence that chance rarely gives must reach 50 together, and nothing else may.
inline constexpr std::array<ReasonInfo, kReasonCount> kReasons{{
    {"shape", 10, "17 digits and a check character", "17位数字加校验码"},
    {"short_shape", 10, "15 digits, the form before 1999", "15位数字（1999年以前的形式）"},
    {"foreign_shape", 10, "18 digits that begin with 9", "以9开头的18位数字"},
    {"old_foreign_shape", 10, "three letters and twelve digits", "三个字母加十二位数字"},
    {"mobile_shape", 45, "11 digits from 13 to 19", "13至19开头的11位数字"},
    {"card_shape", 5, "13 to 19 digits", "13至19位数字"},
    {"email_shape", 70, "name, @ and domain", "用户名、@与域名"},
    {"company_shape", 10, "18 characters of a company code", "统一社会信用代码的18位形式"},
    {"check_digit", 40, "check digit right", "校验码正确"},
    {"check_digit_failed", 0, "check digit wrong", "校验码错误"},
    {"real_date", 20, "a real calendar date", "日期真实存在"},
    {"short_date", 15, "a real calendar date with a two-digit year", "两位年份的真实日期"},
    {"impossible_date", -30, "no such calendar date", "日期不存在"},
    {"region_listed", 15, "region code is or was in force", "行政区划代码现行或曾用"},
    {"region_unlisted", 0, "province known, county code never listed", "省份存在，区县代码未见于历年表"},
    {"region_unknown", -25, "no such province code", "省份代码不存在"},
    {"nation_listed", 15, "country code is listed in ISO 3166-1", "国家代码见于ISO 3166-1"},
    {"nation_unknown", -15, "country code is not listed", "国家代码不存在"},
    {"segment_allotted", 20, "number segment is allotted", "号段已分配"},
    {"segment_not_allotted", 0, "number segment is not allotted", "号段未分配"},
    {"country_code", 15, "country code 86", "国家码86"},
    {"issuer_prefix", 35, "issuer prefix and length are listed", "发卡行标识与长度相符"},
    {"card_scheme", 10, "range of a card scheme", "卡组织号段"},
    {"luhn", 30, "Luhn check right", "Luhn校验正确"},
    {"luhn_failed", 0, "Luhn check wrong", "Luhn校验错误"},
    {"card_grouping", 10, "grouped as on a card", "按卡面分组书写"},
    {"labelled_card", 10, "labelled as a card, in the range of a card scheme", "标为卡号且属卡组织号段"},
    {"company_check", 25, "check character of GB 32100 right", "GB 32100校验码正确"},
    {"organisation_check", 20, "inner check of GB 11714 right", "GB 11714校验码正确"},
    {"known_top_level", 10, "well-known top-level domain", "常见顶级域名"},
    {"file_suffix", -70, "ends like a file name", "以文件扩展名结尾"},
    {"label", 25, "a label names it", "有相符的标签"},
    {"other_label", -10, "a label names something else", "标签指向其他内容"},
    {"negative_label", -35, "labelled as an order, time, serial or amount", "标签为订单、时间、编号或金额"},
    {"alone", 10, "stands alone on its line", "单独成行"},
    {"glued_word", -20, "glued to a word that is no label", "紧接非标签的单词"},
    {"dashed_neighbour", -30, "joined to other characters by a dash", "以连字符连接其他字符"},
    {"foreign_prefix", -40, "another country's prefix", "其他国家的前缀"},
    {"url_path", -5, "a segment of a path", "路径中的一段"},
    {"test_value", 0, "a well-known example value", "常见示例值"},
    {"form", 35, "has the form of its kind", "符合该类号码的形式"},
    {"distinct_form", 60, "has a form that hardly anything else has", "符合该类号码特有的形式"},
    {"custom_rule", 0, "the pattern of a rule of one's own matches", "与自定义规则的模式相符"},
    {"validated", 20, "the rule's check is passed", "通过规则的校验"},
    {"not_validated", 0, "the rule's check fails", "未通过规则的校验"},
    {"masked", 20, "partly masked already", "已部分脱敏"},
    {"visible_ends", 35, "what is visible of it fits", "未脱敏的部分相符"},
    {"record_neighbour", 10, "beside another value of its record", "与同一记录的其他内容相邻"},
    {"lossy", 0, "a spreadsheet rounded it", "经电子表格舍入，末位已失真"},
    {"exponent", 0, "written in powers of ten", "以科学计数法书写"},
    {"column_alike", 20, "its column holds more of the kind", "所在列均为同类内容"},
    {"field_value", 45, "a value of the sort that its label calls for", "与标签所要求的内容相符"},
    {"phrase", 45, "follows the words that tell of it", "紧接表明其含义的词语"},
    {"coordinate_pair", 30, "two decimals that may be longitude and latitude", "两个小数可为经纬度"},
    {"china_bounds", 10, "a place within the bounds of China", "位于中国境内的经纬度范围"},
    {"track_form", 20, "in the brackets of GeoJSON or WKT", "GeoJSON或WKT的坐标写法"},
    {"nmea_sentence", 60, "a sentence of a receiver, NMEA 0183", "NMEA 0183定位语句"},
    {"name_shape", 35, "a surname and characters of given names", "由姓氏与名字用字组成"},
    {"name_sure", 15, "far likelier a name than words", "作为姓名远比作为词语更有可能"},
    {"person_word", 20, "a title or a word for a person beside it", "与称谓或指人的词语相邻"},
    {"said_of_person", 15, "what is said of persons beside it", "前后为表述人的词语"},
    {"between_signs", 15, "stands between signs", "前后均为标点或边界"},
    {"other_word", -30, "goes on as a place, a firm or a thing", "与后文合为地名、单位或事物"},
    {"address_shape", 20, "names of places and numbers in the order of addresses", "地名与门牌的地址形式"},
    {"address_region", 20, "a region of the tables", "行政区划见于地名表"},
    {"address_short_region", 10, "the short name of a region", "行政区划的简称"},
    {"address_nested", 10, "one region lies in the other", "行政区划上下级相符"},
    {"address_name", 15, "a road, estate, village or town by name", "道路、小区、村镇等名称"},
    {"address_number", 15, "the number of a house or group", "门牌号或村组号"},
    {"address_building", 20, "the number of a building or its entrance", "楼栋或单元号"},
    {"address_room", 15, "the number of a floor or room", "楼层或房间号"},
}};

constexpr const ReasonInfo& reason_info(Reason reason) { return kReasons[static_cast<size_t>(reason)]; }

}  // namespace pidun
