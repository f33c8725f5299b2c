// A reading: one thing that a stretch of bytes may be, with the evidence for and against it. Several compete for the
// same bytes; conflicts.cpp settles them.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/window.h"
#include "detect/reasons.h"
#include "rules/kinds.h"

namespace pidun {

class Evidence {
 public:
  // Of reasons().
  static constexpr uint64_t bit(Reason reason) { return uint64_t{1} << static_cast<unsigned>(reason); }
  constexpr void add(Reason reason) {
    if ((reasons_ & bit(reason)) == 0) points_ += reason_info(reason).points;
    reasons_ |= bit(reason);
  }
  void add_if(bool holds, Reason reason) {
    if (holds) add(reason);
  }
  // What was added before.
  void remove(Reason reason) {
    points_ -= reason_info(reason).points;
    reasons_ &= ~bit(reason);
  }
  void add_points(int points) { points_ += points; }
  bool has(Reason reason) const { return (reasons_ >> static_cast<unsigned>(reason)) & 1; }
  uint64_t reasons() const { return reasons_; }
  constexpr int confidence() const { return std::clamp(points_, 0, 100); }

 private:
  uint64_t reasons_ = 0;
  int points_ = 0;
};

enum class Check : uint8_t { none, pass, fail };

// A reading of which the kind and the reasons tell the rule.
inline constexpr uint16_t kRuleOfKind = UINT16_MAX;

struct Reading {
  Span span;
  Kind kind{};
  uint16_t rule = kRuleOfKind;  // index in the engine's rules
  Check check = Check::none;
  bool grouped = false;
  Evidence evidence;
  int confidence = 0;
  uint32_t side = 0;  // not 0: read in a side view, of which the scan keeps more under this number
};

}  // namespace pidun
