// See format_records.h.
#include "format_records.h"

#include <fmt/format.h>

#include "escape.h"

namespace pidun::cli {
namespace {

const char* outcome_name(std::uint32_t outcome) {
  if (outcome == PIDUN_OUTCOME_VALID) return "valid";
  return outcome == PIDUN_OUTCOME_MASKED ? "masked" : "invalid";
}

void append_field(std::string& out, const KindTable& kinds, const Results& results, std::size_t i, std::size_t n) {
  const pidun_record_field field = results.record_field(i, n);
  out += n == 0 ? R"({"kind":)" : R"(,{"kind":)";
  append_json_string(out, kinds.at(field.kind).name);
  fmt::format_to(std::back_inserter(out), R"(,"offset":{},"length":{}}})", field.begin, field.end - field.begin);
}

}  // namespace

void append_record(std::string& out, const std::string& path, const KindTable& kinds, const Results& results,
                   std::size_t i) {
  const pidun_record record = results.record(i);
  out += R"({"type":"record","path":)";
  append_json_string(out, path);
  fmt::format_to(std::back_inserter(out), R"(,"offset":{},"length":{},"tier":{},"fields":[)", record.begin,
                 record.end - record.begin, record.tier);
  for (std::size_t n = 0; n < record.field_count; ++n) append_field(out, kinds, results, i, n);
  fmt::format_to(std::back_inserter(out), R"(],"valid":{},"outcome":"{}")", record.outcome == PIDUN_OUTCOME_VALID,
                 outcome_name(record.outcome));
  if (record.reason != PIDUN_INVALID_NONE) {
    out += R"(,"reason":)";
    append_json_string(out, pidun_invalid_name(record.reason));
  }
  out += (record.flags & PIDUN_RECORD_MINOR) != 0 ? ",\"minor\":true}\n" : "}\n";
}

}  // namespace pidun::cli
