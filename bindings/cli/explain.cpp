// See explain.h. The account never holds the value, only its masked form.
#include "explain.h"

#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "escape.h"
#include "messages.h"
#include "pidun/pidun.hpp"
#include "sink.h"

namespace pidun::cli {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestValue = 1024;

// '-': standard input, so that the value need not stand in the shell's history. One line end is dropped.
std::string read_value() {
  std::string value;
  char buffer[4096];
  while (value.size() <= kLongestValue + 2) {
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    value.append(buffer, static_cast<std::size_t>(count));
  }
  if (!value.empty() && value.back() == '\n') value.pop_back();
  if (!value.empty() && value.back() == '\r') value.pop_back();
  return value;
}

std::string word(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return "";
  return found->is_string() ? printable(found->get_ref<const std::string&>()) : found->dump();
}

bool flag(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

long number(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<long>() : 0;
}

const Json& list(const Json& object, const char* key) {
  static const Json none = Json::array();
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? *found : none;
}

std::string kind_title(const Engine& engine, const std::string& name) {
  const std::uint16_t kind = engine.find_kind(name.c_str());
  if (lang() != Lang::kChinese || kind == 0) return name;
  return fmt::format("{} ({})", name, printable(engine.kind(kind).name_zh));
}

Msg standing(const Json& reading, long threshold) {
  if (flag(reading, "reported")) return Msg::kExplainReported;
  return number(reading, "confidence") >= threshold ? Msg::kExplainLost : Msg::kExplainBelow;
}

// A sentence in the language chosen: {"text_en":…,"text_zh":…}, or a bare string.
std::string sentence(const Json& json) {
  if (json.is_string()) return printable(json.get_ref<const std::string&>());
  const std::string chinese = lang() == Lang::kChinese ? word(json, "text_zh") : "";
  return chinese.empty() ? word(json, "text_en") : chinese;
}

std::string reading_text(const Engine& engine, const Json& reading, long threshold) {
  std::string out = say(Msg::kExplainReading, kind_title(engine, word(reading, "kind")),
                        text(standing(reading, threshold)), number(reading, "confidence"), word(reading, "check"),
                        number(reading, "begin"), number(reading, "end"), word(reading, "evidence"));
  out += '\n';
  for (const Json& reason : list(reading, "reasons")) {
    out += say(Msg::kExplainPoints, number(reason, "points"), sentence(reason), word(reason, "id")) + '\n';
  }
  if (const std::string label = word(reading, "label"); !label.empty()) out += say(Msg::kExplainNamed, label) + '\n';
  for (const Json& detail : list(reading, "details")) out += fmt::format("        {}\n", sentence(detail));
  return out;
}

std::string account_text(const Engine& engine, const Json& account, const std::optional<std::string>& label) {
  const std::string value = word(account, "value");
  std::string out = say(Msg::kExplainHead, number(account, "length"), value.empty() ? value : ' ' + value);
  if (label) out += say(flag(account, "labelled") ? Msg::kExplainLabel : Msg::kExplainLabelUnknown, printable(*label));
  const long threshold = number(account, "threshold");
  out += '\n' + say(Msg::kExplainThreshold, threshold) + '\n';
  const Json& readings = list(account, "readings");
  if (readings.empty()) out += std::string(text(Msg::kExplainNone)) + '\n';
  for (const Json& reading : readings) out += reading_text(engine, reading, threshold);
  return out;
}

bool any_reported(const Json& account) {
  for (const Json& reading : list(account, "readings")) {
    if (flag(reading, "reported")) return true;
  }
  return false;
}

}  // namespace

int explain_command(const ExplainOptions& options) {
  const std::string value = options.value == "-" ? read_value() : options.value;
  if (value.empty() || value.size() > kLongestValue) {
    print_message(text(value.empty() ? Msg::kValueEmpty : Msg::kValueTooLong));
    return kExitFailed;
  }
  const Engine engine = open_engine(options.rules);
  Scratch scratch(engine);
  const char* label = options.label ? options.label->c_str() : nullptr;
  const std::string json = scratch.explain(value.data(), value.size(), label);
  const Json account = Json::parse(json, nullptr, false);
  Sink sink;
  sink.write(options.json ? json + '\n' : account_text(engine, account, options.label));
  if (sink.error() != 0) {
    print_message(say(Msg::kOutputFailed, error_text(sink.error())));
    return kExitFailed;
  }
  return any_reported(account) ? kExitFindings : kExitNothing;
}

}  // namespace pidun::cli
