// Which values are worth looking at, by the label over them: how many bytes one can have at least and at most.
// Nearly every cell of a table is turned away or let through by this alone.
// Example: where a form of 11 bytes and a field of 2 to 128 stand under one label, of(label) is 2 to 128.
// Tested in tests/unit/detect/values_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "detect/labels.h"

namespace pidun {

class LabelBounds {
 public:
  struct Bounds {
    uint32_t least = UINT32_MAX, most = 0;  // bytes; of a label whose values are never whole ones, none fits
    bool wanted = false;
    bool fit(uint64_t bytes) const { return bytes >= least && bytes <= most; }
  };

  // Values of so many bytes too.
  void add(Label label, size_t least, size_t most) {
    std::vector<Bounds>& list = is_custom(label) ? custom_ : builtin_;
    const size_t place = place_of(label);
    if (list.size() <= place) list.resize(place + 1);
    Bounds& bounds = list[place];
    bounds.wanted = true;
    bounds.least = std::min(bounds.least, clipped(least));
    bounds.most = std::max(bounds.most, clipped(most));
  }
  Bounds of(Label label) const {
    const std::vector<Bounds>& list = is_custom(label) ? custom_ : builtin_;
    const size_t place = place_of(label);
    return place < list.size() ? list[place] : Bounds{};
  }
  bool wants(Label label) const { return of(label).wanted; }
  bool empty() const { return builtin_.empty() && custom_.empty(); }

 private:
  static bool is_custom(Label label) { return static_cast<uint16_t>(label) >= kFirstCustomKind; }
  static size_t place_of(Label label) {
    return static_cast<uint16_t>(label) - (is_custom(label) ? size_t{kFirstCustomKind} : 0);
  }
  static uint32_t clipped(size_t bytes) { return static_cast<uint32_t>(std::min<size_t>(bytes, UINT32_MAX)); }

  std::vector<Bounds> builtin_, custom_;
};

}  // namespace pidun
