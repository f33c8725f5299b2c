// The full account of one value: every reading, its reasons and points, and what a near miss lacks.
#pragma once

#include <string>

#include "scan/runner.h"

namespace pidun {

inline constexpr size_t kLongestExplained = 1024;

// JSON, UTF-8. The value is repeated in masked form only.
// {"length":18,"labelled":true,"threshold":50,"readings":[{"kind":…,"rule":…,"begin":…,"end":…,"chain":[],
//  "evidence":…,"check":"pass","confidence":85,"reported":true,"reasons":[{"id":…,"points":…,"text_en":…,"text_zh":…}],
//  "details":[{"text_en":"check digit 7 found, 6 expected","text_zh":…}]}]}
std::string explain(const Engine& engine, Runner& runner, std::string_view value, std::string_view label);

}  // namespace pidun
