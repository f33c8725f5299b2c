// See names.h.
#include "detect/names.h"

#include <algorithm>

#include "base/blanks.h"
#include "detect/checks/surnames.h"
#include "detect/name_model.h"
#include "detect/name_values.h"

namespace pidun {
namespace {

// A compound surname that a blank parts from the given name: 欧阳 文博. 0 if it is none.
size_t parted_length(std::string_view text) {
  constexpr size_t kSurname = 2 * kHanziBytes, kMostGiven = 2;
  const std::string_view behind = text.substr(std::min(text.size(), kSurname));
  const size_t blank = behind.starts_with(' ') ? 1 : behind.starts_with(kWideBlank) ? kWideBlank.size() : 0;
  if (blank == 0 || !is_compound_surname(text.substr(0, kSurname))) return 0;
  size_t given = 0;
  while (given <= kMostGiven && hanzi_at(behind, blank + given * kHanziBytes) != kHanziCount) ++given;
  const size_t length = kSurname + blank + given * kHanziBytes;
  return given != 0 && given <= kMostGiven && is_name_value(text.substr(0, length)) ? length : 0;
}

}  // namespace

size_t name_length(std::string_view text) {
  // The word before speaks for a name: its characters may be less likely one than words, and far less where it stands
  // alone between that word and a sign.
  constexpr int kLeast = -2 * kNatParts, kLeastAlone = -6 * kNatParts;
  NameModel model;
  model.read(Window(text, 0), 0);
  if (model.behind() < 2) return 0;
  if (const size_t parted = model.behind() == 2 ? parted_length(text) : 0; parted != 0) return parted;
  const NameOdds odds = model.best();
  if (odds.length == 0) return 0;
  const int least = odds.length == model.behind() ? kLeastAlone : kLeast;
  return odds.margin >= least ? odds.length * kHanziBytes : 0;
}

}  // namespace pidun
