// What keys were found to say: a document repeats the same few hundred, and a label depends on the key alone.
// Tested in tests/unit/detect/values_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "base/short_key.h"
#include "detect/labels.h"

namespace pidun {

class KeyLabels {
 public:
  // labels.classify(key), which is kept if the key is short enough.
  Label classify(const LabelTable& labels, std::string_view key) {
    if (key.empty() || key.size() > ShortKey::kLongest) return labels.classify(key);
    if (known_.empty()) known_.resize(size_t{1} << kBits);
    const ShortKey wanted(key);
    Known& known = known_[wanted.slot(kBits)];
    if (!(known.key == wanted)) known = {wanted, labels.classify(key)};
    return known.label;
  }

 private:
  static constexpr int kBits = 10;  // a document of many kinds of objects has some hundred keys
  struct Known {
    ShortKey key;
    Label label = Label::none;
  };

  std::vector<Known> known_;  // made for the first key
};

}  // namespace pidun
