#include "record/field_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/ascii.h"
#include "detect/canonical.h"
#include "detect/coordinates.h"
#include "detect/minors.h"
#include "record/nearby_day.h"
#include "record/visible.h"

namespace pidun {
namespace {

constexpr double kCells = 1000;  // a degree (D9)

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

// 李女士, 王先生, 张某, 某某 name nobody (D5).
bool is_nameless(std::string_view name) {
  return name.find("某") != std::string_view::npos ||
         ends_with_one_of(name, {"女士", "先生", "小姐", "同志", "老师", "师傅", "太太"});
}

// Resources of HL7 FHIR that tell of somebody's health.
bool is_of_health(std::string_view resource) {
  constexpr std::string_view kResources[] = {"AllergyIntolerance",  "CarePlan",
                                             "ClinicalImpression",  "Condition",
                                             "DiagnosticReport",    "Encounter",
                                             "FamilyMemberHistory", "ImagingStudy",
                                             "Immunization",        "MedicationAdministration",
                                             "MedicationRequest",   "MedicationStatement",
                                             "Observation",         "Procedure",
                                             "ServiceRequest"};
  return std::find(std::begin(kResources), std::end(kResources), resource) != std::end(kResources);
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool is_of_equal_digits(std::string_view form) {
  constexpr size_t kLeast = 7;
  return form.size() >= kLeast && is_digit(form[0]) && form.find_first_not_of(form[0]) == std::string_view::npos;
}

// The birth date in an ID number of 18 digits, YYYYMMDD.
uint32_t birth_of_id(std::string_view form) {
  constexpr size_t kLength = 18, kBegin = 6, kEnd = 14;
  uint32_t day = 0;
  if (form.size() == kLength) std::from_chars(form.data() + kBegin, form.data() + kEnd, day);
  return day;
}

// As is_minor_on() says it of an ID number, whose birth date is known here.
bool is_under_14(uint32_t born, uint32_t day) {
  constexpr uint32_t kGrown = 140000;
  return born != 0 && born <= day && day <= born + kGrown;
}

// The number of the cell, as text: what is printed of it.
std::string cell_of(double degrees) { return std::to_string(static_cast<int64_t>(std::floor(degrees * kCells))); }

// Degrees as decimals; 0 of what is written otherwise.
double degrees_of(std::string_view text) {
  double degrees = 0;
  std::from_chars(text.data(), text.data() + text.size(), degrees);
  return degrees;
}

}  // namespace

FieldReader::FieldReader(std::vector<RuleTrait> traits, const Prints& prints, uint32_t day)
    : traits_(std::move(traits)), prints_(prints), day_(day) {}

FieldReader::~FieldReader() { wipe(form_.data(), form_.capacity()); }

void FieldReader::read_masked(std::string_view text, Field& field) const {
  const Visible visible = visible_of_masked(field.kind, text);
  field.prefix = visible.prefix;
  field.suffix = visible.suffix;
  const bool shown = visible.prefix + visible.suffix != 0;
  field.flags |= shown ? kFieldMasked : kFieldHidden;
  if (field.kind == Kind::person_name) field.flags |= kFieldNameless;
  if (shown) field.print = prints_.of(field.kind, visible.text);
}

void FieldReader::read_position(const RuleTrait& trait, std::string_view text, const Window& window, Span place,
                                Field& field) {
  field.flags |= (trait.latitude ? kFieldLatitude : 0) | (trait.longitude ? kFieldLongitude : 0);
  const auto print = [&](const std::string& value) { return prints_.of(Kind::location_trajectory, value).high; };
  if (const uint32_t day = nearby_day(window, place); day != 0) field.day = print("day " + std::to_string(day));
  const Position position = pidun::read_position(text);
  if (position.length != 0) {
    field.flags |= kFieldLatitude | kFieldLongitude;
    field.latitude = print(cell_of(position.latitude));
    field.longitude = print(cell_of(position.longitude));
    return;
  }
  // A place by name or a base station is its own cell.
  const double degrees = degrees_of(text);
  field.latitude = field.longitude = degrees != 0 ? print(cell_of(degrees)) : field.print.low;
}

void FieldReader::read_plain(const Reading& reading, std::string_view text, Field& field) {
  write_canonical(field.kind, text, form_);
  field.print = prints_.of(field.kind, form_);
  const uint32_t born = field.kind == Kind::resident_id_number ? birth_of_id(form_) : 0;
  if (reading.evidence.has(Reason::impossible_date) || (day_ != 0 && born > day_)) {
    field.reason = InvalidReason::impossible_date;
  } else if (reading.check == Check::fail) {
    field.reason = InvalidReason::checksum;
  } else if (reading.evidence.has(Reason::test_value)) {
    field.reason = InvalidReason::test_value;
  } else if (is_of_equal_digits(form_)) {
    field.reason = InvalidReason::equal_digits;
  }
  if (field.reason != InvalidReason::none) field.flags |= kFieldFailed;
  if (day_ != 0 && field.reason == InvalidReason::none && is_under_14(born, day_)) field.flags |= kFieldMinor;
  if (field.kind == Kind::person_name && is_nameless(form_)) field.flags |= kFieldNameless;
  if (field.kind == Kind::home_address && has_digit(form_)) field.flags |= kFieldWithNumber;
  wipe(form_.data(), form_.size());
}

Field FieldReader::read(const Reading& reading, uint32_t rule, uint16_t tier, std::string_view text,
                        const Window& window, Span place) {
  const RuleTrait trait = rule < traits_.size() ? traits_[rule] : RuleTrait{};
  Field field;
  field.span = reading.span;
  field.kind = reading.kind;
  field.rule = static_cast<uint16_t>(rule);
  field.tier = tier;
  field.trait = trait.trait;
  if (trait.sensitive) field.flags |= kFieldSensitive;
  if (reading.evidence.has(Reason::masked) || reading.evidence.has(Reason::lossy)) {
    read_masked(text, field);
    return field;
  }
  read_plain(reading, text, field);
  if (field.kind == Kind::location_trajectory) read_position(trait, text, window, place, field);
  if (day_ != 0 && !field.has(kFieldFailed) && field.kind != Kind::resident_id_number &&
      (field.kind == Kind::minor_under_14 || is_minor_on(field.kind, text, day_)))
    field.flags |= kFieldMinor;
  return field;
}

Field FieldReader::read_support(Trait trait, std::string_view text) {
  // "Patient/123", "urn:uuid:123": what is referred to has the id behind the last sign.
  if (trait == Trait::reference) text.remove_prefix(text.find_last_of("/:") + 1);
  Field field;
  field.trait = trait;
  field.flags = kFieldSupport;
  if (trait == Trait::resource && is_of_health(text)) {  // that somebody has one says it
    field.kind = Kind::health_information;
    field.tier = 500;
    field.flags = kFieldSensitive;
  }
  write_canonical(Kind::none, text, form_);
  field.print = prints_.of(Kind::none, form_);
  wipe(form_.data(), form_.size());
  return field;
}

}  // namespace pidun
