// Spotting: the same on every SIMD target and as a byte-by-byte reference; nothing in clean text.
#include "unwrap/spots.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "support/encodings.h"
#include "support/simd_targets.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

bool is_base64(char c) { return is_alnum(c) || c == '+' || c == '/' || c == '-' || c == '_'; }
bool hex_at(std::string_view text, size_t at) { return at < text.size() && is_hex(text[at]); }
bool one_of(std::string_view text, size_t at, std::string_view set) {
  return at < text.size() && set.find(text[at]) != std::string_view::npos;
}
bool upper_at(std::string_view text, size_t at) { return at < text.size() && is_upper(text[at]); }

// One letter an escape, '.' for none.
std::string reference_escapes(std::string_view text) {
  std::string spots;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool pair = hex_at(text, i + 1) && hex_at(text, i + 2) && (upper_at(text, i + 2) || one_of(text, i + 3, "="));
    spots += text[i] == '\\'                                           ? 'b'
             : text[i] == '&'                                          ? 'a'
             : text[i] == '%' && hex_at(text, i + 2)                   ? 'p'
             : text[i] == '=' && (pair || one_of(text, i + 1, "\r\n")) ? 'q'
                                                                       : '.';
  }
  return spots;
}

std::string escapes(std::string_view text, const Spots& spots) {
  std::string letters(text.size(), '.');
  for (const SpotWord& word : spots.words())
    for (size_t i = 0; i < 64; ++i) {
      const uint64_t bit = uint64_t{1} << i;
      if ((word.all() & bit) == 0) continue;
      REQUIRE(word.word * 64 + i < text.size());
      letters[word.word * 64 + i] = (word.backslash & bit) != 0   ? 'b'
                                    : (word.ampersand & bit) != 0 ? 'a'
                                    : (word.percent & bit) != 0   ? 'p'
                                                                  : 'q';
    }
  return letters;
}

template <class Member, class Wanted>
std::string reference_runs(std::string_view text, const Member& member, size_t least, const Wanted& wanted) {
  std::string runs;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    bool found = false;
    for (; end < text.size() && member(text[end]); ++end) found |= wanted(text[end]);
    if (end - begin >= least && found) runs += std::to_string(begin) + "-" + std::to_string(end) + " ";
    begin = end + 1;
  }
  return runs;
}

std::string runs_text(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += std::to_string(run.begin) + "-" + std::to_string(run.end) + " ";
  return text;
}

void check(Spots& spots, const std::string& text) {
  const std::vector<char> exact(text.begin(), text.end());  // a sanitizer sees the first byte past it
  const std::string_view view(exact.data(), exact.size());
  spots.find(view);
  CHECK(escapes(view, spots) == reference_escapes(view));
  CHECK(runs_text(spots.base64()) == reference_runs(view, is_base64, kShortestBase64, is_upper));
  CHECK(runs_text(spots.hex()) == reference_runs(view, is_hex, kShortestHex, [](char) { return true; }));
}

}  // namespace

TEST_CASE("spots: those of the reference, for runs and escapes across every border", "[unwrap]") {
  on_every_target([](const char*) {
    Spots spots;
    for (size_t before = 0; before < 140; before += before < 70 ? 1 : 9)
      for (const size_t length : {14u, 15u, 16u, 21u, 22u, 23u, 64u, 65u, 130u}) {
        const std::string blank(before, ' ');
        check(spots, blank + std::string(length, 'a'));
        check(spots, blank + std::string(length - 1, 'a') + "X %4");
        check(spots, blank + "Q" + std::string(length - 1, '9') + "=\n");
        check(spots, blank + std::string(length, 'F') + " =E5=B");
      }
  });
}

TEST_CASE("spots: those of the reference for random bytes that mean something", "[unwrap]") {
  std::mt19937 random(5);
  const std::string alphabet = "\\%&====\r\n;uxABCDEFabcdef0123456789+/-_ gZ";
  on_every_target([&](const char*) {
    Spots spots;
    for (int turn = 0; turn < 300; ++turn) {
      std::string text;
      const size_t size = random() % 500;
      while (text.size() < size) {
        if (random() % 4 == 0) text += std::string(random() % 30, "aF9Z"[random() % 4]);
        text += alphabet[random() % alphabet.size()];
      }
      check(spots, text);
    }
    check(spots, "");
  });
}

TEST_CASE("spots: what is looked for in parts of a text is what stands in them", "[unwrap]") {
  std::mt19937_64 random(5);
  Spots parts, whole;
  size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    // Lines, of which only those listed hold anything.
    std::string text;
    std::vector<Span> where;
    const uint64_t base = random() % 3 * 1000;
    for (size_t line = 0, lines = random() % 60; line < lines; ++line) {
      const size_t begin = text.size();
      const bool plain = random() % 3 != 0;
      text += plain ? std::string(random() % 90, ',') : "a%E5=B7, " + std::string(random() % 70, "aF9"[random() % 3]);
      text += '\n';
      if (!plain) where.push_back({base + begin, base + text.size()});
    }
    where.push_back({base + text.size() + 100, UINT64_MAX});
    parts.find(text, base, where);
    whole.find(text);
    const auto bits = [](const Spots& spots) {
      std::vector<uint64_t> all;
      for (const SpotWord& word : spots.words())
        all.insert(all.end(), {word.word, word.percent, word.quoted, word.all()});
      for (const Run& run : spots.base64()) all.insert(all.end(), {run.begin, run.end});
      for (const Run& run : spots.hex()) all.insert(all.end(), {run.begin, run.end});
      return all;
    };
    REQUIRE(bits(parts) == bits(whole));
    found += bits(whole).size();
  }
  CHECK(found > 10000);
}

TEST_CASE("spots: a clean log line and clean JSON have none", "[unwrap]") {
  Spots spots;
  spots.find(
      "2024-03-15 18:31:46,036 INFO [http-nio-8080-exec-200] c.e.s.OrderService - order=329771662806052394 "
      "trace=b0745c70f99e2de4 cost=12ms ts=1600000000145 user=u_104918 path=/api/v1/orders/95213675\n"
      "{\"name\":\"张三\",\"phone\":\"13900001234\",\"uuid\":\"123e4567-e89b-12d3-a456-426614174000\"}\n");
  CHECK(spots.words().empty());
  CHECK(spots.base64().empty());
  CHECK(spots.hex().empty());
}

TEST_CASE("spots: the end of a run of base64 characters", "[unwrap]") {
  Spots spots;
  const std::string text = std::string(70, 'a') + " " + std::string(200, 'B');
  spots.find(text);
  CHECK(spots.base64_end(0) == 70);
  CHECK(spots.base64_end(69) == 70);
  CHECK(spots.base64_end(70) == 70);
  CHECK(spots.base64_end(71) == text.size());
  CHECK(spots.base64_end(text.size()) == text.size());
}
