// The digest of long bytes: the same in any cutting, another under another key or of other bytes.
#include "base/content_hash.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {

TEST_CASE("a content hash does not depend on how the bytes are cut") {
  const HashKey secret{1, 2, 3};
  const KeyedHash key(secret);
  std::string bytes;
  for (int i = 0; i < 200; ++i) bytes += static_cast<char>(i * 37);
  ContentHash whole(content_secrets(key));
  whole.add(bytes);
  for (size_t first = 0; first <= bytes.size(); ++first) {
    for (const size_t step : {size_t{1}, size_t{31}, size_t{32}, size_t{70}}) {
      ContentHash cut(content_secrets(key));
      cut.add(bytes.substr(0, first));
      for (size_t at = first; at < bytes.size(); at += step) cut.add(std::string_view(bytes).substr(at, step));
      REQUIRE(cut.value(key) == whole.value(key));
    }
  }
}

TEST_CASE("other bytes, fewer bytes and another key give another content hash") {
  const HashKey one{1}, other{2};
  const KeyedHash key(one), another(other);
  const auto of = [](const std::string& bytes, const KeyedHash& with) {
    ContentHash hash(content_secrets(with));
    hash.add(bytes);
    return hash.value(with);
  };
  const std::string bytes(100, 'a');
  CHECK(of(bytes, key) == of(bytes, key));
  CHECK(of(bytes, key) != of(bytes, another));
  CHECK(of(bytes, key) != of(std::string(99, 'a'), key));
  CHECK(of(bytes + std::string(1, '\0'), key) != of(bytes, key));
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = 'b';
    REQUIRE(of(changed, key) != of(bytes, key));
  }
}

}  // namespace pidun
