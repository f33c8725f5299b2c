// See unwrapped.h.
#include "unwrap/unwrapped.h"

#include <algorithm>
#include <numeric>

namespace pidun {
namespace {

uint8_t depth_of(const Unwrapped& unwrapped, const LayerFinding& finding) {
  return finding.layer == kInput ? 0 : unwrapped.layers[finding.layer].chain.size;
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// Whether `one` is to stay and `other`, of another layer and overlapping, to go.
bool beats(const Unwrapped& unwrapped, const LayerFinding& one, const LayerFinding& other) {
  if (one.confidence != other.confidence) return one.confidence > other.confidence;
  const uint8_t depth = depth_of(unwrapped, one), other_depth = depth_of(unwrapped, other);
  if (depth == other_depth) return one.layer < other.layer;
  return one.source == other.source ? depth < other_depth : depth > other_depth;
}

// Whether the layer is `ancestor` or was decoded from it, by however many steps.
bool descends(const Unwrapped& unwrapped, uint32_t layer, uint32_t ancestor) {
  while (layer != kInput && layer != ancestor) layer = unwrapped.layers[layer].parent;
  return layer == ancestor;
}

// Findings inside the characters of a decoded run that were not made of what it decodes to. `order` ascends by begin.
void drop_spellings(const Unwrapped& unwrapped, std::vector<LayerFinding>& findings, const std::vector<size_t>& order) {
  std::vector<uint32_t> runs;
  for (uint32_t i = 0; i < unwrapped.layers.size(); ++i)
    if (unwrapped.layers[i].run) runs.push_back(i);
  const auto outer = [&](uint32_t run) { return unwrapped.layers[run].outer; };
  std::sort(runs.begin(), runs.end(), [&](uint32_t a, uint32_t b) { return outer(a).begin < outer(b).begin; });
  size_t next = 0;
  std::vector<uint32_t> open;  // begun and not ended: one inside the other, so no more than layers are deep
  for (const size_t i : order) {
    LayerFinding& finding = findings[i];
    if (finding.encoded || (finding.layer != kInput && unwrapped.layers[finding.layer].told)) continue;
    for (; next < runs.size() && outer(runs[next]).begin <= finding.source.begin; ++next) open.push_back(runs[next]);
    std::erase_if(open, [&](uint32_t run) { return outer(run).end <= finding.source.begin; });
    for (const uint32_t run : open)
      if (finding.source.end <= outer(run).end && !descends(unwrapped, finding.layer, run)) finding.lost = true;
  }
}

}  // namespace

void Unwrapped::clear() {
  text.clear();
  map.clear();
  layers.clear();
  known.clear();
  pictures.clear();
  incomplete = 0;
}

uint32_t Unwrapped::layer_at(uint64_t offset) const {
  const auto behind = std::upper_bound(layers.begin(), layers.end(), offset,
                                       [](uint64_t wanted, const Layer& layer) { return wanted < layer.text.begin; });
  if (behind == layers.begin()) return kInput;
  const auto index = static_cast<uint32_t>(behind - layers.begin() - 1);
  return offset < layers[index].text.end ? index : kInput;
}

void settle_layers(const Unwrapped& unwrapped, std::vector<LayerFinding>& findings) {
  std::vector<size_t> order(findings.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return findings[a].source.begin < findings[b].source.begin; });
  drop_spellings(unwrapped, findings, order);
  for (size_t i = 0; i < order.size(); ++i) {
    LayerFinding& one = findings[order[i]];
    for (size_t j = i + 1; !one.lost && j < order.size(); ++j) {
      LayerFinding& other = findings[order[j]];
      if (other.source.begin >= one.source.end) break;
      if (other.lost || other.layer == one.layer || !overlap(one.source, other.source)) continue;
      (beats(unwrapped, one, other) ? other : one).lost = true;
    }
  }
}

}  // namespace pidun
