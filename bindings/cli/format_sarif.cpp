// One SARIF result a finding, with the comma before it. Values stand in it as masked evidence only.
#include <fmt/format.h>

#include <unordered_map>

#include "escape.h"
#include "finding_format.h"
#include "messages.h"
#include "sarif.h"

namespace pidun::cli {
namespace {

class SarifFormat : public FindingFormat {
 public:
  SarifFormat(const KindTable& kinds, const Marking& marking) : kinds_(kinds), marking_(marking) {
    for (std::size_t i = 0; i < pidun_kind_count(); ++i) {
      auto kind = sized<pidun_kind_info>();
      check(pidun_kind_at(i, &kind));
      rule_index_[kind.kind] = i;
    }
  }

  void begin_input(const std::string& path) override { uri_ = json_string(uri_of(path)); }

  void append(std::string& out, const FindingView& view) override {
    append_judgement(out, view);
    append_place(out, view);
    append_marks(out, view);
    out += '}';
  }

 private:
  void append_judgement(std::string& out, const FindingView& view) const {
    const pidun_finding& finding = view.finding();
    const KindInfo& kind = kinds_.at(finding.kind);
    out += ",\n{\"ruleId\":";
    append_json_string(out, kind.name);
    if (const auto index = rule_index_.find(finding.kind); index != rule_index_.end())
      fmt::format_to(std::back_inserter(out), R"(,"ruleIndex":{})", index->second);
    fmt::format_to(std::back_inserter(out), R"(,"level":"{}","message":{{"text":)", level(finding, kind.sensitive));
    append_json_string(out, fmt::format("{}: {}", lang() == Lang::kChinese ? kind.name_zh : kind.name,
                                        view.results.evidence(view.index)));
    fmt::format_to(std::back_inserter(out), R"(}},"properties":{{"tier":{},"confidence":{},"check":"{}")", finding.tier,
                   finding.confidence, check_name(finding.check));
    if ((finding.flags & PIDUN_FINDING_MASKED) != 0) out += R"(,"masked":true)";
    if ((finding.flags & PIDUN_FINDING_LOSSY) != 0) out += R"(,"lossy":true)";
    if ((finding.flags & PIDUN_FINDING_MINOR) != 0) out += R"(,"minor":true)";
    if ((finding.flags & PIDUN_FINDING_TEST_VALUE) != 0) out += R"(,"testValue":true)";
    out += '}';
  }

  void append_place(std::string& out, const FindingView& view) const {
    const pidun_finding& finding = view.finding();
    const pidun_location place = view.results.location(view.index);
    out += R"(,"locations":[{"physicalLocation":{"artifactLocation":{"uri":)";
    out += uri_;
    fmt::format_to(std::back_inserter(out),
                   R"(}},"region":{{"startLine":{},"startColumn":{},"byteOffset":{},"byteLength":{}}}}}}}])",
                   place.line, place.column_utf16, finding.begin, finding.end - finding.begin);
  }

  void append_marks(std::string& out, const FindingView& view) const {
    if (const std::string hex = marking_.fingerprint_hex(view.results, view.index); !hex.empty())
      fmt::format_to(std::back_inserter(out), R"(,"partialFingerprints":{{"pidun/v1":"{}"}})", hex);
    if (!marking_.has_suppressions()) return;
    out += R"(,"suppressions":[)";
    if (const SuppressionEntry* entry = marking_.entry_of(view.results, view.index)) {
      out += R"({"kind":"external","status":"accepted","justification":)";
      append_json_string(out, entry->reason);
      out += R"(,"properties":)";
      append_suppressed_json(out, *entry);
      out += '}';
    }
    out += ']';
  }

  // Tiers 50 and 500, and what is sensitive by itself, are errors; a value whose check fails and test data are notes.
  static const char* level(const pidun_finding& finding, char sensitive) {
    if (finding.check == PIDUN_CHECK_FAIL || (finding.flags & PIDUN_FINDING_TEST_VALUE) != 0) return "note";
    if (sensitive == 'Y' || (finding.tier != 0 && finding.tier <= 500)) return "error";
    return finding.tier != 0 ? "warning" : "note";
  }

  const KindTable& kinds_;
  const Marking& marking_;
  std::unordered_map<std::uint16_t, std::size_t> rule_index_;
  std::string uri_;
};

}  // namespace

std::unique_ptr<FindingFormat> make_sarif_format(const KindTable& kinds, const Marking& marking) {
  return std::make_unique<SarifFormat>(kinds, marking);
}

}  // namespace pidun::cli
