#include "record/record_list.h"

#include <algorithm>
#include <bit>

namespace pidun {

void RecordList::Part::shorten(size_t count) {
  if (count >= items.size()) return;
  contents.resize(items[count].contents);
  links.resize(items[count].links);
  kinds.resize(items[count].kinds);
  places.resize(items[count].places);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(count), items.end());
}

template <class T>
std::span<const T> RecordList::Part::own(const std::vector<T>& list, size_t Begins::*begins, size_t i) const {
  const size_t end = i + 1 < items.size() ? items[i + 1].*begins : list.size();
  return std::span(list).subspan(items[i].*begins, end - items[i].*begins);
}

void RecordList::shorten(size_t count) {
  while (parts_.size() > 1 && parts_.back().first >= count) {
    parts_.back().shorten(0);
    spare_.push_back(std::move(parts_.back()));
    parts_.pop_back();
  }
  parts_.back().shorten(count - parts_.back().first);
}

void RecordList::take(RecordList& other) {
  if (parts_.back().items.empty()) {  // only the first may be
    spare_.push_back(std::move(parts_.back()));
    parts_.pop_back();
  }
  for (Part& part : other.parts_) {
    if (part.items.empty()) continue;
    part.first = parts_.empty() ? 0 : parts_.back().behind();
    parts_.push_back(std::move(part));
    part = {};
  }
  other.parts_.resize(1);
  if (parts_.empty()) parts_.emplace_back();
  if (spare_.empty()) return;
  // The one with the most memory.
  const auto best = std::max_element(spare_.begin(), spare_.end(), [](const Part& a, const Part& b) {
    return a.items.capacity() < b.items.capacity();
  });
  std::swap(other.parts_[0], *best);
  other.parts_[0].first = 0;
  spare_.erase(best);
}

size_t RecordList::part_of(size_t i) const {
  const auto behind =
      std::upper_bound(parts_.begin(), parts_.end(), i, [](size_t at, const Part& part) { return at < part.first; });
  return static_cast<size_t>(behind - parts_.begin()) - 1;
}

Record RecordList::record(size_t i) const {
  const Part& part = parts_[part_of(i)];
  i -= part.first;
  Record record = part.items[i].record;
  record.contents = part.own(part.contents, &Begins::contents, i);
  record.links = part.own(part.links, &Begins::links, i);
  record.kinds = part.own(part.kinds, &Begins::kinds, i);
  return record;
}

std::span<const RecordList::Place> RecordList::places(size_t i) const {
  const Part& part = parts_[part_of(i)];
  return part.own(part.places, &Begins::places, i - part.first);
}

std::span<RecordList::Place> RecordList::places(size_t i) {
  Part& part = parts_[part_of(i)];
  const std::span<const Place> own = part.own(part.places, &Begins::places, i - part.first);
  return {part.places.data() + (own.data() - part.places.data()), own.size()};
}

void RecordList::begin() {
  const Part& part = parts_.back();
  next_ = {part.contents.size(), part.links.size(), part.kinds.size(), part.places.size()};
}

void RecordList::end(const Record& record) {
  Part& part = parts_.back();
  add_kinds(part);
  part.items.emplace_back(next_, record).record.format = format_;
}

// Of the places of the record at hand. The built-in ones are the smallest.
void RecordList::add_kinds(Part& part) const {
  uint64_t built_in = 0;
  bool custom = false;
  for (size_t i = next_.places; i < part.places.size(); ++i) {
    built_in |= bit_of_kind(part.places[i].kind);
    custom |= bit_of_kind(part.places[i].kind) == 0;
  }
  built_in &= ~bit_of_kind(Kind::none);
  for (; built_in != 0; built_in &= built_in - 1) part.kinds.push_back(static_cast<Kind>(std::countr_zero(built_in)));
  for (size_t i = next_.places; custom && i < part.places.size(); ++i) {
    if (bit_of_kind(part.places[i].kind) != 0) continue;
    const auto own = part.kinds.begin() + static_cast<std::ptrdiff_t>(next_.kinds);
    const auto at = std::lower_bound(own, part.kinds.end(), part.places[i].kind);
    if (at == part.kinds.end() || *at != part.places[i].kind) part.kinds.insert(at, part.places[i].kind);
  }
}

}  // namespace pidun
