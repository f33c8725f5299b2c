// What the fields of HL7 v2 are called, for those that hold something of a person.
// Source: the segment tables of HL7 v2.5.1 chapter 3 (PID, NK1, PV1), chapter 6 (GT1, IN1, IN2) and chapter 15 (STF);
// the Chinese words are those of common forms. Tested in tests/unit/structure/hl7_test.cpp.
#include <algorithm>

#include "structure/hl7.h"

namespace pidun {
namespace {

struct FieldName {
  uint32_t table;
  uint32_t field;
  std::string_view words;
};

constexpr uint32_t kPid = hl7_table('P', 'I', 'D'), kNk1 = hl7_table('N', 'K', '1'), kGt1 = hl7_table('G', 'T', '1'),
                   kIn1 = hl7_table('I', 'N', '1'), kIn2 = hl7_table('I', 'N', '2'), kStf = hl7_table('S', 'T', 'F');

constexpr FieldName kFields[] = {
    {kPid, 2, "患者编号"},       {kPid, 3, "患者编号"},      {kPid, 4, "患者编号"},    {kPid, 5, "患者姓名"},
    {kPid, 6, "母亲姓名"},       {kPid, 7, "出生日期"},      {kPid, 8, "性别"},        {kPid, 9, "别名"},
    {kPid, 11, "住址"},          {kPid, 13, "家庭电话"},     {kPid, 14, "单位电话"},   {kPid, 19, "身份证号"},
    {kPid, 20, "驾驶证号"},      {kPid, 22, "民族"},         {kPid, 23, "出生地"},     {kNk1, 2, "联系人姓名"},
    {kNk1, 3, "联系人关系"},     {kNk1, 4, "联系人地址"},    {kNk1, 5, "联系人电话"},  {kNk1, 6, "联系人单位电话"},
    {kNk1, 16, "出生日期"},      {kNk1, 30, "联系人姓名"},   {kNk1, 31, "联系人电话"}, {kNk1, 32, "联系人地址"},
    {kNk1, 37, "身份证号"},      {kGt1, 3, "担保人姓名"},    {kGt1, 5, "担保人地址"},  {kGt1, 6, "担保人电话"},
    {kGt1, 7, "担保人单位电话"}, {kGt1, 8, "出生日期"},      {kGt1, 12, "身份证号"},   {kIn1, 16, "被保险人姓名"},
    {kIn1, 18, "出生日期"},      {kIn1, 19, "被保险人地址"}, {kIn2, 2, "身份证号"},    {kStf, 3, "姓名"},
    {kStf, 10, "电话"},          {kStf, 11, "地址"},         {kStf, 15, "电子邮箱"}};

// Coded fields: a code, its words, the system of the code, and the same again. The last is nobody's value, and the code
// of a relation (SPO, FTH) says no more than whose next of kin this is.
bool says_value(uint32_t table, uint32_t field, uint32_t component) {
  if (table == kNk1 && field == 3) return component == 2;
  return table != kPid || field != 22 || component <= 2;
}

// Segments that are common enough for one without an end before it to be known by its name.
constexpr std::string_view kSegments =
    "MSH FHS BHS FTS BTS EVN PID PD1 NK1 PV1 PV2 ORC OBR OBX NTE SPM DG1 AL1 GT1 IN1 IN2 IN3 PR1 ZPI MRG ROL TXA SCH "
    "AIS AIL AIP RGS RXA RXE RXO RXR FT1 ACC MSA ERR QRD QRF QPD QAK RCP STF DSC ";

}  // namespace

bool is_known_segment(uint32_t table) {
  for (size_t at = 0; at + 3 < kSegments.size(); at += 4)
    if (hl7_table(kSegments[at], kSegments[at + 1], kSegments[at + 2]) == table) return true;
  return false;
}

FarName hl7_name(uint32_t table, uint32_t column) {
  FarName name;
  for (const uint32_t shift : {16u, 8u, 0u}) name.name += static_cast<char>(table >> shift & 0xFF);
  const uint32_t field = column >> 16, subcomponent = column & 0xFF;
  name.name += '-' + std::to_string(field) + '.' + std::to_string(column >> 8 & 0xFF);
  if (subcomponent != 1) name.name += '.' + std::to_string(subcomponent);
  const auto* const known = std::find_if(std::begin(kFields), std::end(kFields), [&](const FieldName& each) {
    return each.table == table && each.field == field;
  });
  if (known != std::end(kFields) && says_value(table, field, column >> 8 & 0xFF)) name.comment = known->words;
  return name;
}

}  // namespace pidun
