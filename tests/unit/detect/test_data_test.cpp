// Ranges of known test data: what they hold, against a slow oracle, and what the file refuses.
#include "detect/test_data.h"

#include <catch2/catch.hpp>
#include <random>

#include "detect/canonical.h"

namespace pidun {
namespace {

Kind lookup(std::string_view name) {
  const KindInfo* kind = find_kind(name);
  return kind != nullptr ? kind->kind : Kind::none;
}

TestData loaded(const std::string& text) {
  TestData out;
  FileError error;
  const bool good = out.load(text, lookup, error);
  CAPTURE(error.message, error.line);
  REQUIRE(good);
  return out;
}

bool holds(const TestData& data, Kind kind, std::string_view value) {
  return data.contains(kind, canonical(kind, value));
}

}  // namespace

TEST_CASE("test data: ranges and prefixes, however the value is written") {
  const TestData data = loaded(
      "# ours\n\n  mobile_number\t19900000000..19900009999  \r\n"
      "resident_id_number 110101190001*\nemail_address Test.*\nbank_card_number 6222 0000 .. 6222 9999\n"
      "mobile_number +86 1701*");
  struct Case {
    Kind kind;
    const char* value;
    bool held;
  };
  const Case cases[] = {{Kind::mobile_number, "19900000000", true},
                        {Kind::mobile_number, "19900009999", true},
                        {Kind::mobile_number, "+86 199-0000-1234", true},
                        {Kind::mobile_number, "19900010000", false},
                        {Kind::mobile_number, "19899999999", false},
                        {Kind::mobile_number, "17010000000", true},
                        {Kind::mobile_number, "17020000000", false},
                        {Kind::resident_id_number, "110101190001010017", true},
                        {Kind::resident_id_number, "110101 19000101 001x", true},
                        {Kind::resident_id_number, "110101190101010017", false},
                        {Kind::email_address, "test.one@example.com", true},
                        {Kind::email_address, "atest.one@example.com", false},
                        {Kind::bank_card_number, "62225000", true},
                        {Kind::bank_card_number, "622250001", false},
                        {Kind::landline_number, "19900000000", false}};
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CHECK(holds(data, c.kind, c.value) == c.held);
  }
}

TEST_CASE("test data: any set of ranges and prefixes holds what one by one they hold") {
  std::mt19937 random(20260103);
  const auto number = [&](size_t digits) {
    std::string out(digits, '0');
    for (char& c : out) c = static_cast<char>('0' + random() % 4);
    return out;
  };
  size_t held = 0;
  for (int round = 0; round < 300; ++round) {
    std::vector<std::pair<std::string, std::string>> ranges;
    std::vector<std::string> prefixes;
    std::string text;
    for (size_t i = random() % 6; i > 0; --i) {
      std::string first = number(4), last = number(4);
      if (first > last) std::swap(first, last);
      text += "bank_card_number " + first + ".." + last + "\n";
      ranges.emplace_back(first, last);
    }
    for (size_t i = random() % 4; i > 0; --i) {
      prefixes.push_back(number(1 + random() % 5));
      text += "bank_card_number " + prefixes.back() + "*\n";
    }
    const TestData data = loaded(text);
    for (int i = 0; i < 200; ++i) {
      const std::string value = number(3 + random() % 3);
      bool wanted = false;
      for (const auto& [first, last] : ranges)
        wanted |= value.size() == first.size() && first <= value && value <= last;
      for (const auto& prefix : prefixes) wanted |= value.starts_with(prefix);
      held += wanted ? 1 : 0;
      if (data.contains(Kind::bank_card_number, value) != wanted) FAIL(value << " in\n" << text);
      CHECK_FALSE(data.contains(Kind::mobile_number, value));
    }
  }
  CHECK(held > 1000);
}

TEST_CASE("test data: what is wrong is refused with its line, and no value is repeated") {
  struct Case {
    const char* text;
    const char* message;
  };
  const Case cases[] = {
      {"mobile_number", "a line is a kind, then first..last or a prefix and '*'"},
      {"mobile 19900000000..19900009999", "the first word is no kind that is known"},
      {"13912345678 1..2", "the first word is no kind that is known"},
      {"mobile_number 13912345678", "behind the kind stands neither first..last nor a prefix and '*'"},
      {"mobile_number ..13912345678", "a border of the range is missing"},
      {"mobile_number 13912345678..", "a border of the range is missing"},
      {"mobile_number 1391234567..13912345678", "the borders of the range differ in length"},
      {"mobile_number 13912345679..13912345678", "the first value of the range is behind the last"},
      {"mobile_number *", "'*' alone would be every value of the kind"},
      {"mobile_number 13*12345678*", "'*' stands at the end only"},
      {"mobile_number 1391234567*..13912345678", "a range takes no '*'"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    TestData data;
    FileError error;
    CHECK_FALSE(data.load("# first\nmobile_number 199*\n" + std::string(c.text) + "\nmore\n", lookup, error));
    CHECK(error.message == c.message);
    CHECK(error.line == 3);
    CHECK(data.size() == 0);
  }
}

TEST_CASE("test data: a file over the limit is refused, an empty one holds nothing") {
  TestData data;
  FileError error;
  CHECK_FALSE(data.load(std::string(TestData::kLargestFile + 1, '\n'), lookup, error));
  CHECK(error.message == "larger than 64 MiB");
  CHECK(data.load("", lookup, error));
  CHECK_FALSE(data.contains(Kind::mobile_number, "13912345678"));
}

}  // namespace pidun
