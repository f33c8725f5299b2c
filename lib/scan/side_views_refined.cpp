// Side views of what is disguised or in another charset: lines of the input and layers, folded and decoded.
// See side_views.h.
#include <algorithm>

#include "base/utf8.h"
#include "scan/input.h"
#include "scan/side_views.h"
#include "text/decoder.h"
#include "text/utf8.h"

namespace pidun {
namespace {

// Without the parts of characters that a cut left at either end.
std::string_view whole_characters(std::string_view text) {
  for (int cut = 0; cut < 3 && !text.empty() && is_continuation(text.front()); ++cut) text.remove_prefix(1);
  for (size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const size_t last = text.size() - back;
    if (is_continuation(text[last])) continue;
    const auto lead = static_cast<unsigned char>(text[last]);
    const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return length > back ? text.substr(0, last) : text;
  }
  return text;
}

}  // namespace

// Lines are seen as far as structure is known; no character depends on what is further away.
void SideViews::fold_lines(const Place& place, Values& values) {
  const Span range{before(place.segment.begin, kLookBehind), place.segment.end + kLookBehind};
  if (place.loud == nullptr) return fold_lines(place, range, values);
  for (const Span& loud : *place.loud)
    fold_lines(place, {std::max(loud.begin, range.begin), std::min(loud.end, range.end)}, values);
}

void SideViews::fold_lines(const Place& place, Span range, Values& values) {
  const std::string_view bytes = place.window.view(range);
  if (bytes.empty()) return;
  const std::string_view text = whole_characters(bytes);
  const uint64_t from = std::max(range.begin, place.window.begin());
  const uint64_t base = from + static_cast<uint64_t>(text.data() - bytes.data());
  for (Span lines = next_dirty_lines(text, 0); lines.size() != 0;) {
    Span next = next_dirty_lines(text, lines.end);
    for (; next.begin == lines.end && next.size() != 0; next = next_dirty_lines(text, lines.end)) lines.end = next.end;
    fold_line(text.substr(lines.begin, lines.size()), base + lines.begin, place.window, values);
    lines = next;
  }
}

void SideViews::fold_line(std::string_view line, uint64_t offset, const Window& window, Values& values) {
  folded_.clear();
  fold(line, offset, folded_);
  const Span outer{offset, offset + line.size()};
  disguised_.push_back(outer);
  append_view(kInput, folded_.text, folded_.map, outer, {Label::none, false, true, false});
  const uint64_t begin = unwrapped_.layers.back().text.begin;
  size_t near = 0;  // values are in order
  for (uint64_t at = outer.begin; at < outer.end;) {
    const Value value = values.next(window, at);
    const Span seen{std::max(value.begin, outer.begin), std::min(value.end, outer.end)};
    if (value.begin >= outer.end) break;
    at = std::max(seen.end, at + 1);
    if (seen.begin >= seen.end) continue;
    const Span text = folded_.map.derived_of(seen, near);
    if (text.size() != 0) values_.add_named({begin + text.begin, begin + text.end}, value.name, value.whole_line);
  }
}

// Whether a layer is in UTF-8 and undisguised because its source is; asked in order.
bool SideViews::is_as_source(const Layer& layer, const Place& place, size_t& next) const {
  if (!place.utf8 || layer.parent != kInput || layer.may_fold) return false;
  while (next < disguised_.size() && disguised_[next].end <= layer.outer.begin) ++next;
  return next == disguised_.size() || disguised_[next].begin >= layer.outer.end;
}

// What is not UTF-8 is decoded, what is disguised is folded: further views of the same layer.
void SideViews::refine_layers(const Place& place) {
  const auto first_made = static_cast<uint32_t>(unwrapped_.layers.size());
  constexpr size_t kFew = 32;
  size_t next = 0;  // layers ascend
  unproved_.clear();
  for (uint32_t i = 0; i < first_made; ++i)
    if (!states_[i].fold && !is_as_source(unwrapped_.layers[i], place, next)) unproved_.push_back(i);
  // They are mostly short, so that, of many, one look at all the text tells sooner that nothing is to be done.
  const bool clean = unproved_.size() > kFew && is_utf8_text(unwrapped_.text) && !needs_fold(unwrapped_.text);
  for (const uint32_t i : unproved_)
    if (unwrapped_.layers[i].utf8 || !decode_layer(i)) {
      if (!clean) fold_layer(i);
    }
  for (uint32_t i = first_made; i < unwrapped_.layers.size(); ++i)
    if (!states_[i].fold) fold_layer(i);  // what was decoded
}

void SideViews::fold_layer(uint32_t layer) {
  const Span span = unwrapped_.layers[layer].text;
  const auto bytes = std::string_view(unwrapped_.text).substr(span.begin, span.size());
  const std::string_view text = whole_characters(bytes);
  if (is_ascii(text) || !is_utf8_text(text) || !needs_fold(text)) return;
  folded_.clear();
  fold(text, span.begin + static_cast<uint64_t>(text.data() - bytes.data()), folded_);
  LayerState state = states_[layer];
  state.fold = true;
  append_view(layer, folded_.text, folded_.map, unwrapped_.layers[layer].outer, state);
  add_layer_value(static_cast<uint32_t>(unwrapped_.layers.size() - 1));
}

bool SideViews::decode_layer(uint32_t layer) {
  const Span span = unwrapped_.layers[layer].text;
  const auto bytes = std::string_view(unwrapped_.text).substr(span.begin, span.size());
  decoded_.clear();
  Decoder decoder(settle_charset(bytes.substr(0, kPreamble), "gb18030"));
  DecodedText part;
  const Window window(bytes, 0);
  while (decoder.offset() < bytes.size()) {
    const uint64_t from = decoder.offset();
    part.clear();
    const Stretch stretch = decoder.read(window, bytes.size(), true, part);
    if (decoder.offset() == from) break;
    if (stretch.plain) part.map.copy(stretch.input.begin, stretch.input.size());
    decoded_.map.append(part.map);
    decoded_.text += stretch.plain ? window.view(stretch.input) : std::string_view(part.text);
  }
  if (decoded_.text.empty()) return false;
  OffsetMap whole;
  whole.copy(span.begin, span.size());
  append_view(layer, decoded_.text, whole.compose(decoded_.map), unwrapped_.layers[layer].outer, states_[layer]);
  states_[layer].replaced = true;
  add_layer_value(static_cast<uint32_t>(unwrapped_.layers.size() - 1));
  return true;
}

}  // namespace pidun
