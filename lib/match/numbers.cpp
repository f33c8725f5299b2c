#include "match/numbers.h"

#include <algorithm>
#include <bit>

#include "base/byte_masks.h"
#include "match/form_places.h"
#include "match/odd_places.h"

namespace pidun {
namespace {

constexpr uint64_t kReach = 64;  // bytes looked at on either side of the range

// Bit i says that bits i .. i+6 of (next:word) are all set.
uint64_t seven_in_a_row(uint64_t word, uint64_t next) {
  unsigned __int128 bits = (static_cast<unsigned __int128>(next) << 64) | word;
  bits &= bits >> 1;
  bits &= bits >> 2;
  bits &= bits >> 3;
  return static_cast<uint64_t>(bits);
}

// False if no seven in a row begin in this word: of these, four are in it, or its last bit and those behind.
bool may_have_run(uint64_t word) {
  const uint64_t two = word & (word >> 1);
  return (two & (two >> 2)) != 0 || (word >> 63) != 0;
}

uint64_t from_before(uint64_t word, uint64_t before, int by) { return (word << by) | (before >> (64 - by)); }
uint64_t from_after(uint64_t word, uint64_t after, int by) { return (word >> by) | (after << (64 - by)); }

void clear_bits(TextWord& word, uint64_t bits) {
  for (uint64_t* mask : {&word.digits, &word.joints, &word.ats, &word.signs, &word.high, &word.marks, &word.wide_masks})
    *mask &= ~bits;
}

}  // namespace

// Digits from `bit` on; what is past 64 does not matter.
uint32_t AnchorFinder::run_length(size_t bit) const {
  const unsigned __int128 two =
      (static_cast<unsigned __int128>(words_[bit / 64 + 2].digits) << 64) | words_[bit / 64 + 1].digits;
  return static_cast<uint32_t>(std::countr_one(static_cast<uint64_t>(two >> (bit % 64))));
}

NumberAnchor AnchorFinder::anchor_at(std::string_view bytes, size_t bit, uint32_t length) const {
  NumberAnchor anchor{.begin = base_ + bit, .length = length};
  if (bit > 0) anchor.before = bytes[bit - 1];
  if (bit + length < bytes.size()) anchor.behind = bytes[bit + length];
  return anchor;
}

// `starts` are the first digits of runs of seven or more.
inline void AnchorFinder::add_runs(std::string_view bytes, size_t word, uint64_t starts, Anchors& out) const {
  const TextWord &here = words_[word + 1], &last = words_[word];
  const uint64_t behind_hanzi = from_before(here.high, last.high, 1) | from_before(here.high, last.high, 2) |
                                from_before(here.high, last.high, 3);
  for (; starts != 0; starts &= starts - 1) {
    const auto bit = static_cast<size_t>(std::countr_zero(starts));
    const size_t at = word * 64 + bit;
    // Where a zero bit follows in this word, the run ends there.
    const uint64_t behind = ~here.digits >> bit;
    const uint32_t length = behind != 0 ? static_cast<uint32_t>(std::countr_zero(behind)) : run_length(at);
    if (length > kLongestRun || base_ + at < begin_ || base_ + at >= end_) continue;
    out.numbers.emplace_back(anchor_at(bytes, at, length)).behind_hanzi = (behind_hanzi >> bit & 1) != 0;
  }
}

// The first digits of numbers in groups. `joins` are the separators between groups of three digits or more.
void AnchorFinder::note_groups(std::string_view bytes, size_t word, uint64_t joins) {
  for (; joins != 0; joins &= joins - 1) {
    const size_t separator = word * 64 + static_cast<size_t>(std::countr_zero(joins));
    const bool spread = bytes[separator] == '.' || bytes[separator] == '/';  // decimals, dates, addresses of hosts
    if (spread && !digit(separator + 4)) continue;
    size_t bit = separator;
    while (bit > 0 && separator - bit <= kLongestRun && digit(bit - 1)) --bit;
    const auto length = static_cast<uint32_t>(separator - bit);
    if (length > kLongestRun || base_ + bit < begin_ || base_ + bit >= end_) continue;
    NumberAnchor& group = groups_.emplace_back(anchor_at(bytes, bit, length));
    group.grouped = true;
    for (size_t by = 1; by <= 3 && by <= bit; ++by) group.behind_hanzi |= (bytes[bit - by] & 0x80) != 0;
  }
}

// Rows of digits that one and the same separator parts. `threes` are separators between two digits of which two more
// stand two and four bytes on: of the shortest row, some are in one word.
void AnchorFinder::note_rows(std::string_view bytes, size_t word, uint64_t threes) {
  constexpr size_t kRow = 2 * kLongestRow;
  for (uint64_t left = threes; left != 0;) {
    const size_t separator = word * 64 + static_cast<size_t>(std::countr_zero(left));
    const char sign = bytes[separator];
    const auto joined = [&](size_t bit) { return bytes[bit] == sign && digit(bit + 1); };
    size_t first = separator - 1, last = separator + 1;  // digits
    while (first >= 2 && separator - first <= kRow && joined(first - 1) && digit(first - 2)) first -= 2;
    while (last - separator <= kRow && last + 2 < bytes.size() && joined(last + 1)) last += 2;
    const size_t count = (last - first) / 2 + 1;
    const bool single = (first == 0 || !digit(first - 1)) && !digit(last + 1);
    const uint64_t at = base_ + first;
    if (single && count >= kShortestRow && count <= kLongestRow && at >= begin_ && at < end_) {
      groups_.push_back(anchor_at(bytes, first, 1));
      groups_.back().grouped = any_rows_ = true;
      for (size_t by = 1; by <= 3 && by <= first; ++by) groups_.back().behind_hanzi |= (bytes[first - by] & 0x80) != 0;
    }
    const size_t behind = last - word * 64;
    left = behind >= 64 ? 0 : left & (~uint64_t{0} << behind);
  }
}

// Of a word with marks.
inline void AnchorFinder::find_places(std::string_view bytes, size_t word) {
  const TextWord& here = words_[word + 1];
  for (uint64_t left = here.wide_masks; left != 0; left &= left - 1)
    add_odd_place(bytes, word * 64 + static_cast<size_t>(std::countr_zero(left)), odd_);
  const uint64_t digits = here.digits, after = words_[word + 2].digits;
  const uint64_t two_to_four =
      from_after(digits, after, 2) & from_after(digits, after, 3) & from_after(digits, after, 4);
  // Digits behind hanzi are mostly house numbers: fewer than four begin nothing.
  const uint64_t few = from_after(digits, after, 1) & ~two_to_four & here.high;
  for (uint64_t left = here.marks & ~few; left != 0; left &= left - 1) {
    const size_t at = word * 64 + static_cast<size_t>(std::countr_zero(left));
    const char next = bytes[at + 1];
    if (may_lead_to_odd(next)) add_odd_place(bytes, at, odd_);
    if ((next & 0x80) != 0 && next != '\xEF') continue;
    if (may_lead_to_form(bytes, at)) add_form_places(bytes, at, found_);
  }
}

void AnchorFinder::collect(std::string_view bytes, Anchors& out) {
  const size_t first = out.numbers.size(), count = count_;
  groups_.clear();
  found_.clear();
  odd_.clear();
  any_rows_ = false;
  with_high_.resize(mask_words(count));
  for (size_t word = 0; word < count;) {
    uint64_t with_high = 0;
    for (size_t i = 0; i < 64 && word < count; ++i, ++word) {
      const TextWord& here = words_[word + 1];
      with_high |= uint64_t{here.high != 0} << i;
      if (here.digits != 0) collect_numbers(bytes, word, out);
      if (here.ats != 0) add_ats(word, out);
      if ((here.marks | here.wide_masks) != 0) find_places(bytes, word);
    }
    with_high_[(word - 1) / 64] = with_high;
  }
  add_groups(first, out.numbers);
  add_inside(found_, out.places);
  add_inside(odd_, out.odd);
}

void AnchorFinder::add_ats(size_t word, Anchors& out) const {
  for (uint64_t left = words_[word + 1].ats; left != 0; left &= left - 1) {
    const uint64_t at = base_ + word * 64 + static_cast<size_t>(std::countr_zero(left));
    if (at >= begin_ && at < end_) out.ats.push_back(at);
  }
}

// Of a word with digits: no number begins and none is joined where there are none.
inline void AnchorFinder::collect_numbers(std::string_view bytes, size_t word, Anchors& out) {
  const TextWord& here = words_[word + 1];
  const uint64_t digits = here.digits, before = words_[word].digits, after = words_[word + 2].digits;
  const uint64_t behind_digit = from_before(digits, before, 1);
  if (may_have_run(digits))
    if (const uint64_t starts = seven_in_a_row(digits, after) & ~behind_digit; starts != 0)
      add_runs(bytes, word, starts, out);
  uint64_t joins = here.joints & behind_digit & from_after(digits, after, 1);
  if (joins == 0) return;
  if (const uint64_t threes = joins & (joins >> 2) & (joins >> 4); threes != 0) note_rows(bytes, word, threes);
  for (int by = 2; by <= 3; ++by) joins &= from_before(digits, before, by) & from_after(digits, after, by);
  if (joins != 0) note_groups(bytes, word, joins);
}

// In among the runs from `first` on. A long run that is there already only learns that a group follows.
void AnchorFinder::add_groups(size_t first, std::vector<NumberAnchor>& numbers) {
  if (groups_.empty()) return;
  if (any_rows_) {
    const auto earlier = [](const NumberAnchor& a, const NumberAnchor& b) { return a.begin < b.begin; };
    std::stable_sort(groups_.begin(), groups_.end(), earlier);
    groups_.erase(std::unique(groups_.begin(), groups_.end()), groups_.end());  // a row is seen in each of its words
  }
  runs_.assign(numbers.begin() + static_cast<std::ptrdiff_t>(first), numbers.end());
  numbers.resize(first);
  size_t run = 0;
  for (const NumberAnchor& group : groups_) {
    while (run < runs_.size() && runs_[run].begin < group.begin) numbers.push_back(runs_[run++]);
    if (run < runs_.size() && runs_[run].begin == group.begin) ++run;
    numbers.push_back(group);
  }
  numbers.insert(numbers.end(), runs_.begin() + static_cast<std::ptrdiff_t>(run), runs_.end());
}

// In order and once each: marks give their places in order of the marks.
void AnchorFinder::add_inside(std::vector<uint64_t>& places, std::vector<uint64_t>& out) const {
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const uint64_t place : places)
    if (base_ + place >= begin_ && base_ + place < end_) out.push_back(base_ + place);
}

