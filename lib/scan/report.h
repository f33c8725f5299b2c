// The last step of a segment: readings that won become findings, with their places and masked evidence.
// All findings of a segment at once: room is made and positions are counted once, not for each.
// Tested through the C API, tests/unit/api/api_results_test.cpp.
#pragma once

#include <vector>

#include "detect/detect.h"
#include "record/field_reader.h"
#include "scan/engine.h"
#include "scan/findings.h"
#include "scan/side_views.h"

namespace pidun {

// The masked evidence of a reading, NUL-terminated, at most kLongestEvidence + 1 bytes; returns its length.
size_t write_masked(const Reading& reading, std::string_view value, char* out);

class Reporter {
 public:
  explicit Reporter(const Engine& engine) : engine_(&engine) {}

  struct How {
    bool evidence = true;
    const Marks* marks = nullptr;  // null: none is wanted
    uint32_t day = 0;              // YYYYMMDD, on which ages are told; 0: none
  };
  // Notes the winners that begin in `segment`: those the others are about.
  void choose(const Readings& readings, const Conflicts& conflicts, Span segment);
  // Appends the winners and brings `lines` to the segment's end.
  void report(const Readings& readings, const Conflicts& conflicts, const Window& window, const SideViews& views,
              uint64_t segment_end, const How& how, LineCounter& lines, Findings& out);
  // Appends their fields, for records.
  void read_fields(const Readings& readings, const Window& window, const SideViews& views, FieldReader& reader,
                   std::vector<Field>& out) const;

 private:
  void describe_outer(const Reading& reading, const SideViews& views, size_t i, Findings& out) const;
  void describe(const Reading& reading, pidun_finding& finding) const;
  void describe_winners(const Readings& readings, const SideViews& views, size_t first, Findings& out) const;
  void write_evidence_of(const Readings& readings, const Conflicts& conflicts, const Window& window,
                         const SideViews& views, bool wanted, size_t first, Findings& out) const;
  void note_minors(const Readings& readings, const Window& window, const SideViews& views, uint32_t day, size_t first,
                   Findings& out) const;

  const Engine* engine_;
  std::vector<size_t> winners_;   // of the readings
  std::vector<uint64_t> begins_;  // of the winners
  std::vector<Position> positions_;
};

}  // namespace pidun
