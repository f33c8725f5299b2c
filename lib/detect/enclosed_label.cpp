// See enclosed_label.h.
#include "detect/enclosed_label.h"

#include <string_view>

#include "base/signs.h"

namespace pidun {
namespace {

constexpr uint64_t kReach = 48;  // bytes

struct Pair {
  std::string_view open, close;
  bool mentions;  // a word in it may be merely mentioned
  bool value;     // values stand in it, too
};
constexpr Pair kPairs[] = {{"【", "】", false, false}, {"「", "」", false, true},  {"『", "』", false, true},
                           {"〔", "〕", false, false}, {"［", "］", false, false}, {"“", "”", true, true},
                           {"‘", "’", true, true}};

bool stands_at(const Window& window, uint64_t at, std::string_view sign) {
  return window.view(at, at + sign.size()) == sign;
}

// Behind a blank or two.
uint64_t behind_blanks(const Window& window, uint64_t at) {
  for (int i = 0; i < 2 && window.at(at) == ' '; ++i) ++at;
  return at;
}

// Whether the sign stands before `at` in the same line, with no other sign between.
bool opens_before(const Window& window, uint64_t at, std::string_view open, std::string_view close) {
  const std::string_view text = window.view(before(at, kReach), at);
  const size_t found = text.rfind(open);
  if (found == std::string_view::npos) return false;
  const std::string_view between = text.substr(found + open.size());
  return between.find('\n') == std::string_view::npos && between.find(close) == std::string_view::npos &&
         between.find(kWideColon) == std::string_view::npos;
}

}  // namespace

uint64_t behind_enclosed(const Window& window, uint64_t end, uint64_t closing) {
  for (const Pair& pair : kPairs) {
    if (!stands_at(window, closing, pair.close)) continue;
    if (!opens_before(window, end, pair.open, pair.close)) return 0;
    const uint64_t at = behind_blanks(window, closing + pair.close.size());
    const uint64_t colon = stands_at(window, at, kWideColon) ? kWideColon.size() : window.at(at) == ':' ? 1 : 0;
    if (colon == 0 && pair.mentions) return 0;
    return colon == 0 ? at : behind_blanks(window, at + colon);
  }
  return 0;
}

bool is_whole_behind_bracket(const Window& window, Span value, uint64_t end) {
  if (value.end >= end) return true;
  const char c = window.at(value.end);
  if (static_cast<unsigned char>(c) <= ' ' || c == ';' || c == '<') return true;
  for (const std::string_view sign : {"【", "「", "『", "〔", "［", "；", "“", "”", "’", "」"})
    if (stands_at(window, value.end, sign)) return true;
  return false;
}

std::string_view quote_closing(const Window& window, uint64_t at) {
  const char c = window.at(at);
  if (c != '\xE2' && c != '\xE3') return {};
  for (const Pair& pair : kPairs)
    if (pair.value && stands_at(window, at, pair.open)) return pair.close;
  return {};
}

}  // namespace pidun
