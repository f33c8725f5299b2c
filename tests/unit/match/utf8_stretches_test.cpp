// Stretches of valid UTF-8, against a definition spelled out byte by byte.
#include "match/utf8_stretches.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace pidun {
namespace {

// Length of the character that begins at `at` by the table of the Unicode Standard (3-7), or 0.
size_t table_length(const std::string& bytes, size_t at) {
  struct Row {
    int first_low, first_high, second_low, second_high;
    size_t length;
  };
  constexpr Row kRows[] = {{0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
                           {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
                           {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
  const auto byte = [&](size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 256; };
  for (const Row& row : kRows) {
    if (byte(at) < row.first_low || byte(at) > row.first_high) continue;
    if (row.length > 1 && (byte(at + 1) < row.second_low || byte(at + 1) > row.second_high)) return 0;
    for (size_t i = 2; i < row.length; ++i)
      if (byte(at + i) < 0x80 || byte(at + i) > 0xBF) return 0;
    return row.length;
  }
  return 0;
}

std::vector<Span> table_stretches(const std::string& bytes) {
  std::vector<Span> stretches;
  for (size_t at = 0; at < bytes.size();) {
    const size_t length = table_length(bytes, at);
    if (length == 0) {
      ++at;
      continue;
    }
    if (stretches.empty() || stretches.back().end != at) stretches.push_back({at, at});
    stretches.back().end = at += length;
  }
  return stretches;
}

std::vector<Span> found(const std::string& bytes) {
  std::vector<Span> stretches = {{7, 9}};
  find_utf8_stretches(bytes, stretches);
  return stretches;
}

TEST_CASE("an invalid byte ends a stretch") {
  struct Case {
    std::string bytes;
    std::vector<Span> expected;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"ab", {{0, 2}}},
      {"ab\xFF号\xE5", {{0, 2}, {3, 6}}},
      {"\xB7号", {{1, 4}}},
      {"\xC0\xAF", {}},
      {"a\xED\xA0\x80"
       "b",
       {{0, 1}, {4, 5}}},
      {"\xF4\x8F\xBF\xBF\xF4\x90\x80\x80", {{0, 4}}},
      {"\xE5\xB7"
       "a",
       {{2, 3}}},
      {std::string("\0\xFF\0", 3), {{0, 1}, {2, 3}}},
  };
  for (const auto& test : cases) {
    CHECK((found(test.bytes) == test.expected));
    CHECK((table_stretches(test.bytes) == test.expected));
  }
}

TEST_CASE("faults and characters at every place around the blocks that are validated at once") {
  for (const std::string piece : {"号", "😀", "é", "\xFF", "\x80\x80\x80\x80\x80", "\xF0\x90\x80\x80\x80", "\xE5\xB7"}) {
    for (size_t pad = 4085; pad < 4101; ++pad) {
      const std::string bytes = std::string(pad, 'a') + piece + std::string(5000, 'b') + piece;
      CHECK((found(bytes) == table_stretches(bytes)));
    }
  }
}

TEST_CASE("random bytes and random damage to text") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    while (bytes.size() < 9000) bytes += random() % 3 == 0 ? "工号" : random() % 2 == 0 ? "😀 é" : "0123456789";
    const auto faults = random() % 30;
    for (unsigned i = 0; i < faults; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (round % 10 == 0)
      for (char& c : bytes) c = static_cast<char>(random());
    CHECK((found(bytes) == table_stretches(bytes)));
  }
}

}  // namespace
}  // namespace pidun
