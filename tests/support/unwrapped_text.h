// Reading what the unwrapper gives, in words that a table of cases can hold.
#pragma once

#include <string>
#include <string_view>

#include "unwrap/unwrapped.h"

namespace pidun::testing {

inline std::string chain_text(const Chain& chain) {
  std::string text;
  for (size_t i = 0; i < chain.size; ++i) text += (i == 0 ? "" : " ") + std::string(encoding_name(chain.encodings[i]));
  return text;
}

inline std::string layer_text(const Unwrapped& out, size_t layer) {
  const Span span = out.layers[layer].text;
  return out.text.substr(span.begin, span.size());
}

// The bytes of `input`, which begins at offset `base`, that spell the first `found` of a layer; "(none)" without one.
inline std::string source_text(const Unwrapped& out, size_t layer, std::string_view found, std::string_view input,
                               uint64_t base) {
  const Span text = out.layers[layer].text;
  const size_t at = std::string_view(out.text).substr(0, text.end).find(found, text.begin);
  if (at == std::string_view::npos) return "(none)";
  const Span source = out.map.source_of({at, at + found.size()});
  return std::string(input.substr(source.begin - base, source.size()));
}

}  // namespace pidun::testing
