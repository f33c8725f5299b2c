// Words beside a name that tell of a person, or that tell of none: 患者李芳, 刘伟先生, 王磊的手机号; 金山区, 华泰证券.
// The words are the project's own lists. Tested in tests/unit/detect/name_cues_test.cpp.
#pragma once

#include <cstdint>

#include "detect/name_model.h"

namespace pidun {

struct NameCues {
  bool person_word = false;     // a title, a relation or a label touches it
  bool said_of = false;         // what is said of persons: verbs, what they own
  bool apart = false;           // no character touches it on either side
  bool called = false;          // the same before a colon: mostly what the value behind it is called
  bool beside_number = false;   // a long number stands right behind it
  bool other_word = false;      // goes on as a place, a company, a thing
  bool in_japanese = false;     // kana stand near
  bool inside_foreign = false;  // part of a name with dots
};

// What touches the name of `length` hanzi at the place that `model` read in `window`.
NameCues name_cues(const NameModel& model, const Window& window, uint64_t at, size_t length);

// The hanzi of a title that `model` read `from` hanzi behind the place: 2 of 先生; 0 if none.
size_t title_length(const NameModel& model, size_t from);

}  // namespace pidun
