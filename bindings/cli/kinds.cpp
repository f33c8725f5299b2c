// See kinds.h.
#include "kinds.h"

namespace pidun::cli {

KindTable::KindTable(const Engine& engine) : unknown_{"unknown", "未知", 'N', 0, 0, 0} {
  for (std::size_t i = 0; i < engine.kind_count(); ++i) {
    const pidun_kind_info info = engine.kind_at(i);
    kinds_[info.kind] = {info.name, info.name_zh, static_cast<char>(info.sensitive),
                         info.tier, info.jrt0171, info.gbt39725};
  }
}

const char* sensitive_json(char sensitive) {
  if (sensitive == 'Y') return "true";
  return sensitive == 'C' ? R"("context")" : "false";
}

const KindInfo& KindTable::at(std::uint16_t kind) const {
  const auto found = kinds_.find(kind);
  return found != kinds_.end() ? found->second : unknown_;
}

}  // namespace pidun::cli
