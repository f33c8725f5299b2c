// An engine's table of kinds, read once: looked up for every finding printed.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "pidun/pidun.hpp"

namespace pidun::cli {

struct KindInfo {
  std::string name;
  std::string name_zh;
  char sensitive = 'N';  // 'Y', 'N' or 'C'
  std::uint16_t tier = 0;
  std::uint8_t jrt0171 = 0;  // levels; 0 = none
  std::uint8_t gbt39725 = 0;
};

const char* sensitive_json(char sensitive);  // true, false or "context", with its quotes

class KindTable {
 public:
  explicit KindTable(const Engine& engine);
  const KindInfo& at(std::uint16_t kind) const;  // "unknown" for a kind the table does not hold

 private:
  std::unordered_map<std::uint16_t, KindInfo> kinds_;
  KindInfo unknown_;
};

}  // namespace pidun::cli
