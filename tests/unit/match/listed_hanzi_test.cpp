// Characters that a filter lists, on every target, against a walk byte by byte.
#include "match/listed_hanzi.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/simd_targets.h"

namespace pidun {
namespace {

using Filter = std::vector<uint8_t>;

uint32_t three(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return uint32_t{static_cast<unsigned char>(text[at + i])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

Filter filter_of(std::string_view characters) {
  Filter filter(size_t{1} << kFilterBits);
  for (size_t at = 0; at < characters.size(); at += 3) filter[filter_slot(three(characters, at))] = 1;
  return filter;
}

std::vector<uint32_t> walked(std::string_view text, size_t at, size_t last, const Filter& filter) {
  std::vector<uint32_t> found;
  while (at < last) {
    if ((static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0 || at + 3 > text.size()) {
      ++at;
      continue;
    }
    if (filter[filter_slot(three(text, at))] != 0) found.push_back(static_cast<uint32_t>(at));
    at += 3;
  }
  return found;
}

std::vector<uint32_t> found_in(std::string_view text, size_t at, size_t last, const Filter& filter) {
  std::vector<uint32_t> memory;
  const auto found = find_listed_hanzi(text, at, last, filter.data(), memory);
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("listed hanzi: offsets of those that are listed") {
  const Filter filter = filter_of("王李");
  testing::on_every_target([&](const char*) {
    CHECK(found_in("见到王磊、李娜", 0, 21, filter) == std::vector<uint32_t>{6, 15});
    CHECK(found_in("王", 0, 3, filter) == std::vector<uint32_t>{0});
    CHECK(found_in("", 0, 0, filter).empty());
    CHECK(found_in("王李王李", 3, 6, filter) == std::vector<uint32_t>{3});
  });
}

TEST_CASE("listed hanzi: any bytes give what a walk gives") {
  const Filter filter = filter_of("王李张刘陈杨赵黄周吴");
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {
      "王",  "李", "张", "的", "。", "a", "13900001234", " ", "é", "😀", "\xE7", "\x8E\x8B", std::string("\0", 1),
      "姓名"};
  testing::on_every_target([&](const char*) {
    for (int round = 0; round < 300; ++round) {
      std::string text;
      for (size_t count = random() % 60; count > 0; --count) text += pieces[random() % pieces.size()];
      const size_t at = text.empty() ? 0 : random() % text.size();
      const size_t last = at + random() % (text.size() - at + 1);
      CAPTURE(text, at, last);
      REQUIRE(found_in(text, at, last, filter) == walked(text, at, last, filter));
    }
  });
}

}  // namespace pidun
