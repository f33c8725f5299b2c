// Tallies: made, filled, put together.
#include <sodium.h>

#include <thread>

#include "api/answers.h"
#include "api/guard.h"
#include "api/tally.h"
#include "record/identity.h"
#include "tally/compare.h"

using pidun::Tally;
using pidun::TallyError;
using pidun::api::guarded;
using pidun::api::tell;

namespace {

constexpr uint32_t kMostSample = 100000;
constexpr uint32_t kTallyFlags = PIDUN_TALLY_ACQUIRED | PIDUN_TALLY_MERGE_FIELDS;
constexpr uint64_t kLeastMemory = uint64_t{1} << 20;
constexpr size_t kWorthThreads = 4096;  // records of one call

// Runs `body` and tells why it failed.
template <class Body>
pidun_status told(pidun_error* error, Body&& body) noexcept {
  return guarded([&]() -> pidun_status {
    try {
      return body();
    } catch (const TallyError& fault) {
      return tell(error, PIDUN_E_TALLY, fault.what());
    }
  });
}

bool is_sound(const pidun_tally_options& options) {
  return (options.flags & ~kTallyFlags) == 0 && options.sample_size <= kMostSample &&
         options.key_length == (options.key != nullptr ? sizeof(pidun::HashKey) : 0) && options.reserved == 0 &&
         options.threads <= pidun::kMostThreads && (options.memory_cap == 0 || options.memory_cap >= kLeastMemory);
}

pidun::TallySettings settings_of(const pidun_tally_options& options, const pidun::Engine& engine) {
  pidun::TallySettings settings;
  if (options.key != nullptr) {
    std::memcpy(settings.key.data(), options.key, settings.key.size());
  } else {
    randombytes_buf(settings.key.data(), settings.key.size());
  }
  settings.seed = options.seed;
  settings.sample = options.sample_size;
  if (options.recipient != nullptr) settings.recipient = options.recipient;
  settings.acquired = (options.flags & PIDUN_TALLY_ACQUIRED) != 0;
  settings.merge_fields = (options.flags & PIDUN_TALLY_MERGE_FIELDS) != 0;
  settings.joins = options.join != nullptr;
  if (options.memory_cap != 0) settings.storage.memory_cap = options.memory_cap;
  settings.storage.memory_cap /= std::max<uint32_t>(1, options.threads);
  if (options.spill_folder != nullptr) settings.storage.spill_folder = options.spill_folder;
  settings.rules_hash = engine.rules_hash();
  return settings;
}

// Its part of the records, each as they stand; all lanes together hold all.
void add_part(pidun_tally::Lane& lane, const pidun::RecordList& records, size_t begin, size_t end,
              std::string_view source) {
  for (size_t i = begin; i < end; ++i) {
    const pidun::Record record = records.record(i);
    lane.tally.add(record, source);
    lane.flow.add(record, records.places(i));
  }
}

// Faces in pictures that are no part of a row, and how many pictures there were.
void add_pictures(pidun_tally& tally, const pidun::Findings& found, std::string_view source) {
  constexpr uint16_t kTier = 500;
  constexpr std::array kKinds = {pidun::Kind::face_information};
  pidun_tally::Lane& lane = tally.lanes[0];
  const pidun::ImageCounts& now = found.images_now;
  lane.tally.add_images({now.seen, now.face_signed, now.unread(), now.camera});
  for (const pidun::Picture& picture : found.pictures) {
    if (picture.encoded || !picture.face_signed || !picture.has_hash) continue;
    pidun::Record record;
    record.span = {picture.begin, picture.end};
    record.outcome = pidun::Outcome::valid;
    record.tier = kTier;
    record.sensitive = true;
    record.kinds = kKinds;
    const pidun::RecordList::Place place{record.span, kKinds[0], kTier, 0, false};
    for (uint64_t n = 0; n < std::max<uint64_t>(1, picture.names); ++n) {
      record.identity = pidun::face_key(tally.prints->of_picture(picture.hash), n);
      lane.tally.add(record, source);
      lane.flow.add(record, {&place, 1});
    }
    lane.flow.note_source(source);
  }
}

void add_all(pidun_tally& tally, const pidun::RecordList& records, std::string_view source) {
  const size_t lanes = records.size() < kWorthThreads ? 1 : tally.lanes.size();
  const size_t part = (records.size() + lanes - 1) / lanes;
  std::vector<std::exception_ptr> failures(lanes);
  const auto work = [&](size_t i) {
    try {
      add_part(tally.lanes[i], records, i * part, std::min(records.size(), (i + 1) * part), source);
    } catch (...) {  // a full disk, most likely; told by the calling thread
      failures[i] = std::current_exception();
    }
  };
  if (!records.empty()) tally.lanes[0].flow.note_source(source);
  std::vector<std::jthread> threads;
  for (size_t i = 1; i < lanes; ++i) threads.emplace_back(work, i);
  work(0);
  threads.clear();
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

}  // namespace

namespace pidun::api {

const pidun_tally::Lane& joined(const pidun_tally& handle) {
  auto& lanes = handle.lanes;
  for (size_t i = 1; i < lanes.size(); ++i) {
    lanes[0].tally.merge(std::move(lanes[i].tally));
    lanes[0].flow.merge(lanes[i].flow);
    lanes[i] = {Tally(handle.settings), {}};
  }
  return lanes[0];
}

}  // namespace pidun::api

pidun_status pidun_tally_new(const pidun_engine* engine, const pidun_tally_options* given, pidun_tally** out,
                             pidun_error* error) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  pidun_tally_options options;
  if (!is_valid(engine) || !pidun::api::copy_struct(given, options) || !is_sound(options)) return PIDUN_E_ARGUMENT;
  return told(error, [&] {
    auto tally = std::make_unique<pidun_tally>();
    tally->settings = settings_of(options, *engine->engine);
    tally->engine = engine->engine;
    tally->prints = std::make_shared<const pidun::Prints>(tally->settings.key);
    if (options.join != nullptr) tally->join = options.join;
    for (uint32_t i = 0; i < std::max<uint32_t>(1, options.threads); ++i)
      tally->lanes.push_back({Tally(tally->settings), {}});
    *out = tally.release();
    return PIDUN_OK;
  });
}

