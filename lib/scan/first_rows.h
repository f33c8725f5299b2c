// The first rows of a table, read once before it is scanned: what each column holds by its own bytes, and so what its
// label is from then on. Only the preamble is looked at, so the labels are frozen as the layout is.
// Example: "手机号,订单号\n110101199003079980,…\n" and four more such rows: the first column is one of ID numbers.
// Tested in tests/unit/scan/first_rows_test.cpp.
#pragma once

#include <string_view>

#include "scan/engine.h"

namespace pidun {

struct InputState;
class SegmentScanner;

// `preamble` is at most kPreamble bytes. Does nothing to an input that is no table of rows.
void settle_columns(const Engine& engine, SegmentScanner& scanner, std::string_view preamble, InputState& input);

}  // namespace pidun
