// How often Chinese words and the characters of names occur, as costs: -ln of the share, in eighths. The tables are
// packed at build time and looked up as they are. Made from patterns/tables/words.tsv and name_characters.tsv by
// cmake/pack_words.py. Example: the word 高兴 costs 75, the surname 高 37, the given name 兴 about 60.
// Tested in tests/unit/detect/checks/word_costs_test.cpp.
#pragma once

#include <cstdint>

namespace pidun {

// A hanzi by its number from 0x4E00 on; words are made of these alone.
inline constexpr uint32_t kFirstHanzi = 0x4E00, kHanziCount = 0x5200;
inline constexpr unsigned kNoCost = 255;
inline constexpr unsigned kLongestCostedWord = 4;  // hanzi

namespace word_tables {
extern const uint64_t* const hanzi;
extern const uint64_t* const beginnings;
extern const uint64_t* const name_beginnings;
inline constexpr unsigned kMostRarerSurname = 0;
inline constexpr unsigned kBeginningBits = 19;
inline constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;
}  // namespace word_tables

// The costs of one character in each place that it may have.
class HanziCosts {
 public:
  constexpr HanziCosts() = default;
  constexpr explicit HanziCosts(uint64_t packed) : packed_(packed) {}
  constexpr unsigned word() const { return byte(0); }
  constexpr unsigned surname() const { return byte(1); }
  constexpr unsigned single() const { return byte(2); }  // all of a given name
  constexpr unsigned first() const { return byte(3); }   // of a given name of two
  constexpr unsigned second() const { return byte(4); }
  constexpr unsigned foreign() const { return byte(5); }  // spells names of other languages
  constexpr bool begins_compound() const { return byte(7) == 1; }
  constexpr unsigned text() const { return byte(6); }  // anywhere, mostly as a part of words

 private:
  constexpr unsigned byte(unsigned i) const { return static_cast<unsigned>(packed_ >> (8 * i)) & 0xFF; }
  uint64_t packed_ = UINT64_MAX;
};

// `hanzi` is below kHanziCount.
inline HanziCosts hanzi_costs(uint32_t hanzi) { return HanziCosts(word_tables::hanzi[hanzi]); }

// Words are looked up by key: that of the characters before, and one more.
constexpr uint64_t word_key(uint64_t before, uint32_t hanzi) { return before << 15 | (hanzi + 1); }
// Whether any word of two to four hanzi may begin with these two; hardly ever wrongly.
inline bool may_begin_word(uint64_t key_of_two) {
  const uint64_t bit = (key_of_two * word_tables::kFactor) >> (64 - word_tables::kBeginningBits);
  return (word_tables::beginnings[bit / 64] >> (bit % 64) & 1) != 0;
}
// Of a word of two to four hanzi; kNoCost if it is none.
unsigned word_cost(uint64_t key);
// Of a surname of two hanzi; kNoCost if it is none.
unsigned compound_surname_cost(uint64_t key);

// The hanzi that a name in running text may begin with: surnames that are not mostly parts of words, and the first
// characters of compound ones.
inline bool may_begin_name(uint32_t hanzi) {
  return (word_tables::name_beginnings[hanzi / 64] >> (hanzi % 64) & 1) != 0;
}
// Of those, whether it is a surname by itself.
constexpr bool is_usual_surname(HanziCosts costs) {
  return costs.surname() != kNoCost && costs.surname() <= costs.text() + word_tables::kMostRarerSurname;
}

// The same as a filter for match/listed_hanzi.h.
const uint8_t* name_beginning_filter();

}  // namespace pidun
