// 银行卡号: 13 to 19 digits (GB/T 15694.1, ISO/IEC 7812), Luhn check, issuer prefix. Some issuers' numbers do not obey
// Luhn, so a listed prefix of the right length with a label is a card whose check fails. So is a mistyped one of
// UnionPay, 62 and 16 or 19 digits, that a label calls a card; the ranges of other schemes are too common for that.
// Tested in tests/unit/detect/bank_card_test.cpp.
#include "detect/checks/bank_bins.h"
#include "detect/checks/luhn.h"
#include "detect/detectors.h"
#include "detect/lossy.h"

namespace pidun {
namespace {

bool grouping_fits(const Number& number) {
  const auto& g = number.group_lengths;
  if (number.groups == 2) return g[0] == 6 || (g[0] == 4 && g[1] >= 9);
  if (number.groups == 3 && g[0] == 4 && g[1] == 6 && g[2] == 5) return true;
  if (number.groups < 4) return false;
  for (uint32_t i = 0; i + 1 < number.groups; ++i)
    if (g[i] != 4) return number.groups == 4 && i == 3;
  return true;
}

// A listed issuer, or the range of a scheme.
struct Issuer {
  bool listed = false;
  bool in_scheme = false;
};

Issuer issuer_of(std::string_view digits) {
  const BinFact bin = find_bin(digits);
  if (bin.known && bin.length_matches) return {true, false};
  const SchemeFact scheme = card_scheme(digits);
  return {false, bin.known || (scheme.scheme != CardScheme::none && scheme.length_lawful)};
}

// Without a check and a listed issuer the label alone tells a card.
void settle_by_label(bool union_pay, bool thorough, Readings& out) {
  Reading& reading = out.back();
  if (union_pay && reading.evidence.has(Reason::label)) {
    reading.evidence.add(Reason::labelled_card);
    reading.confidence = reading.evidence.confidence();
  } else if (!thorough) {
    out.pop_back();
  }
}

}  // namespace

void read_bank_card(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  const std::string_view digits = number.digits();
  // A word that is no label right before the digits makes them somebody's serial number.
  if (number.before == Side::glued && number.glued_label == Label::none && !candidate.thorough()) return;
  if (number.count < 13 || number.count > 19 || number.check_x) return;
  if (number.grouped() && !number.apart && !grouping_fits(number)) return;
  const auto [listed, in_scheme] = issuer_of(digits);
  if (!listed && !in_scheme && !candidate.thorough()) return;
  const bool luhn = luhn_valid(digits);
  const bool told_by_label = !luhn && !listed;
  const bool union_pay = in_scheme && digits.starts_with("62") && (number.count == 16 || number.count == 19);
  if (told_by_label && !union_pay && !candidate.thorough()) return;
  // A pattern to be filled in, 9999 9999 9999 9999: no issuer gives out a number that fails its own check like that.
  const bool one_digit = digits.find_first_not_of(digits[0]) == std::string_view::npos;
  if (!luhn && one_digit && !candidate.thorough()) return;
  Evidence evidence;
  evidence.add(Reason::card_shape);
  evidence.add(luhn ? Reason::luhn : Reason::luhn_failed);
  evidence.add_if(listed, Reason::issuer_prefix);
  evidence.add_if(!listed && in_scheme, Reason::card_scheme);
  evidence.add_if(number.grouped(), Reason::card_grouping);
  const size_t before = out.size();
  candidate.keep(number.span, Kind::bank_card_number, luhn ? Check::pass : Check::fail, evidence, out);
  if (told_by_label && out.size() != before) settle_by_label(union_pay, candidate.thorough(), out);
  if (out.size() != before && digits.back() == '0') note_lost_digits(digits, before, out);
}

}  // namespace pidun
