// The small commands that need nothing but the command line itself: completions, manual, key new.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace pidun::cli {

class AppCommands {
 public:
  // Defines them; `app` holds all other commands already. `add_common` adds what every command has.
  AppCommands(CLI::App& app, const std::function<void(CLI::App&)>& add_common);
  std::optional<int> run() const;  // after parsing: the exit code if it was one of them

 private:
  CLI::App& app_;
  CLI::App* completions_;
  CLI::App* manual_;
  CLI::App* key_new_;
  std::string key_path_;
};

}  // namespace pidun::cli
