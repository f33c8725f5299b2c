// Which diagnoses are of a special disease: health information that the law guards more (HIV, sexually transmitted and
// mental diseases, tuberculosis), said by name or by its code of ICD-10.
// Example: "精神分裂症" and "B20.6" are, "2型糖尿病" and "否认结核病史" are not.
// Tested in tests/unit/detect/special_disease_test.cpp.
#pragma once

#include <string_view>

#include "detect/word_set.h"

namespace pidun {

// Whether all of `value` is a code of ICD-10 or of its Chinese extension: E11, K29.5, F20.000x001.
bool is_disease_code(std::string_view value);

// `diseases` are the words for them. A value that denies one, or tells of a vaccine, names none.
bool names_special_disease(const WordSet& diseases, std::string_view value);

}  // namespace pidun