void pidun_tally_free(pidun_tally* tally) {
  if (is_valid(tally)) delete tally;
}

pidun_status pidun_tally_add(pidun_tally* tally, const pidun_results* results, const char* source, pidun_error* error) {
  if (!is_valid(tally) || !is_valid(results)) return PIDUN_E_ARGUMENT;
  if (results->found.prints != tally->prints)
    return tell(error, PIDUN_E_ARGUMENT, "the results hold no records made for this tally");
  return told(error, [&] {
    const std::string_view name = source != nullptr ? source : "";
    add_all(*tally, results->found.records, name);
    add_pictures(*tally, results->found, name);
    return PIDUN_OK;
  });
}

pidun_status pidun_tally_merge(pidun_tally* into, pidun_tally* from, pidun_error* error) {
  if (!is_valid(into) || !is_valid(from) || into == from) return PIDUN_E_ARGUMENT;
  return told(error, [&] {
    pidun::api::joined(*from);
    into->lanes[0].tally.merge(std::move(from->lanes[0].tally));
    // Rules are numbered by engine.
    if (into->engine == from->engine)
      into->lanes[0].flow.merge(from->lanes[0].flow);
    else
      into->lanes[0].tally.add_signs(from->lanes[0].flow.signs(from->engine->rules()));
    from->lanes[0] = {Tally(from->settings), {}};
    return PIDUN_OK;
  });
}

