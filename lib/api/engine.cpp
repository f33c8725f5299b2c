// Version, status names, engine and scratch.
#include <algorithm>
#include <cerrno>

#include "api/answers.h"
#include "api/engine_options.h"
#include "api/guard.h"
#include "base/ascii.h"
#include "scan/examples.h"

using pidun::api::fill;
using pidun::api::guarded;

namespace {

void tell(pidun_error* error, pidun_status status, const pidun::RuleError& why) {
  pidun_error full{};
  full.struct_size = sizeof(full);
  full.status = status;
  full.line = why.place.line;
  full.column = why.place.column;
  fill(full.rule, why.rule);
  std::string place = why.file;
  if (why.place.line != 0) place += ':' + std::to_string(why.place.line) + ':' + std::to_string(why.place.column);
  // A long path must not push the reason out.
  constexpr size_t kLongestPlace = 80;
  if (place.size() > kLongestPlace) {
    size_t from = place.size() - kLongestPlace;
    while (from < place.size() && pidun::is_continuation(place[from])) ++from;
    place.replace(0, from, "…");
  }
  fill(full.message, place.empty() ? why.message : place + ": " + why.message);
  if (error != nullptr) pidun::api::hand_out(full, error);
}

pidun_status build(const pidun_engine_options* given, pidun_engine** out, pidun::RuleErrors& errors) {
  pidun::EngineOptions options;
  if (!pidun::api::prepare_engine(given, options, errors)) {
    errors.insert(errors.begin(), pidun::RuleError{{}, {}, 0, {}, "unknown engine option"});
    return PIDUN_E_ARGUMENT;
  }
  if (!errors.empty()) return PIDUN_E_RULES;
  auto handle = std::make_unique<pidun_engine>();
  handle->engine = pidun::load_engine(std::move(options), errors);
  if (!handle->engine) return PIDUN_E_RULES;
  *out = handle.release();
  return PIDUN_OK;
}

}  // namespace

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
    case PIDUN_E_TALLY:
      return "tally";
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
  pidun::RuleErrors errors;
  const pidun_status status = guarded([&] { return build(options, out, errors); });
  if (status != PIDUN_OK) {
    const auto told = guarded([&] {
      const pidun::RuleError nameless{{}, {}, 0, {}, pidun_status_name(status)};
      tell(error, status, errors.empty() ? nameless : errors.front());
      return PIDUN_OK;
    });
    if (told != PIDUN_OK && error != nullptr && error->struct_size >= 2 * sizeof(uint32_t)) error->status = status;
  }
  errno = saved;
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
