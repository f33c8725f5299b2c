// See lossy.h.
#include "detect/lossy.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "detect/checks/bank_bins.h"
#include "detect/checks/digits.h"
#include "detect/checks/regions.h"
#include "detect/evidence.h"

namespace pidun {
namespace {

constexpr size_t kMostDigits = 19;     // of a card
constexpr size_t kKept = 15;           // digits that a spreadsheet keeps
constexpr size_t kFewestDecimals = 2;  // that a spreadsheet shows
constexpr size_t kNeighbours = 3;      // cells of the same column that show what it holds

// d.ddd…E+dd
struct Exponent {
  Span span;
  std::array<char, kMostDigits> digits{};  // of the whole number, those that are not written as zeros
  size_t written = 0;
  size_t length = 0;  // digits of the whole number
  std::string_view text() const { return {digits.data(), length}; }
};

bool read_power(const Window& window, uint64_t at, Exponent& number) {
  uint64_t end = at + 1;
  if (window.at(end) == '+') ++end;
  size_t power = 0, count = 0;
  for (; count < 3 && is_digit(window.at(end)); ++count, ++end) power = power * 10 + digit_value(window.at(end));
  if (count != 2 || is_alnum(window.at(end)) || window.at(end) == '_') return false;
  if (window.at(end) == '.' && is_digit(window.at(end + 1))) return false;
  number.span.end = end;
  number.length = power + 1;
  return number.length >= 11 && number.length <= kMostDigits;
}

// False if it is none, or of no length that a number of a person has.
bool read_number(const Window& window, uint64_t at, Exponent& number) {
  if (!read_power(window, at, number)) return false;
  uint64_t begin = at;
  while (begin > 0 && at - begin <= kMostDigits && is_digit(window.at(begin - 1))) --begin;
  const size_t decimals = at - begin;
  if (decimals < kFewestDecimals || decimals + 1 > number.length || begin < 2) return false;
  if (window.at(begin - 1) != '.' || !is_digit(window.at(begin - 2))) return false;
  number.span.begin = begin - 2;
  const char before = number.span.begin > 0 ? window.at(number.span.begin - 1) : '\0';
  if (is_alnum(before) || before == '.' || before == '-' || before == '+' || before == '_') return false;
  number.digits.fill('0');
  number.digits[0] = window.at(begin - 2);
  window.view(begin, at).copy(number.digits.data() + 1, decimals);
  number.written = decimals + 1;
  return true;
}

// What a number of this length can be.
Kind kind_of(const Exponent& number) {
  const std::string_view text = number.text();
  if (number.length == 11) return text[0] == '1' && text[1] >= '3' ? Kind::mobile_number : Kind::none;
  const bool region =
      is_province(text.substr(0, 2)) && (number.written < 6 || match_region(text.substr(0, 6)) != RegionMatch::unknown);
  if (number.length == 18 && region) return Kind::resident_id_number;
  if (number.length < 16) return Kind::none;
  return number.written < 4 || card_possible(text) ? Kind::bank_card_number : Kind::none;
}

bool may_be(const Exponent& number, Kind kind) {
  if (kind_of(number) == kind) return true;
  return kind == Kind::bank_card_number && number.length == 18 && (number.written < 4 || card_possible(number.text()));
}

// The cells above and below hold numbers that may be of the same kind.
bool column_of(Context& context, const Exponent& number, Kind kind) {
  std::array<Span, 2 * kNeighbours> cells{};
  const size_t count = context.column_around(number.span.begin, cells.data(), kNeighbours);
  size_t alike = 0;
  for (size_t i = 0; i < count; ++i) {
    const std::string_view cell = context.window().view(cells[i]);
    const size_t sign = cell.find_first_of("Ee");
    Exponent other;
    const bool whole =
        sign != cell.npos && read_number(context.window(), cells[i].begin + sign, other) && other.span == cells[i];
    if (!whole || other.length != number.length || !may_be(other, kind)) return false;
    ++alike;
  }
  return alike >= kNeighbours;
}

void keep(Context& context, const Exponent& number, Kind kind, bool thorough, Readings& out) {
  const Value value = context.value_at(number.span.begin);
  Reading reading{.span = number.span, .kind = kind, .evidence = {}};
  Evidence& evidence = reading.evidence;
  add_labels(context.beside(number.span, value), Label::none, kind, evidence);
  const bool labelled = evidence.has(Reason::label);
  const bool against = evidence.has(Reason::negative_label) || evidence.has(Reason::other_label);
  const bool column = !labelled && !against && value.filled_by(number.span) && column_of(context, number, kind);
  if (!labelled && !column && !thorough) return;
  const bool whole = number.written == number.length;
  evidence.add(Reason::form);
  evidence.add(Reason::exponent);
  evidence.add_if(!whole, Reason::lossy);
  evidence.add_if(column, Reason::column_alike);
  reading.confidence = labelled || column ? evidence.confidence() : 0;
  out.push_back(reading);
}

}  // namespace

void read_exponent(Context& context, uint64_t at, bool thorough, Readings& out) {
  Exponent number;
  if (!read_number(context.window(), at, number)) return;
  const Kind kind = kind_of(number);
  if (kind == Kind::none) return;
  keep(context, number, kind, thorough, out);
  if (kind == Kind::resident_id_number && may_be(number, Kind::bank_card_number))
    keep(context, number, Kind::bank_card_number, thorough, out);
}

void note_lost_digits(std::string_view digits, size_t first, Readings& out) {
  if (digits.size() <= kKept || digits.find_last_not_of('0') >= kKept) return;
  const bool many = digits.size() - kKept >= 3;  // zeros: hardly a card's own, even where its check is right
  for (size_t i = first; i < out.size(); ++i) {
    Reading& reading = out[i];
    const bool card = reading.kind == Kind::bank_card_number;
    if ((!card && reading.kind != Kind::resident_id_number) || !reading.evidence.has(Reason::label)) continue;
    if (reading.check == Check::fail || (card && many)) reading.evidence.add(Reason::lossy);
  }
}

size_t write_exponent_evidence(Kind kind, std::string_view value, char* out) {
  const size_t visible = kind == Kind::mobile_number ? 3 : 4;
  size_t length = 0, digits = 0;
  const size_t sign = std::min(value.find_first_of("Ee"), value.size());
  for (; length < std::min(value.size(), kLongestEvidence); ++length) {
    const bool digit = length < sign && is_digit(value[length]);
    out[length] = digit && digits >= visible ? '*' : value[length];
    digits += digit ? 1 : 0;
  }
  out[length] = '\0';
  return length;
}

}  // namespace pidun
