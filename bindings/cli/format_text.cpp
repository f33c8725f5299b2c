// path:line:column: kind tier confidence check evidence, as editors and grep users read it.
// Columns count bytes from 1. Control bytes are escaped, so a line is always a line.
#include <fmt/format.h>

#include "escape.h"
#include "finding_format.h"
#include "messages.h"

namespace pidun::cli {
namespace {

class TextFormat : public FindingFormat {
 public:
  TextFormat(const KindTable& kinds, const Marking& marking, bool color)
      : kinds_(kinds), marking_(marking), color_(color) {}

  void begin_input(const std::string& path) override { path_ = paint(kMagenta, printable(path)); }

  void append(std::string& out, const FindingView& view) override {
    const pidun_finding& finding = view.finding();
    const pidun_location place = view.results.location(view.index);
    const KindInfo& kind = kinds_.at(finding.kind);
    out += fmt::format("{}:{}:{}: ", path_, paint(kGreen, std::to_string(place.line)), place.column);
    out += paint(kBold, kind.name);
    if (lang() == Lang::kChinese) out += fmt::format(" ({})", kind.name_zh);
    out += fmt::format(" tier={} confidence={} check=", finding.tier, finding.confidence);
    out += finding.check == PIDUN_CHECK_FAIL ? paint(kYellow, check_name(finding.check)) : check_name(finding.check);
    out += ' ';
    out += paint(kRed, printable(view.value ? *view.value : view.results.evidence(view.index)));
    if ((finding.flags & PIDUN_FINDING_MASKED) != 0) out += " [masked]";
    if ((finding.flags & PIDUN_FINDING_LOSSY) != 0) out += " [lossy]";
    if ((finding.flags & PIDUN_FINDING_MINOR) != 0) out += " [minor]";
    if ((finding.flags & PIDUN_FINDING_TEST_VALUE) != 0) out += " [test value]";
    if (const SuppressionEntry* entry = marking_.entry_of(view.results, view.index))
      out += fmt::format(" [suppressed: {}]", printable(entry->reason));
    if (const std::string hex = marking_.fingerprint_hex(view.results, view.index); !hex.empty())
      out += " fingerprint=" + hex;
    out += '\n';
  }

 private:
  static constexpr const char* kRed = "1;31";
  static constexpr const char* kGreen = "32";
  static constexpr const char* kYellow = "33";
  static constexpr const char* kMagenta = "35";
  static constexpr const char* kBold = "1";

  std::string paint(const char* code, const std::string& word) const {
    return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, word) : word;
  }

  const KindTable& kinds_;
  const Marking& marking_;
  bool color_;
  std::string path_;
};

}  // namespace

std::unique_ptr<FindingFormat> make_text_format(const KindTable& kinds, const Marking& marking, bool color) {
  return std::make_unique<TextFormat>(kinds, marking, color);
}

}  // namespace pidun::cli
