#include "record/prints.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace pidun {
namespace {

constexpr std::string_view kDomain = "pidun/tally/v1";

}  // namespace

Prints::Prints(std::span<const unsigned char, 16> key)
    : key_(KeyedHash(key).of(kDomain, 0, {})), pictures_(std::make_shared<const KeyedHash>(key_)) {}

Print Prints::of_picture(const HashValue& hash) const {
  std::array<char, std::tuple_size_v<HashValue>> bytes;
  std::copy(hash.begin(), hash.end(), bytes.begin());
  return of(Kind::face_information, {bytes.data(), bytes.size()});
}

Prints::~Prints() { wipe(key_.data(), key_.size()); }

Print Prints::of(Kind kind, std::string_view canonical) const {
  constexpr size_t kKind = sizeof(uint16_t);
  std::array<unsigned char, 512> small;
  std::vector<unsigned char> large;  // for the rare value that is long
  const size_t size = kKind + canonical.size();
  if (size > small.size()) large.resize(size);
  unsigned char* const message = large.empty() ? small.data() : large.data();
  const auto number = static_cast<uint16_t>(kind);
  message[0] = static_cast<unsigned char>(number & 0xFF);
  message[1] = static_cast<unsigned char>(number >> 8);
  std::copy(canonical.begin(), canonical.end(), message + kKind);
  std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> hash;
  crypto_shorthash_siphashx24(hash.data(), message, size, key_.data());
  wipe(message, size);
  Print print;
  static_assert(sizeof(Print) == hash.size());
  std::memcpy(&print, hash.data(), sizeof(print));
  return print;
}

}  // namespace pidun
