#include "detect/beside_names.h"

#include <algorithm>
#include <string>

#include "pidun_tables.h"

namespace pidun {
namespace {

bool is_same(std::string_view word, std::string_view name) {
  size_t at = 0;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-') continue;
    if (at == word.size() || word[at++] != to_lower(c)) return false;
  }
  return at == word.size();
}

// What stands in brackets behind a name tells of the form: 时长(秒).
std::string_view without_bracket(std::string_view name) {
  for (const std::string_view bracket : {"(", "（", "["})
    if (const size_t at = name.find(bracket); at != std::string_view::npos && at != 0) name = name.substr(0, at);
  return name;
}

}  // namespace

int beside_name(std::string_view name) {
  constexpr size_t kLongest = 64;
  name = without_bracket(name);
  const size_t begin = name.find_first_not_of(" _-");
  if (begin == std::string_view::npos || name.size() > kLongest) return -1;
  const char first = to_lower(name[begin]);
  for (size_t i = 0; i < tables::beside_names.size(); ++i)
    if (tables::beside_names[i].word[0] == first && is_same(tables::beside_names[i].word, name))
      return static_cast<int>(i);
  return -1;
}

bool gives_meaning(std::string_view other, int word) {
  const auto& list = tables::beside[tables::beside_names[static_cast<size_t>(word)].list];
  const auto* const first = tables::beside_others.data() + list.first_other;
  other = without_bracket(other);
  return std::any_of(first, first + list.other_count, [&](std::string_view each) { return is_same(each, other); });
}

Label label_beside(int word) {
  return static_cast<Label>(tables::beside[tables::beside_names[static_cast<size_t>(word)].list].label);
}

std::vector<Label> classify_header(const LabelTable& labels, const std::vector<std::string>& header) {
  std::vector<Label> out;
  for (const std::string& name : header) {
    Label label = labels.classify(name);
    if (const int word = beside_name(name); word >= 0) {
      const bool given = std::any_of(header.begin(), header.end(),
                                     [&](const std::string& other) { return gives_meaning(other, word); });
      if (given) label = label_beside(word);
    }
    out.push_back(label);
  }
  return out;
}

}  // namespace pidun
