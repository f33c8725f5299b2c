#include "detect/canonical.h"

#include <algorithm>
#include <cstring>

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

// Copies digits, eight at a time, and says how many: nearly all of a number.
size_t copy_digits(std::string_view value, char* out) {
  constexpr size_t kStep = 8;
  size_t at = 0;
  for (; at + kStep <= value.size() && are_digits(eight_digits(value.data() + at)); at += kStep)
    std::memcpy(out + at, value.data() + at, kStep);
  return at;
}

// Each writes to `out` and gives the end of what it wrote.
char* write_number(std::string_view value, char* out) {
  size_t i = copy_digits(value, out);
  out += i;
  while (i < value.size()) {
    if (is_ascii_byte(value[i])) {  // nearly all of it
      const char c = value[i++];
      *out = to_upper(c);
      out += is_alnum(c) ? 1 : 0;
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
    *out++ = value[i++];
  }
  return out;
}

char* write_name(std::string_view value, char* out) {
  for (size_t i = 0; i < value.size();) {
    // Dots and spaces begin with these bytes alone; hanzi have others.
    const auto lead = static_cast<unsigned char>(value[i]);
    if (lead != 0xC2 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) {
      *out = value[i++];
      out += *out != ' ' && *out != '\t' && *out != '^' ? 1 : 0;  // the last parts a name in HL7
      continue;
    }
    const std::string_view rest = value.substr(i);
    if (const size_t space = starts_with_one_of(rest, kSpaces); space > 0) {
      i += space;
    } else if (const size_t dot = starts_with_one_of(rest, kDots); dot > 0) {
      out = std::copy(kDots[0].begin(), kDots[0].end(), out);
      i += dot;
    } else {
      *out++ = value[i++];
    }
  }
  return out;
}

char* write_digits(std::string_view value, char* out) {
  const size_t copied = copy_digits(value, out);
  out += copied;
  for (const char c : value.substr(copied)) {
    *out = c;
    out += is_digit(c) ? 1 : 0;
  }
  return out;
}

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<size_t>(end - begin)}; }

// Takes the first `count` bytes away.
char* drop_front(char* begin, char* end, size_t count) { return std::copy(begin + count, end, begin); }

// How many leading digits are the country code of China; `national` is the length of the number behind it.
size_t country_code(std::string_view digits, size_t national) {
  if (digits.size() == national + 2 && digits.substr(0, 2) == "86") return 2;
  if (digits.size() == national + 4 && digits.substr(0, 4) == "0086") return 4;
  return 0;
}

char* write_mobile(std::string_view value, char* out) {
  constexpr size_t kMobile = 11;
  const auto is_exponent = [](char c) { return c == 'E' || c == 'e'; };  // 1.3900001234E10
  const auto number_end = std::find_if(value.begin(), value.end(), is_exponent);
  char* const end = write_digits({value.begin(), number_end}, out);
  const size_t code = country_code(between(out, end), kMobile);
  return code == 0 ? end : drop_front(out, end, code);
}

// With the area's 0 and without a country code: "+86 10 12345678" and "(010)12345678" are one.
char* write_landline(std::string_view value, char* out) {
  char* end = write_digits(value, out);
  const std::string_view digits = between(out, end);
  const bool plus = value.find('+') != std::string_view::npos && digits.substr(0, 2) == "86";
  const bool zeros = digits.substr(0, 4) == "0086";
  if (!plus && !zeros) return end;
  end = drop_front(out, end, plus ? 2 : 4);
  if (out != end && *out == '0') return end;
  std::copy_backward(out, end, end + 1);
  *out = '0';
  return end + 1;
}

// Numbers of 15 digits were given to people born in 19YY.
char* lift_to_eighteen(char* begin, char* end) {
  constexpr size_t kShort = 15, kYear = 6;
  constexpr std::string_view kCentury = "19";
  if (end - begin != kShort || !all_digits(between(begin, end))) return end;
  std::copy_backward(begin + kYear, end, end + kCentury.size());
  std::copy(kCentury.begin(), kCentury.end(), begin + kYear);
  end += kCentury.size();
  *end = mod_11_2_check(between(begin, end));
  return end + 1;
}

// A home-return permit is H or M, eight digits that stay with the holder, and two that count the cards.
char* drop_issue_number(char* begin, char* end) {
  constexpr size_t kWithIssue = 11, kHolder = 9;
  if (end - begin != kWithIssue || (*begin != 'H' && *begin != 'M') || !all_digits(between(begin + 1, end))) return end;
  return begin + kHolder;
}

std::string_view trimmed(std::string_view value) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!value.empty() && is_space(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_space(value.back())) value.remove_suffix(1);
  return value;
}

}  // namespace

char* write_canonical(Kind kind, std::string_view value, char* out) {
  switch (form_of(kind)) {
    case Form::number:
      return write_number(value, out);
    case Form::mobile:
      return write_mobile(value, out);
    case Form::landline:
      return write_landline(value, out);
    case Form::resident_id:
      return lift_to_eighteen(out, write_number(value, out));
    case Form::permit:
      return drop_issue_number(out, write_number(value, out));
    case Form::email:
      value = trimmed(value);
      return std::transform(value.begin(), value.end(), out, to_lower);
    case Form::name:
      return write_name(value, out);
    case Form::exact:
      value = trimmed(value);
      return std::copy(value.begin(), value.end(), out);
  }
  return out;
}

void write_canonical(Kind kind, std::string_view value, std::string& out) {
  out.clear();  // a string that grows leaves copies of the value behind
  out.resize(value.size() + kCanonicalRoom);
  out.resize(static_cast<size_t>(write_canonical(kind, value, out.data()) - out.data()));
}

std::string canonical_prefix(Kind kind, std::string_view prefix) {
  const Form form = form_of(kind);
  if (form == Form::mobile && prefix.starts_with("+86")) prefix.remove_prefix(3);
  std::string out(prefix.size() + kCanonicalRoom, '\0');
  char* end = out.data();
  switch (form) {
    case Form::mobile:
    case Form::landline:
      end = write_digits(prefix, end);
      break;
    case Form::number:
    case Form::resident_id:
    case Form::permit:
      end = write_number(prefix, end);
      break;
    default:
      end = write_canonical(kind, prefix, end);
  }
  out.resize(static_cast<size_t>(end - out.data()));
  return out;
}

std::string canonical(Kind kind, std::string_view value) {
  std::string out;
  write_canonical(kind, value, out);
  return out;
}

}  // namespace pidun
