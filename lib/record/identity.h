// Who a group of fields is about: the strongest unmasked key, or the class of the strongest masked one.
// facts/counting.md D2 says what identifies, D5 which of several is the key, D8 what a masked class is.
// Example: of name, ID number and mobile number the ID number's print; of name and e-mail address both together.
// Tested in tests/unit/record/records_test.cpp.
#pragma once

#include <span>
#include <string_view>

#include "record/field.h"
#include "record/prints.h"

namespace pidun {

enum class IdentityKind : uint8_t { none, id, document, mobile, card, credential, email, account, hash, weak, face };

struct Identity {
  IdentityKind kind = IdentityKind::none;
  Print print;
  bool nameless = false;  // a mobile number or e-mail address without a name
  bool has_bare = false;  // or with one: `bare` is the identity without it
  Print bare;
  explicit operator bool() const { return kind != IdentityKind::none; }
};

Identity identity_of(std::span<const Field> fields);
// Of a position, one weak key suffices: plate, account, device (D9).
Identity subject_of(std::span<const Field> fields);

// Of the subject that the host names for positions without one of their own: an ID number or mobile number as such,
// anything else as an account.
Identity identity_of_subject(const Prints& prints, std::string_view value);

// The identity of a record that a document or card alone keys: such records are linked by it.
Print key_of(const Field& field);

// Of the n-th differently named face in a picture with this print (D10).
Print face_key(const Print& picture, uint64_t n);

// The name that counts; null if there is none.
const Field* name_of(std::span<const Field> fields);

// Whether the kind is an ID number or document, which identifies and links by itself.
inline constexpr uint64_t kDocumentKinds =
    bits_of_kinds(Kind::passport_permit_number, Kind::foreign_permanent_resident_id, Kind::hmt_residence_permit_number,
                  Kind::hmt_identity_number, Kind::military_id_number, Kind::driver_licence_number);
constexpr bool is_id(Kind kind) { return kind == Kind::resident_id_number; }
constexpr bool is_document(Kind kind) { return (bit_of_kind(kind) & kDocumentKinds) != 0; }
bool is_account(const Field& field);

// The strongest masked key; null if there is none.
const Field* masked_key(std::span<const Field> fields);

}  // namespace pidun
