// Stretches: what of a text is worth undoing escapes in. Spots of one value that stand near one another make one
// stretch, with enough around them to judge what they are part of.
// Example: in a log line with "%E5%BC%A0" the stretch is the line; in a value of 60 KiB it is a part of it.
// Tested in tests/unit/unwrap/stretches_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/window.h"
#include "unwrap/spots.h"

namespace pidun {

// This much is decoded before the first escape of a stretch, and at least three quarters of it behind the last: the
// longest reading and the words near it. Base64 that an escape ends or begins is decoded whole, as far as the range
// goes.
inline constexpr uint64_t kUnwrapReach = 1024;

// A value of the input, as structure has it.
struct EncodedValue {
  Span span;                // empty: no value here, nothing is decoded
  bool lines = false;       // plain text: escapes are undone line by line, and base64 may go on over lines
  bool csv_quoted = false;  // "" stands for "
  bool form = false;        // application/x-www-form-urlencoded: + is a space
};

// Says which value holds an offset of the input. Asked in ascending order.
class ValueBorders {
 public:
  virtual ~ValueBorders() = default;
  virtual EncodedValue at(uint64_t offset) = 0;
};

// What is undone, in this order when a stretch holds several.
enum StretchKind : uint8_t { kBackslashes = 1, kQuoted = 2, kPercents = 4, kEntities = 8 };

struct EscapeStretch {
  size_t begin = 0;  // in the text
  size_t end = 0;
  uint8_t kinds = 0;  // bits of StretchKind
  bool csv_quoted = false;
  bool form = false;
};

// Stretches around the spots in [from, to) of `text`, ascending and apart. `base` is the input offset of text[0].
// Without borders all of the text is lines.
void find_stretches(std::string_view text, uint64_t base, const Spots& spots, size_t from, size_t to,
                    ValueBorders* borders, std::vector<EscapeStretch>& out);

}  // namespace pidun
