#include "tally/recipient_map.h"

#include "tally/fact.h"

namespace pidun {

void apply(const RecipientMap& map, std::span<uint64_t> rows) {
  for (uint64_t *at = rows.data(), *end = at + rows.size(); at != end;) {
    at += 2;  // the print
    for (bool last = false; !last; at += words_of(*at)) {
      last = (*at & kLast) != 0;
      if ((*at & kRecordItem) != 0) *at = with_recipient(*at, map[recipient_of(*at)]);
    }
  }
}

std::shared_ptr<const RecipientMap> joined(const std::shared_ptr<const RecipientMap>& first,
                                           const std::shared_ptr<const RecipientMap>& second) {
  if (first == nullptr) return second;
  auto both = std::make_shared<RecipientMap>(*first);
  for (uint16_t& number : *both) number = (*second)[number];
  return both;
}

}  // namespace pidun
