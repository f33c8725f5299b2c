// The command line, by CLI11; see options.h. What stands in an argument may be personal information itself
// (`pidun 1101…` with the command forgotten), so a usage error names options and never
// repeats a value of `explain` or an argument in the wrong place.
#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <string_view>
#include <thread>

#include "app_commands.h"
#include "count_options.h"
#include "format_names.h"
#include "messages.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {
namespace {

constexpr unsigned kMostThreads = 256;
constexpr std::uint64_t kNoLimit = UINT64_MAX;

// The language is needed before the help texts are made, hence before parsing proper.
void choose_lang(int argc, char** argv) {
  set_lang(lang_of_environment());
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--") return;
    std::string_view value;
    if (arg == "--lang" && i + 1 < argc) value = argv[i + 1];
    if (arg.substr(0, 7) == "--lang=") value = arg.substr(7);
    if (value == "zh") set_lang(Lang::kChinese);
    if (value == "en") set_lang(Lang::kEnglish);
  }
}

void add_common(CLI::App& app, std::string& lang_name) {
  app.set_help_flag("-h,--help", text(Msg::kHelpHelp));
  app.add_option("--lang", lang_name, text(Msg::kLangHelp))->check(CLI::IsMember({"zh", "en"}));
}

template <typename T>
CLI::Option* add_choice(CLI::App& app, const char* name, T& target, const std::map<std::string, T>& choices, Msg help) {
  const auto parse = [&target, choices](const std::string& word) {
    const auto found = choices.find(word);
    if (found != choices.end()) target = found->second;
    return found != choices.end();
  };
  return app
      .add_option_function<std::string>(
          name, [parse](const std::string& word) { parse(word); }, text(help))
      ->check(CLI::IsMember(choices));
}

// CLI11 takes "-1" for 2^64 - 1.
const CLI::Validator kNotNegative(
    [](std::string& given) { return std::string(given.find('-') == std::string::npos ? "" : "must not be negative"); },
    "");

const CLI::Validator kKnownCharset(
    [](std::string& given) {
      Context context;
      const bool known = !given.empty() && pidun_context_set(context.get(), "charset", given.c_str()) == PIDUN_OK;
      return std::string(known ? "" : text(Msg::kCharsetUnknown));
    },
    "");

void add_rules(CLI::App& app, RuleOptions& rules) {
  app.add_option("--rules", rules.files, text(Msg::kRulesHelp))->allow_extra_args(false);  // one a time
  add_choice<std::uint32_t>(
      app, "--profile", rules.profile,
      {{"default", PIDUN_PROFILE_DEFAULT}, {"strict", PIDUN_PROFILE_STRICT}, {"lenient", PIDUN_PROFILE_LENIENT}},
      Msg::kProfileHelp);
  app.add_option("--cache-dir", rules.cache_folder, text(Msg::kCacheDirHelp));
  app.add_flag("--no-cache", rules.no_cache, text(Msg::kNoCacheHelp));
}

// Not of counting: people and records of some kinds alone would be fewer than there are.
void add_kinds(CLI::App& app, RuleOptions& rules) {
  app.add_option("--kinds", rules.kinds, text(Msg::kKindsHelp))
      ->type_name("KIND,...")
      ->delimiter(',')
      ->allow_extra_args(false);
}

// What scan and columns have in common: what is read, how, and how far.
void add_input_options(CLI::App& command, ScanOptions& scan) {
  command.add_option("--threads", scan.threads, text(Msg::kThreadsHelp))->check(CLI::Range(0u, kMostThreads));
  std::map<std::string, std::uint32_t> formats;
  for (const FormatName& each : kFormatNames) formats.emplace(each.name, each.format);
  add_choice<std::uint32_t>(command, "--input-format", scan.input_format, formats, Msg::kInputFormatHelp);
  command.add_option("--charset", scan.charset, text(Msg::kCharsetHelp))->check(kKnownCharset);
  command.add_option("--min-confidence", scan.min_confidence, text(Msg::kMinConfidenceHelp))
      ->check(CLI::Range(1u, 100u));
  command.add_option("--max-bytes", scan.max_bytes, text(Msg::kMaxBytesHelp))
      ->transform(CLI::AsSizeValue(false))
      ->check(kNotNegative);  // the last validator given is asked first
  command.add_option("--deadline-ms", scan.deadline_ms, text(Msg::kDeadlineHelp))->check(kNotNegative);
  command.add_flag("--no-progress", scan.no_progress, text(Msg::kNoProgressHelp));
}

