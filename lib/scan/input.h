// One input on its way through the stages: the state that goes forward with it, and the scanning of one segment.
//
// A finding depends on the layout, which the first 4 KiB settle, on the forward state, and on at most kContext bytes
// either side of it. Segments are cut at multiples of kSegment of the input's own offsets, never at feed borders, so
// any way to feed an input gives the same findings. Tested in tests/property/stream_cuts_test.cpp.
#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <string>

#include "detect/detect.h"
#include "detect/name_finder.h"
#include "detect/plain_rows.h"
#include "detect/text_labels.h"
#include "detect/values.h"
#include "match/numbers.h"
#include "record/record_reader.h"
#include "scan/column_counts.h"
#include "scan/engine.h"
#include "scan/findings.h"
#include "scan/report.h"
#include "scan/side_views.h"
#include "structure/structure.h"
#include "text/positions.h"

namespace pidun {

inline constexpr uint64_t kSegment = 64 * 1024;
inline constexpr uint64_t kContext = 4096;  // bytes a window holds on either side of a segment
// Structure is known this far on either side of a segment: what reaches that far is surely decided (kMaxNameBack).
inline constexpr uint64_t kLookBehind = 2048;
static_assert(kLookBehind + kMaxNameBack <= kContext && kLongestReading + 256 <= kLookBehind);
static_assert(kWidestCustom + 256 <= kLookBehind);

// Whether bytes that are scanned as their own text turned out to be no UTF-8. Shared by threads.
struct Utf8Watch {
  std::atomic<bool> seen = false;
};

struct ScanSettings {
  FormatHint format = FormatHint::automatic;
  int min_confidence = 50;
  bool evidence = true;
  bool columns = false;  // to be counted
  bool findings = true;  // to be told
  bool cameras = false;  // pictures of cameras too
  // Percent of the bytes of a table that its plain rows must hold to be read cell by cell; the findings are the same.
  unsigned plain_rows = 50;
  bool search_covered = false;           // what a side view says all of, too; the findings are the same
  std::shared_ptr<const Prints> prints;  // of the records to be told; null: none
  RecordWishes records;
  Label label = Label::none;
  uint32_t as_of = 0;                            // YYYYMMDD; 0: nobody's age is told
  std::string charset;                           // what the host says of it; empty if nothing
  std::shared_ptr<const Marks> marks;            // null when nothing of them is wanted
  Utf8Watch* watch = nullptr;                    // to be told, for findings are worth nothing then
  const std::vector<ToldPlace>* told = nullptr;  // of pictures that stand in the input as they are; ascending
  const std::vector<ToldPicture>* told_pictures = nullptr;  // these themselves, by their ends
};

// What pictures are hashed with; null if with nothing.
inline const KeyedHash* picture_key(const ScanSettings& settings) {
  if (settings.prints) return &settings.prints->pictures();
  return settings.marks ? settings.marks->key() : nullptr;
}

class SegmentScanner;

// Null if no records are to be told. `middle`: from the middle of an input.
std::unique_ptr<RecordReader> make_records(const Engine& engine, const ScanSettings& settings, const Layout& layout,
                                           bool middle);

// The forward state of one input at a segment border.
struct InputState {
  Layout layout;
  std::unique_ptr<Reader> reader;
  Values values;
  LineCounter lines;
  UnwrapState unwrap;
  std::unique_ptr<ColumnCounts> columns;  // null if they are not to be counted
  std::unique_ptr<RecordReader> records;  // null if they are not to be told

  // `scanner` reads what the first rows hold.
  void start(const Engine& engine, SegmentScanner& scanner, std::string_view preamble, const ScanSettings& settings);
  InputState clone() const;
};

// Working memory for segments; one thread at a time.
class SegmentScanner {
 public:
  // Null when memory is short.
  static std::unique_ptr<SegmentScanner> create(const Engine& engine);

  // Appends the findings that begin in [begin, end). `window` holds kContext bytes on either side, as far as the
  // input has them; `complete` says that the input ends at the window's end. Segments come in order.
  void scan(InputState& input, const ScanSettings& settings, const Window& window, uint64_t begin, uint64_t end,
            bool complete, Findings& out);