// Words that are blind from end to end are not even looked at, where there are some side by side.
void AnchorFinder::mark(std::string_view bytes, std::span<const Span> blind) {
  constexpr size_t kFewestSkipped = 6;
  TextWord* const words = words_.data() + 1;
  const auto inside = [&](uint64_t offset) { return std::clamp(offset, base_, base_ + bytes.size()) - base_; };
  size_t done = 0;  // words
  const auto mark_to = [&](size_t word) {
    constexpr size_t kSeen = 64;  // bytes behind, which masks may depend on
    if (word > done) text_masks(bytes.substr(done * 64, (word - done) * 64 + kSeen), words + done);
  };
  for (const Span& span : blind) {
    const size_t first = mask_words(inside(span.begin)), behind = inside(span.end) / 64;
    if (first + kFewestSkipped > behind) continue;
    mark_to(first);
    done = behind;
  }
  mark_to(count_);
  for (const Span& span : blind) {
    const uint64_t begin = inside(span.begin), end = inside(span.end);
    if (begin == end) continue;
    const size_t first = begin / 64, last = (end - 1) / 64;
    const uint64_t from = ~uint64_t{0} << begin % 64, to = ~uint64_t{0} >> (63 - (end - 1) % 64);
    if (first == last) {
      clear_bits(words[first], from & to);
      continue;
    }
    clear_bits(words[first], from);
    std::fill(words + first + 1, words + last, TextWord{});
    clear_bits(words[last], to);
  }
}

void AnchorFinder::find(const Window& window, uint64_t begin, uint64_t end, Anchors& out, std::span<const Span> blind) {
  begin_ = begin;
  end_ = end;
  base_ = std::max(window.begin(), pidun::before(begin, kReach));
  const std::string_view bytes = window.view(base_, end + kReach);
  count_ = mask_words(bytes.size());
  if (words_.size() < count_ + 2) words_.resize(count_ + 2);
  words_[count_ + 1] = {};
  mark(bytes, blind);
  collect(bytes, out);
}

}  // namespace pidun
