// From a reading that was found to the field that is counted: print, what failed, what of a masked value can be seen.
// Example: "138****8000" is masked, with three digits visible before the mask and four behind; "王*" names nobody.
// One thread at a time. Tested in tests/unit/record/records_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "detect/reading.h"
#include "record/print_batch.h"
#include "record/prints.h"
#include "record/rule_traits.h"

namespace pidun {

class FieldReader {
 public:
  // `day` is today, YYYYMMDD: dates behind it are to come, and minors are told by it; 0 if nobody said. The traits
  // outlive it.
  FieldReader(const std::vector<RuleTrait>& traits, const Prints& prints, uint32_t day);
  ~FieldReader();

  // `text` is the value, decoded and without disguise; `window` the text it stands in, at `place`. `field` is a new
  // one; its print is set by finish().
  void read(const Reading& reading, uint32_t rule, uint16_t tier, std::string_view text, const Window& window,
            Span place, Field& field);
  // Sets the prints of all fields that were read since the last call: these, in order.
  void finish(std::span<Field> fields);
  // A value that is no finding but tells records apart: an order number, an account, a time.
  Field read_support(Trait trait, std::string_view text);
  // A value that joins rows; one that says that there is none has the print 0.
  Field read_join(std::string_view text);
  // A value that stands in parts, put together.
  Field read_joined(Kind kind, std::string_view text);

 private:
  void read_masked(std::string_view text, Field& field);
  void read_plain(const Reading& reading, std::string_view text, Field& field);
  void read_position(const RuleTrait& trait, std::string_view text, const Window& window, Span place, Field& field);

  const std::vector<RuleTrait>* traits_;
  Prints prints_;
  uint32_t day_;
  PrintBatch batch_;
  std::string form_;  // canonical form of the value under way; wiped
};

}  // namespace pidun
