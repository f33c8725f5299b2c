// See app_table.h.
#include "app_table.h"

#include <CLI/CLI.hpp>

namespace pidun::cli {
namespace {

// CLI11 tells the choices in the type's name only: "TEXT:{jsonl,summary,text}".
std::vector<std::string> choices_of(const std::string& type) {
  std::vector<std::string> out;
  const std::size_t open = type.find('{'), close = type.rfind('}');
  if (open == std::string::npos || close == std::string::npos) return out;
  for (std::size_t at = open + 1; at < close;) {
    const std::size_t end = std::min(type.find(',', at), close);
    out.push_back(type.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

OptionRow option_row(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  row.positional = row.names.empty();
  if (row.positional) row.names.push_back(option.get_name());
  if (option.get_items_expected_max() > 0) {
    const std::string type = option.get_type_name();
    row.value = type.substr(0, type.find(':'));
    row.choices = choices_of(type);
  }
  row.help = option.get_description();
  row.required = option.get_required();
  return row;
}

CommandRow command_row(const CLI::App& app, std::vector<std::string> path) {
  CommandRow row;
  row.about = app.get_description();
  row.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) row.options.push_back(option_row(*option));
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    std::vector<std::string> below = path;
    below.push_back(command->get_name());
    row.commands.push_back(command_row(*command, std::move(below)));
  }
  row.path = std::move(path);
  return row;
}

}  // namespace

CommandRow table_of(const CLI::App& app) { return command_row(app, {}); }

}  // namespace pidun::cli
