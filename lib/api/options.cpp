#include "api/options.h"

#include <algorithm>

namespace pidun::api {
namespace {

constexpr uint64_t kMostFindings = 16777216;
constexpr uint32_t kFlags =
    PIDUN_SCAN_NO_EVIDENCE | PIDUN_SCAN_COLUMNS | PIDUN_SCAN_RECORDS | PIDUN_SCAN_NO_FINDINGS | PIDUN_SCAN_CAMERAS;
constexpr uint32_t kLastFormat = PIDUN_FORMAT_HTML;

// By PIDUN_ENCODING_*.
constexpr const char* kCharsetNames[] = {"", "utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "utf-16"};
constexpr uint32_t kLastEncoding = PIDUN_ENCODING_UTF16;
static_assert(std::size(kCharsetNames) == kLastEncoding + 1);

// By PIDUN_FORMAT_*.
constexpr FormatHint kHints[] = {FormatHint::automatic, FormatHint::lines,     FormatHint::comma,  FormatHint::tab,
                                 FormatHint::pipe,      FormatHint::semicolon, FormatHint::json,   FormatHint::pairs,
                                 FormatHint::form,      FormatHint::multipart, FormatHint::dashed, FormatHint::fixed,
                                 FormatHint::chat,      FormatHint::hl7,       FormatHint::sql,    FormatHint::xml,
                                 FormatHint::html};
static_assert(std::size(kHints) == kLastFormat + 1 && std::size(kHints) == kFormatHints);

FormatHint hint_of(uint32_t format) { return kHints[format]; }

// False when an option of the marks is wrong; leaves them out when none is asked for.
bool prepare_marks(const pidun_scan_options& options, ScanSettings& settings) {
  const bool keyed = options.key != nullptr;
  if (options.key_length != (keyed ? sizeof(HashKey) : 0)) return false;
  if (options.as_of != 0 && !is_real_day(options.as_of)) return false;
  if (options.suppressions != nullptr && (!is_valid(options.suppressions) || options.as_of == 0)) return false;
  if (options.test_data != nullptr && !is_valid(options.test_data)) return false;
  if (!keyed && options.suppressions == nullptr && options.test_data == nullptr) return true;
  std::optional<HashKey> key;
  if (keyed) std::memcpy(key.emplace().data(), options.key, sizeof(HashKey));
  settings.marks =
      std::make_shared<const Marks>(key, options.suppressions != nullptr ? options.suppressions->suppressions : nullptr,
                                    options.test_data != nullptr ? options.test_data->test_data : nullptr,
                                    options.path != nullptr ? options.path : "", options.as_of);
  if (key) wipe(key->data(), key->size());
  return true;
}

// Without a tally nothing is compared with what another scan told, so any key will do.
bool prepare_records(const pidun_scan_options& options, ScanSettings& settings) {
  settings.findings = (options.flags & PIDUN_SCAN_NO_FINDINGS) == 0;
  if ((options.flags & PIDUN_SCAN_RECORDS) == 0) return settings.findings;
  if (!settings.findings && (options.flags & PIDUN_SCAN_COLUMNS) != 0) return false;
  if (options.tally != nullptr && !is_valid(options.tally)) return false;
  settings.prints = options.tally != nullptr ? options.tally->prints : std::make_shared<const Prints>(HashKey{});
  if (options.tally != nullptr) {
    settings.records.join = options.tally->join;
    settings.records.merge_fields = options.tally->settings.merge_fields;
  }
  return true;
}

}  // namespace

bool prepare(const Engine& engine, const pidun_scan_options* given, Prepared& out) {
  pidun_scan_options options;
  if (!copy_struct(given, options)) return false;
  if ((options.flags & ~kFlags) != 0 || options.format > kLastFormat) return false;
  if (!prepare_records(options, out.settings)) return false;
  if (options.min_confidence > 100 || options.threads > kMostThreads) return false;
  if (options.context != nullptr && !is_valid(options.context)) return false;
  if (!prepare_marks(options, out.settings)) return false;
  if (options.context != nullptr) {
    const auto charset = options.context->values.find("charset");
    if (charset != options.context->values.end()) out.settings.charset = charset->second;
    const auto subject = options.context->values.find("subject");
    if (subject != options.context->values.end() && out.settings.prints)
      out.settings.records.subject = identity_of_subject(*out.settings.prints, subject->second);
  }
  out.settings.as_of = options.as_of;
  out.settings.format = hint_of(options.format);
  out.settings.evidence = (options.flags & PIDUN_SCAN_NO_EVIDENCE) == 0;
  out.settings.cameras = (options.flags & PIDUN_SCAN_CAMERAS) != 0;
  out.settings.columns = (options.flags & PIDUN_SCAN_COLUMNS) != 0;
  if (options.min_confidence != 0) out.settings.min_confidence = static_cast<int>(options.min_confidence);
  if (options.label != nullptr) out.settings.label = engine.labels().classify(options.label);
  out.limits.threads = std::max<uint32_t>(1, options.threads);
  if (options.max_bytes != 0) out.limits.max_bytes = options.max_bytes;
  out.limits.max_findings = options.max_findings != 0 ? options.max_findings : kMostFindings;
  out.deadline_ms = options.deadline_ms;
  return true;
}

bool prepare_slice(const Engine& engine, const pidun_slice& slice, Prepared& out) {
  if (slice.encoding > kLastEncoding || slice.format > kLastFormat) return false;
  if (slice.data == nullptr && slice.length != 0) return false;
  if (slice.encoding != PIDUN_ENCODING_AUTO) out.settings.charset = kCharsetNames[slice.encoding];
  if (slice.format != PIDUN_FORMAT_AUTO) out.settings.format = hint_of(slice.format);
  if (slice.label != nullptr) out.settings.label = engine.labels().classify(slice.label);
  return true;
}

void start_clock(Prepared& prepared) {
  if (prepared.deadline_ms == 0) return;
  prepared.limits.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(prepared.deadline_ms);
}

}  // namespace pidun::api
