// Names of columns by table: what is found, what is kept, what is forgotten.
#include "structure/name_tables.h"

#include <catch2/catch.hpp>

using namespace pidun;

namespace {

ColumnList list(std::initializer_list<const char*> names) {
  ColumnList columns;
  for (const char* name : names) columns.add(name);
  return columns;
}

}  // namespace

TEST_CASE("name tables: the columns of a created table, with their comments", "[structure]") {
  NameTables tables;
  ColumnList columns = list({"id"});
  columns.add("phone");
  columns.comment("手机号");
  tables.create("t", columns, 0);
  const uint32_t number = tables.use("t", 10);
  REQUIRE(number != 0);
  CHECK(tables.name(number, 0).name == "id");
  CHECK(tables.name(number, 0).comment == "");
  CHECK(tables.name(number, 1).name == "phone");
  CHECK(tables.name(number, 1).comment == "手机号");
  CHECK(tables.name(number, 2).name == "");
  CHECK(tables.name(0, 0).name == "");
  CHECK(tables.name(99, 0).name == "");
  CHECK(tables.use("u", 10) == 0);
}

TEST_CASE("name tables: the same list is the same number, another one another", "[structure]") {
  NameTables tables;
  const uint32_t number = tables.use("t", list({"a", "b"}), 0);
  CHECK(tables.use("t", list({"a", "b"}), 5) == number);
  CHECK(tables.use("t", list({"b", "a"}), 6) != number);
  CHECK(tables.use("u", list({"a", "b"}), 7) != number);
  CHECK(tables.use("t", list({"a", "b"}), 8) == number);
  CHECK(tables.use("t", 9) == 0);  // it was never created
}

TEST_CASE("name tables: a list takes comments from the table's creation", "[structure]") {
  NameTables tables;
  ColumnList columns = list({"a"});
  columns.comment("甲");
  tables.create("t", columns, 0);
  const uint32_t number = tables.use("t", list({"b", "a"}), 1);
  CHECK(tables.name(number, 1).comment == "甲");
  CHECK(tables.name(number, 0).comment == "");
}

TEST_CASE("name tables: names over a value never change", "[structure]") {
  NameTables tables;
  tables.create("t", list({"a"}), 0);
  tables.comment("t", "a", "甲");
  const uint32_t number = tables.use("t", 1);
  tables.comment("t", "a", "乙");  // too late
  CHECK(tables.name(number, 0).comment == "甲");
  tables.create("t", list({"b"}), 2);
  CHECK(tables.name(number, 0).name == "a");
  const uint32_t again = tables.use("t", 3);
  CHECK(again != number);
  CHECK(tables.name(again, 0).name == "b");
  const NameTables copy = tables;
  CHECK(copy.name(number, 0).name == "a");
}

TEST_CASE("name tables: names that are too long or hold marks", "[structure]") {
  NameTables tables;
  ColumnList columns = list({"a"});
  columns.add(std::string(kColumnNameMost + 1, 'x'));
  columns.add(std::string_view("b\0c\1d", 5));
  columns.comment(std::string(kColumnNameMost + 1, 'y'));
  const uint32_t number = tables.use("t", columns, 0);
  CHECK(tables.name(number, 1).name == "");
  CHECK(tables.name(number, 2).name == "b c d");
  CHECK(tables.name(number, 2).comment == "");
  for (int i = 0; i < 1000; ++i) columns.add("0123456789012345678901234567890123456789");
  CHECK(columns.text().size() <= ColumnList::kMost);
  CHECK(tables.use(std::string(kColumnNameMost + 1, 't'), columns, 0) == 0);
}

TEST_CASE("name tables: no more than kTablesMost, and none is forgotten that a near value may have", "[structure]") {
  NameTables tables;
  std::vector<uint32_t> numbers;
  for (size_t i = 0; i < kTablesMost + 5; ++i) numbers.push_back(tables.use(std::to_string(i), list({"a"}), i));
  CHECK(numbers[kTablesMost - 1] != 0);
  CHECK(numbers[kTablesMost] == 0);  // all others are near
  CHECK(tables.name(numbers[0], 0).name == "a");
  // The first is used again, so the second is the one to go.
  CHECK(tables.use("0", list({"a"}), 2000) == numbers[0]);
  const uint32_t late = tables.use("late", list({"z"}), kFarNameKept + 1);
  REQUIRE(late != 0);
  CHECK(tables.name(late, 0).name == "z");
  CHECK(tables.name(numbers[0], 0).name == "a");
  CHECK(tables.name(numbers[1], 0).name == "");
}

TEST_CASE("name tables: no more than kTableTextMost bytes", "[structure]") {
  NameTables tables;
  ColumnList big;
  while (big.text().size() + 120 < ColumnList::kMost) big.add(std::string(100, 'c'));
  size_t kept = 0;
  for (int i = 0; i < 10; ++i) kept += tables.use("t" + std::to_string(i), big, 0) != 0 ? 1u : 0u;
  CHECK(kept == kTableTextMost / ColumnList::kMost);
  CHECK(tables.use("t0", big, 0) != 0);
  CHECK(tables.use("later", big, kFarNameKept) != 0);
}
