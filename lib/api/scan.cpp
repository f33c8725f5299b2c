// Scanning whole inputs, explaining, and offsets in other units.
#include "api/answers.h"
#include "api/guard.h"
#include "api/options.h"
#include "scan/explain.h"
#include "scan/scan_decoded.h"

using pidun::api::Busy;
using pidun::api::guarded;
using pidun::api::Prepared;

namespace {

pidun_status status_of(const pidun::Findings& found) { return found.incomplete != 0 ? PIDUN_INCOMPLETE : PIDUN_OK; }

pidun_status scan_into(pidun_scratch& scratch, const void* data, size_t length, const pidun_scan_options* options,
                       pidun::Findings& found) {
  found.clear();
  Prepared prepared;
  if ((data == nullptr && length != 0) || !pidun::api::prepare(*scratch.engine, options, prepared))
    return PIDUN_E_ARGUMENT;
  const Busy busy(scratch.busy);
  if (!busy.mine()) return PIDUN_E_BUSY;
  pidun::api::start_clock(prepared);
  found.prints = prepared.settings.prints;
  const std::string_view bytes(static_cast<const char*>(data), length);
  pidun::scan_decoded(*scratch.engine, *scratch.runner, bytes, prepared.settings, prepared.limits, found);
  found.images_now = found.images;
  return status_of(found);
}

pidun_status scan_slices(pidun_scratch& scratch, const pidun_slice* slices, size_t count,
                         const pidun_scan_options* options, pidun::Findings& found) {
  found.clear();
  Prepared common;
  if (!pidun::api::prepare(*scratch.engine, options, common)) return PIDUN_E_ARGUMENT;
  for (size_t i = 0; i < count; ++i) {
    Prepared ignored;
    if (!pidun::api::prepare_slice(*scratch.engine, slices[i], ignored)) return PIDUN_E_ARGUMENT;
  }
  const Busy busy(scratch.busy);
  if (!busy.mine()) return PIDUN_E_BUSY;
  pidun::api::start_clock(common);
  found.prints = common.settings.prints;
  for (size_t i = 0; i < count; ++i) {
    Prepared own = common;
    pidun::api::prepare_slice(*scratch.engine, slices[i], own);
    const size_t before = found.size(), tables = found.columns.size(), records = found.records.size();
    const size_t pictures = found.pictures.size();
    const std::string_view bytes(static_cast<const char*>(slices[i].data), slices[i].length);
    pidun::scan_decoded(*scratch.engine, *scratch.runner, bytes, own.settings, own.limits, found);
    for (size_t at = before; at < found.size(); ++at) found.items[at].slice = static_cast<uint32_t>(i);
    for (size_t at = records; at < found.records.size(); ++at) found.records.set_slice(at, static_cast<uint32_t>(i));
    for (size_t at = tables; at < found.columns.size(); ++at) found.columns[at].slice = static_cast<uint32_t>(i);
    for (size_t at = pictures; at < found.pictures.size(); ++at) found.pictures[at].slice = static_cast<uint32_t>(i);
  }
  found.images_now = found.images;
  return status_of(found);
}

pidun_status explain_into(pidun_scratch& scratch, std::string_view value, const char* label, char* buffer,
                          size_t capacity, size_t* needed) {
  const Busy busy(scratch.busy);
  if (!busy.mine()) return PIDUN_E_BUSY;
  const std::string text =
      pidun::explain(*scratch.engine, *scratch.runner, value, label != nullptr ? std::string_view(label) : "");
  return pidun::api::copy_text(text, buffer, capacity, needed);
}

}  // namespace

pidun_status pidun_scan(pidun_scratch* scratch, const void* data, size_t length, const pidun_scan_options* options,
                        pidun_results* results) {
  if (!is_valid(scratch) || !is_valid(results)) return PIDUN_E_ARGUMENT;
  return guarded([&] { return scan_into(*scratch, data, length, options, results->found); });
}

pidun_status pidun_scan_batch(pidun_scratch* scratch, const pidun_slice* slices, size_t count,
                              const pidun_scan_options* options, pidun_results* results) {
  if (!is_valid(scratch) || !is_valid(results) || (slices == nullptr && count != 0)) return PIDUN_E_ARGUMENT;
  if (count > UINT32_MAX) return PIDUN_E_ARGUMENT;
  return guarded([&] { return scan_slices(*scratch, slices, count, options, results->found); });
}

pidun_status pidun_scan_each(pidun_scratch* scratch, const void* data, size_t length, const pidun_scan_options* options,
                             pidun_on_finding on_finding, void* user) {
  if (!is_valid(scratch) || on_finding == nullptr) return PIDUN_E_ARGUMENT;
  return guarded([&]() -> pidun_status {
    pidun::Findings found;
    const pidun_status status = scan_into(*scratch, data, length, options, found);
    for (const pidun_finding& finding : found.items)
      if (on_finding(&finding, user) != 0) return PIDUN_STOPPED;
    return status;
  });
}

pidun_status pidun_explain(pidun_scratch* scratch, const void* value, size_t length, const char* label, char* buffer,
                           size_t capacity, size_t* needed) {
  if (needed == nullptr) return PIDUN_E_ARGUMENT;
  *needed = 0;
  if (!is_valid(scratch) || value == nullptr || length == 0 || length > pidun::kLongestExplained)
    return PIDUN_E_ARGUMENT;
  const std::string_view bytes(static_cast<const char*>(value), length);
  return guarded([&] { return explain_into(*scratch, bytes, label, buffer, capacity, needed); });
}

pidun_status pidun_convert_offsets(const void* text, size_t length, const uint64_t* offsets, size_t count,
                                   uint64_t* points, uint64_t* utf16) {
  if ((text == nullptr && length != 0) || (offsets == nullptr && count != 0)) return PIDUN_E_ARGUMENT;
  const std::string_view bytes(static_cast<const char*>(text), length);
  pidun::Units units;
  uint64_t at = 0;
  for (size_t i = 0; i < count; ++i) {
    if (offsets[i] < at || offsets[i] > length) return PIDUN_E_ARGUMENT;
    const pidun::Units more = pidun::count_units(bytes.substr(at, offsets[i] - at));
    units.points += more.points;
    units.utf16 += more.utf16;
    at = offsets[i];
    if (points != nullptr) points[i] = units.points;
    if (utf16 != nullptr) utf16[i] = units.utf16;
  }
  return PIDUN_OK;
}
