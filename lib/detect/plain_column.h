// What a column of a table calls for, and what nearly all of its cells are: an ID number under 身份证号 whose check
// digit holds, a name under 姓名, a date under 出生日期. Such a cell is read at once; any other is left to those who
// look at it from all sides, and find the same of these, which is what tests/property/plain_rows_test.cpp holds this
// against. Example: 310115197707032466 under 身份证号 gives the reading that all valid numbers of the column have.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

#include "detect/detectors.h"
#include "detect/field_rules.h"
#include "detect/form_rules.h"

namespace pidun {

class PlainColumn {
 public:
  PlainColumn(Label label, bool by_content, const FormRules& forms, const FieldRules& fields,
              const LabelBounds& wanted);

  Label label() const { return label_; }
  bool by_content() const { return by_content_; }
  // The rule of its field; null if there is none.
  const FieldRule* field() const { return field_; }
  bool forms() const { return forms_; }
  // Whether it calls for nothing but what any cell is asked for.
  bool calls_for_nothing() const { return usual_ == Usual::words && field_ == nullptr; }
  // Whether its values are something only with others near them.
  bool halves() const { return halves_; }
  bool fits(uint64_t bytes) const { return wanted_.wanted && wanted_.fit(bytes); }

  // Whether `cell`, which begins at `begin` of the input, is what the column calls for, of the usual form; then its
  // reading is appended. False says nothing.
  bool read_at_once(std::string_view cell, uint64_t begin, const LabelTable& labels, Readings& out) const {
    if ((usual_sizes_ >> (cell.size() % 32) & 1) == 0 || cell.size() >= 32) return false;
    const int sort = sort_(cell);
    if (sort == kUnusual) return false;
    if (usual_ == Usual::name && labels.may_be_named(cell)) return false;
    keep(told_[static_cast<size_t>(sort)], begin, cell.size(), out);
    return true;
  }
  // The same of a cell of six plain hanzi or more and digits, under a label of addresses.
  bool read_address(std::string_view cell, uint64_t begin, const LabelTable& labels, Readings& out) const;

  // A short cell that was read, and what it gave.
  struct Known {
    uint64_t low = 0, high = 0;  // its bytes
    uint32_t size = 0;           // 0: none
    bool told = false;
    Reading reading;
  };
  static constexpr size_t kKnown = 16;
  // Columns of a few words, such as yes and no, are read once: whether the cell `bytes[at, at + size)` is one that was
  // remembered. Then what it gave is appended, at `begin`. `known` has room for kKnown, and is the same at each call.
  bool recall(std::string_view bytes, size_t at, size_t size, uint64_t begin, Known* known, Readings& out) {
    return may_recall(size) && find_known(bytes, at, size, begin, known, out);
  }
  // Notes what a cell gave of which only the bytes tell what it is; null: nothing.
  void remember(std::string_view bytes, size_t at, size_t size, const Reading* told, Known* known) const;

 private:
  enum class Usual : uint8_t { none, words, address, resident_id, mobile, date, name };
  using Sort = int (*)(std::string_view cell);  // which of told_ it has, or kUnusual
  void note_usual(const std::array<Reading, 2>& told, Sort sort, std::initializer_list<size_t> sizes);
  Usual usual_of() const;
  static void keep(const Reading& like, uint64_t begin, size_t size, Readings& out) {
    out.emplace_back(like).span = {begin, begin + size};
  }
  // Of so many cells one of four must be a known one.
  bool may_recall(size_t size) const {
    constexpr unsigned kTried = 64, kLeastShare = 4;
    return usual_ == Usual::words && size - 1 < kRemembered && (asked_ < kTried || recalled_ * kLeastShare >= asked_);
  }
  bool find_known(std::string_view bytes, size_t at, size_t size, uint64_t begin, Known* known, Readings& out);

  static constexpr size_t kRemembered = 16;  // bytes of a cell, at most

  Label label_;
  bool by_content_;
  const FieldRule* field_;
  LabelBounds::Bounds wanted_;
  bool forms_, halves_;
  Usual usual_ = Usual::none;
  Sort sort_ = nullptr;
  uint32_t usual_sizes_ = 0;           // a bit for each number of bytes that sort_ may be asked of
  std::array<Reading, 2> told_;        // of usual cells by their sort, but for their spans
  unsigned asked_ = 0, recalled_ = 0;  // cells
};

}  // namespace pidun
