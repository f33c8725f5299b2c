#include "policy/case_score.h"

#include <algorithm>

#include "policy/level.h"
#include "policy/words.h"

namespace pidun {
namespace {

constexpr uint32_t kFull = 1000;
constexpr uint32_t kWithoutCore = 30;

// count of total, held against `percent` of it.
uint32_t degree_of_share(uint64_t count, uint64_t total, uint32_t percent) {
  constexpr uint64_t kExact = uint64_t{1} << 40;
  if (total == 0) return 0;
  count = std::min(count, total);
  while (total > kExact) {
    total /= 2;
    count /= 2;
  }
  return static_cast<uint32_t>(std::min<uint64_t>(kFull, count * 100 * kFull / (total * percent)));
}

uint32_t degree_of_number(uint64_t count, uint64_t wanted) {
  return count >= wanted ? kFull : static_cast<uint32_t>(count * kFull / wanted);  // wanted is below 2^40
}

// Of several kinds and fields the `least` that are there most: all of them have to be.
uint32_t degree_of_any(const CaseSign& sign, const FlowSigns& flow) {
  std::vector<uint32_t> degrees;
  const auto add = [&](uint64_t count) {
    degrees.push_back(sign.count != 0 ? degree_of_number(count, sign.count)
                                      : degree_of_share(count, flow.records, sign.share));
  };
  for (const Kind kind : sign.kinds) {
    const auto found = flow.kinds.find(kind);
    add(found != flow.kinds.end() ? found->second.records : 0);
  }
  for (const std::string& field : sign.fields) {
    const auto found = flow.fields.find(field);
    add(found != flow.fields.end() ? found->second : 0);
  }
  std::sort(degrees.rbegin(), degrees.rend());
  uint32_t sum = 0;
  for (size_t i = 0; i < sign.least && i < degrees.size(); ++i) sum += degrees[i];
  return sum / std::max(sign.least, 1U);
}

uint32_t degree_of_masked(const CaseSign& sign, const FlowSigns& flow) {
  uint32_t most = 0;
  for (const Kind kind : sign.kinds) {
    const auto found = flow.kinds.find(kind);
    if (found != flow.kinds.end())
      most = std::max(most, degree_of_share(found->second.masked, found->second.findings, sign.share));
  }
  return most;
}

uint32_t degree_of_formats(const CaseSign& sign, const FlowSigns& flow) {
  uint64_t count = 0;
  for (const Format format : sign.formats) count = add_up(count, flow.records_by_format[static_cast<size_t>(format)]);
  return degree_of_share(count, flow.records, sign.share);
}

uint32_t degree_of(const CaseSign& sign, const FlowSigns& flow) {
  switch (sign.what) {
    case CaseSign::What::any:
      return degree_of_any(sign, flow);
    case CaseSign::What::masked:
      return degree_of_masked(sign, flow);
    case CaseSign::What::formats:
      return degree_of_formats(sign, flow);
    case CaseSign::What::number:
      return degree_of_number(flow.*sign.number, sign.at_least);
    case CaseSign::What::together:
      break;
  }
  uint64_t bits = 0;
  for (const Kind kind : sign.kinds) bits |= kind_bit(kind);
  return degree_of_share(flow.records_with(bits), flow.records, sign.share);
}

CaseScore score_variant(const CaseProfile& profile, const CaseVariant& variant, const FlowSigns& flow) {
  CaseScore out{&profile, &variant, 0, {}, {}};
  uint64_t points = 0, weights = 0;
  uint32_t core = kFull;
  for (const CaseSign& sign : variant.signs) {
    const uint32_t degree = degree_of(sign, flow);
    out.signs.push_back({&sign, degree});
    points += uint64_t{degree} * sign.weight;
    weights += sign.weight;
    if (sign.core) core = std::min(core, degree);
  }
  const auto score = weights == 0 ? 0 : static_cast<uint32_t>(points * 100 / (weights * kFull));
  out.score = std::min(score, kWithoutCore + core * (100 - kWithoutCore) / kFull);
  return out;
}

CaseScore score_profile(const CaseProfile& profile, const FlowSigns& flow) {
  CaseScore best;
  for (const CaseVariant& variant : profile.variants) {
    CaseScore score = score_variant(profile, variant, flow);
    if (best.profile == nullptr || score.score > best.score) best = std::move(score);
  }
  best.text = words::resemblance(profile.name, best.score);
  return best;
}

}  // namespace

std::vector<CaseScore> score_cases(const FlowSigns& signs, const CaseProfiles& profiles) {
  std::vector<CaseScore> out;
  for (const CaseProfile& profile : profiles.all()) out.push_back(score_profile(profile, signs));
  std::stable_sort(out.begin(), out.end(), [](const CaseScore& a, const CaseScore& b) { return a.score > b.score; });
  return out;
}

}  // namespace pidun
