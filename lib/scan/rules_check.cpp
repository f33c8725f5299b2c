#include "scan/rules_check.h"

namespace pidun {
namespace {

void append_text(std::string_view text, std::string& out) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_failure(const RuleError& error, std::string& out) {
  out += "{\"file\":";
  append_text(error.file, out);
  out += ",\"line\":" + std::to_string(error.place.line) + ",\"column\":" + std::to_string(error.place.column) +
         ",\"offset\":" + std::to_string(error.offset) + ",\"rule\":";
  append_text(error.rule, out);
  out += ",\"message\":";
  append_text(error.message, out);
  out += '}';
}

}  // namespace

std::string rules_check(EngineOptions options, RuleErrors errors) {
  const bool builtins = options.rules.sources.empty() && errors.empty();
  options.rules.kinds.clear();  // what is asked for today does not make a rule any better
  size_t rules = 0, examples = 0;
  if (const auto engine = errors.empty() ? Engine::build(std::move(options), errors) : nullptr) {
    // The examples of built-in rules are parsed here alone; a second set holds them.
    RuleErrors none;
    std::unique_ptr<RuleSet> builtin;
    if (builtins && (builtin = RuleSet::load({}, none))) builtin->read_builtin_examples();
    const RuleSet& checked = builtin ? *builtin : engine->rules();
    examples = check_examples(*engine, checked, builtins, errors);
    for (const Rule& rule : checked.rules()) rules += !rule.disabled && (builtins || !rule.builtin) ? 1 : 0;
  }
  std::string out = "{\"rules\":" + std::to_string(rules) + ",\"examples\":" + std::to_string(examples);
  out += ",\"failures\":[";
  for (size_t i = 0; i < errors.size(); ++i) {
    if (i > 0) out += ',';
    append_failure(errors[i], out);
  }
  return out + "]}";
}

}  // namespace pidun
