// The keyed hash: what makes two hashes differ, and the published test vector of SipHash-128.
#include "base/keyed_hash.h"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace pidun {
namespace {

HashKey counting_key() {
  HashKey key{};
  for (size_t i = 0; i < key.size(); ++i) key[i] = static_cast<unsigned char>(i);
  return key;
}

}  // namespace

TEST_CASE("keyed hash: libsodium's function is SipHash-2-4-128 as its authors published it") {
  // vectors_sip128 of the reference implementation, message of length 0 under the key 00 … 0f
  const unsigned char wanted[] = {0xa3, 0x81, 0x7f, 0x04, 0xba, 0x25, 0xa8, 0xe6,
                                  0x6d, 0xf6, 0x72, 0x14, 0xc7, 0x55, 0x02, 0x93};
  const HashKey key = counting_key();
  HashValue got{};
  crypto_shorthash_siphashx24(got.data(), nullptr, 0, key.data());
  CHECK(std::equal(got.begin(), got.end(), std::begin(wanted)));
}

TEST_CASE("keyed hash: the message is domain length, domain, kind and value") {
  const HashKey key = counting_key();
  const std::string message(
      "\x08pidun/v1\x02\x00"
      "13958270461",
      1 + 8 + 2 + 11);
  HashValue wanted{};
  crypto_shorthash_siphashx24(wanted.data(), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                              key.data());
  CHECK(KeyedHash(key).of("pidun/v1", 2, "13958270461") == wanted);
}

TEST_CASE("keyed hash: key, domain, kind and value each change it, and nothing else does") {
  const KeyedHash hash(counting_key());
  CHECK(hash.of("a", 1, "x") == KeyedHash(counting_key()).of("a", 1, "x"));
  HashKey other = counting_key();
  other[15] ^= 1;
  const std::set<HashValue> all = {hash.of("a", 1, "x"),
                                   hash.of("b", 1, "x"),
                                   hash.of("a", 2, "x"),
                                   hash.of("a", 0x101, "x"),
                                   hash.of("a", 1, "y"),
                                   hash.of("a", 1, ""),
                                   hash.of("", 1, "x"),
                                   hash.of("", 0, ""),
                                   hash.of("a", 1, std::string("x\0", 2)),
                                   KeyedHash(other).of("a", 1, "x")};
  CHECK(all.size() == 10);
}

TEST_CASE("keyed hash: moving a byte between domain and value changes it") {
  const KeyedHash hash(counting_key());
  CHECK(hash.of("ab", 0x6161, "aab") != hash.of("aba", 0x6161, "ab"));
}

TEST_CASE("keyed hash: long values are hashed whole") {
  const KeyedHash hash(counting_key());
  for (const size_t size : {400u, 500u, 501u, 502u, 512u, 5000u}) {
    std::string value(size, 'v');
    const HashValue before = hash.of("domain", 1, value);
    value.back() = 'w';
    CHECK(hash.of("domain", 1, value) != before);
  }
}

TEST_CASE("wipe: leaves zeros") {
  std::string secret = "13958270461";
  wipe(secret.data(), secret.size());
  CHECK(secret == std::string(11, '\0'));
}

}  // namespace pidun
