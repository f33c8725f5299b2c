// The facts that a tally is a set of, packed into 64-bit words.
//
// A row is a print (two words) and items; the last item carries kLast. All items under one print are its group, in
// whatever rows they came. Most items are one word, those marked with * two:
//
//   record         event (48 bits), recipient (10), flags (4): a record of this identity, once a recipient
//   content        kind (16), print (43): of the record without an event
//   event_content* event (48) | kind (16), print (48)
//   masked         tier flags, kind, prefix, suffix: the print is that of the class and the visible string
//   marker         event (48): there is a named record of this bare number, which absorbs a nameless one here
//   signs*         event (48) | what raises the tier beside other rows, by |: only where fields are to be merged
//   anchor*        rank (3), the value that joins (119 bits): a row of this identity holds it
//   rows*          why they are invalid and what they hold | how many, summed up: under a value that joins, with
//                  contents and records as they would stand under an identity, of the rows that are nobody's
//   link*          value (59) | value (16), name (48): in files only; in memory links are rows of their own
//
// So a record that comes once is 24 bytes, each further content or recipient 8 or 16. An event or name of 48 bits is
// told apart only within one identity or number; a value that links needs 75 bits, an identity all 128.
//
//   王伟,A,P1 to R1:  [A][A] [content name 王伟] [content mobile P1] [record event 0, R1, flags | kLast]
//   link row:         [P1 | by_itself][P1, 王伟][A]
//
// Tested in tests/unit/tally/group_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "record/prints.h"
#include "record/record.h"

