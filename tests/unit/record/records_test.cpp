// Which records an input gives, through the C API: rows, objects, messages and what they say of whom.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unit/record/told_records.h"

using namespace pidun::testing;

TEST_CASE("a row is a record of the person it is about") {
  check_records({
      {"one row, one person",
       "姓名,身份证号,手机号\n王伟,110101199003070011,13958270461\n",
       {"valid 5000 王伟+110101199003070011+13958270461"}},
      {"rows without personal information are none",
       "姓名,身份证号\n王伟,110101199003070011\n,\n李娜,450105199306151226\n",
       {"valid 5000 王伟+110101199003070011", "valid 5000 李娜+450105199306151226"}},
      {"two people in one row by their labels",
       "姓名,身份证号,分娩方式,配偶姓名,配偶身份证号\n李娜,450105199306151226,剖宫产,王伟,110101199003070011\n",
       {"valid 500 李娜+450105199306151226+剖宫产", "valid 5000 王伟+110101199003070011"}},
      {"each of several contacts, whatever the order of the columns",
       "姓名,身份证号,联系人1姓名,联系人2姓名,联系人1手机号,联系人2手机号\n"
       "李娜,450105199306151226,王伟,赵敏,13958270461,18676310583\n",
       {"valid 5000 李娜+450105199306151226", "valid 5000 王伟+13958270461", "valid 5000 赵敏+18676310583"}},
      {"a contact with two numbers is one",
       "姓名,身份证号,联系人姓名,联系人手机1,联系人手机2\n李娜,450105199306151226,王伟,13958270461,18676310583\n",
       {"valid 5000 李娜+450105199306151226", "valid 5000 王伟+13958270461+18676310583"}},
      {"a parcel has two, whatever their columns are called",
       "运单号,寄件人,寄件电话,寄件地址,收件人,收件电话,收件地址\nSF1234567890123,王伟,13958270461,"
       "杭州市西湖区文三路6号,李娜,"
       "18676310583,北京市朝阳区建国路88号\n",
       {"valid 5000 李娜+18676310583+北京市朝阳区建国路88号+SF1234567890123",
        "valid 5000 王伟+13958270461+杭州市西湖区文三路6号"}},
      {"an order has one, where the name and address that it goes to stand beside an account and its number",
       "买家会员名,收货人姓名,收货地址,联系手机\nwangw88,王伟,北京市朝阳区建国路88号,13958270461\n",
       {"valid 5000 wangw88+13958270461+王伟+北京市朝阳区建国路88号"}},
      {"and two where the number is another's, with a name of his own",
       "姓名,手机号,收货人姓名,收货地址\n李娜,18676310583,王伟,北京市朝阳区建国路88号\n",
       {"valid 5000 李娜+18676310583", "valid 5000 王伟+北京市朝阳区建国路88号"}},
      {"two people in one line by their numbers",
       "姓名：王伟，身份证号：110101199003070011；姓名：李娜，身份证号：450105199306151226\n",
       {"valid 5000 王伟+110101199003070011", "valid 5000 李娜+450105199306151226"}},
      {"lines of a form are one record, up to an empty line",
       "姓名：王伟\n性别：男\n身份证号：110101199003070011\n手机号：13958270461\n\n姓名：李娜\n手机号：18676310583\n",
       {"valid 5000 王伟+110101199003070011+13958270461", "valid 5000 李娜+18676310583"}},
      {"or to where a label comes again, and other people in it are others",
       "姓名: 王伟\n身份证号: 110101199003070011\n配偶姓名: 李娜\n配偶手机: 18676310583\n姓名: 赵敏\n手机: "
       "13958270461\n",
       {"valid 5000 王伟+110101199003070011", "valid 5000 李娜+18676310583", "valid 5000 赵敏+13958270461"}},
      {"a form that HTML sets as a table is one record, each form another, the rows of a table are a record each",
       "<html><table><tr><td>姓名</td><td>李娜</td></tr><tr><td>身份证号</td><td>450105199306151226</td></tr>"
       "<tr><td>诊断</td><td>妊娠糖尿病</td></tr></table>"
       "<table><tr><th>姓名</th><td>王伟</td><th>性别</th><td>男</td></tr><tr><th>手机号</th><td>13958270461</td></tr>"
       "</table><table><tr><td>姓名</td><td>成绩</td></tr><tr><td>赵敏</td><td>95</td></tr>"
       "<tr><td>王芳</td><td>87</td></tr></table></html>\n",
       {"valid 500 李娜+450105199306151226+妊娠糖尿病", "valid 5000 王伟+13958270461",
        "invalid no_identity 5000 赵敏+95", "invalid no_identity 5000 王芳+87"}},
      {"lines of no form are a record each",
       "王伟 110101199003070011 来电\n手机号：13958270461\n2026-01-02 手机 18676310583\n",
       {"valid 5000 王伟+110101199003070011", "valid 5000 13958270461", "valid 5000 18676310583"}},
      {"the header again is an invalid row",
       "姓名,身份证号\n王伟,110101199003070011\n姓名,身份证号\n李娜,450105199306151226\n",
       {"valid 5000 王伟+110101199003070011", "invalid header 0 ", "valid 5000 李娜+450105199306151226"}},
      {"tuples of SQL",
       "INSERT INTO t (name, id_card) VALUES ('王伟','110101199003070011'),('李娜','450105199306151226');\n",
       {"valid 5000 王伟+110101199003070011", "valid 5000 李娜+450105199306151226"}},
  });
}

