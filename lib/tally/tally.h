// A tally: how many records, of how many people, of which tier, given to whom. It holds keyed prints and sums, never
// values, so that tallies can be stored and put together: merge() is associative and commutative, and of sets
// idempotent.
//
//   Tally tally({.key = key, .recipient = "R1"});
//   tally.add(record, "dump.csv");          // by one thread; several threads have a tally each
//   tally.merge(std::move(other));
//   tally.counts({.threads = 2}).persons
//
// Exact to any number of rows: past `memory_cap` rows go to an unlinked file of their own in `spill_folder`. Two
// tallies can be merged when key, seed and canonicalisation agree. What the numbers mean: facts of counting, D1 to D12,
// said in record.h and counts.h. Errors are thrown as TallyError. Tested in tests/unit/tally/ and
// tests/property/tally_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "record/record.h"
#include "tally/counts.h"
#include "tally/flow_signs.h"
#include "tally/partition_log.h"
#include "tally/sample.h"
#include "tally/tally_error.h"

namespace pidun {

struct Comparison;
class CheckedReader;
class CheckedWriter;
struct Item;

// Where a tally keeps its rows.
struct TallyStorage {
  size_t memory_cap = size_t{1} << 30;
  std::string spill_folder = {};  // "": $TMPDIR or /var/tmp
};

struct TallySettings {
  HashKey key{};               // of the prints; kept only as its id
  uint64_t seed = 0;           // of the sample
  size_t sample = 0;           // slots
  std::string recipient = {};  // to whom records are given; kept as a print. "" is one recipient, too
  bool acquired = false;       // or to nobody: records are only acquired (D7)
  TallyStorage storage = {};
  std::string rules_hash = {};  // of the rules that found the records
  uint32_t canonical_version = 1;
  bool joins = false;         // rows of one value, Record::join, belong together
  bool merge_fields = false;  // rows of one identity raise its tier together, Record::signs
};

struct CountOptions {
  bool link = false;  // also count records of one person and event as one
  unsigned threads = 1;
  bool join = true;  // also rows that a value joins, if the tally does that
};

class Tally {
 public:
  explicit Tally(const TallySettings& settings);
  ~Tally();
  Tally(Tally&&) noexcept;
  Tally& operator=(Tally&&) noexcept;

  friend Comparison compare(const Tally& a, const Tally& b, unsigned threads);

  void add(const Record& record, std::string_view source);
  void add_images(const Counts::Images& images);
  // Records that are added from now on go to another recipient, or to nobody.
  void set_recipient(std::string_view name);
  void set_acquired();

  // Throws before anything is changed when the two do not agree.
  void merge(Tally&& other);

  Counts counts(const CountOptions& options = {}) const;
  std::vector<SampleSlot> sample(const CountOptions& options = {}) const;

  // As a file; an earlier one is replaced when the new one is whole. See tally_format.h.
  // With the signs of the flow, those in it and `more`.
  void write(const std::string& path, unsigned threads = 1, const FlowSigns& more = {}) const;
  // From a file that may come from anywhere. It has no key: it can be counted, merged and compared, and what is added
  // to it counts as only acquired.
  static Tally open(const std::string& path, const TallyStorage& storage = {});
  static Tally read(int file, const TallyStorage& storage = {});  // closes the file

  // Writes the sum of tallies in files as a file, in one pass over them and without holding them.
  static void merge_files(std::span<const std::string> paths, const std::string& out);

  // What it may hold in memory from now on: several threads' tallies share a cap until they are one.
  void set_memory_cap(size_t bytes) { storage_.memory_cap = bytes; }

  // False when more recipients were met than can be told apart: `counted` is then a lower bound.
  bool within_limits() const { return !too_many_recipients_; }
  // Of what came from files, or was added: records that are added do not tell of themselves.
  const FlowSigns& signs() const { return signs_; }
  void add_signs(const FlowSigns& signs) { signs_.merge(signs); }
  const HashValue& key_id() const { return key_id_; }
  const std::set<std::string>& rules_hashes() const { return rules_hashes_; }
  uint64_t spilled_bytes() const { return spill_ == nullptr ? 0 : spill_->size(); }
  size_t memory() const { return facts_.memory() + links_.memory(); }

 private:
  struct Counting;
  struct Sums {
    Counts counts;  // what is summed up, not found by counting groups
    uint64_t valid_rows = 0;
    void add(const Sums& other);
  };

  explicit Tally(const TallyStorage& storage);
  void add_valid(const Record& record, std::string_view source);
  void add_masked(const Record& record);
  void add_waiting(const Record& record);
  void put_anchor(const Record& record);
  void put_signs(const Record& record, uint64_t event);
  void add_contents(std::span<const ContentPrint> contents, const Print& identity, uint64_t event);
  void fill_contents(std::span<const ContentPrint> contents, uint64_t event);
  void write_row(const Print& identity, std::span<const uint64_t> items);
  uint64_t number_of(const Print& recipient);
  void relieve();
  bool compaction_pays();
  template <class Layout>
  void compact(PartitionLog& log, size_t partition);
  void count_groups(const CountOptions& options, Counting& counting) const;
  size_t most_words(unsigned threads) const;
  PartitionLog links_by_node(unsigned threads) const;
  void write_head(CheckedWriter& file, const std::vector<Print>& recipients, const FlowSigns& more) const;
  void read_head(CheckedReader& file);
  void require_same_values(const Tally& other) const;
  void require_same_making(const Tally& other) const;
  void take_making(const Tally& other);
  bool is_empty() const { return sums_.counts.raw == 0 && sums_.counts.images.seen == 0; }
  RecipientMap numbers_of(const std::vector<Print>& recipients);
  RecipientMap sorted_numbers(std::vector<Print>& sorted) const;
  void merge_heads(Tally& other);
  void take_group(const std::array<uint64_t, 2>& print, std::span<const Item> items, std::vector<Item>& facts);

  HashValue key_id_{};
  std::unique_ptr<KeyedHash> hash_;
  uint32_t canonical_version_ = 1;
  std::set<std::string> rules_hashes_;
  TallyStorage storage_;
  std::shared_ptr<SpillFile> spill_;
  size_t to_spill_ = 0;  // the first partition of those that are next

  std::vector<Print> recipients_;  // by number, from 1
  uint64_t recipient_ = 0;         // of what is added
  bool too_many_recipients_ = false;
  bool joins_ = false;
  bool merge_fields_ = false;
  Sums sums_;
  Sample sample_;
  FlowSigns signs_;
  PartitionLog facts_;
  PartitionLog links_;
  std::vector<uint64_t> items_;  // of the record at hand
};

}  // namespace pidun
