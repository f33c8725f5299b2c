// `pidun explain`: the library's account of one value, as its JSON or as sentences.
#pragma once

#include "options.h"

namespace pidun::cli {

int explain_command(const ExplainOptions& options);

}  // namespace pidun::cli
