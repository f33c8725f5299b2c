// A reading: one thing that a stretch of bytes may be, with the evidence for and against it. Several compete for the
// same bytes; conflicts.cpp settles them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/window.h"
#include "rules/kinds.h"

namespace pidun {

// Each reason has a stable id, fixed points and a text; the sum of the points is the confidence.
enum class Reason : uint8_t {
  resident_id_shape,
  short_id_shape,
  foreign_id_shape,
  old_foreign_id_shape,
  mobile_shape,
  card_shape,
  email_shape,
  company_code_shape,
  check_digit,
  check_digit_failed,
  real_date,
  short_date,
  impossible_date,
  region_listed,
  region_unlisted,
  region_unknown,
  nation_listed,
  nation_unknown,
  segment_allotted,
  segment_not_allotted,
  country_code,
  issuer_prefix,
  card_scheme,
  luhn,
  luhn_failed,
  card_grouping,
  company_check,
  organisation_check,
  known_top_level,
  file_suffix,
  label,
  other_label,
  negative_label,
  alone,
  glued_word,
  dashed_neighbour,
  foreign_prefix,
  url_path,
  test_value,
  count_
};

struct ReasonInfo {
  std::string_view id;
  int points;
  std::string_view en;
  std::string_view zh;
};
const ReasonInfo& reason_info(Reason reason);
inline constexpr size_t kReasonCount = static_cast<size_t>(Reason::count_);
static_assert(kReasonCount <= 64);

class Evidence {
 public:
  void add(Reason reason) { reasons_ |= uint64_t{1} << static_cast<unsigned>(reason); }
  void add_if(bool holds, Reason reason) {
    if (holds) add(reason);
  }
  bool has(Reason reason) const { return (reasons_ >> static_cast<unsigned>(reason)) & 1; }
  uint64_t reasons() const { return reasons_; }
  int confidence() const;  // 0..100

 private:
  uint64_t reasons_ = 0;
};

enum class Check : uint8_t { none, pass, fail };

struct Reading {
  Span span;
  Kind kind{};
  Check check = Check::none;
  bool grouped = false;
  Evidence evidence;
  int confidence = 0;
};

}  // namespace pidun
