// What a column is, settled from its header and its first cells.
#include "detect/column_kinds.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pidun;

namespace {

constexpr Label kMobile = label_of(Kind::mobile_number), kId = label_of(Kind::resident_id_number);

struct Case {
  std::string promise;
  Label header = Label::none;
  uint32_t filled = 0;
  uint32_t mobiles = 0;
  uint32_t as_named = 0;
  Label label = Label::none;
  bool by_content = false;
};

ColumnLabel settled(const Case& c, bool has_form) {
  ColumnCells cells;
  cells.filled = c.filled;
  for (uint32_t i = 0; i < c.mobiles; ++i) cells.add(Kind::mobile_number);
  cells.as_named = c.as_named;
  return settle_column(cells, c.header, has_form);
}

ColumnCells ids(uint32_t filled, uint32_t checked, uint32_t days) {
  ColumnCells cells;
  cells.filled = filled;
  for (uint32_t i = 0; i < checked; ++i) {
    cells.add(Kind::resident_id_number);
    cells.birth_days.push_back(19900101 + i % days);
  }
  return cells;
}

}  // namespace

TEST_CASE("column kinds: header against content", "[columns]") {
  const Case cases[] = {
      {"a header that is right stays", kMobile, 5, 5, 5, kMobile, false},
      {"a header that is right stays whatever few cells hold", kMobile, 9, 1, 1, kMobile, false},
      {"a group that names the content stays", Label::phone, 5, 5, 5, Label::phone, false},
      {"a header that lies loses to five cells of five", kId, 5, 5, 0, kMobile, true},
      {"and to four of five", kId, 5, 4, 0, kMobile, true},
      {"even where a cell has the form that the header names", kId, 5, 4, 1, kMobile, true},
      {"four cells say nothing against a header", kId, 4, 4, 0, kId, false},
      {"seven of ten, with a cell as named, are too few", kId, 10, 7, 1, kId, false},
      {"seven of ten, none as named: the label counts no more, most cells name the column", kId, 10, 7, 0, kMobile,
       true},
      {"none as named, few of another kind: no label", kId, 10, 4, 0, Label::none, false},
      {"none as named, of four cells: the header stays", kId, 4, 0, 0, kId, false},
      {"a name over numbers is a lie", label_of(Kind::person_name), 5, 5, 0, kMobile, true},
      {"no header: most cells name the column", Label::none, 5, 3, 0, kMobile, true},
      {"no header: half of the cells do not", Label::none, 6, 3, 0, Label::none, false},
      {"no header: three cells are enough", Label::none, 3, 3, 0, kMobile, true},
      {"no header: two cells are not", Label::none, 2, 2, 0, Label::none, false},
      {"a header that says nothing is none", Label::other, 5, 5, 0, kMobile, true},
      {"and stays where the cells say nothing either", Label::other, 5, 1, 0, Label::other, false},
      {"order numbers that look like mobiles stay order numbers", Label::order, 50, 50, 0, Label::order, false},
      {"a column without cells keeps its header", kMobile, 0, 0, 0, kMobile, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.promise);
    const ColumnLabel label = settled(c, true);
    CHECK(static_cast<int>(label.label) == static_cast<int>(c.label));
    CHECK(label.by_content == c.by_content);
  }
}

TEST_CASE("column kinds: a header whose values have no form of their own is not refuted by their look", "[columns]") {
  const Label address = label_of(Kind::home_address);
  const Case none{"", address, 10, 2, 0, address, false};
  CHECK(settled(none, false).label == address);
  CHECK(settled(none, true).label == Label::none);
}

TEST_CASE("column kinds: where a position or a journey is called for, addresses are no lie", "[columns]") {
  const LabelTable labels;
  ColumnCells cells;
  cells.filled = 20;
  for (int i = 0; i < 20; ++i) cells.add(Kind::home_address);
  for (const char* name : {"打卡地点", "上车地点", "酒店名称", "业主房号"}) {
    CAPTURE(name);
    const Label header = labels.classify(name);
    REQUIRE(is_field(header));
    CHECK(settle_column(cells, header, false).label == header);
  }
  const ColumnLabel other = settle_column(cells, labels.classify("工作单位"), false);
  CHECK(other.label == label_of(Kind::home_address));
  CHECK(other.by_content);
}

TEST_CASE("column kinds: IDs that pass the check beat the header of an order number", "[columns]") {
  struct {
    std::string promise;
    uint32_t filled, checked, days;
    bool ids;
  } const cases[] = {
      {"ten of ten, of ten days", 10, 10, 10, true}, {"eight of ten", 10, 8, 8, true},
      {"seven of ten do not", 10, 7, 7, false},      {"nine of nine do not", 9, 9, 9, false},
      {"of one day do not", 20, 20, 1, false},       {"of days that half of them share do", 20, 20, 10, true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.promise);
    const ColumnLabel label = settle_column(ids(c.filled, c.checked, c.days), Label::order, false);
    CHECK(label.by_content == c.ids);
    CHECK(static_cast<int>(label.label) == static_cast<int>(c.ids ? kId : Label::order));
  }
}

TEST_CASE("column kinds: of two kinds held by as many cells, the lesser number names the column", "[columns]") {
  ColumnCells cells;
  cells.filled = 3;
  for (int i = 0; i < 2; ++i) {
    cells.add(Kind::resident_id_number);
    cells.add(Kind::mobile_number);
  }
  CHECK(settle_column(cells, Label::none, false).label == kMobile);
}
