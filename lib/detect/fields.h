// From labelled values to readings of the rules of fields and phrases: 诊断：2型糖尿病, a cell under 出生日期,
// 月薪2万元. Example: the cell "顺产" under the header 分娩方式 gives a reading of health information, by the label.
// Tested in tests/unit/detect/fields_test.cpp.
#pragma once

#include <vector>

#include "detect/context.h"
#include "detect/detectors.h"
#include "detect/field_rules.h"

namespace pidun {

// Looks at `values` that a label stands over or before; appends readings in their order.
void read_fields(const Context& context, const FieldRules& rules, const std::vector<Value>& values, Readings& out);

// The reading of one value by `rule`, one of `rules`, that its label calls for, without a look at others near it; false
// if it says nothing.
bool read_field(const Context& context, const FieldRules& rules, const FieldRule& rule, const Value& value,
                Readings& out);

// The reading of a value by `rule` that lies there.
Reading reading_of(const FieldRule& rule, Span span);

// Ends each of `fields` before what of `others` stands inside of it and will be told of itself, or begins it behind
// that: 北京市东城区建设路188号 13958270461 is an address and a number. Both are in order.
void make_room(const Window& window, const Readings& others, Readings& fields);

// Drops of the fields those that say something of somebody only in a line with his number, where none of `others`,
// which are in order, is one nearby.
void drop_without_number(const Window& window, const FieldRules& rules, const Readings& others, Readings& fields);

}  // namespace pidun
