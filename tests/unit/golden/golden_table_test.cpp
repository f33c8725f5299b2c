// The golden table of facts/counting.md, row by row: what is counted of real inputs, and the level.
#include <catch2/catch.hpp>

#include "unit/golden/counted.h"

using pidun::testing::Counter;
using pidun::testing::Flow;

namespace {

const std::string kA = "110101199003070011", kA15 = "110101900307001", kBad = "110101199003070010";
const std::string kB = "310115198511240022", kC = "450105199306151226", kX = "11010119900307010X";
const std::string kK = "440305201211230035";
const std::string kP1 = "13958270461", kP2 = "13958270462", kCard = "6222021400805173623";
const std::string kAddress = "北京市朝阳区建国路88号";

struct Expected {
  uint64_t raw, invalid, masked, lower, upper, duplicates, unique, persons;
  uint64_t of50, of500, of5000;
  uint64_t weighted, weighted_upper;
  const char* level;
  const char* level_upper;
};

struct Row {
  const char* number;
  std::vector<Flow> flows;
  Expected expected;
};

Row row(const char* number, const std::string& text, const Expected& expected) {
  return {number, {{text, "", false}}, expected};
}

void check(const std::vector<Row>& rows, const pidun_verdict_options& options = PIDUN_VERDICT_OPTIONS_INIT) {
  for (const Row& each : rows) {
    INFO("row " << each.number);
    Counter counter;
    for (const Flow& flow : each.flows) counter.add(flow);
    const auto counted = counter.judge(options);
    const Expected& e = each.expected;
    INFO(counted.report.dump(1));
    CHECK(counted.number("raw_records") == e.raw);
    CHECK(counted.number("invalid") == e.invalid);
    CHECK(counted.report["masked"]["rows"] == e.masked);
    CHECK(counted.report["masked"]["lower"] == e.lower);
    CHECK(counted.report["masked"]["upper"] == e.upper);
    CHECK(counted.number("duplicates") == e.duplicates);
    CHECK(counted.number("unique_records") == e.unique);
    CHECK(counted.number("persons") == e.persons);
    CHECK(counted.report["by_tier"]["50"] == e.of50);
    CHECK(counted.report["by_tier"]["500"] == e.of500);
    CHECK(counted.report["by_tier"]["5000"] == e.of5000);
    CHECK(counted.report["weighted_bounds"]["lower"] == e.weighted);
    CHECK(counted.report["weighted_bounds"]["upper"] == e.weighted_upper);
    CHECK(counted.report["level"] == e.level);
    CHECK(counted.report["level_upper"] == e.level_upper);
  }
}

// raw, invalid, masked, duplicates, unique, persons | 50/500/5000 | weighted, level
Expected plain(uint64_t raw, uint64_t invalid, uint64_t duplicates, uint64_t unique, uint64_t persons, uint64_t of50,
               uint64_t of500, uint64_t of5000, const char* level) {
  const uint64_t weighted = 100 * of50 + 10 * of500 + of5000;
  return {raw, invalid, 0, 0, 0, duplicates, unique, persons, of50, of500, of5000, weighted, weighted, level, level};
}

pidun::testing::Counted count(const std::string& text, uint32_t as_of = 20261123) {
  Counter counter(as_of);
  counter.add({text});
  return counter.judge();
}

// ID numbers that pass their check, one for each number.
std::string made_id(size_t number) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr char kChecks[] = "10X98765432";
  const std::string day = std::to_string(19700101 + 10000 * (number / 1000 % 30) + number / 30000 % 9);
  std::string id = "110101" + day + std::to_string(1000 + number % 1000).substr(1);
  int sum = 0;
  for (size_t i = 0; i < id.size(); ++i) sum += kWeights[i] * (id[i] - '0');
  return id + kChecks[sum % 11];
}

std::string people(size_t credit, size_t health, size_t ordinary) {
  std::string text = "身份证号,征信情况,诊断\n";
  size_t number = 0;
  for (size_t i = 0; i < credit; ++i) text += made_id(number++) + ",有逾期记录,\n";
  for (size_t i = 0; i < health; ++i) text += made_id(number++) + ",,2型糖尿病\n";
  for (size_t i = 0; i < ordinary; ++i) text += made_id(number++) + ",,\n";
  return text;
}

