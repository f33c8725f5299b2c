// See names.h.
#include "detect/names.h"

#include "detect/name_model.h"

namespace pidun {

size_t name_length(std::string_view text) {
  // The word before speaks for a name: its characters may be less likely one than words, and far less where it stands
  // alone between that word and a sign.
  constexpr int kLeast = -2 * kNatParts, kLeastAlone = -6 * kNatParts;
  NameModel model;
  model.read(Window(text, 0), 0);
  if (model.behind() < 2) return 0;
  const NameOdds odds = model.best();
  if (odds.length == 0) return 0;
  const int least = odds.length == model.behind() ? kLeastAlone : kLeast;
  return odds.margin >= least ? odds.length * kHanziBytes : 0;
}

}  // namespace pidun
