#include "detect/key_labels.h"

#include "unwrap/spelt_name.h"

namespace pidun {

KeyLabels::Said KeyLabels::said_by(const LabelTable& labels, std::string_view key) {
  const bool of_parent = key == "text" || key == "value" || key == "content";
  if (!may_be_spelt(key)) return {labels.classify(key), beside_name(key), of_parent};
  const std::string plain = spelt_name(key);
  return {labels.classify(plain), beside_name(plain)};
}

// Each key has two places, so that two keys do not push each other out.
const KeyLabels::Said& KeyLabels::classify_short(const LabelTable& labels, std::string_view key) {
  const ShortKey wanted(key);
  const size_t slot = wanted.slot(kBits);
  Known &known = known_[slot], &other = known_[slot ^ 1];
  std::swap(known, other);
  if (!(known.key == wanted)) known = {wanted, said_by(labels, key)};
  return known.said;
}

const KeyLabels::Said& KeyLabels::classify_long(const LabelTable& labels, std::string_view key) {
  constexpr size_t kMost = 1024, kLongest = 256;  // keys that are kept, and their bytes
  if (key.empty() || key.size() > kLongest) return unkept_ = said_by(labels, key);
  if (const auto known = longer_.find(key); known != longer_.end()) return known->second;
  if (longer_.size() == kMost) longer_.clear();
  return longer_.emplace(key, said_by(labels, key)).first->second;
}

}  // namespace pidun
