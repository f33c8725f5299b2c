#include "policy/options.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr std::array<std::string_view, kFacts> kFactNames{"used_in_crime", "buyer_known", "death_or_serious_harm",
                                                          "prior_2y"};

// A name given by a user may stand in a message when it is short and plain.
std::string shown(std::string_view name) {
  constexpr size_t kLongest = 40;
  std::string out;
  for (const char c : name.substr(0, kLongest)) out += is_letter(c) || is_digit(c) || c == '_' || c == '-' ? c : '?';
  return out;
}

std::string fault_of_money(const PolicyOptions& options, const Policy& policy) {
  if (options.proceeds_fen && *options.proceeds_fen < 0) return "proceeds are below zero";
  if (options.proceeds_fen && *options.proceeds_fen > kMostFen) return "proceeds are more than 10,000,000,000,000 yuan";
  if (options.price) {
    const auto [low, high] = *options.price;
    if (low < 0 || high < 0) return "the price is below zero";
    if (low > high) return "the price's lower end is above its upper end";
    if (high > kMostFen) return "the price is more than 10,000,000,000,000 yuan";
  }
  if (options.assume_sold && !options.price) return "assume-sold needs a price";
  if (options.assume_sold && options.proceeds_fen) return "assume-sold contradicts proceeds: give one of them";
  if (policy.ladder(options.role).proceeds == 0) {
    const std::string role(name_of(options.role));
    if (options.proceeds_fen) return "the role " + role + " has no line for proceeds";
    if (options.assume_sold) return "the role " + role + " has no line for proceeds: assume-sold has no effect";
  }
  return {};
}

}  // namespace

std::optional<MaskedPolicy> masked_policy_named(std::string_view name) {
  if (name == "bounds") return MaskedPolicy::bounds;
  if (name == "ignore") return MaskedPolicy::ignore;
  return std::nullopt;
}

std::string_view name_of(Fact fact) {
  for (size_t bit = 0; bit < kFacts; ++bit)
    if (fact == 1 << bit) return kFactNames[bit];
  return {};
}

std::optional<Fact> fact_named(std::string_view name) {
  for (size_t bit = 0; bit < kFacts; ++bit)
    if (kFactNames[bit] == name) return static_cast<Fact>(1 << bit);
  return std::nullopt;
}

std::string fault_of(const PolicyOptions& options, const Policy& policy, const Counts& counts) {
  if (static_cast<size_t>(options.role) >= kRoles) return "unknown role";
  if (policy.profile(options.profile) == nullptr) return "unknown profile " + shown(options.profile);
  if ((options.facts & ~kAllFacts) != 0) return "unknown fact";
  if (std::string fault = fault_of_money(options, policy); !fault.empty()) return fault;
  if (options.link && !counts.linked) return "the tally has no linked count: it was not made with link";
  if (options.sample) {
    const auto [share, low, high] = *options.sample;
    if (low > share || share > high || high > 10'000) return "the sample's verified share lies outside its interval";
  }
  return {};
}

std::optional<int64_t> fen_of(std::string_view yuan) {
  const size_t point = std::min(yuan.find('.'), yuan.size());
  std::string_view whole = yuan.substr(0, point);
  const std::string_view part = yuan.substr(std::min(point + 1, yuan.size()));
  if (whole.empty() || part.size() > 2 || (part.empty() && point != yuan.size())) return std::nullopt;
  const bool grouped = whole.find(',') != std::string_view::npos;
  int64_t fen = 0;
  for (size_t i = 0; i < whole.size(); ++i) {
    if (grouped && (whole.size() - i) % 4 == 0) {  // a comma before every three digits
      if (whole[i] != ',' || i == 0) return std::nullopt;
      continue;
    }
    if (!is_digit(whole[i])) return std::nullopt;
    fen = fen * 10 + (whole[i] - '0');
    if (fen > kMostFen / 100) return std::nullopt;
  }
  fen *= 100;
  for (size_t i = 0; i < part.size(); ++i) {
    if (!is_digit(part[i])) return std::nullopt;
    fen += (part[i] - '0') * (i == 0 ? 10 : 1);
  }
  return fen <= kMostFen ? std::optional(fen) : std::nullopt;
}

std::optional<PriceRange> price_of(std::string_view yuan) {
  const size_t dots = yuan.find("..");
  const auto low = fen_of(yuan.substr(0, dots));
  const auto high = dots == std::string_view::npos ? low : fen_of(yuan.substr(dots + 2));
  if (!low || !high) return std::nullopt;
  return PriceRange{*low, *high};
}

}  // namespace pidun