// A JPEG of its metadata alone, with a face region of each name; `number` makes its bytes its own.
std::string picture(const std::vector<std::string>& names, int number) {
  std::string packet = "http://ns.adobe.com/xap/1.0/";
  packet += '\0';
  packet +=
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\" "
      "xmlns:stArea=\"http://ns.adobe.com/xmp/sType/Area#\"><mwg-rs:Regions rdf:parseType=\"Resource\">"
      "<mwg-rs:RegionList><rdf:Bag>";
  for (const std::string& name : names)
    packet +=
        "<rdf:li rdf:parseType=\"Resource\"><mwg-rs:Area stArea:x=\"0.5\" stArea:y=\"0.4\" stArea:w=\"0.1\" "
        "stArea:h=\"0.1\" stArea:unit=\"normalized\"/><mwg-rs:Name>" +
        name + "</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type></rdf:li>";
  packet += "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions></rdf:Description></rdf:RDF></x:xmpmeta>";
  const size_t length = packet.size() + 2;
  std::string out = "\xFF\xD8\xFF\xE1";
  out += static_cast<char>(length >> 8);
  out += static_cast<char>(length & 0xFF);
  out += packet + "\xFF\xDB" + std::string("\0\4", 2) + std::string(2, static_cast<char>(number)) + "\xFF\xDA";
  return out + std::string("\0\2", 2) + std::string(200, '\x95') + "\xFF\xD9";
}

}  // namespace

TEST_CASE("golden rows 1 to 13: one person, duplicates, failed values") {
  check({
      row("1", "姓名,身份证号,手机号\n王伟," + kA + "," + kP1 + "\n", plain(1, 0, 0, 1, 1, 0, 0, 1, "below")),
      row("2", "姓名,身份证号\n赵敏," + kX + "\n赵敏,11010119900307010x\n赵 敏," + kX + "\n",
          plain(3, 0, 2, 1, 1, 0, 0, 1, "below")),
      row("3", "身份证号\n" + kA + "\n" + kA15 + "\n", plain(2, 0, 1, 1, 1, 0, 0, 1, "below")),
      row("4", "姓名,手机号\n王伟," + kP1 + "\n王伟,+86 139-5827-0461\n王伟,008613958270461\n",
          plain(3, 0, 2, 1, 1, 0, 0, 1, "below")),
      row("5", "身份证号,手机号\n" + kA + "," + kP1 + "\n" + kA + "," + kP2 + "\n",
          plain(2, 0, 1, 1, 1, 0, 0, 1, "below")),
      row("6", "身份证号\n" + kBad + "\n", plain(1, 1, 0, 0, 0, 0, 0, 0, "below")),
      row("7", "姓名,身份证号,手机号\n王伟," + kBad + "," + kP1 + "\n", plain(1, 0, 0, 1, 1, 0, 0, 1, "below")),
      row("8", "姓名,身份证号\n王伟," + kBad + "\n", plain(1, 1, 0, 0, 0, 0, 0, 0, "below")),
      row("9", "手机号\n13800138000\n", plain(1, 1, 0, 0, 0, 0, 0, 0, "below")),
      row("10", "姓名,身份证号\n王伟," + kA + "\n姓名,身份证号\n李娜," + kB + "\n",
          plain(3, 1, 0, 2, 2, 0, 0, 2, "below")),
      row("11", "姓名,诊断\n王伟,2型糖尿病\n", plain(1, 1, 0, 0, 0, 0, 0, 0, "below")),
      row("12", "姓名,手机号\n王伟," + kP1 + "\n李娜," + kP1 + "\n," + kP1 + "\n",
          plain(3, 0, 1, 2, 2, 0, 0, 2, "below")),
      row("13", "姓名,身份证号,手机号\n王伟," + kA + "," + kP1 + "\n王伟,," + kP1 + "\n",
          plain(2, 0, 0, 2, 1, 0, 0, 2, "below")),
  });
}