  // All readings of a short value, hopeless ones too: for explain.
  const Readings& read_thoroughly(InputState& input, const Window& window);
  const Conflicts& settle(int min_confidence);
  // The nearest word before `span` that names values of `kind`, as the dictionary spells it; empty if there is none.
  std::string_view naming_word(const Window& window, Span span, Kind kind);
  // Of the readings in side views.
  const SideViews& views() const { return views_; }

 private:
  // One text that is searched: the segment's own, or that of its side views.
  struct Search {
    AnchorFinder finder;
    Anchors anchors;
  };
  explicit SegmentScanner(const Engine& engine)
      : engine_(&engine),
        text_labels_(engine.text_labels(), engine.labels(), engine.field_rules()),
        plain_rows_(
            engine.form_rules(), engine.field_rules(), engine.wanted_values(),
            {engine.names_rule() != kRuleOfKind, engine.looks_for_addresses(), !engine.form_rules().all().empty()}),
        reporter_(engine) {}
  // The readings of plain rows that begin in `range`; false if there are none of these rows.
  bool read_plain_rows(InputState& input, const ScanSettings& settings, Context& context, Span range);
  // All readings of the segment's own text that begin in `range`, but for those that its side views tell.
  void read_own(InputState& input, Context& context, bool any_plain, Span range);
  // All readings of one text that begin in `range`. Where `prose` holds, a label need not have a sign behind it.
  void read(Search& search, Context& context, Values& values, bool prose, Span range, bool thorough, Readings& out);
  // The readings of the rules that are said as forms, of values that begin in `range`.
  void read_rules_of_forms(Search& search, Context& context, Values& values, bool prose, Span range, bool thorough,
                           Readings& out);
  void drop_covered(std::vector<Value>& values) const;
  // The readings of fields, in among those that are there.
  void merge_fields(Context& context, Readings& out);
  // Names that nothing calls for, behind the fields and addresses: a name is told of itself only where none holds it.
  void merge_names(Search& search, Context& context, bool prose, Span range, bool thorough, Readings& out);
  // Both lists are sorted.
  void merge_readings(const Readings& more, Readings& out);
  // The readings of users' rules that begin in `range`; ^ and $ mean the ends of `text`.
  void read_own_rules(Context& context, Span text, Span range, bool thorough, Readings& out);
  // The pictures that end in the segment, as fields of their records.
  void add_picture_fields(std::span<const Picture> pictures, const Prints& prints, Span segment);
  // The records of what begins in the segment, behind the choice of what is reported and the pictures.
  void tell_records(InputState& input, const ScanSettings& settings, const Window& window, Span segment,
                    size_t first_picture, Findings& out);
  // What is encoded or disguised in the segment; false if nothing is.
  bool make_side_views(InputState& input, const ScanSettings& settings, Context& context, Span segment, bool thorough);
  // The readings of it, settled with those of the segment's text.
  void read_side_views(bool thorough);
  // The pictures that are encoded in the segment.
  void report_pictures(const ScanSettings& settings, const Values& values, Span segment, Findings& out);
  // Those that stand in it as they are: which of them a label says to show a face is known now.
  void label_pictures(const ScanSettings& settings, const Window& window, Values& values, Span segment, Findings& out);
  // Whether a label says that the picture shows a face or an ID document.
  bool is_labelled(const UnwrappedPicture& picture, const Values& values) const;
  const Engine* engine_;
  std::unique_ptr<WordScratch> word_scratch_;
  std::unique_ptr<NearbyWords> words_;
  std::unique_ptr<CustomScratch> custom_scratch_;
  std::vector<CustomHit> custom_hits_;
  Search own_, side_;
  SideViews views_;
  Readings readings_, side_readings_, fields_, addresses_, merged_;
  TextLabels text_labels_;
  PlainRows plain_rows_;
  bool keys_ = true;       // whether values may have keys beside them
  PlainRows::Left left_;   // of the rows that are plain
  Readings plain_, part_;  // what those say, and what is found in one stretch of the rest
  NameFinder names_;
  std::vector<Value> labelled_;
  std::vector<Field> record_fields_;
  std::vector<Picture> labelled_pictures_;  // of label_pictures(), in the segment's own offsets
  Conflicts conflicts_;
  const KeyedHash* picture_key_ = nullptr;
  Reporter reporter_;
};

}  // namespace pidun
