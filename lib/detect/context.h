// What stands around a candidate: the bytes, the label of its value, and the words beside it.
// Windows are counted in characters and end at the borders of the value. Tested in tests/unit/detect/context_test.cpp.
#pragma once

#include <vector>

#include "detect/nearby_words.h"
#include "detect/values.h"
#include "rules/kinds.h"

namespace pidun {

struct Beside {
  Label word = Label::none;  // nearest word before the candidate, else right behind it
  Label name = Label::none;  // of the column, key or input
  bool alone = false;        // the candidate is all that stands on its line
};

class Context {
 public:
  // Owns nothing. Cheapest when candidates are asked for in ascending order.
  Context(const LabelTable& labels, const Window& window, NearbyWords& words, Values& values)
      : labels_(&labels), window_(window), words_(&words), values_(&values) {
    words.start(window);
  }

  const Window& window() const { return window_; }
  const LabelTable& labels() const { return *labels_; }
  char at(uint64_t offset) const { return window_.at(offset); }
  // The value that holds `offset`.
  Value value_at(uint64_t offset) { return values_->at(window_, offset); }
  // What stands beside a candidate in `value`, which holds its first byte.
  Beside beside(Span span, const Value& value);
  Beside beside(Span span) { return beside(span, value_at(span.begin)); }
  // Whether the name of the field or the nearest word before `span` names values of `kind`, which are no numbers.
  bool named(Span span, const Value& value, Kind kind);
  // Whether a value may hold a line break.
  bool values_may_wrap() const { return values_->may_wrap(); }
  // The cells above and below the one that holds `offset`, the nearest first, at most `most` either way and not far:
  // written to `cells`, which has room for all. Returns how many.
  size_t column_around(uint64_t offset, Span* cells, size_t most) {
    return values_->column_around(window_, offset, cells, most);
  }

 private:
  // `hits` ascend; `next` is the first that begins at span.begin or behind it.
  Label word_before(Span span, const Value& value, const std::vector<WordHit>& hits, size_t next) const;
  Label word_behind(Span span, const Value& value, const std::vector<WordHit>& hits, size_t next) const;
  bool reaches(uint64_t begin, uint64_t end) const;

  const LabelTable* labels_;
  Window window_;
  NearbyWords* words_;
  Values* values_;
  size_t cursor_ = 0;
};

}  // namespace pidun
