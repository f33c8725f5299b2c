// Labels: the names of columns and keys, and the words beside a value, and what they say of it.
// The list is patterns/labels.tsv. Tested in tests/unit/detect/labels_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/window.h"
#include "match/words.h"

namespace pidun {

enum class Label : uint8_t {
  none,
  resident_id,
  document,  // 证件号: an ID, a permit or a passport
  residence_permit,
  foreign_resident,
  mobile,
  phone,  // a mobile or a landline
  card,
  account,
  email,
  company_code,
  other,  // a name of something else; says nothing
  order,  // from here on: the value is not a person's number
  time,
  serial,
  amount,
};
constexpr bool is_negative(Label label) { return label >= Label::order; }

class LabelTable {
 public:
  LabelTable();

  // The words to look for in running text; WordHit::word indexes this list.
  const WordList& words() const { return words_; }
  Label label_of(uint32_t word) const { return labels_[word]; }

  // What a column header, key or glued prefix says: "user_tel", "手机号码(必填)", "IDCard". At most 128 bytes are read.
  Label classify(std::string_view name) const;

  // Keeps the hits that are words: ASCII ones need a border (userPhone has one, automobile has none), and a hit
  // inside a longer one goes. `hits` are in order of (begin, length).
  void settle(const Window& window, std::vector<WordHit>& hits) const;

 private:
  Label longest_inside(std::string_view name) const;

  WordList words_;
  std::vector<Label> labels_;
  std::unordered_map<std::string, Label> names_;  // every word without separators, in lower case
  size_t longest_name_ = 0;
};

}  // namespace pidun
