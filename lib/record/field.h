// A field of a record: what counting keeps of a finding. The value itself is not kept, only its print.
// Tested in tests/unit/record/records_test.cpp.
#pragma once

#include "record/record.h"

namespace pidun {

// Whose field it is, by the label over it (D4): a group of its own where it has an identity of its own.
enum class FieldRole : uint8_t {
  own,
  spouse,
  parent,
  guardian,
  contact,
  guarantor,
  recipient,
  sender,
  next_of_kin,      // HL7 NK1
  other_guarantor,  // HL7 GT1
  staff,            // of an institution: says nothing of the row's person
  of_open_value     // not known yet: the value began before what was read
};

// Bits of Field::flags.
enum FieldFlag : uint16_t {
  kFieldFailed = 1,    // its check failed, or it is a test value: Field::reason says which
  kFieldMasked = 2,    // something of it can be seen
  kFieldHidden = 4,    // nothing can be seen: it does not count (D6)
  kFieldNameless = 8,  // a name that names nobody: 王*, 李女士, 张某
  kFieldMinor = 16,
  kFieldSensitive = 32,   // PIPL art. 28
  kFieldWithNumber = 64,  // an address down to road and number
  kFieldLatitude = 128,
  kFieldLongitude = 256,
  kFieldSupport = 512  // no personal information of its own: an order number, a time, an account
};

// What a field is besides its kind, told by its rule or by the label of a value that is no finding.
enum class Trait : uint8_t {
  none,
  secret,    // password, CVV
  account,   // login name
  document,  // order number
  time,
  amount,
  balance,
  visit,
  local_id,  // of a resource that others refer to
  reference,
  part,      // an array whose items are all of the object around it
  inside,    // an object that is all of the one around it
  listed,    // an object that is one of a list, wherever it stands
  join,      // of rows that belong together
  piece,     // of a name or an address that is kept in parts
  resource,  // of a document whose resources refer to each other
  image,     // a picture with a face sign, whole: it identifies
  region,    // what its metadata say of a face
  face       // a token, template or feature of a face: it identifies
};

// 0 of a custom kind.
constexpr uint64_t bit_of_kind(Kind kind) {
  const auto number = static_cast<unsigned>(kind);
  return number < 64 ? uint64_t{1} << number : 0;
}
template <class... Kinds>
constexpr uint64_t bits_of_kinds(Kinds... kinds) {
  return (bit_of_kind(kinds) | ...);
}

inline constexpr uint16_t kOpenPart = UINT16_MAX;  // of a segment that began before what was read

struct Field {
  Span span;    // bytes of the input
  Print print;  // of the canonical value; of a masked one of what can be seen
  // Of the same, but the same whatever the key of the prints: what is counted must not hang on it.
  uint64_t order = 0;
  Kind kind = Kind::none;
  uint16_t rule = 0;
  uint16_t tier = 0;
  uint16_t flags = 0;  // FieldFlag bits
  Trait trait = Trait::none;
  FieldRole role = FieldRole::own;
  InvalidReason reason = InvalidReason::none;
  uint8_t prefix = 0;  // masked: visible characters before and behind the mask
  uint8_t suffix = 0;
  uint16_t part = 0;      // of which of several people of one role: two next of kin, 联系人1 and 联系人2
  uint64_t latitude = 0;  // of a position, prints: its cell of a thousandth of a degree (D9), and the day in UTC+8
  uint64_t longitude = 0;
  uint64_t day = 0;  // 0 if none stands beside it

  bool has(FieldFlag flag) const { return (flags & flag) != 0; }
  // Personal information by itself.
  bool is_counted() const { return !has(kFieldSupport); }
  // A value that can be a key: whole, valid, and of a person.
  bool is_plain() const { return (flags & (kFieldFailed | kFieldMasked | kFieldHidden | kFieldSupport)) == 0; }
};

}  // namespace pidun
