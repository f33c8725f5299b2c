// One record (条): the fields about one person in one row, object, message or picture, and what identifies them.
//
// facts/counting.md, D1 to D9, says what a record is, what its identity and its event are and why a row is dropped;
// here is only what counting needs of one. No value stands here: a value is a print, a keyed hash of its canonical
// form. Of one row "王伟,110101199003070011,13958270461": outcome valid, identity the print of the ID number, contents
// the prints of name and mobile number, links the ID number and the mobile number with its name. Tested in
// tests/unit/record/.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "base/window.h"
#include "rules/kinds.h"
#include "structure/structure.h"

namespace pidun {

// A keyed 128-bit hash; two values have the same print under one key exactly if they are the same.
struct Print {
  uint64_t high = 0;
  uint64_t low = 0;
  friend bool operator==(const Print&, const Print&) = default;
};

enum class Outcome : uint8_t { valid, masked, invalid };

// Why an invalid row is none (D3).
enum class InvalidReason : uint8_t { none, checksum, impossible_date, test_value, equal_digits, no_identity, header };
inline constexpr size_t kInvalidReasons = 7;

// Bits of Record::triggers: one such record is enough to be told (D13). A product rule, no statutory number.
enum RecordTrigger : uint8_t {
  kTriggerFix = 1,            // position of an identified person
  kTriggerCredentialSet = 2,  // account or card with its secret
  kTriggerSpecialDisease = 4,
  kTriggerMinor = 8  // under 14 on the day given
};
inline constexpr size_t kRecordTriggers = 4;

// A value that is no part of the identity: a change of it is counted (D12).
struct ContentPrint {
  Kind kind = Kind::none;
  uint64_t print = 0;
};

// A value that links records of one person (D11).
struct LinkPrint {
  Print value;
  // By itself: all that hold it are one person (ID, document, card). Else (mobile, e-mail) those are that also have the
  // same name, and all of them where at most one name is seen with it; `name` is 0 if the record has none.
  bool by_itself = false;
  uint64_t name = 0;
};

// What of a masked value can be seen (D8). Number and glyph of the mask's characters are ignored.
struct MaskedClass {
  Kind kind = Kind::none;
  uint8_t prefix = 0;  // visible characters before the mask
  uint8_t suffix = 0;
  friend bool operator==(const MaskedClass&, const MaskedClass&) = default;
};

inline constexpr uint8_t kWeakRank = 7;  // Record::join_rank of two weak values together

struct Record {
  Span span;  // bytes of the input: from its first to its last field
  Outcome outcome = Outcome::invalid;
  InvalidReason reason = InvalidReason::none;  // of an invalid one
  uint8_t triggers = 0;                        // RecordTrigger bits
  bool sensitive = false;                      // holds a field that PIPL art. 28 names
  uint16_t tier = 0;                           // 50, 500, 5000: of its most sensitive field, raised (D6)
  uint32_t dropped_values = 0;                 // failed values beside an identity
  Format format = Format::lines;               // of its input
  uint32_t slice = 0;                          // of a batch, which input it is of

  // valid
  Print identity;         // of the strongest key (D5)
  uint64_t event = 0;     // print of the event key; 0: state-like
  bool fix = false;       // a position (D9)
  bool nameless = false;  // the identity is a mobile number or e-mail address that has no name beside it …
  bool has_bare = false;  // … or has one: then `bare` is the identity of a nameless record of the same number,
  Print bare;             // which this one absorbs
  std::span<const ContentPrint> contents;
  std::span<const LinkPrint> links;

  // masked
  MaskedClass masked_class;
  Print visible;  // of the class and what can be seen

  // Asked for only:
  // Print of the value that joins rows, 0: none. Of an invalid record that has one, event, contents, and what it would
  // be of if it were somebody's, are set too.
  Print join;
  uint8_t join_rank = 0;     // how strong the identity is among those of one such value: 0 is the strongest
  uint16_t joined_tier = 0;  // of an invalid one
  uint8_t joined_triggers = 0;
  uint32_t joined_dropped = 0;
  uint64_t signs = 0;  // what raises the tier beside other rows of the same identity; see raises.h

  std::span<const Kind> kinds;  // of all its fields, sorted, each once
};

}  // namespace pidun
