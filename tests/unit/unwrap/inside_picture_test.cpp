// What need not be searched as text, and what must.
#include "unwrap/inside_picture.h"

#include <catch2/catch.hpp>

#include "support/made_pictures.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("inside picture: only characters of the encoding, of a picture that goes on, without a number") {
  std::string text = base64_of(noise(9000, 4));
  for (char& c : text)
    if (c >= '0' && c <= '9') c = 'x';
  while (text.back() == '=') text.pop_back();
  UnwrapState state;
  state.open = true;
  state.picture.emplace(PictureFormat::jpeg, ContentSecrets{});
  const auto inside = [&](const std::string& bytes) {
    return is_inside_picture(state, Window(bytes, 500), {500, 500 + bytes.size()});
  };
  CHECK(inside(text));
  CHECK(inside(std::string(text).replace(4000, 7, "1395827")));
  for (size_t at = 0; at + 8 <= text.size(); at += 61) {
    REQUIRE_FALSE(inside(std::string(text).replace(at, 8, "13958270")));
    REQUIRE_FALSE(inside(std::string(text).replace(at, 1, "\n")));
    REQUIRE_FALSE(inside(std::string(text).replace(at, 1, "\"")));
  }
  CHECK_FALSE(is_inside_picture(state, Window(text, 500), {500, 501 + text.size()}));
  state.begin = 501;
  CHECK_FALSE(inside(text));
  state = {};
  CHECK_FALSE(inside(text));
}
