// See positions.h.
#include "detect/positions.h"

#include <string_view>

#include "base/ascii.h"
#include "detect/coordinates.h"
#include "unwrap/hex_digits.h"

namespace pidun {
namespace {

constexpr uint64_t kLongestPair = 96;  // bytes, a height included
constexpr uint64_t kLongestSentence = 82;
constexpr size_t kLeastDecimals = 4;  // ten metres

bool in_number(char c) { return is_digit(c) || c == '.'; }
bool touches(char c) { return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '%'; }

// Where the number begins that stands before a comma or blank and the one at `begin`; `begin` if there is none.
uint64_t partner_before(const Window& window, uint64_t begin) {
  uint64_t at = begin;
  const auto skip_blanks = [&] {
    for (int i = 0; i < 2 && at > 0 && window.at(at - 1) == ' '; ++i) --at;
  };
  skip_blanks();
  if (window.view(before(at, 3), at) == "，")
    at -= 3;
  else if (at > 0 && (window.at(at - 1) == ',' || window.at(at - 1) == ';'))
    --at;
  skip_blanks();
  if (at == begin) return begin;
  const uint64_t end = at;
  while (at > 0 && end - at < 24 && in_number(window.at(at - 1))) --at;
  if (at == end) return begin;
  return at > 0 && window.at(at - 1) == '-' ? at - 1 : at;
}

struct Pair {
  Span span;
  Coordinates position;
};

Pair pair_at(const Window& window, uint64_t begin) {
  for (const uint64_t at : {partner_before(window, begin), begin}) {
    const Coordinates position = read_position(window.view(at, at + kLongestPair));
    if (position.length != 0 && (at == begin || at + position.second == begin))
      return {{at, at + position.length}, position};
  }
  return {};
}

// [113.9,22.5] or (113.9 22.5, …): the brackets of GeoJSON and WKT.
bool in_track(const Window& window, const Pair& pair) {
  const char first = window.at(pair.span.begin - 1), last = window.at(pair.span.end);
  if (first == '[' || (first == ' ' && window.at(pair.span.begin - 2) == '['))
    return last == ']' || last == ',' || last == ' ';
  const std::string_view gap =
      window.view(pair.span.begin + pair.position.first_ends, pair.span.begin + pair.position.second);
  const char before_blank = first == ' ' ? window.at(pair.span.begin - 2) : first;
  return gap == " " && (before_blank == '(' || before_blank == ',') && (last == ')' || last == ',' || last == ' ');
}

void read_pair(Context& context, uint64_t begin, bool thorough, Readings& out) {
  const Window& window = context.window();
  const Pair pair = pair_at(window, begin);
  if (pair.span.size() == 0 || pair.position.decimals < kLeastDecimals) return;
  if (touches(window.at(pair.span.begin - 1)) || touches(window.at(pair.span.end))) return;
  const bool track = in_track(window, pair);
  const bool china = is_in_china(pair.position.latitude, pair.position.longitude);
  const Value value = context.value_at(pair.span.begin);
  // Never over cells; the items of an array are told by their brackets.
  if (!track && value.end < pair.span.end) return;
  Reading reading{.span = pair.span, .kind = Kind::location_trajectory, .evidence = {}};
  Evidence& evidence = reading.evidence;
  evidence.add(Reason::coordinate_pair);
  evidence.add_if(china, Reason::china_bounds);
  evidence.add_if(track, Reason::track_form);
  if (value.end >= pair.span.end) {
    const Beside beside = context.beside(pair.span, value);
    add_labels(beside, Label::none, reading.kind, evidence);
    evidence.add_if(beside.alone || value.filled_by(pair.span), Reason::alone);
  }
  reading.confidence = evidence.confidence();
  if (thorough || reading.confidence >= 50) out.push_back(reading);
}

// ,N,11356.1070,E behind the minutes of a latitude that begins at `begin`; where it ends, or 0.
uint64_t hemispheres_end(const Window& window, uint64_t begin) {
  uint64_t at = begin;
  const auto number = [&] {
    while (in_number(window.at(at))) ++at;
  };
  const auto letter = [&](char one, char other) {
    const bool there = window.at(at) == ',' && (window.at(at + 1) == one || window.at(at + 1) == other);
    at += there ? 2 : 0;
    return there;
  };
  number();
  if (!letter('N', 'S') || window.at(at) != ',') return 0;
  const uint64_t longitude = ++at;
  number();
  return at - longitude >= 7 && at - longitude <= 16 && letter('E', 'W') ? at : 0;
}

// $GPGGA,…*47 around the latitude. The sum of what stands between $ and * is written behind.
void read_sentence(Context& context, uint64_t begin, Readings& out) {
  const Window& window = context.window();
  const uint64_t told = hemispheres_end(window, begin);
  if (told == 0) return;
  uint64_t start = begin;
  while (start > 0 && begin - start < kLongestSentence && window.at(start) != '$' && window.at(start) != '\n') --start;
  if (window.at(start) != '$' || !is_letter(window.at(start + 1))) return;
  uint64_t end = start + 1;
  int sum = 0;
  while (end - start<kLongestSentence&& static_cast<unsigned char>(window.at(end))> ' ' && window.at(end) != '*')
    sum ^= window.at(end++);
  Reading reading{.span = {start, told}, .kind = Kind::location_trajectory, .evidence = {}};
  reading.evidence.add(Reason::nmea_sentence);
  const int32_t written = hex_number(window.view(end + 1, end + 3), 0, 2);
  if (window.at(end) == '*' && written >= 0) {
    const bool right = sum == written;
    reading.span.end = end + 3;
    reading.check = right ? Check::pass : Check::fail;
    reading.evidence.add(right ? Reason::check_digit : Reason::check_digit_failed);
  }
  reading.confidence = reading.evidence.confidence();
  out.push_back(reading);
}

}  // namespace

void read_position(Context& context, const NumberAnchor& anchor, bool thorough, Readings& out) {
  if (anchor.length == 3) return read_pair(context, anchor.begin, thorough, out);
  if (anchor.length == 4) read_sentence(context, anchor.begin, out);
}

}  // namespace pidun
