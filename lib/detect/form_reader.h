// From places to readings of the rules that are said as forms: what matches, what touches it, which label names it.
// Example: "护照 E12345678" gives a reading of rule "passport" at E, since the word before names the kind.
// Tested in tests/unit/detect/form_reader_test.cpp and by every rule's examples in tests/unit/rules/rule_set_test.cpp.
#pragma once

#include "detect/detectors.h"
#include "detect/form_rules.h"
#include "match/numbers.h"

namespace pidun {

// A value that a label stands over and one form or several fill whole, all of them valid: appends their readings as
// read_forms() would. False, with nothing appended, of any other value.
bool read_whole_form(const Window& window, const FormRules& rules, Label label, Span value, Readings& out);

// Looks at the anchors, and at `values` that a label stands over or before, in order of their begin; appends readings.
// With `thorough`, readings that lack the label or the check they need are kept for explain(), with a confidence of 0.
void read_forms(Context& context, const FormRules& rules, const Anchors& anchors, const std::vector<Value>& values,
                bool thorough, Readings& out);

}  // namespace pidun
