// Which pixels are passed over, and which are not.
#include "unwrap/picture_gaps.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "support/made_pictures.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

constexpr uint64_t kAt = 1000;  // where the picture lies

std::vector<Span> gaps_of(const std::string& pixels, size_t step) {
  PictureGaps gaps;
  gaps.start(kAt, 100);
  std::vector<Span> out;
  const auto take = [&] {
    for (; !gaps.empty(); gaps.take()) {
      const PictureGaps::Gap& gap = gaps.next();
      CHECK(gap.begins == (out.empty() || out.back().end != gap.bytes.begin));
      if (gap.begins)
        out.push_back(gap.bytes);
      else
        out.back().end = gap.bytes.end;
    }
  };
  for (size_t at = 0; at < pixels.size(); at += step) {
    gaps.read(std::string_view(pixels).substr(at, step), at);
    take();
    CHECK((out.empty() || out.back().end <= gaps.decided()));
  }
  gaps.end_pixels();
  take();
  CHECK(gaps.decided() == UINT64_MAX);
  return out;
}

bool in_gap(const std::vector<Span>& gaps, uint64_t at) {
  return std::any_of(gaps.begin(), gaps.end(), [&](const Span& gap) { return gap.begin <= at && at < gap.end; });
}

std::string repeated(const std::string& part, size_t times) {
  std::string out;
  while (times-- > 0) out += part;
  return out;
}

}  // namespace

TEST_CASE("picture gaps: noise is passed over but for its borders, in parts of any size") {
  const std::string pixels = noise(60000, 5);
  const std::vector<Span> whole = gaps_of(pixels, pixels.size());
  uint64_t sum = 0;
  for (const Span& gap : whole) sum += gap.size();
  CHECK(sum > pixels.size() * 95 / 100);
  CHECK(whole.front().begin >= kAt + 100);
  CHECK(whole.back().end <= kAt + pixels.size() - 64);
  for (const size_t step : {size_t{1}, size_t{64}, size_t{100}, size_t{4097}}) CHECK(gaps_of(pixels, step) == whole);
}

TEST_CASE("picture gaps: what may be text is kept, with what stands beside it") {
  const std::string texts[] = {"13958270461",
                               "139****0461",
                               "name=abc;id=4711",
                               "姓名王",
                               "\xD0\xD5\xC3\xFB\xCD\xF5\xD0\xA1\xC3\xF7\xB1\xB1\xBE\xA9\xCA\xD0",
                               repeated("\x8F\xA3\x88 ", 70)};
  for (const std::string& text : texts) {
    for (size_t at = 5000; at < 5070; ++at) {
      CAPTURE(text, at);
      const std::vector<Span> gaps = gaps_of(noise(20000, 9).replace(at, text.size(), text), 20000);
      CHECK_FALSE(gaps.empty());
      const size_t around = text.size() > 100 ? 0 : 190;  // of a long one, only what comes later is sure
      for (size_t i = at - around; i < at + text.size() + around; ++i)
        REQUIRE_FALSE((in_gap(gaps, kAt + i) && text.size() < 100));
      CHECK_FALSE(in_gap(gaps, kAt + at + text.size() - 1));
      CHECK(in_gap(gaps, kAt + 3000));
    }
  }
}

TEST_CASE("picture gaps: text is none, of any charset") {
  for (const std::string& line : {std::string("4711,abc\n"), std::string("姓名：李\n"),
                                  std::string("\xD0\xD5\xC3\xFB\n\xD0\xD5\n"), std::string("\x8F\xA3\x88\r\n")})
    CHECK(gaps_of(repeated(line, 2000), 777).empty());
}
