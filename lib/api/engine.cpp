// Version, status names, engine and scratch.
#include <cerrno>
#include <cstring>

#include "api/guard.h"
#include "api/options.h"

using pidun::api::guarded;

namespace {

void tell(pidun_error* error, pidun_status status, const std::string& message) {
  pidun_error full{};
  full.struct_size = sizeof(full);
  full.status = status;
  message.copy(full.message, sizeof(full.message) - 1);
  if (error != nullptr) pidun::api::hand_out(full, error);
}

pidun_status build(const pidun_engine_options* given, pidun_engine** out, std::string& why) {
  pidun_engine_options options;
  if (!pidun::api::copy_struct(given, options) || options.words > PIDUN_WORDS_PORTABLE) {
    why = "unknown engine option";
    return PIDUN_E_ARGUMENT;
  }
  const auto backend = static_cast<pidun::WordBackend>(options.words);
  auto handle = std::make_unique<pidun_engine>();
  handle->engine = pidun::Engine::build(backend, &why);
  if (!handle->engine) return PIDUN_E_RULES;
  *out = handle.release();
  return PIDUN_OK;
}

}  // namespace

static_assert(static_cast<int>(pidun::WordBackend::hyperscan) == PIDUN_WORDS_HYPERSCAN);
static_assert(static_cast<int>(pidun::WordBackend::portable) == PIDUN_WORDS_PORTABLE);

uint32_t pidun_version_number(void) { return PIDUN_VERSION_NUMBER; }
const char* pidun_version_string(void) { return "0.1.0"; }

const char* pidun_status_name(pidun_status status) {
  switch (status) {
    case PIDUN_OK:
      return "ok";
    case PIDUN_INCOMPLETE:
      return "incomplete";
    case PIDUN_STOPPED:
      return "stopped";
    case PIDUN_E_ARGUMENT:
      return "invalid argument";
    case PIDUN_E_MEMORY:
      return "out of memory";
    case PIDUN_E_RULES:
      return "rules could not be built";
    case PIDUN_E_STATE:
      return "stream is finished";
    case PIDUN_E_BUSY:
      return "in use by another call";
    case PIDUN_E_SPACE:
      return "buffer too small";
    case PIDUN_E_INTERNAL:
      return "internal error";
    default:
      return "unknown status";
  }
}

pidun_status pidun_engine_open(const pidun_engine_options* options, pidun_engine** out, pidun_error* error) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  const int saved = errno;
  std::string why;
  const pidun_status status = guarded([&] { return build(options, out, why); });
  errno = saved;
  if (status != PIDUN_OK) {
    if (why.empty()) why = pidun_status_name(status);
    tell(error, status, why);
  }
  return status;
}

void pidun_engine_free(pidun_engine* engine) {
  if (is_valid(engine)) delete engine;
}

const char* pidun_engine_words(const pidun_engine* engine) {
  return is_valid(engine) ? engine->engine->words_name().c_str() : "";
}

const char* pidun_engine_rules_hash(const pidun_engine* engine) {
  return is_valid(engine) ? engine->engine->rules_hash().c_str() : "";
}

pidun_status pidun_scratch_new(const pidun_engine* engine, pidun_scratch** out) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  if (!is_valid(engine)) return PIDUN_E_ARGUMENT;
  return guarded([&] {
    auto scratch = std::make_unique<pidun_scratch>();
    scratch->engine = engine->engine;
    scratch->runner = pidun::Runner::create(*engine->engine);
    if (!scratch->runner) return PIDUN_E_MEMORY;
    *out = scratch.release();
    return PIDUN_OK;
  });
}

void pidun_scratch_free(pidun_scratch* scratch) {
  if (is_valid(scratch)) delete scratch;
}
