// What keys were found to say: a document repeats the same few hundred, and a label depends on the key alone.
// Tested in tests/unit/detect/values_test.cpp.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/short_key.h"
#include "detect/beside_names.h"
#include "detect/labels.h"

namespace pidun {

class KeyLabels {
 public:
  struct Said {
    Label label = Label::none;
    int beside = -1;  // what beside_name() says of it
  };
  // labels.classify(key) of the key without escapes, which is kept. From its begin on `readable` bytes can be read.
  Said classify(const LabelTable& labels, std::string_view key, size_t readable = 0) {
    if (key.empty() || key.size() > ShortKey::kLongest) return classify_long(labels, key);
    if (is_digit(key[0]) && std::all_of(key.begin(), key.end(), is_digit))  // of such there are as many as objects
      return {labels.named(key), -1};
    if (known_.empty()) known_.resize(size_t{1} << kBits);
    const ShortKey wanted(key, readable);
    const size_t slot = wanted.slot(kBits);
    Known& known = known_[slot];
    if (known.key == wanted) return known.said;
    Known& other = known_[slot ^ 1];  // each key has two places, so that two keys do not push each other out
    std::swap(known, other);
    if (!(known.key == wanted)) known = {wanted, said_by(labels, key)};
    return known.said;
  }

 private:
  static Said said_by(const LabelTable& labels, std::string_view key);
  Said classify_long(const LabelTable& labels, std::string_view key);

  static constexpr int kBits = 10;  // a document of many kinds of objects has some hundred keys
  struct Known {
    ShortKey key;
    Said said;
  };

  std::vector<Known> known_;                         // made for the first key
  std::map<std::string, Said, std::less<>> longer_;  // longer ones: mostly those with escapes
};

}  // namespace pidun
