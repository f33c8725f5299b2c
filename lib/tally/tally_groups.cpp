#include "tally/tally_groups.h"

#include <algorithm>
#include <cstring>

#include "tally/tally_error.h"
#include "tally/tally_format.h"

namespace pidun {
namespace {

using tally_format::kPrintBytes;

constexpr size_t kSpare = size_t{1} << 16;

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
  if (next_at_hand()) return true;
  require(file_->left() >= end_ + kPrintBytes);
  const unsigned char* bytes = file_->bytes(kPrintBytes);
  GroupPrint print{};
  std::memcpy(&print[0], bytes, 7);
  std::memcpy(&print[1], bytes + 7, 8);
  take(print);
  read_items();
  return true;
}

void GroupSource::take(const GroupPrint& print) {
  const GroupPrint whole{print[0] | partition_ << 56, print[1]};
  require(first_ || is_less(print_, whole));
  first_ = false;
  print_ = whole;
}

// The usual case: a group that lies whole in what was read, of few items. False if it is another; then nothing is
// taken.
bool GroupSource::next_at_hand() {
  constexpr size_t kMost = kPrintBytes + 64 * sizeof(uint64_t);
  const std::span<const unsigned char> ahead = file_->ahead();
  if (ahead.size() < kMost || file_->left() < end_ + kMost) return false;
  const unsigned char* at = ahead.data() + kPrintBytes;
  const unsigned char* const most = ahead.data() + kMost - 2 * sizeof(uint64_t);
  items_.clear();
  for (bool last = false; !last;) {
    if (at > most) return false;
    Item item;
    std::memcpy(&item.word, at, sizeof(item.word));
    last = (item.word & kLast) != 0;
    item.word &= ~kLast;
    require(is_known(item.word, asked_));
    at += sizeof(item.word);
    if (words_of(item.word) == 2) {
      std::memcpy(&item.tail, at, sizeof(item.tail));
      at += sizeof(item.tail);
    }
    require(type_of(item.word) != ItemType::record || recipient_of(item.word) <= recipients_);
    require(items_.empty() || items_.back() < item);
    items_.push_back(item);
  }
  GroupPrint print{};
  std::memcpy(&print[0], ahead.data(), 7);
  std::memcpy(&print[1], ahead.data() + 7, 8);
  take(print);
  file_->skip(static_cast<size_t>(at - ahead.data()));
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
  used_ = 0;
}

void GroupSink::put(const GroupPrint& print, std::span<const Item> items) {
  ++groups_;
  const size_t most = kPrintBytes + 2 * items.size() * sizeof(uint64_t);
  if (bytes_.size() - used_ < most) bytes_.resize(used_ + used_ / 2 + most + kSpare);
  unsigned char* out = bytes_.data() + used_;
  std::memcpy(out, &print[0], 7);  // without the number of the partition
  std::memcpy(out + 7, &print[1], 8);
  out += kPrintBytes;
  unsigned char* last = out;
  for (const Item& item : items) {
    last = out;
    std::memcpy(out, &item.word, sizeof(item.word));
    out += sizeof(item.word);
    if (words_of(item.word) != 2) continue;
    std::memcpy(out, &item.tail, sizeof(item.tail));
    out += sizeof(item.tail);
  }
  last[sizeof(uint64_t) - 1] |= kLast >> 56;
  used_ = static_cast<size_t>(out - bytes_.data());
}

void GroupSink::write_to(CheckedWriter& file) const {
  file.number(groups_);
  file.number(static_cast<uint64_t>(used_));
  file.bytes({bytes_.data(), used_});
}

}  // namespace pidun
