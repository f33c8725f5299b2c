#include "text/utf8.h"

#include <simdjson.h>

namespace pidun {

bool is_valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

}  // namespace pidun
