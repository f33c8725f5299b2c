// See word_set.h.
#include "detect/word_set.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {

void WordSet::add(std::string_view word) {
  words_.emplace(word);
  const auto place = std::lower_bound(lengths_.begin(), lengths_.end(), word.size(), std::greater<>());
  if (place == lengths_.end() || *place != word.size()) lengths_.insert(place, word.size());
  if (word.size() >= 3) return void(begins_.set(slot(word)));
  begins_.set();  // rare: what follows a shorter word may be anything
}

size_t WordSet::longest_at(std::string_view text) const {
  if (text.empty() || !may_begin(text)) return 0;
  for (const size_t length : lengths_) {
    if (length > text.size() || (length < text.size() && is_continuation(text[length]))) continue;
    if (words_.find(text.substr(0, length)) != words_.end()) return length;
  }
  return 0;
}

}  // namespace pidun
