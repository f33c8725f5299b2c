// See join_rows.h.
#include "tally/join_rows.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <tuple>

#include "tally/for_partitions.h"
#include "tally/partition_reader.h"

namespace pidun {
namespace {

using Id = std::array<uint64_t, 2>;
constexpr Id kNobody{};

struct Anchor {
  Id value;
  uint64_t rank;
  Id identity;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};
struct Move {
  Id from;
  Id to;  // kNobody: it stays, whatever another value says
  friend auto operator<=>(const Move&, const Move&) = default;
};

// A log that several threads write to, and that goes to a file past its share of memory.
class SharedLog {
 public:
  SharedLog(PartitionLog& log, const JoinOptions& options) : log_(&log), options_(&options) {}

  template <class Row>
  void put(size_t partition, const Row& row) {
    static_assert(sizeof(Row) % sizeof(uint64_t) == 0);
    const std::lock_guard lock(guard_);
    std::memcpy(log_->room(partition, sizeof(Row) / sizeof(uint64_t)), &row, sizeof(Row));
    relieve();
  }
  void put_group(const Id& print, std::span<const Item> items) {
    const std::lock_guard lock(guard_);
    write_group(print.data(), items, [&](size_t words) { return log_->room(partition_of(print[0]), words); });
    relieve();
  }

 private:
  void relieve() {
    if (log_->memory() <= options_->memory_cap / 8) return;
    if (spill_ == nullptr) spill_ = std::make_shared<SpillFile>(*options_->spill_folder);
    log_->spill(spill_, 0, PartitionLog::kPartitions);
  }

