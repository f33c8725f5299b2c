#include "match/code_points.h"

#include <algorithm>

namespace pidun {
namespace {

constexpr uint32_t kKelvin = 0x212A;  // folds to k
constexpr uint32_t kLongS = 0x17F;    // folds to s

// Letters of these blocks have no case: CJK with its punctuation, Hangul, private use, full-width punctuation.
constexpr CodePointRange kCaseless[] = {{0x2E80, 0xA63F}, {0xAC00, 0xFAFF}, {0xFE30, 0xFF20}, {0x20000, 0x3FFFF}};

bool overlaps(CodePointRange range, uint32_t first, uint32_t last) {
  return range.first <= last && first <= range.last;
}

bool caseless(CodePointRange range) {
  return std::any_of(std::begin(kCaseless), std::end(kCaseless),
                     [&](CodePointRange block) { return block.first <= range.first && range.last <= block.last; });
}

struct NamedClass {
  std::string_view name;
  std::vector<CodePointRange> ranges;
};

const std::vector<NamedClass>& named_classes() {
  static const std::vector<NamedClass> classes = {
      {"d", {{'0', '9'}}},
      {"s", {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}}},
      {"w", {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
      {"alnum", {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
      {"alpha", {{'A', 'Z'}, {'a', 'z'}}},
      {"ascii", {{0, 0x7F}}},
      {"blank", {{'\t', '\t'}, {' ', ' '}}},
      {"cntrl", {{0, 0x1F}, {0x7F, 0x7F}}},
      {"digit", {{'0', '9'}}},
      {"graph", {{'!', '~'}}},
      {"lower", {{'a', 'z'}}},
      {"print", {{' ', '~'}}},
      {"punct", {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
      {"space", {{'\t', '\r'}, {' ', ' '}}},
      {"upper", {{'A', 'Z'}}},
      {"word", {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
      {"xdigit", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
  };
  return classes;
}

CodePointBounds named_class(std::string_view name, bool folded) {
  CodePointBounds bounds;
  for (const auto& named : named_classes()) {
    if (named.name != name) continue;
    for (const auto range : named.ranges) {
      if (folded) {
        bounds.add_folded(range.first, range.last);
      } else {
        bounds.add(range.first, range.last);
      }
    }
    return bounds;
  }
  bounds.perhaps = {{0, kLastCodePoint}};  // a name that we do not know
  return bounds;
}

}  // namespace

CodePoints normalised(CodePoints set) {
  std::sort(set.begin(), set.end(), [](CodePointRange a, CodePointRange b) { return a.first < b.first; });
  CodePoints out;
  for (const auto range : set) {
    if (!out.empty() && range.first <= out.back().last + 1) {
      out.back().last = std::max(out.back().last, range.last);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

CodePoints complement(const CodePoints& set) {
  CodePoints out;
  uint32_t next = 0;
  for (const auto range : normalised(set)) {
    if (range.first > next) out.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) out.push_back({next, kLastCodePoint});
  return out;
}

void CodePointBounds::add(uint32_t first, uint32_t last) {
  surely.push_back({first, last});
  perhaps.push_back({first, last});
}

void CodePointBounds::add_folded(uint32_t first, uint32_t last) {
  add(first, last);
  const CodePointRange range{first, last};
  for (const uint32_t shift : {uint32_t{'A'}, uint32_t{'a'}}) {
    const uint32_t low = std::max(first, shift), high = std::min(last, shift + 25);
    const uint32_t other = shift ^ 0x20;
    if (low <= high) add(low - shift + other, high - shift + other);
  }
  for (const auto& [letter, far] : {std::pair{uint32_t{'k'}, kKelvin}, std::pair{uint32_t{'s'}, kLongS}}) {
    if (!overlaps(range, letter, letter) && !overlaps(range, letter - 32, letter - 32) && !overlaps(range, far, far))
      continue;
    for (const uint32_t one : {letter, letter - 32, far}) add(one, one);
  }
  const CodePointRange beyond{std::max<uint32_t>(first, 0x80), last};
  if (last < 0x80 || caseless(beyond)) return;
  perhaps.push_back({0x80, kLastCodePoint});
  for (const uint32_t one : {0x4Bu, 0x53u, 0x6Bu, 0x73u}) perhaps.push_back({one, one});
}

void CodePointBounds::add(const CodePointBounds& other) {
  surely.insert(surely.end(), other.surely.begin(), other.surely.end());
  perhaps.insert(perhaps.end(), other.perhaps.begin(), other.perhaps.end());
}

CodePointBounds CodePointBounds::negated() const { return {complement(perhaps), complement(surely)}; }

CodePointBounds perl_class(char letter, bool folded) { return named_class({&letter, 1}, folded); }

CodePointBounds posix_class(std::string_view name, bool folded) { return named_class(name, folded); }

CodePointBounds property_class(std::string_view name) {
  CodePointBounds bounds;
  if (name == "Han") {
    bounds.surely = {{0x3400, 0x4DB5}, {0x4E00, 0x9FA5}};
    bounds.perhaps = {{0x2E80, 0xFAFF}, {0x16F00, 0x16FFF}, {0x20000, 0x3FFFF}};
  } else {
    bounds.perhaps = {{0, kLastCodePoint}};
  }
  return bounds;
}

uint32_t utf8_length(uint32_t code_point) {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

}  // namespace pidun
