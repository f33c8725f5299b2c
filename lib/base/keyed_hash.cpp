#include "base/keyed_hash.h"

#include <sodium.h>

#include <algorithm>
#include <vector>

namespace pidun {
namespace {

static_assert(crypto_shorthash_siphashx24_KEYBYTES == sizeof(HashKey));
static_assert(crypto_shorthash_siphashx24_BYTES == sizeof(HashValue));

constexpr size_t kMostDomain = 255;

// Length of the domain, domain, kind, value: no two different triples give the same bytes.
size_t write_message(std::string_view domain, uint16_t kind, std::string_view value, unsigned char* out) {
  unsigned char* at = out;
  *at++ = static_cast<unsigned char>(domain.size());
  at = std::copy(domain.begin(), domain.end(), at);
  *at++ = static_cast<unsigned char>(kind & 0xFF);
  *at++ = static_cast<unsigned char>(kind >> 8);
  at = std::copy(value.begin(), value.end(), at);
  return static_cast<size_t>(at - out);
}

}  // namespace

KeyedHash::KeyedHash(std::span<const unsigned char, 16> key) { std::copy(key.begin(), key.end(), key_.begin()); }

KeyedHash::~KeyedHash() { wipe(key_.data(), key_.size()); }

HashValue KeyedHash::of(std::string_view domain, uint16_t kind, std::string_view value) const {
  domain = domain.substr(0, kMostDomain);
  std::array<unsigned char, 512> small;
  std::vector<unsigned char> large;  // for the rare value that is long
  const size_t most = 1 + domain.size() + 2 + value.size();
  if (most > small.size()) large.resize(most);
  unsigned char* message = large.empty() ? small.data() : large.data();
  const size_t size = write_message(domain, kind, value, message);
  HashValue out{};
  crypto_shorthash_siphashx24(out.data(), message, size, key_.data());
  wipe(message, size);
  return out;
}

void wipe(void* memory, size_t size) { sodium_memzero(memory, size); }

}  // namespace pidun
