// Mobiles that pidun_scan finds against those of libphonenumber (region CN, leniency VALID, mobiles only), on texts of
// one number in many dresses. Every difference must be of a category listed in KNOWN_DIFFERENCES.md; prints counts.
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>

#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "../property/made_values.h"
#include "pidun/pidun.hpp"

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;
using pidun::testing::Random;

constexpr size_t kTexts = 6000;

// A text, the eleven digits in it, and how they are dressed.
struct Case {
  std::string dress, text, eleven;
};

struct Dress {
  const char* name;
  const char* before;
  const char* behind;
  char separator;  // NUL: the digits in one piece
};

constexpr Dress kDresses[] = {
    {"alone", "", "", '\0'},
    {"alone", "", "", ' '},
    {"alone", "", "", '-'},
    {"country", "+86", "", '\0'},
    {"country", "+86 ", "", '\0'},
    {"country", "+86-", "", '-'},
    {"country", "0086 ", "", '\0'},
    {"country-glued", "86", "", '\0'},
    {"country-glued", "0086", "", '\0'},
    {"sentence", "call me at ", ", please", '\0'},
    {"sentence", "tel: ", ".", ' '},
    {"hanzi", "请拨打", "联系张三", '\0'},
    {"hanzi", "电话：", "。", '-'},
    {"hanzi", "（", "）", '\0'},
    {"longer", "9", "", '\0'},
    {"longer", "", "7", '\0'},
    {"longer", "20240301", "", '\0'},
    {"decimal", "0.", "", '\0'},
    {"decimal", "", ".55", '\0'},
    {"token", "id", "x9", '\0'},
    {"token", "user", "", '\0'},
    {"url", "http://e.cn/p/", "", '\0'},
    {"url", "http://e.cn/?m=", "&x=1", '\0'},
    {"dashed", "a1b2-", "-c3d4", '\0'},
    {"dashed", "2024-", "", '\0'},
    {"order", "订单号：", "", '\0'},
    {"order", "timestamp=", "", '\0'},
};

Case make_case(Random& random) {
  const Dress& dress = kDresses[random.below(std::size(kDresses))];
  std::string eleven = pidun::testing::mobile(random);
  if (random.one_in(5)) eleven = "1" + pidun::testing::digits(random, 10);  // any segment, allotted or not
  std::string written = eleven;
  if (dress.separator != '\0') written = pidun::testing::grouped(eleven, dress.separator, 3, 4);
  return {dress.name, dress.before + written + dress.behind, eleven};
}

bool found_by_pidun(pidun::Scratch& scratch, pidun::Results& results, const Case& c) {
  scratch.scan(c.text.data(), c.text.size(), results);
  for (const pidun_finding& finding : results) {
    if (finding.kind != 2) continue;
    std::string digits;
    for (const char d : c.text.substr(finding.begin, finding.end - finding.begin))
      if (d >= '0' && d <= '9') digits += d;
    if (digits.size() >= 11 && digits.substr(digits.size() - 11) == c.eleven) return true;
  }
  return false;
}

bool found_by_libphonenumber(const PhoneNumberUtil& util, const Case& c) {
  PhoneNumberMatcher matcher(util, c.text, "CN", PhoneNumberMatcher::VALID, 65535);
  while (matcher.HasNext()) {
    PhoneNumberMatch match;
    matcher.Next(&match);
    if (util.GetNumberType(match.number()) != PhoneNumberUtil::MOBILE) continue;
    std::string national;
    util.GetNationalSignificantNumber(match.number(), &national);
    if (match.number().country_code() == 86 && national == c.eleven) return true;
  }
  return false;
}

// The segment is known to one side only: the eleven digits by themselves tell.
bool valid_mobile(const PhoneNumberUtil& util, const std::string& eleven) {
  PhoneNumber number;
  if (util.Parse(eleven, "CN", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
  return util.IsValidNumberForRegion(number, "CN") && util.GetNumberType(number) == PhoneNumberUtil::MOBILE;
}

std::string category(const PhoneNumberUtil& util, const Case& c, bool ours) {
  if (ours && !valid_mobile(util, c.eleven)) return "segment-only-ours";
  return c.dress + (ours ? "-only-ours" : "-only-libphonenumber");
}

}  // namespace

int main() {
  const std::set<std::string> known = {"decimal-only-libphonenumber", "order-only-libphonenumber", "segment-only-ours"};
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  const pidun::Engine engine;
  pidun::Scratch scratch(engine);
  pidun::Results results;
  Random random(20261124);
  std::map<std::string, size_t> counts;
  std::map<std::string, std::string> examples;
  size_t both = 0, neither = 0;
  for (size_t i = 0; i < kTexts; ++i) {
    const Case c = make_case(random);
    const bool ours = found_by_pidun(scratch, results, c), theirs = found_by_libphonenumber(util, c);
    if (ours == theirs) {
      ++(ours ? both : neither);
      continue;
    }
    const std::string name = category(util, c, ours);
    ++counts[name];
    examples.emplace(name, c.text);
  }
  std::cout << kTexts << " texts: " << both << " found by both, " << neither << " by neither\n";
  size_t unlisted = 0;
  for (const auto& [name, count] : counts) {
    const bool listed = known.count(name) != 0;
    unlisted += listed ? 0 : count;
    std::cout << (listed ? "known    " : "UNLISTED ") << name << ' ' << count << "  e.g. " << examples[name] << '\n';
  }
  return unlisted == 0 ? 0 : 1;
}
