// Where numbers may begin: maximal digit runs of seven or more, groups of three or more digits followed by a blank or
// dash and three more (138 0013 8000) or by a dot or slash and four more (138.0013.8000), and rows of 11 to 19 digits
// that one and the same of these signs parts (1 3 8 0 …). One SIMD pass, then bit arithmetic; no pattern engine.
// Example: "a 138 0013 8000, ts=1600000000145" gives the group at 2 and the run at 20.
// Tested in tests/unit/match/numbers_test.cpp against a byte-by-byte reference.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/window.h"
#include "match/text_masks.h"

namespace pidun {

// Runs longer than this are part of nothing that we know; they are not reported.
inline constexpr uint32_t kLongestRun = 24;
inline constexpr uint32_t kShortestRun = 7;
inline constexpr uint32_t kShortestGroup = 3;
inline constexpr uint32_t kShortestRow = 11, kLongestRow = 19;  // of single digits

struct NumberAnchor {
  uint64_t begin = 0;
  uint32_t length = 0;   // digits of the maximal run at begin
  bool grouped = false;  // a separator and more digits follow; of one digit: a row of single digits
  char before = '\0';    // the bytes that touch the run, NUL outside the window
  char behind = '\0';
  bool behind_hanzi = false;  // one of the three bytes before the run is 0x80 or above
  friend bool operator==(const NumberAnchor&, const NumberAnchor&) = default;
};

struct Anchors {
  std::vector<NumberAnchor> numbers;  // ascending
  std::vector<uint64_t> ats;          // offsets of '@', ascending
  std::vector<uint64_t> places;       // where values of other forms may begin (match/form_places.h), ascending
  std::vector<uint64_t> odd;          // where masked values and numbers in other dress may lie (match/odd_places.h)
  void clear() {
    numbers.clear();
    ats.clear();
    places.clear();
    odd.clear();
  }
};

// Finds the anchors that begin in [begin, end). Working memory is kept between calls; not shared by threads.
class AnchorFinder {
 public:
  // Looks up to 64 bytes outside [begin, end), where the window has them; appends to `out`. Nothing is seen in `blind`
  // stretches, ascending and apart: what stands in them is searched elsewhere.
  void find(const Window& window, uint64_t begin, uint64_t end, Anchors& out, std::span<const Span> blind = {});

  // What the last find() saw of its range and the bytes around it, for the stages that go on from there.
  TextMasks masks() const { return {base_, {words_.data() + 1, count_}, with_high_}; }

 private:
  void mark(std::string_view bytes, std::span<const Span> blind);
  void collect(std::string_view bytes, Anchors& out);
  void collect_numbers(std::string_view bytes, size_t word, Anchors& out);
  void add_ats(size_t word, Anchors& out) const;
  void note_groups(std::string_view bytes, size_t word, uint64_t joins);
  void add_runs(std::string_view bytes, size_t word, uint64_t starts, Anchors& out) const;
  void add_groups(size_t first, std::vector<NumberAnchor>& numbers);
  void note_rows(std::string_view bytes, size_t word, uint64_t threes);
  void find_places(std::string_view bytes, size_t word);
  void add_inside(std::vector<uint64_t>& places, std::vector<uint64_t>& out) const;
  bool digit(size_t bit) const { return (words_[bit / 64 + 1].digits >> (bit % 64)) & 1; }
  uint32_t run_length(size_t bit) const;
  NumberAnchor anchor_at(std::string_view bytes, size_t bit, uint32_t length) const;

  std::vector<TextWord> words_;      // one guard word at either end
  std::vector<uint64_t> with_high_;  // of the words between the guards, see TextMasks
  std::vector<NumberAnchor> groups_, runs_;
  bool any_rows_ = false;  // among groups_, which then are in no order
  std::vector<uint64_t> found_, odd_;
  uint64_t base_ = 0, begin_ = 0, end_ = 0;
  size_t count_ = 0;  // of the words between the guards
};

}  // namespace pidun
