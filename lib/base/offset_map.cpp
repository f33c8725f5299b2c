// See offset_map.h.
#include "base/offset_map.h"

#include <algorithm>

namespace pidun {
namespace {

uint64_t round_up(uint64_t amount, uint64_t unit) { return (amount + unit - 1) / unit; }

}  // namespace

void OffsetMap::copy(uint64_t source, uint64_t length) {
  if (length == 0) return;
  if (!pieces_.empty() && pieces_.back().bytewise && pieces_.back().source.end == source) {
    pieces_.back().source.end += length;
  } else {
    Piece& piece = pieces_.emplace_back();
    piece.derived = size_;
    piece.source = {source, source + length};
    piece.bytewise = true;
  }
  size_ += length;
}

void OffsetMap::replace(Span source, uint64_t length) {
  if (length == 0) return;
  Piece& piece = pieces_.emplace_back();
  piece.derived = size_;
  piece.source = source;
  size_ += length;
}

void OffsetMap::add_groups(Span source, uint64_t length, uint32_t group, uint32_t bytes, bool spreads) {
  if (length == 0) return;
  size_ += length;
  if (!pieces_.empty()) {
    Piece& last = pieces_.back();
    if (last.source.end == source.begin && last.source_unit == group && last.derived_unit == bytes &&
        last.spreads == spreads) {
      last.source.end = source.end;
      return;
    }
  }
  Piece& piece = pieces_.emplace_back();
  piece.derived = size_ - length;
  piece.source = source;
  piece.spreads = spreads;
  piece.source_unit = group;
  piece.derived_unit = bytes;
}

void OffsetMap::repeat(Span source, uint64_t length) {
  add_groups(source, length, static_cast<uint32_t>(source.size()), static_cast<uint32_t>(length), false);
}

void OffsetMap::repeat(uint64_t source, uint64_t count, uint32_t group, uint32_t bytes) {
  add_groups({source, source + count * group}, count * bytes, group, bytes, false);
}

void OffsetMap::spread(uint64_t source, uint64_t groups, uint32_t group, uint32_t bytes) {
  add_groups({source, source + groups * group}, groups * bytes, group, bytes, true);
}

void OffsetMap::clear() {
  pieces_.clear();
  size_ = 0;
}

void OffsetMap::truncate(uint64_t size) {
  if (size >= size_) return;
  while (!pieces_.empty() && pieces_.back().derived >= size) pieces_.pop_back();
  size_ = size;
  if (pieces_.empty()) return;
  Piece& last = pieces_.back();
  const uint64_t kept = size - last.derived;
  if (last.bytewise) last.source.end = last.source.begin + kept;
  if (last.source_unit != 0) last.source.end = last.source.begin + kept / last.derived_unit * last.source_unit;
}

size_t OffsetMap::piece_within(uint64_t derived, size_t first, size_t behind) const {
  const auto begin = pieces_.begin();
  const auto found =
      std::upper_bound(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(behind), derived,
                       [](uint64_t offset, const Piece& piece) { return offset < piece.derived; });
  return static_cast<size_t>(found - begin) - 1;
}

size_t OffsetMap::piece_near(uint64_t derived, size_t near) const {
  if (near >= pieces_.size() || pieces_[near].derived > derived) return piece_at(derived);
  constexpr int kNext = 6;  // what is asked for next lies mostly a cell or two on
  for (int i = 0; i < kNext; ++i, ++near)
    if (near + 1 == pieces_.size() || pieces_[near + 1].derived > derived) return near;
  size_t step = 1;
  while (near + step < pieces_.size() && pieces_[near + step].derived <= derived) step *= 2;
  return piece_within(derived, near + step / 2, std::min(near + step, pieces_.size()));
}

Span OffsetMap::source_of_part(size_t piece, uint64_t begin, uint64_t end) const {
  const Piece& found = pieces_[piece];
  const uint64_t from = begin - found.derived, to = end - found.derived;
  if (found.bytewise) return {found.source.begin + from, found.source.begin + to};
  const uint64_t group = found.source_unit, bytes = found.derived_unit;
  if (group == 0) return found.source;
  if (found.spreads)
    return {found.source.begin + from * group / bytes, found.source.begin + round_up(to * group, bytes)};
  return {found.source.begin + from / bytes * group, found.source.begin + round_up(to, bytes) * group};
}

Span OffsetMap::source_of(Span derived) const {
  return source_between(derived, piece_at(derived.begin), piece_at(derived.end - 1));
}

Span OffsetMap::source_of(Span derived, size_t& near) const {
  const size_t first = piece_near(derived.begin, near);
  near = piece_near(derived.end - 1, first);
  return source_between(derived, first, near);
}

Span OffsetMap::source_between(Span derived, size_t first, size_t last) const {
  const uint64_t first_end = std::min(derived.end, end_of(first));
  const uint64_t last_begin = std::max(derived.begin, pieces_[last].derived);
  return {source_of_part(first, derived.begin, first_end).begin, source_of_part(last, last_begin, derived.end).end};
}

Span OffsetMap::place_of(uint64_t derived) const {
  if (size_ == 0) return {};
  const uint64_t place = derived < size_ ? source_of({derived, derived + 1}).begin : source_of({size_ - 1, size_}).end;
  return {place, place};
}

bool OffsetMap::bytewise(Span derived) const {
  // Bytewise neighbours of one stretch were joined.
  const size_t piece = piece_at(derived.begin);
  return pieces_[piece].bytewise && derived.end <= end_of(piece);
}

// The part of a piece, which ends at `piece_end`, that comes from source bytes inside `source`.
Span OffsetMap::derived_part(const Piece& piece, uint64_t piece_end, Span source) {
  const uint64_t from = std::max(source.begin, piece.source.begin) - piece.source.begin;
  const uint64_t to = std::min(source.end, piece.source.end) - piece.source.begin;
  if (piece.bytewise) return {piece.derived + from, piece.derived + to};
  const uint64_t group = piece.source_unit, bytes = piece.derived_unit;
  if (group == 0) return {piece.derived, piece_end};
  if (piece.spreads) return {piece.derived + from * bytes / group, piece.derived + round_up(to * bytes, group)};
  return {piece.derived + from / group * bytes, piece.derived + round_up(to, group) * bytes};
}

Span OffsetMap::derived_of(Span source) const {
  // Sources ascend with the pieces.
  const auto first = std::partition_point(pieces_.begin(), pieces_.end(),
                                          [&](const Piece& piece) { return piece.source.end <= source.begin; });
  const auto behind =
      std::partition_point(first, pieces_.end(), [&](const Piece& piece) { return piece.source.begin < source.end; });
  if (first == behind) return {};
  const auto first_index = static_cast<size_t>(first - pieces_.begin());
  const size_t last = static_cast<size_t>(behind - pieces_.begin()) - 1;
  return {derived_part(*first, end_of(first_index), source).begin,
          derived_part(pieces_[last], end_of(last), source).end};
}

Span OffsetMap::derived_of(Span source, size_t& near) const {
  const auto ends_before = [&](size_t piece) { return pieces_[piece].source.end <= source.begin; };
  if (near >= pieces_.size() || (near != 0 && !ends_before(near - 1))) near = 0;
  size_t step = 1;
  while (near + step < pieces_.size() && ends_before(near + step)) step *= 2;
  const auto place = [&](size_t piece) {
    return pieces_.begin() + static_cast<std::ptrdiff_t>(std::min(piece, pieces_.size()));
  };
  const auto first = std::partition_point(place(near + step / 2), place(near + step + 1),
                                          [&](const Piece& piece) { return piece.source.end <= source.begin; });
  near = static_cast<size_t>(first - pieces_.begin());
  size_t behind = near;
  while (behind < pieces_.size() && pieces_[behind].source.begin < source.end) ++behind;
  if (behind == near) return {};
  return {derived_part(pieces_[near], end_of(near), source).begin,
          derived_part(pieces_[behind - 1], end_of(behind - 1), source).end};
}

// Appends what derived bytes [begin, end) of `first`, inside its piece `own`, come from.
void OffsetMap::add_part(const OffsetMap& first, size_t own, uint64_t begin, uint64_t end) {
  const Piece piece = first.pieces_[own];
  const uint64_t bytes = piece.derived_unit;
  if (piece.bytewise) return copy(piece.source.begin + (begin - piece.derived), end - begin);
  if (bytes == 0) return replace(piece.source, end - begin);
  for (uint64_t at = begin; at < end;) {
    const uint64_t into = (at - piece.derived) % bytes;
    if (piece.spreads && into == 0 && end - at >= bytes) {
      const uint64_t groups = (end - at) / bytes;
      spread(first.source_of_part(own, at, at + 1).begin, groups, piece.source_unit, piece.derived_unit);
      at += groups * bytes;
      continue;
    }
    const uint64_t next = std::min(end, at + (piece.spreads ? 1 : bytes - into));
    repeat(first.source_of_part(own, at, next), next - at);
    at = next;
  }
}

void OffsetMap::add_copied(const OffsetMap& first, Span source) {
  // A stretch copied byte for byte is cut where the first map's own pieces end.
  for (uint64_t at = source.begin; at < source.end;) {
    const size_t own = first.piece_at(at);
    const uint64_t end = std::min(source.end, first.end_of(own));
    add_part(first, own, at, end);
    at = end;
  }
}

void OffsetMap::add_replaced(const OffsetMap& first, const Piece& piece, uint64_t length) {
  if (piece.source_unit == 0) {
    return replace(piece.source.size() == 0 ? first.place_of(piece.source.begin) : first.source_of(piece.source),
                   length);
  }
  if (piece.spreads && first.bytewise(piece.source)) {
    spread(first.source_of(piece.source).begin, length / piece.derived_unit, piece.source_unit, piece.derived_unit);
    return;
  }
  const uint64_t step = piece.spreads ? 1 : piece.derived_unit;
  const uint64_t group = piece.source_unit, bytes = piece.derived_unit;
  const size_t own = first.piece_at(piece.source.begin);
  const bool one_piece = piece.source.end <= first.end_of(own);  // then nothing need be looked up again
  const uint64_t unit = group * first.pieces_[own].source_unit;
  if (one_piece && !piece.spreads && !first.pieces_[own].spreads && first.pieces_[own].derived_unit == 1 &&
      unit <= UINT32_MAX) {
    return repeat(first.source_of_part(own, piece.source.begin, piece.source.end).begin, length / bytes,
                  static_cast<uint32_t>(unit), piece.derived_unit);
  }
  for (uint64_t at = 0; at < length; at += step) {
    const Span part{piece.source.begin + at * group / bytes, piece.source.begin + round_up((at + step) * group, bytes)};
    repeat(one_piece ? first.source_of_part(own, part.begin, part.end) : first.source_of(part), step);
  }
}

// `first` may be this map itself: its pieces are taken by value and found by number.
void OffsetMap::add_composed(const OffsetMap& first, const OffsetMap& next) {
  for (size_t i = 0; i < next.pieces_.size(); ++i) {
    const Piece& piece = next.pieces_[i];
    if (piece.bytewise) {
      add_copied(first, piece.source);
    } else {
      add_replaced(first, piece, next.end_of(i) - piece.derived);
    }
  }
}

void OffsetMap::append_derived(const OffsetMap& next) { add_composed(*this, next); }

void OffsetMap::append(const OffsetMap& next) {
  const size_t first = pieces_.size();
  pieces_.insert(pieces_.end(), next.pieces_.begin(), next.pieces_.end());
  for (size_t i = first; i < pieces_.size(); ++i) pieces_[i].derived += size_;
  size_ += next.size_;
}

OffsetMap OffsetMap::compose(const OffsetMap& next) const {
  OffsetMap composed;
  composed.add_composed(*this, next);
  return composed;
}

}  // namespace pidun
