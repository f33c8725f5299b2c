#include "match/numbers.h"

#include <algorithm>
#include <bit>

#include "base/byte_masks.h"
#include "match/form_marks.h"
#include "match/form_places.h"
#include "match/odd_places.h"

namespace pidun {
namespace {

constexpr uint64_t kReach = 64;  // bytes looked at on either side of the range
constexpr ByteRange kRanges[] = {kDigits, one_byte(' '), {'-', '/' - '-'}, one_byte('@')};

// Bit i says that bits i .. i+6 of (next:word) are all set.
uint64_t seven_in_a_row(uint64_t word, uint64_t next) {
  unsigned __int128 bits = (static_cast<unsigned __int128>(next) << 64) | word;
  bits &= bits >> 1;
  bits &= bits >> 2;
  bits &= bits >> 3;
  return static_cast<uint64_t>(bits);
}

// A group begins at most kLongestRun before its separator, so its place is among the last few. A long run that was
// added already only learns that a group follows.
void insert_group(const NumberAnchor& group, std::vector<NumberAnchor>& numbers) {
  size_t place = numbers.size();
  while (place > 0 && numbers[place - 1].begin > group.begin) --place;
  if (place > 0 && numbers[place - 1].begin == group.begin) {
    numbers[place - 1].grouped = true;
  } else {
    numbers.insert(numbers.begin() + static_cast<std::ptrdiff_t>(place), group);
  }
}

uint64_t from_before(uint64_t word, uint64_t before, int by) { return (word << by) | (before >> (64 - by)); }
uint64_t from_after(uint64_t word, uint64_t after, int by) { return (word >> by) | (after << (64 - by)); }

}  // namespace

// Digits from `bit` on; what is past 64 does not matter.
uint32_t AnchorFinder::run_length(size_t bit) const {
  const unsigned __int128 two = (static_cast<unsigned __int128>(digits_[bit / 64 + 2]) << 64) | digits_[bit / 64 + 1];
  return static_cast<uint32_t>(std::countr_one(static_cast<uint64_t>(two >> (bit % 64))));
}

// `starts` are the first digits of runs of seven or more.
void AnchorFinder::add_runs(size_t word, uint64_t starts, Anchors& out) {
  const uint64_t digits = digits_[word + 1];
  for (; starts != 0; starts &= starts - 1) {
    const auto bit = static_cast<size_t>(std::countr_zero(starts));
    const uint64_t at = base_ + word * 64 + bit;
    // Where a zero bit follows in this word, the run ends there.
    const uint64_t behind = ~digits >> bit;
    const uint32_t length = behind != 0 ? static_cast<uint32_t>(std::countr_zero(behind)) : run_length(word * 64 + bit);
    if (length <= kLongestRun && at >= begin_ && at < end_) out.numbers.push_back({at, length, false});
  }
}

// Rows of digits that one and the same separator parts. `joins` are those between two digits: of the shortest row,
// three that stand two apart are in one word.
void AnchorFinder::add_single_digits(size_t word, uint64_t joins, Anchors& out) {
  constexpr size_t kRow = 2 * kLongestRow;
  for (uint64_t left = joins & (joins >> 2) & (joins >> 4); left != 0;) {
    const size_t separator = word * 64 + static_cast<size_t>(std::countr_zero(left));
    const char sign = bytes_[separator];
    const auto joined = [&](size_t bit) { return bytes_[bit] == sign && digit(bit + 1); };
    size_t first = separator - 1, last = separator + 1;  // digits
    while (first >= 2 && separator - first <= kRow && joined(first - 1) && digit(first - 2)) first -= 2;
    while (last - separator <= kRow && last + 2 < bytes_.size() && joined(last + 1)) last += 2;
    const size_t count = (last - first) / 2 + 1;
    const bool single = (first == 0 || !digit(first - 1)) && !digit(last + 1);
    const uint64_t at = base_ + first;
    if (single && count >= kShortestRow && count <= kLongestRow && at >= begin_ && at < end_)
      insert_group({at, 1, true}, out.numbers);
    const size_t behind = last - word * 64;
    left = behind >= 64 ? 0 : left & (~uint64_t{0} << behind);
  }
}

// `joins` are the separators between two digits.
void AnchorFinder::add_groups(size_t word, uint64_t joins, Anchors& out) {
  const uint64_t before = digits_[word], digits = digits_[word + 1], after = digits_[word + 2];
  if ((joins & (joins >> 2) & (joins >> 4)) != 0) add_single_digits(word, joins, out);
  joins &= from_before(digits, before, 2) & from_before(digits, before, 3) & from_after(digits, after, 2) &
           from_after(digits, after, 3);
  for (; joins != 0; joins &= joins - 1) {
    const size_t separator = word * 64 + static_cast<size_t>(std::countr_zero(joins));
    const bool spread = bytes_[separator] == '.' || bytes_[separator] == '/';  // decimals, dates, addresses of hosts
    if (spread && !digit(separator + 4)) continue;
    size_t bit = separator;
    while (bit > 0 && separator - bit <= kLongestRun && digit(bit - 1)) --bit;
    const uint64_t at = base_ + bit;
    const auto length = static_cast<uint32_t>(separator - bit);
    if (length > kLongestRun || at < begin_ || at >= end_) continue;
    insert_group({at, length, true}, out.numbers);
  }
}

void AnchorFinder::add_ats(size_t word, Anchors& out) {
  for (uint64_t left = ats_[word + 1]; left != 0; left &= left - 1) {
    const uint64_t at = base_ + word * 64 + static_cast<size_t>(std::countr_zero(left));
    if (at >= begin_ && at < end_) out.ats.push_back(at);
  }
}

void AnchorFinder::collect(Anchors& out) {
  for (size_t word = 0; word < words_; ++word) {
    const uint64_t digits = digits_[word + 1];
    const uint64_t starts = seven_in_a_row(digits, digits_[word + 2]) & ~from_before(digits, digits_[word], 1);
    if (starts != 0) add_runs(word, starts, out);
    const uint64_t joins = (spaces_[word + 1] | signs_[word + 1]) & from_before(digits, digits_[word], 1) &
                           from_after(digits, digits_[word + 2], 1);
    if (joins != 0) add_groups(word, joins, out);
    if (ats_[word + 1] != 0) add_ats(word, out);
  }
}

// In order and once each: marks give their places in order of the marks.
void AnchorFinder::add_places(std::string_view bytes, Anchors& out) {
  found_.clear();
  odd_.clear();
  for (size_t word = 0; word < words_; ++word) {
    if (marks_[word] == 0) continue;
    const uint64_t digits = digits_[word + 1], after = digits_[word + 2];
    const uint64_t two_to_four =
        from_after(digits, after, 2) & from_after(digits, after, 3) & from_after(digits, after, 4);
    // Digits behind hanzi are mostly house numbers: fewer than four begin nothing.
    const uint64_t few = from_after(digits, after, 1) & ~two_to_four;
    for (uint64_t left = marks_[word]; left != 0; left &= left - 1) {
      const int bit = std::countr_zero(left);
      const size_t at = word * 64 + static_cast<size_t>(bit);
      if ((few >> bit & 1) != 0 && (bytes[at] & 0x80) != 0) continue;
      const char next = bytes[at + 1];
      if (may_lead_to_odd(bytes[at], next)) add_odd_place(bytes, at, odd_);
      if ((next & 0x80) != 0 && next != '\xEF') continue;
      add_form_places(bytes, at, found_);
    }
  }
  add_inside(found_, out.places);
  add_inside(odd_, out.odd);
}

void AnchorFinder::add_inside(std::vector<uint64_t>& places, std::vector<uint64_t>& out) const {
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const uint64_t place : places)
    if (base_ + place >= begin_ && base_ + place < end_) out.push_back(base_ + place);
}

void AnchorFinder::find(const Window& window, uint64_t begin, uint64_t end, Anchors& out) {
  begin_ = begin;
  end_ = end;
  base_ = std::max(window.begin(), begin > kReach ? begin - kReach : 0);
  const std::string_view bytes = bytes_ = window.view(base_, end + kReach);
  words_ = mask_words(bytes.size());
  for (auto* mask : {&digits_, &spaces_, &signs_, &ats_}) {
    if (mask->size() < words_ + 2) mask->resize(words_ + 2);
    (*mask)[words_ + 1] = 0;
  }
  uint64_t* const masks[] = {&digits_[1], &spaces_[1], &signs_[1], &ats_[1]};
  byte_masks(bytes, kRanges, std::size(kRanges), masks);
  collect(out);
  if (marks_.size() < words_) marks_.resize(words_);
  form_marks(bytes, marks_.data());
  add_places(bytes, out);
}

}  // namespace pidun
