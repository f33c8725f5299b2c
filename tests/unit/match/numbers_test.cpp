// Number anchors: those of the byte-by-byte reference, wherever a run lies and however the ranges are cut.
#include "match/numbers.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

#include "reference/anchors_reference.h"

namespace pidun {
namespace {

struct Place {
  uint64_t begin = 0;
  uint32_t length = 0;
  bool grouped = false;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Expected {
  const char* promise;
  std::string text;
  std::vector<Place> numbers;
};

Place place_of(const NumberAnchor& anchor) { return {anchor.begin, anchor.length, anchor.grouped}; }

std::vector<Place> places_of(const Anchors& anchors) {
  std::vector<Place> places;
  for (const NumberAnchor& anchor : anchors.numbers) places.push_back(place_of(anchor));
  return places;
}

Anchors find_all(std::string_view text) {
  Anchors anchors;
  AnchorFinder().find(Window(text, 0), 0, text.size(), anchors);
  return anchors;
}

bool same(const Anchors& a, const Anchors& b) { return a.numbers == b.numbers && a.ats == b.ats; }

std::string random_text(std::mt19937& random, size_t size) {
  // Mostly digits in the second half of the alphabets, so that runs of every length come up.
  constexpr std::string_view kAlphabets[] = {"0123456789 -@ax\n", "0123456789012345678901234567890123456789 -",
                                             "01234567890123 ", "abc -@\xE6\x89\x8B 123", "0123456789./ -"};
  std::string text;
  while (text.size() < size) {
    const std::string_view alphabet = kAlphabets[random() % std::size(kAlphabets)];
    if (random() % 8 == 0) {
      const char sign = " -./"[random() % 4];
      for (size_t left = 9 + random() % 14; left > 0; --left) (text += static_cast<char>('0' + random() % 10)) += sign;
    }
    for (size_t left = random() % 60; left > 0; --left) text += alphabet[random() % alphabet.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("runs and groups are anchors, and what is too short or too long is none") {
  const Expected cases[] = {
      {"nothing", "", {}},
      {"no digit", "abc def", {}},
      {"six digits are too short", "a 123456 b", {}},
      {"seven digits", "a 1234567 b", {{2, 7, false}}},
      {"24 digits", "a 123456789012345678901234 b", {{2, 24, false}}},
      {"25 digits", "a 1234567890123456789012345 b", {}},
      {"100 digits", std::string(100, '7'), {}},
      {"at the begin and the end", "1234567 x 7654321", {{0, 7, false}, {10, 7, false}}},
      {"right next to hanzi", "号1234567的", {{3, 7, false}}},
      {"groups with spaces: each of them may begin a number", "138 0013 8000", {{0, 3, true}, {4, 4, true}}},
      {"groups with dashes", "138-0013-8000", {{0, 3, true}, {4, 4, true}}},
      {"a group of two is none", "13 0013", {}},
      {"groups with dots", "138.0013.8000", {{0, 3, true}, {4, 4, true}}},
      {"groups with slashes", "138/0013/8000", {{0, 3, true}, {4, 4, true}}},
      {"three digits behind a dot are too few", "192.168.100.200,2024/123", {}},
      {"eleven single digits", "a 1 3 8 0 0 1 3 8 0 0 0", {{2, 1, true}}},
      {"eleven single digits with dashes", "1-3-8-0-0-1-3-8-0-0-0.", {{0, 1, true}}},
      {"ten single digits", "1 3 8 0 0 1 3 8 0 0", {}},
      {"twenty single digits", "1 3 8 0 0 1 3 8 0 0 1 3 8 0 0 1 3 8 0 0", {}},
      {"single digits and two that touch", "1 3 8 0 0 1 3 8 0 0 00", {}},
      {"two signs between single digits", "1 3 8 0 0-1 3 8 0 0 0", {}},
      {"two digits behind the separator are too few", "138 00", {}},
      {"two separators part groups", "138  0013", {}},
      {"a long run with a group behind it stands once", "1234567 890", {{0, 7, true}}},
      {"the example of the header", "a 138 0013 8000, ts=1600000000145", {{2, 3, true}, {6, 4, true}, {20, 13, false}}},
      {"25 digits with a group behind are no anchor", "1234567890123456789012345 678", {}},
      {"a group behind a long run is one", "1234567890123456789012345 678-901", {{26, 3, true}}},
      {"full-width digits are no digits", "１２３４５６７", {}},
      {"neighbours of the digits in ASCII", "/1234567:", {{1, 7, false}}},
  };
  for (const Expected& wanted : cases) {
    INFO(wanted.promise << ": " << wanted.text);
    CHECK((places_of(find_all(wanted.text)) == wanted.numbers));
    CHECK(same(find_all(wanted.text), reference::find_anchors(wanted.text, 0, wanted.text.size())));
  }
}

TEST_CASE("a run or group is found at every distance from the borders of blocks") {
  for (const std::string run : {"1234567", "123456789012345678", "123456789012345678901234",
                                "1234567890123456789012345", "138 0013 8000", "123-456", "6222021000012345-678"}) {
    for (size_t at = 0; at < 200; ++at) {
      for (const size_t behind : {size_t{0}, size_t{1}, size_t{70}}) {
        const std::string text = std::string(at, 'x') + run + std::string(behind, 'x');
        if (!same(find_all(text), reference::find_anchors(text, 0, text.size())))
          FAIL_CHECK(run << " at " << at << " with " << behind << " behind");
      }
    }
  }
}

TEST_CASE("an @ is an anchor at every place of a block") {
  for (size_t at = 0; at < 130; ++at) {
    const Anchors anchors = find_all(std::string(at, 'a') + "@" + std::string(at % 3, 'b'));
    CHECK(anchors.ats == std::vector<uint64_t>{at});
    CHECK(anchors.numbers.empty());
  }
}

TEST_CASE("an anchor knows the bytes that touch it and whether hanzi stand right before it") {
  const auto first = [](std::string_view text) { return find_all(text).numbers.at(0); };
  CHECK(first("=1234567X").before == '=');
  CHECK(first("=1234567X").behind == 'X');
  CHECK(first("1234567").before == '\0');
  CHECK(first("1234567").behind == '\0');
  CHECK(first("号1234567").behind_hanzi);
  CHECK(first("号: 1234567").behind_hanzi);
  CHECK_FALSE(first("号 : 1234567").behind_hanzi);
  CHECK(first("号 138 0013 8000").behind_hanzi);
  CHECK_FALSE(first("ab 138 0013 8000").behind_hanzi);
}

TEST_CASE("two ranges that meet anywhere give what one range gives") {
  const std::string text = "a 13900001234 b 138 0013 8000, 6222 0210 0001 2345 678 x@y 123456789012345678901234 " +
                           std::string(70, '9') + " 1234567890 end";
  const Window window(text, 0);
  const Anchors whole = find_all(text);
  for (size_t cut = 0; cut <= text.size(); ++cut) {
    Anchors joined;
    AnchorFinder finder;
    finder.find(window, 0, cut, joined);
    finder.find(window, cut, text.size(), joined);
    CAPTURE(cut);
    CHECK(same(joined, whole));
  }
}

TEST_CASE("random texts give the anchors of the reference, whole and in ranges") {
  std::mt19937 random(5);
  AnchorFinder finder;  // one for all, so that what a longer text leaves behind is seen
  for (int turn = 0; turn < 1500; ++turn) {
    const std::string text = random_text(random, random() % 1200);
    const Window window(text, 0);
    const Anchors expected = reference::find_anchors(text, 0, text.size());
    Anchors whole, joined;
    finder.find(window, 0, text.size(), whole);
    for (size_t at = 0; at < text.size();) {
      const size_t next = std::min(text.size(), at + 1 + random() % 300);
      finder.find(window, at, next, joined);
      at = next;
    }
    if (!same(whole, expected)) FAIL_CHECK("whole, turn " << turn << ": " << text);
    if (!same(joined, expected)) FAIL_CHECK("joined, turn " << turn << ": " << text);
  }
}

TEST_CASE("in blind stretches nothing is seen, as if letters stood there") {
  std::mt19937 random(7);
  AnchorFinder finder;
  for (int turn = 0; turn < 1500; ++turn) {
    std::string text = random_text(random, 1 + random() % 1500);
    std::vector<Span> blind;
    for (size_t at = random() % 100; at + 2 < text.size(); at += 3 + random() % (turn % 2 == 0 ? 40 : 700)) {
      const size_t end = std::min(text.size() - 1, at + 1 + random() % (turn % 2 == 0 ? 30 : 600));
      text[at] = text[end] = '"';  // what stands in quotes
      blind.push_back({at + 1, end});
      at = end;
    }
    std::string letters = text;
    for (const Span& span : blind)
      std::fill_n(letters.begin() + static_cast<std::ptrdiff_t>(span.begin), span.size(), 'q');
    Anchors found;
    finder.find(Window(text, 0), 0, text.size(), found, blind);
    const Anchors expected = find_all(letters);
    if (places_of(found) != places_of(expected) || found.ats != expected.ats)
      FAIL_CHECK("turn " << turn << ": " << text);
  }
}

TEST_CASE("a window that begins inside the input gives input offsets") {
  std::mt19937 random(6);
  for (int turn = 0; turn < 300; ++turn) {
    const std::string text = random_text(random, 1000);
    const size_t begin = 100 + random() % 300, end = begin + random() % 400;
    // Enough to either side, as the promise of find() asks.
    const size_t first = begin - std::min<size_t>(begin, 64), last = std::min(text.size(), end + 64);
    Anchors anchors;
    AnchorFinder().find(Window(std::string_view(text).substr(first, last - first), first), begin, end, anchors);
    if (!same(anchors, reference::find_anchors(text, begin, end))) FAIL_CHECK("turn " << turn);
  }
}

TEST_CASE("anchors are appended to those that are there") {
  Anchors anchors;
  AnchorFinder finder;
  const std::string text = "1234567 890 x@ 7654321";
  finder.find(Window(text, 0), 0, text.size(), anchors);
  const Anchors once = anchors;
  finder.find(Window(text, 1000), 1000, 1000 + text.size(), anchors);
  REQUIRE(anchors.numbers.size() == 2 * once.numbers.size());
  CHECK((place_of(anchors.numbers[once.numbers.size()]) == Place{1000, 7, true}));
  CHECK(anchors.ats == std::vector<uint64_t>{once.ats[0], once.ats[0] + 1000});
}

}  // namespace pidun
