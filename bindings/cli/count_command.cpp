// See count_command.h. Tested by tests/cli/cases_count.py.
#include "count_command.h"

#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "check_sheet.h"
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

// What `use` does with the tally of a file; one that cannot be used is an error that names it, and stays as it is.
template <typename Use>
auto with_file(const Engine& engine, const CountOptions& options, const std::string& path, const Use& use) {
  try {
    pidun_tally_options storage = PIDUN_TALLY_OPTIONS_INIT;
    storage.memory_cap = options.tally.memory_cap;
    storage.spill_folder = options.tally.spill_folder;
    return use(Tally::open(engine, path, storage));
  } catch (const Error& error) {
    throw std::runtime_error(printable(path) + ": " + error.what());
  }
}

void merge_file(Tally& total, const Engine& engine, const CountOptions& options, const std::string& path) {
  with_file(engine, options, path, [&](Tally stored) { total.merge(stored); });
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
  std::string policy, profile;
  if (!options.policy_file.empty()) {
    policy = read_text_file(options.policy_file);
    verdict.policy_text = policy.data();
    verdict.policy_length = policy.size();
  }
  if (!options.case_file.empty()) {
    profile = read_text_file(options.case_file);
    verdict.case_text = profile.data();
    verdict.case_length = profile.size();
  }
  if (!options.checked.empty()) {
    const CheckedSheet sheet = read_check_sheet(options.checked);
    verdict.checked = sheet.checked;
    verdict.confirmed = sheet.confirmed;
  }
  return total.verdict(verdict);
}

void write_sheet(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (!file) throw std::runtime_error(say(Msg::kCannotWrite, printable(path), error_text(errno)));
}

int compare_files(const CountOptions& options) {
  const Engine engine = open_engine(options.scan.rules);
  const auto open = [&](const std::string& path) {
    return with_file(engine, options, path, [](Tally stored) { return stored; });
  };
  const Tally a = open(options.compare[0]), b = open(options.compare[1]);
  const pidun_overlap found = a.compare(b, options.scan.threads);
  const nlohmann::ordered_json json = {
      {"records", {{"a", found.records_a}, {"b", found.records_b}, {"both", found.records_both}}},
      {"persons", {{"a", found.persons_a}, {"b", found.persons_b}, {"both", found.persons_both}}}};
  return print_whole(options.json ? json.dump() + '\n'
                                  : say(Msg::kCompared, found.records_a, found.records_b, found.records_both,
                                        found.persons_a, found.persons_b, found.persons_both) +
                                        '\n');
}

}  // namespace

int count_command(const CountOptions& given) {
  CountOptions options = given;
  if (!options.recipient.empty()) options.tally.recipient = options.recipient.c_str();
  if (!options.join.empty()) options.tally.join = options.join.c_str();
  if (!options.spill_folder.empty()) options.tally.spill_folder = options.spill_folder.c_str();
  if (!options.compare.empty()) return compare_files(options);
  if (!options.sheet.empty() && options.tally.sample_size == 0) {
    print_message(text(Msg::kSheetNeedsSample));
    return kExitFailed;
  }
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
  options.tally.threads = options.scan.threads;
  Tally total(engine, options.tally);
  const int reading = count_inputs(options.scan, engine, marking, {options.tally, total});
  ::explicit_bzero(key.data(), key.size());
  if (reading == kExitFailed) return kExitFailed;
  if (!options.state.empty() && exists(options.state)) merge_file(total, engine, options, options.state);
  for (const std::string& path : options.merge) merge_file(total, engine, options, path);
  const std::string report = report_of(total, options, reading != kExitIncomplete, marking.day());
  if (!options.state.empty()) total.save(options.state, options.scan.threads);
  const nlohmann::json parsed = nlohmann::json::parse(report);
  if (!options.sheet.empty()) {
    SampleEvidence evidence(engine, options.scan);
    write_sheet(options.sheet, check_sheet(parsed.at("sample"), evidence));
  }
  const bool color = wants_color(options.scan.color);
  if (const int failed = print_whole(options.json ? report + '\n' : count_table(parsed, color)); failed != 0)
    return failed;
  return level_of(parsed) >= options.fail_on ? static_cast<int>(kExitFindings) : reading;
}

}  // namespace pidun::cli
