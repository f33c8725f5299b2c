// One JSON object a finding. The keys and their order are a promise; see the README beside this file.
#include <fmt/format.h>

#include "escape.h"
#include "finding_format.h"

namespace pidun::cli {
namespace {

class JsonlFormat : public FindingFormat {
 public:
  JsonlFormat(const KindTable& kinds, const Marking& marking, const Engine& engine)
      : kinds_(kinds), marking_(marking), engine_(engine) {}

  void begin_input(const std::string& path) override { path_ = json_string(path); }

  void append(std::string& out, const FindingView& view) override {
    append_place(out, view);
    append_judgement(out, view);
    append_account(out, view);
    out += "}\n";
  }

 private:
  void append_place(std::string& out, const FindingView& view) const {
    const pidun_finding& finding = view.finding();
    const pidun_location place = view.results.location(view.index);
    out += R"({"type":"finding","path":)";
    out += path_;
    out += R"(,"kind":)";
    append_json_string(out, kinds_.at(finding.kind).name);
    fmt::format_to(std::back_inserter(out), R"(,"offset":{},"length":{},"line":{},"column":{})", finding.begin,
                   finding.end - finding.begin, place.line, place.column);
  }

  void append_judgement(std::string& out, const FindingView& view) const {
    const pidun_finding& finding = view.finding();
    const KindInfo& kind = kinds_.at(finding.kind);
    fmt::format_to(std::back_inserter(out), R"(,"tier":{},"sensitive":{},"jrt0171":{},"gbt39725":{})", finding.tier,
                   sensitive_json(kind.sensitive), kind.jrt0171, kind.gbt39725);
    fmt::format_to(std::back_inserter(out), R"(,"confidence":{},"check":"{}","evidence":)", finding.confidence,
                   check_name(finding.check));
    append_json_string(out, view.results.evidence(view.index));
    if (view.value) {
      out += R"(,"value":)";
      append_json_string(out, *view.value);
    }
    out += (finding.flags & PIDUN_FINDING_MASKED) != 0 ? R"(,"masked":true)" : R"(,"masked":false)";
    if ((finding.flags & PIDUN_FINDING_LOSSY) != 0) out += R"(,"lossy":true)";
    if ((finding.flags & PIDUN_FINDING_MINOR) != 0) out += R"(,"minor":true)";
    if ((finding.flags & PIDUN_FINDING_TEST_VALUE) != 0) out += R"(,"test_value":true)";
    if (const SuppressionEntry* entry = marking_.entry_of(view.results, view.index)) {
      out += R"(,"suppressed":)";
      append_suppressed_json(out, *entry);
    }
  }

  void append_account(std::string& out, const FindingView& view) const {
    const char* rule = engine_.rule_id(view.finding().rule);
    out += R"(,"rule":)";
    append_json_string(out, rule != nullptr ? rule : "");
    if (const std::uint16_t also = view.results.also(view.index); also != 0) {
      out += R"(,"also":)";
      append_json_string(out, kinds_.at(also).name);
    }
    out += R"(,"chain":[)";
    append_list(out, [&](std::size_t n) { return view.results.chain(view.index, n); });
    out += R"(],"reasons":[)";
    append_list(out, [&](std::size_t n) { return view.results.reason(view.index, n); });
    out += ']';
    if (const std::string hex = marking_.fingerprint_hex(view.results, view.index); !hex.empty())
      fmt::format_to(std::back_inserter(out), R"(,"fingerprint":"{}")", hex);
  }

  template <typename Next>
  static void append_list(std::string& out, const Next& next) {
    for (std::size_t n = 0; const char* word = next(n); ++n) {
      if (n > 0) out += ',';
      append_json_string(out, word);
    }
  }

  const KindTable& kinds_;
  const Marking& marking_;
  const Engine& engine_;
  std::string path_;
};

}  // namespace

const char* check_name(std::uint8_t check) {
  if (check == PIDUN_CHECK_PASS) return "pass";
  return check == PIDUN_CHECK_FAIL ? "fail" : "none";
}

std::unique_ptr<FindingFormat> make_jsonl_format(const KindTable& kinds, const Marking& marking, const Engine& engine) {
  return std::make_unique<JsonlFormat>(kinds, marking, engine);
}

}  // namespace pidun::cli
