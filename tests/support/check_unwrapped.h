// What holds of everything the unwrapper gives, whatever the input. Used by tests/property/unwrap_test.cpp and
// fuzz/fuzz_unwrap.cpp.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "unwrap/unwrapper.h"

namespace pidun::testing {

inline std::string check_layer(const Unwrapped& out, uint32_t i, const UnwrapLimits& limits, Span input) {
  const Layer& layer = out.layers[i];
  if (layer.text.size() == 0 || layer.text.end >= out.text.size()) return "a layer has text";
  if (i > 0 && layer.text.begin != out.layers[i - 1].text.end + 1) return "layers stand one behind the other";
  if (out.text[layer.text.end] != '\0') return "a NUL parts layers";
  if (out.layer_at(layer.text.begin) != i || out.layer_at(layer.text.end - 1) != i) return "a layer is found by offset";
  if (out.layer_at(layer.text.end) != kInput) return "the parting byte is in no layer";
  if (layer.outer.begin < input.begin || layer.outer.end > input.end) return "an outer span is in the input";
  const Span source = out.map.source_of(layer.text);
  if (source.begin < layer.outer.begin || source.end > layer.outer.end) return "text comes from the outer span";
  if (layer.text.size() > source.size()) return "no encoding makes text longer";
  if (layer.depth > limits.depth || layer.chain.size < layer.depth) return "a layer is no deeper than the limit";
  if (layer.parent != kInput && (layer.parent >= i || out.layers[layer.parent].chain.size + 1 != layer.chain.size))
    return "a layer comes behind its parent";
  return out.layers[layer.root].below <= limits.value_bytes ? "" : "a value stays in its budget";
}

// Empty if all is well.
inline std::string check_unwrapped(const Unwrapped& out, const UnwrapLimits& limits, Span input) {
  if (out.map.size() != out.text.size()) return "the map is as long as the text";
  if (out.text.size() > limits.segment_bytes) return "a segment stays in its budget";
  for (uint32_t i = 0; i < out.layers.size(); ++i) {
    const std::string wrong = check_layer(out, i, limits, input);
    if (!wrong.empty()) return wrong;
  }
  return "";
}

// All that a segment gives, as one string, to be compared.
inline std::string described(const Unwrapped& out, const UnwrapState& state) {
  std::string text = out.text + "/" + std::to_string(out.incomplete);
  const auto add = [&](uint64_t number) { text += " " + std::to_string(number); };
  for (const Layer& layer : out.layers) {
    for (const uint64_t number : {layer.text.begin, layer.text.end, layer.outer.begin, layer.outer.end}) add(number);
    for (size_t i = 0; i < layer.chain.size; ++i) add(static_cast<uint64_t>(layer.chain.encodings[i]));
    for (uint64_t at = layer.text.begin; at < layer.text.end; ++at) add(out.map.source_of({at, at + 1}).begin);
  }
  for (const uint64_t number :
       {uint64_t{state.open}, uint64_t{state.hex}, state.begin, state.restart, state.line_length})
    add(number);
  return text;
}

// Unwraps the input in segments of `step` bytes, each in a window of its own bytes with `context` on either side that
// nothing else surrounds; checks every segment and gives all of it.
inline std::string unwrap_segments(std::string_view input, uint64_t step, uint64_t context, const UnwrapLimits& limits,
                                   ValueBorders* borders, std::string& wrong) {
  Unwrapper unwrapper(limits), skipper(limits);
  UnwrapState state, skipped;
  Unwrapped out;
  std::string all;
  for (uint64_t at = 0; at < input.size(); at += step) {
    const uint64_t end = std::min<uint64_t>(input.size(), at + step);
    const uint64_t from = at > context ? at - context : 0;
    const std::string_view part = input.substr(from, end - from + context);
    const std::unique_ptr<char[]> exact(new char[part.size()]);  // a sanitizer sees the first byte past it
    std::copy(part.begin(), part.end(), exact.get());
    const Window window({exact.get(), part.size()}, from);
    skipper.skip(skipped, window, at, end);
    unwrapper.unwrap(state, window, at, end, borders, out);
    if (!(skipped == state)) wrong = "skipping brings the state where unwrapping does";
    const std::string fault = check_unwrapped(out, limits, {0, input.size()});
    if (!fault.empty()) wrong = fault;
    all += described(out, state) + "\n";
  }
  return all;
}

}  // namespace pidun::testing
