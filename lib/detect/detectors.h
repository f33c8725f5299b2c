// One detector a kind: each looks at a number (or an '@') and adds the readings it can make of it.
// Points of evidence stand in reasons.h. Tested in tests/unit/detect/, one file a kind.
#pragma once

#include <vector>

#include "detect/context.h"
#include "detect/number.h"
#include "detect/reading.h"

namespace pidun {

using Readings = std::vector<Reading>;

// What a detector is given: one candidate and its surroundings.
class Candidate {
 public:
  // With `thorough`, detectors do not drop hopeless shapes early, so that explain() can tell of near misses.
  // `value` holds the number's first digit. Owns nothing.
  Candidate(Context& context, const Number& number, const Value& value, bool thorough)
      : context_(&context), number_(&number), value_(&value), thorough_(thorough) {}
  const Number& number() const { return *number_; }
  Context& context() const { return *context_; }
  bool thorough() const { return thorough_; }
  // The same surroundings, the number judged anew by a detector whose value is wider than the digits.
  Candidate with(const Number& number) const { return {*context_, number, *value_, thorough_}; }
  // The digits are all of their cell or line: nothing touches them.
  bool fills() const { return value_->filled_by(number_->span); }
  // Adds label, negative label and boundary reasons to the evidence and keeps the reading they make.
  // The span may be wider than the number (a check X, a country code).
  void keep(Span span, Kind kind, Check check, Evidence evidence, Readings& out) const;

 private:
  void add_surroundings(Span span, Kind kind, Evidence& evidence) const;

  Context* context_;
  const Number* number_;
  const Value* value_;
  bool thorough_;
};

void read_resident_id(const Candidate& candidate, Readings& out);  // and permits 81, 82, 83
void read_foreign_resident_id(const Candidate& candidate, Readings& out);
void read_old_foreign_id(const Candidate& candidate, Readings& out);  // three letters and twelve digits
void read_mobile(const Candidate& candidate, Readings& out);
void read_bank_card(const Candidate& candidate, Readings& out);
void read_company_code(const Candidate& candidate, Readings& out);
// One in small letters, of which the ninth and tenth are ma, as in all that are given out now.
void read_small_company_code(Context& context, uint64_t begin, Readings& out);
void read_email(Context& context, uint64_t at, Readings& out);

// Where a country code before `begin` starts ("+86 ", "0086-", "(+86)", "86-"), or `begin` if there is none.
uint64_t country_code_before(const Window& window, uint64_t begin);

// A number that fills a cell of a column that is named for it, of the usual sorts: which of them it is, and the reading
// that one has, but for span and label. Any other number is for the detectors, and gives kUnusual.
inline constexpr int kUnusual = -1;
// Of 18 bytes: 0 if check digit, birth date and region hold.
int usual_resident_id_sort(std::string_view cell);
// Of 11 bytes that are no example: 0 in a segment that is allotted, else 1.
int usual_mobile_sort(std::string_view cell);
Reading usual_resident_id();
Reading usual_mobile(int sort);

// Quick looks that turn most numbers away: nothing is read from a number that they refuse.
bool may_be_company_code(std::string_view digits);  // of 18 digits

// Adds the reasons that labels give for `kind`.
void add_labels(const Beside& beside, Label glued, Kind kind, Evidence& evidence);

}  // namespace pidun
