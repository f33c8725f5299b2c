// Fuzz target of pidun_scan: the first bytes choose options, the rest is the input. Whatever it is: findings ascend,
// do not overlap and lie inside, their confidence is what was asked for, and no evidence repeats a value.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "pidun/pidun.hpp"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

constexpr const char* kLabels[] = {nullptr, "手机号", "sfzh", "order_no", "card_no", "email", "", "统一社会信用代码"};

pidun_scan_options options_of(const uint8_t* choices) {
  auto options = pidun::default_options();
  options.format = choices[0] % 7;
  options.flags = choices[0] >> 7;
  options.min_confidence = choices[1] % 101;
  options.label = kLabels[choices[2] & 7];
  options.max_findings = choices[2] >> 3 == 31 ? 3 : 0;
  options.max_bytes = choices[3] >= 128 ? choices[3] - 100u : 0;
  options.threads = choices[3] % 3;
  return options;
}

// Letters and digits alone: how evidence is written.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += c;
  return out;
}

void check_evidence(std::string_view value, const std::string& evidence, bool kept) {
  require(kept || evidence.empty());
  if (!kept) return;
  require(!evidence.empty());
  require(evidence.find('*') != std::string::npos);
  require(evidence.find(value) == std::string::npos);
  // What is left of a disguised value may be what evidence shows of it.
  const bool bare =
      std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (bare) require(evidence.find(plain(value)) == std::string::npos);
}

// Surely taken as it is: what is no UTF-8 may be another charset, and what has control bytes UTF-16.
bool is_own_text(std::string_view input) {
  while (!input.empty()) {
    const pidun::CodePoint c = pidun::decode_utf8(input);
    const bool control = c.value < 0x20 && c.value != '\n' && c.value != '\r' && c.value != '\t';
    if (c.bytes == 0 || control) return false;
    input.remove_prefix(c.bytes);
  }
  return true;
}

// Counted again from the start.
void check_place(const pidun::Results& results, size_t i, std::string_view input) {
  const pidun_finding& finding = results[i];
  const pidun_location at = results.location(i);
  const std::string_view before = input.substr(0, finding.begin);
  require(at.line == 1 + static_cast<uint64_t>(std::count(before.begin(), before.end(), '\n')));
  const uint64_t line = before.rfind('\n') + 1;
  require(at.column == finding.begin - line + 1);
  uint64_t points = 0, utf16 = 0;
  const uint64_t column = at.column - 1;
  require(pidun_convert_offsets(input.data() + line, column, &column, 1, &points, &utf16) == PIDUN_OK);
  require(at.column_points == points + 1 && at.column_utf16 == utf16 + 1);
}

void check_finding(const pidun::Results& results, size_t i, std::string_view input, const pidun_scan_options& options) {
  const pidun_finding& finding = results[i];
  const uint64_t floor = i == 0 ? 0 : results[i - 1].end;
  require(finding.begin >= floor && finding.begin < finding.end && finding.end <= input.size());
  require(finding.outer_begin <= finding.begin && finding.end <= finding.outer_end &&
          finding.outer_end <= input.size());
  size_t links = 0;
  while (results.chain(i, links) != nullptr) ++links;
  require(finding.depth <= 3 && finding.depth <= links && links <= 8);
  if (links == 0) require(finding.outer_begin == finding.begin && finding.outer_end == finding.end);
  require(finding.confidence <= 100);
  require(finding.confidence >= (options.min_confidence != 0 ? options.min_confidence : 50));
  require(finding.slice == 0 && finding.check <= PIDUN_CHECK_FAIL);
  for (const uint8_t zero : finding.reserved) require(zero == 0);
  auto kind = pidun::sized<pidun_kind_info>();
  require(pidun_kind_get(finding.kind, &kind) == PIDUN_OK && kind.tier == finding.tier);
  require(results.reason(i, 0) != nullptr && results.reason(i, 64) == nullptr);
  const std::string_view value = input.substr(finding.begin, finding.end - finding.begin);
  if (links == 0) check_evidence(value, results.evidence(i), (options.flags & PIDUN_SCAN_NO_EVIDENCE) == 0);
  if (is_own_text(input)) check_place(results, i, input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kChoices = 4;
  if (size < kChoices || size > 32768) return 0;
  static const pidun::Engine engine;
  static pidun::Scratch scratch(engine);
  static pidun::Results results;
  const std::string_view input(reinterpret_cast<const char*>(data) + kChoices, size - kChoices);
  const pidun_scan_options options = options_of(data);
  const pidun_status status = scratch.scan(input.data(), input.size(), options, results);
  require(status == (results.incomplete() != 0 ? PIDUN_INCOMPLETE : PIDUN_OK));
  require(options.max_bytes == 0 || results.bytes() <= options.max_bytes);
  require(options.max_findings == 0 || results.size() <= options.max_findings);
  for (size_t i = 0; i < results.size(); ++i) {
    check_finding(results, i, input, options);
    require(options.max_bytes == 0 || results[i].end <= options.max_bytes);
  }
  return 0;
}
