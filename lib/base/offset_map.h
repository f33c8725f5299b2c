// Where the bytes of a derived text (decoded, folded, unescaped) come from. A map is a list of pieces in order; each
// piece of the derived text either stands byte for byte for a stretch of the source, or as a whole for all of it.
// Example: "１38" folded to "138": replace({0, 3}, 1) then copy(3, 2); source_of({0, 2}) is {0, 4}.
// Tested in tests/unit/base/offset_map_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/window.h"

namespace pidun {

class OffsetMap {
 public:
  // The next `length` bytes of the derived text are source bytes [source, source + length).
  void copy(uint64_t source, uint64_t length);
  // The next `length` bytes of the derived text stand, as a whole, for `source`. Length 0 says that source bytes
  // were dropped: they then belong to neither neighbour.
  void replace(Span source, uint64_t length);
  // As replace(); but equal replacements side by side (%E5%BC%A0, three times three bytes for one) share a piece.
  void repeat(Span source, uint64_t length);
  // `count` of them: `group` source bytes for `bytes` derived bytes each.
  void repeat(uint64_t source, uint64_t count, uint32_t group, uint32_t bytes);
  // All of `source`, whose size is a multiple of `group`: `group` bytes of it for `bytes` derived bytes each.
  void repeat(Span source, uint32_t group, uint32_t bytes) {
    if (group == 1 && bytes == 1) return copy(source.begin, source.size());
    repeat(source.begin, source.size() / group, group, bytes);
  }
  // `groups` groups of `group` source bytes from `source` on stand for `bytes` derived bytes each, which spread evenly:
  // of base64, four to three, the first byte comes from the first two characters, the second from the next two, …
  void spread(uint64_t source, uint64_t groups, uint32_t group, uint32_t bytes);
  // Appends a text that was derived from this map's derived text: `next` leads there. What compose() gives, in place.
  void append_derived(const OffsetMap& next);
  // Appends a text with its map to the same source.
  void append(const OffsetMap& next);
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
  // The same, sooner for ranges that ascend: `near` is 0 at first and then for the map to keep.
  Span source_of(Span derived, size_t& near) const;
  // The smallest derived range that holds all that comes from a non-empty range of source bytes; empty if nothing does.
  Span derived_of(Span source) const;
  // The same, sooner for ranges that ascend: `near` as above.
  Span derived_of(Span source, size_t& near) const;
  // Whether a non-empty range of the derived text stands byte for byte for one stretch of the source.
  bool bytewise(Span derived) const;
  // The map of a text derived from this map's derived text: leads from there to this map's source.
  OffsetMap compose(const OffsetMap& next) const;

 private:
  struct Piece {
    uint64_t derived = 0;  // where it begins in the derived text; it ends where the next one begins
    Span source;
    bool bytewise = false;
    bool spreads = false;
    uint32_t source_unit = 0;  // of equal replacements or groups in a row; 0: the piece is one
    uint32_t derived_unit = 0;
  };
  uint64_t end_of(size_t piece) const { return piece + 1 < pieces_.size() ? pieces_[piece + 1].derived : size_; }
  size_t piece_at(uint64_t derived) const { return piece_within(derived, 0, pieces_.size()); }
  size_t piece_within(uint64_t derived, size_t first, size_t behind) const;
  size_t piece_near(uint64_t derived, size_t near) const;
  // Where in the source what stands before a derived byte, and comes from nothing, has its place: an empty range.
  Span place_of(uint64_t derived) const;
  Span source_between(Span derived, size_t first, size_t last) const;
  Span source_of_part(size_t piece, uint64_t begin, uint64_t end) const;
  void add_groups(Span source, uint64_t length, uint32_t group, uint32_t bytes, bool spreads);
  static Span derived_part(const Piece& piece, uint64_t piece_end, Span source);
  void add_composed(const OffsetMap& first, const OffsetMap& next);
  void add_copied(const OffsetMap& first, Span source);
  void add_part(const OffsetMap& first, size_t own, uint64_t begin, uint64_t end);
  void add_replaced(const OffsetMap& first, const Piece& piece, uint64_t length);

  std::vector<Piece> pieces_;  // ascending, none without derived bytes
  uint64_t size_ = 0;
};

}  // namespace pidun
