// Names of columns and keys that say something only beside others: 时长 is of a call where 主叫号码 names another
// column of the table or key of the object. The packs list them as [[beside]]. Tested in
// tests/unit/detect/beside_names_test.cpp and values_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "detect/labels.h"

namespace pidun {

// The word for all of `name` that its table may give a meaning to; -1 if it is none.
int beside_name(std::string_view name);
// Whether `other`, of the same table, gives the word its meaning.
bool gives_meaning(std::string_view other, int word);
// What the word then says.
Label label_beside(int word);

// What a header says of each column.
std::vector<Label> classify_header(const LabelTable& labels, const std::vector<std::string>& header);

}  // namespace pidun