CLI::App* add_scan(CLI::App& app, ScanOptions& scan) {
  CLI::App* command = app.add_subcommand("scan", text(Msg::kScanAbout));
  command->footer(text(Msg::kScanFooter));
  command->add_option("PATH", scan.paths, text(Msg::kPathHelp));
  add_choice<OutputFormat>(*command, "--format", scan.format,
                           {{"text", OutputFormat::kText},
                            {"jsonl", OutputFormat::kJsonl},
                            {"sarif", OutputFormat::kSarif},
                            {"summary", OutputFormat::kSummary}},
                           Msg::kFormatHelp);
  command->add_flag("--records", scan.records, text(Msg::kRecordsHelp));
  command->add_flag("--pictures", scan.cameras, text(Msg::kCamerasHelp));
  command->add_flag("--show-values", scan.show_values, text(Msg::kShowValuesHelp));
  add_input_options(*command, scan);
  command->add_option("--max-findings", scan.max_findings, text(Msg::kMaxFindingsHelp))->check(kNotNegative);
  add_choice<When>(*command, "--color", scan.color,
                   {{"auto", When::kAuto}, {"always", When::kAlways}, {"never", When::kNever}}, Msg::kColorHelp);
  command->add_option("--label", scan.label, text(Msg::kLabelHelp));
  add_rules(*command, scan.rules);
  add_kinds(*command, scan.rules);
  add_marking_options(*command, scan.marking);
  return command;
}

CLI::App* add_columns(CLI::App& app, ScanOptions& columns) {
  columns.format = OutputFormat::kColumnsTable;
  columns.max_findings = kNoLimit;  // none is kept
  columns.marking.no_ignore = true;
  CLI::App* command = app.add_subcommand("columns", text(Msg::kColumnsAbout));
  command->footer(text(Msg::kColumnsFooter));
  command->add_option("PATH", columns.paths, text(Msg::kPathHelp));
  add_choice<OutputFormat>(*command, "--format", columns.format,
                           {{"table", OutputFormat::kColumnsTable}, {"json", OutputFormat::kColumnsJson}},
                           Msg::kColumnsFormatHelp);
  command->add_option("--threshold", columns.threshold, text(Msg::kColumnsThresholdHelp))->check(CLI::Range(0.0, 1.0));
  add_input_options(*command, columns);
  add_rules(*command, columns.rules);
  add_kinds(*command, columns.rules);
  return command;
}

CLI::App* add_count(CLI::App& app, CountOptions& count) {
  count.scan.format = OutputFormat::kCount;
  count.scan.max_findings = kNoLimit;  // none is kept
  count.scan.marking.no_ignore = true;
  CLI::App* command = app.add_subcommand("count", text(Msg::kCountAbout));
  command->footer(text(Msg::kCountFooter));
  command->add_option("PATH", count.scan.paths, text(Msg::kPathHelp));
  add_choice<bool>(*command, "--format", count.json, {{"text", false}, {"json", true}}, Msg::kCountFormatHelp);
  add_input_options(*command, count.scan);
  add_choice<When>(*command, "--color", count.scan.color,
                   {{"auto", When::kAuto}, {"always", When::kAlways}, {"never", When::kNever}}, Msg::kColorHelp);
  add_rules(*command, count.scan.rules);
  add_day_and_key(*command, count.scan.marking);
  add_count_options(*command, count);
  return command;
}

CLI::App* add_explain(CLI::App& app, ExplainOptions& explain) {
  CLI::App* command = app.add_subcommand("explain", text(Msg::kExplainAbout));
  command->footer(text(Msg::kExplainFooter));
  command->add_option("VALUE", explain.value, text(Msg::kValueHelp))->required();
  command->add_option("--label", explain.label, text(Msg::kLabelHelp));
  add_choice<bool>(*command, "--format", explain.json, {{"text", false}, {"json", true}}, Msg::kExplainFormatHelp);
  add_rules(*command, explain.rules);
  return command;
}

