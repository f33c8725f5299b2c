#include "rules/kinds.h"

#include <catch2/catch.hpp>
#include <iterator>
#include <set>
#include <string_view>

#include "pidun_tables.h"

namespace pidun {
namespace {

struct Pinned {
  Kind kind;
  int number;
  const char* name;
};

// Written out once more by hand: numbers stand in stored results and must never move.
constexpr Pinned kPinned[] = {
    {Kind::person_name, 1, "person_name"},
    {Kind::mobile_number, 2, "mobile_number"},
    {Kind::landline_number, 3, "landline_number"},
    {Kind::email_address, 4, "email_address"},
    {Kind::resident_id_number, 5, "resident_id_number"},
    {Kind::id_document_image, 6, "id_document_image"},
    {Kind::passport_permit_number, 7, "passport_permit_number"},
    {Kind::foreign_permanent_resident_id, 8, "foreign_permanent_resident_id"},
    {Kind::hmt_residence_permit_number, 9, "hmt_residence_permit_number"},
    {Kind::military_id_number, 10, "military_id_number"},
    {Kind::driver_licence_number, 11, "driver_licence_number"},
    {Kind::social_security_number, 12, "social_security_number"},
    {Kind::medical_insurance_number, 13, "medical_insurance_number"},
    {Kind::household_registration, 14, "household_registration"},
    {Kind::home_address, 15, "home_address"},
    {Kind::birth_date, 16, "birth_date"},
    {Kind::minor_under_14, 17, "minor_under_14"},
    {Kind::face_information, 18, "face_information"},
    {Kind::other_biometric, 19, "other_biometric"},
    {Kind::location_trajectory, 20, "location_trajectory"},
    {Kind::travel_record, 21, "travel_record"},
    {Kind::delivery_record, 22, "delivery_record"},
    {Kind::communication_content, 23, "communication_content"},
    {Kind::communication_record, 24, "communication_record"},
    {Kind::contact_list, 25, "contact_list"},
    {Kind::credit_information, 26, "credit_information"},
    {Kind::property_status, 27, "property_status"},
    {Kind::financial_account_credential, 28, "financial_account_credential"},
    {Kind::bank_card_number, 29, "bank_card_number"},
    {Kind::payment_account, 30, "payment_account"},
    {Kind::transaction_information, 31, "transaction_information"},
    {Kind::accommodation_information, 32, "accommodation_information"},
    {Kind::health_information, 33, "health_information"},
    {Kind::special_disease, 34, "special_disease"},
    {Kind::medical_record_number, 35, "medical_record_number"},
    {Kind::online_account_credential, 36, "online_account_credential"},
    {Kind::real_name_account, 37, "real_name_account"},
    {Kind::sms_verification_code, 38, "sms_verification_code"},
    {Kind::social_account, 39, "social_account"},
    {Kind::vehicle_plate, 40, "vehicle_plate"},
    {Kind::vehicle_owner, 41, "vehicle_owner"},
    {Kind::real_estate_owner, 42, "real_estate_owner"},
    {Kind::education_employment, 43, "education_employment"},
    {Kind::device_identifier, 44, "device_identifier"},
    {Kind::religion, 45, "religion"},
    {Kind::special_identity, 46, "special_identity"},
    {Kind::criminal_record, 47, "criminal_record"},
    {Kind::sexual_information, 48, "sexual_information"},
    {Kind::marriage_information, 49, "marriage_information"},
    {Kind::company_code, 50, "company_code"},
    {Kind::hmt_identity_number, 51, "hmt_identity_number"},
    {Kind::insurance_information, 52, "insurance_information"},
    {Kind::hashed_identifier, 53, "hashed_identifier"},
    {Kind::share_link, 54, "share_link"},
    {Kind::camera_image, 55, "camera_image"},
    {Kind::staff_student_number, 56, "staff_student_number"},
};

}  // namespace

TEST_CASE("numbers and names of kinds are pinned, and the table says the same") {
  REQUIRE(all_kinds().size() == std::size(kPinned));
  REQUIRE(tables::kinds.size() == std::size(kPinned));
  for (const Pinned& pinned : kPinned) {
    INFO(pinned.name);
    CHECK(static_cast<int>(pinned.kind) == pinned.number);
    const KindInfo* info = find_kind(pinned.kind);
    REQUIRE(info != nullptr);
    CHECK(info->kind == pinned.kind);
    CHECK(info->name == pinned.name);
    CHECK(find_kind(std::string_view(pinned.name)) == info);
  }
}

TEST_CASE("what is no kind is not found") {
  for (const uint16_t number : {uint16_t{0}, uint16_t{57}, kFirstCustomKind, uint16_t{0xffff}}) {
    CHECK(find_kind(static_cast<Kind>(number)) == nullptr);
  }
  for (const char* name : {"", "none", "resident_id", "RESIDENT_ID_NUMBER", "resident_id_number "}) {
    CHECK(find_kind(std::string_view(name)) == nullptr);
  }
}

TEST_CASE("every kind has lawful values and a name of its own") {
  std::set<std::string_view> names, names_zh;
  for (const KindInfo& info : all_kinds()) {
    INFO(info.name);
    CHECK((info.tier == 0 || info.tier == 50 || info.tier == 500 || info.tier == 5000));
    CHECK((info.sensitive == 'Y' || info.sensitive == 'N' || info.sensitive == 'C'));
    CHECK(info.jrt0171 <= 3);
    CHECK(info.gbt39725 <= 5);
    CHECK_FALSE(info.name_zh.empty());
    CHECK(info.name.data()[info.name.size()] == '\0');
    CHECK(info.name_zh.data()[info.name_zh.size()] == '\0');
    names.insert(info.name);
    names_zh.insert(info.name_zh);
  }
  CHECK(names.size() == all_kinds().size());
  CHECK(names_zh.size() == all_kinds().size());
}

TEST_CASE("some kinds as the law has them") {
  struct Case {
    Kind kind;
    int tier;
    char sensitive;
    int jrt0171, gbt39725;
    const char* name_zh;
  };
  const Case cases[] = {
      {Kind::resident_id_number, 5000, 'C', 2, 4, "公民身份号码"},
      {Kind::bank_card_number, 5000, 'Y', 2, 0, "银行卡号"},
      {Kind::location_trajectory, 50, 'Y', 2, 0, "行踪轨迹信息"},
      {Kind::health_information, 500, 'Y', 0, 4, "健康生理信息"},
      {Kind::financial_account_credential, 50, 'Y', 3, 0, "金融账户身份认证信息"},
      {Kind::company_code, 0, 'N', 0, 0, "统一社会信用代码"},
  };
  for (const Case& c : cases) {
    const KindInfo& info = *find_kind(c.kind);
    INFO(info.name);
    CHECK(info.tier == c.tier);
    CHECK(info.sensitive == c.sensitive);
    CHECK(int{info.jrt0171} == c.jrt0171);
    CHECK(int{info.gbt39725} == c.gbt39725);
    CHECK(info.name_zh == c.name_zh);
  }
}

}  // namespace pidun
