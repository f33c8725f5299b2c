// Pictures whose base64 is written with escapes, as PHP, .NET, browsers and Python do: the same picture, wherever its
// segments end, is read as it is without them.
#include <catch2/catch.hpp>

#include "support/encodings.h"
#include "support/made_pictures.h"
#include "support/random.h"
#include "unwrap/unwrapper.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

struct Told {
  std::vector<Span> sources;
  std::vector<ContentHash> hashes;
  std::vector<Span> places;
};

Told told(const std::string& input, size_t segment) {
  Unwrapper unwrapper;
  UnwrapState state;
  Unwrapped out;
  Told all;
  for (size_t at = 0; at < input.size(); at += segment) {
    const size_t end = std::min(input.size(), at + segment);
    unwrapper.unwrap(state, Window(input, 0), at, end, nullptr, out);
    for (const UnwrappedPicture& picture : out.pictures) {
      if (picture.begins && (picture.source.begin < at || picture.source.begin >= end)) continue;
      if (!picture.ends) continue;
      all.sources.push_back(picture.source);
      all.hashes.push_back(picture.reader.hash());
    }
    for (const Layer& layer : out.layers)
      if (layer.told && layer.outer.begin >= at && layer.outer.begin < end) all.places.push_back(layer.outer);
  }
  return all;
}

}  // namespace

TEST_CASE("escaped pictures: read to their end as without escapes, whatever a segment holds") {
  const std::string picture = made_jpeg(made_exif(), made_xmp("n"), 30000, 5), plain = base64_of(picture);
  struct Spelling {
    const char* name;
    std::string text;
  };
  const Spelling spellings[] = {
      {"PHP", slashes_escaped(plain)},
      {".NET", replaced(plain, "+", "\\u002B")},
      {"a form", replaced(replaced(replaced(plain, "/", "%2F"), "+", "%2B"), "=", "%3D")},
      {"a template", replaced(replaced(plain, "/", "&#x2F;"), "+", "&#43;")},
      {"lines of Python", wrapped(plain, 76, "\\n") + "\\n"},
      {"lines of a mail", wrapped(plain, 76, "\\r\\n") + "\\r\\n"},
  };
  const auto line = [](const std::string& text) { return "{\"id\":7,\"image\":\"" + text + "\"}\n"; };
  const Told expected = told(line(plain), 1 << 16);
  REQUIRE(expected.hashes.size() == 1);
  REQUIRE(expected.places.size() == 1);
  Random random(4);
  for (const Spelling& spelling : spellings) {
    CAPTURE(spelling.name);
    const std::string filler(random.below(300), ' '), input = filler + line(spelling.text) + line(spelling.text);
    const Told once = told(input, input.size());
    REQUIRE(once.hashes.size() == 2);
    CHECK(once.hashes[0] == expected.hashes[0]);
    CHECK(once.hashes[1] == expected.hashes[0]);
    CHECK(once.sources[0].begin == filler.size() + line("").find("\"}"));
    CHECK(once.places.size() == 2);
    for (int tries = 0; tries < 40; ++tries) {
      const size_t segment = 4096 + random.below(30000);
      CAPTURE(segment);
      const Told now = told(input, segment);
      CHECK(now.hashes == once.hashes);
      CHECK(now.sources == once.sources);
      CHECK(now.places == once.places);
    }
  }
}
