/* Sizes and places that callers compiled against, held at compile time on 64-bit machines. A line here changes
 * only with the soname; new members of the option structs are appended and change their line. */
#include <pidun/pidun.h>
#include <stddef.h>

#define HOLDS(name, condition) typedef char name[(condition) ? 1 : -1]

HOLDS(finding_size, sizeof(pidun_finding) == 64);
HOLDS(finding_begin, offsetof(pidun_finding, begin) == 0);
HOLDS(finding_outer_begin, offsetof(pidun_finding, outer_begin) == 16);
HOLDS(finding_slice, offsetof(pidun_finding, slice) == 32);
HOLDS(finding_kind, offsetof(pidun_finding, kind) == 40);
HOLDS(finding_check, offsetof(pidun_finding, check) == 46);
HOLDS(finding_depth, offsetof(pidun_finding, depth) == 48);
HOLDS(error_size, sizeof(pidun_error) == 272);
HOLDS(error_message, offsetof(pidun_error, message) == 72);
HOLDS(kind_info_size, sizeof(pidun_kind_info) == 32);
HOLDS(kind_info_name, offsetof(pidun_kind_info, name) == 16);
HOLDS(engine_options_size, sizeof(pidun_engine_options) == 72);
HOLDS(engine_options_cache, offsetof(pidun_engine_options, cache_folder) == 40);
HOLDS(rule_info_size, sizeof(pidun_rule_info) == 64);
HOLDS(rule_info_id, offsetof(pidun_rule_info, id) == 16);
HOLDS(scan_options_size, sizeof(pidun_scan_options) == 104);
HOLDS(scan_options_context, offsetof(pidun_scan_options, context) == 40);
HOLDS(scan_options_key, offsetof(pidun_scan_options, key) == 56);
HOLDS(scan_options_tally, offsetof(pidun_scan_options, tally) == 96);
HOLDS(record_size, sizeof(pidun_record) == 64);
HOLDS(record_outcome, offsetof(pidun_record, outcome) == 24);
HOLDS(record_field_size, sizeof(pidun_record_field) == 32);
HOLDS(tally_options_size, sizeof(pidun_tally_options) == 72);
HOLDS(counts_size, sizeof(pidun_counts) == 232);
HOLDS(verdict_options_size, sizeof(pidun_verdict_options) == 104);
HOLDS(overlap_size, sizeof(pidun_overlap) == 56);
HOLDS(suppression_info_size, sizeof(pidun_suppression_info) == 40);
HOLDS(slice_size, sizeof(pidun_slice) == 32);
HOLDS(column_size, sizeof(pidun_column) == 96);
HOLDS(column_name, offsetof(pidun_column, name) == 16);
HOLDS(images_size, sizeof(pidun_images) == 40);
HOLDS(column_hits, offsetof(pidun_column, hits) == 40);
HOLDS(column_kinds, offsetof(pidun_column, kinds) == 72);
HOLDS(location_size, sizeof(pidun_location) == 40);

/* Pinned numbers: append only. */
HOLDS(status_incomplete, PIDUN_INCOMPLETE == 1);
HOLDS(status_internal, PIDUN_E_INTERNAL == -7);
HOLDS(status_tally, PIDUN_E_TALLY == -8);
HOLDS(format_json, PIDUN_FORMAT_JSON == 6);
HOLDS(format_html, PIDUN_FORMAT_HTML == 16);
HOLDS(encoding_utf16, PIDUN_ENCODING_UTF16 == 6);
HOLDS(flag_grouped, PIDUN_FINDING_GROUPED == 8u);
HOLDS(shape_regex, PIDUN_SHAPE_REGEX == 4);
HOLDS(rule_needs_label, PIDUN_RULE_NEEDS_LABEL == 4u);
HOLDS(flag_suppressed, PIDUN_FINDING_SUPPRESSED == 16u);
HOLDS(flag_lossy, PIDUN_FINDING_LOSSY == 32u);
HOLDS(flag_minor, PIDUN_FINDING_MINOR == 64u);
HOLDS(check_fail, PIDUN_CHECK_FAIL == 2);
HOLDS(scan_columns, PIDUN_SCAN_COLUMNS == 2u);
HOLDS(incomplete_columns, PIDUN_INCOMPLETE_COLUMNS == 64u);
HOLDS(scan_no_findings, PIDUN_SCAN_NO_FINDINGS == 8u);
HOLDS(scan_cameras, PIDUN_SCAN_CAMERAS == 16u);
HOLDS(incomplete_records, PIDUN_INCOMPLETE_RECORDS == 128u);
HOLDS(invalid_header, PIDUN_INVALID_HEADER == 6);
HOLDS(incomplete_depth, PIDUN_INCOMPLETE_DEPTH == 8u);

int main(void) { return 0; }
