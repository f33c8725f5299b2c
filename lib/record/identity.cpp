#include "record/identity.h"

#include <algorithm>
#include <string>

#include "detect/canonical.h"
#include "detect/checks/mod_11_2.h"
#include "record/prints.h"

namespace pidun {
namespace {

// Of several keys of one rank the first in an order of their values, whatever the order of the columns and the key of
// the prints.
template <class Wanted>
const Field* smallest(std::span<const Field> fields, const Wanted& wanted) {
  const Field* best = nullptr;
  for (const Field& field : fields) {
    if (!field.is_plain() || !wanted(field)) continue;
    if (best == nullptr || field.order < best->order) best = &field;
  }
  return best;
}

const Field* of_kind(std::span<const Field> fields, Kind kind) {
  return smallest(fields, [&](const Field& field) { return field.kind == kind; });
}

// Prints of different kinds of key never meet; this keeps those of combinations apart from those of values.
Print salted(const Print& print, IdentityKind kind) {
  constexpr uint64_t kSalt = 0xD6E8FEB86659FD93;
  return {print.high ^ static_cast<uint64_t>(kind) * kSalt, print.low};
}

Identity with_name(IdentityKind kind, const Print& value, const Field* name) {
  Identity out{kind, salted(value, kind), name == nullptr, false, {}};
  if (name == nullptr) return out;
  out.has_bare = true;
  out.bare = out.print;
  out.print = both(out.print, name->print);
  return out;
}

bool is_weak(const Field& field) {
  switch (field.kind) {
    case Kind::person_name:
      return !field.has(kFieldNameless);
    case Kind::home_address:
      return field.has(kFieldWithNumber);
    case Kind::landline_number:
    case Kind::email_address:
    case Kind::vehicle_plate:
    case Kind::birth_date:
    case Kind::medical_record_number:
    case Kind::social_security_number:
    case Kind::medical_insurance_number:
    case Kind::staff_student_number:
    case Kind::device_identifier:
      return true;
    default:
      return is_account(field);
  }
}

// Birth dates, names and the like, in any order; at least two kinds.
Identity weak_identity(std::span<const Field> fields, const Field* name) {
  uint64_t kinds = 0;
  Print all;
  for (const Field& field : fields) {
    const bool support = field.trait == Trait::account && !field.has(kFieldFailed);
    if ((!field.is_plain() && !support) || !is_weak(field)) continue;
    kinds |= uint64_t{1} << (static_cast<unsigned>(field.kind) & 63);
    all = sum(all, field.print);
  }
  if ((kinds & (kinds - 1)) == 0) return {};
  if (const Field* email = of_kind(fields, Kind::email_address))
    return with_name(IdentityKind::email, email->print, name);
  Identity out{IdentityKind::weak, salted(all, IdentityKind::weak), false, false, {}};
  return out;
}

// An account with its secret; the secret alone where no account stands beside it.
Identity credential(std::span<const Field> fields, const Field* name) {
  const auto is_secret = [](const Field& field) {
    return field.trait == Trait::secret && field.kind == Kind::online_account_credential;
  };
  const Field* const secret = smallest(fields, is_secret);
  if (secret == nullptr) return {};
  const Field* account = nullptr;
  for (const Field& field : fields)
    if (is_account(field) && !field.has(kFieldMasked) && account == nullptr) account = &field;
  const Field* const mail = account == nullptr ? of_kind(fields, Kind::email_address) : nullptr;
  const Field* const key = account != nullptr ? account : mail;
  if (key == nullptr) return {};
  Identity out = with_name(IdentityKind::credential, key->print, name);
  out.nameless = out.has_bare = false;  // only mobile numbers and e-mail addresses are absorbed
  return out;
}

Identity plain_identity(IdentityKind kind, const Field& field) {
  return {kind, salted(field.print, kind), false, false, {}};
}

int masked_rank(const Field& field) {
  if (is_id(field.kind)) return 0;
  if (is_document(field.kind)) return 1;
  switch (field.kind) {
    case Kind::mobile_number:
      return 2;
    case Kind::bank_card_number:
      return 3;
    case Kind::hashed_identifier:
      return 4;
    default:
      return INT32_MAX;
  }
}

}  // namespace

bool is_account(const Field& field) {
  if (field.trait == Trait::account) return true;
  return field.kind == Kind::payment_account || field.kind == Kind::social_account ||
         field.kind == Kind::real_name_account;
}

const Field* name_of(std::span<const Field> fields) {
  for (const Field& field : fields)
    if (field.kind == Kind::person_name && field.is_plain() && !field.has(kFieldNameless)) return &field;
  return nullptr;
}

Print key_of(const Field& field) {
  return salted(field.print, is_document(field.kind) ? IdentityKind::document : IdentityKind::card);
}

Print face_key(const Print& picture, uint64_t n) {
  const Print key = salted(picture, IdentityKind::face);
  return {key.high, key.low + n};
}

Identity identity_of(std::span<const Field> fields) {
  const Field* const name = name_of(fields);
  if (const Field* key = smallest(fields, [](const Field& field) { return is_id(field.kind); }))
    return plain_identity(IdentityKind::id, *key);
  if (const Field* key = smallest(fields, [](const Field& field) { return is_document(field.kind); }))
    return plain_identity(IdentityKind::document, *key);
  if (const Field* key = of_kind(fields, Kind::mobile_number)) return with_name(IdentityKind::mobile, key->print, name);
  if (const Field* key = of_kind(fields, Kind::bank_card_number)) return plain_identity(IdentityKind::card, *key);
  if (const Identity found = credential(fields, name)) return found;
  const Identity weak = weak_identity(fields, name);
  if (weak.kind == IdentityKind::email) return weak;
  if (const Field* key = of_kind(fields, Kind::hashed_identifier)) return plain_identity(IdentityKind::hash, *key);
  if (weak) return weak;
  const auto is_face = [](const Field& field) {
    return field.kind == Kind::face_information && (field.trait == Trait::image || field.trait == Trait::face);
  };
  if (const Field* key = smallest(fields, is_face))
    return {IdentityKind::face, face_key(key->print, 0), false, false, {}};
  return {};
}

Identity subject_of(std::span<const Field> fields) {
  if (const Identity found = identity_of(fields)) return found;
  const Field* key = smallest(fields, [](const Field& field) {
    return field.kind == Kind::vehicle_plate || field.kind == Kind::device_identifier || is_account(field);
  });
  if (key == nullptr)
    for (const Field& field : fields)
      if (field.trait == Trait::account) key = &field;
  return key == nullptr ? Identity{} : plain_identity(IdentityKind::account, *key);
}

Identity identity_of_subject(const Prints& prints, std::string_view value) {
  constexpr size_t kMobile = 11;
  std::string form;
  const auto identity = [&](Kind kind, IdentityKind of) {
    write_canonical(kind, value, form);
    const Identity out{of, salted(prints.of(kind, form), of), of == IdentityKind::mobile, false, {}};
    wipe(form.data(), form.size());
    return out;
  };
  write_canonical(Kind::resident_id_number, value, form);
  const bool id = mod_11_2_valid(form);
  write_canonical(Kind::mobile_number, value, form);
  const bool mobile = form.size() == kMobile && form[0] == '1' && form[1] >= '3';
  if (id) return identity(Kind::resident_id_number, IdentityKind::id);
  if (mobile) return identity(Kind::mobile_number, IdentityKind::mobile);
  return identity(Kind::none, IdentityKind::account);
}

const Field* masked_key(std::span<const Field> fields) {
  const Field* best = nullptr;
  for (const Field& field : fields) {
    if (!field.has(kFieldMasked) || masked_rank(field) == INT32_MAX) continue;
    const int rank = masked_rank(field), held = best == nullptr ? INT32_MAX : masked_rank(*best);
    if (rank < held || (rank == held && field.order < best->order)) best = &field;
  }
  return best;
}

}  // namespace pidun
