// HTML and XML entities. See decoders.h. Names: those of ASCII punctuation and of blanks, which can stand in or around
// a value, and the common ones of Latin-1. Source: HTML Living Standard, "Named character references".
#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "unwrap/decoded_writer.h"
#include "unwrap/decoders.h"
#include "unwrap/hex_digits.h"
#include "unwrap/utf8.h"

namespace pidun {
namespace {

struct Name {
  std::string_view name;
  uint16_t point;
  bool bare = false;  // may lack its semicolon
};
constexpr Name kNames[] = {
    {"AMP", '&', true},     {"GT", '>', true},     {"LT", '<', true},    {"NewLine", '\n'},     {"QUOT", '"', true},
    {"Tab", '\t'},          {"amp", '&', true},    {"apos", '\''},       {"ast", '*'},          {"bsol", '\\'},
    {"bull", 0x2022},       {"cent", 0xA2, true},  {"colon", ':'},       {"comma", ','},        {"commat", '@'},
    {"copy", 0xA9, true},   {"dash", 0x2010},      {"deg", 0xB0, true},  {"dollar", '$'},       {"emsp", 0x2003},
    {"ensp", 0x2002},       {"equals", '='},       {"excl", '!'},        {"grave", '`'},        {"gt", '>', true},
    {"hellip", 0x2026},     {"horbar", 0x2015},    {"hyphen", 0x2010},   {"laquo", 0xAB, true}, {"lbrace", '{'},
    {"lbrack", '['},        {"lcub", '{'},         {"ldquo", 0x201C},    {"lowbar", '_'},       {"lpar", '('},
    {"lrm", 0x200E},        {"lsqb", '['},         {"lsquo", 0x2018},    {"lt", '<', true},     {"mdash", 0x2014},
    {"middot", 0xB7, true}, {"minus", 0x2212},     {"nbsp", 0xA0, true}, {"ndash", 0x2013},     {"num", '#'},
    {"para", 0xB6, true},   {"percnt", '%'},       {"period", '.'},      {"plus", '+'},         {"quest", '?'},
    {"quot", '"', true},    {"raquo", 0xBB, true}, {"rbrace", '}'},      {"rbrack", ']'},       {"rcub", '}'},
    {"rdquo", 0x201D},      {"reg", 0xAE, true},   {"rlm", 0x200F},      {"rpar", ')'},         {"rsqb", ']'},
    {"rsquo", 0x2019},      {"sect", 0xA7, true},  {"semi", ';'},        {"shy", 0xAD, true},   {"sol", '/'},
    {"thinsp", 0x2009},     {"times", 0xD7, true}, {"trade", 0x2122},    {"verbar", '|'},       {"yen", 0xA5, true},
    {"zwj", 0x200D},        {"zwnj", 0x200C}};
constexpr size_t kLongestName = 7;
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames),
                             [](const Name& a, const Name& b) { return a.name < b.name; }));

// What the numbers 0x80 to 0x9F mean in a page: Windows-1252.
constexpr uint16_t kWindows1252[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Entity {
  size_t length = 0;
  uint32_t point = 0;
};

Entity numeric(std::string_view text, size_t at) {
  constexpr size_t kMostDigits = 10;
  size_t i = at + 2;
  const bool hex = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (hex) ++i;
  const size_t first = i;
  uint64_t number = 0;
  for (; i < text.size() && i - first < kMostDigits && (hex ? hex_value(text[i]) >= 0 : is_digit(text[i])); ++i)
    number = number * (hex ? 16 : 10) + static_cast<uint64_t>(hex_value(text[i]));
  if (i == first) return {};
  if (i < text.size() && text[i] == ';') ++i;
  auto point = static_cast<uint32_t>(std::min<uint64_t>(number, 0x110000));
  if (point >= 0x80 && point <= 0x9F) point = kWindows1252[point - 0x80];
  if (point == 0 || point > 0x10FFFF || is_surrogate(point)) point = 0xFFFD;
  return {i - at, point};
}

Entity named(std::string_view text, size_t at) {
  size_t i = at + 1;
  while (i < text.size() && i - at <= kLongestName && is_letter(text[i])) ++i;
  const bool closed = i < text.size() && text[i] == ';';
  // &copy=1 in a link is a parameter, and &ltd a word: without a semicolon the name must end here.
  if (!closed && i < text.size() && (text[i] == '=' || is_alnum(text[i]))) return {};
  const std::string_view name = text.substr(at + 1, i - at - 1);
  const auto* found = std::lower_bound(std::begin(kNames), std::end(kNames), name,
                                       [](const Name& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == std::end(kNames) || found->name != name || (!closed && !found->bare)) return {};
  return {i - at + (closed ? 1 : 0), found->point};
}

Entity entity_at(std::string_view text, size_t at) {
  if (at + 2 >= text.size()) return {};
  if (text[at + 1] == '#') return numeric(text, at);
  return is_letter(text[at + 1]) ? named(text, at) : Entity{};
}

}  // namespace

size_t entity_length(std::string_view text, size_t at) { return entity_at(text, at).length; }

bool decode_entities(std::string_view text, uint64_t base, std::string& out, OffsetMap& map) {
  DecodedWriter writer(text, base, out, map);
  for (size_t at = 0; at < text.size();) {
    if (text[at] != '&') {
      at = text.find('&', at + 1);
      continue;
    }
    const Entity entity = entity_at(text, at);
    if (entity.length == 0) {
      ++at;
      continue;
    }
    char bytes[4];
    writer.put(at, at + entity.length, bytes, write_utf8(entity.point, bytes));
    at += entity.length;
  }
  return writer.finish();
}

}  // namespace pidun
