#include "unwrap/picture_gaps.h"

#include <algorithm>

namespace pidun {
namespace {

constexpr uint64_t kCell = TextTraces::kCell;
constexpr uint64_t kAround = 4;  // cells beside a trace that are searched with it
constexpr uint64_t kFewest = 8;  // cells of a gap: fewer are not worth one
constexpr uint64_t kBorder = 1;  // cells at either end of pixels: what lies across it may be text

}  // namespace

void PictureGaps::start(uint64_t begin, uint64_t kept) {
  end_pixels();
  picture_ = begin;
  first_ = begin + kept;
}

void PictureGaps::read(std::string_view bytes, uint64_t at) {
  at += picture_;
  if (!reading_ || at != offset_of(cells_) + part_size_) {
    end_pixels();
    begin_ = at;
    traces_.clear();
    cells_ = part_size_ = 0;
    free_ = std::max(kBorder, first_ > at ? (first_ - at + kCell - 1) / kCell : 0);
    open_ = false;
    reading_ = true;
  }
  if (part_size_ != 0) {
    const size_t more = std::min(bytes.size(), part_.size() - part_size_);
    bytes.copy(part_.data() + part_size_, more);
    part_size_ += more;
    bytes.remove_prefix(more);
    if (part_size_ < part_.size()) return;
    part_size_ = 0;
    read_cells({part_.data(), part_.size()});
  }
  const size_t whole = bytes.size() / kCell * kCell;
  if (whole != 0) read_cells(bytes.substr(0, whole));
  part_size_ = bytes.size() - whole;
  bytes.copy(part_.data(), part_size_, whole);
}

void PictureGaps::read_cells(std::string_view cells) {
  traces_.read(cells, [&](uint64_t cell) {
    if (cell > kAround) settle(cell - kAround);
    open_ = false;
    free_ = std::max(free_, cell + kAround + 1);
  });
  cells_ += cells.size() / kCell;
  if (cells_ > kAround) settle(cells_ - kAround);
}

void PictureGaps::settle(uint64_t end) {
  if (end < free_ + (open_ ? 1 : kFewest)) return;
  const Span bytes{offset_of(free_), offset_of(end)};
  if (open_ && !gaps_.empty() && gaps_.back().bytes.end == bytes.begin) {
    gaps_.back().bytes.end = bytes.end;
  } else {
    gaps_.push_back({bytes, !open_});
  }
  open_ = true;
  free_ = end;
}

void PictureGaps::end_pixels() {
  if (reading_ && cells_ > kBorder) settle(cells_ - kBorder);
  reading_ = false;
}

uint64_t PictureGaps::decided() const {
  return reading_ ? std::min(offset_of(free_), offset_of(cells_) + part_size_) : UINT64_MAX;
}

}  // namespace pidun
