// See places.h.
#include "detect/places.h"

#include <algorithm>
#include <bit>

namespace pidun {
namespace {

constexpr size_t kNodes = 8192, kMasks = 1 << 16, kPool = 32768, kSlots = 1 << 16;
constexpr uint16_t kNoNode = 0xFFFF;

struct Slot {
  uint32_t hash;
  uint16_t owner;  // of several, their first place in the pool
  uint8_t level;   // 8 more if the name is a short one
  uint8_t owners;  // 0: the slot is empty
};

// As cmake/generate_places.py writes it, on machines that store the low byte first.
struct PlacesTable {
  uint16_t parents[kNodes];
  uint16_t masks[kMasks];  // by the first two characters: a bit for each length that names have
  uint16_t pool[kPool];
  Slot slots[kSlots];
};
static_assert(std::endian::native == std::endian::little && sizeof(Slot) == 8);

uint32_t mixed(uint32_t hash, uint16_t character) { return (hash ^ character) * 0x9E3779B1u; }
uint32_t finished(uint32_t hash) { return hash ^ (hash >> 15); }

}  // namespace

extern "C" const PlacesTable pidun_places_table;

namespace {

const Slot* find(uint32_t hash) {
  for (size_t at = hash & (kSlots - 1);; at = (at + 1) & (kSlots - 1)) {
    const Slot& slot = pidun_places_table.slots[at];
    if (slot.owners == 0) return nullptr;
    if (slot.hash == hash) return &slot;
  }
}

Place place_of(const Slot& slot, size_t length) {
  constexpr uint8_t kShort = 8;
  const uint16_t* const owners = slot.owners == 1 ? &slot.owner : pidun_places_table.pool + slot.owner;
  return {length, static_cast<PlaceLevel>(slot.level & (kShort - 1)), (slot.level & kShort) != 0,
          std::span(owners, slot.owners)};
}

bool is_within(uint16_t node, std::span<const uint16_t> outer) {
  for (; node != kNoNode; node = pidun_places_table.parents[node])
    if (std::find(outer.begin(), outer.end(), node) != outer.end()) return true;
  return false;
}

}  // namespace

Place place_at(std::span<const uint16_t> text) {
  if (text.size() < 2) return {};
  uint32_t hash = mixed(mixed(2166136261u, text[0]), text[1]);
  uint32_t lengths = pidun_places_table.masks[finished(hash) & (kMasks - 1)];
  Place found;
  for (size_t length = 2; lengths >> length != 0 && length <= text.size(); ++length) {
    if (length > 2) hash = mixed(hash, text[length - 1]);
    if ((lengths >> length & 1) == 0) continue;
    if (const Slot* slot = find(finished(hash))) found = place_of(*slot, length);
  }
  return found;
}

bool lies_within(const Place& inner, const Place& outer) {
  constexpr size_t kMany = 24;
  if (inner.within.size() > kMany || outer.within.size() > kMany) return false;
  return std::any_of(inner.within.begin(), inner.within.end(),
                     [&](uint16_t node) { return is_within(node, outer.within); });
}

}  // namespace pidun
