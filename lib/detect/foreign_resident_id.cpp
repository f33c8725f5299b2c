// 外国人永久居留身份证号码. Since 2023-12-01: 9, two digits of province, three of nationality (ISO 3166-1), birth date,
// sequence, check character as GB 11643. Before: three letters of nationality and twelve digits (four of the place of
// issue, six of birth, two more). Tested in tests/unit/detect/foreign_resident_id_test.cpp.
#include "base/ascii.h"
#include "detect/checks/calendar.h"
#include "detect/checks/eighteen.h"
#include "detect/checks/nations.h"
#include "detect/checks/regions.h"
#include "detect/detectors.h"

namespace pidun {
namespace {

void read_new(const Candidate& candidate, const Eighteen& id, Readings& out) {
  const std::string_view eighteen = id.text();
  const auto date = id.birth();
  const bool real = date && is_birth_year(date->year);
  const bool check = id.check();
  if (!candidate.thorough() && !(real && check) && !plausible_century(eighteen)) return;
  Evidence evidence;
  evidence.add(Reason::foreign_id_shape);
  evidence.add(check ? Reason::check_digit : Reason::check_digit_failed);
  evidence.add(real ? Reason::real_date : Reason::impossible_date);
  evidence.add(numeric_known(eighteen.substr(3, 3)) ? Reason::nation_listed : Reason::nation_unknown);
  evidence.add(is_province(eighteen.substr(1, 2)) ? Reason::region_unlisted : Reason::region_unknown);
  candidate.keep(id.span(), Kind::foreign_permanent_resident_id, check && real ? Check::pass : Check::fail, evidence,
                 out);
}

}  // namespace

// The three letters touch the digits, so the number's own boundary is the letters' boundary.
void read_old_foreign_id(const Candidate& candidate, Readings& out) {
  Number number = candidate.number();  // a copy, whose boundary moves
  if (number.grouped() || number.before != Side::glued || number.span.begin < 3) return;
  const uint64_t begin = number.span.begin - 3;
  const std::string_view letters = candidate.context().window().view(begin, number.span.begin);
  if (letters.size() != 3) return;
  for (const char c : letters)
    if (!is_upper(c)) return;
  if (begin > 0 && is_alnum(candidate.context().at(begin - 1))) return;
  const auto date = parse_yymmdd(number.digits().substr(4, 6));
  if (!candidate.thorough() && !date) return;
  Evidence evidence;
  evidence.add(Reason::old_foreign_id_shape);
  evidence.add(date ? Reason::short_date : Reason::impossible_date);
  evidence.add(alpha3_known(letters) ? Reason::nation_listed : Reason::nation_unknown);
  evidence.add(is_province(number.digits().substr(0, 2)) ? Reason::region_unlisted : Reason::region_unknown);
  number.before = Side::clean;
  number.glued_label = Label::none;
  candidate.with(number).keep({begin, number.span.end}, Kind::foreign_permanent_resident_id,
                              date ? Check::none : Check::fail, evidence, out);
}

void read_foreign_resident_id(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  if (number.grouped() || number.digits()[0] != '9') return;
  if (Eighteen id; id.read(number)) read_new(candidate, id, out);
}

}  // namespace pidun
