// What the user asked for: the command line turned into plain structs.
// Tested by tests/cli/run_cli_tests.py (usage cases).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "marking_options.h"
#include "pidun/pidun.h"
#include "rule_options.h"

namespace pidun::cli {

enum ExitCode { kExitNothing = 0, kExitFindings = 1, kExitFailed = 2, kExitIncomplete = 3 };

enum class OutputFormat { kText, kJsonl, kSarif, kSummary, kColumnsTable, kColumnsJson, kCount };
enum class When { kAuto, kAlways, kNever };

struct ScanOptions {
  std::vector<std::string> paths;
  OutputFormat format = OutputFormat::kText;
  When color = When::kAuto;
  unsigned threads = 0;  // never 0 after parsing
  bool show_values = false;
  bool no_progress = false;
  std::uint32_t input_format = 0;  // PIDUN_FORMAT_*
  std::uint32_t min_confidence = 0;
  std::uint32_t deadline_ms = 0;
  std::uint64_t max_bytes = 0;
  std::uint64_t max_findings = 0;
  bool records = false;    // told behind the findings
  bool cameras = false;    // pictures of cameras are told
  double threshold = 0.5;  // columns: the share of its cells that gives a column a kind
  std::optional<std::string> label;
  std::optional<std::string> charset;
  RuleOptions rules;
  MarkingOptions marking;
};

inline bool is_of_columns(OutputFormat format) {
  return format == OutputFormat::kColumnsTable || format == OutputFormat::kColumnsJson;
}

// What `pidun count` takes besides what is read and how.
struct CountOptions {
  ScanOptions scan;
  bool json = false;
  pidun_tally_options tally = PIDUN_TALLY_OPTIONS_INIT;
  pidun_verdict_options verdict = PIDUN_VERDICT_OPTIONS_INIT;
  std::string recipient, join;
  bool acquired = false, ignore_masked = false, link = false, assume_sold = false, abroad = false;
  std::string proceeds, price;     // yuan
  std::vector<std::string> facts;  // used_in_crime, …
  std::uint64_t memory = 0;
  std::string spill_folder;
  std::string state;               // a tally that goes on
  std::vector<std::string> merge;  // tallies that are added
  std::string policy_file, case_file;
  std::vector<std::string> compare;  // two stored tallies: nothing is scanned
  std::string sheet, checked;        // of the sample: to be filled in, and filled in
  int fail_on = 2;                   // a level: near
};

struct ExplainOptions {
  std::string value;
  std::optional<std::string> label;
  RuleOptions rules;
  bool json = false;
};

struct PatternsOptions {
  enum class Action { kList, kShow, kCheck } action = Action::kList;
  std::string name;  // of a kind or rule
  RuleOptions rules;
};

struct Options {
  enum class Command { kScan, kColumns, kCount, kExplain, kPatterns } command = Command::kScan;
  ScanOptions scan;
  ScanOptions columns;
  CountOptions count;
  ExplainOptions explain;
  PatternsOptions patterns;
};

// The exit code if all is said already (help, version, a usage error), else nothing.
std::optional<int> parse_options(int argc, char** argv, Options& options);

}  // namespace pidun::cli