CLI::App* add_patterns(CLI::App& app, PatternsOptions& patterns, std::string& lang_name) {
  using Action = PatternsOptions::Action;
  CLI::App* command = app.add_subcommand("patterns", text(Msg::kPatternsAbout));
  command->footer(text(Msg::kPatternsFooter));
  command->require_subcommand(1);
  const auto add = [&](const char* name, Msg about, Action action) {
    CLI::App* part = command->add_subcommand(name, text(about));
    part->callback([&patterns, action] { patterns.action = action; });
    add_common(*part, lang_name);
    return part;
  };
  add_rules(*add("list", Msg::kPatternsListAbout, Action::kList), patterns.rules);
  CLI::App* show = add("show", Msg::kPatternsShowAbout, Action::kShow);
  show->add_option("NAME", patterns.name, text(Msg::kPatternsNameHelp))->required();
  add_rules(*show, patterns.rules);
  CLI::App* check = add("check", Msg::kPatternsCheckAbout, Action::kCheck);
  check->add_option("FILE", patterns.rules.files, text(Msg::kPatternsFileHelp));
  return command;
}

// "--some-name" alone is named in an error; anything else could be data.
bool looks_like_option(const std::string& arg) {
  if (arg.size() < 3 || arg.compare(0, 2, "--") != 0) return false;
  return std::all_of(arg.begin() + 2, arg.end(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); });
}

int report_usage(const CLI::App& app, const CLI::ParseError& error) {
  std::string line;
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::vector<std::string> extras = app.remaining(true);
    const auto named = std::find_if(extras.begin(), extras.end(), looks_like_option);
    line = named != extras.end() ? say(Msg::kUsageExtraNamed, *named) : text(Msg::kUsageExtra);
  } else if (app.get_subcommands().empty()) {
    line = text(Msg::kUsageCommand);
  } else if (app.got_subcommand("patterns") && app.get_subcommand("patterns")->get_subcommands().empty()) {
    line = text(Msg::kUsagePatterns);
  } else if (app.got_subcommand("explain") && dynamic_cast<const CLI::RequiredError*>(&error) == nullptr) {
    line = text(Msg::kUsageExplain);
  } else {
    line = error.what();  // names the option and what it takes
  }
  print_message(line);
  print_message(text(Msg::kUsageHint));
  return kExitFailed;
}

}  // namespace

std::optional<int> parse_options(int argc, char** argv, Options& options) {
  choose_lang(argc, argv);
  CLI::App app{text(Msg::kAbout), "pidun"};
  std::string lang_name;
  add_common(app, lang_name);
  app.set_version_flag("--version", fmt::format("pidun {}", pidun_version_string()), text(Msg::kVersionHelp));
  app.require_subcommand(1);
  CLI::App* scan = add_scan(app, options.scan);
  CLI::App* columns = add_columns(app, options.columns);
  CLI::App* count = add_count(app, options.count);
  CLI::App* explain = add_explain(app, options.explain);
  CLI::App* patterns = add_patterns(app, options.patterns, lang_name);
  add_common(*scan, lang_name);
  add_common(*columns, lang_name);
  add_common(*count, lang_name);
  add_common(*explain, lang_name);
  add_common(*patterns, lang_name);
  const AppCommands others(app, [&](CLI::App& command) { add_common(command, lang_name); });
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return app.exit(done);  // help or version, on stdout
  } catch (const CLI::ParseError& error) {
    return report_usage(app, error);
  }
  if (const auto code = others.run()) return code;
  if (explain->parsed()) options.command = Options::Command::kExplain;
  // What is checked is checked anew.
  if (options.patterns.action == PatternsOptions::Action::kCheck) options.patterns.rules.no_cache = true;
  if (patterns->parsed()) options.command = Options::Command::kPatterns;
  if (columns->parsed()) options.command = Options::Command::kColumns;
  if (count->parsed()) options.command = Options::Command::kCount;
  for (ScanOptions* scanning : {&options.scan, &options.columns, &options.count.scan}) {
    if (scanning->threads == 0) scanning->threads = std::max(1u, std::thread::hardware_concurrency());
    if (scanning->paths.empty()) scanning->paths.emplace_back("-");
  }
  return std::nullopt;
}

}  // namespace pidun::cli
