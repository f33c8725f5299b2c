// The command line as a plain table, read off the CLI11 definition: what completions and the manual page are made of,
// so that neither can lack an option.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pidun::cli {

struct OptionRow {
  std::vector<std::string> names;    // "--format", "-h"; of an argument "PATH"
  std::string value;                 // "FILE", "TEXT"; empty for a flag
  std::vector<std::string> choices;  // the words it takes, if these are all
  std::string help;
  bool positional = false;
  bool required = false;

  bool takes_file() const { return choices.empty() && (value == "FILE" || names.front() == "PATH"); }
};

struct CommandRow {
  std::vector<std::string> path;  // {"key", "new"}; empty for the program itself
  std::string about, footer;
  std::vector<OptionRow> options;
  std::vector<CommandRow> commands;
};

CommandRow table_of(const CLI::App& app);

}  // namespace pidun::cli
