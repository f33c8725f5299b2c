// The kinds of personal information: what a finding is. Numbers are pinned for ever and stand in stored results;
// patterns/*.toml say the same, with tiers and levels. Tested in tests/unit/rules/kinds_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace pidun {

enum class Kind : uint16_t {
  none = 0,
  person_name = 1,
  mobile_number = 2,
  landline_number = 3,
  email_address = 4,
  resident_id_number = 5,
  id_document_image = 6,
  passport_permit_number = 7,
  foreign_permanent_resident_id = 8,
  hmt_residence_permit_number = 9,
  military_id_number = 10,
  driver_licence_number = 11,
  social_security_number = 12,
  medical_insurance_number = 13,
  household_registration = 14,
  home_address = 15,
  birth_date = 16,
  minor_under_14 = 17,
  face_information = 18,
  other_biometric = 19,
  location_trajectory = 20,
  travel_record = 21,
  delivery_record = 22,
  communication_content = 23,
  communication_record = 24,
  contact_list = 25,
  credit_information = 26,
  property_status = 27,
  financial_account_credential = 28,
  bank_card_number = 29,
  payment_account = 30,
  transaction_information = 31,
  accommodation_information = 32,
  health_information = 33,
  special_disease = 34,
  medical_record_number = 35,
  online_account_credential = 36,
  real_name_account = 37,
  sms_verification_code = 38,
  social_account = 39,
  vehicle_plate = 40,
  vehicle_owner = 41,
  real_estate_owner = 42,
  education_employment = 43,
  device_identifier = 44,
  religion = 45,
  special_identity = 46,
  criminal_record = 47,
  sexual_information = 48,
  marriage_information = 49,
  company_code = 50,
  hmt_identity_number = 51,
  insurance_information = 52,
  hashed_identifier = 53,
  share_link = 54,
  camera_image = 55,
  staff_student_number = 56,
};

// Kinds of custom rules are numbered from here.
inline constexpr uint16_t kFirstCustomKind = 0x8000;

struct KindInfo {
  Kind kind;
  uint16_t tier;             // 50, 500, 5000; 0 = no tier of its own
  char sensitive;            // PIPL art. 28: 'Y', 'N', 'C' = depends on context
  uint8_t jrt0171;           // JR/T 0171-2020 level 1..3, 0 = none
  uint8_t gbt39725;          // GB/T 39725-2020 level 1..5, 0 = none
  std::string_view name;     // "resident_id_number"; NUL-terminated, static
  std::string_view name_zh;  // UTF-8, NUL-terminated, static
};

// All built-in kinds, by number.
std::span<const KindInfo> all_kinds();

// nullptr if there is none.
const KindInfo* find_kind(Kind kind);
const KindInfo* find_kind(std::string_view name);

}  // namespace pidun
