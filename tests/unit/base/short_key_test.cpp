// ShortKey: equal exactly when the texts are. ShortKeys: what was added last is there.
#include "base/short_key.h"

#include "base/short_keys.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {

TEST_CASE("a short key equals that of the same text alone", "[base]") {
  std::string text;
  for (size_t size = 1; size <= ShortKey::kLongest; ++size) {
    text += static_cast<char>('a' + size % 26);
    const ShortKey key(text);
    CHECK(key == ShortKey(std::string(text)));
    const std::string longer = text + std::string(ShortKey::kLongest, '?');
    for (const size_t readable : {size_t{0}, size, ShortKey::kLongest, longer.size()})
      CHECK(key == ShortKey(std::string_view(longer).substr(0, size), readable));
    CHECK(key.slot(6) == ShortKey(std::string(text)).slot(6));
    CHECK_FALSE(key == ShortKey());
    for (size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '!';
      CHECK_FALSE(key == ShortKey(other));
    }
    if (size > 1) CHECK_FALSE(key == ShortKey(std::string_view(text).substr(1)));
    if (size > 1) CHECK_FALSE(key == ShortKey(std::string_view(text).substr(0, size - 1)));
  }
  const std::string zeros(2, '\0');
  CHECK_FALSE(ShortKey(zeros.substr(1)) == ShortKey(zeros));
}

TEST_CASE("short keys are remembered until others take their places", "[base]") {
  ShortKeys keys;
  CHECK_FALSE(keys.has("releaseTimestamp"));
  keys.add("releaseTimestamp");
  CHECK(keys.has("releaseTimestamp"));
  CHECK_FALSE(keys.has("releaseTimestamps"));
  size_t kept = 0;
  for (int i = 0; i < 1000; ++i) keys.add("previousVersion" + std::to_string(i));
  for (int i = 0; i < 1000; ++i) kept += keys.has("previousVersion" + std::to_string(i)) ? 1u : 0u;
  CHECK(keys.has("previousVersion999"));
  CHECK(kept > 150);
  CHECK(kept < 1000);
}

}  // namespace pidun
