#include "record/rule_traits.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "record/raises.h"

namespace pidun {
namespace {

struct OfRule {
  std::string_view id;
  Trait trait;
};
constexpr OfRule kTraits[] = {
    {"online_credential", Trait::secret},
    {"security_answer", Trait::secret},
    {"financial_credential", Trait::secret},
    {"login_name", Trait::account},
    {"transaction_amount", Trait::amount},
    {"transaction_time", Trait::time},
    {"call_time", Trait::time},
    {"trip_date", Trait::time},
    {"hotel_dates", Trait::time},
    {"balance", Trait::balance},
    {"visit", Trait::visit},
    {"visit_date", Trait::visit},
    {"face_region", Trait::region},
    {"face", Trait::face},
};

// facts/categories.tsv, credit_information: the questions of a lead form, 社保 公积金 负债 房产 车辆 收入 保险 征信
// 借款需求 还款周期. 公积金 is a word of social_insurance_status, 还款周期 of loan_demand. Their places stand in files
// of tallies: more are added at the end.
constexpr std::array<std::string_view, 14> kLead = {"social_insurance_status",
                                                    "social_insurance_amount",
                                                    "debt_status",
                                                    "debt_amount",
                                                    "house_status",
                                                    "vehicle_status",
                                                    "income",
                                                    "income_source",
                                                    "insurance",
                                                    "insurance_amount",
                                                    "credit_status",
                                                    "credit_limit",
                                                    "credit_score",
                                                    "loan_demand"};

RuleTrait trait_of(const Rule& rule) {
  RuleTrait out;
  for (const OfRule& each : kTraits)
    if (rule.id == each.id) out.trait = each.trait;
  const auto* const lead = std::find(std::begin(kLead), std::end(kLead), rule.id);
  out.lead = lead != std::end(kLead);
  if (out.lead) out.sign = sign_of_lead(static_cast<size_t>(lead - std::begin(kLead)));
  if (rule.kind == Kind::credit_information) out.sign |= sign_of_credit(rule.id);
  const bool half = rule.value == FieldClass::latitude || rule.value == FieldClass::longitude;
  const bool position = rule.kind == Kind::location_trajectory && !half && rule.value != FieldClass::coordinate;
  out.latitude = position || rule.value == FieldClass::latitude;
  out.longitude = position || rule.value == FieldClass::longitude;
  return out;
}

// Of kinds that depend on the context ('C'), ID numbers count as sensitive, to be careful (categories.tsv).
bool is_sensitive(const KindInfo& kind) { return kind.sensitive == 'Y' || kind.kind == Kind::resident_id_number; }

}  // namespace

std::vector<RuleTrait> traits_of(const RuleSet& rules) {
  std::vector<RuleTrait> out;
  out.reserve(rules.rules().size());
  for (const Rule& rule : rules.rules()) {
    out.push_back(trait_of(rule));
    const KindInfo* kind = rules.find_kind(rule.kind);
    out.back().sensitive = kind != nullptr && is_sensitive(*kind);
  }
  return out;
}

}  // namespace pidun
