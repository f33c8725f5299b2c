// 公民身份号码, GB 11643-1999: six digits of region, eight of birth, three of sequence, a check character.
// The 15-digit form before 1999 has a two-digit year and no check. Regions 81, 82, 83 are residence permits of people
// from Hong Kong, Macao and Taiwan, of the same build. Tested in tests/unit/detect/resident_id_test.cpp.
#include "detect/checks/bank_bins.h"
#include "detect/checks/calendar.h"
#include "detect/checks/eighteen.h"
#include "detect/checks/regions.h"
#include "detect/detectors.h"
#include "detect/lossy.h"

namespace pidun {
namespace {

bool is_permit(std::string_view region) { return region == "810000" || region == "820000" || region == "830000"; }

void add_region(RegionMatch match, Evidence& evidence) {
  switch (match) {
    case RegionMatch::listed:
      return evidence.add(Reason::region_listed);
    case RegionMatch::province_only:
      return evidence.add(Reason::region_unlisted);
    case RegionMatch::unknown:
      return evidence.add(Reason::region_unknown);
  }
}

// Groupings people write: region, birth, rest; or blocks of four behind the region.
bool grouping_fits(const Number& number) {
  if (!number.grouped() || number.apart) return true;
  const auto& g = number.group_lengths;
  if (number.groups == 3) return g[0] == 6 && g[1] == 8;
  return (number.groups == 4 && g[0] == 6 && g[1] == 4 && g[2] == 4) ||
         (number.groups == 5 && g[0] == 3 && g[1] == 3 && g[2] == 4 && g[3] == 4);
}

Evidence evidence_of_long(bool check, bool real, RegionMatch region) {
  Evidence evidence;
  evidence.add(Reason::resident_id_shape);
  evidence.add(check ? Reason::check_digit : Reason::check_digit_failed);
  evidence.add(real ? Reason::real_date : Reason::impossible_date);
  add_region(region, evidence);
  return evidence;
}

void read_long(const Candidate& candidate, const Eighteen& id, Readings& out) {
  if (!candidate.thorough() && !plausible_century(id.text())) return;
  const auto date = id.birth();
  const bool real = date && is_birth_year(date->year);
  const bool check = id.check();
  if (!candidate.thorough() && !real && !check) return;
  const std::string_view region = id.text().substr(0, 6);
  const Evidence evidence = evidence_of_long(check, real, match_region(region));
  const Kind kind = is_permit(region) ? Kind::hmt_residence_permit_number : Kind::resident_id_number;
  if (check) return candidate.keep(id.span(), kind, real ? Check::pass : Check::fail, evidence, out);
  const size_t before = out.size();
  candidate.keep(id.span(), kind, Check::fail, evidence, out);
  note_lost_digits(id.text(), before, out);
}

void read_short(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  const std::string_view digits = number.digits();
  const auto date = parse_yymmdd(digits.substr(6, 6));
  if (!date && !candidate.thorough()) return;
  Evidence evidence;
  evidence.add(Reason::short_id_shape);
  evidence.add(date ? Reason::short_date : Reason::impossible_date);
  add_region(match_region(digits.substr(0, 6)), evidence);
  candidate.keep(number.span, Kind::resident_id_number, date ? Check::none : Check::fail, evidence, out);
}

}  // namespace

void read_resident_id(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  if (!grouping_fits(number)) return;
  if (Eighteen id; id.read(number)) return read_long(candidate, id, out);
  if (number.count == 15 && !number.check_x && !number.grouped()) read_short(candidate, out);
}

int usual_resident_id_sort(std::string_view cell) {
  if (!mod_11_2_valid(cell)) return kUnusual;
  const auto birth = parse_yyyymmdd(cell.substr(6, 8));
  if (!birth || !is_birth_year(birth->year)) return kUnusual;
  if (match_region(cell.substr(0, 6)) != RegionMatch::listed || is_permit(cell.substr(0, 6))) return kUnusual;
  // What other detectors would make something of as well.
  const std::string_view digits = cell.substr(0, is_digit(cell[17]) ? 18 : 17);
  return card_possible(digits) || may_be_company_code(cell) ? kUnusual : 0;
}

Reading usual_resident_id() {
  Reading reading;
  reading.kind = Kind::resident_id_number;
  reading.check = Check::pass;
  reading.evidence = evidence_of_long(true, true, RegionMatch::listed);
  return reading;
}

}  // namespace pidun
