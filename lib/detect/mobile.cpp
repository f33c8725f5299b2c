// 手机号码: eleven digits from 13 to 19, with or without +86, 0086 or 86, alone or grouped (138 0013 8000).
// The segment table scores and never refuses: segments are opened every year.
// Tested in tests/unit/detect/mobile_test.cpp.
#include "base/ascii.h"
#include "detect/checks/digits.h"
#include "detect/checks/mobile_segments.h"
#include "detect/detectors.h"

namespace pidun {
namespace {

// Example values printed everywhere; valid in form, nobody's number.
constexpr bool is_test_value(uint64_t last_eight, std::string_view eleven) {
  const bool first = eleven.substr(0, 3) == "138";
  return (first && (last_eight == 138000 || last_eight == 0 || last_eight == 12345678 || last_eight == 88888888)) ||
         (last_eight == 88888888 && eleven.substr(0, 3) == "188");
}

bool is_mobile_shape(std::string_view digits) { return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3'; }

bool grouping_fits(const Number& number) {
  if (!number.grouped() || number.apart) return true;
  const auto& g = number.group_lengths;
  if (number.groups == 2) return (g[0] == 3 && g[1] == 8) || (g[0] == 7 && g[1] == 4) || (g[0] == 4 && g[1] == 7);
  return number.groups == 3 && ((g[0] == 3 && g[1] == 4 && g[2] == 4) || (g[0] == 4 && g[1] == 4 && g[2] == 3) ||
                                (g[0] == 3 && g[1] == 3 && g[2] == 5));
}

// Digits of a country code inside the run: 86138… is 2, 0086138… is 4; 0 if the run is no such thing.
uint32_t inner_prefix(std::string_view digits) {
  if (digits.size() == 13 && digits.substr(0, 2) == "86") return 2;
  if (digits.size() == 15 && digits.substr(0, 4) == "0086") return 4;
  return 0;
}

Evidence evidence_of_mobile(bool allotted) {
  Evidence evidence;
  evidence.add(Reason::mobile_shape);
  evidence.add(allotted ? Reason::segment_allotted : Reason::segment_not_allotted);
  return evidence;
}

void keep_mobile(const Candidate& candidate, std::string_view eleven, Span span, bool country, Readings& out) {
  Evidence evidence = evidence_of_mobile(segment_allotted(eleven));
  evidence.add_if(country, Reason::country_code);
  evidence.add_if(!country && candidate.number().plus, Reason::foreign_prefix);
  evidence.add_if(is_test_value(number_of(eight_digits(eleven.data() + 3)), eleven), Reason::test_value);
  if (!candidate.number().decimal) return candidate.keep(span, Kind::mobile_number, Check::none, evidence, out);
  // 13900001234.0: any number may look so, unless a label says what it is.
  const size_t before = out.size();
  candidate.keep(span, Kind::mobile_number, Check::none, evidence, out);
  if (out.size() != before && !out.back().evidence.has(Reason::label)) out.pop_back();
}

}  // namespace

uint64_t country_code_before(const Window& window, uint64_t begin) {
  uint64_t at = begin;
  const auto before = [&](uint64_t offset) { return offset > 0 ? window.at(offset - 1) : '\0'; };
  const bool bracket = before(at) == ')';
  if (bracket || before(at) == ' ' || before(at) == '-') --at;
  if (!bracket && before(at) == ')') --at;
  if (before(at) != '6' || at < 2 || window.at(at - 2) != '8') return begin;
  at -= 2;
  if (before(at) == '+') --at;
  if (bracket) return before(at) == '(' ? at - 1 : begin;
  if (window.at(at) == '+') return at;
  if (before(at) == '0' && at >= 2 && window.at(at - 2) == '0' && !is_alnum(before(at - 2))) return at - 2;
  // Without a plus, 86 is a country code only if it stands apart; "86 138…" after text may be any number.
  return !is_alnum(before(at)) && before(at) != '.' && before(at) != '-' ? at : begin;
}

void read_mobile(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  if (candidate.fills() && is_mobile_shape(number.digits()))
    return keep_mobile(candidate, number.digits(), number.span, false, out);
  if (number.check_x || !grouping_fits(number)) return;
  if (const uint32_t prefix = inner_prefix(number.digits()); prefix != 0 && !number.grouped()) {
    const std::string_view eleven = number.digits().substr(prefix);
    if (!is_mobile_shape(eleven)) return;
    return keep_mobile(candidate, eleven, {number.span.begin - (number.plus ? 1 : 0), number.span.end}, true, out);
  }
  if (!is_mobile_shape(number.digits())) return;
  // A word that is no label right before eleven digits makes them somebody's serial number: u13800138000.
  if (number.before == Side::glued && number.glued_label == Label::none && !candidate.thorough()) return;
  const uint64_t begin = country_code_before(candidate.context().window(), number.span.begin);
  const bool country = begin != number.span.begin;
  if (!country) return keep_mobile(candidate, number.digits(), number.span, false, out);
  Number apart = number;
  apart.before = Side::clean;
  keep_mobile(candidate.with(apart), number.digits(), {begin, number.span.end}, true, out);
}

int usual_mobile_sort(std::string_view cell) {
  const uint64_t first = eight_digits(cell.data()), last = eight_digits(cell.data() + 3);
  if (cell[0] != '1' || cell[1] < '3' || !are_digits(first) || !are_digits(last)) return kUnusual;
  if (is_test_value(number_of(last), cell)) return kUnusual;
  return segment_allotted(cell) ? 0 : 1;
}

Reading usual_mobile(int sort) {
  Reading reading;
  reading.kind = Kind::mobile_number;
  reading.evidence = evidence_of_mobile(sort == 0);
  return reading;
}

}  // namespace pidun
