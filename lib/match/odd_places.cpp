// See odd_places.h.
#include "match/odd_places.h"

#include "base/ascii.h"

namespace pidun {
namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// Behind `here` stands a star.
bool star_leads(char here, char before, char further, bool first) {
  if (is_digit(here)) return further == '*';
  if (here == '*') return first || is_letter(before);  // E****5678: no mark stands before the first
  return is_high(here) || further == '*' || is_high(further);
}

// Behind a digit: the masks of three bytes, the sign around a keycap, emoji.
bool wide_leads(std::string_view bytes) {
  return wide_mask(bytes) != 0 || bytes.starts_with("\xEF\xB8\x8F\xE2\x83\xA3") || bytes.starts_with("\xE2\x83\xA3") ||
         bytes.starts_with("\xF0\x9F");
}

}  // namespace

void add_odd_place(std::string_view bytes, uint64_t at, std::vector<uint64_t>& out) {
  const auto byte = [&](uint64_t i) { return i < bytes.size() ? bytes[i] : '\0'; };
  const char here = bytes[at], next = byte(at + 1), further = byte(at + 2);
  const char before = at > 0 ? bytes[at - 1] : '\0';
  switch (static_cast<unsigned char>(next)) {
    case '*':
      if (star_leads(here, before, further, at == 0)) out.push_back(here == '*' ? at : at + 1);
      return;
    case '#':
      if (is_digit(here) && further == '#') out.push_back(at + 1);
      return;
    case 'x':
    case 'X':
      if (is_high(here) || (is_digit(here) && further == next && byte(at + 3) == next)) out.push_back(at + 1);
      return;
    case '+':
      if (here == 'E' && is_digit(before) && is_digit(further)) out.push_back(at);
      return;
    case 0xE2:
    case 0xEF:
    case 0xF0:
      if (is_digit(here) && wide_leads(bytes.substr(at + 1))) out.push_back(at + 1);
      return;
    default:  // the last two bytes of a mask
      if (at > 0 && wide_mask(bytes.substr(at - 1)) != 0) out.push_back(at - 1);
  }
}

}  // namespace pidun
