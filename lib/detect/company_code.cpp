// 统一社会信用代码, GB 32100-2015: names a company, not a person. Here because its 18 characters look like an ID.
// Tested in tests/unit/detect/company_code_test.cpp.
#include "detect/checks/company_code.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "detect/checks/regions.h"
#include "detect/detectors.h"

namespace pidun {
namespace {

constexpr uint64_t kLength = 18;

// The 18 capitals and digits around the run, if they are a whole token. The run is their beginning, or follows one
// letter (Y1…, A1…: then the run begins with the category).
Span token_around(const Context& context, const Number& number) {
  uint64_t begin = number.span.begin;
  if (begin > 0 && is_upper(context.at(begin - 1))) --begin;
  if (begin > 0 && is_alnum(context.at(begin - 1))) return {};
  uint64_t end = number.span.end;
  while (end - begin <= kLength && (is_digit(context.at(end)) || is_upper(context.at(end)))) ++end;
  if (end - begin != kLength || is_alnum(context.at(end))) return {};
  return {begin, end};
}

bool is_placed(std::string_view code) {
  const std::string_view province = code.substr(2, 2);
  return province == "10" || is_province(province);  // 10 stands for the whole country
}

Evidence evidence_of(std::string_view code, bool check) {
  Evidence evidence;
  evidence.add(Reason::company_code_shape);
  evidence.add_if(check, Reason::company_check);
  evidence.add_if(organisation_code_valid(code.substr(8, 9)), Reason::organisation_check);
  const RegionMatch region = match_region(code.substr(2, 6));
  evidence.add(region == RegionMatch::listed ? Reason::region_listed
               : is_placed(code)             ? Reason::region_unlisted
                                             : Reason::region_unknown);
  return evidence;
}

}  // namespace

// Of the numbers that are not codes, the prefecture turns away all but one in fifty. All is looked at before the
// question is asked, as each part of it is a coin toss.
bool may_be_company_code(std::string_view digits) {
  const unsigned category = (digits[1] <= '5' ? 1u : 0u) | (digits[1] == '9' ? 1u : 0u);
  const unsigned placed = (is_prefecture(digits.substr(2, 4)) ? 1u : 0u) | (digits[2] == '1' ? 1u : 0u);
  return (category & placed) != 0 && is_placed(digits) && company_code_shape(digits);
}

void read_small_company_code(Context& context, uint64_t begin, Readings& out) {
  const Span span{begin, begin + kLength};
  const std::string_view text = context.window().view(span);
  if (text.size() != kLength || is_alnum(context.at(span.end)) || (begin > 0 && is_alnum(context.at(begin - 1))))
    return;
  std::array<char, kLength> code{};
  if (std::any_of(text.begin(), text.end(), is_upper)) return;
  std::transform(text.begin(), text.end(), code.begin(), to_upper);
  const std::string_view capitals(code.data(), code.size());
  if (!company_code_shape(capitals) || !is_placed(capitals) || !company_code_valid(capitals)) return;
  Evidence evidence = evidence_of(capitals, true);
  const Beside beside = context.beside(span);
  add_labels(beside, Label::none, Kind::company_code, evidence);
  evidence.add_if(beside.alone, Reason::alone);
  Reading reading{.span = span, .kind = Kind::company_code, .check = Check::pass, .evidence = evidence};
  reading.confidence = evidence.confidence();
  out.push_back(reading);
}

void read_company_code(const Candidate& candidate, Readings& out) {
  const Number& number = candidate.number();
  if (number.grouped() || number.count > kLength) return;
  const Span span = token_around(candidate.context(), number);
  if (span.size() != kLength) return;
  const std::string_view code = candidate.context().window().view(span);
  // The province turns nearly every ID away before the check is computed.
  const bool placed = is_placed(code);
  if ((!placed && !candidate.thorough()) || !company_code_shape(code)) return;
  const bool check = company_code_valid(code);
  if (!check && !candidate.thorough()) return;
  const Evidence evidence = evidence_of(code, check);
  // The letters of the code touch the run: its borders, not the run's, are what counts.
  Number whole = number;
  whole.before = whole.behind = Side::clean;
  whole.glued_label = Label::none;
  candidate.with(whole).keep(span, Kind::company_code, check ? Check::pass : Check::fail, evidence, out);
}

}  // namespace pidun
