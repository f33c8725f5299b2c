// Scans an input whole or cut through the C API, keeps all that the accessors tell, and names the first difference.
// Serves the property tests, the tests of the API and the fuzz targets.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pidun/pidun.h"
#include "pidun/pidun.hpp"

namespace pidun::testing {

struct Scanned {
  pidun_status status = PIDUN_OK;
  std::vector<pidun_finding> findings;
  std::vector<std::string> details;  // reasons, evidence, also, location of each
  std::vector<std::string> columns;  // of the last call, in which all are told
  std::vector<std::string> records;
  uint32_t incomplete = 0;
  uint64_t bytes = 0;
  uint64_t invalid = 0;
};

inline std::string detail_of(const pidun_results* results, size_t i) {
  std::string text;
  for (size_t n = 0; const char* reason = pidun_results_reason(results, i, n); ++n) text += std::string(reason) + ' ';
  for (size_t n = 0; const char* link = pidun_results_chain(results, i, n); ++n) text += std::string(link) + '>';
  text += std::string("| ") + pidun_results_evidence(results, i);
  text += " | also " + std::to_string(pidun_results_also(results, i));
  auto at = sized<pidun_location>();
  const pidun_status status = pidun_results_location(results, i, &at);
  text += " | " + std::to_string(status) + " line " + std::to_string(at.line) + " column " + std::to_string(at.column);
  return text + ' ' + std::to_string(at.column_points) + ' ' + std::to_string(at.column_utf16);
}

// Format and rows first, then what is told of each column; nothing if none was counted.
inline std::vector<std::string> columns_of(const pidun_results* results) {
  if (pidun_results_format(results) == PIDUN_FORMAT_AUTO) return {};
  std::vector<std::string> all{"format " + std::to_string(pidun_results_format(results)) + " rows " +
                               std::to_string(pidun_results_rows(results))};
  for (size_t i = 0; i < pidun_results_column_count(results); ++i) {
    auto column = sized<pidun_column>();
    std::string text = "status " + std::to_string(pidun_results_column(results, i, &column));
    text += " '" + std::string(column.name) + "' " + std::to_string(column.slice) + ' ' + std::to_string(column.index);
    text += " cells " + std::to_string(column.cells) + " filled " + std::to_string(column.filled);
    for (uint32_t kind = 0; kind < column.kind_count; ++kind)
      text += " kind " + std::to_string(column.kinds[kind]) + ": " + std::to_string(column.hits[kind]);
    all.push_back(text);
  }
  return all;
}

inline std::string record_of(const pidun_results* results, size_t i) {
  auto record = sized<pidun_record>();
  std::string text = "status " + std::to_string(pidun_results_record(results, i, &record));
  text += " [" + std::to_string(record.begin) + ',' + std::to_string(record.end) + ") outcome " +
          std::to_string(record.outcome) + " reason " + std::to_string(record.reason) + " flags " +
          std::to_string(record.flags) + " tier " + std::to_string(record.tier) + " dropped " +
          std::to_string(record.dropped_values) + ':';
  for (size_t n = 0; n < record.field_count; ++n) {
    auto field = sized<pidun_record_field>();
    pidun_results_record_field(results, i, n, &field);
    text += " kind " + std::to_string(field.kind) + " [" + std::to_string(field.begin) + ',' +
            std::to_string(field.end) + ") tier " + std::to_string(field.tier);
  }
  return text;
}

// Appends what `results` hold; a negative status stays.
inline void collect(pidun_status status, const pidun_results* results, Scanned& into) {
  if (into.status >= 0) into.status = status < 0 ? status : std::max(into.status, status);
  const size_t count = pidun_results_count(results);
  const pidun_finding* data = pidun_results_data(results);
  for (size_t i = 0; i < count; ++i) {
    into.findings.push_back(data[i]);
    into.details.push_back(detail_of(results, i));
  }
  into.columns = columns_of(results);
  for (size_t i = 0; i < pidun_results_record_count(results); ++i) into.records.push_back(record_of(results, i));
  into.incomplete |= pidun_results_incomplete(results);
  into.bytes += pidun_results_bytes(results);
  into.invalid += pidun_results_invalid_bytes(results);
}

inline Scanned scan_whole(Scratch& scratch, std::string_view input, const pidun_scan_options& options) {
  Results results;
  Scanned scanned;
  collect(pidun_scan(scratch.get(), input.data(), input.size(), &options, results.get()), results.get(), scanned);
  return scanned;
}

// `cuts` ascend, none beyond the end; equal ones are empty feeds. Each chunk is a copy of its own, so that a sanitizer
// sees any step outside.
inline Scanned scan_cut(const Engine& engine, Scratch& scratch, std::string_view input,
                        const std::vector<uint64_t>& cuts, const pidun_scan_options& options) {
  Results results;
  Scanned scanned;
  Stream stream(engine, options);
  const auto feed = [&](uint64_t begin, uint64_t end) {
    const size_t size = end - begin;
    const std::unique_ptr<char[]> chunk(new char[size]);
    std::copy_n(input.data() + begin, size, chunk.get());
    const void* data = size != 0 ? chunk.get() : nullptr;
    collect(pidun_stream_feed(stream.get(), scratch.get(), data, size, results.get()), results.get(), scanned);
  };
  uint64_t at = 0;
  for (const uint64_t cut : cuts) {
    feed(at, cut);
    at = cut;
  }
  if (at < input.size()) feed(at, input.size());
  collect(pidun_stream_finish(stream.get(), scratch.get(), results.get()), results.get(), scanned);
  return scanned;
}

inline std::string described(const Scanned& scanned, size_t i) {
  if (i >= scanned.findings.size()) return "none";
  const pidun_finding& f = scanned.findings[i];
  return "[" + std::to_string(f.begin) + "," + std::to_string(f.end) + ") kind " + std::to_string(f.kind) + " check " +
         std::to_string(f.check) + " confidence " + std::to_string(f.confidence) + " flags " + std::to_string(f.flags) +
         " " + scanned.details[i];
}

inline std::string list_difference(const char* of, const std::vector<std::string>& expected,
                                   const std::vector<std::string>& got) {
  const size_t most = std::max(expected.size(), got.size());
  for (size_t i = 0; i < most; ++i) {
    const std::string want = i < expected.size() ? expected[i] : "none";
    const std::string have = i < got.size() ? got[i] : "none";
    if (want != have) return of + (' ' + std::to_string(i)) + ": expected " + want + "\n  got " + have;
  }
  return "";
}

// Empty if both hold the same, to the byte; else the first difference.
inline std::string difference(const Scanned& expected, const Scanned& got) {
  const size_t most = std::max(expected.findings.size(), got.findings.size());
  for (size_t i = 0; i < most; ++i) {
    const bool both = i < expected.findings.size() && i < got.findings.size();
    if (both && std::memcmp(&expected.findings[i], &got.findings[i], sizeof(pidun_finding)) == 0 &&
        expected.details[i] == got.details[i])
      continue;
    return "finding " + std::to_string(i) + ": expected " + described(expected, i) + "\n  got " + described(got, i);
  }
  if (expected.status != got.status)
    return "status " + std::to_string(expected.status) + ", got " + std::to_string(got.status);
  if (expected.incomplete != got.incomplete)
    return "incomplete " + std::to_string(expected.incomplete) + ", got " + std::to_string(got.incomplete);
  if (expected.bytes != got.bytes)
    return "bytes " + std::to_string(expected.bytes) + ", got " + std::to_string(got.bytes);
  // What a limit stopped may have been read to different places.
  const bool stopped = (expected.incomplete & (PIDUN_INCOMPLETE_FINDINGS | PIDUN_INCOMPLETE_DEADLINE)) != 0;
  if (stopped) return "";
  if (expected.invalid != got.invalid)
    return "invalid bytes " + std::to_string(expected.invalid) + ", got " + std::to_string(got.invalid);
  // What a cut left of a record is not the same everywhere.
  if ((expected.incomplete & PIDUN_INCOMPLETE_BYTES) == 0) {
    const std::string records = list_difference("record", expected.records, got.records);
    if (!records.empty()) return records;
  }
  // Which columns are counted of too many is not told.
  return (expected.incomplete & PIDUN_INCOMPLETE_COLUMNS) != 0
             ? ""
             : list_difference("column", expected.columns, got.columns);
}

}  // namespace pidun::testing
