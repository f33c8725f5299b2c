// See count_options.h.
#include "count_options.h"

#include <CLI/CLI.hpp>
#include <map>

#include "messages.h"

namespace pidun::cli {
namespace {

constexpr std::size_t kMostDigits = 13;

struct Price {
  std::int64_t low = 0, high = 0;
};

// "30..150" or "30"
std::optional<Price> price_of(const std::string& given) {
  const std::size_t dots = given.find("..");
  const auto low = fen_of(given.substr(0, dots));
  const auto high = dots == std::string::npos ? low : fen_of(given.substr(dots + 2));
  if (!low || !high || *low > *high) return std::nullopt;
  return Price{*low, *high};
}

const CLI::Validator kMoney([](std::string& given) { return std::string(fen_of(given) ? "" : text(Msg::kMoneyWrong)); },
                            "");
const CLI::Validator kPrice(
    [](std::string& given) { return std::string(price_of(given) ? "" : text(Msg::kPriceWrong)); }, "");

void add_facts(CLI::App& command, CountOptions& options) {
  static const std::map<std::string, std::uint32_t> kFacts = {{"used_in_crime", PIDUN_FACT_USED_IN_CRIME},
                                                              {"buyer_known", PIDUN_FACT_BUYER_KNOWN},
                                                              {"death_or_serious_harm", PIDUN_FACT_SERIOUS_HARM},
                                                              {"prior_2y", PIDUN_FACT_PRIOR_2Y}};
  command
      .add_option_function<std::vector<std::string>>(
          "--fact",
          [&options](const std::vector<std::string>& facts) {
            for (const std::string& fact : facts) options.verdict.facts |= kFacts.at(fact);
          },
          text(Msg::kFactHelp))
      ->allow_extra_args(false)
      ->check(CLI::IsMember(kFacts));
}

void add_role(CLI::App& command, CountOptions& options) {
  static const std::map<std::string, std::uint32_t> kRoles = {
      {"individual", PIDUN_ROLE_INDIVIDUAL}, {"insider", PIDUN_ROLE_INSIDER}, {"operator", PIDUN_ROLE_OPERATOR}};
  command
      .add_option_function<std::string>(
          "--role", [&options](const std::string& role) { options.verdict.role = kRoles.at(role); },
          text(Msg::kRoleHelp))
      ->check(CLI::IsMember(kRoles));
}

void add_money(CLI::App& command, CountOptions& options) {
  command
      .add_option_function<std::string>(
          "--proceeds",
          [&options](const std::string& yuan) {
            options.verdict.proceeds_fen = *fen_of(yuan);
            options.verdict.flags |= PIDUN_VERDICT_HAS_PROCEEDS;
          },
          text(Msg::kProceedsHelp))
      ->type_name("YUAN")
      ->check(kMoney);
  command
      .add_option_function<std::string>(
          "--price",
          [&options](const std::string& range) {
            const Price price = *price_of(range);
            options.verdict.price_low_fen = price.low;
            options.verdict.price_high_fen = price.high;
          },
          text(Msg::kPriceHelp))
      ->type_name("LOW[..HIGH]")
      ->check(kPrice);
}

void add_flag(CLI::App& command, const char* name, std::uint32_t& flags, std::uint32_t flag, Msg help) {
  command.add_flag_callback(
      name, [&flags, flag] { flags |= flag; }, text(help));
}

}  // namespace

std::optional<std::int64_t> fen_of(const std::string& yuan) {
  std::int64_t value = 0;
  std::size_t digits = 0, decimals = 0;
  bool point = false;
  for (const char c : yuan) {
    if (c == ',' && !point && digits != 0) continue;
    if (c == '.' && !point && digits != 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > kMostDigits || (point && ++decimals > 2)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (digits == 0 || (point && decimals == 0)) return std::nullopt;
  for (; decimals < 2; ++decimals) value *= 10;
  return value;
}

void add_count_options(CLI::App& command, CountOptions& options) {
  command.add_option("--recipient", options.recipient, text(Msg::kRecipientHelp));
  add_flag(command, "--acquired", options.tally.flags, PIDUN_TALLY_ACQUIRED, Msg::kAcquiredHelp);
  command
      .add_option_function<std::string>(
          "--masked",
          [&options](const std::string& policy) {
            if (policy == "ignore") options.verdict.flags |= PIDUN_VERDICT_IGNORE_MASKED;
          },
          text(Msg::kMaskedHelp))
      ->check(CLI::IsMember({"bounds", "ignore"}));
  add_flag(command, "--link", options.verdict.flags, PIDUN_VERDICT_LINK, Msg::kLinkHelp);
  command.add_option("--join", options.join, text(Msg::kJoinHelp))->type_name("FIELD[,FIELD]");
  add_flag(command, "--merge-fields", options.tally.flags, PIDUN_TALLY_MERGE_FIELDS, Msg::kMergeFieldsHelp);
  add_role(command, options);
  add_money(command, options);
  add_flag(command, "--assume-sold", options.verdict.flags, PIDUN_VERDICT_ASSUME_SOLD, Msg::kAssumeSoldHelp);
  add_flag(command, "--abroad", options.verdict.flags, PIDUN_VERDICT_ABROAD, Msg::kAbroadHelp);
  add_facts(command, options);
  command.add_option("--policy", options.policy_file, text(Msg::kPolicyHelp))->type_name("FILE");
  command.add_option("--case-profile", options.case_file, text(Msg::kCaseHelp))->type_name("FILE");
  command.add_option("--compare", options.compare, text(Msg::kCompareHelp))->type_name("FILE")->expected(2);
  command.add_option("--sheet", options.sheet, text(Msg::kSheetHelp))->type_name("FILE");
  command.add_option("--checked", options.checked, text(Msg::kCheckedHelp))->type_name("FILE");
  command.add_option("--sample", options.tally.sample_size, text(Msg::kSampleHelp))->check(CLI::Range(0u, 100000u));
  command.add_option("--seed", options.tally.seed, text(Msg::kSeedHelp));
  command.add_option("--memory", options.tally.memory_cap, text(Msg::kMemoryHelp))->transform(CLI::AsSizeValue(false));
  command.add_option("--spill-dir", options.spill_folder, text(Msg::kSpillHelp))->type_name("FOLDER");
  command.add_option("--state", options.state, text(Msg::kStateHelp))->type_name("FILE");
  command.add_option("--merge", options.merge, text(Msg::kMergeHelp))->type_name("FILE")->allow_extra_args(false);
  static const std::map<std::string, int> kLevels = {{"notice", 1}, {"near", 2}, {"reached", 3}, {"tenfold", 4}};
  command
      .add_option_function<std::string>(
          "--fail-on", [&options](const std::string& level) { options.fail_on = kLevels.at(level); },
          text(Msg::kFailOnHelp))
      ->check(CLI::IsMember(kLevels));
}

}  // namespace pidun::cli
