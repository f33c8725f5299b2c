// 公民身份号码, GB 11643-1999: six digits of region, eight of birth, three of sequence, a check character.
// The 15-digit form before 1999 has a two-digit year and no check. Regions 81, 82, 83 are residence permits of people
// from Hong Kong, Macao and Taiwan, of the same build. Tested in tests/unit/detect/resident_id_test.cpp.
#include "detect/checks/calendar.h"
#include "detect/checks/mod_11_2.h"
#include "detect/checks/regions.h"
#include "detect/detectors.h"

namespace pidun {
namespace {

constexpr int kFirstYear = 1850, kLastYear = 2049;  // no clock here: a year past today's is left to counting

// Two century digits decide cheaply for nearly every number that is no ID.
bool plausible_century(std::string_view digits) {
  const std::string_view century = digits.substr(6, 2);
  return century == "19" || century == "20" || century == "18";
}

bool is_permit(std::string_view region) { return region == "810000" || region == "820000" || region == "830000"; }

void add_region(std::string_view code, int year, Evidence& evidence) {
  const RegionFact fact = find_region(code, year);
  if (fact.match == RegionMatch::listed) evidence.add(Reason::region_listed);
  if (fact.match == RegionMatch::province_only) evidence.add(Reason::region_unlisted);
  if (fact.match == RegionMatch::unknown) evidence.add(Reason::region_unknown);
}

// Groupings people write: region, birth, rest; or blocks of four behind the region.
bool grouping_fits(const Number& number) {
  if (!number.grouped()) return true;
  const auto& g = number.group_lengths;
  if (number.groups == 3) return g[0] == 6 && g[1] == 8;
  return (number.groups == 4 && g[0] == 6 && g[1] == 4 && g[2] == 4) ||
         (number.groups == 5 && g[0] == 3 && g[1] == 3 && g[2] == 4 && g[3] == 4);
}

void read_long(const Candidate& candidate, std::string_view eighteen, Span span, Readings& out) {
  if (!candidate.thorough() && !plausible_century(eighteen)) return;
  const auto date = parse_yyyymmdd(eighteen.substr(6, 8));
  const bool real = date && date->year >= kFirstYear && date->year <= kLastYear;
  const bool check = mod_11_2_valid(eighteen);
  if (!candidate.thorough() && !real && !check) return;
  const std::string_view region = eighteen.substr(0, 6);
  Reading reading{.span = span, .kind = Kind::resident_id_number, .evidence = {}};
  if (is_permit(region)) reading.kind = Kind::hmt_residence_permit_number;
  reading.check = check && real ? Check::pass : Check::fail;
  reading.evidence.add(Reason::resident_id_shape);
  reading.evidence.add(check ? Reason::check_digit : Reason::check_digit_failed);
  reading.evidence.add(real ? Reason::real_date : Reason::impossible_date);
  add_region(region, date ? date->year : 0, reading.evidence);
  candidate.keep(reading, out);
}

void read_short(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  const std::string_view digits = number.digits();
  const auto date = parse_yymmdd(digits.substr(6, 6));
  if (!date && !candidate.thorough()) return;
  Reading reading{.span = number.span, .kind = Kind::resident_id_number, .evidence = {}};
  reading.evidence.add(Reason::short_id_shape);
  reading.evidence.add(date ? Reason::short_date : Reason::impossible_date);
  if (!date) reading.check = Check::fail;
  add_region(digits.substr(0, 6), date ? date->year : 0, reading.evidence);
  candidate.keep(reading, out);
}

}  // namespace

void read_resident_id(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  if (!grouping_fits(number)) return;
  if (number.count == 18 && !number.check_x) return read_long(candidate, number.digits(), number.span, out);
  if (number.count == 17 && number.check_x) {
    std::array<char, 18> text{};
    number.digits().copy(text.data(), 17);
    text[17] = 'X';
    return read_long(candidate, {text.data(), text.size()}, {number.span.begin, number.span.end + 1}, out);
  }
  if (number.count == 15 && !number.check_x && !number.grouped()) read_short(candidate, out);
}

}  // namespace pidun
