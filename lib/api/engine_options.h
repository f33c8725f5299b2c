// From pidun_engine_options to what the engine is built of. Tested in tests/unit/api/api_rules_test.cpp.
#pragma once

#include "pidun/pidun.h"
#include "scan/engine.h"

namespace pidun::api {

// False when an option is unknown or out of range. Rule files that cannot be read are told in `errors`.
bool prepare_engine(const pidun_engine_options* given, EngineOptions& out, RuleErrors& errors);

}  // namespace pidun::api
