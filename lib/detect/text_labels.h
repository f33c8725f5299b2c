// Values that a label names in running text: 工号：A10245, staff_no=A10245, "mrn":"00123", 验证码是 482913.
// For kinds whose values look like anything (medical records, staff numbers, hashes): without the label they are none.
// Example: "…, emp_no=A10245;" gives [A10245) under the label of staff numbers.
// Tested in tests/unit/detect/form_reader_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <cstring>
#include <functional>
#include <vector>

#include "base/ascii.h"
#include "detect/field_rules.h"
#include "detect/key_labels.h"
#include "detect/nearby_words.h"
#include "detect/values.h"
#include "match/text_masks.h"

namespace pidun {

// A byte of a name such as user_tel, user-tel, user.tel.
constexpr bool in_identifier(char c) { return is_alnum(c) || c == '_' || c == '-' || c == '.'; }

// Which labels are looked for, and what turns nearly every ':' and '=' away at once. Immutable, shared by threads.
class TextLabelIndex {
 public:
  // Of the words of `labels` whose label is `wanted`.
  TextLabelIndex(const LabelTable& labels, const std::function<bool(Label)>& wanted);

  bool wants(Label label) const { return wanted_[static_cast<uint16_t>(label) % wanted_.size()]; }
  // Whether a wanted word may end in these four bytes, whatever their case. Of shorter words, those before must end
  // another word or none: user_tel, userTel, but not hotel.
  bool may_end_in(const char* four) const {
    uint32_t bytes = 0;
    std::memcpy(&bytes, four, sizeof(bytes));
    return may_end_in(bytes);
  }
  bool may_end_in(uint32_t four) const {
    if (tails_[slot(four)]) return true;
    return (parts(four, 1) && short_tails_[slot(four >> 16)]) || (parts(four, 0) && short_tails_[slot(four >> 8)]);
  }
  // The same by two bytes in whatever case, quicker and rougher; blanks and quotes may stand behind a word too.
  bool may_stand_before_sign(uint16_t two) const { return (pairs_[two / 64] >> (two % 64) & 1) != 0; }
  // The wanted label that `text` ends in: all of an identifier, or the longest word of hanzi.
  Label label_at_end_of(std::string_view text) const;

 private:
  static constexpr size_t kSlots = 1 << 17;
  // Bit 5, which tells cases apart, is set in all bytes.
  static size_t slot(uint32_t bytes) { return ((bytes | 0x20202020) * 0x9E3779B1u) >> 15; }
  // Whether a word may begin behind byte `i` of four.
  static bool parts(uint32_t four, int i) {
    const auto before = static_cast<char>(four >> (8 * i)), first = static_cast<char>(four >> (8 * i + 8));
    return !is_alnum(before) || (is_lower(before) && is_upper(first));
  }
  void add_tail(std::string_view tail);
  void add_pair(char first, char last);

  const LabelTable* labels_;
  std::bitset<65536> wanted_;
  std::bitset<kSlots> tails_;        // of four bytes
  std::bitset<kSlots> short_tails_;  // of words of two or three, zeros behind
  std::array<uint64_t, 65536 / 64> pairs_{};
};

class TextLabels {
 public:
  TextLabels(const TextLabelIndex& index, const LabelTable& labels, const FieldRules& fields)
      : index_(&index), labels_(&labels), fields_(&fields) {}

  // Adds the named values whose label ends in `range` to `out`, in order of their begin. `masks` cover the range. Where
  // `prose` holds, `words`, which were begun for this window, are asked about Chinese text, in which a label and its
  // value may stand side by side without a sign.
  void find(const Window& window, Span range, const TextMasks& masks, bool prose, Values& values, NearbyWords& words,
            std::vector<Value>& out);

 private:
  void read_signs(const Window& window, uint64_t word, uint64_t left, const TextMasks& masks, Values& values,
                  std::vector<Value>& out);
  void find_at_signs(const Window& window, Span range, const TextMasks& masks, Values& values, std::vector<Value>& out);
  void read_sign(const Window& window, uint64_t at, Values& values, std::vector<Value>& out);
  bool turned_away(const char* sign);
  bool is_unwanted(const char* sign);
  bool lists_names(const Window& window, Span value) const;
  void find_in_prose(const Window& window, Span range, const TextMasks& masks, Values& values, NearbyWords& words,
                     std::vector<Value>& out);
  void read_word(const Window& window, const WordHit& hit, Values& values, std::vector<Value>& out);
  void read_field_word(const Window& window, const WordHit& hit, const FieldRule& rule, Values& values,
                       std::vector<Value>& out);
  Label label_at_end_of(std::string_view text);

  const TextLabelIndex* index_;
  const LabelTable* labels_;
  const FieldRules* fields_;
  KeyLabels keys_;                       // logs repeat the same few identifiers
  std::array<uint64_t, 64> unwanted_{};  // short identifiers that name nothing wanted
};

}  // namespace pidun
