// Values of made people: each a function of the seed and the person's number, so that nothing is kept of anybody.
// No value is anybody's: ID numbers have order codes 996 to 999, which were set aside for people of a hundred years,
// with births after 1950; mobile numbers stand in the segments 142, 143, 154 and 179, which are not given out; the
// streets are made up. The check characters are computed here and not by the library, so that one proves the other.
#pragma once

#include <cstdint>
#include <string>

namespace leak {

// The same numbers give the same hash.
constexpr uint64_t hash_of(uint64_t a, uint64_t b = 0) {
  uint64_t value = a + 0x9E3779B97F4A7C15u * (b + 1);
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

inline constexpr uint64_t kMostPeople = 66000000;  // with values of their own
inline constexpr unsigned kMobiles = 4;            // of one person

class Values {
 public:
  explicit Values(uint64_t seed, bool given_out = false);

  // All append. Two people never have the same ID or mobile number; `which` of his numbers is below kMobiles.
  void id(uint64_t person, std::string& out) const;
  void mobile(uint64_t person, unsigned which, std::string& out) const;
  void name(uint64_t person, std::string& out) const;     // many have the same
  void address(uint64_t person, std::string& out) const;  // down to road and number; no two the same
  void plate(uint64_t person, std::string& out) const;
  // ID numbers that are none.
  void id_of_wrong_check(uint64_t person, std::string& out) const;
  void id_of_no_date(uint64_t person, std::string& out) const;  // its check character is right

 private:
  uint64_t of_id(uint64_t person) const;
  uint64_t seed_;
  bool given_out_;
  uint64_t id_shift_, mobile_shift_;
};

// "110101199003077774" as it was before 1999; the same if the person was born later.
std::string short_id(const std::string& id);
// ASCII as full-width forms.
std::string full_width(const std::string& text);

}  // namespace leak
