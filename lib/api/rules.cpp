// The rules of an engine, and checking rules.
#include <cerrno>
#include <cstring>

#include "api/answers.h"
#include "api/engine_options.h"
#include "api/guard.h"
#include "api/options.h"
#include "scan/rules_check.h"

using pidun::api::guarded;

namespace {

const pidun::Rule* rule_at(const pidun_engine* engine, size_t index) {
  if (!is_valid(engine)) return nullptr;
  const auto& rules = engine->engine->rules().rules();
  return index < rules.size() ? &rules[index] : nullptr;
}

uint32_t flags_of(const pidun::Rule& rule) {
  return (rule.builtin ? uint32_t{PIDUN_RULE_BUILTIN} : 0) |
         (rule.disabled || rule.silent ? uint32_t{PIDUN_RULE_DISABLED} : 0) |
         (rule.needs_label ? uint32_t{PIDUN_RULE_NEEDS_LABEL} : 0);
}

}  // namespace

static_assert(static_cast<int>(pidun::RuleShape::number) == PIDUN_SHAPE_NUMBER);
static_assert(static_cast<int>(pidun::RuleShape::regex) == PIDUN_SHAPE_REGEX);

size_t pidun_rule_count(const pidun_engine* engine) {
  return is_valid(engine) ? engine->engine->rules().rules().size() : 0;
}

pidun_status pidun_rule_at(const pidun_engine* engine, size_t index, pidun_rule_info* out) {
  const pidun::Rule* rule = rule_at(engine, index);
  if (rule == nullptr) return PIDUN_E_ARGUMENT;
  pidun_rule_info info{};
  info.struct_size = sizeof(info);
  info.flags = flags_of(*rule);
  info.kind = static_cast<uint16_t>(rule->kind);
  info.shape = static_cast<uint8_t>(rule->shape);
  const bool custom = rule->shape == pidun::RuleShape::literal || rule->shape == pidun::RuleShape::regex;
  info.confidence = custom ? static_cast<uint8_t>(rule->confidence) : uint8_t{0};
  info.line = rule->place.line;
  info.id = rule->id.c_str();
  info.name = rule->name.c_str();
  info.name_zh = rule->name_zh.c_str();
  info.basis = rule->basis.c_str();
  info.validator = rule->validator.c_str();
  info.source = engine->engine->rules().source_name(*rule).data();  // NUL-terminated: a literal or a std::string
  return pidun::api::hand_out(info, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}

const char* pidun_rule_id(const pidun_engine* engine, uint32_t rule) {
  const pidun::Rule* found = rule_at(engine, rule);
  return found != nullptr ? found->id.c_str() : nullptr;
}

pidun_status pidun_rule_text(const pidun_engine* engine, uint32_t rule, char* buffer, size_t capacity, size_t* needed) {
  const pidun::Rule* found = rule_at(engine, rule);
  if (found == nullptr || needed == nullptr) return PIDUN_E_ARGUMENT;
  return pidun::api::copy_text(engine->engine->rules().text_of(*found), buffer, capacity, needed);
}

pidun_status pidun_rules_check(const pidun_engine_options* options, char* buffer, size_t capacity, size_t* needed) {
  if (needed == nullptr) return PIDUN_E_ARGUMENT;
  *needed = 0;
  const int saved = errno;
  const pidun_status status = guarded([&] {
    pidun::RuleErrors errors;
    pidun::EngineOptions prepared;
    if (!pidun::api::prepare_engine(options, prepared, errors)) return pidun_status{PIDUN_E_ARGUMENT};
    return pidun::api::copy_text(pidun::rules_check(std::move(prepared), std::move(errors)), buffer, capacity, needed);
  });
  errno = saved;
  return status;
}