TEST_CASE("golden rows 14 to 22: weak keys, tiers, accounts, families") {
  check({
      row("14", "姓名,家庭住址\n王伟," + kAddress + "\n王伟," + kAddress + "\n",
          plain(2, 0, 1, 1, 1, 0, 0, 1, "below")),
      row("15", "姓名,身份证号,诊断\n王伟," + kA + ",\n," + kA + ",妊娠39周\n", plain(2, 0, 1, 1, 1, 0, 1, 0, "below")),
      row("16", "姓名,身份证号,家庭住址\n王伟," + kA + "," + kAddress + "\n", plain(1, 0, 0, 1, 1, 0, 1, 0, "below")),
      row("17", "账号,密码\nuser001,Pass1234\nuser002,Qwer5678\n", plain(2, 0, 0, 2, 2, 0, 0, 2, "below")),
      row("18", "银行卡号\n" + kCard + "\n", plain(1, 0, 0, 1, 1, 0, 0, 1, "below")),
      row("19", "银行卡号,CVV\n" + kCard + ",123\n", plain(1, 0, 0, 1, 1, 1, 0, 0, "near")),
      row("20",
          "id,mobile_md5\n1,0cc175b9c0f1b6a831c399e269772661\n2,92eb5ffee6ae2fec3ad71c777531578f\n"
          "3,0cc175b9c0f1b6a831c399e269772661\n",
          plain(3, 0, 1, 2, 2, 0, 0, 2, "below")),
      row("21", "姓名,身份证号,分娩方式,配偶姓名,配偶身份证号\n李娜," + kC + ",剖宫产,王伟," + kA + "\n",
          plain(2, 0, 0, 2, 2, 0, 1, 1, "below")),
      row("22", "病案号,诊断\nM10231,2型糖尿病\nM10231,高血压\nM10232,2型糖尿病\n",
          plain(3, 3, 0, 0, 0, 0, 0, 0, "below")),
  });
  CHECK(count("身份证号,手机号\n" + kA + "," + kP1 + "\n" + kA + "," + kP2 + "\n").number("content_changed") == 2);
  CHECK(count("姓名,身份证号,诊断\n王伟," + kA + ",\n," + kA + ",妊娠39周\n").number("content_changed") == 1);
  CHECK(count("姓名,身份证号,手机号\n王伟," + kBad + "," + kP1 + "\n").number("dropped_values") == 1);
  CHECK(count("姓名,诊断\n王伟,2型糖尿病\n").report["unlinked"]["500"] == 1);
  CHECK(count("病案号,诊断\nM10231,2型糖尿病\nM10231,高血压\nM10232,2型糖尿病\n").report["unlinked"]["500"] == 3);
  CHECK(count("身份证号\n" + kBad + "\n").report["invalid_by_reason"]["checksum"] == 1);
  CHECK(count("手机号\n13800138000\n").report["invalid_by_reason"]["test_value"] == 1);
}

TEST_CASE("golden rows 23 to 30: masked values give bounds") {
  const Expected three{3, 0, 3, 2, 3, 0, 0, 0, 0, 0, 0, 2, 3, "below", "below"};
  std::string credit = "手机号,征信情况\n";
  for (int i = 0; i < 60; ++i) credit += "139****" + std::to_string(1000 + i % 40) + ",有逾期记录\n";
  check({
      row("23", "姓名,手机号\n张*,139****0461\n张*,139****0461\n张*,186****0583\n", three),
      row("24", "手机号\n139****0461\n1395827****\n139****0462\n", three),
      row("25", "姓名,身份证号\n王伟," + kA + "\n王*,110101********0011\n",
          {2, 0, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 2, "below", "below"}),
      row("26", "姓名,手机号\n王*," + kP1 + "\n王伟," + kP1 + "\n", plain(2, 0, 1, 1, 1, 0, 0, 1, "below")),
      row("27", "身份证号,手机号\n110101********0011,139****0461\n110101********0011,186****0583\n",
          {2, 0, 2, 1, 2, 0, 0, 0, 0, 0, 0, 1, 2, "below", "below"}),
      row("28", "姓名,手机号,诊断\n王伟," + kP1 + ",***\n", plain(1, 0, 0, 1, 1, 0, 0, 1, "below")),
      row("29", credit, {60, 0, 60, 40, 60, 0, 0, 0, 0, 0, 0, 4000, 6000, "near", "reached"}),
  });
  pidun_verdict_options ignore = PIDUN_VERDICT_OPTIONS_INIT;
  ignore.flags = PIDUN_VERDICT_IGNORE_MASKED;
  check({row("30", credit, {60, 0, 60, 40, 60, 0, 0, 0, 0, 0, 0, 0, 0, "below", "below"})}, ignore);
}

