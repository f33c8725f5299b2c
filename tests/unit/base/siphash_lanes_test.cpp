// Eight messages hashed at once: each as libsodium hashes it alone, of any length, on every target.
#include "base/siphash_lanes.h"

#include <sodium.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <vector>

#include "support/simd_targets.h"

using namespace pidun;

TEST_CASE("lanes: the hashes are libsodium's", "[hash]") {
  testing::on_every_target([](const char*) {
    std::mt19937_64 random(7);
    for (size_t size = 0; size < 130; ++size) {
      HashKey key;
      for (unsigned char& byte : key) byte = static_cast<unsigned char>(random());
      const size_t words = size / 8 + 1;
      std::vector<uint64_t> laid(words * kHashLanes);
      std::array<std::vector<unsigned char>, kHashLanes> messages;
      for (size_t lane = 0; lane < kHashLanes; ++lane) {
        messages[lane].resize(words * 8);
        for (size_t i = 0; i < size; ++i) messages[lane][i] = static_cast<unsigned char>(random());
        messages[lane].back() = static_cast<unsigned char>(size);
        for (size_t word = 0; word < words; ++word)
          std::memcpy(&laid[word * kHashLanes + lane], messages[lane].data() + word * 8, 8);
      }
      HashLanes hashes;
      siphash_lanes(key, laid.data(), words, hashes);
      for (size_t lane = 0; lane < kHashLanes; ++lane) {
        CAPTURE(size, lane);
        uint64_t expected[2];
        crypto_shorthash_siphashx24(reinterpret_cast<unsigned char*>(expected), messages[lane].data(), size,
                                    key.data());
        CHECK(hashes.first[lane] == expected[0]);
        CHECK(hashes.second[lane] == expected[1]);
      }
    }
  });
}
