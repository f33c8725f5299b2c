// The command `pidun`, as a table of contents: options.cpp reads the command line; scan_command.cpp, explain.cpp and
// patterns_command.cpp do the work, messages.cpp holds every sentence. Tested by tests/cli/run_cli_tests.py.
#include <exception>

#include "count_command.h"
#include "escape.h"
#include "explain.h"
#include "messages.h"
#include "options.h"
#include "patterns_command.h"
#include "pidun/pidun.hpp"
#include "scan_command.h"
#include "sink.h"

namespace pidun::cli {
namespace {

int run(int argc, char** argv) {
  prepare_descriptors();
  Options options;
  if (const auto done = parse_options(argc, argv, options)) return *done;
  switch (options.command) {
    case Options::Command::kScan:
      return scan_command(options.scan);
    case Options::Command::kColumns:
      return scan_command(options.columns);
    case Options::Command::kCount:
      return count_command(options.count);
    case Options::Command::kExplain:
      return explain_command(options.explain);
    case Options::Command::kPatterns:
      return patterns_command(options.patterns);
  }
  return kExitFailed;
}

}  // namespace
}  // namespace pidun::cli

int main(int argc, char** argv) {
  using namespace pidun::cli;
  try {
    return run(argc, argv);
  } catch (const pidun::Error& error) {
    const bool rules = error.status() == PIDUN_E_RULES;
    const std::string rule = error.detail().rule;
    const std::string what = printable(error.what()) + (rule.empty() ? rule : " (" + rule + ")");
    print_message(say(rules ? Msg::kEngineFailed : Msg::kFailed, what));
  } catch (const std::exception& error) {
    print_message(say(Msg::kFailed, error.what()));
  }
  return kExitFailed;
}
