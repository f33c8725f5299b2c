// The host's context: seven keys, plain values.
#include <algorithm>

#include "api/guard.h"
#include "api/handles.h"
#include "text/charset.h"

namespace {

constexpr std::string_view kKeys[] = {"subject", "actor", "sender", "recipient", "endpoint", "purpose", "charset"};
constexpr size_t kLongestValue = 4096;

bool is_known(std::string_view key) { return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys); }

pidun_status set(pidun_context& context, std::string_view key, std::string_view value) {
  if (!is_known(key) || value.size() > kLongestValue) return PIDUN_E_ARGUMENT;
  if (value.empty()) {
    context.values.erase(std::string(key));
    return PIDUN_OK;
  }
  if (key == "charset" && pidun::charsets_of_name(value) == 0) return PIDUN_E_ARGUMENT;
  context.values[std::string(key)] = value;
  return PIDUN_OK;
}

}  // namespace

pidun_status pidun_context_new(pidun_context** out) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  return pidun::api::guarded([&] {
    *out = new pidun_context;
    return PIDUN_OK;
  });
}

pidun_status pidun_context_set(pidun_context* context, const char* key, const char* value) {
  if (!is_valid(context) || key == nullptr || value == nullptr) return PIDUN_E_ARGUMENT;
  return pidun::api::guarded([&] { return set(*context, key, value); });
}

const char* pidun_context_get(const pidun_context* context, const char* key) {
  if (!is_valid(context) || key == nullptr) return nullptr;
  const auto found = context->values.find(std::string_view(key));
  return found != context->values.end() ? found->second.c_str() : nullptr;
}

void pidun_context_free(pidun_context* context) {
  if (is_valid(context)) delete context;
}
