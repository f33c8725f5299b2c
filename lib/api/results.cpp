// Results and their accessors.
#include <cstring>

#include "api/guard.h"
#include "api/options.h"

namespace {

const pidun::Detail* detail_of(const pidun_results* results, size_t i) {
  return is_valid(results) && i < results->found.size() ? &results->found.details[i] : nullptr;
}

const pidun::Mark* mark_of(const pidun_results* results, size_t i) {
  return is_valid(results) && i < results->found.marks.size() ? &results->found.marks[i] : nullptr;
}

}  // namespace

static_assert(sizeof(pidun_finding) == 64);
static_assert(static_cast<int>(pidun::Check::pass) == PIDUN_CHECK_PASS);
static_assert(static_cast<int>(pidun::Check::fail) == PIDUN_CHECK_FAIL);

pidun_status pidun_results_new(pidun_results** out) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  *out = nullptr;
  return pidun::api::guarded([&] {
    *out = new pidun_results;
    return PIDUN_OK;
  });
}

void pidun_results_free(pidun_results* results) {
  if (is_valid(results)) delete results;
}

size_t pidun_results_count(const pidun_results* results) { return is_valid(results) ? results->found.size() : 0; }

const pidun_finding* pidun_results_data(const pidun_results* results) {
  return is_valid(results) ? results->found.items.data() : nullptr;
}

uint32_t pidun_results_incomplete(const pidun_results* results) {
  return is_valid(results) ? results->found.incomplete : 0;
}

uint64_t pidun_results_bytes(const pidun_results* results) { return is_valid(results) ? results->found.bytes : 0; }

uint64_t pidun_results_invalid_bytes(const pidun_results* results) {
  return is_valid(results) ? results->found.invalid : 0;
}

const char* pidun_results_reason(const pidun_results* results, size_t i, size_t n) {
  const pidun::Detail* detail = detail_of(results, i);
  if (detail == nullptr) return nullptr;
  const char* id = nullptr;
  pidun::Reasons{detail->reasons, detail->more_reasons()}.each([&](pidun::Reason reason) {
    if (n-- == 0) id = pidun::reason_info(reason).id.data();
  });
  return id;
}

const char* pidun_results_chain(const pidun_results* results, size_t i, size_t n) {
  if (detail_of(results, i) == nullptr) return nullptr;
  const pidun::Chain chain = results->found.chain(i);
  return n < chain.size ? pidun::encoding_name(chain.encodings[n]) : nullptr;
}

const char* pidun_results_evidence(const pidun_results* results, size_t i) {
  const pidun::Detail* detail = detail_of(results, i);
  return detail != nullptr ? results->found.evidence.data() + detail->evidence() : "";
}

uint16_t pidun_results_also(const pidun_results* results, size_t i) {
  const pidun::Detail* detail = detail_of(results, i);
  return detail != nullptr ? static_cast<uint16_t>(detail->also()) : 0;
}

pidun_status pidun_results_location(const pidun_results* results, size_t i, pidun_location* out) {
  if (detail_of(results, i) == nullptr) return PIDUN_E_ARGUMENT;
  const pidun::Position at = results->found.location(i);
  const pidun_location location{sizeof(pidun_location), 0, at.line + 1, at.column + 1, at.units.points + 1,
                                at.units.utf16 + 1};
  return pidun::api::hand_out(location, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}

pidun_status pidun_results_fingerprint(const pidun_results* results, size_t i, uint8_t out[16]) {
  if (out == nullptr) return PIDUN_E_ARGUMENT;
  std::memset(out, 0, sizeof(pidun::HashValue));
  if (detail_of(results, i) == nullptr) return PIDUN_E_ARGUMENT;
  const pidun::Mark* mark = mark_of(results, i);
  if (mark == nullptr || !mark->has_fingerprint) return PIDUN_E_STATE;
  std::memcpy(out, mark->fingerprint.data(), mark->fingerprint.size());
  return PIDUN_OK;
}

int32_t pidun_results_suppression(const pidun_results* results, size_t i) {
  const pidun::Mark* mark = mark_of(results, i);
  return mark != nullptr ? mark->suppression : -1;
}

const char* pidun_incomplete_name(uint32_t one_bit) {
  switch (one_bit) {
    case PIDUN_INCOMPLETE_BYTES:
      return "byte_limit";
    case PIDUN_INCOMPLETE_FINDINGS:
      return "finding_limit";
    case PIDUN_INCOMPLETE_DEADLINE:
      return "deadline";
    case PIDUN_INCOMPLETE_DEPTH:
      return "depth_limit";
    case PIDUN_INCOMPLETE_ENCODINGS:
      return "encoding_limit";
    case PIDUN_INCOMPLETE_DECODED:
      return "decoded_byte_limit";
    case PIDUN_INCOMPLETE_COLUMNS:
      return "column_limit";
    case PIDUN_INCOMPLETE_RECORDS:
      return "record_limit";
    default:
      return nullptr;
  }
}
