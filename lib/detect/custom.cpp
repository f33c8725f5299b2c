#include "detect/custom.h"

#include <algorithm>
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

size_t write_custom_evidence(std::string_view value, char* out) {
  constexpr size_t kShown = 4;  // characters from which on the first may be seen
  value = value.substr(0, 4 * kLongestEvidence);
  size_t characters = 0;
  for (const char c : value) characters += is_continuation(c) ? 0u : 1u;
  size_t first = 0;
  if (characters >= kShown)
    for (first = 1; first < 4 && is_continuation(value[first]);) ++first;
  std::memcpy(out, value.data(), first);
  const size_t stars = std::min(characters - (first != 0 ? 1 : 0), kLongestEvidence - first);
  std::memset(out + first, '*', stars);
  out[first + stars] = '\0';
  return first + stars;
}

}  // namespace pidun
