// See offset_map.h.
#include "base/offset_map.h"

#include <algorithm>

namespace pidun {

void OffsetMap::replace(Span source, uint64_t length) {
  if (length == 0) return;
  pieces_.push_back({size_, source, 0, 0});
  size_ += length;
}

void OffsetMap::clear() {
  pieces_.clear();
  size_ = 0;
}

void OffsetMap::truncate(uint64_t size) {
  if (size >= size_) return;
  while (!pieces_.empty() && pieces_.back().derived >= size) pieces_.pop_back();
  size_ = size;
  if (pieces_.empty() || pieces_.back().from == 0) return;
  Piece& last = pieces_.back();
  last.source.end = last.source.begin + (size - last.derived) / last.to * last.from;
}

size_t OffsetMap::piece_at(uint64_t derived) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), derived,
                                       [](uint64_t offset, const Piece& piece) { return offset < piece.derived; });
  return static_cast<size_t>(behind - pieces_.begin()) - 1;
}

// Where [begin, end), a range inside one piece, comes from.
Span OffsetMap::source_of_part(size_t piece, uint64_t begin, uint64_t end) const {
  const Piece& found = pieces_[piece];
  if (found.from == 0) return found.source;
  const uint64_t first = (begin - found.derived) / found.to, behind = (end - found.derived + found.to - 1) / found.to;
  return {found.source.begin + first * found.from, found.source.begin + behind * found.from};
}

Span OffsetMap::source_of(Span derived) const {
  const size_t first = piece_at(derived.begin), last = piece_at(derived.end - 1);
  const uint64_t first_end = std::min(derived.end, end_of(first));
  const uint64_t last_begin = std::max(derived.begin, pieces_[last].derived);
  return {source_of_part(first, derived.begin, first_end).begin, source_of_part(last, last_begin, derived.end).end};
}

Span OffsetMap::derived_of(Span source) const {
  // Sources ascend with the pieces.
  const auto first = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& piece) { return piece.source.end <= source.begin; });
  const auto behind =
      std::partition_point(first, pieces_.end(), [&](const Piece& piece) { return piece.source.begin < source.end; });
  if (first == behind) return {};
  const size_t last = static_cast<size_t>(behind - pieces_.begin()) - 1;
  uint64_t begin = first->derived, end = end_of(last);
  const Piece& final = pieces_[last];
  if (first->from != 0 && source.begin > first->source.begin)
    begin += (source.begin - first->source.begin) / first->from * first->to;
  if (final.from != 0 && source.end < final.source.end) end -= (final.source.end - source.end) / final.from * final.to;
  return {begin, end};
}

// Adds the bytes [begin, end) of one piece of `own`: whole units as such, parts of units each as a whole.
void OffsetMap::add_part(const OffsetMap& own, size_t piece, uint64_t begin, uint64_t end) {
  const Piece& found = own.pieces_[piece];
  if (found.from == 0) return replace(found.source, end - begin);
  const uint64_t into = (begin - found.derived) % found.to;
  if (into != 0) {
    const uint64_t part = std::min(end, begin + found.to - into);
    replace(own.source_of_part(piece, begin, part), part - begin);
    begin = part;
  }
  const uint64_t whole = (end - begin) / found.to * found.to;
  if (whole != 0) repeat(own.source_of_part(piece, begin, begin + whole), found.from, found.to);
  begin += whole;
  if (begin < end) replace(own.source_of_part(piece, begin, end), end - begin);
}

// Adds a piece whose units have more than one byte on a side.
void OffsetMap::add_units(const OffsetMap& own, const Piece& units) {
  for (uint64_t at = units.source.begin; at < units.source.end;) {
    const size_t piece = own.piece_at(at);
    const Piece& found = own.pieces_[piece];
    const uint64_t end = std::min(units.source.end, own.end_of(piece));
    const uint64_t whole = (end - at) / units.from * units.from;
    if (found.from == 1 && found.to == 1 && whole != 0) {
      repeat(own.source_of_part(piece, at, at + whole), units.from, units.to);
      at += whole;
    } else {
      replace(own.source_of({at, at + units.from}), units.to);
      at += units.from;
    }
  }
}

OffsetMap OffsetMap::compose(const OffsetMap& next) const {
  OffsetMap composed;
  for (size_t i = 0; i < next.pieces_.size(); ++i) {
    const Piece& piece = next.pieces_[i];
    if (piece.from == 0) {
      const Span source = piece.source.size() == 0 ? Span{} : source_of(piece.source);
      composed.replace(source, next.end_of(i) - piece.derived);
    } else if (piece.from != 1 || piece.to != 1) {
      composed.add_units(*this, piece);
    } else {
      // A stretch copied byte for byte is cut where this map's own pieces end.
      for (uint64_t at = piece.source.begin; at < piece.source.end;) {
        const size_t own = piece_at(at);
        const uint64_t end = std::min(piece.source.end, end_of(own));
        composed.add_part(*this, own, at, end);
        at = end;
      }
    }
  }
  return composed;
}

}  // namespace pidun
