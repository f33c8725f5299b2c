#include "detect/custom.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/ascii.h"
#include "detect/evidence.h"

namespace pidun {

void read_custom(Context& context, const std::vector<CustomRule>& rules, const std::vector<CustomHit>& hits,
                 bool thorough, Readings& out) {
  for (const CustomHit& hit : hits) {
    const CustomRule& rule = rules[hit.pattern];
    Reading reading{.span = {hit.begin, hit.end}, .kind = rule.kind, .evidence = {}};
    reading.rule = rule.rule;
    Evidence& evidence = reading.evidence;
    evidence.add(Reason::custom_rule);
    evidence.add_points(rule.confidence);
    const Beside beside = context.beside(reading.span);
    add_labels(beside, Label::none, rule.kind, evidence);
    evidence.add_if(beside.alone, Reason::alone);
    const bool labelled = evidence.has(Reason::label);
    if (rule.validator != nullptr) {
      const bool valid = validates(rule.validator, context.window().view(reading.span));
      reading.check = valid ? Check::pass : Check::fail;
      evidence.add(valid ? Reason::validated : Reason::not_validated);
    }
    const bool told_by_chance = reading.check == Check::fail && !labelled;
    if (!thorough && (told_by_chance || (rule.needs_label && !labelled))) continue;
    // Without the label it needs, or with a failed check and none, it may be looked at but is never reported.
    reading.confidence = told_by_chance || (rule.needs_label && !labelled) ? 0 : evidence.confidence();
    out.push_back(reading);
  }
}

namespace {

// Bytes that do not continue a character, eight at once.
size_t count_characters(std::string_view text) {
  constexpr uint64_t kTop = 0x8080808080808080;
  const auto continuing = [&](uint64_t bytes) {
    return static_cast<size_t>(std::popcount(bytes & ~(bytes << 1) & kTop));
  };
  const char *at = text.data(), *const end = at + text.size();
  size_t count = text.size();
  uint64_t eight = 0;
  if (count >= sizeof(eight)) {
    for (; end - at > 8; at += 8) {
      std::memcpy(&eight, at, sizeof(eight));
      count -= continuing(eight);
    }
    // The last eight, without those that were counted.
    std::memcpy(&eight, end - 8, sizeof(eight));
    return count - continuing(eight >> (8 * (8 - (end - at))));
  }
  uint32_t first = 0, last = 0;
  if (count < sizeof(first)) {
    for (; at < end; ++at) count -= is_continuation(*at) ? 1u : 0u;
    return count;
  }
  std::memcpy(&first, at, sizeof(first));
  std::memcpy(&last, end - sizeof(last), sizeof(last));
  return count - continuing(first | uint64_t{last} << (8 * (count - sizeof(last))));
}

// The bytes of the first character of a text of four bytes or more; four at most, whatever they are.
size_t first_character(std::string_view text) {
  uint32_t four = 0;
  std::memcpy(&four, text.data(), sizeof(four));
  if ((four & 0xC0C0F0) == 0x8080E0 && four >> 30 != 2) return 3;  // nearly all
  size_t bytes = 1;
  while (bytes < 4 && is_continuation(text[bytes])) ++bytes;
  return bytes;
}

}  // namespace

size_t write_custom_evidence(std::string_view value, char* out) {
  constexpr size_t kShown = 4;  // characters from which on the first may be seen
  value = value.substr(0, 4 * kLongestEvidence);
  const size_t characters = count_characters(value);
  std::memset(out, '*', kLongestEvidence);  // a fixed length is a few moves
  size_t first = 0, stars = characters;
  if (characters >= kShown) {
    first = first_character(value);
    for (size_t i = 0; i < 4; ++i) out[i] = i < first ? value[i] : '*';
    --stars;
  }
  const size_t length = first + std::min(stars, kLongestEvidence - first);
  out[length] = '\0';
  return length;
}

}  // namespace pidun
