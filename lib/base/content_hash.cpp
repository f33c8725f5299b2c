#include "base/content_hash.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace pidun {
namespace {

constexpr std::string_view kSecretDomain = "pidun/content-secret", kDomain = "pidun/content";

__extension__ using Wide = unsigned __int128;

uint64_t folded(uint64_t a, uint64_t b) {
  const Wide product = Wide{a} * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

}  // namespace

ContentSecrets content_secrets(const KeyedHash& key) {
  ContentSecrets secrets;
  for (size_t half = 0; half < 2; ++half) {
    const HashValue value = key.of(kSecretDomain, static_cast<uint16_t>(half), {});
    std::memcpy(secrets.words.data() + 2 * half, value.data(), value.size());
  }
  return secrets;
}

void ContentHash::mix(const char* block) {
  std::array<uint64_t, 4> words;
  std::memcpy(words.data(), block, sizeof(words));
  lanes_[0] = folded(lanes_[0] ^ words[0], secrets_[0] ^ words[1]) + std::rotl(lanes_[0], 23);
  lanes_[1] = folded(lanes_[1] ^ words[2], secrets_[1] ^ words[3]) + std::rotl(lanes_[1], 41);
}

void ContentHash::add(std::string_view bytes) {
  const size_t held = size_ % rest_.size();
  size_ += bytes.size();
  if (held != 0) {
    const size_t taken = std::min(rest_.size() - held, bytes.size());
    bytes.copy(rest_.data() + held, taken);
    bytes.remove_prefix(taken);
    if (held + taken < rest_.size()) return;
    mix(rest_.data());
  }
  for (; bytes.size() >= rest_.size(); bytes.remove_prefix(rest_.size())) mix(bytes.data());
  bytes.copy(rest_.data(), bytes.size());
  std::fill(rest_.begin() + static_cast<std::ptrdiff_t>(bytes.size()), rest_.end(), '\0');  // states compare
}

HashValue ContentHash::value(const KeyedHash& key) const {
  const size_t held = size_ % rest_.size();
  std::array<char, sizeof(lanes_) + sizeof(size_) + sizeof(rest_)> all{};
  std::memcpy(all.data(), lanes_.data(), sizeof(lanes_));
  std::memcpy(all.data() + sizeof(lanes_), &size_, sizeof(size_));
  std::memcpy(all.data() + sizeof(lanes_) + sizeof(size_), rest_.data(), held);
  return key.of(kDomain, 0, {all.data(), all.size()});
}

}  // namespace pidun
