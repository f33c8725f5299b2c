#include "record/record_list.h"

#include <algorithm>
#include <bit>

namespace pidun {

void RecordList::clear() { shorten(0); }

void RecordList::shorten(size_t count) {
  if (count >= items_.size()) return;
  contents_.resize(items_[count].contents);
  links_.resize(items_[count].links);
  kinds_.resize(items_[count].kinds);
  places_.resize(items_[count].places);
  items_.resize(count);
}

void RecordList::append(const RecordList& other) {
  const Begins base{contents_.size(), links_.size(), kinds_.size(), places_.size()};
  for (const Item& item : other.items_) {
    Item& own = items_.emplace_back(item);
    own.contents += base.contents;
    own.links += base.links;
    own.kinds += base.kinds;
    own.places += base.places;
  }
  contents_.insert(contents_.end(), other.contents_.begin(), other.contents_.end());
  links_.insert(links_.end(), other.links_.begin(), other.links_.end());
  kinds_.insert(kinds_.end(), other.kinds_.begin(), other.kinds_.end());
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
}

template <class T>
std::span<const T> RecordList::own(const std::vector<T>& list, size_t Begins::*begins, size_t i) const {
  const size_t end = i + 1 < items_.size() ? items_[i + 1].*begins : list.size();
  return std::span(list).subspan(items_[i].*begins, end - items_[i].*begins);
}

Record RecordList::record(size_t i) const {
  Record record = items_[i].record;
  record.contents = own(contents_, &Begins::contents, i);
  record.links = own(links_, &Begins::links, i);
  record.kinds = own(kinds_, &Begins::kinds, i);
  return record;
}

std::span<const RecordList::Place> RecordList::places(size_t i) const { return own(places_, &Begins::places, i); }

std::span<RecordList::Place> RecordList::places(size_t i) {
  const std::span<const Place> own_places = own(places_, &Begins::places, i);
  return {places_.data() + (own_places.data() - places_.data()), own_places.size()};
}

void RecordList::begin() { next_ = {contents_.size(), links_.size(), kinds_.size(), places_.size()}; }

void RecordList::end(const Record& record) {
  add_kinds();
  Item& item = items_.emplace_back(next_, record);
  item.record.format = format_;
}

// Of the places of the record at hand. The built-in ones are the smallest.
void RecordList::add_kinds() {
  uint64_t built_in = 0;
  bool custom = false;
  for (size_t i = next_.places; i < places_.size(); ++i) {
    built_in |= bit_of_kind(places_[i].kind);
    custom |= bit_of_kind(places_[i].kind) == 0;
  }
  built_in &= ~bit_of_kind(Kind::none);
  for (; built_in != 0; built_in &= built_in - 1) kinds_.push_back(static_cast<Kind>(std::countr_zero(built_in)));
  for (size_t i = next_.places; custom && i < places_.size(); ++i) {
    if (bit_of_kind(places_[i].kind) != 0) continue;
    const auto own = kinds_.begin() + static_cast<std::ptrdiff_t>(next_.kinds);
    const auto at = std::lower_bound(own, kinds_.end(), places_[i].kind);
    if (at == kinds_.end() || *at != places_[i].kind) kinds_.insert(at, places_[i].kind);
  }
}

}  // namespace pidun
