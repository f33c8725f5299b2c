// Where the bytes of a derived text (decoded, folded, unescaped) come from. A map is a list of pieces in order; each
// piece of the derived text stands byte for byte for a stretch of the source, or unit for unit (two bytes of GB18030
// for three of UTF-8, say), or as a whole for all of it. Pieces that go on alike are one piece.
// Example: "１38" folded to "138": replace({0, 3}, 1) then copy(3, 2); source_of({0, 2}) is {0, 4}.
// Tested in tests/unit/base/offset_map_test.cpp and tests/property/offset_map_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/window.h"

namespace pidun {

class OffsetMap {
 public:
  // The next `length` bytes of the derived text are source bytes [source, source + length).
  void copy(uint64_t source, uint64_t length) { repeat({source, source + length}, 1, 1); }
  // The next bytes of the derived text: each `from` source bytes, one after another, became `to` bytes of it.
  // `source` is a multiple of `from`; both are at least 1. A unit leads, as a whole, to its source.
  void repeat(Span source, uint32_t from, uint32_t to) {
    if (source.size() == 0) return;
    Piece* last = pieces_.empty() ? nullptr : &pieces_.back();
    if (last != nullptr && last->from == from && last->to == to && last->source.end == source.begin) {
      last->source.end = source.end;
    } else {
      pieces_.push_back({size_, source, from, to});
    }
    size_ += from == 1 ? source.size() * to : source.size() / from * to;
  }
  // The next `length` bytes of the derived text stand, as a whole, for `source`. Length 0 says that source bytes
  // were dropped: they then belong to neither neighbour.
  void replace(Span source, uint64_t length);
  void clear();
  // Takes back all derived bytes but the first `size`, which must end where a unit ends.
  void truncate(uint64_t size);

  // Bytes of the derived text so far.
  uint64_t size() const { return size_; }
  bool empty() const { return pieces_.empty(); }
  // How many pieces: what the map costs.
  size_t pieces() const { return pieces_.size(); }
  // The smallest source range that a non-empty range of the derived text comes from. A byte of a replaced piece comes
  // from all of its source. Bytes that were dropped inside the range are inside the answer; those at its borders not.
  Span source_of(Span derived) const;
  // The smallest derived range that holds all that comes from a non-empty range of source bytes; empty if nothing does.
  Span derived_of(Span source) const;
  // The map of a text derived from this map's derived text: leads from there to this map's source.
  OffsetMap compose(const OffsetMap& next) const;

 private:
  struct Piece {
    uint64_t derived = 0;  // where it begins in the derived text; it ends where the next one begins
    Span source;
    uint32_t from = 0;  // bytes of a unit in the source; 0 = the piece is one unit, however long
    uint32_t to = 0;    // and in the derived text
  };
  uint64_t end_of(size_t piece) const { return piece + 1 < pieces_.size() ? pieces_[piece + 1].derived : size_; }
  size_t piece_at(uint64_t derived) const;
  Span source_of_part(size_t piece, uint64_t begin, uint64_t end) const;
  void add_part(const OffsetMap& own, size_t piece, uint64_t begin, uint64_t end);
  void add_units(const OffsetMap& own, const Piece& units);

  std::vector<Piece> pieces_;  // ascending, none without derived bytes
  uint64_t size_ = 0;
};

}  // namespace pidun
