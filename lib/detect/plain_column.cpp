// See plain_column.h.
#include "detect/plain_column.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "detect/address_text.h"
#include "detect/checks/digits.h"
#include "detect/field_numbers.h"
#include "detect/fields.h"
#include "detect/name_model.h"
#include "detect/name_values.h"

namespace pidun {
namespace {

constexpr size_t kIdBytes = 18, kMobileBytes = 11, kDateBytes = 10;

// 2022-04-02 or 2022/04/02.
int usual_date_sort(std::string_view cell) {
  const char* const text = cell.data();
  if ((text[4] != '-' && text[4] != '/') || text[7] != text[4]) return kUnusual;
  std::array<char, 8> digits{};
  std::memcpy(digits.data(), text, 4);
  std::memcpy(digits.data() + 4, text + 5, 2);
  std::memcpy(digits.data() + 6, text + 8, 2);
  const uint64_t eight = eight_digits(digits.data());
  return are_digits(eight) && is_date_number(static_cast<int>(number_of(eight))) ? 0 : kUnusual;
}

// Two or three hanzi that are a name; none of them is 某, which masks one.
int usual_name_sort(std::string_view text) {
  for (size_t at = 0; at < text.size(); at += kHanziBytes)
    if (const uint32_t hanzi = hanzi_at(text, at); hanzi == kHanziCount || hanzi == kSomebody) return kUnusual;
  return !is_placeholder(text) && is_name_of_hanzi(text) ? 0 : kUnusual;
}

Reading of_number(Reading usual) {
  usual.evidence.add(Reason::label);
  usual.confidence = usual.evidence.confidence();
  return usual;
}

// At most sixteen bytes, which can all be read.
struct Key {
  uint64_t low, high;
};
Key key_of(const char* text, size_t size) {
  Key key{};
  std::memcpy(&key.low, text, sizeof(key.low));
  std::memcpy(&key.high, text + sizeof(key.low), sizeof(key.high));
  const auto kept = [](uint64_t word, size_t bytes) { return word & (~uint64_t{0} >> (64 - 8 * bytes)); };
  if (size <= sizeof(key.low)) return {kept(key.low, size), 0};
  return {key.low, kept(key.high, size - sizeof(key.low))};
}
// The first of the two places that a key may have.
size_t place_of(const Key& key) {
  return static_cast<size_t>((key.low ^ key.high * 0x9E3779B97F4A7C15) * 0x9E3779B97F4A7C15 >> 61) * 2;
}

}  // namespace

PlainColumn::PlainColumn(Label label, bool by_content, const FormRules& forms, const FieldRules& fields,
                         const LabelBounds& wanted)
    : label_(label),
      by_content_(by_content),
      field_(fields.named(label)),
      wanted_(wanted.of(label)),
      forms_(!forms.named_by(label).empty()),
      halves_(field_ != nullptr && partner_of(field_->value) != FieldClass::none) {
  usual_ = usual_of();
  constexpr size_t kTwo = 2 * kHanziBytes, kThree = 3 * kHanziBytes;
  if (usual_ == Usual::resident_id) note_usual({of_number(usual_resident_id())}, usual_resident_id_sort, {kIdBytes});
  if (usual_ == Usual::mobile)
    note_usual({of_number(usual_mobile(0)), of_number(usual_mobile(1))}, usual_mobile_sort, {kMobileBytes});
  if (usual_ == Usual::date) note_usual({reading_of(*field_, {})}, usual_date_sort, {kDateBytes});
  if (usual_ == Usual::name) note_usual({reading_of(*field_, {})}, usual_name_sort, {kTwo, kThree});
  if (usual_ == Usual::address) note_usual({reading_of(*field_, {})}, nullptr, {});
}

void PlainColumn::note_usual(const std::array<Reading, 2>& told, Sort sort, std::initializer_list<size_t> sizes) {
  told_ = told;
  sort_ = sort;
  for (const size_t size : sizes) usual_sizes_ |= 1u << size;
}

PlainColumn::Usual PlainColumn::usual_of() const {
  const auto is_for = [&](Kind kind, size_t bytes) {
    return names_kind(label_, kind) && ((!forms_ && field_ == nullptr) || !fits(bytes));
  };
  if (halves_) return Usual::none;
  if (is_for(Kind::resident_id_number, kIdBytes)) return Usual::resident_id;
  if (is_for(Kind::mobile_number, kMobileBytes)) return Usual::mobile;
  if (forms_) return Usual::none;
  if (field_ == nullptr) return Usual::words;
  if (field_->standing_alone) return Usual::none;
  if (field_->value == FieldClass::date && fits(kDateBytes)) return Usual::date;
  if (field_->value == FieldClass::name && fits(2 * kHanziBytes) && fits(3 * kHanziBytes)) return Usual::name;
  if (field_->value == FieldClass::address) return Usual::address;
  return field_->kind == Kind::face_information ? Usual::none : Usual::words;
}

bool PlainColumn::read_address(std::string_view cell, uint64_t begin, const LabelTable& labels, Readings& out) const {
  constexpr size_t kLeast = 6 * kHanziBytes;
  if (usual_ != Usual::address || cell.size() < kLeast || cell.size() > kLongestField || !fits(cell.size()))
    return false;
  if (!ends_as_address(cell) || labels.may_be_named(cell) || is_placeholder(cell)) return false;
  keep(told_[0], begin, cell.size(), out);
  return true;
}

bool PlainColumn::find_known(std::string_view bytes, size_t at, size_t size, uint64_t begin, Known* known,
                             Readings& out) {
  if (at + kRemembered > bytes.size()) return false;
  if (asked_++ == 0) std::fill_n(known, kKnown, Known{});
  const Key key = key_of(bytes.data() + at, size);
  for (Known *one = known + place_of(key), *end = one + 2; one != end; ++one) {
    if (one->low != key.low || one->high != key.high || one->size != size) continue;
    ++recalled_;
    if (one->told) keep(one->reading, begin, size, out);
    return true;
  }
  return false;
}

void PlainColumn::remember(std::string_view bytes, size_t at, size_t size, const Reading* told, Known* known) const {
  if (!may_recall(size) || at + kRemembered > bytes.size()) return;
  const Key key = key_of(bytes.data() + at, size);
  Known* const place = known + place_of(key);
  place[1] = place[0];
  place[0] = {key.low, key.high, static_cast<uint32_t>(size), told != nullptr, told != nullptr ? *told : Reading{}};
}

}  // namespace pidun
