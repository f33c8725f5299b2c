// What is told of a value that was masked already: its masked form, and how much of it is visible. See masked.h.
#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/evidence.h"
#include "detect/masked.h"
#include "detect/masked_text.h"
#include "match/odd_places.h"

namespace pidun {
namespace {

struct Shown {
  size_t first, last;  // characters at most
};

Shown shown_of(Kind kind) {
  switch (kind) {
    case Kind::mobile_number:
      return {3, 4};
    case Kind::person_name:
    case Kind::vehicle_plate:
      return {2, 1};
    case Kind::home_address:
      return {6, 0};
    case Kind::resident_id_number:
    case Kind::hmt_residence_permit_number:
    case Kind::foreign_permanent_resident_id:
    case Kind::bank_card_number:
      return {4, 4};
    default:
      return {1, 4};
  }
}

// The next character: its bytes, and whether it masks.
struct Character {
  size_t bytes;
  bool mask;
};
Character character_of(std::string_view rest, char letter) {
  if (const size_t wide = wide_mask(rest); wide != 0) return {wide, true};
  const char c = rest[0];
  if (c == '*' || c == '#' || (letter != '\0' && c == letter)) return {1, true};
  return {std::max<size_t>(1, decode_utf8(rest).bytes), false};
}

bool is_joint(std::string_view character) {
  return character.size() == 1 && std::string_view(" -()+").find(character[0]) != std::string_view::npos;
}

// x or X where nothing else masks, else NUL.
char letter_of(std::string_view value) {
  bool other = false;
  for (size_t at = 0; at < value.size();) {
    const Character character = character_of(value.substr(at), '\0');
    other |= character.mask;
    at += character.bytes;
  }
  if (other) return '\0';
  return std::count(value.begin(), value.end(), 'x') >= std::count(value.begin(), value.end(), 'X') ? 'x' : 'X';
}

size_t write_masked_email(std::string_view value, char* out) {
  const size_t sign = value.rfind('@');
  size_t length = 0;
  bool first = true;
  for (size_t at = 0; at < sign && length + 1 < kLongestEvidence / 2;) {
    const Character character = character_of(value.substr(at), '\0');
    out[length++] = first && !character.mask ? value[at] : kMask;
    first = false;
    at += character.bytes;
  }
  return length + value.substr(sign).copy(out + length, kLongestEvidence - length);
}

}  // namespace

VisibleEnds visible_of(std::string_view value) {
  const char letter = letter_of(value);
  std::string text;
  for (size_t at = 0; at < value.size();) {
    const Character character = character_of(value.substr(at), letter);
    if (character.mask || !is_joint(value.substr(at, character.bytes))) text += character.mask ? kMask : '.';
    at += character.bytes;
  }
  return visible_ends(text);
}

size_t write_masked_evidence(Kind kind, std::string_view value, char* out) {
  size_t length = 0;
  if (kind == Kind::email_address && value.find('@') != std::string_view::npos) {
    length = write_masked_email(value, out);
  } else {
    const char letter = letter_of(value);
    size_t characters = 0, at = 0;
    std::array<size_t, kLongestEvidence> begins{}, bytes{};
    for (; at < value.size() && characters < begins.size();) {
      const Character character = character_of(value.substr(at), letter);
      const bool counts = character.mask || !is_joint(value.substr(at, character.bytes));
      begins[characters] = at;
      bytes[characters] = character.mask ? 0 : character.bytes;
      characters += counts ? 1 : 0;
      at += character.bytes;
    }
    const Shown shown = shown_of(kind);
    // The country code of a mobile number tells nothing.
    const size_t country = kind == Kind::mobile_number && characters > 11 ? characters - 11 : 0;
    for (size_t i = country; i < characters && length < kLongestEvidence; ++i) {
      const bool visible = bytes[i] != 0 && (i < country + shown.first || i + shown.last >= characters);
      if (!visible) {
        out[length++] = kMask;
      } else if (length + bytes[i] <= kLongestEvidence) {
        length += value.substr(begins[i], bytes[i]).copy(out + length, bytes[i]);
      }
    }
  }
  out[length] = '\0';
  return length;
}

}  // namespace pidun
