// Words, items and groups.
#include "tally/group.h"

#include <catch2/catch.hpp>
#include <set>

#include "support/made_records.h"
#include "tally/components.h"
#include "tally/row_table.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

std::vector<uint64_t> row(uint64_t print, std::vector<Item> items) {
  make_canonical(items);
  std::vector<uint64_t> words(2 + 2 * items.size());
  words[0] = words[1] = print;
  const uint64_t* end = write_items(items, words.data() + 2);
  words.resize(static_cast<size_t>(end - words.data()));
  return words;
}

}  // namespace

TEST_CASE("What is packed into a word comes out again") {
  const uint64_t event = fold48(print_of("event").high);
  for (const uint64_t recipient : {uint64_t{0}, uint64_t{1}, kMostRecipients}) {
    const uint64_t item = record_item(event, recipient, kTier500 | kFix);
    CHECK(type_of(item) == ItemType::record);
    CHECK(event_of_record(item) == event);
    CHECK(recipient_of(item) == recipient);
    CHECK(flags_of(item) == (kTier500 | kFix));
    CHECK(recipient_of(with_recipient(item, 5)) == 5);
  }
  CHECK(kind_of_content(content_item(Kind{0xFFFF}, ~uint64_t{0})) == 0xFFFF);
  CHECK(type_of(content_item(Kind{0xFFFF}, ~uint64_t{0})) == ItemType::content);
  CHECK(class_of_masked(masked_item({Kind{7}, 3, 4}, 2)) == (uint64_t{7} << 16 | 3 << 8 | 4));
  CHECK(fold48(0) == 0);
  CHECK(fold48(1) == 1);
  for (const bool by_itself : {true, false}) {
    const LinkRow link = link_row({print_of("value"), by_itself, 77777777}, 5);
    const LinkRow back = link_of_item(link_item(link), link.detail, 5);
    CHECK(back.value == link.value);
    CHECK(back.by_itself() == by_itself);
    CHECK(words_of(link_item(link)) == 2);
  }
}

TEST_CASE("Items of one record and recipient become one with the flags of both") {
  std::vector<Item> items{{record_item(1, 2, kSensitive), 0},
                          {content_item(Kind::home_address, 99), 0},
                          {record_item(1, 2, kTier50), 0},
                          {content_item(Kind::home_address, 99), 0},
                          {record_item(1, 3, 0), 0}};
  make_canonical(items);
  REQUIRE(items.size() == 3);
  CHECK(flags_of(items[1].word) == (kSensitive | kTier50));
}

TEST_CASE("Rows of one key come as one group, in the order of their first rows") {
  std::vector<uint64_t> words;
  constexpr uint64_t kKeys = 1000;
  for (uint64_t round = 0; round < 3; ++round)
    for (uint64_t key = 0; key < kKeys; ++key) {
      // The third round is the first one again.
      const auto more = row(key << 40 | 1, {{record_item(round % 2, 1, 0), 0}, {event_content_head(3), key}});
      words.insert(words.end(), more.begin(), more.end());
    }
  RowTable<GroupLayout> table;
  for (int again = 0; again < 2; ++again) {
    table.build(words);
    GroupReader reader;
    uint64_t expected = 0;
    table.each([&](const uint64_t* first, std::span<const uint64_t* const> others) {
      REQUIRE(first[0] == (expected++ << 40 | 1));
      REQUIRE(others.size() == 1);
      REQUIRE(reader.read(first, others).size() == 3);
    });
    CHECK(expected == kKeys);
  }
}

TEST_CASE("What joins rows is packed whole, and rows that wait are summed up even where they are the same") {
  const Print value = join_key(print_of("M1"));
  for (const uint8_t rank : {uint8_t{0}, uint8_t{5}, kWeakRank}) {
    const uint64_t head = anchor_head(rank, value);
    CHECK(is_anchor(head));
    CHECK(!is_rows(head));
    CHECK(words_of(head) == 2);
    CHECK(rank_of_anchor(head) == rank);
    CHECK(join_of_anchor(head, value.low) == value);
  }
  const WaitingRows of{InvalidReason::no_identity, kTier500, 9, 300};
  const WaitingRows back = rows_of_head(rows_head(of));
  CHECK(is_rows(rows_head(of)));
  CHECK((back.reason == of.reason && back.tier == of.tier && back.triggers == of.triggers && back.dropped == 255));

  std::vector<uint64_t> words;
  constexpr uint64_t kRows = 5;
  for (uint64_t i = 0; i < kRows; ++i) {
    const auto more =
        row(value.high, {{rows_head(of), 1}, {record_item(0, 1, 0), 0}, {content_item(Kind{1}, i << 40), 0}});
    words.insert(words.end(), more.begin(), more.end());
    words.insert(words.end(), more.begin(), more.end());
  }
  RowTable<GroupLayout> table;
  table.build(words);
  GroupReader reader;
  table.each([&](const uint64_t* first, std::span<const uint64_t* const> others) {
    const auto items = reader.read(first, others);
    CHECK(rows_of(items) == 2 * kRows);
    CHECK(items.size() == kRows + 2);
  });
}

TEST_CASE("Of a value in too many rows only their number is kept") {
  std::vector<Item> items{{rows_head({InvalidReason::checksum, 0, 0, 0}), kMostJoined},
                          {rows_head({InvalidReason::no_identity, 0, 0, 0}), 1},
                          {record_item(0, 1, 0), 0},
                          {content_item(Kind{1}, 7), 0}};
  std::vector<Item> fewer = items;
  fewer[0].tail = kMostJoined - 1;
  make_canonical(items);
  make_canonical(fewer);
  CHECK(items.size() == 2);
  CHECK(fewer.size() == 4);
}

TEST_CASE("Nodes that are joined, in any way, have one root") {
  Components components;
  CHECK(components.find(1) == Components::kNone);
  for (uint64_t node = 0; node < 1000; ++node) components.join(node * 7919 % 1000, (node * 7919 + 10) % 1000);
  components.flatten();
  std::set<uint32_t> roots;
  for (uint64_t node = 0; node < 1000; ++node) roots.insert(components.root(components.find(node)));
  CHECK(roots.size() == 10);
  CHECK(components.root(components.find(3)) == components.root(components.find(993)));
  CHECK(components.find(1000) == Components::kNone);
}
