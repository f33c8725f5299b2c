// See joined_parts.h.
#include "record/joined_parts.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "detect/name_values.h"

namespace pidun {
namespace {

constexpr uint64_t kReach = 512;
constexpr size_t kLongestPart = 90;  // bytes

std::string_view key_of(const Window& window, const Event& event) {
  if (event.name_back == 0) return {};
  const uint64_t key = event.begin - event.name_back;
  return window.view(key, key + event.name_length);
}

bool is_begin(const Event& event) {
  return event.kind == EventKind::object_begin || event.kind == EventKind::array_begin;
}

// How deep the object lies whose parts are looked for. A part may stand in an array or element of its own name.
int depth_of_whole(const Window& window, const Events& events, size_t i, std::string_view key) {
  for (size_t at = i; at-- > 0 && events[at].begin + kReach >= events[i].begin;) {
    if (events[at].kind == EventKind::value) continue;
    const bool own =
        is_begin(events[at]) && events[at].depth + 1 == events[i].depth && key_of(window, events[at]) == key;
    return events[i].depth - (own ? 2 : 1);
  }
  return events[i].depth - 1;
}

// The value of the nearest sibling of this name before event `i`; empty if there is none.
std::string_view part_before(const Window& window, const Events& events, size_t i, std::string_view wanted) {
  const int whole = depth_of_whole(window, events, i, key_of(window, events[i]));
  for (size_t at = i; at-- > 0;) {
    const Event& event = events[at];
    if (event.begin + kReach < events[i].begin || event.begin - event.name_back < window.begin()) break;
    if (event.kind != EventKind::value) {
      if (event.depth <= whole) break;
      continue;
    }
    const bool is_whole = (event.flags & (kEventOpen | kEventContinued)) == 0;
    if (is_whole && key_of(window, event) == wanted) return window.view(event.begin, event.end);
  }
  return {};
}

JoinedValue name_of(std::string_view family, std::string_view given) {
  std::string whole(family);
  whole += given;
  if (family.empty() || given.empty() || whole.size() > kLongestPart || !is_name_value(whole)) return {};
  return {Kind::person_name, std::move(whole)};
}

JoinedValue address_of(const Window& window, const Events& events, size_t i, std::string_view road,
                       std::string_view house) {
  if (road.empty() || house.empty() || !std::any_of(house.begin(), house.end(), is_digit)) return {};
  std::string whole;
  for (const std::string_view around : {"state", "city", "county", "township"})
    whole += part_before(window, events, i, around);
  whole += road;
  whole += house;
  return {Kind::home_address, std::move(whole)};
}

}  // namespace

bool may_be_part(std::string_view key) {
  return key == "family" || key == "given" || key == "streetName" || key == "houseNumber";
}

JoinedValue joined_at(const Window& window, const Events& events, size_t i) {
  const Event& event = events[i];
  if (event.end - event.begin > kLongestPart) return {};
  const std::string_view key = key_of(window, event), own = window.view(event.begin, event.end);
  if (key == "given" || key == "family") {
    if (!part_before(window, events, i, "text").empty()) return {};
    const std::string_view other = part_before(window, events, i, key == "given" ? "family" : "given");
    return key == "given" ? name_of(other, own) : name_of(own, other);
  }
  const std::string_view other = part_before(window, events, i, key == "houseNumber" ? "streetName" : "houseNumber");
  return key == "houseNumber" ? address_of(window, events, i, other, own) : address_of(window, events, i, own, other);
}

}  // namespace pidun
