// What the column of a table holds, from its first cells: a header that lies loses to them, a column without a header
// that says something is named by them.
// Example: five mobile numbers below the header "身份证号" make it a column of mobile numbers; five order numbers below
// it make it a column of nothing.
// Tested in tests/unit/detect/column_kinds_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "detect/context.h"
#include "detect/detectors.h"
#include "detect/labels.h"

namespace pidun {

// Of the cells with bytes of one column, its header aside.
struct ColumnCells {
  struct OfKind {
    Kind kind = Kind::none;
    uint32_t cells = 0;
  };
  uint32_t filled = 0;
  std::vector<OfKind> kinds;         // told by their own bytes, whatever the header says
  uint32_t as_named = 0;             // of the form of a kind that the header names, masked ones too
  std::vector<uint32_t> birth_days;  // of each whose ID check digit is right, as YYYYMMDD

  void add(Kind kind);
};

// `has_form` says that values of every kind which the header names have a form to be told by.
ColumnLabel settle_column(const ColumnCells& cells, Label header, bool has_form);

// Where the cells told what their column is, its values say so: no label named them. Nor did one name those of other
// kinds as something else.
void tell_columns_alike(Context& context, Readings& readings);

}  // namespace pidun
