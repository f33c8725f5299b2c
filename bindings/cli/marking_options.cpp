// See marking_options.h.
#include "marking_options.h"

#include <CLI/CLI.hpp>

#include "messages.h"

namespace pidun::cli {

void add_marking_options(CLI::App& command, MarkingOptions& options) {
  command.add_option("--key-file", options.key_file, text(Msg::kKeyFileHelp))->type_name("FILE");
  CLI::Option* file =
      command.add_option("--ignore-file", options.ignore_file, text(Msg::kIgnoreFileHelp))->type_name("FILE");
  command.add_flag("--no-ignore", options.no_ignore, text(Msg::kNoIgnoreHelp))->excludes(file);
  command.add_option("--test-data", options.test_data, text(Msg::kTestDataHelp))->type_name("FILE");
}

}  // namespace pidun::cli
