#include "tally/tally_groups.h"

#include <algorithm>
#include <cstring>

#include "tally/tally_error.h"
#include "tally/tally_format.h"

namespace pidun {
namespace {

using tally_format::kPrintBytes;

void require(bool holds) {
  if (!holds) throw TallyError(TallyFault::corrupt, "the tally is damaged: it was cut or changed");
}

}  // namespace

void GroupSource::begin(size_t partition) {
  partition_ = partition;
  groups_ = file_->number<uint64_t>();
  const auto bytes = file_->number<uint64_t>();
  require(bytes <= file_->left() && groups_ <= bytes / (kPrintBytes + sizeof(uint64_t)));
  end_ = file_->left() - bytes;
  first_ = true;
}

bool GroupSource::next() {
  if (groups_ == 0) {
    require(file_->left() == end_);
    return false;
  }
  --groups_;
  require(file_->left() >= end_ + kPrintBytes);
  const unsigned char* bytes = file_->bytes(kPrintBytes);
  GroupPrint print{};
  std::memcpy(&print[0], bytes, 7);
  std::memcpy(&print[1], bytes + 7, 8);
  print[0] |= partition_ << 56;
  require(first_ || print_ < print);
  first_ = false;
  print_ = print;
  read_items();
  return true;
}

uint64_t GroupSource::word() {
  require(file_->left() >= end_ + sizeof(uint64_t));
  return file_->number<uint64_t>();
}

void GroupSource::read_items() {
  items_.clear();
  for (bool last = false; !last;) {
    const uint64_t head = word();
    last = (head & kLast) != 0;
    Item item{head & ~kLast, 0};
    require(is_known(item.word, asked_));
    if (words_of(item.word) == 2) item.tail = word();
    const bool record = type_of(item.word) == ItemType::record;
    require(!record || recipient_of(item.word) <= recipients_);
    require(items_.empty() || items_.back() < item);
    items_.push_back(item);
  }
}

void GroupSink::clear() {
  groups_ = 0;
  bytes_.clear();
}

void GroupSink::put(const GroupPrint& print, std::span<const Item> items) {
  ++groups_;
  words_.resize(std::max(words_.size(), 2 * items.size()));
  const uint64_t* end = write_items(items, words_.data());
  const size_t size = static_cast<size_t>(end - words_.data()) * sizeof(uint64_t);
  const size_t at = bytes_.size();
  bytes_.resize(at + kPrintBytes + size);
  unsigned char* out = bytes_.data() + at;
  std::memcpy(out, &print[0], 7);  // without the number of the partition
  std::memcpy(out + 7, &print[1], 8);
  std::memcpy(out + kPrintBytes, words_.data(), size);
}

void GroupSink::write_to(CheckedWriter& file) const {
  file.number(groups_);
  file.number(static_cast<uint64_t>(bytes_.size()));
  file.bytes(bytes_);
}

}  // namespace pidun
