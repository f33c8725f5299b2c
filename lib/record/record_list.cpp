#include "record/record_list.h"

#include <algorithm>

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
  const Item base{{}, contents_.size(), links_.size(), kinds_.size(), places_.size()};
  for (const Item& item : other.items_) {
    items_.push_back({item.record, base.contents + item.contents, base.links + item.links, base.kinds + item.kinds,
                      base.places + item.places});
  }
  contents_.insert(contents_.end(), other.contents_.begin(), other.contents_.end());
  links_.insert(links_.end(), other.links_.begin(), other.links_.end());
  kinds_.insert(kinds_.end(), other.kinds_.begin(), other.kinds_.end());
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
}

template <class T>
std::span<const T> RecordList::own(const std::vector<T>& list, size_t Item::*begins, size_t i) const {
  const size_t end = i + 1 < items_.size() ? items_[i + 1].*begins : list.size();
  return std::span(list).subspan(items_[i].*begins, end - items_[i].*begins);
}

Record RecordList::record(size_t i) const {
  Record record = items_[i].record;
  record.contents = own(contents_, &Item::contents, i);
  record.links = own(links_, &Item::links, i);
  record.kinds = own(kinds_, &Item::kinds, i);
  return record;
}

std::span<const RecordList::Place> RecordList::places(size_t i) const { return own(places_, &Item::places, i); }

std::span<RecordList::Place> RecordList::places(size_t i) {
  const std::span<const Place> own_places = own(places_, &Item::places, i);
  return {places_.data() + (own_places.data() - places_.data()), own_places.size()};
}

void RecordList::begin() { next_ = {{}, contents_.size(), links_.size(), kinds_.size(), places_.size()}; }

void RecordList::end(const Record& record) {
  for (size_t i = next_.places; i < places_.size(); ++i) {
    const auto own = kinds_.begin() + static_cast<std::ptrdiff_t>(next_.kinds);
    const auto at = std::lower_bound(own, kinds_.end(), places_[i].kind);
    if (places_[i].kind != Kind::none && (at == kinds_.end() || *at != places_[i].kind))
      kinds_.insert(at, places_[i].kind);
  }
  next_.record = record;
  next_.record.format = format_;
  items_.push_back(next_);
}

}  // namespace pidun
