// See offset_map.h.
#include "base/offset_map.h"

#include <algorithm>

namespace pidun {

void OffsetMap::copy(uint64_t source, uint64_t length) {
  if (length == 0) return;
  if (!pieces_.empty() && pieces_.back().bytewise && pieces_.back().source.end == source) {
    pieces_.back().source.end += length;
  } else {
    pieces_.push_back({size_, {source, source + length}, true});
  }
  size_ += length;
}

void OffsetMap::replace(Span source, uint64_t length) {
  if (length == 0) return;
  pieces_.push_back({size_, source, false});
  size_ += length;
}

void OffsetMap::clear() {
  pieces_.clear();
  size_ = 0;
}

size_t OffsetMap::piece_at(uint64_t derived) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), derived,
                                       [](uint64_t offset, const Piece& piece) { return offset < piece.derived; });
  return static_cast<size_t>(behind - pieces_.begin()) - 1;
}

Span OffsetMap::source_of_part(size_t piece, uint64_t begin, uint64_t end) const {
  const Piece& found = pieces_[piece];
  if (!found.bytewise) return found.source;
  return {found.source.begin + (begin - found.derived), found.source.begin + (end - found.derived)};
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
  if (first->bytewise && source.begin > first->source.begin) begin += source.begin - first->source.begin;
  if (pieces_[last].bytewise && source.end < pieces_[last].source.end) end -= pieces_[last].source.end - source.end;
  return {begin, end};
}

OffsetMap OffsetMap::compose(const OffsetMap& next) const {
  OffsetMap composed;
  for (size_t i = 0; i < next.pieces_.size(); ++i) {
    const Piece& piece = next.pieces_[i];
    if (!piece.bytewise) {
      const Span source = piece.source.size() == 0 ? Span{} : source_of(piece.source);
      composed.replace(source, next.end_of(i) - piece.derived);
      continue;
    }
    // A stretch copied byte for byte is cut where this map's own pieces end.
    for (uint64_t at = piece.source.begin; at < piece.source.end;) {
      const size_t own = piece_at(at);
      const uint64_t end = std::min(piece.source.end, end_of(own));
      const Span source = source_of_part(own, at, end);
      if (pieces_[own].bytewise) {
        composed.copy(source.begin, end - at);
      } else {
        composed.replace(source, end - at);
      }
      at = end;
    }
  }
  return composed;
}

}  // namespace pidun
