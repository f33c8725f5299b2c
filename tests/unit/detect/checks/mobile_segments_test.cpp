#include "detect/checks/mobile_segments.h"

#include <catch2/catch.hpp>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "pidun_tables.h"

namespace pidun {
namespace {

std::set<std::string> words(const char* text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

bool scan_table(const std::string& digits) {
  for (const tables::Segment& segment : tables::segments) {
    if (segment.number_digits == digits.size() && digits.starts_with(std::to_string(segment.prefix))) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the three-digit prefixes are those of the numbering plan") {
  const std::set<std::string> whole = words(
      "130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 "
      "170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199");
  for (int prefix = 100; prefix < 200; ++prefix) {
    const std::string head = std::to_string(prefix);
    if (head == "174") continue;  // in part
    for (int next = 0; next < 100; ++next) {
      const std::string number = head + std::to_string(100 + next).substr(1) + "345678";
      if (mobile_allotted(number) != (whole.count(head) == 1)) FAIL(number);
    }
  }
  SUCCEED();
}

TEST_CASE("174 is allotted in part") {
  for (int next = 0; next < 100; ++next) {
    const std::string number = "174" + std::to_string(100 + next).substr(1) + "345678";
    CHECK(mobile_allotted(number) == (next <= 12 || next >= 90));
  }
}

TEST_CASE("machine cards are apart, and have thirteen digits") {
  CHECK(machine_card_allotted("1410012345678"));
  CHECK(machine_card_allotted("1440012345678"));
  CHECK(machine_card_allotted("1441012345678"));
  CHECK(machine_card_allotted("1460012345678"));
  CHECK(machine_card_allotted("1489912345678"));
  CHECK_FALSE(machine_card_allotted("1442012345678"));
  CHECK_FALSE(machine_card_allotted("1380012345678"));
  CHECK_FALSE(machine_card_allotted("14600123456"));
  CHECK_FALSE(mobile_allotted("14600123456"));
  CHECK_FALSE(mobile_allotted("1460012345678"));
}

TEST_CASE("what is not eleven digits is no mobile number") {
  for (const char* value : {"", "1", "1380013800", "138001380000", "1380013800a", "23800138000", "１3800138000"}) {
    INFO(value);
    CHECK_FALSE(mobile_allotted(value));
  }
}

TEST_CASE("the lookup gives what a scan of the table gives, for all prefixes") {
  for (int five = 10000; five < 20000; ++five) {
    const std::string head = std::to_string(five);
    if (mobile_allotted(head + "345678") != scan_table(head + "345678")) FAIL(head);
    if (machine_card_allotted(head + "34567890") != scan_table(head + "34567890")) FAIL(head);
  }
  SUCCEED();
}

}  // namespace pidun
