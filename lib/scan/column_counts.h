// What each column or key of an input holds, counted while it is scanned: cells, and those with a finding of a kind.
//
// A cell is counted by the segment it begins in, so that any cutting and any number of threads give the same counts;
// a shard counts for itself and is appended. Columns of a table are told by their index, of a dump or a message by its
// table and place, keys by their name. Example: of "手机号,备注\n13900001234,\n" there are two columns of one cell
// each, the first with a mobile number, the second without a byte. Tested in tests/unit/scan/column_counts_test.cpp,
// tests/property/stream_cuts_test.cpp and threads_test.cpp.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "pidun/pidun.h"
#include "rules/kinds.h"
#include "structure/structure.h"

namespace pidun {

inline constexpr size_t kMostColumns = 16384;
inline constexpr size_t kLongestColumnName = 128;  // bytes

struct ColumnCount {
  struct OfKind {
    Kind kind = Kind::none;
    uint64_t cells = 0;
  };
  std::string name;  // UTF-8; empty if there is none
  uint32_t index = 0;
  uint64_t cells = 0;
  uint64_t filled = 0;        // cells that are not blank
  std::vector<OfKind> kinds;  // by kind
};

struct ColumnTable {
  uint32_t format = PIDUN_FORMAT_AUTO;  // that the input was read as
  uint64_t rows = 0;
  std::vector<ColumnCount> columns;  // by index, or in the order they first came
};

// The name as it is told: UTF-8, cut before the character that goes past kLongestColumnName.
std::string column_name(std::string_view bytes);

class ColumnCounts {
 public:
  // Counts from `start` on.
  ColumnCounts(const Layout& layout, uint64_t start);

  // The cells that begin in `segment`, whose events were read at least a little further, and what was found there.
  void add(const Window& window, const Events& events, const Reader& reader, std::span<const pidun_finding> findings,
           Span segment);
  // `later` counts from where this one ends.
  void append(const ColumnCounts& later);
  // Columns past kMostColumns are not counted.
  bool too_many() const { return too_many_; }
  std::shared_ptr<const ColumnTable> table() const;

 private:
  static constexpr uint32_t kNoColumn = UINT32_MAX;
  static constexpr size_t kDepths = 16;
  enum class By : uint8_t { nothing, index, place, key };

  struct Column {
    ColumnCount count;
    bool keyed = false;
    uint64_t place = 0;  // not keyed: table and column
  };
  // A finding in a cell that began before `start_`: whose column it is, those who counted before know.
  struct Early {
    uint64_t cell = 0;
    Kind kind = Kind::none;
  };

  uint32_t column_of(const Window& window, const Event& event, const Reader& reader);
  uint32_t indexed(uint32_t index);
  uint32_t keyed(std::string_view key);
  uint32_t placed(uint64_t place, const Reader* reader);
  uint32_t own_column(const Column& other);
  uint32_t add_column(Column&& column);
  void begin_cell(const Window& window, const Event& event, uint64_t end, const Reader& reader);
  void note_object(const Event& event);
  void note_finding(uint64_t cell, Kind kind);
  uint64_t rows() const;

  By by_ = By::nothing;
  Format format_;
  uint32_t told_format_;
  uint64_t start_;
  std::vector<Column> columns_;
  std::unordered_map<std::string, uint32_t> keys_;
  std::unordered_map<uint64_t, uint32_t> places_;
  std::string key_;  // being looked up; kept for its memory
  uint64_t rows_ = 0;
  uint64_t objects_[kDepths] = {};  // by depth
  bool too_many_ = false;
  // The cell that began last, and the kinds found in it.
  bool has_last_ = false;
  uint64_t last_cell_ = 0;
  uint32_t last_column_ = kNoColumn;
  std::vector<Kind> last_kinds_;
  std::vector<Early> early_;
};

}  // namespace pidun
