#include "scan/runner.h"

#include <algorithm>
#include <exception>
#include <thread>

namespace pidun {

std::unique_ptr<Runner> Runner::create(const Engine& engine) {
  std::unique_ptr<Runner> runner(new Runner(engine));
  return runner->have_scanners(1) ? std::move(runner) : nullptr;
}

bool Runner::have_scanners(size_t count) {
  while (scanners_.size() < count) {
    auto scanner = SegmentScanner::create(*engine_);
    if (!scanner) return false;
    scanners_.push_back(std::move(scanner));
  }
  return true;
}

bool Runner::run_alone(SegmentScanner& scanner, InputState& input, const ScanSettings& settings, const Limits& limits,
                       const Window& window, uint64_t begin, uint64_t end, bool complete, Findings& out) {
  const bool timed = limits.deadline != std::chrono::steady_clock::time_point::max();
  for (uint64_t at = begin; at < end;) {
    if (timed && std::chrono::steady_clock::now() >= limits.deadline) {
      out.incomplete |= PIDUN_INCOMPLETE_DEADLINE;
      return false;
    }
    const uint64_t next = std::min(end, (at / kSegment + 1) * kSegment);
    scanner.scan(input, settings, window, at, next, complete, out);
    out.bytes += next - at;
    if (out.size() > limits.max_findings) return false;
    at = next;
  }
  return true;
}

// What one thread works on, and what becomes of it.
struct Runner::Shard {
  uint64_t begin = 0, end = 0;
  InputState input;
  Findings* found = nullptr;  // of the first, those of the scan; else the runner's, whose memory serves the next batch
  bool whole = true;
  std::exception_ptr failure;
};

namespace {

// Brings the state past what one segment leaves to the next, of each in [begin, end).
void skip_encoded(Unwrapper& unwrapper, UnwrapState& state, const Window& window, uint64_t begin, uint64_t end) {
  for (uint64_t at = begin; at < end;) {
    const uint64_t next = std::min(end, (at / kSegment + 1) * kSegment);
    if (encoding_may_cross(window, next)) {
      unwrapper.skip(state, window, at, next);
    } else {
      state = {};
    }
    at = next;
  }
}

// The forward state at `offset`, reached by reading the structure alone.
InputState checkpoint(const Layout& layout, Reader& skimmer, Values& values, const Window& window, uint64_t offset) {
  constexpr uint64_t kStep = kSegment;
  while (skimmer.offset() < offset) {
    values.forget_before(skimmer.offset());
    skimmer.read(window, std::min(offset, skimmer.offset() + kStep), false, values.events());
    values.note_read(window, skimmer);
  }
  InputState state;
  state.layout = layout;
  state.reader = skimmer.clone();
  state.values = values;
  state.lines = LineCounter(offset + kLookBehind);
  return state;
}

}  // namespace

// What the others found behind what the first did, in order, up to the first that a limit stopped; false if one did.
bool Runner::join_shards(std::vector<Shard>& shards, const ScanSettings& settings, InputState& input, Findings& out) {
  InputState& first = shards[0].input;
  LineCounter total = first.lines;
  bool whole = shards[0].whole;
  for (size_t i = 1; whole && i < shards.size(); ++i) {
    Shard& shard = shards[i];
    out.append(*shard.found, total.position());  // a shard counts its lines from its own beginning
    out.bytes += shard.found->bytes;
    if (first.records) first.records->append(std::move(*shard.input.records), shard.found->records, out.records);
    total.append(shard.input.lines);
    if (first.columns) first.columns->append(*shard.input.columns);
    whole = shard.whole;
  }
  for (size_t i = 1; i < shards.size(); ++i) shards[i].found->clear();
  if (settings.columns && first.columns->too_many()) out.incomplete |= PIDUN_INCOMPLETE_COLUMNS;
  std::unique_ptr<ColumnCounts> columns = std::move(first.columns);
  std::unique_ptr<RecordReader> records = std::move(first.records);
  input = std::move(shards.back().input);
  input.lines = total;
  input.columns = std::move(columns);
  input.records = std::move(records);
  return whole;
}

bool Runner::run_shards(InputState& input, const ScanSettings& settings, const Limits& limits, const Window& window,
                        uint64_t begin, uint64_t end, bool complete, Findings& out) {
  std::vector<Shard> shards;
  for (uint64_t at = begin; at < end; at = shards.back().end) {
    shards.emplace_back();
    shards.back().begin = at;
    shards.back().end = std::min(end, (at / kShard + 1) * kShard);
  }
  const size_t count = shards.size();
  if (!have_scanners(count)) return run_alone(scanner(), input, settings, limits, window, begin, end, complete, out);
  while (shard_found_.size() + 1 < count) shard_found_.push_back(std::make_unique<Findings>());
  shards[0].found = &out;
  for (size_t i = 1; i < count; ++i) {
    shards[i].found = shard_found_[i - 1].get();
    shards[i].found->clear();  // one may have failed before
  }
  // The first shard goes on from the input's own state; a copy of its structure skims ahead for the others.
  const auto skimmer = input.reader->clone();
  Values skimmed = input.values;
  UnwrapState unwrap = input.unwrap;
  Unwrapper unwrapper;
  unwrapper.hash_pictures(picture_key(settings));
  const Layout layout = input.layout;
  shards[0].input = std::move(input);
  std::vector<std::jthread> threads;  // joined whatever is thrown
  const auto work = [&](size_t i) {
    Shard& shard = shards[i];
    try {
      shard.whole = run_alone(*scanners_[i], shard.input, settings, limits, window, shard.begin, shard.end, complete,
                              *shard.found);
    } catch (...) {  // short memory, most likely; told by the calling thread
      shard.failure = std::current_exception();
    }
  };
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) {
      shards[i].input = checkpoint(layout, *skimmer, skimmed, window, shards[i].begin - kLookBehind);
      skip_encoded(unwrapper, unwrap, window, shards[i - 1].begin, shards[i].begin);
      shards[i].input.unwrap = unwrap;
      shards[i].input.records = make_records(*engine_, settings, layout, true);
      if (settings.columns) shards[i].input.columns = std::make_unique<ColumnCounts>(layout, shards[i].begin);
    }
    if (i + 1 < count) threads.emplace_back(work, i);
  }
  work(count - 1);
  for (auto& thread : threads) thread.join();
  for (const Shard& shard : shards)
    if (shard.failure) std::rethrow_exception(shard.failure);

  return join_shards(shards, settings, input, out) && out.size() <= limits.max_findings;
}

bool Runner::run(InputState& input, const ScanSettings& settings, const Limits& limits, const Window& window,
                 uint64_t begin, uint64_t end, bool complete, Findings& out) {
  // Shards of a batch run at once, so a batch is as many shards as there are threads.
  const uint64_t batch = kShard * std::max<uint32_t>(1, limits.threads);
  bool whole = true;
  for (uint64_t at = begin; whole && at < end;) {
    const uint64_t next = limits.threads > 1 ? std::min(end, (at / kShard) * kShard + batch) : end;
    whole = limits.threads > 1 && next - at > kShard
                ? run_shards(input, settings, limits, window, at, next, complete, out)
                : run_alone(scanner(), input, settings, limits, window, at, next, complete, out);
    at = next;
  }
  if (whole && complete && end == window.end() && input.records) input.records->finish(out.records);
  if (out.size() > limits.max_findings) {
    out.shorten(limits.max_findings);
    out.incomplete |= PIDUN_INCOMPLETE_FINDINGS;
  }
  return whole;
}

}  // namespace pidun
