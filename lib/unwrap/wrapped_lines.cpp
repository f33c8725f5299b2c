// Which lines of base64 belong together, and what they say in one piece. See runs.h.
#include <algorithm>

#include "base/ascii.h"
#include "unwrap/runs.h"

namespace pidun {
namespace {

constexpr size_t kShortestWrap = 48;  // nobody wraps lines shorter than this; lists of tokens are
constexpr size_t kMostIndent = 32;

bool is_blank(char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; }
bool ends_line(std::string_view text, size_t at) { return at >= text.size() || text[at] == '\n' || text[at] == '\r'; }

// Begin of the next line behind its indentation; 0 if no line ends at `at`.
size_t next_line(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '\r') ++at;
  if (at >= text.size() || text[at] != '\n') return 0;
  ++at;
  const size_t least = at;
  while (at < text.size() && at - least < kMostIndent && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at < text.size() ? at : 0;
}

// Base64 has a letter in nearly every group of four: a line without one is a value of its own.
bool is_number(std::string_view line) {
  constexpr size_t kShortest = 8;
  return line.size() >= kShortest && std::none_of(line.begin(), line.end(), is_letter);
}

// Whether the line goes on with the group that the line before left open, rather than with one of its own.
bool continues_group(std::string_view line, size_t characters) {
  const size_t open = characters % 4;
  if (open == 0) return true;
  const size_t skip = 4 - open;
  if (line.size() > skip && base64_form(line.substr(skip), true) != TextForm::none) return true;
  return base64_form(line, false) == TextForm::none;
}

}  // namespace

void join_lines(std::string_view text, const Spots& spots, Block& block) {
  size_t line = block.end - block.begin, characters = line;  // of the block's last line; of all
  for (size_t begin = next_line(text, block.end); begin != 0; begin = next_line(text, block.end)) {
    const size_t end = spots.base64_end(begin), length = end - begin;
    if (length == 0 || !(ends_line(text, end) || text[end] == '=')) return;
    const size_t full = block.line_length != 0 ? block.line_length : line > length ? line : length;
    if (full < kShortestWrap || length > full) return;
    if (length < full && is_number(text.substr(begin, length))) return;
    if (!continues_group(text.substr(begin, length), characters)) return;
    block.line_length = full;
    block.end = end;
    line = length;
    characters += length;
    if (length < full) return;
  }
}

JoinedLines::JoinedLines(std::string_view text, const Block& block) {
  text_.reserve(block.end - block.begin);
  for (size_t at = block.begin; at < block.end;) {
    size_t end = std::min(text.find_first_of("\r\n", at), block.end);
    lines_.push_back({text_.size(), at});
    text_ += text.substr(at, end - at);
    while (end < block.end && is_blank(text[end])) ++end;
    at = end;
  }
}

size_t JoinedLines::place_of(size_t character) const {
  const bool behind = character != 0 && character == text_.size();
  const size_t wanted = behind ? character - 1 : character;
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), wanted,
                                     [](size_t sought, const Line& line) { return sought < line.first; });
  if (next == lines_.begin()) return 0;
  const Line& line = *(next - 1);
  return line.at + (wanted - line.first) + (behind ? 1 : 0);
}

}  // namespace pidun