namespace pidun {

inline constexpr uint64_t kLast = uint64_t{1} << 63;
inline constexpr uint64_t kRecordItem = uint64_t{1} << 62;

enum class ItemType : uint8_t {
  content,
  event_content,
  masked,
  marker,
  link_by_name,
  link_by_itself,
  signs,
  joining,  // anchor or rows
  record
};

inline ItemType type_of(uint64_t word) {
  return (word & kRecordItem) != 0 ? ItemType::record : static_cast<ItemType>(word >> 59 & 7);
}
// Signs, anchors and rows stand only in files of those that asked for them.
inline bool is_known(uint64_t word, bool asked) {
  return (word & kRecordItem) != 0 || (word >> 59 & 7) < (asked ? 8 : 6);
}
inline size_t words_of(uint64_t word) {
  const ItemType type = type_of(word);
  return type == ItemType::content || type == ItemType::record || type == ItemType::masked || type == ItemType::marker
             ? 1
             : 2;
}
inline constexpr uint64_t typed(ItemType type, uint64_t rest) { return static_cast<uint64_t>(type) << 59 | rest; }

// 0 stays 0, and nothing else becomes 0.
inline uint64_t fold48(uint64_t print) {
  const uint64_t folded = print >> 16;
  return folded == 0 && print != 0 ? 1 : folded;
}

// Flags of a record; those of occurrences are joined by |. Without a tier flag it is of tier 5000.
inline constexpr uint64_t kTier50 = 1;
inline constexpr uint64_t kTier500 = 2;
inline constexpr uint64_t kSensitive = 4;
inline constexpr uint64_t kFix = 8;
inline constexpr uint64_t kRecordFlags = 15;
inline constexpr uint64_t kMostRecipients = 1023;  // 0: only acquired, given to nobody

inline uint64_t tier_flag(uint16_t tier) {
  if (tier == 50) return kTier50;
  return tier == 500 ? kTier500 : 0;
}

inline uint64_t record_item(uint64_t event48, uint64_t recipient, uint64_t flags) {
  return kRecordItem | event48 << 14 | recipient << 4 | flags;
}
inline uint64_t event_of_record(uint64_t item) { return item >> 14 & 0xFFFFFFFFFFFF; }
inline uint64_t recipient_of(uint64_t item) { return item >> 4 & 0x3FF; }
inline uint64_t flags_of(uint64_t item) { return item & kRecordFlags; }
inline uint64_t with_recipient(uint64_t item, uint64_t recipient) {
  return (item & ~(uint64_t{0x3FF} << 4)) | recipient << 4;
}

inline uint64_t content_item(Kind kind, uint64_t print) {
  return typed(ItemType::content, uint64_t{static_cast<uint16_t>(kind)} << 43 | print >> 21);
}
inline uint64_t kind_of_content(uint64_t item) { return item >> 43 & 0xFFFF; }
inline uint64_t event_content_head(uint64_t event48) { return typed(ItemType::event_content, event48); }
inline uint64_t event_content_tail(Kind kind, uint64_t print) {
  return uint64_t{static_cast<uint16_t>(kind)} << 48 | print >> 16;
}
inline uint64_t event_of(uint64_t head) { return head & 0xFFFFFFFFFFFF; }  // of event_content and marker

inline uint64_t masked_item(const MaskedClass& of, uint64_t flags) {
  return typed(ItemType::masked, uint64_t{static_cast<uint16_t>(of.kind)} << 20 | uint64_t{of.prefix} << 12 |
                                     uint64_t{of.suffix} << 4 | flags);
}
inline uint64_t class_of_masked(uint64_t item) { return item >> 4 & 0xFFFFFFFF; }

inline uint64_t marker_item(uint64_t event48) { return typed(ItemType::marker, event48); }

inline uint64_t signs_head(uint64_t event48) { return typed(ItemType::signs, event48); }

// Prints of values that join have nothing in their lowest nine bits (join_key()).
inline bool may_join(const uint64_t* print) { return (print[0] & kJoinLowBits) == 0; }
inline uint64_t anchor_head(uint8_t rank, const Print& join) {
  return typed(ItemType::joining, uint64_t{rank} << 55 | join.high >> 9);
}
inline uint8_t rank_of_anchor(uint64_t head) { return static_cast<uint8_t>(head >> 55 & 7); }
inline Print join_of_anchor(uint64_t head, uint64_t tail) { return {head << 9, tail}; }

inline constexpr uint64_t kRowsItem = uint64_t{1} << 58;
// What rows of one head are: an invalid reason, the tier flags that they are unlinked with, and what they would have
// been as records: triggers, and how many values were dropped.
struct WaitingRows {
  InvalidReason reason = InvalidReason::none;
  uint64_t tier = 0;
  uint8_t triggers = 0;
  uint32_t dropped = 0;  // at most 255
};
inline bool is_rows(uint64_t head) { return type_of(head) == ItemType::joining && (head & kRowsItem) != 0; }
inline bool is_anchor(uint64_t head) { return type_of(head) == ItemType::joining && (head & kRowsItem) == 0; }
inline uint64_t rows_head(const WaitingRows& of) {
  return typed(ItemType::joining, kRowsItem | uint64_t{static_cast<uint8_t>(of.reason)} << 16 | of.tier << 12 |
                                      uint64_t{of.triggers} << 8 | std::min<uint32_t>(of.dropped, 255));
}
inline WaitingRows rows_of_head(uint64_t head) {
  return {static_cast<InvalidReason>(head >> 16 & 7), head >> 12 & 3, static_cast<uint8_t>(head >> 8 & 15),
          static_cast<uint32_t>(head & 255)};
}

// A row of the store of links. Its key is `value` and the top of `detail`.
struct LinkRow {
  uint64_t value;   // 59 bits of the print; the lowest bit: by itself
  uint64_t detail;  // 16 bits more of the print, and the name
  uint64_t node;    // of the identity
  uint64_t name() const { return detail & 0xFFFFFFFFFFFF; }
  bool by_itself() const { return (value & 1) != 0; }
};
static_assert(sizeof(LinkRow) == 24);

inline uint64_t node_of(const Print& identity) { return identity.high; }
inline LinkRow link_row(const LinkPrint& link, uint64_t node) {
  return {(link.value.high & ~uint64_t{31}) | (link.by_itself ? 1 : 0),
          (link.value.low >> 48 << 48) | (link.by_itself ? 0 : fold48(link.name)), node};
}
inline uint64_t link_item(const LinkRow& row) {
  return typed(row.by_itself() ? ItemType::link_by_itself : ItemType::link_by_name, row.value >> 5);
}
inline LinkRow link_of_item(uint64_t head, uint64_t detail, uint64_t node) {
  return {head << 5 | (type_of(head) == ItemType::link_by_itself ? 1u : 0u), detail, node};
}

inline size_t partition_of(uint64_t high) { return high >> 56; }

}  // namespace pidun