TEST_CASE("a row that identifies nobody is invalid, with its reason") {
  check_records({
      {"check digit", "姓名,身份证号\n王伟,110101199003070010\n", {"invalid checksum 5000 王伟+110101199003070010"}},
      {"example value", "手机号\n13800138000\n", {"invalid test_value 0 13800138000"}},
      {"nobody", "姓名,诊断\n王伟,2型糖尿病\n", {"invalid no_identity 500 王伟+2型糖尿病"}},
      {"a failed value beside an identity only drops",
       "姓名,身份证号,手机号\n王伟,110101199003070010,13958270461\n",
       {"valid 5000 王伟+110101199003070010+13958270461"}},
      {"born in the future",
       "姓名,身份证号\n王伟,110101202612310015\n",
       {"invalid impossible_date 5000 王伟+110101202612310015"}},
  });
}

TEST_CASE("masked rows are told apart") {
  check_records({
      {"masked name and number", "姓名,手机号\n张*,139****0461\n", {"masked 5000 张*+139****0461"}},
      {"only the name is masked", "姓名,手机号\n王*,13958270461\n", {"valid 5000 王*+13958270461"}},
  });
}

TEST_CASE("fields together raise the tier") {
  check_records({
      {"ID, name and address",
       "姓名,身份证号,家庭住址\n王伟,110101199003070011,北京市朝阳区建国路88号\n",
       {"valid 500 王伟+110101199003070011+北京市朝阳区建国路88号"}},
      {"card and its secret", "卡号,CVV\n6222021400805173623,123\n", {"valid 50 6222021400805173623+123"}},
      {"a position",
       "手机号,时间,纬度,经度\n13958270461,2026-01-01 08:00:00,39.9042,116.4074\n",
       {"valid 50 13958270461+39.9042+116.4074"}},
  });
}

TEST_CASE("objects are records, parts of records, or events under their person") {
  check_records({
      {"a list of people",
       R"({"code":0,"data":{"list":[{"name":"王伟","id_card":"110101199003070011"},{"name":"李娜","mobile":"13958270462"}]}})",
       {"valid 5000 王伟+110101199003070011", "valid 5000 李娜+13958270462"}},
      {"a single object inside is a part",
       R"({"name":"王伟","id_card":"110101199003070011","contact":{"mobile":"13958270461"}})",
       {"valid 5000 王伟+110101199003070011+13958270461"}},
      {"orders under their customer",
       R"({"name":"王伟","idCard":"110101199003070011","orders":[{"order_no":"DD20260101001"},{"order_no":"DD20260101002"}]})",
       {"valid 500 王伟+110101199003070011+DD20260101001", "valid 500 王伟+110101199003070011+DD20260101002"}},
      {"orders before their customer",
       R"({"orders":[{"order_no":"DD20260101001"},{"order_no":"DD20260101002"}],"name":"王伟","idCard":"110101199003070011"})",
       {"valid 500 王伟+110101199003070011+DD20260101001", "valid 500 王伟+110101199003070011+DD20260101002"}},
      {"the spouse is somebody else",
       R"({"name":"王伟","id_card":"110101199003070011","spouse":{"name":"李娜","id_card":"450105199306151226"}})",
       {"valid 5000 李娜+450105199306151226", "valid 5000 王伟+110101199003070011"}},
      {"lines of JSON",
       "{\"name\":\"王伟\",\"mobile\":\"13958270461\"}\n{\"name\":\"李娜\",\"mobile\":\"13958270462\"}\n",
       {"valid 5000 王伟+13958270461", "valid 5000 李娜+13958270462"}},
      {"resources that refer to a patient",
       R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p1","identifier":[{"value":"110101199003070011"}]}},)"
       R"({"resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"}}}]})",
       {"valid 500 110101199003070011+Condition"}},
      {"patients of HL7 and their next of kin",
       "MSH|^~\\&|HIS|A|B|C|20260101||ADT^A01|1|P|2.5\rPID|1||M1023||||||||||13958270461||||||450105199306151226\r"
       "NK1|1|王^伟|SPO||13958270462\rDG1|1||O82||剖宫产\r",
       {"valid 500 M1023+13958270461+450105199306151226+O82", "valid 5000 王^伟+13958270462"}},
      {"two next of kin of one patient",
       "MSH|^~\\&|HIS|A|B|C|20260101||ADT^A01|1|P|2.5\rPID|1||||李娜||||||||||||||450105199306151226\r"
       "NK1|1|王伟|FTH||13958270462\rNK1|2|赵敏|MTH||13958270461\r",
       {"valid 5000 李娜+450105199306151226", "valid 5000 王伟+13958270462", "valid 5000 赵敏+13958270461"}},
      {"patients of one message of HL7, whatever they have of a person",
       "MSH|^~\\&|HIS|A|B|C|20260101||ADT^A01|1|P|2.5\rPID|1||||||||||||13958270461\rPID|2||||||||||||13958270462\r"
       "PID|3||||王伟\r",
       {"valid 5000 13958270461", "valid 5000 13958270462", "invalid no_identity 5000 王伟"}},
  });
}

