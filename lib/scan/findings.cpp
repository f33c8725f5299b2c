#include "scan/findings.h"

#include <algorithm>
#include <cstring>

namespace pidun {
namespace {

Position moved(Position location, const Position& start) {
  if (location.line == 0) {
    location.column += start.column;
    location.units.points += start.units.points;
    location.units.utf16 += start.units.utf16;
  }
  location.line += start.line;
  return location;
}

}  // namespace

void Findings::clear() {
  items.clear();
  details.clear();
  far.clear();
  marks.clear();
  chains.clear();
  columns.clear();
  records.clear();
  prints.reset();
  pictures.clear();
  opened.clear();
  images = images_now = {};
  if (!evidence.empty()) explicit_bzero(evidence.data(), evidence.size());
  evidence.clear();
  incomplete = 0;
  bytes = 0;
  invalid = 0;
}

namespace {

// A list that grows by doubling is copied as often; what is asked for in vain is never touched, and costs nothing.
template <class T>
void reserve_like(RawVector<T>& list, uint64_t done, uint64_t left) {
  constexpr uint64_t kMost = (uint64_t{256} << 20) / sizeof(T);
  constexpr uint64_t kMargin = 16;  // one part of so many
  const uint64_t more = (left / std::max<uint64_t>(done, 1) + 1) * list.size();
  list.reserve(list.size() + static_cast<size_t>(std::min(more + more / kMargin, kMost)));
}

}  // namespace

void Findings::make_room(uint64_t done, uint64_t left) {
  reserve_like(items, done, left);
  reserve_like(details, done, left);
  reserve_like(evidence, done, left);
}

void Findings::shorten(size_t count) {
  if (count >= items.size()) return;
  const size_t kept = details[count].evidence();
  items.resize(count);
  details.resize(count);
  if (!marks.empty()) marks.resize(count);
  if (chains.size() > count) chains.resize(count);
  explicit_bzero(evidence.data() + kept, evidence.size() - kept);
  evidence.resize(kept);
}

void Findings::append(const Findings& other, const Position& start) {
  const uint64_t text = evidence.size();
  const size_t first = size();
  items.insert(items.end(), other.items.begin(), other.items.end());
  details.insert(details.end(), other.details.begin(), other.details.end());
  for (size_t i = first; i < details.size(); ++i) {
    details[i].move_evidence(text);
    if (details[i].location.moves_down(start.line))
      details[i].location.line += static_cast<uint32_t>(start.line);
    else
      set_location(i, moved(other.location(i - first), start));
  }
  marks.insert(marks.end(), other.marks.begin(), other.marks.end());
  if (!other.chains.empty()) {
    chains.resize(first);
    chains.insert(chains.end(), other.chains.begin(), other.chains.end());
  }
  evidence.insert(evidence.end(), other.evidence.begin(), other.evidence.end());
  pictures.insert(pictures.end(), other.pictures.begin(), other.pictures.end());
  opened.insert(opened.end(), other.opened.begin(), other.opened.end());
  images.add(other.images);
  incomplete |= other.incomplete;
}

void Findings::add_columns(std::shared_ptr<const ColumnTable> table) {
  if (table) columns.push_back({0, column_count(), std::move(table)});
}

void Findings::set_chain(size_t i, const Chain& chain) {
  if (chains.size() <= i) chains.resize(i + 1);
  chains[i] = chain;
}

Position Findings::location(size_t i) const {
  const ShortPosition& kept = details[i].location;
  if (kept.line == ShortPosition::kFar) return far[kept.column];
  return {kept.line, kept.column, {kept.points, kept.utf16}};
}

}  // namespace pidun
