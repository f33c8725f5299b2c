// See count_command.h. Tested by tests/cli/cases_count.py.
#include "count_command.h"

#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <nlohmann/json.hpp>

#include "count_table.h"
#include "escape.h"
#include "key_file.h"
#include "marking.h"
#include "messages.h"
#include "scan_command.h"
#include "sink.h"

namespace pidun::cli {
namespace {

constexpr std::array<const char*, 5> kLevels = {"below", "notice", "near", "reached", "tenfold"};

// A key of this run alone, where none is given: then nothing is stored that another run could be compared with.
Key key_of(const CountOptions& options) {
  if (options.scan.marking.key_file) return read_key_file(*options.scan.marking.key_file);
  Key key{};
  if (::getrandom(key.data(), key.size(), 0) != static_cast<ssize_t>(key.size()))
    throw std::runtime_error(text(Msg::kNoRandom));
  return key;
}

// Adds the tally of a file; one that cannot be used is an error, and the file stays as it is.
void merge_file(Tally& total, const Engine& engine, const CountOptions& options, const std::string& path) {
  try {
    pidun_tally_options storage = PIDUN_TALLY_OPTIONS_INIT;
    storage.memory_cap = options.tally.memory_cap;
    storage.spill_folder = options.tally.spill_folder;
    Tally stored = Tally::open(engine, path, storage);
    total.merge(stored);
  } catch (const Error& error) {
    throw std::runtime_error(printable(path) + ": " + error.what());
  }
}

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

int level_of(const nlohmann::json& report) {
  const auto found = std::find(kLevels.begin(), kLevels.end(), report.at("level").get<std::string>());
  return static_cast<int>(found - kLevels.begin());
}

std::string report_of(const Tally& total, const CountOptions& options, bool complete, std::uint32_t as_of) {
  pidun_verdict_options verdict = options.verdict;
  constexpr std::array kProfiles = {"default", "strict", "lenient"};
  verdict.profile = kProfiles[options.scan.rules.profile];
  verdict.threads = options.scan.threads;
  verdict.as_of = as_of;
  if (!complete) verdict.flags |= PIDUN_VERDICT_INCOMPLETE;
  std::string policy;
  if (!options.policy_file.empty()) {
    policy = read_text_file(options.policy_file);
    verdict.policy_text = policy.data();
    verdict.policy_length = policy.size();
  }
  return total.verdict(verdict);
}

int write_report(const std::string& report, const CountOptions& options, bool color) {
  Sink sink;
  sink.write(options.json ? report + '\n' : count_table(nlohmann::json::parse(report), color));
  if (sink.error() == 0) return kExitNothing;
  print_message(say(Msg::kOutputFailed, error_text(sink.error())));
  return kExitFailed;
}

}  // namespace

int count_command(const CountOptions& given) {
  CountOptions options = given;
  if (!options.state.empty() && !options.scan.marking.key_file) {
    print_message(text(Msg::kStateNeedsKey));
    return kExitFailed;
  }
  if (options.scan.marking.as_of > today()) {
    print_message(text(Msg::kAsOfFuture));
    return kExitFailed;
  }
  const Engine engine = open_engine(options.scan.rules);
  const Marking marking(engine, options.scan.marking);
  Key key = key_of(options);
  options.tally.key = key.data();
  options.tally.key_length = static_cast<std::uint32_t>(key.size());
  if (!options.recipient.empty()) options.tally.recipient = options.recipient.c_str();
  if (!options.spill_folder.empty()) options.tally.spill_folder = options.spill_folder.c_str();
  options.tally.threads = options.scan.threads;
  Tally total(engine, options.tally);
  const int reading = count_inputs(options.scan, engine, marking, {options.tally, total});
  ::explicit_bzero(key.data(), key.size());
  if (reading == kExitFailed) return kExitFailed;
  if (!options.state.empty() && exists(options.state)) merge_file(total, engine, options, options.state);
  for (const std::string& path : options.merge) merge_file(total, engine, options, path);
  const std::string report = report_of(total, options, reading != kExitIncomplete, marking.day());
  if (!options.state.empty()) total.save(options.state, options.scan.threads);
  if (const int failed = write_report(report, options, wants_color(options.scan.color)); failed != 0) return failed;
  return level_of(nlohmann::json::parse(report)) >= options.fail_on ? static_cast<int>(kExitFindings) : reading;
}

}  // namespace pidun::cli
