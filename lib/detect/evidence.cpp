#include "detect/evidence.h"

#include <algorithm>
#include <cstring>

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

size_t write_plain_evidence(Kind kind, std::string_view value, char* out) {
  // The country code of a mobile number tells nothing, and would take the place of the digits that may be shown.
  constexpr size_t kMobile = 11;
  value = value.substr(0, kLongestEvidence);
  if (kind == Kind::mobile_number && value.size() > kMobile) value.remove_prefix(value.size() - kMobile);
  const size_t length = value.size();
  auto [first, last] = visible_of(kind);
  if (length <= first + last) first = last = 0;
  std::memset(out, '*', kLongestEvidence);  // a fixed length is a few moves
  if (first <= 4 && last == 4) {
    // Four characters are one move; those that are not to be seen are starred again.
    std::memcpy(out, value.data(), 4);
    for (size_t i = first; i < 4; ++i) out[i] = '*';
    std::memcpy(out + length - 4, value.data() + length - 4, 4);
  } else {
    for (size_t i = 0; i < first; ++i) out[i] = value[i];
    for (size_t i = length - last; i < length; ++i) out[i] = value[i];
  }
  out[length] = '\0';
  return length;
}

size_t write_evidence(Kind kind, std::string_view value, char* out) {
  if (kind == Kind::email_address && !value.empty()) {
    const size_t length = write_email(value, out);
    out[length] = '\0';
    return length;
  }
  char plain[kLongestEvidence];
  return write_plain_evidence(kind, {plain, plain_characters(value, plain)}, out);
}

}  // namespace pidun
