// What the rows of a leak are like. A row is a function of the seed and its number, but for those that repeat an
// earlier person: how many there were is counted, so rows are made in order.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "leak/formats.h"
#include "leak/row.h"
#include "leak/values.h"

namespace leak {

enum class Mix {
  plain,      // name, ID, phone, address, plate; a share of duplicates, 5 % invalid
  spellings,  // the same in other spellings, the columns in another order under other names
  invalid,    // every reason for which a row is none
  masked,     // masks of several patterns, beside whole values
  families,   // more than one person in a row
  events,     // payments of one person
  orders,     // the same inside the person's object (JSON)
  positions,  // of one person, in cells and days
  tables,     // four tables that share people: one more a file
  weak        // names with addresses or plates
};
inline constexpr size_t kMixes = 10;

std::optional<Mix> mix_named(std::string_view name);
bool can_hold(Format format, Mix mix);

struct MixOptions {
  Mix mix = Mix::plain;
  Format format = Format::csv;
  uint64_t seed = 1, rows = 0;
  unsigned duplicates = 20;  // percent, of plain and spellings
};

class Mixer {
 public:
  explicit Mixer(const MixOptions& options);

  std::vector<Column> columns(unsigned file) const;
  unsigned spelling() const { return options_.mix == Mix::spellings ? static_cast<unsigned>(options_.seed) : 0; }
  // The next row, which goes to `file`.
  void next(unsigned file, Row& row);

 private:
  void plain(Row& row);
  void spell(Row& row);
  void not_valid(Row& row, unsigned kind);
  void invalid(Row& row);
  void masked(Row& row);
  void families(Row& row);
  void events(Row& row);
  void orders(Row& row);
  void positions(Row& row);
  void tables(Row& row, unsigned table);
  void weak(Row& row);

  // Parts of the row's own chance, each below `count`.
  uint64_t chance(uint64_t count);
  // Somebody of so many that each comes several times.
  uint64_t somebody(uint64_t times) { return chance(options_.rows / times + 1); }
  Fact& by_id(uint64_t person, Row& row);
  Fact& by_mobile(uint64_t person, bool named, Row& row);
  Order order_of(uint64_t person, uint64_t event) const;

  MixOptions options_;
  Values values_;
  uint64_t row_ = 0, people_ = 0;
  uint64_t chance_ = 0;
};

}  // namespace leak
