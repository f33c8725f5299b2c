// What a scan found: the findings as the C API hands them out, and beside each what its accessors tell.
// Dense input gives a finding every fifty bytes, so what is kept of each is kept small.
// Tested in tests/unit/api/api_results_test.cpp and tests/property/threads_test.cpp.
#pragma once

#include <vector>

#include "base/raw_vector.h"
#include "detect/evidence.h"
#include "detect/reading.h"
#include "pidun/pidun.h"
#include "record/prints.h"
#include "record/record_list.h"
#include "scan/column_counts.h"
#include "scan/marks.h"
#include "scan/pictures.h"
#include "text/positions.h"
#include "unwrap/encoding.h"

namespace pidun {

// A position in half the room: 32 bits a part, or the place of the whole in a list when a part needs more.
struct ShortPosition {
  static constexpr uint32_t kFar = UINT32_MAX;  // of `line`: then `column` is the place

  uint32_t line;
  uint32_t column;
  uint32_t points;
  uint32_t utf16;

  // Whether `lines` more before it change its line alone, and leave it a short one.
  bool moves_down(uint64_t lines) const { return line != 0 && line != kFar && (line + lines) >> 31 == 0; }
  // False, with anything set, if a part needs more. Of bytes, code points and UTF-16 units, a line has most bytes, or
  // with lone lead bytes twice as many units.
  bool set(const Position& whole) {
    line = static_cast<uint32_t>(whole.line);
    column = static_cast<uint32_t>(whole.column);
    points = static_cast<uint32_t>(whole.units.points);
    utf16 = static_cast<uint32_t>(whole.units.utf16);
    return ((whole.line | whole.column | whole.units.utf16) >> 31) == 0;
  }
};

struct Detail {
  uint64_t reasons;
  ShortPosition location;
  uint64_t evidence_and_also;

  // Offset in Findings::evidence, the reasons behind the first 64, and the kind of the strongest reading that lost. All
  // in one word, written at once: a word that was stored in parts makes the next read of it wait.
  void set(uint64_t evidence, uint8_t more, Kind also) {
    evidence_and_also = evidence | uint64_t{more} << kEvidenceBits | static_cast<uint64_t>(also) << kAlsoBegins;
  }
  // The text of the evidence before it has grown by as much.
  void move_evidence(uint64_t more) { evidence_and_also += more; }
  uint64_t evidence() const { return evidence_and_also & ((uint64_t{1} << kEvidenceBits) - 1); }
  uint8_t more_reasons() const { return static_cast<uint8_t>(evidence_and_also >> kEvidenceBits); }
  Kind also() const { return static_cast<Kind>(evidence_and_also >> kAlsoBegins); }

 private:
  static constexpr unsigned kEvidenceBits = 40, kAlsoBegins = 48;
};
static_assert(sizeof(Detail) == 32);

// What the columns of one input hold.
struct InputColumns {
  uint32_t slice = 0;
  size_t first = 0;  // columns of the inputs before
  std::shared_ptr<const ColumnTable> table;
};

struct Findings {
  RawVector<pidun_finding> items;
  RawVector<Detail> details;
  std::vector<Position> far;             // those that no ShortPosition holds
  std::vector<Mark> marks;               // as many as items, or none when the scan was asked for none
  std::vector<Chain> chains;             // of the items up to the last that was encoded
  RawVector<char> evidence;              // NUL-terminated strings, one after another
  std::vector<InputColumns> columns;     // of each input, if they were counted
  RecordList records;                    // if they were asked for
  std::shared_ptr<const Prints> prints;  // what these were made with
  std::vector<Picture> pictures;         // those that ended, in the order they did
  std::vector<uint64_t> opened;          // where those begin that did not end in their segment
  ImageCounts images;                    // of a stream: so far
  ImageCounts images_now;                // of the last call alone
  uint32_t incomplete = 0;
  uint64_t bytes = 0;
  uint64_t invalid = 0;  // bytes that were no text; units, in UTF-16

  size_t size() const { return items.size(); }
  // Forgets everything and wipes the evidence; keeps the memory.
  void clear();
  // Makes room for what `left` bytes more may hold, if they hold as much as the `done` bytes so far.
  void make_room(uint64_t done, uint64_t left);
  // Drops the findings from `count` on.
  void shorten(size_t count);
  // Adds those of `other`, but no records, whose lines and columns were counted from `start`.
  void append(const Findings& other, const Position& start);

  // One that was seen when it began.
  void add_picture(const Picture& picture) {
    images.face_signed += picture.face_signed ? 1 : 0;
    images.camera += picture.camera ? 1 : 0;
    pictures.push_back(picture);
  }
  // Those of one more input; nothing if `table` is null.
  void add_columns(std::shared_ptr<const ColumnTable> table);
  size_t column_count() const {
    return columns.empty() ? 0 : columns.back().first + columns.back().table->columns.size();
  }

  Position location(size_t i) const;
  void set_location(size_t i, const Position& location);
  Chain chain(size_t i) const { return i < chains.size() ? chains[i] : Chain(); }
  void set_chain(size_t i, const Chain& chain);
};

inline void Findings::set_location(size_t i, const Position& location) {
  ShortPosition& kept = details[i].location;
  if (kept.set(location)) return;
  kept = {ShortPosition::kFar, static_cast<uint32_t>(far.size()), 0, 0};
  far.push_back(location);
}

}  // namespace pidun
