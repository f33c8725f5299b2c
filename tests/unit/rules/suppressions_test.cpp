// The file of suppressions: what it takes, and what it refuses with which place.
#include "rules/suppressions.h"

#include <catch2/catch.hpp>

namespace pidun {
namespace {

Kind lookup(std::string_view name) {
  const KindInfo* kind = find_kind(name);
  return kind != nullptr ? kind->kind : Kind::none;
}

const std::string kFingerprint = "00112233445566778899aabbCCDDEEFF";
const std::string kRest = "reason = \"hotline\"\nowner = \"data\"\nexpires = 2027-03-31\n";
const std::string kByValue = "[[suppress]]\nfingerprint = \"" + kFingerprint + "\"\n" + kRest;
const std::string kByPath = "[[suppress]]\npath = \"tests/**\"\nkind = \"mobile_number\"\n" + kRest;

HashValue fingerprint() {
  return {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff};
}

Suppressions loaded(const std::string& text) {
  Suppressions out;
  FileError error;
  const bool good = out.load(text, lookup, error);
  CAPTURE(error.message);
  REQUIRE(good);
  return out;
}

}  // namespace

TEST_CASE("suppressions: entries by fingerprint and by path are read whole") {
  const Suppressions file = loaded("# accepted\n" + kByValue + "\n" + kByPath);
  REQUIRE(file.entries().size() == 2);
  const Suppression& value = file.entries()[0];
  CHECK(value.fingerprint == fingerprint());
  CHECK(value.reason == "hotline");
  CHECK(value.owner == "data");
  CHECK(value.expires == 20270331);
  CHECK(value.line == 2);
  const Suppression& path = file.entries()[1];
  CHECK_FALSE(path.fingerprint);
  CHECK(path.path == "tests/**");
  CHECK(path.kind == Kind::mobile_number);
}

TEST_CASE("suppressions: an entry holds through its last day and not after") {
  const Suppressions file = loaded(kByValue + kByPath);
  CHECK(file.find(fingerprint(), 20270331) == 0);
  CHECK(file.find(fingerprint(), 20270401) == -1);
  CHECK(file.find(HashValue{}, 20270331) == -1);
  CHECK(file.of_path("x/tests/a.csv", 20270331) == std::map<Kind, int32_t>{{Kind::mobile_number, 1}});
  CHECK(file.of_path("x/tests/a.csv", 20270401).empty());
  CHECK(file.of_path("x/a.csv", 20270331).empty());
}

TEST_CASE("suppressions: of several the first that still holds is told") {
  std::string old = kByValue;
  old.replace(old.find("2027"), 4, "2020");
  const Suppressions file = loaded(old + kByValue + kByValue);
  CHECK(file.find(fingerprint(), 20260101) == 1);
  CHECK(file.find(fingerprint(), 20200101) == 0);
}

TEST_CASE("suppressions: a day may be written as text, and a path may begin with ./") {
  std::string text = kByPath;
  text.replace(text.find("2027-03-31"), 10, "\"2028-02-29\"");
  text.replace(text.find("tests"), 5, "./tests");
  const Suppressions file = loaded(text);
  CHECK(file.entries()[0].expires == 20280229);
  CHECK(file.entries()[0].path == "tests/**");
}

TEST_CASE("suppressions: an empty file has no entries") {
  CHECK(loaded("").entries().empty());
  CHECK(loaded("# nothing\n").entries().empty());
}

TEST_CASE("suppressions: what is wrong is refused with its place, and no value of the file is repeated") {
  struct Case {
    const char* fault;
    std::string text;
    uint32_t line;
    std::string message;
  };
  const std::string by_value = "[[suppress]]\nfingerprint = \"" + kFingerprint + "\"\n";
  const std::string by_path = "[[suppress]]\npath = \"a\"\nkind = \"mobile_number\"\n";
  const Case cases[] = {
      {"an unknown key", by_value + "resaon = \"13912345678\"\n" + kRest, 3, "entry 1: unknown key \"resaon\""},
      {"a value in a key's place", by_value + "13912345678 = 1\n" + kRest, 3, "entry 1: an unknown key"},
      {"a key outside entries", "supress = 1\n", 1, "unknown key \"supress\""},
      {"a table for the list", "[suppress]\nreason = \"x\"\n", 1, "entries begin with [[suppress]]"},
      {"a list of something else", "suppress = [1]\n", 1, "entries begin with [[suppress]]"},
      {"no reason", by_value + "owner = \"o\"\nexpires = 2027-01-01\n", 1, "entry 1: reason is missing"},
      {"an empty reason", by_value + "reason = \"\"\nowner = \"o\"\nexpires = 2027-01-01\n", 3,
       "entry 1: reason must be a text that is not empty"},
      {"no owner", by_value + "reason = \"r\"\nexpires = 2027-01-01\n", 1, "entry 1: owner is missing"},
      {"no expiry", by_value + "reason = \"r\"\nowner = \"o\"\n", 1, "entry 1: expires is missing"},
      {"an expiry that is no day", by_value + "reason = \"r\"\nowner = \"o\"\nexpires = \"2027-02-29\"\n", 5,
       "entry 1: expires must be a day, such as 2027-03-31"},
      {"an expiry that is a number", by_value + "reason = \"r\"\nowner = \"o\"\nexpires = 20270101\n", 5,
       "entry 1: expires must be a day, such as 2027-03-31"},
      {"neither fingerprint nor path", "[[suppress]]\n" + kRest, 1,
       "entry 1: fingerprint, or path and kind, is missing"},
      {"both", by_value + "path = \"a\"\n" + kRest, 1, "entry 1: fingerprint goes without path and kind"},
      {"a path without kind", "[[suppress]]\npath = \"a\"\n" + kRest, 1, "entry 1: kind is missing"},
      {"a kind without path", "[[suppress]]\nkind = \"mobile_number\"\n" + kRest, 1, "entry 1: path is missing"},
      {"an unknown kind", "[[suppress]]\npath = \"a\"\nkind = \"13912345678\"\n" + kRest, 3,
       "entry 1: kind is none that is known"},
      {"a fingerprint that is none", "[[suppress]]\nfingerprint = \"13912345678\"\n" + kRest, 2,
       "entry 1: fingerprint must be 32 hexadecimal digits"},
      {"a fault in the second entry", kByValue + by_path + "reason = 1\nowner = \"o\"\nexpires = 2027-01-01\n", 9,
       "entry 2: reason must be a text that is not empty"},
      {"a path too long", "[[suppress]]\npath = \"" + std::string(257, 'a') + "\"\nkind = \"mobile_number\"\n" + kRest,
       2, "entry 1: path is longer than 256 bytes"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.fault);
    Suppressions file;
    FileError error;
    CHECK_FALSE(file.load(c.text, lookup, error));
    CHECK(file.entries().empty());
    CHECK(error.message == c.message);
    CHECK(error.line == c.line);
    CHECK(error.message.find("1391234") == std::string::npos);
  }
}

TEST_CASE("suppressions: what is no TOML is refused with line and column and without a quotation") {
  for (const std::string text : {"[[suppress]]\nreason = 13912345678139123456781391234567813912345678\n",
                                 "[[suppress]]\n\nreason = 13912345678x\n", "[[suppress\n", "a = \"13912345678\n",
                                 "\xff\xfe", "a = 1\na = 2\n"}) {
    CAPTURE(text);
    Suppressions file;
    FileError error;
    CHECK_FALSE(file.load(text, lookup, error));
    CHECK(error.line > 0);
    CHECK(error.message.find("not valid TOML") == 0);
    CHECK(error.message.find("139123") == std::string::npos);
  }
}

TEST_CASE("suppressions: a file over the limit and one nested deep are refused") {
  Suppressions file;
  FileError error;
  CHECK_FALSE(file.load(std::string(Suppressions::kLargestFile + 1, '\n'), lookup, error));
  CHECK(error.message == "larger than 4 MiB");
  CHECK_FALSE(file.load("a = " + std::string(100000, '['), lookup, error));
  CHECK(error.message.find("not valid TOML") == 0);
}

TEST_CASE("suppressions: days are real days") {
  for (const uint32_t day : {20260101u, 20280229u, 20001231u}) CHECK(is_real_day(day));
  for (const uint32_t day : {0u, 20260001u, 20260100u, 20261301u, 20260229u, 20260431u, 101u, UINT32_MAX})
    CHECK_FALSE(is_real_day(day));
}

}  // namespace pidun
