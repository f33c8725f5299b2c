// See sniff_kinds.h: formats that begin with a word of their own.
#include "structure/sniff_kinds.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}

std::string_view behind_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text;
}

template <size_t kCount>
bool begins_with_any(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

std::string_view tag_name(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && (is_alnum(text[end]) || text[end] == ':' || text[end] == '_' || text[end] == '-' ||
                               static_cast<signed char>(text[end]) < 0))
    ++end;
  return text.substr(1, end - 1);
}

// Without the comments and the declaration before the first element.
std::string_view first_element(std::string_view text) {
  for (text = behind_blanks(text); text.starts_with("<!") || text.starts_with("<?"); text = behind_blanks(text)) {
    const bool comment = text.starts_with("<!--");
    const size_t end = text.find(comment ? "-->" : ">");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + (comment ? 3 : 1));
  }
  return text;
}

// The comments and blanks before the first statement are passed over.
std::string_view first_statement(std::string_view text) {
  for (text = behind_blanks(text);; text = behind_blanks(text)) {
    const bool block = text.starts_with("/*");
    if (!block && !text.starts_with("--") && !text.starts_with("#")) return text;
    const size_t end = text.find(block ? "*/" : "\n");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + (block ? 2 : 1));
  }
}

// A line that only SQL begins so. Letters are lower case and blanks single here.
bool is_telling(std::string_view line) {
  constexpr std::array<std::string_view, 7> kWhole = {"insert into ",  "insert ignore into ", "replace into ",
                                                      "create table ", "delete from ",        "alter table ",
                                                      "insert ["};
  if (begins_with_any(line, kWhole)) return true;
  if (line.starts_with("drop table ")) return line.find(';') != std::string_view::npos;
  if (line.starts_with("copy ")) return line.find(" from stdin") != std::string_view::npos;
  return line.starts_with("update ") && line.find(" set ") != std::string_view::npos;
}

bool is_tuple(std::string_view line, bool last) {
  line = behind_blanks(line);
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return line.size() > 3 && line.front() == '(' && line.find(',') != std::string_view::npos &&
         (last || line.ends_with("),") || line.ends_with(");"));
}

}  // namespace

std::vector<std::string_view> preamble_lines(std::string_view preamble) {
  constexpr size_t kUsual = 64;
  constexpr size_t kMarkMost = 3;  // a byte order mark may have been taken off
  const bool may_cut = preamble.size() + kMarkMost >= kPreamble;
  std::vector<std::string_view> lines;
  lines.reserve(kUsual);
  while (!preamble.empty()) {
    const size_t newline = preamble.find('\n');
    const bool cut = may_cut && newline == std::string_view::npos && !lines.empty();
    std::string_view line = preamble.substr(0, newline);
    preamble.remove_prefix(std::min(preamble.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(kBlanks) == std::string_view::npos) continue;
    if (!cut) lines.push_back(line);
  }
  return lines;
}

std::optional<Format> find_markup(std::string_view preamble) {
  constexpr std::array<std::string_view, 17> kTags = {"html",  "head",  "body",   "table", "div",  "p",
                                                      "tr",    "td",    "span",   "ul",    "form", "meta",
                                                      "title", "style", "script", "h1",    "h2"};
  std::string_view text = behind_blanks(preamble);
  if (!text.starts_with('<')) return std::nullopt;
  const bool declared = text.starts_with("<?xml ");
  if (lower(text.substr(0, 14)) == "<!doctype html") return Format::html;
  text = first_element(text);
  if (text.empty()) return declared ? std::optional(Format::xml) : std::nullopt;
  const std::string_view name = tag_name(text);
  if (!text.starts_with('<') || name.empty() || is_digit(name[0]))
    return declared ? std::optional(Format::xml) : std::nullopt;
  const char behind = text.size() > name.size() + 1 ? text[name.size() + 1] : '\0';
  if (behind != '>' && behind != '/' && kBlanks.find(behind) == std::string_view::npos) return std::nullopt;
  const std::string folded = lower(name);
  const bool html = std::find(kTags.begin(), kTags.end(), folded) != kTags.end();
  const std::string_view inside = text.substr(std::min(text.find('>'), text.size()));
  const bool closed = text.find("</") != std::string_view::npos || text.find("/>") != std::string_view::npos;
  if (html && (!declared || folded == "html") && (closed || inside.find('<') != std::string_view::npos))
    return Format::html;
  return declared || closed ? std::optional(Format::xml) : std::nullopt;
}

bool looks_like_hl7(std::string_view preamble) {
  std::string_view text = behind_blanks(preamble);
  if (text.starts_with('\x0B')) text.remove_prefix(1);
  if (text.size() < 8 || (!text.starts_with("MSH") && !text.starts_with("FHS") && !text.starts_with("BHS")))
    return false;
  const char field = text[3];
  return std::all_of(text.begin() + 3, text.begin() + 7, [](char c) { return c > ' ' && c < 0x7F && !is_alnum(c); }) &&
         text.substr(4, 3).find(field) == std::string_view::npos;
}

std::string_view find_boundary(std::string_view preamble) {
  constexpr size_t kMost = 70;
  constexpr std::string_view kOthers = "'()+_,-./:=? ";
  const std::string_view text = behind_blanks(preamble);
  const size_t newline = text.find('\n');
  if (!text.starts_with("--") || newline == std::string_view::npos) return {};
  std::string_view boundary = text.substr(0, newline);
  if (boundary.ends_with('\r')) boundary.remove_suffix(1);
  const bool fits = boundary.size() > 2 && boundary.size() <= kMost + 2 && boundary.back() != ' ' &&
                    std::all_of(boundary.begin(), boundary.end(),
                                [&](char c) { return is_alnum(c) || kOthers.find(c) != std::string_view::npos; });
  const bool form = lower(text.substr(newline + 1, 30)) == "content-disposition: form-data";
  return fits && form ? boundary : std::string_view{};
}

bool looks_like_sql(std::string_view preamble) {
  constexpr std::array<std::string_view, 22> kFirst = {
      "insert ", "replace ",    "create ", "drop ",   "copy ",      "set ",      "use ",    "alter ",
      "begin",   "start ",      "lock ",   "delete ", "update ",    "truncate ", "pragma ", "go\n",
      "exec ",   "comment on ", "select ", "commit",  "delimiter ", "if "};
  const std::string_view statement = first_statement(preamble);
  const bool begins = begins_with_any(lower(statement.substr(0, 12)), kFirst);
  if (!begins && !statement.starts_with('(')) return false;
  const std::vector<std::string_view> lines = preamble_lines(statement);
  if (begins)
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return is_telling(lower(line)); });
  if (lines.size() < 2) return false;
  size_t tuples = 0;
  for (size_t i = 0; i < lines.size(); ++i) tuples += is_tuple(lines[i], i + 1 == lines.size()) ? 1u : 0u;
  return tuples >= 2 && tuples * 3 >= lines.size() * 2;
}

bool sql_backslash_escapes(std::string_view preamble) {
  constexpr std::array<std::string_view, 8> kOthers = {
      "PostgreSQL", "standard_conforming_strings", "FROM stdin", "[dbo]", "nvarchar", "IDENTITY_INSERT", "SQL Server",
      "pg_catalog"};
  return std::none_of(kOthers.begin(), kOthers.end(), [&](std::string_view word) {
    // Navicat writes the word into every header; the syntax tells.
    return preamble.find(word) != std::string_view::npos && preamble.find('`') == std::string_view::npos;
  });
}

}  // namespace pidun
