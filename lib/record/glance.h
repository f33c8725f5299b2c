// What a group of fields holds, told in one pass: most groups hold little of what is looked for, and are not gone
// through for it again. Tested through the records, in tests/unit/record/records_test.cpp.
#pragma once

#include <algorithm>
#include <span>

#include "record/field.h"

namespace pidun {

struct Glance {
  uint64_t plain = 0;      // kinds of values that can be keys
  uint64_t all = 0;        // kinds of all
  uint16_t flags = 0;      // FieldFlag bits that any has
  uint32_t traits = 0;     // bits by Trait
  bool own = true;         // all fields are of the person that the row is about
  bool sensitive = false;  // one that counts is, by PIPL art. 28
  Span span;               // of those that are personal information

  bool has(FieldFlag flag) const { return (flags & flag) != 0; }
  bool has(Trait trait) const { return (traits >> static_cast<unsigned>(trait) & 1) != 0; }
  bool has_plain(Kind kind) const { return (plain & bit_of_kind(kind)) != 0; }
};

inline Glance glance_at(std::span<const Field> fields) {
  Glance out;
  uint64_t begin = UINT64_MAX, end = 0;
  for (const Field& field : fields) {
    const uint64_t kind = bit_of_kind(field.kind);
    out.all |= kind;
    if (field.is_plain()) out.plain |= kind;
    out.flags |= field.flags;
    out.traits |= 1u << static_cast<unsigned>(field.trait);
    out.own &= field.role == FieldRole::own;
    out.sensitive |=
        (field.flags & (kFieldSensitive | kFieldMinor)) != 0 && (field.flags & (kFieldHidden | kFieldFailed)) == 0;
    if (field.has(kFieldSupport)) continue;
    begin = std::min(begin, field.span.begin);
    end = std::max(end, field.span.end);
  }
  if (end != 0) out.span = {begin, end};
  return out;
}

}  // namespace pidun
