// What keys were found to say: a document repeats the same few hundred, and a label depends on the key alone.
// Tested in tests/unit/detect/values_test.cpp.
#pragma once

#include <string_view>
#include <vector>

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
  // labels.classify(key), which is kept if the key is short enough.
  Said classify(const LabelTable& labels, std::string_view key) {
    if (key.empty() || key.size() > ShortKey::kLongest) return {labels.classify(key), beside_name(key)};
    if (known_.empty()) known_.resize(size_t{1} << kBits);
    const ShortKey wanted(key);
    Known& known = known_[wanted.slot(kBits)];
    if (!(known.key == wanted)) known = {wanted, {labels.classify(key), beside_name(key)}};
    return known.said;
  }

 private:
  static constexpr int kBits = 10;  // a document of many kinds of objects has some hundred keys
  struct Known {
    ShortKey key;
    Said said;
  };

  std::vector<Known> known_;  // made for the first key
};

}  // namespace pidun
