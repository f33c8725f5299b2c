// Strings of JSON with escapes, which are searched with the escapes undone alone, against a search of their bytes as
// well: what was found there is found all the same, as it stands there.
#include <catch2/catch.hpp>
#include <string>

#include "property/made_values.h"
#include "scan/examples.h"
#include "scan/scan_decoded.h"
#include "support/rounds.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

std::string word(Random& random, bool labels) {
  constexpr const char* kWords[] = {"and the ", "王伟，", "for Example ",     "，", "a", "-", " ", "1",
                                    "x@",       "@b.cn ", "https://a.cn/b?c="};
  constexpr const char* kLabels[] = {"手机 ", "电话：", "姓名：", "订单号：", "phone: ", "id=", "住在"};
  return std::string(labels && random.one_in(2) ? random.of(kLabels) : random.of(kWords));
}

std::string piece(Random& random, bool labels) {
  constexpr const char* kEscapes[] = {" \\n ", " \\r\\n ", " \\\" ", " \\/ ", " \\t "};
  switch (random.below(8)) {
    case 0:
      return resident_id(random);
    case 1:
      return mobile(random);
    case 2:
      return card(random);
    case 3:
    case 4:
      return std::string(random.of(kEscapes));
    case 5:
      return random.one_in(20) ? std::string(600 + random.below(3000), 'w') : " ";
    default:
      return word(random, labels);
  }
}

std::string document(uint64_t seed, bool labels) {
  constexpr const char* kKeys[] = {"phone", "name", "id_card", "text", "remark", "a", "order_no"};
  Random random(seed);
  std::string text;
  for (size_t objects = 1 + random.below(40); objects > 0; --objects) {
    text += '{';
    for (size_t values = 1 + random.below(6); values > 0; --values) {
      (text += '"') += random.of(kKeys);
      text += "\":\"";
      for (size_t pieces = random.below(12); pieces > 0; --pieces) text += piece(random, labels);
      text += values > 1 ? "\"," : "\"";
    }
    text += "}\n";
  }
  return text;
}

struct Compared {
  size_t same = 0, lost = 0, other = 0;
  std::string first;  // that is not the same
};

class Both {
 public:
  void compare(const std::string& text) {
    const Findings covered = scanned(text, false), all = scanned(text, true);
    size_t next = 0;
    for (const pidun_finding& wanted : all.items) {
      while (next < covered.size() && covered.items[next].begin < wanted.begin) ++next;
      const bool found = next < covered.size() && covered.items[next].begin == wanted.begin;
      const pidun_finding& one = found ? covered.items[next] : wanted;
      const bool same = found && one.end == wanted.end && one.kind == wanted.kind &&
                        one.confidence == wanted.confidence && one.depth == 0;
      ++(same ? compared.same : found ? compared.other : compared.lost);
      if (same || !compared.first.empty()) continue;
      compared.first = "kind " + std::to_string(wanted.kind) + ": " + text.substr(wanted.begin, 40);
    }
  }
  Compared compared;

 private:
  Findings scanned(const std::string& text, bool search_covered) {
    ScanSettings settings;
    settings.format = FormatHint::json;
    settings.search_covered = search_covered;
    Findings found;
    scan_decoded(*engine_, *runner_, text, settings, {}, found);
    return found;
  }

  RuleErrors errors_;
  std::unique_ptr<Engine> engine_ = load_engine({}, errors_);
  std::unique_ptr<Runner> runner_ = Runner::create(*engine_);
};

}  // namespace

TEST_CASE("covered strings: all that a search of the bytes finds is found with escapes undone", "[covered_strings]") {
  Both both;
  for (uint64_t seed = 0; seed < rounds(600); ++seed) both.compare(document(seed, false));
  INFO(both.compared.first);
  CHECK(both.compared.same > rounds(20000));
  CHECK(both.compared.lost + both.compared.other == 0);
}

// An escape may part a label from its value, or join them.
TEST_CASE("covered strings: with labels about, nearly all is found as it was", "[covered_strings]") {
  Both both;
  for (uint64_t seed = 0; seed < rounds(600); ++seed) both.compare(document(seed, true));
  INFO(both.compared.first);
  CHECK(both.compared.same > rounds(20000));
  CHECK(both.compared.lost * 1000 < both.compared.same);
  CHECK(both.compared.other * 100 < both.compared.same);
}
