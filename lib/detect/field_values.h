// Values under labels: whether what stands there says something of the sort that the label calls for.
// "诊断：2型糖尿病" says something, "诊断：未知" and "诊断：见病历首页诊断" under a heading do not.
// Example: is_field_value(FieldClass::date, "1990-03-07") holds, is_field_value(FieldClass::date, "未知") does not.
// Tested in tests/unit/detect/field_values_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/rule.h"

namespace pidun {

// Of a longer value, this much is looked at and reported, and a whole number of characters.
inline constexpr size_t kLongestField = 300;  // bytes

// The shortest and longest value of a class, in bytes.
struct FieldBounds {
  size_t least, most;
};
FieldBounds field_bounds(FieldClass wanted);

// `text` has no blanks at its ends.
bool is_field_value(FieldClass wanted, std::string_view text);

// Of values that are told by their look, the bytes of one that `text` begins with; else 0.
size_t field_prefix(FieldClass wanted, std::string_view text);

// Whether values of the class are texts, which go on behind a blank.
constexpr bool runs_on(FieldClass wanted) {
  return wanted == FieldClass::text || wanted == FieldClass::answer || wanted == FieldClass::place ||
         wanted == FieldClass::face_region || (told_by_look(wanted) && wanted != FieldClass::age);
}

// empty, null, N/A, -, 未知, ***: what is written where there is no value.
bool is_placeholder(std::string_view text);

}  // namespace pidun
