// See sniff_kinds.h: formats that show in the form of their lines.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "structure/chat_head.h"
#include "structure/delimited_header.h"
#include "structure/sniff_kinds.h"

namespace pidun {
namespace {

using Lines = std::vector<std::string_view>;

struct Words {
  size_t all = 0;
  size_t pairs = 0;
};

bool is_pair(std::string_view word) {
  const size_t equals = word.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals > 64) return false;
  if (!is_letter(word[0]) && word[0] != '_' && static_cast<signed char>(word[0]) >= 0) return false;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals), [](char c) {
    return is_alnum(c) || c == '_' || c == '.' || c == '-' || static_cast<signed char>(c) < 0;
  });
}

// Quoted values are one word with their key.
Words words_of(std::string_view line) {
  Words words;
  for (size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t') {
      ++at;
      continue;
    }
    const size_t begin = at;
    bool quoted = false;
    for (; at < line.size() && (quoted || (line[at] != ' ' && line[at] != '\t')); ++at) {
      if (line[at] == '\\' && quoted) {
        ++at;
      } else if (line[at] == '"') {
        quoted = !quoted;
      }
    }
    at = std::min(at, line.size());
    ++words.all;
    words.pairs += is_pair(line.substr(begin, at - begin)) ? 1u : 0u;
  }
  return words;
}

bool nine_in_ten(size_t some, size_t all) { return all != 0 && some * 10 >= all * 9; }

size_t count_dashes(std::string_view line) {
  size_t count = 0;
  for (size_t at = line.find("----"); at != std::string_view::npos; at = line.find("----", at + 4)) ++count;
  return count;
}

bool is_form_line(std::string_view line) {
  constexpr std::string_view kInside = "_-.%+[]*~!'()@/:,";
  size_t fields = 0;
  while (!line.empty()) {
    const std::string_view field = line.substr(0, line.find('&'));
    line.remove_prefix(std::min(line.size(), field.size() + 1));
    const size_t equals = field.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals > 64) return false;
    const bool fits = std::all_of(field.begin(), field.end(), [&](char c) {
      return is_alnum(c) || c == '=' || static_cast<signed char>(c) < 0 || kInside.find(c) != std::string_view::npos;
    });
    if (!fits || field.substr(0, equals).find('/') != std::string_view::npos) return false;
    ++fields;
  }
  return fields >= 2;
}

bool is_level(std::string_view sender) {
  constexpr std::array<std::string_view, 12> kLevels = {"INFO",  "WARN",   "WARNING", "ERROR", "DEBUG", "TRACE",
                                                        "FATAL", "NOTICE", "SEVERE",  "CRIT",  "FINE",  "ALERT"};
  const std::string_view first = sender.substr(0, sender.find(' '));
  return std::find(kLevels.begin(), kLevels.end(), first) != kLevels.end();
}

bool has_hanzi(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; });
}

// Of a head: whether its sender can be a person who writes.
bool is_writer(std::string_view line, const ChatHead& head) {
  const std::string_view sender = line.substr(head.sender.begin, head.sender.end - head.sender.begin);
  if (is_level(sender) || sender.find_first_of("=/|{}") != std::string_view::npos) return false;
  const std::string_view account = line.substr(head.account.begin, head.account.end - head.account.begin);
  const bool number = account.size() >= 5 && std::all_of(account.begin(), account.end(), is_digit);
  return has_hanzi(sender) || head.wide_colon || number || account.find('@') != std::string_view::npos;
}

}  // namespace

bool looks_like_pairs(const Lines& lines) {
  size_t poor = 0;
  Words all;
  for (const std::string_view line : lines) {
    // Most inputs are none, and small ones are many: the first lines turn them away.
    const bool has_pair = line.find('=') != std::string_view::npos;
    const Words words = has_pair ? words_of(line) : Words{};
    poor += words.pairs < 2 ? 1u : 0u;
    if (poor * 10 > lines.size()) return false;
    all.all += words.all;
    all.pairs += words.pairs;
  }
  return all.pairs != 0 && all.pairs * 3 >= all.all * 2;
}

bool looks_like_form(const Lines& lines) {
  return !lines.empty() && std::all_of(lines.begin(), lines.end(), is_form_line);
}

bool looks_dashed(const Lines& lines) {
  if (lines.empty()) return false;
  const size_t count = count_dashes(lines[0]);
  if (count == 0 || (lines.size() == 1 && count < 2)) return false;
  size_t fitting = 0;
  for (const std::string_view line : lines)
    fitting +=
        count_dashes(line) == count && !line.starts_with('-') && !line.starts_with('+') && !line.starts_with('|');
  return nine_in_ten(fitting, lines.size());
}

