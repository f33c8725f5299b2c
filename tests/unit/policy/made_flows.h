// Signs of flows made by hand: what a scan gives of the examples under examples/cases/, and of other flows.
#pragma once

#include <initializer_list>

#include "tally/flow_signs.h"

namespace pidun::testing {

struct FieldFound {
  Kind kind;
  const char* rule;
  bool masked = false;
};

// `rows` records of one input, with the same fields each.
inline void add_rows(FlowSigns& signs, uint64_t rows, Format format, std::initializer_list<FieldFound> fields) {
  std::vector<Kind> kinds;
  for (const FieldFound& field : fields) {
    kinds.push_back(field.kind);
    signs.add_finding(field.kind, field.rule, field.masked, rows);
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  for (uint64_t i = 0; i < rows; ++i) signs.add_record(kinds, format);
  ++signs.inputs;
}

inline FieldFound name_found() { return {Kind::person_name, "person_name"}; }
inline FieldFound mobile_found() { return {Kind::mobile_number, "mobile_number"}; }
inline FieldFound id_found() { return {Kind::resident_id_number, "resident_id_number"}; }
inline FieldFound address_found() { return {Kind::home_address, "home_address"}; }

inline FlowSigns leads() {
  FlowSigns signs;
  add_rows(signs, 60, Format::json,
           {{Kind::person_name, "person_name_masked", true},
            {Kind::mobile_number, "mobile_number_masked", true},
            {Kind::property_status, "social_insurance_status"},
            {Kind::property_status, "house_status"},
            {Kind::property_status, "income"},
            {Kind::insurance_information, "insurance"},
            {Kind::credit_information, "debt_status"},
            {Kind::credit_information, "credit_status"},
            {Kind::credit_information, "loan_demand"}});
  return signs;
}

inline FlowSigns album() {
  FlowSigns signs;
  add_rows(signs, 12, Format::multipart, {{Kind::face_information, "face_region"}, name_found()});
  signs.pictures = 24;
  return signs;
}

inline FlowSigns dump() {
  FlowSigns signs;
  add_rows(signs, 80, Format::delimited,
           {name_found(), id_found(), address_found(), {Kind::household_registration, "household"}});
  add_rows(signs, 60, Format::delimited,
           {name_found(),
            id_found(),
            mobile_found(),
            {Kind::vehicle_owner, "vehicle_owner"},
            {Kind::vehicle_plate, "plate"}});
  add_rows(signs, 60, Format::sql,
           {name_found(), mobile_found(), address_found(), {Kind::email_address, "email_address"}});
  add_rows(signs, 40, Format::sql, {name_found(), mobile_found(), {Kind::social_account, "qq_number"}});
  add_rows(signs, 1, Format::chat, {{Kind::share_link, "share_link"}});
  signs.shared = 60;
  return signs;
}

inline FlowSigns account_list() {
  FlowSigns signs;
  add_rows(signs, 60, Format::dashed,
           {{Kind::online_account_credential, "online_credential"},
            name_found(),
            id_found(),
            {Kind::face_information, "face"}});
  return signs;
}

inline FlowSigns position_chat() {
  FlowSigns signs;
  add_rows(signs, 3, Format::chat, {mobile_found()});
  add_rows(signs, 3, Format::chat, {mobile_found(), {Kind::location_trajectory, "location"}});
  add_rows(signs, 1, Format::chat, {address_found()});
  signs.inputs = 1;
  signs.positions = 3;
  return signs;
}

inline FlowSigns ward(Format format) {
  FlowSigns signs;
  add_rows(signs, 60, format,
           {name_found(),
            mobile_found(),
            address_found(),
            {Kind::health_information, "childbirth_date"},
            {Kind::health_information, "childbirth"}});
  return signs;
}

}  // namespace pidun::testing
