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
    int beside = -1;         // what beside_name() says of it
    bool of_parent = false;  // "name":[{"text":"王伟"}]: what such a key says, the key of its object says better
  };
  // labels.classify(key) of the key without escapes, which is kept. From its begin on `readable` bytes can be read.
  // Holds until the next call.
  const Said& classify(const LabelTable& labels, std::string_view key, size_t readable = 0) {
    if (key.size() - 1 >= ShortKey::kLongest) return classify_long(labels, key);  // so of an empty one, too
    if (is_digit(key[0]) && std::all_of(key.begin(), key.end(), is_digit))  // of such there are as many as objects
      return unkept_ = {labels.named(key)};
    if (known_.empty()) known_.resize(size_t{1} << kBits);
    const ShortKey wanted(key, readable);  // in registers: it is made anew where it is kept
    const Known& known = known_[wanted.slot(kBits)];
    return known.key == wanted ? known.said : classify_short(labels, key);
  }

 private:
  static Said said_by(const LabelTable& labels, std::string_view key);
  const Said& classify_short(const LabelTable& labels, std::string_view key);
  const Said& classify_long(const LabelTable& labels, std::string_view key);

  static constexpr int kBits = 10;  // a document of many kinds of objects has some hundred keys
  struct alignas(64) Known {        // a line of the cache each
    ShortKey key;
    Said said;
  };

  std::vector<Known> known_;                         // made for the first key
  Said unkept_;                                      // of a key that is not kept
  std::map<std::string, Said, std::less<>> longer_;  // longer ones: mostly those with escapes
};

}  // namespace pidun
