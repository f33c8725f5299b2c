// See kinds.h.
#include "kinds.h"

#include "pidun/pidun.hpp"

namespace pidun::cli {

KindTable::KindTable() : unknown_{"unknown", "未知", 'N'} {
  for (std::size_t i = 0; i < pidun_kind_count(); ++i) {
    auto info = sized<pidun_kind_info>();
    check(pidun_kind_at(i, &info));
    kinds_[info.kind] = {info.name, info.name_zh, static_cast<char>(info.sensitive)};
  }
}

const KindInfo& KindTable::at(std::uint16_t kind) const {
  const auto found = kinds_.find(kind);
  return found != kinds_.end() ? found->second : unknown_;
}

}  // namespace pidun::cli