TEST_CASE("golden rows 31 to 37: recipients and merging") {
  const std::string a = "身份证号\n" + kA + "\n", b = "身份证号\n" + kB + "\n", c = "身份证号\n" + kC + "\n";
  const std::string leads = people(17, 0, 0);
  check({
      {"31", {{a, "R1"}, {a, "R2"}, {a, "R3"}}, plain(3, 0, 2, 1, 1, 0, 0, 3, "below")},
      {"32", {{a, "R1"}, {a, "R1"}, {a, "R2"}}, plain(3, 0, 2, 1, 1, 0, 0, 2, "below")},
      {"33", {{a, "publication"}}, plain(1, 0, 0, 1, 1, 0, 0, 1, "below")},
      {"34", {{a, "", true}, {a, "R1"}}, plain(2, 0, 1, 1, 1, 0, 0, 1, "below")},
      {"35", {{leads, "R1"}, {leads, "R2"}, {leads, "R3"}}, plain(51, 0, 34, 17, 17, 51, 0, 0, "reached")},
      {"36", {{a, "R1"}, {b, "R1"}, {b, "R1"}, {c, "R1"}}, plain(4, 0, 1, 3, 3, 0, 0, 3, "below")},
      {"37", {{a, "R1"}, {b, "R1"}, {b, "R2"}, {c, "R2"}}, plain(4, 0, 1, 3, 3, 0, 0, 4, "below")},
  });
}

TEST_CASE("golden rows 38 to 51: tiers against the lines") {
  const auto of = [](uint64_t credit, uint64_t health, uint64_t ordinary, const char* level) {
    const uint64_t all = credit + health + ordinary;
    return plain(all, 0, 0, all, all, credit, health, ordinary, level);
  };
  check({
      row("38", people(4, 0, 99), of(4, 0, 99, "below")),
      row("39", people(5, 0, 0), of(5, 0, 0, "notice")),
      row("40", people(49, 0, 0), of(49, 0, 0, "near")),
      row("41", people(50, 0, 0), of(50, 0, 0, "reached")),
      row("42", people(0, 499, 9), of(0, 499, 9, "near")),
      row("43", people(0, 499, 10), of(0, 499, 10, "reached")),
      row("44", people(20, 200, 1000), of(20, 200, 1000, "reached")),
      row("47", people(0, 4999, 9), of(0, 4999, 9, "reached")),
      row("48", people(0, 4999, 10), of(0, 4999, 10, "tenfold")),
  });
  pidun_verdict_options insider = PIDUN_VERDICT_OPTIONS_INIT, operators = PIDUN_VERDICT_OPTIONS_INIT;
  insider.role = PIDUN_ROLE_INSIDER;
  operators.role = PIDUN_ROLE_OPERATOR;
  check({row("45", people(24, 9, 9), of(24, 9, 9, "near")), row("46", people(24, 9, 10), of(24, 9, 10, "reached"))},
        insider);
  check({row("49", people(499, 0, 99), of(499, 0, 99, "near")),
         row("50", people(499, 0, 100), of(499, 0, 100, "reached")),
         row("51", people(5000, 0, 0), of(5000, 0, 0, "reached"))},
        operators);
}

TEST_CASE("golden rows 52 to 55: positions") {
  const std::string head = "手机号,时间,纬度,经度\n";
  const std::string one = kP1 + ",2026-01-01 08:00:00,39.9042,116.4074\n";
  std::string ten = head;
  for (int i = 0; i < 6; ++i) ten += kP1 + ",2026-01-01 0" + std::to_string(i + 1) + ":00:00,39.9042,116.4074\n";
  for (int i = 0; i < 4; ++i) ten += kP1 + ",2026-01-01 09:00:00,39.91" + std::to_string(i) + "2,116.4074\n";
  check({
      row("52", head + one, plain(1, 0, 0, 1, 1, 1, 0, 0, "near")),
      row("53", ten, plain(10, 0, 5, 5, 1, 5, 0, 0, "near")),
      row("54", "2026-01-01 10:00:00 张三\n查13958270461位置\n\n2026-01-01 10:01:00 李四\n39.904211,116.407395\n\n",
          plain(2, 0, 0, 2, 1, 1, 0, 1, "near")),
      row("55", "时间,纬度,经度\n2026-01-01 08:00:00,39.9042,116.4074\n", plain(1, 1, 0, 0, 0, 0, 0, 0, "below")),
  });
  CHECK(count("时间,纬度,经度\n2026-01-01 08:00:00,39.9042,116.4074\n").report["unlinked"]["50"] == 1);
}

