// Answers for differential tests: reads lines "WHAT HEX" and prints, for each, the decoded bytes and the source span of
// every one of them, as "HEX BEGIN-END,BEGIN-END,…" (an empty text as "-").
//   json percent form html qp base64 hex csv: that decoder on the whole text
// Driven by tests/differential/unwrap_vs_python.py.
#include <iostream>
#include <string>
#include <string_view>

#include "unwrap/decoders.h"
#include "unwrap/hex_digits.h"
#include "unwrap/runs.h"

namespace {

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (size_t at = 0; at + 2 <= hex.size(); at += 2) bytes += static_cast<char>(pidun::hex_number(hex, at, 2));
  return bytes;
}

bool decode(std::string_view what, std::string_view text, std::string& out, pidun::OffsetMap& map) {
  pidun::BackslashTraits traits;
  if (what == "json") return decode_backslashes(text, 0, out, map, traits), true;
  if (what == "percent") return decode_percent(text, 0, false, out, map), true;
  if (what == "form") return decode_percent(text, 0, true, out, map), true;
  if (what == "html") return decode_entities(text, 0, out, map), true;
  if (what == "qp") return decode_quoted_printable(text, 0, out, map), true;
  if (what == "base64") return decode_base64(text, 0, out, map), true;
  if (what == "hex") return decode_hex(text, 0, out, map), true;
  if (what == "csv") return decode_csv_quotes(text, 0, out, map), true;
  return false;
}

void answer(const std::string& decoded, const pidun::OffsetMap& map) {
  constexpr char kDigits[] = "0123456789abcdef";
  if (decoded.empty()) std::cout << '-';
  for (const char c : decoded)
    std::cout << kDigits[static_cast<uint8_t>(c) >> 4] << kDigits[static_cast<uint8_t>(c) & 15];
  std::cout << ' ';
  for (uint64_t i = 0; i < decoded.size(); ++i) {
    const pidun::Span span = map.source_of({i, i + 1});
    std::cout << (i == 0 ? "" : ",") << span.begin << '-' << span.end;
  }
  std::cout << '\n';
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const size_t space = line.find(' ');
    const std::string what = line.substr(0, space);
    const std::string text =
        bytes_of(space == std::string::npos ? std::string_view() : std::string_view(line).substr(space + 1));
    std::string decoded;
    pidun::OffsetMap map;
    if (!decode(what, text, decoded, map)) {
      std::cerr << "unknown decoder: " << what << '\n';
      return 2;
    }
    answer(decoded, map);
  }
  return 0;
}
