// Rows of a table that say plainly what they are: every cell looks plain, and what its column calls for tells whether
// it is anything. They are read cell by cell, and nothing is searched for in them; most rows of an export are such. A
// row with any other cell is left to the search. The search finds the same, which is what the tests hold this against.
// Example: 梁建,310115197707032466,13900001234 below 姓名,身份证号,手机号 gives a name, an ID and a mobile number.
// Tested in tests/property/plain_rows_test.cpp.
#pragma once

#include <vector>

#include "detect/cell_look.h"
#include "detect/detectors.h"
#include "detect/field_rules.h"
#include "detect/form_rules.h"
#include "detect/plain_column.h"
#include "detect/values.h"
#include "match/numbers.h"

namespace pidun {

class PlainRows {
 public:
  // What is looked for in a cell whatever its column is called.
  struct Anywhere {
    bool names = true, addresses = true, forms = true;
    bool any() const { return names || addresses || forms; }
  };
  // `wanted` are the values under labels that forms and fields may be asked of. Owns nothing.
  PlainRows(const FormRules& forms, const FieldRules& fields, const LabelBounds& wanted, Anywhere anywhere)
      : forms_(&forms), fields_(&fields), wanted_(&wanted), anywhere_(anywhere) {}

  // What else there is, each in order.
  struct Left {
    std::vector<Span> rest;  // of the range, what lies in no plain row
    std::vector<Span> loud;  // of the input, where something may be encoded or disguised: all else is quiet plain rows
    void clear();
  };
  // Appends the readings of the plain rows that lie in `range`, in order, to `out`, and fills `left`. False, with
  // nothing appended, where plain rows hold less than `least` percent of the bytes; then the next calls may be false
  // without a look.
  bool read(Context& context, const Values& values, Span range, unsigned least, Readings& out, Left& left);

 private:
  void note_columns(const Values& values);
  // Returns the bytes of the plain rows.
  uint64_t read_rows(Context& context, const std::vector<Event>& events, Span range, Readings& out, Left& left);
  const Event* read_row(Context& context, const Event* cell, const Event* last, uint64_t end, Readings& out);
  bool read_cell(Context& context, uint32_t column, const Event& cell, Readings& out);
  bool read_other(Context& context, uint32_t column, const Event& cell, Readings& out);
  bool look_at_cell(Context& context, const PlainColumn& column, const Value& value, CellLook look, Readings& out);
  // What a cell is asked for.
  struct Asked {
    uint32_t digits = 0;  // of a number that fills it, or before its X; 0 if there is none
    CellLook look = CellLook::other;
    bool labelled = false;
    bool form = false;
    bool field = false;
  };
  bool read_number_or_form(Context& context, const PlainColumn& column, const Value& value, const Asked& asked,
                           Readings& out);
  void ask_forms(Context& context, const Value& value, const Asked& asked, Readings& out);
  bool is_nothing_else(const Window& window, CellLook look, const Value& value) const;
  bool is_told_by_label(const Window& window, const Value& value) const;

  const FormRules* forms_;
  const FieldRules* fields_;
  const LabelBounds* wanted_;
  Anywhere anywhere_;
  std::vector<PlainColumn> columns_;  // the last for cells behind the header
  uint32_t last_column_ = 0;
  std::vector<PlainColumn::Known> known_;  // of all columns
  CellMasks masks_;                        // of the range
  std::string_view masked_;                // its bytes
  uint64_t masked_from_ = 0;               // and where it begins
  bool quiet_ = true;                      // whether all cells of the row are
  Anchors anchors_;                        // of one cell
  std::vector<Value> labelled_;            // the same
  unsigned idle_ = 0;                      // calls that are not worth a look
};

}  // namespace pidun
