// Numbers: what may touch a value on either side, and what makes it a part of something longer.
#include "detect/number.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "support/detector_cases.h"
#include "support/make_values.h"

namespace pidun {
namespace {

using testing::MustFind;
using testing::MustNotFind;

const std::string kId = testing::make_id_ending("110101", "19900307", '4');
const std::string kIdX = testing::make_id_ending("110101", "19900307", 'X');
const std::string kMobile = "13900001234";
const std::string kCard = testing::make_card("622202", 19);

MustFind id(std::string promise, const std::string& before, const std::string& behind) {
  return {std::move(promise), before + kId + behind, "resident_id_number", kId, testing::kPass};
}
MustFind id_x(std::string promise, const std::string& before, const std::string& behind) {
  return {std::move(promise), before + kIdX + behind, "resident_id_number", kIdX, testing::kPass};
}
MustFind mobile(std::string promise, const std::string& before, const std::string& behind) {
  return {std::move(promise), before + kMobile + behind, "mobile_number", kMobile};
}

std::string random_hex(std::mt19937& random, size_t size, size_t letters) {
  std::string text;
  while (text.size() < size) text += "0123456789abcdef"[random() % (10 + letters)];
  return text;
}

Number run_at(const std::string& text, uint64_t begin, uint32_t length) {
  return read_run(Window(text, 0), {begin, length, false});
}

}  // namespace

TEST_CASE("a value may touch these") {
  testing::check_found({
      id("hanzi on both sides", "身份证是", "的"),
      id_x("hanzi behind an X", "证号", "的"),
      id("an underscore", "id_", "_old"),
      id("a word of letters", "ID", ""),
      id("JSON quotes", R"({"id":")", R"("})"),
      id("escaped JSON quotes", R"({\"id\":\")", R"(\"})"),
      id("a query of a URL", "http://x.cn/a?b=", "&c=1"),
      id("an escaped colon", "id%3A", "%2C"),
      id("escaped hanzi", "%E8%AF%BA", "%E8"),
      id("an escaped newline", "a\\n", "\\r"),
      id("a tab escape", "\\t", "\\t1"),
      id("tags", "<td>", "</td>"),
      id("brackets", "(", ")"),
      id("a full stop", "是", "."),
      id("a full stop and a blank", "是", ". 3"),
      id("a comma and a digit", "1,", ",2"),
      id("a colon and a digit", "1:", ":2"),
      id("NUL", std::string("a\0", 2), std::string("\0b", 2)),
      id("broken UTF-8", "\xE6\x89", "\xFF\xFE"),
      id("a semicolon", "a;", ";b"),
      mobile("a slash", "http://x.cn/user/", "/a"),
      mobile("hanzi on both sides", "请拨打", "联系"),
      mobile("a full-width colon", "电话：", "。"),
      mobile("a dash and a blank", "- ", " -"),
      mobile("an equals sign", "mobile=", "\t"),
      mobile("a pipe", "|", "|"),
      mobile("an @ that begins no domain", "", "@ "),
      mobile("a label in letters", "phone", ""),
  });
}

TEST_CASE("a value inside something longer is none") {
  const std::string digits = "123456789012345678901234";
  testing::check_nothing({
      {"a digit before", "1" + kMobile},
      {"a digit behind", kMobile + "1"},
      {"a letter behind", kMobile + "a"},
      {"a letter behind an ID", kId + "a"},
      {"a letter behind an X", kIdX + "a"},
      {"a letter and a digit before", "a1b" + kId},
      {"24 digits", digits},
      {"an ID in 24 digits", "123456" + kId},
      {"a card in 24 digits", kCard + "12345"},
      {"30 digits", digits + "123456"},
      {"the digits behind a decimal point", "0." + kMobile},
      {"a decimal", kMobile + ".5"},
      {"an ID as a decimal", "0." + kId},
      {"a UUID of digits", "13900001-2345-4678-9012-345678901234"},
      {"a UUID", "1390000e-1234-4567-8901-13900001234a"},
      {"a hash", "d41d8" + kMobile + "cd98f00b2"},
      {"a hash that begins with it", kMobile + "cd98f00b204e9800998ec"},
      {"a hash that ends with it", "98f00b204e9800998ec" + kMobile},
      {"an ID in a hash", "0cc175b9" + kId + "f1b6a831c399e269772661"},
      {"a token in capitals", "AB12" + kMobile + "CD"},
      {"a mobile between dashes of a token", "ab-" + kMobile + "-cd"},
      {"a version", "1.2." + kMobile + ".4"},
      {"grouped digits that go on", "139 0000 1234 5678 9012"},
      {"joined by dashes on both sides", "2024-" + kMobile + "-01"},
  });
}

TEST_CASE("random UUIDs and hashes hold no value, with many letters or none") {
  std::mt19937 random(31);
  for (int turn = 0; turn < 6000; ++turn) {
    const size_t letters = static_cast<size_t>(turn % 7);
    std::string text;
    for (const unsigned size : {8u, 4u, 4u, 4u, 12u})
      text += (text.empty() ? "" : "-") + random_hex(random, size, letters);
    text = "id " + text + "\nmd5 " + random_hex(random, 31, letters) + "a\n" + random_hex(random, 40, letters);
    const auto all = testing::scan_text(text);
    if (!all.empty()) FAIL_CHECK(text << "\n" << testing::listed(all));
  }
}

TEST_CASE("a dash to other characters speaks against a value, a label outweighs it") {
  testing::ScanHow how;
  how.min_confidence = 1;
  CHECK(testing::scan_text("abc-" + kMobile, how).at(0).has("dashed_neighbour"));
  CHECK(testing::scan_text(kMobile + "-1", how).at(0).has("dashed_neighbour"));
  CHECK_FALSE(testing::scan_text("手机 张三-" + kMobile, how).at(0).has("dashed_neighbour"));
  CHECK_FALSE(testing::scan_text("- " + kMobile + " -", how).at(0).has("dashed_neighbour"));
  CHECK(testing::scan_text("http://x/" + kMobile, how).at(0).has("url_path"));
  CHECK(testing::scan_text("uid" + kId, how).at(0).has("glued_word"));
}

TEST_CASE("a run is read as it stands") {
  const std::string text = "ab 110101199003070000 cd";
  const Number number = run_at(text, 3, 18);
  CHECK(number.digits() == "110101199003070000");
  CHECK((number.span == Span{3, 21}));
  CHECK_FALSE(number.grouped());
  // At the very end of the window, where nothing stands behind the digits.
  const std::string last = "x 13900001234";
  CHECK(run_at(last, 2, 11).digits() == "13900001234");
}

TEST_CASE("groups are joined by one and the same separator, at most eight") {
  struct Case {
    std::string text;
    uint32_t groups;
    std::string digits;
    uint64_t end;
  };
  const Case cases[] = {
      {"138 0013 8000", 3, "13800138000", 13},
      {"138-0013-8000.", 3, "13800138000", 13},
      {"138-0013 8000", 2, "1380013", 8},
      {"138  0013", 1, "138", 3},
      {"138 ", 1, "138", 3},
      {"111 222 333 444 555 666 777 888 999", 8, "111222333444555666777888", 31},
      {"1111 2222 3333 4444 5555 6666 7777", 7, "", 0},  // more digits than any value has
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Window window(c.text, 0);
    const auto length = static_cast<uint32_t>(c.text.find_first_not_of("0123456789"));
    CHECK(count_groups(window, {0, length, true}) == c.groups);
    const Number number = read_groups(window, {0, length, true}, c.groups);
    CHECK(number.digits() == c.digits);
    CHECK(number.span.end == c.end);
  }
}

TEST_CASE("groups that go on beside a number make it a part") {
  struct Case {
    const char* promise;
    std::string text;
    bool go_on;
  };
  const Case cases[] = {
      {"nothing beside", "x 138 0013 8000 y", false},
      {"four digits behind", "x 138 0013 8000 1234", true},
      {"four digits before", "1234 138 0013 8000", true},
      {"a count behind a blank", "x 138 0013 8000 2", false},
      {"another separator", "x 138 0013 8000-1234", false},
      {"another value behind", "x 138 0013 8000 13900001234", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    const uint64_t begin = c.text.find("138 0013");
    const Window window(c.text, 0);
    CHECK(groups_go_on(window, read_groups(window, {begin, 3, true}, 3)) == c.go_on);
  }
}

}  // namespace pidun
