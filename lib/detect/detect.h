// Detection: from anchors to readings, and from readings to the ones that win.
// Tested in tests/unit/detect/.
#pragma once

#include "detect/detectors.h"
#include "match/numbers.h"

namespace pidun {

// No reading is longer than this (an e-mail address), so a conflict is settled from the readings this near.
inline constexpr uint64_t kLongestReading = 400;

// Adds the readings of every anchor, in order of their begin.
void read_anchors(Context& context, const Anchors& anchors, Readings& out);
// The readings of `digits` that fill `value`, but for an X behind them: those of an anchor that is all of its cell.
void read_cell_number(Context& context, uint32_t digits, const Value& value, Readings& out);
// All readings of one stretch, hopeless ones too: for explain.
void read_thoroughly(Context& context, const Anchors& anchors, Readings& out);

// Conflicts over the same bytes, settled once and here: a reading wins when no reading that overlaps it ranks
// higher. Rank: confidence, then a passed check, then the longer, then the kind whose number is less. The rule looks
// at pairs only, so that what wins depends on nothing further away than kLongestReading.
// `readings` are in order of begin. winner(i) says that readings[i] wins among those of `minimum` or more;
// strongest_loser(i) is the kind of the strongest reading that lost to it, or Kind::none.
class Conflicts {
 public:
  void settle(const Readings& readings, int minimum);
  bool winner(size_t i) const { return (wins_[i] & kWins) != 0; }
  // The reading is not to be told, whatever it wins.
  void silence(size_t i) { wins_[i] &= kOverlaps; }
  Kind strongest_loser(const Readings& readings, size_t i) const {
    return (wins_[i] & kOverlaps) != 0 ? strongest_overlapping(readings, i) : Kind::none;
  }

 private:
  Kind strongest_overlapping(const Readings& readings, size_t i) const;

  static constexpr uint8_t kWins = 1, kOverlaps = 2;
  std::vector<uint8_t> wins_;
  std::vector<uint64_t> reach_;  // end of the furthest-reaching reading up to and including i
  std::vector<size_t> late_;     // those that begin before another has ended
};

}  // namespace pidun
