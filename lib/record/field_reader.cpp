#include "record/field_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/ascii.h"
#include "detect/canonical.h"
#include "detect/coordinates.h"
#include "detect/field_values.h"
#include "detect/minors.h"
#include "record/nearby_day.h"
#include "record/visible.h"

namespace pidun {
namespace {

// One number a value, in an order that no key changes.
uint64_t order_of(std::string_view form) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;
  uint64_t order = form.size();
  for (size_t at = 0; at < form.size(); at += sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, form.data() + at, std::min(sizeof(word), form.size() - at));
    order = (order ^ word) * kFactor;
    order ^= order >> 32;
  }
  return order;
}

constexpr double kCells = 1000;  // a degree (D9)

template <size_t... N>
bool ends_with_one_of(std::string_view text, const char (&... endings)[N]) {
  return (text.ends_with(std::string_view(endings, N - 1)) || ...);
}

// 李女士, 王先生, 张某, 某某 name nobody (D5).
bool is_nameless(std::string_view name) {
  constexpr std::string_view kSome = "某";
  for (size_t at = 0; at + kSome.size() <= name.size(); ++at)
    if (name[at] == kSome[0] && name.substr(at, kSome.size()) == kSome) return true;
  return ends_with_one_of(name, "女士", "先生", "小姐", "同志", "老师", "师傅", "太太");
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

// Numbers of roads and rooms stand behind names of places.
bool has_digit(std::string_view text) { return std::any_of(text.rbegin(), text.rend(), is_digit); }

// Besides the ID number: kinds of which is_minor_on() reads a birth date.
bool tells_birth(Kind kind) { return kind == Kind::birth_date || kind == Kind::hmt_residence_permit_number; }

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

FieldReader::FieldReader(const std::vector<RuleTrait>& traits, const Prints& prints, uint32_t day)
    : traits_(&traits), prints_(prints), day_(day), batch_(prints) {}

FieldReader::~FieldReader() { wipe(form_.data(), form_.capacity()); }

void FieldReader::read_masked(std::string_view text, Field& field) {
  const Visible visible = visible_of_masked(field.kind, text);
  field.prefix = visible.prefix;
  field.suffix = visible.suffix;
  const bool shown = visible.prefix + visible.suffix != 0;
  field.flags |= shown ? kFieldMasked : kFieldHidden;
  if (field.kind == Kind::person_name) field.flags |= kFieldNameless;
  if (!shown) return;
  field.order = order_of(visible.text);
  char* const form = batch_.open(visible.text.size());
  batch_.close(field.kind, std::copy(visible.text.begin(), visible.text.end(), form));
}

void FieldReader::read_position(const RuleTrait& trait, std::string_view text, const Window& window, Span place,
                                Field& field) {
  field.flags |= (trait.latitude ? kFieldLatitude : 0) | (trait.longitude ? kFieldLongitude : 0);
  const auto print = [&](const std::string& value) { return prints_.of(Kind::location_trajectory, value).high; };
  if (const uint32_t day = nearby_day(window, place); day != 0) field.day = print("day " + std::to_string(day));
  const Coordinates position = pidun::read_position(text);
  if (position.length != 0) {
    field.flags |= kFieldLatitude | kFieldLongitude;
    field.latitude = print(cell_of(position.latitude));
    field.longitude = print(cell_of(position.longitude));
    return;
  }
  // A place by name or a base station is its own cell.
  const double degrees = degrees_of(text);
  if (degrees != 0) {
    field.latitude = field.longitude = print(cell_of(degrees));
    return;
  }
  write_canonical(field.kind, text, form_);
  field.latitude = field.longitude = prints_.of(field.kind, form_).low;
  wipe(form_.data(), form_.size());
}

void FieldReader::read_plain(const Reading& reading, std::string_view text, Field& field) {
  char* const begin = batch_.open(text.size() + kCanonicalRoom);
  char* const end = write_canonical(field.kind, text, begin);
  const std::string_view form(begin, static_cast<size_t>(end - begin));
  const uint32_t born = field.kind == Kind::resident_id_number ? birth_of_id(form) : 0;
  if (reading.evidence.has(Reason::impossible_date) || (day_ != 0 && born > day_)) {
    field.reason = InvalidReason::impossible_date;
  } else if (reading.check == Check::fail) {
    field.reason = InvalidReason::checksum;
  } else if (reading.evidence.has(Reason::test_value)) {
    field.reason = InvalidReason::test_value;
  } else if (is_of_equal_digits(form)) {
    field.reason = InvalidReason::equal_digits;
  }
  if (field.reason != InvalidReason::none) field.flags |= kFieldFailed;
  if (day_ != 0 && field.reason == InvalidReason::none && is_under_14(born, day_)) field.flags |= kFieldMinor;
  if (field.kind == Kind::person_name && is_nameless(form)) field.flags |= kFieldNameless;
  if (field.kind == Kind::home_address && has_digit(form)) field.flags |= kFieldWithNumber;
  field.order = order_of(form);
  batch_.close(field.kind, end);
}

void FieldReader::read(const Reading& reading, uint32_t rule, uint16_t tier, std::string_view text,
                       const Window& window, Span place, Field& field) {
  const RuleTrait trait = rule < traits_->size() ? (*traits_)[rule] : RuleTrait{};
  field.span = reading.span;
  field.kind = reading.kind;
  field.rule = static_cast<uint16_t>(rule);
  field.tier = tier;
  field.trait = trait.trait;
  // A picture identifies by all of its bytes, the path of one not at all (D2).
  if (field.trait == Trait::face && is_field_value(FieldClass::image, text)) field.trait = Trait::none;
  if (trait.sensitive) field.flags |= kFieldSensitive;
  if (reading.evidence.has(Reason::masked) || reading.evidence.has(Reason::lossy)) {
    return read_masked(text, field);
  }
  read_plain(reading, text, field);
  if (field.kind == Kind::location_trajectory) read_position(trait, text, window, place, field);
  if (day_ == 0 || field.has(kFieldFailed)) return;
  if (field.kind == Kind::minor_under_14 || (tells_birth(field.kind) && is_minor_on(field.kind, text, day_)))
    field.flags |= kFieldMinor;
}

void FieldReader::finish(std::span<Field> fields) {
  const std::span<const Print> prints = batch_.finish();
  size_t next = 0;
  for (Field& field : fields)
    if (!field.has(kFieldHidden)) field.print = prints[next++];  // of what shows nothing there is none
}

Field FieldReader::read_join(std::string_view text) {
  constexpr std::string_view kNothing[] = {"",    "-",   "--",  "0",  "\\N", "NULL", "NONE",
                                           "NIL", "NAN", "N/A", "NA", "无",  "空"};
  Field field;
  field.trait = Trait::join;
  field.flags = kFieldSupport;
  write_canonical(Kind::none, text, form_);
  std::string upper = form_;
  for (char& c : upper) c = to_upper(c);
  const bool nothing = std::find(std::begin(kNothing), std::end(kNothing), upper) != std::end(kNothing);
  if (!nothing) field.print = join_key(prints_.of(Kind::none, form_));
  wipe(form_.data(), form_.size());
  wipe(upper.data(), upper.size());
  return field;
}

Field FieldReader::read_joined(Kind kind, std::string_view text) {
  Field field;
  field.kind = kind;
  write_canonical(kind, text, form_);
  field.print = prints_.of(kind, form_);
  field.order = order_of(form_);
  if (kind == Kind::person_name && is_nameless(form_)) field.flags |= kFieldNameless;
  if (kind == Kind::home_address && has_digit(form_)) field.flags |= kFieldWithNumber;
  wipe(form_.data(), form_.size());
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
