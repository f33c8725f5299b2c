#include "detect/labels.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/blanks.h"
#include "base/signs.h"
#include "pidun_tables.h"
#include "rules/rule.h"

namespace pidun {
namespace {

constexpr size_t kLabels = kLastBuiltinLabel + 1;
constexpr size_t kMostKinds = 128;

// Bit k of row l: label l names kind k.
constexpr auto kNames = [] {
  std::array<std::array<uint64_t, kMostKinds / 64>, kLabels> names{};
  const auto set = [&](size_t label, size_t kind) { names[label][kind / 64] |= uint64_t{1} << (kind % 64); };
  for (const auto& kind : tables::kinds) set(kind.number, kind.number);
  for (const auto& row : tables::names) set(row.label, row.kind);
  return names;
}();

bool is_ascii_word(std::string_view word) { return static_cast<unsigned char>(word[0]) < 0x80; }

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Of fields only those words that a value may stand right behind: those of the others name columns and keys, and stand
// before signs. Words of something else are looked for where they are more than another word, 手机尾号.
bool looked_for_in_text(std::string_view word, Label label, const WordSet& telling) {
  if (is_ascii_word(word) && word.size() < 4) return false;
  if (label == Label::other) {
    for (size_t at = 0; at < word.size(); ++at)
      if (!is_continuation(word[at]) && telling.longest_at(word.substr(at)) != 0) return true;
    return false;
  }
  if (!is_field(label) || static_cast<size_t>(label) - kFirstField >= tables::fields.size()) return true;
  const tables::Field& field = tables::fields[static_cast<size_t>(label) - kFirstField];
  if (field.phrase) return true;
  return !is_ascii(word) && (field.term_count != 0 || told_by_look(static_cast<FieldClass>(field.value)));
}

constexpr bool is_separator(char c) { return c == '_' || c == '-' || c == ' ' || c == '.'; }

// Lower case, without the separators that names are spelt with.
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (!is_separator(c)) out += to_lower(c);
  return out;
}

// Splits user_tel, userTel and user.tel into their words.
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts(1);
  char before = '\0';
  for (const char c : name) {
    const bool border = is_upper(c) && is_lower(before);
    const bool separator = static_cast<unsigned char>(c) < 0x80 && !is_letter(c);
    if ((border || separator) && !parts.back().empty()) parts.emplace_back();
    if (!separator) parts.back() += to_lower(c);
    before = c;
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

}  // namespace

bool names_kind(Label label, Kind kind) {
  const auto row = static_cast<size_t>(label), column = static_cast<size_t>(kind);
  if (row >= kLabels || column >= kMostKinds) return row == column && row >= kFirstCustomKind;
  return (kNames[row][column / 64] >> (column % 64) & 1) != 0;
}

LabelTable::LabelTable(const std::vector<LabelWord>& more) {
  for (const LabelWord& word : more) add(word.word, word.label);
  for (const auto& row : tables::labels) add(row.word, static_cast<Label>(row.label));
  const size_t simplified = words_.size();
  for (const auto& row : tables::traditional_labels) add(row.word, static_cast<Label>(row.label));
  choose_words(simplified);
}

// Of fields the traditional words, behind the first `simplified`, only name columns and keys.
void LabelTable::choose_words(size_t simplified) {
  WordSet telling;  // words in hanzi that say what stands beside them
  for (size_t i = 0; i < words_.size(); ++i)
    if (!is_ascii_word(words_[i]) && !is_field(labels_[i]) && labels_[i] != Label::other) telling.add(words_[i]);
  size_t kept = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (i >= simplified && is_field(labels_[i])) continue;
    if (!looked_for_in_text(words_[i], labels_[i], telling)) continue;
    labels_[kept] = labels_[i];
    words_[kept++].swap(words_[i]);
  }
  words_.resize(kept);
  labels_.resize(kept);
}

void LabelTable::add(std::string_view word, Label label) {
  if (!spelt_.emplace(word, label).second) return;
  const std::string name = plain(word);
  longest_name_ = std::max(longest_name_, name.size());
  names_.emplace(name, label);
  name_slots_.set(name_slot(name));
  if (!is_ascii_word(word)) hanzi_words_.add(word);
  if (begins_with_two(name)) first_two_.set(two_slot(name));
  words_.emplace_back(word);
  labels_.push_back(label);
}

