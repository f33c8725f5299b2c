#include "tally/group.h"

#include <algorithm>

namespace pidun {
namespace {

// Two items that differ in flags at most: records of one event and recipient, or masked values of one class.
bool same_but_flags(const Item& a, const Item& b) {
  const ItemType type = type_of(a.word);
  return (type == ItemType::record || type == ItemType::masked) && (a.word | kRecordFlags) == (b.word | kRecordFlags);
}

void forget_common(std::vector<Item>& items) {
  size_t end = items.size();  // rows stand right before records
  while (end != 0 && type_of(items[end - 1].word) == ItemType::record) --end;
  if (end == 0 || !is_rows(items[end - 1].word)) return;
  if (rows_of(items) > kMostJoined) std::erase_if(items, [](const Item& item) { return !is_rows(item.word); });
}

}  // namespace

uint64_t rows_of(std::span<const Item> items) {
  uint64_t rows = 0;
  for (const Item& item : items) rows += is_rows(item.word) ? item.tail : 0;
  return rows;
}

void make_canonical(std::vector<Item>& items) {
  if (items.size() < 2) return;
  if (!std::is_sorted(items.begin(), items.end())) std::sort(items.begin(), items.end());
  size_t kept = 0;
  for (size_t index = 1; index < items.size(); ++index) {
    if (same_but_flags(items[kept], items[index])) {
      items[kept].word |= items[index].word;
    } else if (items[kept].word == items[index].word && type_of(items[kept].word) == ItemType::signs) {
      items[kept].tail |= items[index].tail;
    } else if (items[kept].word == items[index].word && is_rows(items[kept].word)) {
      items[kept].tail += items[index].tail;
    } else if (items[kept] != items[index]) {
      items[++kept] = items[index];
    }
  }
  items.resize(kept + 1);
  forget_common(items);
}

bool is_absorbed(std::span<const Item> items, uint64_t event) {
  const Item first{marker_item(event), 0};
  const auto found = std::lower_bound(items.begin(), items.end(), first);
  if (found == items.end() || type_of(found->word) != ItemType::marker) return false;
  return event == 0 || event_of(found->word) == event;
}

void GroupReader::add(const uint64_t* row) {
  for (const uint64_t* at = row + 2;;) {
    const uint64_t word = *at;
    const size_t words = words_of(word);
    items_.push_back({word & ~kLast, words == 2 ? at[1] : 0});
    if ((word & kLast) != 0) return;
    at += words;
  }
}

std::span<const Item> GroupReader::read(const uint64_t* row, std::span<const uint64_t* const> others) {
  items_.clear();
  add(row);
  for (const uint64_t* other : others) add(other);
  make_canonical(items_);
  return items_;
}

uint64_t* write_items(std::span<const Item> items, uint64_t* out) {
  uint64_t* last = out;
  for (const Item& item : items) {
    last = out;
    *out++ = item.word;
    if (words_of(item.word) == 2) *out++ = item.tail;
  }
  *last |= kLast;
  return out;
}

}  // namespace pidun
