// What was found, by record.
#include "api/options.h"

namespace {

using pidun::InvalidReason;
using pidun::Outcome;
using pidun::Record;

static_assert(sizeof(pidun_record) == 64);
static_assert(sizeof(pidun_record_field) == 32);
static_assert(static_cast<uint32_t>(Outcome::masked) == PIDUN_OUTCOME_MASKED &&
              static_cast<uint32_t>(Outcome::invalid) == PIDUN_OUTCOME_INVALID);
static_assert(static_cast<uint32_t>(InvalidReason::checksum) == PIDUN_INVALID_CHECKSUM &&
              static_cast<uint32_t>(InvalidReason::header) == PIDUN_INVALID_HEADER);

uint32_t flags_of(const Record& record) {
  const auto flag = [](bool holds, uint32_t bit) { return holds ? bit : 0u; };
  return flag(record.sensitive, PIDUN_RECORD_SENSITIVE) | flag(record.fix, PIDUN_RECORD_FIX) |
         flag(record.event != 0, PIDUN_RECORD_EVENT) |
         flag((record.triggers & pidun::kTriggerCredentialSet) != 0, PIDUN_RECORD_CREDENTIAL_SET) |
         flag((record.triggers & pidun::kTriggerSpecialDisease) != 0, PIDUN_RECORD_SPECIAL_DISEASE) |
         flag((record.triggers & pidun::kTriggerMinor) != 0, PIDUN_RECORD_MINOR);
}

}  // namespace

const char* pidun_invalid_name(uint32_t reason) {
  switch (reason) {
    case PIDUN_INVALID_NONE:
      return "none";
    case PIDUN_INVALID_CHECKSUM:
      return "checksum";
    case PIDUN_INVALID_IMPOSSIBLE_DATE:
      return "impossible_date";
    case PIDUN_INVALID_TEST_VALUE:
      return "test_value";
    case PIDUN_INVALID_EQUAL_DIGITS:
      return "equal_digits";
    case PIDUN_INVALID_NO_IDENTITY:
      return "no_identity";
    case PIDUN_INVALID_HEADER:
      return "header";
    default:
      return nullptr;
  }
}

size_t pidun_results_record_count(const pidun_results* results) {
  return is_valid(results) ? results->found.records.size() : 0;
}

pidun_status pidun_results_record(const pidun_results* results, size_t i, pidun_record* out) {
  if (!is_valid(results) || i >= results->found.records.size()) return PIDUN_E_ARGUMENT;
  const Record from = results->found.records.record(i);
  pidun_record record{};
  record.struct_size = sizeof(record);
  record.slice = from.slice;
  record.begin = from.span.begin;
  record.end = from.span.end;
  record.outcome = static_cast<uint32_t>(from.outcome);
  record.reason = static_cast<uint32_t>(from.reason);
  record.flags = flags_of(from);
  record.tier = from.tier;
  record.dropped_values = from.dropped_values;
  record.field_count = static_cast<uint32_t>(results->found.records.places(i).size());
  return pidun::api::hand_out(record, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}

pidun_status pidun_results_record_field(const pidun_results* results, size_t i, size_t field, pidun_record_field* out) {
  if (!is_valid(results) || i >= results->found.records.size()) return PIDUN_E_ARGUMENT;
  const auto places = static_cast<const pidun::RecordList&>(results->found.records).places(i);
  if (field >= places.size()) return PIDUN_E_ARGUMENT;
  const pidun_record_field from{sizeof(pidun_record_field), static_cast<uint16_t>(places[field].kind),
                                places[field].tier,         places[field].span.begin,
                                places[field].span.end,     0};
  return pidun::api::hand_out(from, out) ? PIDUN_OK : PIDUN_E_ARGUMENT;
}
