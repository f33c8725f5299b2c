// Tables whose headers are right, lie, say nothing, stand twice or are not there: what is found below them.
#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "support/detector_cases.h"
#include "support/make_values.h"

using namespace pidun::testing;

namespace {

std::string id(int row) {
  const std::string day = std::to_string(10 + row % 18), year = std::to_string(1960 + row % 40);
  return make_id("110101", year + "05" + day, std::to_string(101 + row));
}
std::string mobile(int row) { return "1390000" + std::to_string(1000 + row * 37); }
std::string masked_mobile(int row) { return "139****" + std::to_string(1000 + row * 37); }
std::string card(int row) { return make_card("622202", 19, static_cast<uint32_t>(row)); }
std::string serial(int row) { return "AB-" + std::to_string(1000 + row); }
std::string full_width(int row) {
  std::string wide;
  for (const char c : id(row))
    wide += c == 'X' ? "\xEF\xBC\xB8" : std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
  return wide;
}

using Cell = std::string (*)(int);

// `count` rows of `cell`, then the rows of `last`.
std::string table(const std::string& header, Cell cell, int count, const std::vector<std::string>& last = {}) {
  std::string text = header;
  for (int row = 0; row < count; ++row) text += std::to_string(row) + "," + cell(row) + "\n";
  for (const std::string& each : last) text += "99," + each + "\n";
  return text;
}

// What is found in the last row.
std::vector<Found> found_last(const std::string& text, uint32_t format = PIDUN_FORMAT_CSV) {
  const size_t line = text.rfind('\n', text.size() - 2) + 1;
  std::vector<Found> last;
  for (const Found& found : scan_text(text, {.format = format}))
    if (found.begin >= line) last.push_back(found);
  return last;
}

}  // namespace

TEST_CASE("first rows: what the column is decides what its cells are", "[columns]") {
  const std::string spoilt_id = spoilt(id(3));
  const struct {
    std::string promise, text, kind, reason;  // kind is empty: nothing is found in the last row
  } cases[] = {
      {"a right header names its cells", table("n,手机号\n", mobile, 6), "mobile_number", "label"},
      {"a lying header loses to the content", table("n,身份证号\n", mobile, 6), "mobile_number", "column_alike"},
      {"four rows say nothing against it", table("n,身份证号\n", mobile, 4), "mobile_number", "other_label"},
      {"a header that says nothing", table("n,c7\n", id, 4, {spoilt_id}), "resident_id_number", "column_alike"},
      {"no header", table("", id, 4, {spoilt_id}), "resident_id_number", "column_alike"},
      {"an empty header", table("n,\n", id, 4, {spoilt_id}), "resident_id_number", "column_alike"},
      {"without its column a spoilt ID is nothing", table("", serial, 4, {spoilt_id}), "", ""},
      {"masked values hold a kind too", table("n,c7\n", masked_mobile, 4), "mobile_number", "column_alike"},
      {"masked values are no lie", table("n,手机号\n", masked_mobile, 6), "mobile_number", "label"},
      {"disguised values are no lie", table("n,身份证号\n", full_width, 6, {spoilt_id}), "resident_id_number", "label"},
      {"order numbers that pass the check are IDs", table("n,订单号\n", id, 12), "resident_id_number", "column_alike"},
      {"nine of them are not", table("n,订单号\n", id, 9), "resident_id_number", "negative_label"},
      {"mobile numbers under it are order numbers", table("n,订单号\n", mobile, 30), "", ""},
      {"an account is settled by its value: a card", table("n,账号\n", card, 6), "bank_card_number", "label"},
      {"an account is settled by its value: a mobile", table("n,账号\n", mobile, 6), "mobile_number", "column_alike"},
      {"a contact is settled by its value", table("n,联系人\n", mobile, 6), "mobile_number", "column_alike"},
      {"a room is settled by its value", table("n,房号\n", mobile, 6), "mobile_number", "column_alike"},
      {"a phone column of IDs", table("n,电话\n", id, 6, {spoilt_id}), "resident_id_number", "column_alike"},
      {"serials under an ID's name: what has its form by chance is none",
       table("n,身份证号\n", serial, 6) + std::string(4096, '#') + ",\n99," + spoilt_id + "\n", "", ""},
      {"a value of another kind loses nothing in such a column", table("n,c7\n", mobile, 6, {"1101**********1017"}),
       "resident_id_number", "masked"},
      {"a word beside the value is its label all the same", table("n,c7\n", mobile, 6, {"手机" + mobile(9)}),
       "mobile_number", "label"},
      {"a negative word beside the value, too", table("n,c7\n", mobile, 6, {"订单号" + mobile(9)}), "", ""},
      {"serials below nothing", table("n,c7\n", serial, 6), "", ""},
  };
  for (const auto& c : cases) {
    const auto last = found_last(c.text);
    INFO(c.promise << "\n" << c.text << "\n  found: " << listed(last));
    if (c.kind.empty()) {
      CHECK(last.empty());
      continue;
    }
    REQUIRE(last.size() == 1);
    CHECK(last[0].kind == c.kind);
    CHECK(last[0].has(c.reason));
    CHECK(last[0].has("label") == (c.reason == "label"));
    CHECK(((last[0].flags & PIDUN_FINDING_LABELLED) != 0) == (c.reason == "label"));
  }
}

