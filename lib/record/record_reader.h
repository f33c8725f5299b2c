// Groups what was found in an input to records, while the input is read: the events of its structure and the fields in
// them, in order. Any cutting and any number of threads give the same records: a shard that begins in the middle of a
// record keeps what it cannot tell yet, and is appended to the one before it.
// Example: of a CSV of three rows with an ID number each, three records; the last when the input ends.
// Tested in tests/unit/record/records_test.cpp, tests/property/stream_cuts_test.cpp and threads_test.cpp.
#pragma once

#include <memory>
#include <optional>

#include "detect/key_labels.h"
#include "record/builder.h"
#include "record/field_reader.h"

namespace pidun {

// What all readers of one scan share; it outlives them.
struct RecordRules {
  std::vector<RuleTrait> traits;
  Label login_name = Label::none;  // of the rule of login names
  const LabelTable* labels = nullptr;
  RaiseOptions raises;
  // By which rules values are told that stand in parts.
  struct OfParts {
    Kind kind;
    uint16_t rule = 0;
    uint16_t tier = 0;
  };
  OfParts name{Kind::person_name}, address{Kind::home_address};
};

// What is asked of one scan.
struct RecordWishes {
  Identity subject;           // of positions that have none
  std::string join;           // columns and keys whose values join rows, parted by commas
  bool merge_fields = false;  // rows of one identity raise the tier together
};

class RecordReader {
 public:
  // From the beginning of an input, or from the middle of one.
  RecordReader(const RecordRules& rules, const Prints& prints, uint32_t day, const Layout& layout, bool middle,
               const RecordWishes& wishes = {});
  RecordReader(const RecordReader& other);
  RecordReader& operator=(const RecordReader&) = delete;

  FieldReader& fields() { return fields_; }
  // What begins in `segment`: the events, which were read at least a little further, and the fields, in order.
  // Whose the fields are is said in them.
  void add(const Window& window, const Events& events, const Reader& reader, std::span<Field> fields, Span segment,
           RecordList& out);
  // `later` began where this one stands; `done` are the records it told. Appends those of both that are now known.
  void append(RecordReader&& later, RecordList& done, RecordList& out);
  // The input ended.
  void finish(RecordList& out);
  // Where the oldest field begins that is held; UINT64_MAX if none is.
  uint64_t held_from() const;
  bool reached_limit() const { return builder_->reached_limit(); }

 private:
  void note_place(const Event& event, Sense sense);
  void add_joined(const Window& window, const Events& events, size_t i, Sense sense, RecordList& out);
  void add_join(const Window& window, const Event& event, Sense sense, RecordList& out);
  void add_support(const Window& window, const Event& event, Sense sense, RecordList& out);
  void note_border(const Window& window, const Event& event, const Reader& reader, RecordList& out);
  void row(uint64_t begin, RecordList& out);
  void begin_row(const Window& window, const Events& events, size_t i, RecordList& out);
  void line(const Window& window, uint64_t begin, RecordList& out);
  void empty_line(uint64_t begin, RecordList& out);
  void add_fields(std::span<const Field> fields, RecordList& out);
  bool says_header(const Window& window, const Events& events, size_t i) const;

  const RecordRules* rules_;
  Format format_;
  bool tree_;
  std::vector<std::string> header_;
  Senses senses_;
  FieldReader fields_;
  std::unique_ptr<Builder> builder_;
  std::optional<Tape> tape_;         // until it is known where a record begins
  FieldRole role_ = FieldRole::own;  // of the value under way
  uint16_t part_ = 0;                // its number among several of the role; of HL7, its segment
  bool skips_row_ = false;           // it is the header again
  bool rows_begin_ = false;          // behind the tape
  uint64_t start_ = UINT64_MAX;      // of what is read here
  uint64_t row_begin_ = 0;           // of plain text: where the record begins
  KeyLabels form_labels_;            // the same few come again
};

}  // namespace pidun
