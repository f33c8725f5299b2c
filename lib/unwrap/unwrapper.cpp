// The order of unwrapping, escapes, and what all layers share. Runs are in unwrapper_runs.cpp. See unwrapper.h.
#include "unwrap/unwrapper.h"

#include <algorithm>

#include "unwrap/base64_groups.h"
#include "unwrap/decoded_writer.h"
#include "unwrap/decoders.h"

namespace pidun {
namespace {

// What any decoder may write behind what it decodes.
constexpr size_t kMostSlack = std::max(DecodedWriter::kSlack, kBase64Slack);

// All of one text is one value.
class OneValue : public ValueBorders {
 public:
  OneValue(EncodedValue value, Span span) : value_(value) { value_.span = span; }
  EncodedValue at(uint64_t) override { return value_; }

 private:
  EncodedValue value_;
};

// The layers of one generation, each a value of lines.
class LayerBorders : public ValueBorders {
 public:
  explicit LayerBorders(const Unwrapped& unwrapped) : unwrapped_(unwrapped) {}
  EncodedValue at(uint64_t offset) override {
    const uint32_t layer = unwrapped_.layer_at(offset);
    return {layer == kInput ? Span{} : unwrapped_.layers[layer].text, true, false, false};
  }

 private:
  const Unwrapped& unwrapped_;
};

}  // namespace

Unwrapper::Unwrapper(const UnwrapLimits& limits) : limits_(limits) {
  limits_.depth = std::min<uint8_t>(limits_.depth, kDeepestChain - 1);
}

void Unwrapper::start(Unwrapped& out) {
  out.clear();
  escaped_pictures_.clear();
  out_ = &out;
  decode_ = true;
}

// Spots up to kUnwrapReach outside the segment count, and each is seen with as much around it.
Unwrapper::Unit Unwrapper::unit_of(const Window& window, uint64_t begin, uint64_t end) const {
  Unit unit;
  unit.base = std::max(before(begin, 2 * kUnwrapReach), window.begin());
  unit.text = window.view(unit.base, end + 2 * kUnwrapReach);
  unit.input = true;
  unit.from = static_cast<size_t>(begin - unit.base);
  unit.to = static_cast<size_t>(end - unit.base);
  return unit;
}

void Unwrapper::unwrap(UnwrapState& state, const Window& window, uint64_t begin, uint64_t end, ValueBorders* borders,
                       Unwrapped& out, const std::vector<Span>* loud) {
  start(out);
  Unit unit = unit_of(window, begin, end);
  unit.state = &state;
  if (!state.open) unit.loud = loud;
  unwrap_unit(unit, borders);
  unwrap_layers();
}

void Unwrapper::skip(UnwrapState& state, const Window& window, uint64_t begin, uint64_t end) {
  Unwrapped none;
  start(none);
  decode_ = false;
  Unit unit = unit_of(window, begin, end);
  unit.state = &state;
  spots_.find(unit.text);
  collect_candidates(unit);
  undo_runs(unit);
  out_ = nullptr;
}

void Unwrapper::unwrap_value(std::string_view value, uint64_t base, const EncodedValue& kind, Unwrapped& out) {
  start(out);
  Unit unit;
  unit.text = value;
  unit.base = base;
  unit.input = true;
  unit.to = value.size();
  OneValue borders(kind, {base, base + value.size()});
  unwrap_unit(unit, &borders);
  // Neither a plus nor a doubled quote is a spot.
  const bool undone = std::any_of(out.layers.begin(), out.layers.end(), [](const Layer& layer) { return !layer.run; });
  next_candidate_ = 0;
  if (!undone && ((kind.form && value.find('+') != std::string_view::npos) || kind.csv_quoted))
    undo_stretch(unit, {0, value.size(), static_cast<uint8_t>(kind.form ? kPercents : 0), kind.csv_quoted, kind.form});
  unwrap_layers();
}

void Unwrapper::unwrap_layers() {
  LayerBorders borders(*out_);
  size_t next = 0;  // of the layers
  for (uint64_t done = 0; done < out_->text.size();) {
    Unit unit;
    unit.text = std::string_view(out_->text).substr(done);
    unit.base = done;
    unit.to = unit.text.size();
    done = out_->text.size();
    loud_.clear();
    for (; next < out_->layers.size(); ++next)
      if (out_->layers[next].may_encode) loud_.push_back(out_->layers[next].text);
    unit.loud = &loud_;
    if (!loud_.empty()) unwrap_unit(unit, &borders);
  }
}

uint32_t Unwrapper::layer_at(const Unit& unit, size_t at) const {
  return unit.input ? kInput : out_->layer_at(unit.base + at);
}

uint8_t Unwrapper::depth_at(const Unit& unit, size_t at) const {
  return unit.input ? uint8_t{0} : out_->layers[layer_at(unit, at)].depth;
}

void Unwrapper::unwrap_unit(const Unit& unit, ValueBorders* borders) {
  if (unit.loud != nullptr) {
    spots_.find(unit.text, unit.base, *unit.loud);
  } else {
    spots_.find(unit.text);
  }
  backslashes_ = BackslashPlaces(spots_.words());
  collect_candidates(unit);
  undo_escapes(unit, borders);
  undo_runs(unit);
}

void Unwrapper::undo_escapes(const Unit& unit, ValueBorders* borders) {
  if (spots_.words().empty()) return;
  const size_t from = unit.from > kUnwrapReach ? unit.from - kUnwrapReach : 0;
  find_stretches(unit.text, unit.base, spots_, from, unit.to + kUnwrapReach, borders, stretches_);
  for (const EscapeStretch& stretch : stretches_) undo_stretch(unit, stretch);
}

bool Unwrapper::decode_stretch(const Unit& unit, const EscapeStretch& stretch, uint8_t kind, Encoding& encoding,
                               BackslashTraits& traits) {
  const std::string_view text = unit.text.substr(stretch.begin, stretch.end - stretch.begin);
  const uint64_t base = unit.base + stretch.begin;
  switch (kind) {
    case kBackslashes: {
      traits = {false, stretch.kinds != kBackslashes, false};
      const bool changed =
          decode_backslashes(unit.text, stretch.begin, stretch.end, base, backslashes_, out_->text, step_, traits);
      encoding = traits.beyond_json ? Encoding::js_escape : Encoding::json_escape;
      return changed;
    }
    case kQuoted:
      encoding = Encoding::quoted_printable;
      return decode_quoted_printable(text, base, out_->text, step_);
    case kPercents:
      encoding = Encoding::percent;
      return decode_percent(text, base, stretch.form, out_->text, step_);
    case kEntities:
      encoding = Encoding::html_entity;
      return decode_entities(text, base, out_->text, step_);
    default:
      encoding = Encoding::csv_quotes;
      return decode_csv_quotes(text, base, out_->text, step_);
  }
}

void Unwrapper::undo_stretch(const Unit& unit, const EscapeStretch& stretch) {
  constexpr uint8_t kCsvQuotes = 0;
  for (const uint8_t kind :
       {kCsvQuotes, uint8_t{kBackslashes}, uint8_t{kQuoted}, uint8_t{kPercents}, uint8_t{kEntities}}) {
    if (kind == kCsvQuotes ? !stretch.csv_quoted : (stretch.kinds & kind) == 0) continue;
    if (!within_budget(unit, stretch.begin, stretch.end - stretch.begin)) return;
    const uint64_t start = out_->text.size();
    step_.clear();
    Encoding encoding{};
    BackslashTraits traits{false, true, true};  // what may be, of other escapes
    const bool changed = decode_stretch(unit, stretch, kind, encoding, traits) && out_->text.size() > start;
    if (!changed) {
      take_back(start);
      continue;
    }
    if (depth_at(unit, stretch.begin) >= limits_.depth) {
      take_back(start);
      out_->incomplete |= kUnwrapDepth;
      return;
    }
    // Bytes spelt one by one need not be UTF-8; the other encodings spell characters.
    const bool bytes =
        encoding == Encoding::percent || encoding == Encoding::js_escape || encoding == Encoding::quoted_printable;
    const bool utf8 = !bytes || valid_utf8(std::string_view(out_->text).substr(start));
    const auto first_known = static_cast<uint32_t>(out_->known.size());
    traits.may_encode |= note_candidates(unit, stretch, start);
    finish_layer(layer_at(unit, stretch.begin), {unit.base + stretch.begin, unit.base + stretch.end}, start, encoding,
                 false, utf8);
    Layer& layer = out_->layers.back();
    layer.first_known = first_known;
    layer.known_count = static_cast<uint32_t>(out_->known.size()) - first_known;
    layer.may_encode = traits.may_encode;
    layer.may_fold = traits.may_fold;
    return;
  }
}

// Which runs of the stretch came through unchanged, with their neighbours: these are dealt with here, and known in the
// layer; the others, if there are any, are dealt with there.
bool Unwrapper::note_candidates(const Unit& unit, const EscapeStretch& stretch, uint64_t start) {
  bool any_left = false;
  // Stretches ascend; a run that lies in two of them, between their escapes, is met twice.
  while (next_candidate_ < candidates_.size() && candidates_[next_candidate_].end <= stretch.begin) ++next_candidate_;
  for (auto it = candidates_.begin() + static_cast<std::ptrdiff_t>(next_candidate_);
       it != candidates_.end() && it->begin < stretch.end; ++it) {
    if (it->end <= stretch.begin) continue;
    const size_t begin = std::max(stretch.begin, it->begin), end = std::min(stretch.end, it->end);
    const size_t back = begin > stretch.begin ? 1 : 0, more = end < stretch.end ? 1 : 0;
    const Span wide{unit.base + begin - back, unit.base + end + more};
    const Span derived = step_.derived_of(wide);
    if (derived.size() == wide.size() && step_.bytewise(derived)) {
      out_->known.push_back({start + derived.begin + back, start + derived.end - more});
    } else {
      it->left_until = stretch.end;
      it->left_from = stretch.begin;
      any_left = true;
    }
  }
  return any_left;
}

bool Unwrapper::within_budget(const Unit& unit, size_t at, uint64_t bytes) {
  const uint32_t layer = layer_at(unit, at);
  const uint64_t below = layer == kInput ? 0 : out_->layers[out_->layers[layer].root].below;
  if (out_->text.size() + bytes < limits_.segment_bytes && below + bytes <= limits_.value_bytes) {
    // Layers are read while others are appended: the text must not move.
    out_->text.reserve(limits_.segment_bytes + kMostSlack);
    return true;
  }
  out_->incomplete |= kUnwrapBudget;
  return false;
}

void Unwrapper::finish_layer(uint32_t parent, Span outer, uint64_t start, Encoding encoding, bool run, bool utf8) {
  const auto index = static_cast<uint32_t>(out_->layers.size());
  Layer& layer = out_->layers.emplace_back();  // filled in place: there are many small ones
  layer.text = {start, out_->text.size()};
  layer.outer = outer;
  layer.parent = parent;
  layer.run = run;
  layer.utf8 = utf8;
  layer.root = index;
  if (parent == kInput) {
    out_->map.append(step_);
  } else {
    const Layer& above = out_->layers[parent];
    layer.chain = above.chain;
    layer.root = above.root;
    layer.depth = above.depth;
    layer.outer = out_->map.source_of(outer);
    out_->map.append_derived(step_);
  }
  layer.chain.add(encoding);
  if (encoding != Encoding::csv_quotes) ++layer.depth;
  out_->layers[layer.root].below += layer.text.size();
  out_->text += '\0';
  out_->map.replace({layer.outer.end, layer.outer.end}, 1);
}

}  // namespace pidun
