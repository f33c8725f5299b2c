// See marking_options.h.
#include "marking_options.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>

#include "messages.h"

namespace pidun::cli {
namespace {

// 2026-11-28, a day of the calendar.
std::optional<std::uint32_t> parse_day(const std::string& given) {
  int parts[3] = {};
  int taken = 0;
  if (given.size() != 10 || std::sscanf(given.c_str(), "%4d-%2d-%2d%n", &parts[0], &parts[1], &parts[2], &taken) != 3)
    return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                        std::chrono::month(static_cast<unsigned>(parts[1])),
                                        std::chrono::day(static_cast<unsigned>(parts[2]))};
  if (taken != 10 || !day.ok() || parts[0] < 1900) return std::nullopt;
  return static_cast<std::uint32_t>(parts[0] * 10000 + parts[1] * 100 + parts[2]);
}

}  // namespace

void add_day_and_key(CLI::App& command, MarkingOptions& options) {
  command.add_option("--key-file", options.key_file, text(Msg::kKeyFileHelp))->type_name("FILE");
  command
      .add_option_function<std::string>(
          "--as-of", [&options](const std::string& day) { options.as_of = *parse_day(day); }, text(Msg::kAsOfHelp))
      ->type_name("DATE")
      ->check(CLI::Validator(
          [](std::string& given) { return std::string(parse_day(given) ? "" : text(Msg::kAsOfWrong)); }, ""));
}

void add_marking_options(CLI::App& command, MarkingOptions& options) {
  add_day_and_key(command, options);
  CLI::Option* file =
      command.add_option("--ignore-file", options.ignore_file, text(Msg::kIgnoreFileHelp))->type_name("FILE");
  command.add_flag("--no-ignore", options.no_ignore, text(Msg::kNoIgnoreHelp))->excludes(file);
  command.add_option("--test-data", options.test_data, text(Msg::kTestDataHelp))->type_name("FILE");
}

}  // namespace pidun::cli
