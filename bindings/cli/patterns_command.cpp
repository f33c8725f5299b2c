// See patterns_command.h.
#include "patterns_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "escape.h"
#include "messages.h"
#include "sink.h"

namespace pidun::cli {
namespace {

using Json = nlohmann::json;

constexpr const char* kShapes[] = {"number", "form", "labelled", "literal", "regex", "field", "phrase"};

const char* shape_name(std::uint8_t shape) { return shape < std::size(kShapes) ? kShapes[shape] : "?"; }

const char* own_name(const pidun_rule_info& rule) { return lang() == Lang::kChinese ? rule.name_zh : rule.name; }

std::string list_text(const Engine& engine) {
  std::size_t id_width = 0, kind_width = 0;
  for (std::size_t i = 0; i < engine.rule_count(); ++i) {
    const pidun_rule_info rule = engine.rule(i);
    id_width = std::max(id_width, std::string_view(rule.id).size());
    kind_width = std::max(kind_width, std::string_view(engine.kind(rule.kind).name).size());
  }
  std::string out;
  for (std::size_t i = 0; i < engine.rule_count(); ++i) {
    const pidun_rule_info rule = engine.rule(i);
    const pidun_kind_info kind = engine.kind(rule.kind);
    out += fmt::format("{:<{}}  {:<{}}  {:>4}  {:<8}  {}{}\n", rule.id, id_width, kind.name, kind_width, kind.tier,
                       shape_name(rule.shape), printable(own_name(rule)),
                       (rule.flags & PIDUN_RULE_DISABLED) != 0 ? text(Msg::kPatternsDisabled) : "");
  }
  return out;
}

std::string kind_text(const pidun_kind_info& kind) {
  std::string out = fmt::format("# {} ({}), {}\n", kind.name, kind.kind, printable(kind.name_zh));
  return out + say(Msg::kPatternsKind, kind.tier, static_cast<char>(kind.sensitive), kind.jrt0171, kind.gbt39725) +
         '\n';
}

std::string rule_text(const Engine& engine, std::size_t index) {
  const pidun_rule_info rule = engine.rule(index);
  std::string out = fmt::format("\n# {}:{}{}\n", printable(rule.source), rule.line,
                                (rule.flags & PIDUN_RULE_DISABLED) != 0 ? text(Msg::kPatternsDisabled) : "");
  // A rule file is text of the user's own; control bytes in it must not reach the terminal all the same.
  const std::string whole = engine.rule_text(index);
  for (std::string_view rest = whole; !rest.empty();) {
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    out += printable(rest.substr(0, line)) + '\n';
    rest.remove_prefix(std::min(line + 1, rest.size()));
  }
  return out;
}

// A kind with all its rules, or the one rule of this id; empty if there is neither.
std::string show_text(const Engine& engine, const std::string& name) {
  std::string out;
  const std::uint16_t kind = engine.find_kind(name.c_str());
  if (kind != 0) out = kind_text(engine.kind(kind));
  for (std::size_t i = 0; i < engine.rule_count(); ++i) {
    const pidun_rule_info rule = engine.rule(i);
    if (kind != 0 ? rule.kind != kind : name != rule.id) continue;
    if (kind == 0) out = kind_text(engine.kind(rule.kind));
    out += rule_text(engine, i);
  }
  return out;
}

std::string failure_text(const Json& failure) {
  const std::string file = failure.at("file").get<std::string>(), rule = failure.at("rule").get<std::string>();
  std::string out = printable(file);
  const long line = failure.at("line").get<long>();
  if (line > 0) out += fmt::format(":{}:{}", line, failure.at("column").get<long>());
  if (!out.empty()) out += ": ";
  if (!rule.empty()) out += rule + ": ";
  return out + printable(failure.at("message").get<std::string>()) + '\n';
}

int write_out(const std::string& bytes, int code) {
  Sink sink;
  sink.write(bytes);
  if (sink.error() == 0) return code;
  print_message(say(Msg::kOutputFailed, error_text(sink.error())));
  return kExitFailed;
}

int check_command(const RuleOptions& rules) {
  const Json account = Json::parse(check_rules(rules), nullptr, false);
  const Json& failures = account.at("failures");
  std::string out;
  for (const Json& failure : failures) out += failure_text(failure);
  if (failures.empty())
    print_message(say(Msg::kPatternsSound, account.at("rules").get<long>(), account.at("examples").get<long>()));
  return write_out(out, failures.empty() ? kExitNothing : kExitFailed);
}

}  // namespace

int patterns_command(const PatternsOptions& options) {
  if (options.action == PatternsOptions::Action::kCheck) return check_command(options.rules);
  const Engine engine = open_engine(options.rules);
  if (options.action == PatternsOptions::Action::kList) return write_out(list_text(engine), kExitNothing);
  const std::string out = show_text(engine, options.name);
  if (!out.empty()) return write_out(out, kExitNothing);
  print_message(text(Msg::kPatternsUnknown));
  return kExitFailed;
}

}  // namespace pidun::cli
