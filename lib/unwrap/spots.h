// Spotting: where in a text something may be encoded. Words of 64 bytes with escapes, and runs long enough to be
// base64 or hex. Text without any of these costs a look at its masks.
// Example: in "a=%E5%BC%A0 trace=b0745c70f99e2de4" the word holds percent spots; the trace is too short for hex.
// Tested in tests/unit/unwrap/spots_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/window.h"
#include "unwrap/spot_masks.h"

namespace pidun {

// Bit i stands for byte 64 * word + i. What the bits say is necessary, not sufficient.
struct SpotWord {
  size_t word = 0;
  uint64_t backslash = 0;
  uint64_t percent = 0;  // a hex digit two bytes on
  uint64_t ampersand = 0;
  uint64_t quoted = 0;  // =XX=, =XX with a capital, or a soft line break
  uint64_t all() const { return backslash | percent | ampersand | quoted; }
};

// Maximal within the text.
struct Run {
  size_t begin = 0;
  size_t end = 0;
};

// The backslashes among the spots of a text, asked for in ascending order.
class BackslashPlaces {
 public:
  BackslashPlaces() = default;
  // `words` as of Spots::words().
  explicit BackslashPlaces(const std::vector<SpotWord>& words)
      : word_(words.data()), end_(words.data() + words.size()) {}
  // The first that is not before `at`; npos if there is none.
  size_t next(size_t at) {
    for (; word_ != end_; ++word_) {
      const size_t begin = word_->word * 64;
      if (begin + 64 <= at) continue;
      const uint64_t left = at <= begin ? word_->backslash : word_->backslash & ~uint64_t{0} << (at - begin);
      if (left != 0) return begin + static_cast<size_t>(std::countr_zero(left));
    }
    return std::string_view::npos;
  }

 private:
  const SpotWord* word_ = nullptr;
  const SpotWord* end_ = nullptr;
};

class Spots {
 public:
  void find(std::string_view text);
  // Only in the words that spans of `where` touch: disjoint ones, in order, of a text of which text[0] is byte `base`.
  void find(std::string_view text, uint64_t base, const std::vector<Span>& where);
  const std::vector<SpotWord>& words() const { return words_; }
  // Runs of kShortestBase64 or more base64 characters with a capital among them, which base64 of text always has.
  const std::vector<Run>& base64() const { return base64_; }
  const std::vector<Run>& hex() const { return hex_; }
  // End of that of base64() that goes on at `at`; `at` itself if none does.
  size_t base64_run_end(size_t at) const;
  // Begin of that of base64() that ends at `at`; `at` itself if none does.
  size_t base64_run_begin(size_t at) const;
  // End of the run of base64 characters that `at` is in; `at` itself if it is in none.
  size_t base64_end(size_t at) const { return run_end(at, SpotSet::base64); }

 private:
  void start(std::string_view text);
  void read_words(std::string_view text, size_t begin, size_t end);
  void add_escapes(std::string_view text, size_t word);
  void add_base64(size_t word);
  void add_hex(size_t word);
  size_t run_begin(size_t at) const;
  size_t run_end(size_t at, SpotSet set) const;

  SpotMasks masks_;
  size_t size_ = 0;  // of the text
  std::vector<SpotWord> words_;
  std::vector<Run> base64_;
  std::vector<Run> hex_;
};

}  // namespace pidun
