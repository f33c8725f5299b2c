// See escaped_base64.h.
#include "unwrap/escaped_base64.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "unwrap/decoded_writer.h"

namespace pidun {
namespace {

struct Spelling {
  std::string_view text;
  char character;  // NUL: a line ends, and nothing is meant
};
constexpr Spelling kBackslash[] = {{"\\/", '/'},     {"\\n", '\0'},    {"\\r", '\0'},    {"\\u002b", '+'},
                                   {"\\u002B", '+'}, {"\\u002f", '/'}, {"\\u002F", '/'}, {"\\x2b", '+'},
                                   {"\\x2B", '+'},   {"\\x2f", '/'},   {"\\x2F", '/'}};
constexpr Spelling kPercent[] = {{"%2B", '+'},  {"%2b", '+'},  {"%2F", '/'},  {"%2f", '/'},
                                 {"%0A", '\0'}, {"%0a", '\0'}, {"%0D", '\0'}, {"%0d", '\0'}};
constexpr Spelling kEntity[] = {{"&#43;", '+'},  {"&#x2B;", '+'}, {"&#x2b;", '+'}, {"&plus;", '+'}, {"&#47;", '/'},
                                {"&#x2F;", '/'}, {"&#x2f;", '/'}, {"&sol;", '/'},  {"&#10;", '\0'}, {"&#13;", '\0'},
                                {"&#xA;", '\0'}, {"&#xa;", '\0'}, {"&#xD;", '\0'}, {"&#xd;", '\0'}};

template <size_t size>
const Spelling* find_in(const Spelling (&spellings)[size], std::string_view rest) {
  for (const Spelling& spelling : spellings)
    if (rest.starts_with(spelling.text)) return &spelling;
  return nullptr;
}

const Spelling* spelling_at(std::string_view text, size_t at) {
  if (at >= text.size()) return nullptr;
  const std::string_view rest = text.substr(at);
  if (rest[0] == '\\') return find_in(kBackslash, rest);
  if (rest[0] == '%') return find_in(kPercent, rest);
  return rest[0] == '&' ? find_in(kEntity, rest) : nullptr;
}

// What runs with escapes are written with.
constexpr std::array<bool, 256> kWrittenWith = [] {
  std::array<bool, 256> set{};
  for (size_t i = 0; i < set.size(); ++i) set[i] = is_base64(static_cast<char>(i));
  for (const char c : {'\\', '%', '&', '#', ';'}) set[static_cast<uint8_t>(c)] = true;
  return set;
}();

// Calls take(begin, end, character) for each character of text[from, to), and for each end of a line with NUL; until
// one returns false, or something else stands there.
template <class Take>
void read_characters(std::string_view text, size_t from, size_t to, const Take& take) {
  constexpr size_t kMostLineEnds = 4;  // one behind the other: \r\n, and perhaps an empty line
  size_t line_ends = 0;
  for (size_t at = from; at < to;) {
    const Spelling* spelling = nullptr;
    char character = text[at];
    size_t length = 1;
    if (!is_base64(character)) {
      spelling = spelling_at(text, at);
      if (spelling == nullptr) return;
      character = spelling->character;
      length = spelling->text.size();
    }
    line_ends = character == '\0' ? line_ends + 1 : 0;
    if (line_ends > kMostLineEnds || !take(at, at + length, character)) return;
    at += length;
  }
}

}  // namespace

std::optional<Encoding> base64_escape_at(std::string_view text, size_t at) {
  if (spelling_at(text, at) == nullptr) return std::nullopt;
  return text[at] == '\\' ? Encoding::json_escape : text[at] == '%' ? Encoding::percent : Encoding::html_entity;
}

bool may_be_escaped_base64(char c) { return kWrittenWith[static_cast<uint8_t>(c)]; }

size_t escaped_begin(std::string_view text, size_t at, bool whole) {
  const size_t least = at > kEscapedHead ? at - kEscapedHead : 0;
  size_t begin = at;
  while (begin > least && may_be_escaped_base64(text[begin - 1])) --begin;
  const bool begins = begin == 0 ? whole : !may_be_escaped_base64(text[begin - 1]);
  return begins ? begin : std::string_view::npos;
}

EscapedRun escaped_run(std::string_view text, size_t from, size_t border) {
  EscapedRun run{from, from};
  size_t characters = 0;
  read_characters(text, from, text.size(), [&](size_t begin, size_t end, char character) {
    if (!run.escape && end - begin > 1) run.escape = base64_escape_at(text, begin);
    if (character == '\0') return true;
    if (characters++ % 4 == 0 && begin <= border) run.aligned = begin;
    run.end = end;
    return true;
  });
  return run;
}

void undo_base64_escapes(std::string_view text, uint64_t base, size_t from, size_t to, std::string& out,
                         OffsetMap& map) {
  DecodedWriter writer(text.substr(from, to - from), base + from, out, map);
  size_t read_to = from;
  read_characters(text, from, to, [&](size_t begin, size_t end, char character) {
    read_to = end;
    if (end - begin == 1) return true;
    character == '\0' ? writer.drop(begin - from, end - from) : writer.put(begin - from, end - from, character);
    return true;
  });
  if (read_to < to) writer.drop(read_to - from, to - from);
  writer.finish();
}

}  // namespace pidun
