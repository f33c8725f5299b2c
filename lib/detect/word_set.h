// A fixed set of words, asked about at very many places of a text, nearly all of which hold none.
// Example: of {糖尿病, 高血压}, longest_at("糖尿病史") is 9, longest_at("尿") is 0.
// Tested in tests/unit/detect/word_set_test.cpp.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pidun {

class WordSet {
 public:
  // Not empty.
  void add(std::string_view word);
  bool empty() const { return words_.empty(); }
  bool contains(std::string_view text) const {
    return !text.empty() && text.size() <= longest() && may_begin(text) && words_.find(text) != words_.end();
  }
  // Whether any word may begin as the text does; of most texts none.
  bool may_begin(std::string_view text) const { return begins_[slot(text)]; }
  // The bytes of the longest word that `text` begins with; 0 if there is none. Words end where characters do.
  size_t longest_at(std::string_view text) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  size_t longest() const { return lengths_.empty() ? 0 : lengths_.front(); }
  // Of the first three bytes, most bits.
  static size_t slot(std::string_view text) {
    const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    return (byte(0) << 11 ^ byte(1) << 5 ^ byte(2)) & 0xFFFF;
  }

  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
  std::vector<size_t> lengths_;  // that occur, the longest first
  std::bitset<65536> begins_;    // by slot; of words of one or two bytes, all slots that they can begin
};

}  // namespace pidun
