// Places where values of other forms may begin: those of the byte-by-byte reference, on every SIMD target.
#include "match/form_places.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "match/numbers.h"
#include "reference/form_places_reference.h"
#include "support/simd_targets.h"

namespace pidun {
namespace {

std::vector<uint64_t> places_of(std::string_view text) {
  Anchors anchors;
  AnchorFinder().find(Window(text, 0), 0, text.size(), anchors);
  return anchors.places;
}

std::string random_text(std::mt19937& random, size_t size) {
  static const std::vector<std::string> kPieces = {"京", "WJ",   "字第",   "（", "://", ":",   "-",  "3c",
                                                   "12", "1234", "123456", "A",  "Z8",  "ABC", "(",  "[",
                                                   "a",  "x",    " ",      "\n", "7",   "消",  "领", "LSV"};
  std::string text;
  while (text.size() < size) text += kPieces[random() % kPieces.size()];
  return text;
}

}  // namespace

TEST_CASE("the places that the header promises, and no others") {
  struct Case {
    const char* promise;
    const char* text;
    std::vector<uint64_t> places;
  };
  const Case cases[] = {
      {"nothing", "", {}},
      {"a line of a log",
       "2024-03-15 18:31:46,036 INFO [a-8080-exec-200] x=329771662806052394 u=u_104918 p=/a/9521",
       {}},
      {"a plate", "车京A12345", {3}},
      {"a plate of a consulate", "闽20401领", {0}},
      {"a plate of the armed police", "WJ京1234X", {0}},
      {"the same with its service", "WJ01-消1234", {0}},
      {"papers of the forces", "军字第1234号", {0}},
      {"the number of a room", "栋1234室", {}},
      {"an address", "a 3c:52:82:1a:0b:9f", {2}},
      {"an address with dashes", "3c-52-82-1a-0b-9f", {0}},
      {"five pairs", "3c:52:82:1a:0b", {}},
      {"seventeen", "x LSVAB2A10CN012345 y", {2}},
      {"eighteen", "LSVAB2A10CN0123456", {}},
      {"sixteen", "LSVAB2A10CN01234", {}},
      {"seventeen digits", "12345678901234567", {}},
      {"an identity number", "P103265(1)", {0}},
      {"two letters", "no WX123456[A]", {3}},
      {"full-width brackets", "P103265（1）", {0}},
      {"a letter for its check", "Z867804A", {0}},
      {"seven digits", "P1032651(1)", {}},
      {"a link", "https://pan.baidu.com/s/1", {8}},
      {"a scheme alone", "https://", {}},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.text);
    CHECK(places_of(c.text) == c.places);
    CHECK(reference::PlacesOf(c.text).all() == c.places);
  }
}

TEST_CASE("random texts give the places of the reference, whole and in ranges") {
  std::mt19937 random(52);
  AnchorFinder finder;
  size_t seen = 0;
  for (int turn = 0; turn < 1500; ++turn) {
    const std::string text = random_text(random, random() % 900);
    const std::vector<uint64_t> wanted = reference::PlacesOf(text).all();
    seen += wanted.size();
    if (places_of(text) != wanted) FAIL_CHECK("whole, turn " << turn << ": " << text);
    Anchors joined;
    for (size_t at = 0; at < text.size();) {
      const size_t next = std::min(text.size(), at + 1 + random() % 300);
      finder.find(Window(text, 0), at, next, joined);
      at = next;
    }
    if (joined.places != wanted) FAIL_CHECK("in ranges, turn " << turn << ": " << text);
  }
  CHECK(seen > 1000);
}

}  // namespace pidun
