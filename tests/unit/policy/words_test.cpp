// No sentence of a verdict says of anybody that a law was broken. The footer and one conditional sentence name the
// words on purpose, and are the only ones that do.
#include "policy/words.h"

#include "unit/policy/made_counts.h"

namespace pidun {
namespace {

using namespace pidun::testing;

const char* const kConclusions[] = {"违法",  "犯罪",    "罪",      "泄露",   "泄漏",   "非法",    "违规",
                                    "判刑",  "leak",    "Leak",    "crime",  "crimin", "illegal", "unlawful",
                                    "guilt", "offence", "offense", "violat", "breach", "convict"};

bool says_more(const std::string& text) {
  std::string rest = text;
  // Said only if it is so, and said to be open.
  for (const Bilingual& allowed : {words::footer(), words::position_watch()})
    for (const std::string& sentence : {allowed.zh, allowed.en})
      if (rest == sentence) return false;
  // The name of a fact that the user gave; and 非法定 is "no statutory".
  for (const std::string_view harmless : {"used_in_crime", "非法定"})
    for (size_t at; (at = rest.find(harmless)) != std::string::npos;) rest.erase(at, harmless.size());
  for (const char* word : kConclusions)
    if (rest.find(word) != std::string::npos) return true;
  return false;
}

void check_texts(const Verdict& verdict) {
  std::vector<Bilingual> texts{verdict.level_text, verdict.level_upper_text, verdict.footer};
  for (const auto* hits : {&verdict.rules_reached, &verdict.rules_watch, &verdict.people_reached})
    for (const RuleHit& hit : *hits) texts.push_back(hit.text);
  for (const Notice& notice : verdict.notices) texts.push_back(notice.text);
  for (const Bilingual& text : texts) {
    CAPTURE(text.zh, text.en);
    CHECK_FALSE(text.zh.empty());
    CHECK_FALSE(text.en.empty());
    CHECK_FALSE(says_more(text.zh));
    CHECK_FALSE(says_more(text.en));
  }
}

// Counts with everything in them that a text speaks of.
Counts everything() {
  Counts counts = with_masked(counted(60, 600, 6'000), 50, 700, 40);
  counts.persons = 200'000'000;
  counts.sensitive_persons = 20'000;
  counts.fixes = counts.triggers[0] = 3;
  counts.triggers[1] = 1;
  counts.unlinked = {1, 1, 1};
  counts.images.camera = 21;
  return counts;
}

}  // namespace

TEST_CASE("words: no text of a verdict draws a conclusion, whatever was counted and said") {
  const Counts plain = counted(0, 0, 5'000);
  const Counts masked = with_masked({}, 50, 60, 40);
  for (const Counts& counts : {everything(), plain, masked, Counts{}})
    for (const Role role : {Role::individual, Role::insider, Role::operator_of_systems})
      for (const uint8_t facts : {uint8_t{0}, kAllFacts}) {
        PolicyOptions options = as(role);
        options.facts = facts;
        options.abroad = options.incomplete = true;
        options.sample = VerifiedShare{9'500, 8'900, 9'800};
        options.price = PriceRange{100, 200};
        check_texts(verdict_of(counts, options));
        if (role == Role::operator_of_systems) continue;
        options.assume_sold = true;
        check_texts(verdict_of(counts, options));
        options.assume_sold = false;
        options.proceeds_fen = 600'000;
        check_texts(verdict_of(counts, options));
      }
}

TEST_CASE("words: the check for conclusions finds them") {
  CHECK(says_more("构成犯罪"));
  CHECK(says_more("this is a leak"));
  CHECK(says_more(words::footer().zh + "违法"));
  CHECK_FALSE(says_more("fact given by the user: used_in_crime"));
}

TEST_CASE("words: every verdict ends with the same two sentences") {
  const Verdict verdict = verdict_of({});
  CHECK(
      verdict.footer.zh ==
      "本结果仅为数量比对，不认定违法或犯罪；是否违反国家有关规定、是否取得同意、真实性与用途由有权机关或责任人判断。");
  CHECK(verdict.footer.en ==
        "Comparison of numbers only; not a finding that any law was broken. Lawfulness, consent, truth and use are for "
        "people to decide.");
}

TEST_CASE("words: a level is told by what made it") {
  CHECK(verdict_of({}).level_text.zh == "未达提示线（不代表合规）");
  CHECK(verdict_of(counted(5, 0, 0)).level_text.zh == "达到所列数量的10%");
  CHECK(verdict_of(counted(25, 0, 0)).level_text.en == "50 % of the listed number");
  CHECK(verdict_of(counted(50, 0, 0)).level_text.zh == "达到所列数量");
  CHECK(verdict_of(counted(500, 0, 0)).level_text.zh == "达到所列数量的十倍");
  // Not "50 %" of what it is 2 % of.
  Counts one = counted(1, 0, 0);
  one.triggers[1] = 1;
  CHECK(verdict_of(one).level_text.en == "one record is enough (product rule, no statutory number)");
}

TEST_CASE("words: rules are told with count and ratio") {
  const auto text = [](const Counts& counts, const PolicyOptions& options = {}) {
    return verdict_of(counts, options).rules_reached.at(0).text;
  };
  CHECK(text(counted(51, 0, 0)).zh == "去重有效51条，为第五条第一款第（三）项所列数量的1.02倍");
  CHECK(text(counted(0, 600, 0)).en == "600 unique valid records, 1.2 × the number in art. 5(1)(4)");
  CHECK(text(counted(0, 0, 81'000'000)).zh == "去重有效81000000条，为第五条第一款第（五）项所列数量的16200倍");
  CHECK(text(counted(20, 200, 1'000)).zh == "三类按比例合计 5000/5000");
  CHECK(text({}, with_proceeds(3'950'050)).zh == "使用者填报收入39500.50元，为第（七）项所列数额的7.9倍（未核实）");
  CHECK(text(counted(24, 9, 10), as(Role::insider)).zh ==
        "按\"履职或提供服务中获得\"的一半标准比对（角色由使用者设定）：合计 2500/2500");
  CHECK(text(counted(500, 0, 0), as(Role::operator_of_systems)).zh ==
        "达到法释〔2019〕15号第四条所列数量；另以责令改正而拒不改正为前提，未判断");
}

TEST_CASE("words: ratios and sums of money have no needless digits") {
  CHECK(words::ratio(0) == "0");
  CHECK(words::ratio(5) == "0.05");
  CHECK(words::ratio(250) == "2.5");
  CHECK(words::ratio(1'620'000) == "16200");
  CHECK(words::yuan(499'999) == "4999.99");
  CHECK(words::yuan(500'005) == "5000.05");
  CHECK(words::yuan(500'000) == "5000");
}

}  // namespace pidun
