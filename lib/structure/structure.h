// Structure: where values, rows and objects begin and end, and which name stands over a value.
//
// One event interface for every format. Readers are incremental: read() takes the input in order, in stretches
// of any length, and appends events; their state is O(1) and copyable, so a copy is a checkpoint from which
// another thread can go on. Readers are tolerant: any bytes give events, none are refused.
// Tested in tests/unit/structure/.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/window.h"

namespace pidun {

enum class Format : uint8_t {
  lines,
  delimited,
  json,
  pairs,      // key=value, logfmt
  form,       // a=b&c=d
  multipart,  // multipart/form-data
  dashed,     // user----password----name
  fixed,      // columns at fixed bytes of a line
  chat,       // exported conversations
  hl7,        // HL7 v2
  sql,
  xml,
  html
};

enum class EventKind : uint8_t { value, object_begin, object_end, array_begin, array_end };

// Bits of Event::flags.
enum EventFlag : uint8_t {
  kEventQuoted = 1,     // the value stands in quotes; begin and end exclude them
  kEventRowBegin = 2,   // first value of its row
  kEventRowEnd = 4,     // last value of its row
  kEventHeader = 8,     // a cell of the header row: a name, not a value
  kEventOpen = 16,      // the value goes on past what was read; its next event has kEventContinued
  kEventContinued = 32  // goes on from an event with kEventOpen; begin is still that of the whole value
};

struct Event {
  uint64_t begin = 0;   // value: its bytes, without quotes. Borders: the bracket, one byte
  uint64_t end = 0;     // with kEventOpen: where reading stopped
  uint32_t column = 0;  // delimited: index of the cell. JSON: index in the array, else 0
  // JSON: bytes of the key over this value, as [begin - name_back, begin - name_back + name_length), without its
  // quotes; name_back is 0 if there is none or it lies more than kMaxNameBack before. Items of an array carry
  // the key of the array. object_begin and array_begin carry their key likewise.
  uint16_t name_back = 0;
  uint16_t name_length = 0;
  uint16_t depth = 0;  // JSON: containers around this event, at most kMaxDepth
  EventKind kind = EventKind::value;
  uint8_t flags = 0;
  // Not 0: the name over this value stands too far away for name_back, or nowhere; Reader::far_name(table, column)
  // has it. Names are those of an INSERT or CREATE TABLE, the <th> of a table, HL7 fields, the parts of a message.
  uint32_t table = 0;
};
static_assert(sizeof(Event) == 32);

using Events = std::vector<Event>;

inline constexpr uint32_t kMaxNameBack = 1024;
inline constexpr uint16_t kMaxDepth = 1024;
inline constexpr uint64_t kPreamble = 4096;

// What the first kPreamble bytes settle, once for the whole input.
struct Layout {
  Format format = Format::lines;
  char delimiter = ',';
  bool has_header = false;
  std::vector<std::string> header;  // names of the columns, quotes undone; empty without a header
  std::vector<uint32_t> starts;     // fixed: the byte of its line at which each column begins; the first is 0
  uint32_t header_lines = 0;        // fixed: lines that belong to the header, a ruler included
  std::string boundary;             // multipart: what parts are parted by, with its two dashes
  bool backslash_escapes = true;    // sql: a backslash escapes in a plain string
};

// What the host says of the format; `automatic` leaves it to the bytes.
// A hint of fixed or multipart that the bytes do not bear out gives lines.
enum class FormatHint : uint8_t {
  automatic,
  lines,
  comma,
  tab,
  pipe,
  semicolon,
  json,
  pairs,
  form,
  multipart,
  dashed,
  fixed,
  chat,
  hl7,
  sql,
  xml,
  html
};
inline constexpr size_t kFormatHints = 17;

// `preamble` is the first kPreamble bytes of the input, or all of a shorter one.
Layout settle_layout(std::string_view preamble, FormatHint hint);

// A name that is not found beside its value. `comment` is what the source says of it in words: COMMENT '手机号'.
struct FarName {
  std::string name;
  std::string comment;
};
// Names of a table stay known at least this far behind the last value under them.
inline constexpr uint64_t kFarNameKept = uint64_t{256} << 10;

class Reader {
 public:
  virtual ~Reader() = default;
  // Reads the bytes of `window` from where the last read ended (offset()) to `end`, appending to `events` in order
  // of their end. `last` says that the input ends at `end`: what is open is closed there. A value that is open at
  // `end` otherwise gets an event with kEventOpen, as soon as it has a byte and it is certain that it is a value; the
  // last event of such a chain, less kEventContinued, is that of the whole value. The window must hold [offset(), end)
  // and, so that names can be looked up, kMaxNameBack bytes before it as far as the input has them.
  virtual void read(const Window& window, uint64_t end, bool last, std::vector<Event>& events) = 0;
  virtual uint64_t offset() const = 0;
  // Nesting went past kMaxDepth: events deeper than that have no names.
  virtual bool too_deep() const { return false; }
  // The name over the values with this Event::table, which is not 0, and Event::column. The same pair always has the
  // same name, so that what follows from it can be kept; empty if there is none or it was forgotten (kFarNameKept).
  virtual FarName far_name(uint32_t, uint32_t) const { return {}; }
  virtual std::unique_ptr<Reader> clone() const = 0;
};

std::unique_ptr<Reader> make_reader(const Layout& layout);

}  // namespace pidun
