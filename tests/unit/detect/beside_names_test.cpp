// Names of columns that say something only beside others, in tables of every kind.
#include "detect/beside_names.h"

#include <catch2/catch.hpp>

#include "detect/values.h"

using namespace pidun;

namespace {

Label field_of(const std::vector<std::string>& header, size_t column) {
  static const LabelTable labels;
  return classify_header(labels, header)[column];
}

}  // namespace

TEST_CASE("a name says of a call, a finding or a people what it says beside its table's other names", "[detect]") {
  static const LabelTable labels;
  const Label call = labels.named("通话时长"), time = labels.named("通话时间"), result = labels.named("检验结果"),
              household = labels.named("民族");
  REQUIRE((is_field(call) && is_field(time) && is_field(result) && is_field(household)));
  CHECK(field_of({"主叫号码", "被叫号码", "开始时间", "时长"}, 2) == time);
  CHECK(field_of({"主叫号码", "被叫号码", "开始时间", "时长(秒)"}, 3) == call);
  CHECK(field_of({"Start_Time", "caller number", "CalleeNumber"}, 0) == time);
  CHECK(field_of({"患者姓名", "项目", "结果"}, 2) == result);
  CHECK(field_of({"xm", "mz"}, 1) == household);
}

TEST_CASE("the unit of a measure is nobody's employer", "[detect]") {
  static const LabelTable labels;
  CHECK(field_of({"检验项目", "结果", "单位"}, 2) == Label::other);
  CHECK(field_of({"品名", "单位", "单价"}, 1) == Label::other);
  CHECK(field_of({"姓名", "单位"}, 1) == labels.named("单位"));
}

TEST_CASE("without these, such a name says what it says anywhere", "[detect]") {
  static const LabelTable labels;
  CHECK(field_of({"会议室", "开始时间", "时长"}, 1) == labels.classify("开始时间"));
  CHECK(field_of({"会议室", "开始时间", "时长"}, 2) == Label::none);
  CHECK(field_of({"产品批号", "检验项目", "结果"}, 2) == Label::none);
  CHECK(field_of({"科室", "mz"}, 1) == Label::none);
  CHECK(field_of({"主叫号码", ""}, 1) == Label::none);
  CHECK(classify_header(labels, {}).empty());
}