TEST_CASE("first rows: each column is settled for itself", "[columns]") {
  std::string swapped = "手机号,身份证号,手机号,备注\n", missing;
  for (int row = 0; row < 6; ++row) {
    swapped += id(row) + "," + mobile(row) + "," + mobile(row + 50) + ",\n";
    missing += id(row) + (row % 2 == 0 ? "," + mobile(row) : "") + "\n";
  }
  const auto last = found_last(swapped);
  REQUIRE(last.size() == 3);
  CHECK(last[0].has("column_alike"));
  CHECK(last[1].has("column_alike"));
  CHECK(last[2].has("label"));
  // Ragged: three cells of six rows, all of one kind.
  for (const Found& found : scan_text(missing, {.format = PIDUN_FORMAT_CSV})) CHECK(found.has("column_alike"));
}

TEST_CASE("first rows: fixed and dashed tables, too", "[columns]") {
  std::string fixed = "no    value\n----  ------------------\n", dashed;
  for (int row = 0; row < 6; ++row) {
    fixed += std::to_string(10 + row) + "    " + id(row) + "\n";
    dashed += "user" + std::to_string(row) + "----secret----" + id(row) + "\n";
  }
  const std::string bad = spoilt(id(9));
  for (const std::string& text : {fixed + "99    " + bad + "\n", dashed + "user----secret----" + bad + "\n"}) {
    const auto last = found_last(text, PIDUN_FORMAT_AUTO);
    INFO(text << listed(last));
    REQUIRE(last.size() == 1);
    CHECK(last[0].has("column_alike"));
  }
}

TEST_CASE("first rows: no more than the preamble is looked at", "[columns]") {
  // The lie begins behind it: the header stays.
  std::string late = "n,身份证号\n";
  while (late.size() < 5000) late += "1," + id(static_cast<int>(late.size() % 97)) + "\n";
  for (int row = 0; row < 200; ++row) late += "2," + mobile(row) + "\n";
  const auto last = found_last(late);
  REQUIRE(last.size() == 1);
  CHECK(last[0].has("other_label"));
  // A row that the preamble cuts says nothing: four whole ones are too few.
  std::string cut = "n,身份证号\n";
  for (int row = 0; row < 4; ++row) cut += "1," + mobile(row) + "\n";
  cut += std::string(4096 - cut.size() - 9, 'x') + "," + mobile(8) + "\n1," + mobile(9) + "\n";
  CHECK(found_last(cut).at(0).has("other_label"));
}

TEST_CASE("first rows: rows of ten thousand cells and rows of one", "[columns]") {
  std::string wide;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 10000; ++column) wide += ",";
    wide += mobile(row) + "\n";
  }
  CHECK(scan_text(wide, {.format = PIDUN_FORMAT_CSV}).size() == 3);
  CHECK(scan_text(mobile(1) + "\n", {.format = PIDUN_FORMAT_CSV}).size() == 1);
  CHECK(scan_text("", {.format = PIDUN_FORMAT_CSV}).empty());
  CHECK(scan_text("\n\n,,\n", {.format = PIDUN_FORMAT_CSV}).empty());
}
