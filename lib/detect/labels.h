// Labels: the names of columns and keys, and the words beside a value, and what they say of it.
// The words stand in patterns/*.toml. Tested in tests/unit/detect/labels_test.cpp.
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/window.h"
#include "detect/word_set.h"
#include "match/words.h"
#include "pidun_labels.h"
#include "rules/kinds.h"

namespace pidun {

// Whether the value is no person's number.
constexpr bool is_negative(Label label) {
  const size_t number = static_cast<uint16_t>(label);
  if (number < kFirstField) return number >= kFirstNegative;
  const size_t field = number - kFirstField;
  return field < kNegativeFields.size() && kNegativeFields[field];
}

// The own label of a field or a phrase.
constexpr bool is_field(Label label) {
  return static_cast<uint16_t>(label) >= kFirstField && static_cast<uint16_t>(label) <= kLastBuiltinLabel;
}

// The label of a kind's own words; of custom kinds too.
constexpr Label label_of(Kind kind) { return static_cast<Label>(kind); }

// Names and addresses: their words stand before numbers too, and say nothing against them.
// So do those of fields, but for amounts and times.
constexpr bool tells_of_words(Label label) {
  return label == Label::person_name || label == Label::home_address || (is_field(label) && !is_negative(label));
}

// Whether `label` names values of `kind`: by the kind's own words, or by a group or another kind's word that the packs
// extend to it.
bool names_kind(Label label, Kind kind);

// A word that a rule brings along.
struct LabelWord {
  std::string word;  // 1 to kLongestWord bytes
  Label label{};
};

class LabelTable {
 public:
  // The built-in words, and before them `more`: of a word that stands in both, the meaning of `more` holds.
  explicit LabelTable(const std::vector<LabelWord>& more = {});

  // The words to look for in running text; WordHit::word indexes this list.
  const WordList& words() const { return words_; }
  Label label_of(uint32_t word) const { return labels_[word]; }

  // What a column header, key or glued prefix says: "user_tel", "手机号码(必填)", "IDCard". At most 128 bytes are read.
  Label classify(std::string_view name) const;

  // What exactly this name says, separators and case aside; none if it is no word of the list.
  Label named(std::string_view name) const;
  // False of most texts that are no word of the list: of numbers, and of hanzi that no word begins with.
  bool may_be_named(std::string_view text) const {
    if (text.empty() || is_digit(text[0])) return false;
    if (static_cast<unsigned char>(text[0]) < 0x80) return true;
    return hanzi_words_.may_begin(text) && (!begins_with_two(text) || first_two_[two_slot(text)]);
  }
  // Every word, without separators and in lower case.
  template <class Function>
  void each_name(Function&& function) const {
    for (const auto& [name, label] : names_) function(std::string_view(name), label);
  }

  // Keeps the hits that are words: ASCII ones need a border (userPhone has one, automobile has none), and a hit
  // inside a longer one goes. `hits` are in order of (begin, length).
  void settle(const Window& window, std::vector<WordHit>& hits) const;

 private:
  void add(std::string_view word, Label label);
  void choose_words(size_t simplified);
  Label longest_inside(std::string_view name) const;

  // Whether a text that begins with a character of three bytes goes on with another: then so does a word that it is.
  static bool begins_with_two(std::string_view text) {
    constexpr size_t kTwo = 6;  // bytes
    return text.size() >= kTwo && static_cast<unsigned char>(text[0]) >= 0xE0 &&
           static_cast<unsigned char>(text[3]) >= 0xE0;
  }
  static size_t two_slot(std::string_view text) {
    uint32_t four = 0;
    uint16_t two = 0;
    std::memcpy(&four, text.data(), sizeof(four));
    std::memcpy(&two, text.data() + sizeof(four), sizeof(two));
    return static_cast<size_t>((uint64_t{two} << 32 | four) * 0x9E3779B97F4A7C15 >> 48);
  }
  // Of the name without separators and in lower case.
  static size_t name_slot(std::string_view name);

  WordList words_;
  std::vector<Label> labels_;
  std::bitset<1 << 18> name_slots_;               // of names_: what is none is mostly told by this
  WordSet hanzi_words_;                           // of spelt_
  std::bitset<1 << 16> first_two_;                // of these, the first two characters
  std::unordered_map<std::string, Label> spelt_;  // every word once, as it is written
  std::unordered_map<std::string, Label> names_;  // every word without separators, in lower case
  size_t longest_name_ = 0;
};

}  // namespace pidun
