// What a builder of records is told, in the order of the input: rows, objects, arrays, and the fields in them.
// A tape keeps this for a part of the input whose beginning lies in the middle of a record.
#pragma once

#include <memory>
#include <vector>

#include "record/assemble.h"
#include "record/senses.h"

namespace pidun {

inline constexpr uint64_t kMostRecordBytes = uint64_t{1} << 20;

class Builder {
 public:
  virtual ~Builder() = default;
  // One that begins where the last began goes on with it.
  virtual void row(uint64_t begin, RecordList& out) = 0;
  virtual void open(bool array, Sense sense, RecordList& out) = 0;
  virtual void close(RecordList& out) = 0;
  // Fields in the order in which they begin.
  virtual void add(std::span<const Field> fields, RecordList& out) = 0;
  virtual void end(RecordList& out) = 0;  // of the input
  virtual std::unique_ptr<Builder> clone() const = 0;
  // Where the oldest field begins that is still held; UINT64_MAX if none is.
  virtual uint64_t held_from() const = 0;
  bool reached_limit() const { return reached_limit_; }

 protected:
  bool reached_limit_ = false;  // a record was closed early
};

// Each row is a candidate. Of chats, a message; see subjects.h.
std::unique_ptr<Builder> make_row_builder(const Assembler& assembler, bool chat);
// Each object may be one, or a part of what is around it.
std::unique_ptr<Builder> make_tree_builder(const Assembler& assembler);

class Tape {
 public:
  void row(uint64_t begin) { tokens_.push_back({Token::Kind::row, false, {}, begin}); }
  void open(bool array, Sense sense) { tokens_.push_back({Token::Kind::open, array, sense, 0}); }
  void close() { tokens_.push_back({Token::Kind::close, false, {}, 0}); }
  void field(const Field& field) {
    tokens_.push_back({Token::Kind::field, false, {}, fields_.size()});
    fields_.push_back(field);
  }
  // A field whose value began before the tape is of `role`, one whose segment did is of `part`.
  void replay(Builder& builder, FieldRole role, uint16_t part, RecordList& out) const;
  uint64_t held_from() const { return fields_.empty() ? UINT64_MAX : fields_.front().span.begin; }

 private:
  struct Token {
    enum class Kind : uint8_t { row, open, close, field } kind;
    bool array;
    Sense sense;
    uint64_t number;  // of a row: where it begins; of a field: its index
  };
  std::vector<Token> tokens_;
  std::vector<Field> fields_;
};

}  // namespace pidun
