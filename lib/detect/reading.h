// A reading: one thing that a stretch of bytes may be, with the evidence for and against it. Several compete for the
// same bytes; conflicts.cpp settles them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "base/window.h"
#include "detect/reasons.h"
#include "rules/kinds.h"

namespace pidun {

// A set of reasons: a bit for each of the first 64, and for those behind them.
struct Reasons {
  uint64_t first = 0;
  uint8_t more = 0;

  constexpr bool has(Reason reason) const {
    const auto number = static_cast<unsigned>(reason);
    return number < 64 ? (first >> number & 1) != 0 : (more >> (number - 64) & 1) != 0;
  }
  constexpr void set(Reason reason) {
    const auto number = static_cast<unsigned>(reason);
    if (number < 64)
      first |= uint64_t{1} << number;
    else
      more = static_cast<uint8_t>(more | 1u << (number - 64));
  }
  // In the order of Reason.
  template <class Function>
  void each(Function&& function) const {
    for (uint64_t left = first; left != 0; left &= left - 1) function(static_cast<Reason>(std::countr_zero(left)));
    for (unsigned left = more; left != 0; left &= left - 1) function(static_cast<Reason>(64 + std::countr_zero(left)));
  }
};

class Evidence {
 public:
  // Of reasons(); of one of the first 64.
  static constexpr uint64_t bit(Reason reason) { return uint64_t{1} << static_cast<unsigned>(reason); }
  constexpr void add(Reason reason) {
    if (!has(reason)) points_ += reason_info(reason).points;
    Reasons all = this->all();
    all.set(reason);
    reasons_ = all.first;
    more_ = all.more;
  }
  void add_if(bool holds, Reason reason) {
    if (holds) add(reason);
  }
  // What was added before.
  // One of the first 64.
  void remove(Reason reason) {
    points_ -= reason_info(reason).points;
    reasons_ &= ~bit(reason);
  }
  void add_points(int points) { points_ += points; }
  constexpr bool has(Reason reason) const { return all().has(reason); }
  constexpr Reasons all() const { return {reasons_, more_}; }
  uint64_t reasons() const { return reasons_; }
  constexpr int confidence() const { return std::clamp(points_, 0, 100); }

 private:
  uint64_t reasons_ = 0;
  int points_ = 0;
  uint8_t more_ = 0;  // those behind the first 64
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
