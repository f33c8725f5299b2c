// The options that mark findings: key, suppressions, known test data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace pidun::cli {

struct MarkingOptions {
  std::optional<std::string> key_file;
  std::optional<std::string> ignore_file;  // else .pidun-ignore.toml of the current folder, if it is there
  std::optional<std::string> test_data;
  bool no_ignore = false;
  std::uint32_t as_of = 0;  // YYYYMMDD; 0: today
};

// --key-file and --as-of alone.
void add_day_and_key(CLI::App& command, MarkingOptions& options);
void add_marking_options(CLI::App& command, MarkingOptions& options);

}  // namespace pidun::cli
