#include "record/visible.h"

#include <algorithm>

#include "base/ascii.h"
#include "detect/masked_text.h"

namespace pidun {
namespace {

bool is_number(Kind kind) {
  switch (kind) {
    case Kind::resident_id_number:
    case Kind::mobile_number:
    case Kind::bank_card_number:
    case Kind::landline_number:
      return true;
    default:
      return false;
  }
}

// The letter that masks, where nothing else does: 138xxxx8000.
char masking_letter(std::string_view value) {
  for (size_t i = 0; i < value.size(); ++i)
    if (mask_at(Window(value, 0), i) != 0) return '\0';
  const size_t at = value.find_first_of("xX");
  return at == std::string_view::npos ? '\0' : value[at];
}

bool says_nothing(char c, bool number) { return number && (c == ' ' || c == '-' || c == '(' || c == ')'); }

uint8_t characters(std::string_view text) {
  const auto count = std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); });
  return static_cast<uint8_t>(std::min<int64_t>(count, UINT8_MAX));
}

}  // namespace

Visible visible_of_masked(Kind kind, std::string_view value) {
  const bool number = is_number(kind);
  if (kind == Kind::mobile_number && value.starts_with("+86")) value.remove_prefix(3);
  std::string before, behind;
  bool masked = false;
  const Window window(value, 0);
  const char letter = masking_letter(value);
  for (size_t i = 0; i < value.size();) {
    const size_t mask = mask_at(window, i, letter);
    if (mask != 0) {
      masked = true;
      behind.clear();
      i += mask;
      continue;
    }
    if (!says_nothing(value[i], number)) (masked ? behind : before) += to_upper(value[i]);
    ++i;
  }
  Visible out;
  out.prefix = characters(before);
  out.suffix = characters(behind);
  out.text = before + '\0' + behind;
  return out;
}

}  // namespace pidun
