// SIMD: whether a text can hold anything for Spots to find, told sooner than Spots can. Nearly all text has neither
// escapes nor long runs, and this is all that it costs.
// Tested in tests/unit/unwrap/spot_gate_test.cpp: where Spots finds something, this does not say no.
#pragma once

#include <string_view>

namespace pidun {

bool may_have_spots(std::string_view text);

}  // namespace pidun
