// HL7 v2: messages of segments of fields, as files or framed (MLLP). A segment is a row.
//
// - A return, a newline, and the framing bytes 0x0B and 0x1C end a segment. A segment begins with its name, three
// capitals or digits
//   (the first a capital) and a field separator. MSH, FHS and BHS bring their own separators, which hold until the next
//   of these; before the first they are |^~\&.
// - A segment whose end is missing: a field that ends with a known segment name, right before a field separator, ends
//   there with its segment, and the next begins.
// - A value is a subcomponent with at least one byte. Event::table is hl7_table(name), Event::column is
//   hl7_column(field, component, subcomponent), all counted from 1 as the standard does (MSH-1 is the separator
//   itself); a repetition counts its components anew. far_name() gives "PID-5.1", and what the standard calls PID-5.
//   What stands in a segment without a name has table 0.
// - A message is an object, and so is each patient in it: from a PID to the next PID, or the end of the message. They
//   have no brackets: begin == end, where the segment begins.
// Tested in tests/unit/structure/hl7_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/row_writer.h"

namespace pidun {

constexpr uint32_t hl7_table(char a, char b, char c) {
  return uint32_t{static_cast<unsigned char>(a)} << 16 | uint32_t{static_cast<unsigned char>(b)} << 8 |
         uint32_t{static_cast<unsigned char>(c)};
}
// Components and subcomponents past 255 count as 255, fields past 65535 as that.
constexpr uint32_t hl7_column(uint32_t field, uint32_t component, uint32_t subcomponent) {
  return field << 16 | component << 8 | subcomponent;
}
// True of the names by which a segment is known that follows another without an end between.
bool is_known_segment(uint32_t table);
FarName hl7_name(uint32_t table, uint32_t column);

class Hl7Reader final : public ForwardReader {
 public:
  std::unique_ptr<Reader> clone() const override { return std::make_unique<Hl7Reader>(*this); }
  FarName far_name(uint32_t table, uint32_t column) const override { return hl7_name(table, column); }

 protected:
  void start(uint64_t first) override { begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  // name: up to the separator behind the segment's name. encoding: MSH-2.
  enum class State : uint8_t { name, encoding, field };

  void on_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_name_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_encoding_byte(uint64_t at, char c);
  void on_field_byte(const Window& window, uint64_t at, char c, Events& events);
  void begin_segment(const Window& window, uint64_t at, Events& events);
  void end_segment(uint64_t next, Events& events);
  void end_value(uint64_t end, uint64_t next, Events& events);
  void group(uint64_t at, Events& events);
  void border(EventKind kind, uint64_t at, Events& events);
  bool is_header() const;
  Event value(uint64_t end) const;

  State state_ = State::name;
  uint64_t begin_ = 0;  // of the segment, of MSH-2, or of the value
  uint32_t table_ = 0;
  uint32_t field_ = 0;
  uint32_t component_ = 1;
  uint32_t subcomponent_ = 1;
  char separators_[5] = {'|', '^', '~', '\\', '&'};  // field, component, repetition, escape, subcomponent
  bool in_message_ = false;
  bool in_patient_ = false;
  RowWriter row_;
};

}  // namespace pidun
