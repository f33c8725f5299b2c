// The names of columns that stand far from their values: of tables, by a number that events carry.
//
// What a table's names are never changes once a value was under them; other names get another number. Memory is
// bounded: at most kTablesMost tables with kTableTextMost bytes in all. A new table takes the place of the one that was
// used least recently, if that is kFarNameKept behind; else it goes without names.
// Example: create("t", …) at CREATE TABLE, then use("t", offset) at each INSERT gives what Event::table is to be.
// Tested in tests/unit/structure/name_tables_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "structure/structure.h"

namespace pidun {

inline constexpr size_t kTablesMost = 1024;
inline constexpr size_t kTableTextMost = 65536;
inline constexpr size_t kColumnNameMost = 128;  // bytes of a name or comment; a longer one is left empty

// The names of one table while they are collected.
class ColumnList {
 public:
  static constexpr size_t kMost = 16384;  // bytes; the columns behind have no names
  void clear() { text_.clear(); }
  void add(std::string_view name);
  // What the source says of the column added last.
  void comment(std::string_view words);
  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;  // of each column its name, 0x01, its comment, 0x00
};

class NameTables {
 public:
  // The table of this name has these columns from now on. `offset` is where reading stands, here and below.
  void create(std::string_view table, const ColumnList& columns, uint64_t offset);
  // A comment on a column of a created table; nothing if a value was already under it.
  void comment(std::string_view table, std::string_view column, std::string_view words);
  // The number of the created table; 0 if there is none.
  uint32_t use(std::string_view table, uint64_t offset);
  // The number of these columns of that table, created or not; comments come from its creation. 0 if there is no room.
  uint32_t use(std::string_view table, const ColumnList& columns, uint64_t offset);
  FarName name(uint32_t number, uint32_t column) const;

 private:
  struct Table {
    uint32_t number = 0;
    uint32_t parent = 0;  // of a list: the created table its comments come from
    bool created = false;
    bool used = false;
    uint64_t last_use = 0;
    std::string name;
    std::string columns;
    size_t size() const { return name.size() + columns.size(); }
  };
  static constexpr size_t kNone = SIZE_MAX;
  size_t find(std::string_view table, const std::string* columns) const;
  size_t put(std::string_view table, const std::string& columns, bool created, uint64_t offset);
  bool make_room(size_t bytes, uint64_t offset);
  void remove(size_t index);
  const Table* numbered(uint32_t number) const;
  uint32_t mark_used(size_t index, uint64_t offset);

  std::vector<Table> tables_;
  std::vector<uint32_t> hashes_;  // of each table's name, and of its columns if it was not created
  size_t bytes_ = 0;
  uint32_t next_number_ = 1;
  size_t last_list_ = kNone;  // the list asked for last, and its parent; forgotten when tables come or go
  size_t last_parent_ = kNone;
  size_t last_created_ = kNone;  // the created table asked for last
  uint64_t full_until_ = 0;      // nothing can be forgotten while reading stands before this
};

}  // namespace pidun