bool looks_like_chat(const Lines& lines) {
  size_t with_text = 0, whole = 0, together = 0, none = 0;
  bool before = false;
  for (const std::string_view line : lines) {
    if (none * 4 > lines.size() * 3) return false;
    const bool complete = line.size() < kChatHeadMost;
    const ChatHead head = read_chat_head(line.substr(0, kChatHeadMost), complete);
    const bool writer = head.kind != ChatHead::Kind::none && is_writer(line, head);
    with_text += writer && head.kind == ChatHead::Kind::with_text ? 1u : 0u;
    const bool is_whole = writer && head.kind == ChatHead::Kind::whole_line;
    whole += is_whole ? 1u : 0u;
    together += is_whole && before ? 1u : 0u;
    before = is_whole;
    none += writer ? 0u : 1u;
  }
  if (with_text >= 2 && with_text * 5 >= lines.size() * 4) return true;
  return whole >= 2 && whole * 4 >= lines.size() && together * 4 <= whole;
}

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool begins_with_year(std::string_view line) {
  if (line.starts_with('[')) line.remove_prefix(1);
  if (line.size() < 5 || !std::all_of(line.begin(), line.begin() + 4, is_digit)) return false;
  return line[4] == '-' || line[4] == '/' || line[4] == '.';
}

// The beginnings of two runs or more of two hyphens or more, if the line is nothing else.
std::vector<uint32_t> ruler_starts(std::string_view line) {
  std::vector<uint32_t> starts;
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c != '-' && c != '=' && c != ' ' && c != '\r') return {};
    const bool begins = (c == '-' || c == '=') && (at == 0 || line[at - 1] == ' ');
    if (!begins) continue;
    if (at + 1 >= line.size() || line[at + 1] != c) return {};
    starts.push_back(static_cast<uint32_t>(at));
  }
  return starts.size() < 2 ? std::vector<uint32_t>{} : starts;
}

// Whether one of the first lines has two gaps of two blanks or more, as all lines of a table have but a few.
bool may_have_columns(const Lines& lines) {
  constexpr size_t kLines = 4, kGaps = 2;
  for (size_t i = 0; i < std::min(kLines, lines.size()); ++i) {
    size_t gaps = 0;
    for (size_t at = lines[i].find("  "); at != std::string_view::npos && gaps < kGaps; ++gaps) {
      const size_t behind = lines[i].find_first_not_of(' ', at);
      at = behind == std::string_view::npos ? behind : lines[i].find("  ", behind);
    }
    if (gaps == kGaps) return true;
  }
  return false;
}

std::vector<uint32_t> gap_starts(const Lines& lines) {
  constexpr size_t kLeastLines = 4;
  std::vector<uint32_t> starts = {0};
  if (lines.size() < kLeastLines || !may_have_columns(lines)) return {};
  // The columns of a log are no cells: what it says is looked at line by line.
  const size_t dated = static_cast<size_t>(std::count_if(lines.begin(), lines.end(), begins_with_year));
  if (nine_in_ten(dated, lines.size())) return {};
  const auto blank = [](std::string_view line, size_t at) { return at >= line.size() || line[at] == ' '; };
  size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, line.size());
  for (size_t at = 2; at < width; ++at) {
    size_t filled = 0;
    bool gap = true;
    for (const std::string_view line : lines) {
      gap = gap && blank(line, at - 1) && blank(line, at - 2);
      filled += blank(line, at) ? 0u : 1u;
    }
    if (gap && filled * 5 >= lines.size() * 4) starts.push_back(static_cast<uint32_t>(at));
  }
  const bool tabs = std::any_of(lines.begin(), lines.end(),
                                [](std::string_view line) { return line.find('\t') != std::string_view::npos; });
  return starts.size() < 3 || tabs ? std::vector<uint32_t>{} : starts;
}

Row cells_of(std::string_view line, const std::vector<uint32_t>& starts) {
  Row row;
  for (size_t i = 0; i < starts.size() && starts[i] < line.size(); ++i) {
    const size_t end = i + 1 < starts.size() ? starts[i + 1] : line.size();
    row.push_back(trimmed(line.substr(starts[i], end - starts[i])));
  }
  return row;
}

}  // namespace

Layout find_fixed(std::string_view preamble, const Lines& lines) {
  Layout layout;
  if (lines.size() < 2) return layout;
  // Header lines are counted as the reader counts them, so they have to be the first of all.
  const bool top = preamble.starts_with(lines[0]);
  std::vector<uint32_t> starts = top ? ruler_starts(lines[1]) : std::vector<uint32_t>{};
  const bool ruler = !starts.empty();
  if (!ruler) starts = gap_starts(lines);
  for (size_t i = 1; i < starts.size(); ++i)
    if (starts[i] - starts[i - 1] > 512) return layout;
  if (starts.empty()) return layout;
  starts[0] = 0;
  std::vector<Row> rows;
  for (const std::string_view line : lines) rows.push_back(cells_of(line, starts));
  layout.format = Format::fixed;
  layout.starts = std::move(starts);
  layout.has_header = top && (ruler || first_row_is_header(rows));
  if (!layout.has_header) return layout;
  layout.header_lines = ruler ? 2 : 1;
  layout.header.assign(rows[0].begin(), rows[0].end());
  return layout;
}

}  // namespace pidun
