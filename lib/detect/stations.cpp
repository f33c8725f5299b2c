#include "detect/stations.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr std::string_view kMainlandNetworks = "460";  // the mobile country code

// Cuts a part off the front, and the sign behind it; false if it is none.
bool take_hex(std::string_view& text, size_t least, size_t most) {
  size_t size = 0;
  while (size < text.size() && is_hex(text[size])) ++size;
  if (size < least || size > most) return false;
  text.remove_prefix(size);
  if (text.empty()) return true;
  const bool parted = std::string_view("-_:|/.").find(text[0]) != std::string_view::npos && text.size() > 1;
  text.remove_prefix(1);
  return parted;
}

}  // namespace

bool is_station(std::string_view text) {
  if (text == "0" || text == "-1" || text == "65535" || text == "268435455") return false;
  if (text.starts_with("0x")) text.remove_prefix(2);
  const bool decimal = std::all_of(text.begin(), text.end(), is_digit);
  return (decimal && text.size() >= 2 && text.size() <= 11) ||
         (text.size() >= 3 && text.size() <= 7 && std::all_of(text.begin(), text.end(), is_hex));
}

bool is_station_identity(std::string_view text) {
  constexpr size_t kShortest = 9, kLongest = 13;  // behind the country, in one
  if (!text.starts_with(kMainlandNetworks)) return false;
  text.remove_prefix(kMainlandNetworks.size());
  // In one, networks are 00 to 20: any number may begin with 460.
  if (text.size() >= kShortest && text.size() <= kLongest && std::all_of(text.begin(), text.end(), is_hex))
    return text[0] == '0' || text[0] == '1' || text.starts_with("20");
  if (!text.empty() && !is_hex(text[0])) text.remove_prefix(1);
  if (!take_hex(text, 1, 3)) return false;
  return !text.empty() && take_hex(text, 2, 7) && (text.empty() || take_hex(text, 1, 9)) &&
         (text.empty() || take_hex(text, 1, 3)) && text.empty();
}

}  // namespace pidun
