#include "detect/canonical.h"

#include <algorithm>

#include "base/ascii.h"
#include "detect/checks/digits.h"
#include "detect/checks/mod_11_2.h"

namespace pidun {
namespace {

enum class Form {
  number,  // ASCII letters and digits, upper case, and characters beyond ASCII (京 in a plate)
  mobile,
  landline,
  resident_id,
  permit,
  email,
  name,
  exact  // case and inner characters matter: passwords, links, custom kinds
};

Form form_of(Kind kind) {
  switch (kind) {
    case Kind::mobile_number:
      return Form::mobile;
    case Kind::landline_number:
      return Form::landline;
    case Kind::resident_id_number:
      return Form::resident_id;
    case Kind::passport_permit_number:
      return Form::permit;
    case Kind::email_address:
      return Form::email;
    case Kind::person_name:
      return Form::name;
    case Kind::foreign_permanent_resident_id:
    case Kind::hmt_residence_permit_number:
    case Kind::hmt_identity_number:
    case Kind::military_id_number:
    case Kind::driver_licence_number:
    case Kind::social_security_number:
    case Kind::medical_insurance_number:
    case Kind::medical_record_number:
    case Kind::bank_card_number:
    case Kind::sms_verification_code:
    case Kind::vehicle_plate:
    case Kind::device_identifier:
    case Kind::company_code:
    case Kind::hashed_identifier:
    case Kind::staff_student_number:
      return Form::number;
    default:
      return Form::exact;
  }
}

// Dots as people write them between the parts of a name or plate: U+00B7, U+2022, U+2027, U+30FB, U+FF0E.
constexpr std::string_view kDots[] = {"\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\xA7", "\xE3\x83\xBB", "\xEF\xBC\x8E"};
// Spaces beyond ASCII: U+00A0, U+3000.
constexpr std::string_view kSpaces[] = {"\xC2\xA0", "\xE3\x80\x80"};

template <size_t N>
size_t starts_with_one_of(std::string_view text, const std::string_view (&list)[N]) {
  for (const auto entry : list)
    if (text.substr(0, entry.size()) == entry) return entry.size();
  return 0;
}

// Bytes of an emoji or of the sign of a keycap, which may stand between digits.
size_t emoji_at(std::string_view text) {
  constexpr std::string_view kSigns[] = {"\xEF\xB8\x8F", "\xE2\x83\xA3"};
  if (text.starts_with("\xF0\x9F")) return std::min<size_t>(4, text.size());
  return starts_with_one_of(text, kSigns);
}

constexpr bool is_ascii_byte(char c) { return static_cast<unsigned char>(c) < 0x80; }

void append_number(std::string_view value, std::string& out) {
  for (size_t i = 0; i < value.size();) {
    if (is_ascii_byte(value[i])) {  // nearly all of it
      const char c = value[i++];
      if (is_alnum(c)) out += to_upper(c);
      continue;
    }
    const std::string_view rest = value.substr(i);
    if (const size_t skip = starts_with_one_of(rest, kDots) + starts_with_one_of(rest, kSpaces); skip > 0) {
      i += skip;
      continue;
    }
    if (const size_t skip = emoji_at(rest); skip > 0) {
      i += skip;
      continue;
    }
    out += value[i++];
  }
}

void append_name(std::string_view value, std::string& out) {
  for (size_t i = 0; i < value.size();) {
    // Dots and spaces begin with these bytes alone; hanzi have others.
    const auto lead = static_cast<unsigned char>(value[i]);
    if (lead != 0xC2 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) {
      if (value[i] != ' ' && value[i] != '\t') out += value[i];
      ++i;
      continue;
    }
    const std::string_view rest = value.substr(i);
    if (const size_t space = starts_with_one_of(rest, kSpaces); space > 0) {
      i += space;
    } else if (const size_t dot = starts_with_one_of(rest, kDots); dot > 0) {
      out += kDots[0];
      i += dot;
    } else {
      const char c = value[i++];
      if (c != ' ' && c != '\t') out += c;
    }
  }
}

void append_digits(std::string_view value, std::string& out) {
  for (const char c : value)
    if (is_digit(c)) out += c;
}

// How many leading digits are the country code of China; `national` is the length of the number behind it.
size_t country_code(std::string_view digits, size_t national) {
  if (digits.size() == national + 2 && digits.substr(0, 2) == "86") return 2;
  if (digits.size() == national + 4 && digits.substr(0, 4) == "0086") return 4;
  return 0;
}

void append_mobile(std::string_view value, std::string& out) {
  constexpr size_t kMobile = 11;
  append_digits(value.substr(0, value.find_first_of("Ee")), out);  // 1.3900001234E10
  out.erase(0, country_code(out, kMobile));
}

// With the area's 0 and without a country code: "+86 10 12345678" and "(010)12345678" are one.
void append_landline(std::string_view value, std::string& out) {
  append_digits(value, out);
  const bool plus = value.find('+') != std::string_view::npos && out.substr(0, 2) == "86";
  const bool zeros = out.substr(0, 4) == "0086";
  if (!plus && !zeros) return;
  out.erase(0, plus ? 2 : 4);
  if (out.empty() || out[0] != '0') out.insert(out.begin(), '0');
}

// Numbers of 15 digits were given to people born in 19YY.
void lift_to_eighteen(std::string& out) {
  constexpr size_t kShort = 15, kYear = 6;
  if (out.size() != kShort || !all_digits(out)) return;
  out.insert(kYear, "19");
  out += mod_11_2_check(out);
}

// A home-return permit is H or M, eight digits that stay with the holder, and two that count the cards.
void drop_issue_number(std::string& out) {
  constexpr size_t kWithIssue = 11, kHolder = 9;
  if (out.size() != kWithIssue || (out[0] != 'H' && out[0] != 'M') || !all_digits(std::string_view(out).substr(1)))
    return;
  out.resize(kHolder);
}

void append_trimmed(std::string_view value, std::string& out) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!value.empty() && is_space(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_space(value.back())) value.remove_suffix(1);
  out += value;
}

}  // namespace

void write_canonical(Kind kind, std::string_view value, std::string& out) {
  constexpr size_t kMostAdded = 8;
  out.clear();
  out.reserve(value.size() + kMostAdded);  // a string that grows leaves copies of the value behind
  switch (form_of(kind)) {
    case Form::number:
      return append_number(value, out);
    case Form::mobile:
      return append_mobile(value, out);
    case Form::landline:
      return append_landline(value, out);
    case Form::resident_id:
      append_number(value, out);
      return lift_to_eighteen(out);
    case Form::permit:
      append_number(value, out);
      return drop_issue_number(out);
    case Form::email:
      append_trimmed(value, out);
      std::transform(out.begin(), out.end(), out.begin(), to_lower);
      return;
    case Form::name:
      return append_name(value, out);
    case Form::exact:
      return append_trimmed(value, out);
  }
}

std::string canonical_prefix(Kind kind, std::string_view prefix) {
  std::string out;
  switch (form_of(kind)) {
    case Form::mobile:
      if (prefix.substr(0, 3) == "+86") prefix.remove_prefix(3);
      [[fallthrough]];
    case Form::landline:
      append_digits(prefix, out);
      return out;
    case Form::number:
    case Form::resident_id:
    case Form::permit:
      append_number(prefix, out);
      return out;
    default:
      write_canonical(kind, prefix, out);
      return out;
  }
}

std::string canonical(Kind kind, std::string_view value) {
  std::string out;
  write_canonical(kind, value, out);
  return out;
}

}  // namespace pidun
