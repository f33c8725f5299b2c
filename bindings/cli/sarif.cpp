// See sarif.h. The rules are the library's kinds, in its order, so a result's rule index is its kind's place there.
#include "sarif.h"

#include <fmt/format.h>

#include "escape.h"
#include "messages.h"

namespace pidun::cli {
namespace {

const char* sensitive_word(std::uint8_t sensitive) {
  if (sensitive == 'Y') return "true";
  return sensitive == 'C' ? R"("context")" : "false";
}

void append_rule(std::string& out, const pidun_kind_info& kind) {
  out += R"({"id":)";
  append_json_string(out, kind.name);
  out += R"(,"shortDescription":{"text":)";
  append_json_string(out, lang() == Lang::kChinese ? kind.name_zh : kind.name);
  fmt::format_to(std::back_inserter(out), R"(}},"properties":{{"kind":{},"tier":{},"sensitive":{},"name_zh":)",
                 kind.kind, kind.tier, sensitive_word(kind.sensitive));
  append_json_string(out, kind.name_zh);
  out += "}}";
}

void append_notification(std::string& out, const Report::Gap& gap) {
  out += R"({"level":"warning","descriptor":{"id":)";
  append_json_string(out, gap.reason);
  out += R"(},"message":{"text":)";
  append_json_string(out, say(Msg::kIncomplete, printable(gap.path), gap.reason));
  out += R"(},"locations":[{"physicalLocation":{"artifactLocation":{"uri":)";
  append_json_string(out, uri_of(gap.path));
  out += "}}}]}";
}

}  // namespace

std::string uri_of(std::string_view path) {
  std::string out;
  if (path.substr(0, 2) == "./") path.remove_prefix(2);
  if (!path.empty() && path.front() == '/') out = "file://";
  for (const char c : path) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                       c == '_' || c == '.' || c == '~' || c == '/';
    if (plain) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string sarif_opening(const Engine& engine) {
  std::string out =
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":)";
  fmt::format_to(std::back_inserter(out),
                 R"({{"name":"pidun","version":"{0}","semanticVersion":"{0}","language":"{1}")", pidun_version_string(),
                 lang() == Lang::kChinese ? "zh-CN" : "en-US");
  fmt::format_to(std::back_inserter(out), R"(,"properties":{{"rules":"{}"}},"rules":[)", engine.rules_hash());
  for (std::size_t i = 0; i < pidun_kind_count(); ++i) {
    auto kind = sized<pidun_kind_info>();
    check(pidun_kind_at(i, &kind));
    out += i > 0 ? ",\n" : "\n";
    append_rule(out, kind);
  }
  out += "]}},\n\"columnKind\":\"utf16CodeUnits\",\"results\":[\n";
  return out;
}

std::string sarif_closing(const Report& report, std::string_view summary) {
  std::string out = "\n],\"invocations\":[{\"executionSuccessful\":";
  out += report.gaps().empty() ? "true" : "false";
  fmt::format_to(std::back_inserter(out), R"(,"exitCode":{},"toolExecutionNotifications":[)", report.exit_code());
  for (std::size_t i = 0; i < report.gaps().size(); ++i) {
    if (i > 0) out += ",\n";
    append_notification(out, report.gaps()[i]);
  }
  out += "]}],\"properties\":{\"summary\":";
  out += summary;
  out += "}}]}\n";
  return out;
}

}  // namespace pidun::cli