// Structure is read 2 KiB past a segment of 64 KiB: a value that is open there is told in two events.
TEST_CASE("what tells records apart counts wherever reading stops") {
  constexpr size_t kStop = (size_t{64} << 10) + (size_t{2} << 10);
  const std::string header = "姓名,身份证号\n", row = "王伟,110101199003070011\n";
  const std::string orders = R"({"name":"王伟","idCard":"110101199003070011","orders":[{"order_no":"DD20260101001"}]})";
  for (size_t back = 1; back < 40; back += 2) {
    INFO(back << " bytes before reading stops");
    std::string table = header + row + std::string(kStop - back - header.size() - row.size() - 1, ' ') + '\n' + header;
    const auto of_table = records_of(table + row);
    CHECK(std::count(of_table.begin(), of_table.end(), "invalid header 0 ") == 1);
    std::string lines = "{\"note\":\"";
    lines += std::string(kStop - back - 70 - lines.size(), ' ') + "\"}\n" + orders + "\n";
    CHECK(records_of(lines) == std::vector<std::string>{"valid 500 王伟+110101199003070011+DD20260101001"});
  }
}

TEST_CASE("each point of a track is a record of its subject") {
  const std::string points =
      "<trkpt lat=\"39.904211\" lon=\"116.407395\"><time>2026-01-01T08:00:00Z</time></trkpt>"
      "<trkpt lat=\"39.914211\" lon=\"116.407395\"><time>2026-01-01T08:10:00Z</time></trkpt>";
  check_records({
      {"nobody's",
       "<?xml version=\"1.0\"?><gpx><trk><trkseg>" + points + "</trkseg></trk></gpx>",
       {"invalid no_identity 50 39.904211+116.407395", "invalid no_identity 50 39.914211+116.407395"}},
      {"somebody's",
       "<?xml version=\"1.0\"?><user><mobile>13958270461</mobile><track>" + points + "</track></user>",
       {"valid 50 13958270461+39.904211+116.407395", "valid 50 13958270461+39.914211+116.407395"}},
  });
}

TEST_CASE("a position in a chat takes the nearest subject") {
  const std::string asked = "2026-01-01 10:00:00 张三\n查13958270461位置\n\n";
  const std::string told_place = "2026-01-01 10:01:00 李四\n39.904211,116.407395\n\n";
  check_records({
      {"asked for, then told",
       asked + told_place,
       {"valid 5000 13958270461", "valid 50 39.904211,116.407395+13958270461"}},
      {"told, then whose it is",
       told_place + asked,
       {"valid 5000 13958270461", "valid 50 39.904211,116.407395+13958270461"}},
  });
}

TEST_CASE("a position without a subject is whose the host says it is") {
  const std::string places = "经度,纬度\n116.407395,39.904211\n";
  CHECK(records_of(places) == std::vector<std::string>{"invalid no_identity 50 116.407395+39.904211"});
  for (const char* subject : {"13958270461", "+86 139-5827-0461", "110101199003070011", "device-17"}) {
    CAPTURE(subject);
    CHECK(records_of(places, subject) == std::vector<std::string>{"valid 50 116.407395+39.904211"});
  }
  const std::string own = "手机号,经度,纬度\n13958270461,116.407395,39.904211\n";
  CHECK(records_of(own, "18676310583") == records_of(own));
}