  PartitionLog* log_;
  const JoinOptions* options_;
  std::shared_ptr<SpillFile> spill_;
  std::mutex guard_;
};

// The rows of one partition, sorted, each once.
template <class Row>
std::vector<Row> sorted_rows(const PartitionLog& log, size_t partition) {
  WordBuffer words;
  log.each_piece(partition, [&](const PartitionLog::Piece& piece) { piece.read(words); });
  std::vector<Row> rows(words.size() * sizeof(uint64_t) / sizeof(Row));
  if (!rows.empty()) std::memcpy(rows.data(), words.data(), rows.size() * sizeof(Row));
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

class RowJoiner {
 public:
  RowJoiner(const PartitionLog& facts, const Sample& sample, const JoinOptions& options)
      : facts_(&facts), sample_(&sample), options_(options) {}

  Joined run() {
    find_anchors();
    for_partitions(options_.threads, [&](size_t partition, unsigned) { settle(partition); });
    anchors_.clear();
    SharedLog moved(joined_.moved, options_), gone(joined_.gone, options_), again(joined_.moved_again, options_);
    each_group(*facts_, [&](const Id& print, std::span<const Item> items, const Id* to) {
      if (rows_of(items) != 0)
        move_waiting(items, to, moved);
      else if (to != nullptr && *to != kNobody)
        move_weak(print, items, *to, moved, gone);
    });
    each_group(joined_.moved, [&](const Id&, std::span<const Item> items, const Id* to) {
      if (to != nullptr && *to != kNobody) again.put_group(*to, items);
    });
    return std::move(joined_);
  }

 private:
  void find_anchors() {
    SharedLog anchors(anchors_, options_);
    std::deque<FactReader> readers = make_readers();
    for_partitions(options_.threads, [&](size_t partition, unsigned worker) {
      readers[worker].each(
          std::array{LogPart{facts_}}, partition, [&](const uint64_t* print, std::span<const Item> items) {
            for (const Item& item : items) {
              if (!is_anchor(item.word)) continue;
              const Print value = join_of_anchor(item.word, item.tail);
              anchors.put(partition_of(value.high),
                          Anchor{{value.high, value.low}, rank_of_anchor(item.word), {print[0], print[1]}});
            }
          });
    });
  }

  // Whose each value of one partition is.
  void settle(size_t partition) {
    const std::vector<Anchor> anchors = sorted_rows<Anchor>(anchors_, partition);
    for (size_t at = 0; at < anchors.size();) {
      const Anchor& first = anchors[at];
      size_t same = at, end = at;  // of one rank; of one value
      for (; end < anchors.size() && anchors[end].value == first.value; ++end)
        if (anchors[end].rank == first.rank) same = end + 1;
      const Id owner = same - at == 1 ? first.identity : kNobody;
      moves_log_.put(partition, Move{first.value, owner});
      for (size_t i = same; i < end; ++i)
        if (anchors[i].rank == kWeakRank)
          moves_log_.put(partition_of(anchors[i].identity[0]), Move{anchors[i].identity, owner});
      at = end;
    }
  }

  // Where the groups of one partition go: to one, or nowhere.
  std::vector<Move> moves_of(size_t partition) const {
    std::vector<Move> moves = sorted_rows<Move>(moves_, partition);
    std::vector<Move> out;
    for (const Move& move : moves) {
      if (out.empty() || out.back().from != move.from)
        out.push_back(move);
      else
        out.back().to = kNobody;
    }
    return out;
  }

  template <class Use>
  void each_group(const PartitionLog& log, Use&& use) {
    std::deque<FactReader> readers = make_readers();
    for_partitions(options_.threads, [&](size_t partition, unsigned worker) {
      const std::vector<Move> moves = moves_of(partition);
      readers[worker].each(
          std::array{LogPart{&log}}, partition, [&](const uint64_t* words, std::span<const Item> items) {
            const Id print{words[0], words[1]};
            const auto found = std::lower_bound(moves.begin(), moves.end(), print,
                                                [](const Move& move, const Id& wanted) { return move.from < wanted; });
            use(print, items, found != moves.end() && found->from == print ? &found->to : nullptr);
          });
    });
  }

  std::deque<FactReader> make_readers() const {
    std::deque<FactReader> readers;
    for (unsigned worker = 0; worker < options_.threads; ++worker) readers.emplace_back(options_.most_words);
    return readers;
  }

  static std::vector<Item> facts_of(std::span<const Item> items) {
    std::vector<Item> facts;
    for (const Item& item : items)
      if (type_of(item.word) != ItemType::joining) facts.push_back(item);
    return facts;
  }

  void move_waiting(std::span<const Item> items, const Id* to, SharedLog& moved) {
    const uint64_t rows = rows_of(items);
    const bool joins = to != nullptr && *to != kNobody && rows <= kMostJoined;
    if (joins) moved.put_group(*to, facts_of(items));
    const std::lock_guard lock(guard_);
    if (joins) {
      ++joined_.counts.values;
      add_rows(items);
    } else if (to != nullptr) {
      ++joined_.counts.ambiguous_values;
      joined_.counts.ambiguous_rows += rows;
    }
  }

  void add_rows(std::span<const Item> items) {
    for (const Item& item : items) {
      if (!is_rows(item.word)) continue;
      const WaitingRows rows = rows_of_head(item.word);
      joined_.rows += item.tail;
      joined_.by_reason[std::min<size_t>(static_cast<size_t>(rows.reason), kInvalidReasons - 1)] += item.tail;
      if ((rows.tier & kTier50) != 0) joined_.unlinked.of50 += item.tail;
      if ((rows.tier & kTier500) != 0) joined_.unlinked.of500 += item.tail;
      joined_.dropped_values += rows.dropped * item.tail;
      for (size_t bit = 0; bit < kRecordTriggers; ++bit)
        joined_.triggers[bit] += (rows.triggers >> bit & 1) * item.tail;
    }
  }

  void move_weak(const Id& print, std::span<const Item> items, const Id& to, SharedLog& moved, SharedLog& gone) {
    const std::vector<Item> facts = facts_of(items);
    moved.put_group(to, facts);
    gone.put(partition_of(print[0]), print);
    const std::lock_guard lock(guard_);
    uint64_t before = UINT64_MAX;
    for (const Item& item : facts) {
      if (type_of(item.word) != ItemType::record || event_of_record(item.word) == before) continue;
      before = event_of_record(item.word);
      ++joined_.counts.records;
      const SampleKey key{{print[0], print[1]}, before};
      if (sample_->holds(key)) joined_.absorbed.push_back(key);
    }
  }

  const PartitionLog* facts_;
  const Sample* sample_;
  JoinOptions options_;
  PartitionLog anchors_, moves_;
  SharedLog moves_log_{moves_, options_};
  Joined joined_;
  std::mutex guard_;
};

}  // namespace

std::vector<std::array<uint64_t, 2>> Joined::gone_of(size_t partition) const {
  return sorted_rows<std::array<uint64_t, 2>>(gone, partition);
}

Joined join_rows(const PartitionLog& facts, const Sample& sample, const JoinOptions& options) {
  return RowJoiner(facts, sample, options).run();
}

}  // namespace pidun
