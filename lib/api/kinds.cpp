// The kind table, and rule ids.
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

}  // namespace

size_t pidun_kind_count(void) { return pidun::all_kinds().size(); }

pidun_status pidun_kind_at(size_t index, pidun_kind_info* out) {
  const auto kinds = pidun::all_kinds();
  return tell(index < kinds.size() ? &kinds[index] : nullptr, out);
}

pidun_status pidun_kind_get(uint16_t kind, pidun_kind_info* out) {
  return tell(pidun::find_kind(static_cast<pidun::Kind>(kind)), out);
}

uint16_t pidun_kind_find(const char* name) {
  if (name == nullptr) return 0;
  const pidun::KindInfo* kind = pidun::find_kind(std::string_view(name));
  return kind != nullptr ? static_cast<uint16_t>(kind->kind) : 0;
}

// Every built-in kind is one rule of the same number and name.
const char* pidun_rule_id(const pidun_engine* engine, uint32_t rule) {
  if (!is_valid(engine) || rule > UINT16_MAX) return nullptr;
  const pidun::KindInfo* kind = pidun::find_kind(static_cast<pidun::Kind>(rule));
  return kind != nullptr ? kind->name.data() : nullptr;
}
