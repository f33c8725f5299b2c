// The table of kinds, as patterns/*.toml has it.
#include "rules/kinds.h"

#include <array>
#include <cstddef>

#include "pidun_tables.h"

namespace pidun {
namespace {

constexpr auto kInfos = [] {
  std::array<KindInfo, tables::kinds.size()> infos{};
  for (size_t i = 0; i < infos.size(); ++i) {
    const tables::Kind& row = tables::kinds[i];
    infos[i] = {
        static_cast<Kind>(row.number), row.tier, row.sensitive, row.jrt0171, row.gbt39725, row.name, row.name_zh};
  }
  return infos;
}();

}  // namespace

std::span<const KindInfo> all_kinds() { return kInfos; }

const KindInfo* find_kind(Kind kind) {
  const size_t number = static_cast<size_t>(kind);
  // The generator refuses a table whose numbers do not run 1, 2, 3 …
  return number >= 1 && number <= kInfos.size() ? &kInfos[number - 1] : nullptr;
}

const KindInfo* find_kind(std::string_view name) {
  for (const KindInfo& info : kInfos) {
    if (info.name == name) return &info;
  }
  return nullptr;
}

}  // namespace pidun