pidun_status pidun_tally_save(const pidun_tally* tally, const char* path, uint32_t threads, pidun_error* error) {
  if (!is_valid(tally) || path == nullptr || threads > pidun::kMostThreads) return PIDUN_E_ARGUMENT;
  return told(error, [&] {
    const pidun_tally::Lane& all = pidun::api::joined(*tally);
    all.tally.write(path, std::max<uint32_t>(1, threads), all.flow.signs(tally->engine->rules()));
    return PIDUN_OK;
  });
}

pidun_status pidun_tally_open(const pidun_engine* engine, const char* path, const pidun_tally_options* given,
                              pidun_tally** out, pidun_error* error) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  pidun_tally_options options;
  if (!is_valid(engine) || path == nullptr || !pidun::api::copy_struct(given, options) || !is_sound(options))
    return PIDUN_E_ARGUMENT;
  return told(error, [&] {
    auto tally = std::make_unique<pidun_tally>();
    tally->settings = settings_of(options, *engine->engine);
    tally->engine = engine->engine;
    tally->prints = std::make_shared<const pidun::Prints>(tally->settings.key);
    tally->lanes.push_back({Tally::open(path, tally->settings.storage), {}});
    *out = tally.release();
    return PIDUN_OK;
  });
}

pidun_status pidun_tally_compare(const pidun_tally* a, const pidun_tally* b, uint32_t threads, pidun_overlap* out,
                                 pidun_error* error) {
  if (!is_valid(a) || !is_valid(b) || out == nullptr || threads > pidun::kMostThreads) return PIDUN_E_ARGUMENT;
  return told(error, [&] {
    const pidun::Comparison found =
        pidun::compare(pidun::api::joined(*a).tally, pidun::api::joined(*b).tally, std::max<uint32_t>(1, threads));
    const pidun_overlap full{sizeof(pidun_overlap), 0,
                             found.records_a,       found.records_b,
                             found.records_both,    found.persons_a,
                             found.persons_b,       found.persons_both};
    return pidun::api::hand_out(full, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
  });
}

pidun_status pidun_tally_count(const pidun_tally* tally, uint32_t flags, uint32_t threads, pidun_counts* out,
                               pidun_error* error) {
  if (!is_valid(tally) || out == nullptr || (flags & ~uint32_t{PIDUN_COUNT_LINK}) != 0) return PIDUN_E_ARGUMENT;
  if (threads > pidun::kMostThreads) return PIDUN_E_ARGUMENT;
  return told(error, [&] {
    const bool link = (flags & PIDUN_COUNT_LINK) != 0;
    const pidun::Counts counts = pidun::api::joined(*tally).tally.counts({link, std::max<uint32_t>(1, threads)});
    const auto by_tier = [](const pidun::TierCounts& from, uint64_t(&to)[3]) {
      to[0] = from.of50;
      to[1] = from.of500;
      to[2] = from.of5000;
    };
    pidun_counts full{};
    full.struct_size = sizeof(full);
    full.flags = flags;
    full.raw = counts.raw;
    full.invalid = counts.invalid;
    full.masked_rows = full.masked_upper = counts.masked.rows;
    full.masked_lower = counts.masked.lower;
    full.duplicates = counts.duplicates;
    full.unique = counts.unique.total();
    full.counted = counts.counted.total();
    by_tier(counts.counted, full.counted_by_tier);
    by_tier(counts.unlinked, full.unlinked_by_tier);
    by_tier(counts.counted_linked, full.linked_by_tier);
    full.recipients = counts.recipients;
    full.persons = counts.persons;
    full.sensitive_persons = counts.sensitive_persons;
    full.content_changed = counts.content_changed;
    full.dropped_values = counts.dropped_values;
    full.fixes = counts.fixes;
    full.merged_records = counts.merged_records;
    full.joined_rows = counts.join.rows;
    full.ambiguous_join_rows = counts.join.ambiguous_rows;
    return pidun::api::hand_out(full, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
  });
}
