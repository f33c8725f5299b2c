#include "detect/evidence.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {
namespace {

struct Visible {
  size_t first, last;
};

// What Chinese display masks leave, never more: ID 4+4, mobile 3+4, card 4+4.
Visible visible_of(Kind kind) {
  switch (kind) {
    case Kind::mobile_number:
      return {3, 4};
    case Kind::resident_id_number:
    case Kind::hmt_residence_permit_number:
    case Kind::foreign_permanent_resident_id:
    case Kind::bank_card_number:
      return {4, 4};
    case Kind::company_code:
      return {4, 4};
    default:
      return {1, 0};
  }
}

size_t write_email(std::string_view value, char* out) {
  const size_t at = value.rfind('@');
  const std::string_view domain = at == std::string_view::npos ? std::string_view{} : value.substr(at);
  size_t length = 0;
  out[length++] = value[0];
  for (; length < 5; ++length) out[length] = '*';
  return length + domain.copy(out + length, kLongestEvidence - length);
}

// Separators and signs tell nothing and are left out.
size_t plain_characters(std::string_view value, char* out) {
  size_t length = 0;
  for (const char c : value)
    if (is_alnum(c) && length < kLongestEvidence) out[length++] = c;
  return length;
}

}  // namespace

size_t write_evidence(Kind kind, std::string_view value, char* out) {
  size_t length = 0;
  if (kind == Kind::email_address && !value.empty()) {
    length = write_email(value, out);
  } else {
    length = plain_characters(value, out);
    auto [first, last] = visible_of(kind);
    if (length <= first + last) first = last = 0;
    std::fill(out + first, out + (length - last), '*');
  }
  out[length] = '\0';
  return length;
}

}  // namespace pidun
