// The kind tables: the built-in one, and an engine's.
#include "rules/kinds.h"

#include "api/handles.h"
#include "api/options.h"

namespace {

pidun_status tell(const pidun::KindInfo* kind, pidun_kind_info* out) {
  if (kind == nullptr) return PIDUN_E_ARGUMENT;
  pidun_kind_info info{};
  info.struct_size = sizeof(info);
  info.kind = static_cast<uint16_t>(kind->kind);
  info.tier = kind->tier;
  info.sensitive = static_cast<uint8_t>(kind->sensitive);
  info.jrt0171 = kind->jrt0171;
  info.gbt39725 = kind->gbt39725;
  info.name = kind->name.data();
  info.name_zh = kind->name_zh.data();
  return pidun::api::hand_out(info, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}

pidun_status tell_at(std::span<const pidun::KindInfo> kinds, size_t index, pidun_kind_info* out) {
  return tell(index < kinds.size() ? &kinds[index] : nullptr, out);
}

uint16_t number_of(const pidun::KindInfo* kind) { return kind != nullptr ? static_cast<uint16_t>(kind->kind) : 0; }

}  // namespace

size_t pidun_kind_count(void) { return pidun::all_kinds().size(); }

pidun_status pidun_kind_at(size_t index, pidun_kind_info* out) { return tell_at(pidun::all_kinds(), index, out); }

pidun_status pidun_kind_get(uint16_t kind, pidun_kind_info* out) {
  return tell(pidun::find_kind(static_cast<pidun::Kind>(kind)), out);
}

uint16_t pidun_kind_find(const char* name) {
  return name != nullptr ? number_of(pidun::find_kind(std::string_view(name))) : uint16_t{0};
}

size_t pidun_engine_kind_count(const pidun_engine* engine) {
  return is_valid(engine) ? engine->engine->rules().kinds().size() : 0;
}

pidun_status pidun_engine_kind_at(const pidun_engine* engine, size_t index, pidun_kind_info* out) {
  return is_valid(engine) ? tell_at(engine->engine->rules().kinds(), index, out) : PIDUN_E_ARGUMENT;
}

pidun_status pidun_engine_kind_get(const pidun_engine* engine, uint16_t kind, pidun_kind_info* out) {
  if (!is_valid(engine)) return PIDUN_E_ARGUMENT;
  return tell(engine->engine->rules().find_kind(static_cast<pidun::Kind>(kind)), out);
}

uint16_t pidun_engine_kind_find(const pidun_engine* engine, const char* name) {
  if (!is_valid(engine) || name == nullptr) return 0;
  return number_of(engine->engine->rules().find_kind(std::string_view(name)));
}
