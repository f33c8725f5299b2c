// See spots.h.
#include "unwrap/spots.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "base/ascii.h"
#include "base/byte_masks.h"

namespace pidun {

// Of a run of base64 characters.
size_t Spots::run_begin(size_t at) const {
  const uint64_t* words = masks_.set(SpotSet::base64);
  size_t word = at / 64;
  size_t taken = static_cast<size_t>(std::countl_one(words[word] << (63 - at % 64)));
  if (taken <= at % 64) return at + 1 - taken;
  while (word > 0) {
    taken = static_cast<size_t>(std::countl_one(words[--word]));
    if (taken < 64) return word * 64 + 64 - taken;
  }
  return 0;
}

size_t Spots::run_end(size_t at, SpotSet set) const {
  if (at >= size_) return at;
  const uint64_t* words = masks_.set(set);
  size_t word = at / 64;
  size_t taken = static_cast<size_t>(std::countr_one(words[word] >> at % 64));
  if (taken < 64 - at % 64) return at + taken;
  for (++word; word * 64 < size_; ++word) {
    taken = static_cast<size_t>(std::countr_one(words[word]));
    if (taken < 64) return word * 64 + taken;
  }
  return size_;
}

size_t Spots::base64_run_end(size_t at) const {
  const auto behind = std::upper_bound(base64_.begin(), base64_.end(), at,
                                       [](size_t place, const Run& run) { return place < run.begin; });
  return behind != base64_.begin() && std::prev(behind)->end > at ? std::prev(behind)->end : at;
}

size_t Spots::base64_run_begin(size_t at) const {
  const auto behind = std::lower_bound(base64_.begin(), base64_.end(), at,
                                       [](const Run& run, size_t place) { return run.begin < place; });
  return behind != base64_.begin() && std::prev(behind)->end == at ? std::prev(behind)->begin : at;
}

void Spots::add_base64(size_t word) {
  uint64_t left = masks_.set(SpotSet::capital)[word];
  const size_t begin = word * 64;
  if (!base64_.empty() && base64_.back().end > begin) {
    if (base64_.back().end >= begin + 64) return;
    left &= ~uint64_t{0} << (base64_.back().end - begin);
  }
  while (left != 0) {
    const size_t at = begin + static_cast<size_t>(std::countr_zero(left));
    base64_.push_back({run_begin(at), run_end(at, SpotSet::base64)});
    if (base64_.back().end >= begin + 64) return;
    left &= ~uint64_t{0} << (base64_.back().end - begin);
  }
}

void Spots::add_hex(size_t word) {
  for (uint64_t left = masks_.set(SpotSet::hex_run)[word]; left != 0; left &= left - 1) {
    const size_t at = word * 64 + static_cast<size_t>(std::countr_zero(left));
    hex_.push_back({at, run_end(at, SpotSet::hex)});
  }
}

void Spots::add_escapes(std::string_view text, size_t word) {
  const auto at_byte = [&](size_t at) { return at < text.size() ? text[at] : '\0'; };
  SpotWord spot{word};
  for (uint64_t left = masks_.set(SpotSet::escape)[word]; left != 0; left &= left - 1) {
    const uint64_t bit = left & -left;
    const size_t at = word * 64 + static_cast<size_t>(std::countr_zero(left));
    switch (text[at]) {
      case '\\':
        spot.backslash |= bit;
        break;
      case '&':
        spot.ampersand |= bit;
        break;
      default:
        if (is_hex(at_byte(at + 2))) spot.percent |= bit;
    }
  }
  const uint64_t* base64 = masks_.set(SpotSet::base64);
  const uint64_t base64_behind = base64[word] >> 1 | base64[word + 1] << 63;
  spot.quoted = masks_.set(SpotSet::quoted)[word];
  for (uint64_t left = masks_.set(SpotSet::equals)[word] & ~base64_behind; left != 0; left &= left - 1) {
    const char behind = at_byte(word * 64 + static_cast<size_t>(std::countr_zero(left)) + 1);
    if (behind == '\n' || behind == '\r') spot.quoted |= left & -left;
  }
  if (spot.all() != 0) words_.push_back(spot);
}

void Spots::start(std::string_view text) {
  words_.clear();
  base64_.clear();
  hex_.clear();
  size_ = text.size();
}

void Spots::read_words(std::string_view text, size_t begin, size_t end) {
  const uint64_t* any = masks_.set(SpotSet::any);
  for (size_t word = begin; word < end; ++word) {
    if (any[word] == 0) continue;
    add_escapes(text, word);
    add_base64(word);
    add_hex(word);
  }
}

void Spots::find(std::string_view text) {
  start(text);
  masks_.find(text);
  read_words(text, 0, mask_words(text.size()));
}

void Spots::find(std::string_view text, uint64_t base, const std::vector<Span>& where) {
  start(text);
  masks_.start(text.size());
  size_t begin = 0, end = 0;  // words that are to be read
  const auto read = [&] {
    if (begin == end) return;
    masks_.find(text, begin, end);
    read_words(text, begin, end);
  };
  for (const Span& span : where) {
    if (span.end <= base || span.begin >= base + text.size()) continue;
    const auto first = static_cast<size_t>(std::max(span.begin, base) - base) / 64;
    if (first > end) {
      read();
      begin = first;
    }
    end = mask_words(static_cast<size_t>(std::min(span.end, base + text.size()) - base));
  }
  read();
}

}  // namespace pidun
