// Rows as candidates. In a chat, a position without a subject of its own takes the nearest one within ten messages or
// 1,000 characters either way (counting.md D9): "查13958270461位置", and the next message has the coordinates.
#include <algorithm>
#include <deque>

#include "record/builder.h"
#include "record/identity.h"

namespace pidun {
namespace {

constexpr uint64_t kSubjectMessages = 10;
constexpr uint64_t kSubjectBytes = 3000;  // 1,000 characters, of three bytes

class RowBuilder final : public Builder {
 public:
  RowBuilder(const Assembler& assembler, bool chat) : assembler_(assembler), chat_(chat) {}
  std::unique_ptr<Builder> clone() const override { return std::make_unique<RowBuilder>(*this); }

  void row(uint64_t begin, RecordList& out) override {
    if (begin == begin_ && number_ != 0) return;
    flush(out);
    begin_ = begin;
    ++number_;
    if (chat_) give_up_waiting(false, out);
  }
  void open(bool, Sense, RecordList&) override {}
  void close(RecordList&) override {}
  void add(std::span<const Field> fields, RecordList& out) override {
    if (fields.empty()) return;
    const uint64_t last = fields.back().span.begin;
    if (fields_.size() + fields.size() > kMostRecordFields || last - std::min(begin_, last) > kMostRecordBytes) {
      for (const Field& field : fields) add_field(field, out);
    } else {
      fields_.insert(fields_.end(), fields.begin(), fields.end());
    }
  }
  void end(RecordList& out) override {
    flush(out);
    give_up_waiting(true, out);
  }
  uint64_t held_from() const override {
    const uint64_t waiting = waiting_.empty() ? UINT64_MAX : waiting_.front().fields.front().span.begin;
    return std::min(waiting, fields_.empty() ? UINT64_MAX : fields_.front().span.begin);
  }

 private:
  // A message of which the subject is known, or a position that waits for one.
  struct Message {
    std::vector<Field> fields;
    uint64_t number = 0, begin = 0;
  };

  void add_field(const Field& field, RecordList& out) {
    if (fields_.size() == kMostRecordFields ||
        field.span.begin - std::min(begin_, field.span.begin) > kMostRecordBytes) {
      reached_limit_ = true;
      flush(out);
      begin_ = field.span.begin;
    }
    fields_.push_back(field);
  }

  void flush(RecordList& out) {
    const bool counts =
        std::any_of(fields_.begin(), fields_.end(), [](const Field& field) { return !field.has(kFieldSupport); });
    if (counts) chat_ ? add_message(out) : assembler_.add(fields_, out);
    fields_.clear();
  }

  bool is_near(const Message& message, uint64_t number, uint64_t begin) const {
    const uint64_t apart = std::max(message.begin, begin) - std::min(message.begin, begin);
    return number - message.number <= kSubjectMessages || apart <= kSubjectBytes;
  }

  void add_message(RecordList& out) {
    const bool fix = std::any_of(fields_.begin(), fields_.end(), [](const Field& field) {
      return field.kind == Kind::location_trajectory && field.is_plain();
    });
    const bool subject = static_cast<bool>(subject_of(fields_));
    if (fix && !subject) {
      if (!subject_.fields.empty() && is_near(subject_, number_, begin_)) return add_fix(fields_, subject_.fields, out);
      waiting_.push_back({fields_, number_, begin_});
      return;
    }
    assembler_.add(fields_, out);
    if (!subject) return;
    subject_ = {fields_, number_, begin_};
    for (const Message& message : waiting_)
      is_near(message, number_, begin_) ? add_fix(message.fields, fields_, out) : assembler_.add(message.fields, out);
    waiting_.clear();
  }

  void add_fix(std::vector<Field> fix, const std::vector<Field>& subject, RecordList& out) {
    for (const Field& field : subject)
      if (field.kind != Kind::location_trajectory) fix.push_back(field);
    assembler_.add(fix, out);
  }

  void give_up_waiting(bool all, RecordList& out) {
    while (!waiting_.empty() && (all || !is_near(waiting_.front(), number_, begin_))) {
      assembler_.add(waiting_.front().fields, out);
      waiting_.pop_front();
    }
  }

  Assembler assembler_;
  bool chat_;
  std::vector<Field> fields_;
  uint64_t begin_ = 0, number_ = 0;
  Message subject_;
  std::deque<Message> waiting_;
};

}  // namespace

std::unique_ptr<Builder> make_row_builder(const Assembler& assembler, bool chat) {
  return std::make_unique<RowBuilder>(assembler, chat);
}

}  // namespace pidun
