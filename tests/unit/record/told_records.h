// The records of a text, told through the C API in a form that a table of cases can hold.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pidun/pidun.hpp"

namespace pidun::testing {

// "valid 5000 王伟+110101199003070011", "invalid checksum 0", "masked 5000 …"; records of one text.
inline std::string told(const pidun_results* results, size_t i, const std::string& text) {
  pidun_record record{};
  record.struct_size = sizeof(record);
  REQUIRE(pidun_results_record(results, i, &record) == PIDUN_OK);
  std::string out = record.outcome == PIDUN_OUTCOME_VALID ? "valid"
                    : record.outcome == PIDUN_OUTCOME_MASKED
                        ? "masked"
                        : std::string("invalid ") + pidun_invalid_name(record.reason);
  out += " " + std::to_string(record.tier) + " ";
  for (size_t k = 0; k < record.field_count; ++k) {
    pidun_record_field field{};
    field.struct_size = sizeof(field);
    REQUIRE(pidun_results_record_field(results, i, k, &field) == PIDUN_OK);
    out += (k == 0 ? "" : "+") + text.substr(field.begin, field.end - field.begin);
  }
  return out;
}

inline std::vector<std::string> records_of(const std::string& text, const char* subject = "") {
  static const pidun::Engine engine;
  pidun::Scratch scratch(engine);
  pidun::Results results;
  pidun_scan_options options = PIDUN_SCAN_OPTIONS_INIT;
  options.flags = PIDUN_SCAN_RECORDS;
  options.as_of = 20261123;
  pidun::Context context;
  context.set("subject", subject);
  options.context = context.get();
  scratch.scan(text.data(), text.size(), options, results);
  std::vector<std::string> out;
  for (size_t i = 0; i < pidun_results_record_count(results.get()); ++i) out.push_back(told(results.get(), i, text));
  return out;
}

struct RecordCase {
  const char* promise;
  std::string text;
  std::vector<std::string> records;
};

inline void check_records(const std::vector<RecordCase>& cases) {
  for (const RecordCase& each : cases) {
    INFO(each.promise);
    CHECK(records_of(each.text) == each.records);
  }
}

}  // namespace pidun::testing
