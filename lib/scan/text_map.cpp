#include "scan/text_map.h"

#include <algorithm>
#include <utility>

namespace pidun {

void TextMap::add(std::string_view text, OffsetMap& map, Span input, bool plain) {
  if (text.empty()) return;
  const uint64_t begin = size_;
  size_ += text.size();
  if (plain && same_ == begin && input.begin == begin) {
    same_ = size_;
    return;
  }
  Piece& piece = pieces_.emplace_back();
  piece.begin = begin;
  piece.end = size_;
  if (!spares_.empty()) {
    piece.map = std::move(spares_.back());
    spares_.pop_back();
  }
  if (plain) {
    piece.map.copy(input.begin, input.size());
  } else {
    std::swap(piece.map, map);
  }
  if (begin == same_) line_source_ = piece.map.source_of({0, 1}).begin;
  const size_t feed = text.rfind('\n');
  piece.has_line = feed != std::string_view::npos;
  if (piece.has_line)
    piece.line_source = feed + 1 == text.size() ? input.end : piece.map.source_of({feed + 1, feed + 2}).begin;
}

void TextMap::forget_before(uint64_t offset) {
  recent_ = nullptr;
  while (!pieces_.empty() && pieces_.front().end <= offset) {
    if (pieces_.front().has_line) line_source_ = pieces_.front().line_source;
    pieces_.front().map.clear();
    if (spares_.size() < 4) spares_.push_back(std::move(pieces_.front().map));
    pieces_.pop_front();
  }
}

TextMap::Piece& TextMap::piece_at(uint64_t text) {
  if (recent_ != nullptr && text >= recent_->begin && text < recent_->end) return *recent_;
  const auto behind =
      std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.begin <= text; });
  recent_ = &*(behind - 1);
  return *recent_;
}

Span TextMap::source_in_piece(Piece& piece, uint64_t begin, uint64_t end) {
  return piece.map.source_of({begin - piece.begin, end - piece.begin}, piece.near);
}

Span TextMap::derived_of(Span source) const {
  Span all;
  for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) {
    const Span part = piece->map.derived_of(source);
    if (part.size() == 0 && all.size() != 0) break;
    if (part.size() == 0) continue;
    all = {piece->begin + part.begin, all.size() != 0 ? all.end : piece->begin + part.end};
  }
  return all.size() == 0 && source.end <= same_ ? source : all;
}

Span TextMap::source_of(Span text) {
  if (text.end <= same_) return text;
  Piece& last = piece_at(text.end - 1);
  if (text.begin >= last.begin) return source_in_piece(last, text.begin, text.end);
  const uint64_t end = source_in_piece(last, last.begin, text.end).end;
  if (text.begin < same_) return {text.begin, end};
  return {source_in_piece(piece_at(text.begin), text.begin, text.begin + 1).begin, end};
}

uint64_t TextMap::source_of_line(uint64_t text) {
  if (text < same_) return text;
  if (line_ == text) return source_of_line_;
  line_ = text;
  source_of_line_ = pieces_.front().begin <= text ? source_of({text, text + 1}).begin : line_source_;
  return source_of_line_;
}

uint64_t TextMap::source_of_last() {
  // An invalid byte is the only one byte that becomes three.
  uint64_t text = size_;
  for (int i = 0; i < 3 && text >= same_ + 3; ++i, text -= 3)
    if (source_of({text - 3, text}).size() != 1) break;
  return source_end(text);
}

size_t TextMap::pieces() const {
  size_t sum = 0;
  for (const Piece& piece : pieces_) sum += piece.map.pieces();
  return sum;
}

}  // namespace pidun
