// The encodings that are undone, and chains of them. Names are those of finding reports.
// Example: a percent-encoded value inside a JSON string has the chain json_escape, percent.
// Tested in tests/unit/unwrap/unwrapper_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace pidun {

enum class Encoding : uint8_t {
  csv_quotes,
  json_escape,
  js_escape,
  percent,
  html_entity,
  quoted_printable,
  base64,
  data_uri,
  hex
};

constexpr const char* encoding_name(Encoding encoding) {
  constexpr const char* kNames[] = {"csv_quotes",       "json_escape", "js_escape", "percent", "html_entity",
                                    "quoted_printable", "base64",      "data_uri",  "hex"};
  return kNames[static_cast<size_t>(encoding)];
}

inline constexpr size_t kDeepestChain = 8;

// Outermost first.
struct Chain {
  std::array<Encoding, kDeepestChain> encodings{};
  uint8_t size = 0;
  void add(Encoding next) {
    if (size < kDeepestChain) encodings[size++] = next;
  }
};

}  // namespace pidun
