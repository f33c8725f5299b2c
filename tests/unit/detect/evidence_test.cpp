// Masked evidence: what stays visible of a value, and that it is never more.
#include "detect/evidence.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace pidun {
namespace {

std::string masked(Kind kind, std::string_view value) {
  char out[kLongestEvidence + 1];
  std::fill(std::begin(out), std::end(out), '?');
  const size_t length = write_evidence(kind, value, out);
  REQUIRE(length <= kLongestEvidence);
  REQUIRE(out[length] == '\0');
  return out;
}

size_t visible(const std::string& evidence) {
  return evidence.size() - static_cast<size_t>(std::count(evidence.begin(), evidence.end(), '*'));
}

constexpr Kind kNumbers[] = {Kind::resident_id_number, Kind::hmt_residence_permit_number,
                             Kind::foreign_permanent_resident_id, Kind::mobile_number, Kind::bank_card_number};

}  // namespace

TEST_CASE("masked forms") {
  struct Case {
    const char* promise;
    Kind kind;
    std::string value, evidence;
  };
  const Case cases[] = {
      {"an ID", Kind::resident_id_number, "11010119900307777X", "1101**********777X"},
      {"an ID of 15 digits", Kind::resident_id_number, "110101900307777", "1101*******7777"},
      {"a grouped ID loses its separators", Kind::resident_id_number, "110101 19900307 777X", "1101**********777X"},
      {"a permit", Kind::hmt_residence_permit_number, "810000199003070012", "8100**********0012"},
      {"a foreign ID of the old form", Kind::foreign_permanent_resident_id, "USA110190030712", "USA1*******0712"},
      {"a mobile number", Kind::mobile_number, "13900001234", "139****1234"},
      {"in groups", Kind::mobile_number, "139-0000-1234", "139****1234"},
      {"a card", Kind::bank_card_number, "6222021234567890123", "6222***********0123"},
      {"a card in groups", Kind::bank_card_number, "6226 0912 3456 7890", "6226********7890"},
      {"an address", Kind::email_address, "li.lei@example.com", "l****@example.com"},
      {"a short name looks as long as any", Kind::email_address, "l@e.cn", "l****@e.cn"},
      {"too short to show anything", Kind::mobile_number, "1390123", "*******"},
      {"an ID that is cut off", Kind::resident_id_number, "11010199", "********"},
      {"nothing", Kind::resident_id_number, "", ""},
      {"no address", Kind::email_address, "", ""},
      {"any other kind shows one character", Kind::person_name, "abcdef", "a*****"},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(masked(c.kind, c.value) == c.evidence);
  }
}

TEST_CASE("of a number at most eight characters stay, and of a short one none") {
  std::mt19937 random(41);
  for (const Kind kind : kNumbers) {
    for (size_t length = 0; length <= 120; ++length) {
      std::string value;
      while (value.size() < length) value += "0123456789X -"[random() % (random() % 9 == 0 ? 13 : 10)];
      const std::string evidence = masked(kind, value);
      CAPTURE(value, evidence);
      CHECK(visible(evidence) <= 8);
      if (length <= 7) CHECK(visible(evidence) == 0);
      CHECK(evidence.find(' ') == std::string::npos);
    }
  }
}

TEST_CASE("of an address the first letter stays, whatever its length") {
  for (size_t name = 1; name <= 64; ++name) {
    const std::string local = "a" + std::string(name - 1, 'b');
    CHECK(masked(Kind::email_address, local + "@example.com") == "a****@example.com");
  }
  const std::string longest = masked(Kind::email_address, "ab@" + std::string(200, 'd') + ".com");
  CHECK(longest.substr(0, 6) == "a****@");
}

TEST_CASE("the quick way gives the same for values of letters and digits") {
  std::mt19937 random(43);
  for (const Kind kind : kNumbers) {
    for (size_t length = 0; length <= 60; ++length) {
      std::string value;
      while (value.size() < length) value += "0123456789ABCXYZabcxyz"[random() % 22];
      char out[kLongestEvidence + 1];
      write_plain_evidence(kind, value, out);
      CHECK(masked(kind, value) == out);
    }
  }
}

}  // namespace pidun
