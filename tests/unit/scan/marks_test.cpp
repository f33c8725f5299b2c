// Marks: fingerprints, suppressions and test data on one finding.
#include "scan/marks.h"

#include <catch2/catch.hpp>
#include <string>

#include "detect/canonical.h"
#include "pidun/pidun.h"

namespace pidun {
namespace {

constexpr uint32_t kToday = 20260601;
constexpr HashKey kKey = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

Kind lookup(std::string_view name) {
  const KindInfo* kind = find_kind(name);
  return kind != nullptr ? kind->kind : Kind::none;
}

template <class T>
std::shared_ptr<const T> loaded(const std::string& text) {
  auto out = std::make_shared<T>();
  FileError error;
  REQUIRE(out->load(text, lookup, error));
  return out;
}

std::string hex(const HashValue& value) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : value) (out += kDigits[byte >> 4]) += kDigits[byte & 15];
  return out;
}

std::string fingerprint(Kind kind, std::string_view value) {
  return hex(KeyedHash(kKey).of(kFingerprintDomain, static_cast<uint16_t>(kind), canonical(kind, value)));
}

const std::string kRest = "reason = \"r\"\nowner = \"o\"\nexpires = 2027-01-01\n";

}  // namespace

TEST_CASE("marks: a fingerprint is that of the canonical form under the key and kind") {
  const Marks marks(kKey, nullptr, nullptr, "", 0);
  uint16_t flags = 0;
  const Mark plain = marks.mark(Kind::mobile_number, "13958270461", flags);
  CHECK(plain.has_fingerprint);
  CHECK(hex(plain.fingerprint) == fingerprint(Kind::mobile_number, "13958270461"));
  CHECK(marks.mark(Kind::mobile_number, "+86 139-5827-0461", flags).fingerprint == plain.fingerprint);
  CHECK(marks.mark(Kind::landline_number, "13958270461", flags).fingerprint != plain.fingerprint);
  CHECK(flags == 0);
  HashKey other = kKey;
  other[0] ^= 1;
  CHECK(Marks(other, nullptr, nullptr, "", 0).mark(Kind::mobile_number, "13958270461", flags).fingerprint !=
        plain.fingerprint);
}

TEST_CASE("marks: without a key, and of a masked value, there is no fingerprint") {
  uint16_t flags = 0;
  const auto data = loaded<TestData>("mobile_number 1395827*\n");
  const Mark unkeyed = Marks(std::nullopt, nullptr, data, "", 0).mark(Kind::mobile_number, "13958270461", flags);
  CHECK_FALSE(unkeyed.has_fingerprint);
  CHECK(unkeyed.fingerprint == HashValue{});
  CHECK(flags == PIDUN_FINDING_TEST_VALUE);
  flags = PIDUN_FINDING_MASKED;
  const Mark masked = Marks(kKey, nullptr, data, "", 0).mark(Kind::mobile_number, "1395827****", flags);
  CHECK_FALSE(masked.has_fingerprint);
  CHECK(flags == PIDUN_FINDING_MASKED);
  flags = PIDUN_FINDING_LOSSY;
  CHECK_FALSE(Marks(kKey, nullptr, data, "", 0).mark(Kind::mobile_number, "1.3958E+10", flags).has_fingerprint);
  CHECK(flags == PIDUN_FINDING_LOSSY);
}

TEST_CASE("marks: suppressions by fingerprint and by path, by fingerprint first") {
  const std::string text = "[[suppress]]\npath = \"t/*\"\nkind = \"mobile_number\"\n" + kRest +
                           "[[suppress]]\nfingerprint = \"" + fingerprint(Kind::mobile_number, "13958270461") + "\"\n" +
                           kRest;
  const auto file = loaded<Suppressions>(text);
  struct Case {
    const char* promise;
    bool keyed;
    const char *path, *value;
    Kind kind;
    uint32_t day;
    int32_t entry;
  };
  const Case cases[] = {
      {"by value, in another form", true, "a", "139 5827 0461", Kind::mobile_number, kToday, 1},
      {"by value before path", true, "t/a", "13958270461", Kind::mobile_number, kToday, 1},
      {"by path", true, "t/a", "13958270462", Kind::mobile_number, kToday, 0},
      {"another kind in the path", true, "t/a", "a@example.com", Kind::email_address, kToday, -1},
      {"another path", true, "a", "13958270462", Kind::mobile_number, kToday, -1},
      {"by value, without a key", false, "a", "13958270461", Kind::mobile_number, kToday, -1},
      {"by path, without a key", false, "t/a", "13958270461", Kind::mobile_number, kToday, 0},
      {"on the last day", true, "t/a", "13958270462", Kind::mobile_number, 20270101, 0},
      {"expired", true, "t/a", "13958270461", Kind::mobile_number, 20270102, -1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.promise);
    const Marks marks(c.keyed ? std::optional<HashKey>(kKey) : std::nullopt, file, nullptr, c.path, c.day);
    uint16_t flags = PIDUN_FINDING_LABELLED;
    CHECK(marks.mark(c.kind, c.value, flags).suppression == c.entry);
    CHECK(flags == (c.entry >= 0 ? PIDUN_FINDING_LABELLED | PIDUN_FINDING_SUPPRESSED : PIDUN_FINDING_LABELLED));
  }
}

}  // namespace pidun
