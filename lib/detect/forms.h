// The form of a value, said in a few characters: "[EeGg]d8" is a passport number, "[HM]d8(d2)?" a home-return permit.
//
//   form   a row of parts, each an atom and how often it stands there; (parts)? may be missing, and does not nest
//   atom   d digit · u capital · l small letter · x hex digit, either case · a letter or digit · h hanzi
//          [..] one of these characters, with ranges as in [A-HJ-NP-Z]; class letters as \d, \h …; no negation
//          a capital, a hanzi or a sign stands for itself; so does any character behind a backslash, and all between
//          single quotes: 'pan.baidu.com/s/'
//   count  8 exactly · {2,3} from two to three · ? none or one · nothing: one
//
// A form has at most 64 characters and is matched by a set of places, one step a character: the cost is bounded
// by the form's length, whatever the input. Nothing is ever tried twice.
// Tested in tests/unit/detect/forms_test.cpp and, against a matcher that tries everything,
// tests/property/forms_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pidun {

// A set of characters: ASCII by bits, the rest by ranges.
struct CharacterSet {
  std::bitset<128> ascii;
  std::vector<std::pair<uint32_t, uint32_t>> ranges;  // inclusive, above 0x7F, in order, none touching another
  bool has(uint32_t character) const;
  // From `low` to `high`.
  void add(uint32_t low, uint32_t high);
  friend bool operator==(const CharacterSet&, const CharacterSet&) = default;
};

struct FormPart {
  CharacterSet set;
  uint32_t least = 1;
  uint32_t most = 1;
  uint32_t group = 0;  // parts with the same number, not 0, are there or missing together
};

struct FormError {
  size_t offset = 0;
  const char* reason = "";
};

inline constexpr size_t kLongestForm = 64;        // characters
inline constexpr size_t kLongestFormBytes = 256;  // UTF-8

// The parts of a form as written; none, and why, if it is not one.
std::optional<std::vector<FormPart>> parse_form(std::string_view text, FormError& error);

// Which bytes a match may begin with, place by place: what turns nearly all text away by a look at four bytes.
class FormBeginnings {
 public:
  static constexpr size_t kPlaces = 4;
  bool allow(std::string_view bytes) const {
    const size_t size = std::min(bytes.size(), kPlaces);
    for (size_t place = 0; place < size; ++place)
      if (!has(static_cast<unsigned char>(bytes[place]), place)) return false;
    return true;
  }
  bool has(unsigned char byte, size_t place) const { return (places_[byte] >> place & 1) != 0; }
  void add(unsigned char byte, size_t place) { places_[byte] = static_cast<uint8_t>(places_[byte] | 1u << place); }
  void add_any_from(size_t place) {
    for (uint8_t& places : places_) places = static_cast<uint8_t>(places | (0xFFu << place));
  }
  void add(const FormBeginnings& more) {
    for (size_t byte = 0; byte < places_.size(); ++byte)
      places_[byte] = static_cast<uint8_t>(places_[byte] | more.places_[byte]);
  }

 private:
  std::array<uint8_t, 256> places_{};  // bit n: it may stand n bytes behind the first
};

// The first four bytes of all matches, where they are few: of many forms, most that begin with the bytes of one here
// and those of another there are told by these.
class FormHeads {
 public:
  static constexpr size_t kBytes = FormBeginnings::kPlaces;
  // Those of one more form.
  void add(const FormBeginnings& beginnings);
  bool allow(std::string_view bytes) const { return !few_ || (bytes.size() >= kBytes && slots_[slot(bytes.data())]); }

 private:
  static constexpr int kBits = 12;
  static size_t slot(const char* four) {
    uint32_t bytes = 0;
    std::memcpy(&bytes, four, sizeof(bytes));
    return (bytes * 0x9E3779B1u) >> (32 - kBits);
  }
  bool few_ = true;
  std::bitset<size_t{1} << kBits> slots_;
};

class Form {
 public:
  // Refuses what could be empty or is too long.
  static std::optional<Form> build(const std::vector<FormPart>& parts, FormError& error);
  static std::optional<Form> compile(std::string_view text, FormError& error);

  // Takes in what `other` matches. False, with nothing changed, if both have no room here or lose by it.
  bool join(const Form& other);

  // Bytes of the longest match that begins where `bytes` begin; 0 if there is none.
  size_t match(std::string_view bytes) const;
  // Bounds of its bytes.
  size_t least_bytes() const { return least_bytes_; }
  size_t most_bytes() const { return most_bytes_; }
  // Sets the bits of the characters of three bytes that a match can begin with.
  void note_wide_beginnings(std::bitset<65536>& characters) const;
  // Which bytes a match can begin with.
  const FormBeginnings& beginnings() const { return beginnings_; }
  bool may_begin(unsigned char byte) const { return beginnings_.has(byte, 0); }

 private:
  Form() = default;
  void add_place(const CharacterSet& set);
  uint64_t with_wide(uint64_t places, uint32_t character) const;
  uint64_t behind(uint64_t places) const;
  void note_regular();
  void note_beginnings();
  void note_literal(const std::vector<FormPart>& parts);
  bool has_literal(std::string_view bytes) const;

  // A set with many ranges has its characters of the basic plane as bits too, which are asked in one step.
  using Plane = std::bitset<65536>;
  std::vector<CharacterSet> sets_;
  std::vector<std::shared_ptr<const Plane>> planes_;  // of each set; null if its ranges are few
  std::vector<uint64_t> of_sets_;                     // the places of each set
  std::vector<uint8_t> places_;                       // place -> index in sets_
  std::array<uint64_t, 128> ascii_{};                 // character -> places whose sets have it
  uint64_t wide_ = 0;                                 // places whose sets have any above ASCII
  std::array<uint64_t, kLongestForm> next_{};         // place -> places that can follow it
  uint64_t regular_ = 0;                              // places that only the next can follow
  uint64_t first_ = 0;                                // places that a match can begin with
  uint64_t last_ = 0;                                 // places that a match can end with
  FormBeginnings beginnings_;
  // The longest row of ASCII characters that every match holds, and between which bytes it begins: most texts that
  // begin right are turned away by it, places of URLs above all.
  std::string literal_;
  size_t literal_least_ = 0, literal_most_ = 0;
  size_t least_bytes_ = 0, most_bytes_ = 0;
};

}  // namespace pidun