// The end of what a name of hanzi says: brackets, numbers and signs behind it tell of the form.
size_t end_of_head(std::string_view name) {
  for (const std::string_view bracket : {"(", "（", "[", "【", "/"})
    if (const size_t at = name.find(bracket); at != std::string_view::npos && at != 0) name = name.substr(0, at);
  while (!name.empty() && static_cast<unsigned char>(name.back()) < 0x80) name.remove_suffix(1);
  return name.size();
}

// The longest word; the last of equals. A name is what its last word says, unless an earlier one names values that have
// a form of their own: 身份证号备注, but 农村信用社 is no credit.
Label LabelTable::longest_inside(std::string_view name) const {
  const size_t head = end_of_head(name);
  Label found = Label::none;
  size_t longest = 0;
  for (size_t at = 0; at < name.size(); ++at) {
    if (is_continuation(name[at])) continue;
    const size_t length = hanzi_words_.longest_at(name.substr(at));
    if (length == 0 || length < longest) continue;
    const Label label = spelt_.find(std::string(name.substr(at, length)))->second;
    if (tells_of_words(label) && at + length < head) continue;
    longest = length;
    found = label;
  }
  return found;
}

// The words that a name is spelt with, together.
size_t LabelTable::name_slot(std::string_view name) {
  uint64_t hash = 0xCBF29CE484222325;
  for (const char c : name)
    if (!is_separator(c)) hash = (hash ^ static_cast<unsigned char>(to_lower(c))) * 0x100000001B3;
  return (hash ^ hash >> 29) % (1 << 18);
}

Label LabelTable::named(std::string_view name) const {
  if (!name_slots_[name_slot(name)]) return Label::none;
  const auto known = names_.find(plain(name));
  return known != names_.end() ? known->second : Label::none;
}

Label LabelTable::classify(std::string_view name) const {
  name = name.substr(0, 128);
  if (name.ends_with(kWideColon)) name.remove_suffix(kWideColon.size());
  if (name.find(kWideBlank) != std::string_view::npos) return classify(with_narrow_blanks(name));
  if (const Label whole = named(name); whole != Label::none) return whole;
  const bool hanzi =
      std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (hanzi)
    if (const Label inside = longest_inside(name); inside != Label::none) return inside;
  // The longest run of words that is a name; the last of equals, for the head of an English name stands last.
  const auto parts = parts_of(name);
  Label found = Label::none;
  size_t longest = 0;
  for (size_t first = 0; first < parts.size() && first < 16; ++first) {
    std::string joined;
    for (size_t last = first; last < parts.size() && joined.size() <= longest_name_; ++last) {
      joined += parts[last];
      if (joined.size() < longest || !name_slots_[name_slot(joined)]) continue;
      const auto known = names_.find(joined);
      if (known == names_.end()) continue;
      longest = joined.size();
      found = known->second;
    }
  }
  return found;
}

void LabelTable::settle(const Window& window, std::vector<WordHit>& hits) const {
  const auto is_word = [&](const WordHit& hit) {
    if (!is_ascii_word(words_[hit.word])) return true;
    const char before = window.at(hit.begin - 1), first = window.at(hit.begin), after = window.at(hit.end());
    return (!is_letter(before) || (is_lower(before) && is_upper(first))) && !is_lower(after);
  };
  size_t kept = 0;
  uint64_t reach = 0;
  for (size_t i = 0; i < hits.size(); ++i) {
    // In order of begin, a hit is inside another one when an equal begin follows with a longer word, or when an
    // earlier hit reaches as far.
    bool longer_follows = false;
    for (size_t j = i + 1; j < hits.size() && hits[j].begin == hits[i].begin && !longer_follows; ++j)
      longer_follows = is_word(hits[j]);
    if (longer_follows || !is_word(hits[i]) || (kept > 0 && hits[i].end() <= reach)) continue;
    reach = hits[i].end();
    hits[kept++] = hits[i];
  }
  hits.resize(kept);
}

}  // namespace pidun
