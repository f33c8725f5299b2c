// See name_tables.h.
#include "structure/name_tables.h"

#include <algorithm>

namespace pidun {
namespace {

constexpr char kCommentMark = '\x01';
constexpr char kColumnEnd = '\0';

uint32_t hash_of(std::string_view name, const std::string* columns) {
  uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  if (columns != nullptr)
    for (const char c : *columns) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

// Puts a name or comment at the end of `out`, without the marks and no longer than is kept of it.
void append(std::string& out, std::string_view text) {
  if (text.size() > kColumnNameMost) return;
  const size_t begin = out.size();
  out += text;
  unsigned least = 0xFF;
  for (const char c : text) least = std::min<unsigned>(least, static_cast<unsigned char>(c));
  if (least > 1) return;
  for (size_t i = begin; i < out.size(); ++i)
    if (out[i] == kCommentMark || out[i] == kColumnEnd) out[i] = ' ';
}

struct Column {
  std::string_view name;
  std::string_view comment;
};

// Takes the first column off the text.
Column take_column(std::string_view& text) {
  const std::string_view column = text.substr(0, text.find(kColumnEnd));
  text.remove_prefix(std::min(text.size(), column.size() + 1));
  const size_t mark = column.find(kCommentMark);
  return {column.substr(0, mark), column.substr(mark + 1)};
}

}  // namespace

void ColumnList::add(std::string_view name) {
  if (text_.size() + name.size() + 2 > kMost) return;
  append(text_, name);
  text_ += kCommentMark;
  text_ += kColumnEnd;
}

void ColumnList::comment(std::string_view words) {
  if (text_.size() < 2 || text_[text_.size() - 2] != kCommentMark || text_.size() + words.size() > kMost) return;
  text_.pop_back();
  append(text_, words);
  text_ += kColumnEnd;
}

// The created table, or that with these columns; of several the one with the highest number.
size_t NameTables::find(std::string_view table, const std::string* columns) const {
  const uint32_t hash = hash_of(table, columns);
  size_t found = kNone;
  for (size_t i = 0; i < hashes_.size(); ++i) {
    if (hashes_[i] != hash || tables_[i].created != (columns == nullptr) || tables_[i].name != table) continue;
    if (columns != nullptr && tables_[i].columns != *columns) continue;
    if (found == kNone || tables_[i].number > tables_[found].number) found = i;
  }
  return found;
}

void NameTables::remove(size_t index) {
  last_list_ = last_created_ = kNone;
  bytes_ -= tables_[index].size();
  std::swap(tables_[index], tables_.back());
  hashes_[index] = hashes_.back();
  tables_.pop_back();
  hashes_.pop_back();
}

bool NameTables::make_room(size_t bytes, uint64_t offset) {
  while (tables_.size() >= kTablesMost || bytes_ + bytes > kTableTextMost) {
    if (offset < full_until_ || tables_.empty()) return false;
    const auto oldest = std::min_element(tables_.begin(), tables_.end(),
                                         [](const Table& a, const Table& b) { return a.last_use < b.last_use; });
    if (oldest->last_use + kFarNameKept > offset) {
      full_until_ = oldest->last_use + kFarNameKept;
      return false;
    }
    remove(static_cast<size_t>(oldest - tables_.begin()));
  }
  return true;
}

size_t NameTables::put(std::string_view table, const std::string& columns, bool created, uint64_t offset) {
  last_list_ = last_created_ = kNone;
  if (!make_room(table.size() + columns.size(), offset)) return kNone;
  Table& added = tables_.emplace_back();
  added.number = next_number_++;
  added.created = created;
  added.last_use = offset;
  added.name = table;
  added.columns = columns;
  hashes_.push_back(hash_of(table, created ? nullptr : &columns));
  bytes_ += added.size();
  return tables_.size() - 1;
}

void NameTables::create(std::string_view table, const ColumnList& columns, uint64_t offset) {
  if (table.size() > kColumnNameMost) return;
  const size_t known = find(table, nullptr);
  if (known != kNone && tables_[known].columns == columns.text()) return;
  if (known != kNone && !tables_[known].used) remove(known);
  put(table, columns.text(), true, offset);
}

void NameTables::comment(std::string_view table, std::string_view column, std::string_view words) {
  const size_t known = find(table, nullptr);
  if (known == kNone || tables_[known].used) return;
  ColumnList changed;
  for (std::string_view rest = tables_[known].columns; !rest.empty();) {
    const Column each = take_column(rest);
    changed.add(each.name);
    changed.comment(each.name == column ? words : each.comment);
  }
  bytes_ -= tables_[known].size();
  tables_[known].columns = changed.text();
  bytes_ += tables_[known].size();
}

uint32_t NameTables::mark_used(size_t index, uint64_t offset) {
  tables_[index].used = true;
  tables_[index].last_use = offset;
  return tables_[index].number;
}

uint32_t NameTables::use(std::string_view table, uint64_t offset) {
  const bool again = last_created_ < tables_.size() && tables_[last_created_].name == table;
  if (!again) last_created_ = find(table, nullptr);
  return last_created_ == kNone ? 0 : mark_used(last_created_, offset);
}

uint32_t NameTables::use(std::string_view table, const ColumnList& columns, uint64_t offset) {
  if (table.size() > kColumnNameMost) return 0;
  const Table* const before = last_list_ < tables_.size() ? &tables_[last_list_] : nullptr;
  if (before != nullptr && before->name == table && before->columns == columns.text()) {  // statement after statement
    if (last_parent_ != kNone) mark_used(last_parent_, offset);
    return mark_used(last_list_, offset);
  }
  last_list_ = kNone;
  const uint32_t parent = use(table, offset);
  size_t index = find(table, &columns.text());
  if (index != kNone && tables_[index].parent != parent) index = kNone;
  if (index == kNone) index = put(table, columns.text(), false, offset);
  if (index == kNone) return 0;
  tables_[index].parent = parent;
  last_list_ = index;
  last_parent_ = parent == 0 ? kNone : find(table, nullptr);
  return mark_used(index, offset);
}

const NameTables::Table* NameTables::numbered(uint32_t number) const {
  const auto found =
      std::find_if(tables_.begin(), tables_.end(), [&](const Table& each) { return each.number == number; });
  return found == tables_.end() ? nullptr : &*found;
}

FarName NameTables::name(uint32_t number, uint32_t column) const {
  const Table* const table = number == 0 ? nullptr : numbered(number);
  if (table == nullptr) return {};
  std::string_view rest = table->columns;
  for (uint32_t i = 0; i < column && !rest.empty(); ++i) take_column(rest);
  if (rest.empty()) return {};
  const Column found = take_column(rest);
  FarName name{std::string(found.name), std::string(found.comment)};
  const Table* const parent = name.comment.empty() && table->parent != 0 ? numbered(table->parent) : nullptr;
  for (rest = parent == nullptr ? std::string_view{} : parent->columns; !rest.empty();) {
    const Column each = take_column(rest);
    if (each.name == found.name) name.comment = each.comment;
  }
  return name;
}

}  // namespace pidun
