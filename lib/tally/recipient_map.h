// Each tally numbers its recipients itself, in the order it meets them. When one takes over the rows of another, the
// other's numbers are written anew; in files, when they are read.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace pidun {

using RecipientMap = std::vector<uint16_t>;  // by the other's number; [0] is 0

void apply(const RecipientMap& map, std::span<uint64_t> rows);  // rows of facts
// First `first`, if any, then `second`.
std::shared_ptr<const RecipientMap> joined(const std::shared_ptr<const RecipientMap>& first,
                                           const std::shared_ptr<const RecipientMap>& second);

}  // namespace pidun
