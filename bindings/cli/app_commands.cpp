// See app_commands.h. Tested by tests/cli/cases_help.py and cases_marks.py.
#include "app_commands.h"

#include <CLI/CLI.hpp>

#include "completions.h"
#include "key_file.h"
#include "manual.h"
#include "messages.h"
#include "options.h"
#include "sink.h"

namespace pidun::cli {
namespace {

constexpr const char* kShells[] = {"bash", "zsh", "fish"};

}  // namespace

AppCommands::AppCommands(CLI::App& app, const std::function<void(CLI::App&)>& add_common) : app_(app) {
  const auto add = [&](CLI::App& above, const std::string& name, const std::string& about) {
    CLI::App* command = above.add_subcommand(name, about);
    add_common(*command);
    return command;
  };
  completions_ = add(app, "completions", text(Msg::kCompletionsAbout));
  completions_->require_subcommand(1);
  for (const char* shell : kShells) add(*completions_, shell, say(Msg::kCompletionsShellAbout, shell));
  manual_ = add(app, "manual", text(Msg::kManualAbout));
  CLI::App* key = add(app, "key", text(Msg::kKeyAbout));
  key->require_subcommand(1);
  key_new_ = add(*key, "new", text(Msg::kKeyNewAbout));
  key_new_->add_option("FILE", key_path_, text(Msg::kKeyNewFileHelp))->type_name("FILE")->required();
}

std::optional<int> AppCommands::run() const {
  if (completions_->parsed()) {
    const std::string shell = completions_->get_subcommands().front()->get_name();
    return print_whole(completions(table_of(app_), shell));
  }
  if (manual_->parsed()) return print_whole(manual_page(table_of(app_)));
  if (!key_new_->parsed()) return std::nullopt;
  write_new_key_file(key_path_);
  return kExitNothing;
}

}  // namespace pidun::cli