TEST_CASE("golden rows 56 to 58: pictures") {
  std::vector<Flow> ten, three;
  for (int i = 0; i < 10; ++i) ten.push_back({picture({}, i)});
  for (const int i : {1, 2, 2}) three.push_back({picture({"a"}, i)});
  check({
      {"56", ten, plain(0, 0, 0, 0, 0, 0, 0, 0, "below")},
      {"57", three, plain(3, 0, 1, 2, 2, 0, 2, 0, "below")},
      {"58", {{picture({"a", "b"}, 1)}}, plain(2, 0, 0, 2, 2, 0, 2, 0, "below")},
  });
  Counter counter;
  for (const Flow& flow : ten) counter.add(flow);
  CHECK(counter.judge().report["images"] == nlohmann::json({{"seen", 10}, {"face_signed", 0}, {"unread", 10}}));
}

TEST_CASE("golden rows 59 to 64: minors, proceeds, events under a person, resources") {
  const std::string k = "身份证号\n" + kK + "\n";
  CHECK(count(k, 20261123).report["level"] == "near");
  CHECK(count(k, 20261124).report["level"] == "below");
  check({
      row("63",
          "{\"name\":\"王伟\",\"idCard\":\"" + kA +
              "\",\"orders\":[{\"order_no\":\"DD20260101001\"},{\"order_no\":\"DD20260101002\"},{\"order_no\":"
              "\"DD20260101003\"}]}\n",
          plain(3, 0, 0, 3, 1, 0, 3, 0, "below")),
      row("64",
          "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p1\",\"name\":"
          "\"王伟\",\"identifier\":[{\"value\":\"" +
              kA +
              "\"}]}},{\"resource\":{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/"
              "p1\"}}},{\"resource\":{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/p1\"}}}]}\n",
          plain(1, 0, 0, 1, 1, 0, 1, 0, "below")),
  });
  struct Money {
    uint32_t role;
    int64_t fen;
    const char* level;
  };
  const Money sums[] = {{PIDUN_ROLE_INDIVIDUAL, 499999, "near"},     {PIDUN_ROLE_INDIVIDUAL, 500000, "reached"},
                        {PIDUN_ROLE_INDIVIDUAL, 4999999, "reached"}, {PIDUN_ROLE_INDIVIDUAL, 5000000, "tenfold"},
                        {PIDUN_ROLE_INSIDER, 249999, "near"},        {PIDUN_ROLE_INSIDER, 250000, "reached"},
                        {PIDUN_ROLE_INSIDER, 2499999, "reached"},    {PIDUN_ROLE_INSIDER, 2500000, "tenfold"}};
  Counter sixty;
  sixty.add({people(0, 0, 60)});
  for (const Money& each : sums) {
    pidun_verdict_options options = PIDUN_VERDICT_OPTIONS_INIT;
    options.flags = PIDUN_VERDICT_HAS_PROCEEDS;
    options.role = each.role;
    options.proceeds_fen = each.fen;
    CHECK(sixty.judge(options).report["level"] == each.level);
  }
}

TEST_CASE("golden row 13 with linking: two records of one person are one") {
  Counter counter;
  counter.add({"姓名,身份证号,手机号\n王伟," + kA + "," + kP1 + "\n王伟,," + kP1 + "\n"});
  pidun_verdict_options options = PIDUN_VERDICT_OPTIONS_INIT;
  options.flags = PIDUN_VERDICT_LINK;
  const auto counted = counter.judge(options);
  CHECK(counted.number("merged_records") == 1);
  CHECK(counted.number("weighted") == 1);
}
