#include <algorithm>

#include "detect/detect.h"

namespace pidun {
namespace {

// A link with a password in it is a link: what was found by its look is more than a field that lies inside of it.
bool is_part(const Reading& part, const Reading& whole) {
  return part.evidence.has(Reason::field_value) && !whole.evidence.has(Reason::field_value) &&
         part.span.begin >= whole.span.begin && part.span.end <= whole.span.end && part.span.size() < whole.span.size();
}

bool ranks_above(const Reading& a, const Reading& b) {
  if (is_part(b, a)) return true;
  if (is_part(a, b)) return false;
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  if ((a.check == Check::pass) != (b.check == Check::pass)) return a.check == Check::pass;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.span.begin < b.span.begin;
}

bool overlap(const Reading& a, const Reading& b) { return a.span.begin < b.span.end && b.span.begin < a.span.end; }

}  // namespace

void Conflicts::settle(const Readings& readings, int minimum) {
  const size_t count = readings.size();
  wins_.resize(count);
  reach_.resize(count);
  late_.clear();
  uint64_t reach = 0;
  for (size_t i = 0; i < count; ++i) {
    if (readings[i].span.begin < reach) late_.push_back(i);
    reach_[i] = reach = std::max(reach, readings[i].span.end);
    wins_[i] = readings[i].confidence >= minimum ? kWins : 0;
  }
  for (const size_t i : late_) {
    for (size_t j = i; j-- > 0 && reach_[j] > readings[i].span.begin;) {
      if (!overlap(readings[j], readings[i])) continue;
      const size_t loser = ranks_above(readings[j], readings[i]) ? i : j;
      wins_[loser] = static_cast<uint8_t>(wins_[loser] & ~kWins);
      wins_[i] |= kOverlaps;
      wins_[j] |= kOverlaps;
    }
  }
}

Kind Conflicts::strongest_overlapping(const Readings& readings, size_t i) const {
  const Reading* strongest = nullptr;
  const auto consider = [&](const Reading& other) {
    if (other.kind == readings[i].kind || !overlap(other, readings[i])) return;
    if (strongest == nullptr || ranks_above(other, *strongest)) strongest = &other;
  };
  for (size_t j = i; j-- > 0 && reach_[j] > readings[i].span.begin;) consider(readings[j]);
  for (size_t j = i + 1; j < readings.size() && readings[j].span.begin < readings[i].span.end; ++j)
    consider(readings[j]);
  return strongest != nullptr ? strongest->kind : Kind::none;
}

}  // namespace pidun
