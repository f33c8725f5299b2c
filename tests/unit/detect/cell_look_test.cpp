// Cells of a table: what they look like at a glance, and the same by masks.
#include "detect/cell_look.h"

#include <catch2/catch.hpp>
#include <iterator>
#include <ostream>
#include <string>

#include "base/utf8.h"
#include "property/made_values.h"
#include "text/fold.h"
#include "text/fold_table.h"
#include "unwrap/spots.h"

namespace pidun {
namespace {

struct Case {
  const char* cell;
  CellLook look;
};
constexpr Case kCases[] = {
    {"", CellLook::empty},
    {"13900001234", CellLook::digits},
    {"1", CellLook::digits},
    {"11010119900307777X", CellLook::id},
    {"11010119900307777x", CellLook::id},
    {"1101011990030777X", CellLook::other},
    {"39.5", CellLook::figure},
    {"2022-04-02", CellLook::figure},
    {"2022-04-021", CellLook::other},
    {"010-1234567", CellLook::other},
    {"139-0000", CellLook::other},
    {"5.", CellLook::other},
    {"2022-04-02 10:30:00", CellLook::moment},
    {"2022-04-02T10:30", CellLook::moment},
    {"2022-04-02 10:30:0", CellLook::other},
    {"2022-04-02_10:30", CellLook::other},
    {"2022/04/02 10:30", CellLook::other},
    {"paid", CellLook::word},
    {"Y", CellLook::word},
    {"paid_off", CellLook::other},
    {"SO2024", CellLook::other},
    {"梁建", CellLook::hanzi},
    {"国某女", CellLook::other},
    {"㐀成", CellLook::other},
    {"梁 建", CellLook::other},
    {"建设路188号19栋2338室", CellLook::mixed},
    {"建设路1234567号", CellLook::other},
    {"闽20401领", CellLook::other},
    {"京A12345", CellLook::plate},
    {"京AD12345", CellLook::plate},
    {"京a12345", CellLook::other},
    {"使Q0B4F3", CellLook::other},
    {"a@b.cn", CellLook::other},
    {"138****8000", CellLook::other},
};

CellLook look_in(const std::string& text, size_t begin, size_t end) {
  CellMasks masks;
  masks.make(text);
  return cell_look(text, masks, begin, end);
}

}  // namespace

TEST_CASE("a cell looks plain only where nothing has to be searched for in it") {
  for (const Case& each : kCases) {
    CAPTURE(each.cell);
    const std::string cell = each.cell, text = "梁建,2022," + cell + ",13900001234\n";
    const size_t begin = text.find(cell, 12), end = begin + cell.size();
    CHECK(cell_look(text, begin, end) == each.look);
    CHECK(look_in(text, begin, end) == each.look);
  }
}

TEST_CASE("cells look by masks as they do by their bytes, wherever they lie in their words") {
  testing::Random random(7);
  constexpr const char* kPieces[] = {"王", "某", "路", "㐀", "1", "2345", "号", "A", "X", "-", ".", "京", "七", "龿"};
  size_t plain = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string cell;
    for (size_t left = random.below(9); left != 0; --left) cell += random.of(kPieces);
    const std::string text = std::string(random.below(70), ',') + cell + ",,,,,,,";
    const size_t begin = text.size() - 7 - cell.size();
    const CellLook look = cell_look(text, begin, begin + cell.size());
    plain += look != CellLook::other ? 1 : 0;
    // By masks, some that look plain by their bytes may be left to the search, but none the other way.
    const CellLook masked = look_in(text, begin, begin + cell.size());
    if (masked != look && masked != CellLook::other) FAIL(cell << " at " << begin);
    if (masked != look) CHECK(cell.find("\x9F\x90") != std::string::npos);
  }
  CHECK(plain > 3000);
}

TEST_CASE("of hanzi, numerals are all that folding may take for digits") {
  for (uint32_t hanzi = kFirstHanzi; hanzi < kFirstHanzi + kHanziCount; ++hanzi) {
    const FoldAction action = fold_table().at(hanzi);
    char bytes[4];
    const std::string one(bytes, write_utf8(hanzi, bytes));
    const std::string row = one + "123456," + one + one + one + one + one + one + one + ",,";
    CellMasks masks;
    masks.make(row);
    const bool numeral = action != kKeep;
    if (numeral) CHECK(is_numeral(action));
    CHECK(is_quiet(row, masks, CellLook::mixed, 0, 9) != numeral);
    CHECK(is_quiet(row, masks, CellLook::hanzi, 10, 10 + 7 * kHanziBytes) != numeral);
  }
}

TEST_CASE("in a quiet cell nothing is encoded or disguised") {
  testing::Random random(11);
  constexpr const char* kPieces[] = {"王", "路", "一", "三", "七", "九", "零", "两", "1", "23", "456", "号", "楼"};
  Spots spots;
  size_t quiet = 0, loud = 0;
  for (size_t round = 0; round < 30000; ++round) {
    std::string cell;
    const size_t kinds = 1 + random.below(std::size(kPieces));  // few give long rows of numerals
    for (size_t left = random.below(30); left != 0; --left)
      cell += kPieces[(round + random.below(kinds)) % std::size(kPieces)];
    if (random.one_in(6)) cell = std::string(random.below(40), random.one_in(2) ? '7' : 'Q');
    const std::string text = std::string(random.below(70), ',') + cell + ",,,,,,,";
    const size_t end = text.size() - 7, begin = end - cell.size();
    CellMasks masks;
    masks.make(text);
    const CellLook look = cell_look(text, masks, begin, end);
    if (look == CellLook::other) continue;
    spots.find(cell);
    const bool clean = !needs_fold(text) && spots.words().empty() && spots.base64().empty() && spots.hex().empty();
    const bool told = is_quiet(text, masks, look, begin, end);
    if (told && !clean) FAIL(cell << " at " << begin);
    quiet += told ? 1 : 0;
    loud += clean ? 0 : 1;
  }
  CHECK(quiet > 3000);
  CHECK(loud > 1000);
}

}  // namespace pidun
