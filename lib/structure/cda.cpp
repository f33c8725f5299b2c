// See cda.h.
#include "structure/cda.h"

#include <algorithm>
#include <iterator>

namespace pidun {
namespace {

struct Entry {
  std::string_view element;
  CdaScope scope;
};
// Elements that stand for somebody, wherever they are.
constexpr Entry kEntries[] = {
    {"recordTarget", CdaScope::patient},
    {"guardian", CdaScope::guardian},
    {"associatedEntity", CdaScope::relative},
    {"relatedEntity", CdaScope::relative},
    {"relatedSubject", CdaScope::relative},
    {"author", CdaScope::staff},
    {"custodian", CdaScope::staff},
    {"legalAuthenticator", CdaScope::staff},
    {"authenticator", CdaScope::staff},
    {"dataEnterer", CdaScope::staff},
    {"informationRecipient", CdaScope::staff},
    {"assignedEntity", CdaScope::staff},
    {"performer", CdaScope::staff},
    {"responsibleParty", CdaScope::staff},
    {"encounterParticipant", CdaScope::staff},
    {"healthCareFacility", CdaScope::staff},
    {"providerOrganization", CdaScope::staff},
    {"serviceProviderOrganization", CdaScope::staff},
};

struct Word {
  std::string_view element;
  CdaItem item;
};
constexpr Word kOfPersons[] = {
    {"name", CdaItem::name},
    {"addr", CdaItem::address},
    {"telecom", CdaItem::telecom},
    {"administrativeGenderCode", CdaItem::gender},
    {"birthTime", CdaItem::birth},
    {"age", CdaItem::age},
    {"maritalStatusCode", CdaItem::marital},
    {"ethnicGroupCode", CdaItem::ethnic},
    {"employerOrganization", CdaItem::employer},
    {"occupationCode", CdaItem::occupation},
    {"occupation", CdaItem::occupation},
};

struct Code {
  std::string_view code;
  CdaItem kind;
};
constexpr Code kCodes[] = {
    // Sections, LOINC.
    {"10154-3", CdaItem::complaint},
    {"10164-2", CdaItem::present_illness},
    {"11348-0", CdaItem::past_illness},
    {"48765-2", CdaItem::allergy},
    {"10157-6", CdaItem::family_history},
    {"29545-1", CdaItem::examination},
    {"8716-3", CdaItem::examination},
    {"30954-2", CdaItem::results},
    {"47519-4", CdaItem::procedure},
    {"10160-0", CdaItem::medication},
    {"8648-8", CdaItem::course},
    {"29548-5", CdaItem::diagnosis},
    {"11450-4", CdaItem::diagnosis},
    {"46241-6", CdaItem::diagnosis},
    {"11535-2", CdaItem::diagnosis},
    {"10219-4", CdaItem::diagnosis},
    {"10218-6", CdaItem::diagnosis},
    // Observations, WS 445: code and name of a disease that was diagnosed.
    {"DE05.01.024.00", CdaItem::diagnosis},
    {"DE05.01.025.00", CdaItem::diagnosis},
};
struct Title {
  std::string_view word;
  CdaItem kind;
};
constexpr Title kTitles[] = {
    {"诊断", CdaItem::diagnosis},      {"主诉", CdaItem::complaint}, {"现病史", CdaItem::present_illness},
    {"既往史", CdaItem::past_illness}, {"过敏", CdaItem::allergy},   {"家族史", CdaItem::family_history},
};

// Roots under which numbers are given.
constexpr std::string_view kIdCardRoot = "2.16.156.10011.1.3";

struct Called {
  CdaItem item;
  const char* of_patient;
  const char* of_relative;
  const char* of_staff;
};
constexpr Called kCalled[] = {
    {CdaItem::number, "患者编号", "", "dr_code"},
    {CdaItem::id_card, "身份证号", "身份证号", "身份证号"},
    {CdaItem::name, "患者姓名", "联系人姓名", "医生姓名"},
    {CdaItem::address, "住址", "联系人地址", ""},
    {CdaItem::telecom, "联系电话", "联系人电话", ""},
    {CdaItem::gender, "性别", "", ""},
    {CdaItem::birth, "出生日期", "出生日期", ""},
    {CdaItem::age, "年龄", "", ""},
    {CdaItem::marital, "婚姻状况", "", ""},
    {CdaItem::ethnic, "民族", "", ""},
    {CdaItem::employer, "工作单位", "", ""},
    {CdaItem::occupation, "职业", "", ""},
    {CdaItem::complaint, "主诉", "", ""},
    {CdaItem::present_illness, "现病史", "", ""},
    {CdaItem::past_illness, "既往史", "", ""},
    {CdaItem::allergy, "过敏史", "", ""},
    {CdaItem::family_history, "家族史", "", ""},
    {CdaItem::examination, "体格检查", "", ""},
    {CdaItem::results, "检验结果", "", ""},
    {CdaItem::procedure, "手术名称", "", ""},
    {CdaItem::medication, "用药", "", ""},
    {CdaItem::course, "诊疗经过", "", ""},
    {CdaItem::diagnosis, "诊断", "", ""},
};

bool is_of_section(CdaItem item) { return item >= CdaItem::section; }

const Called* called(CdaItem item) {
  const auto* const found =
      std::find_if(std::begin(kCalled), std::end(kCalled), [&](const Called& each) { return each.item == item; });
  return found == std::end(kCalled) ? nullptr : found;
}

std::string_view words_of(CdaPlace place) {
  const Called* const found = called(place.item);
  if (found == nullptr) return {};
  if (place.coded) return "诊断编码";
  switch (place.scope) {
    case CdaScope::none:
      return {};
    case CdaScope::document:
    case CdaScope::patient:
      return found->of_patient;
    case CdaScope::guardian:
    case CdaScope::relative:
      return found->of_relative;
    case CdaScope::staff:
      return found->of_staff;
  }
  return {};
}

CdaPlace in_person(CdaPlace place, std::string_view element) {
  if (place.item != CdaItem::none) return place;  // the parts of a name or an address
  for (const Word& each : kOfPersons)
    if (each.element == element) place.item = each.item;
  if (element == "id") place.item = CdaItem::number;
  return place;
}

CdaPlace in_section(CdaPlace place, std::string_view element) {
  if (element == "code") place.item = CdaItem::code;
  if (element == "text" || element == "value") place.inner = true;
  if (element == "section") place = {place.scope, CdaItem::section, false, false};
  return place;
}

}  // namespace

CdaPlace cda_place(CdaPlace parent, std::string_view element) {
  if (!parent) return element == "ClinicalDocument" ? CdaPlace{CdaScope::document, CdaItem::none, true, false} : parent;
  for (const Entry& each : kEntries) {
    if (each.element != element) continue;
    const bool enters = parent.scope != each.scope;
    return {each.scope, CdaItem::none, enters, false};
  }
  CdaPlace place = parent;
  place.enters = false;
  if (place.scope != CdaScope::document) {
    // What is inside the patient has its own number: that of the ID card.
    if (element == "id" && place.item == CdaItem::none && place.inner) place.item = CdaItem::id_card;
    if (element == "patient") place.inner = true;
    return in_person(place, element);
  }
  if (is_of_section(place.item) || element == "section") return in_section(place, element);
  return place;
}

CdaAttribute cda_attribute(std::string_view name) {
  if (name == "extension") return CdaAttribute::extension;
  if (name == "value") return CdaAttribute::value;
  if (name == "displayName") return CdaAttribute::display;
  if (name == "code") return CdaAttribute::code;
  if (name == "root") return CdaAttribute::root;
  return name == "classCode" ? CdaAttribute::class_code : CdaAttribute::other;
}

bool cda_says(CdaPlace place, CdaAttribute attribute) {
  if (words_of(place).empty()) return false;
  switch (place.item) {
    case CdaItem::number:
    case CdaItem::id_card:
      return attribute == CdaAttribute::extension;
    case CdaItem::telecom:
    case CdaItem::birth:
    case CdaItem::age:
      return attribute == CdaAttribute::value;
    case CdaItem::gender:
    case CdaItem::marital:
    case CdaItem::ethnic:
    case CdaItem::occupation:
      return attribute == CdaAttribute::display;
    case CdaItem::diagnosis:
      return place.inner && (attribute == CdaAttribute::display || attribute == CdaAttribute::code);
    default:
      return is_of_section(place.item) && place.inner &&
             (attribute == CdaAttribute::display || attribute == CdaAttribute::value);
  }
}

bool cda_text_says(CdaPlace place) { return !words_of(place).empty() && (place.inner || !is_of_section(place.item)); }

CdaPlace cda_specified(CdaPlace place, CdaAttribute attribute, std::string_view value) {
  if (attribute == CdaAttribute::root && place.item == CdaItem::number && value == kIdCardRoot)
    place.item = CdaItem::id_card;
  constexpr std::string_view kStaff[] = {"ASSIGNED", "PROV", "LIC", "EMP", "COMPAR", "SGNOFF"};
  if (attribute == CdaAttribute::class_code && place.scope == CdaScope::relative && place.enters &&
      std::find(std::begin(kStaff), std::end(kStaff), value) != std::end(kStaff))
    place.scope = CdaScope::staff;
  return place;
}

CdaItem cda_kind(CdaAttribute attribute, std::string_view value) {
  if (attribute == CdaAttribute::code)
    for (const Code& each : kCodes)
      if (each.code == value) return each.kind;
  if (attribute == CdaAttribute::display)
    for (const Title& each : kTitles)
      if (value.find(each.word) != std::string_view::npos) return each.kind;
  return CdaItem::none;
}

FarName cda_name(uint32_t column) { return {std::string(words_of(CdaPlace::of_column(column))), {}}; }

}  // namespace pidun
