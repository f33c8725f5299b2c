#include "text/utf8.h"

#include <simdjson.h>

#include <algorithm>

#include "base/ascii.h"

namespace pidun {

bool is_valid_utf8(std::string_view bytes) {
  constexpr size_t kOthers = 1024;  // what is not common is looked at in such stretches
  while (!bytes.empty()) {
    bytes.remove_prefix(common_prefix(bytes));
    size_t end = std::min(kOthers, bytes.size());
    for (int i = 0; i < 3 && end < bytes.size() && is_continuation(bytes[end]); ++i) ++end;
    if (!simdjson::validate_utf8(bytes.data(), end)) return false;
    bytes.remove_prefix(end);
  }
  return true;
}

}  // namespace pidun
