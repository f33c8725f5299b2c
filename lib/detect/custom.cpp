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
  for (; at < end; ++at) count -= is_continuation(*at) ? 1u : 0u;
  return count;
}

}  // namespace

size_t write_custom_evidence(std::string_view value, char* out) {
  constexpr size_t kShown = 4;  // characters from which on the first may be seen
  value = value.substr(0, 4 * kLongestEvidence);
  const size_t characters = count_characters(value);
  std::memset(out, '*', kLongestEvidence);  // a fixed length is a few moves
  size_t first = 0, stars = characters;
  if (characters >= kShown) {
    for (; first < 4 && (first == 0 || is_continuation(value[first])); ++first) out[first] = value[first];
    --stars;
  }
  const size_t length = first + std::min(stars, kLongestEvidence - first);
  out[length] = '\0';
  return length;
}

}  // namespace pidun
