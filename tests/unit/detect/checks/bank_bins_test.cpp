#include "detect/checks/bank_bins.h"

#include <catch2/catch.hpp>
#include <string>

#include "detect/checks/digits.h"
#include "pidun_tables.h"
#include "unit/detect/checks/random_values.h"

namespace pidun {
namespace {

std::string prefix_of(const tables::Bin& bin) {
  std::string text = std::to_string(bin.low);
  return (std::string(10 - text.size(), '0') + text).substr(0, bin.prefix_digits);
}

const tables::Bin* scan_table(std::string_view digits) {
  const tables::Bin* longest = nullptr;
  for (const tables::Bin& bin : tables::bins) {
    if (!digits.starts_with(prefix_of(bin))) continue;
    if (longest == nullptr || bin.prefix_digits > longest->prefix_digits) longest = &bin;
  }
  return longest;
}

void check_against_scan(const std::string& digits) {
  const tables::Bin* expected = scan_table(digits);
  const BinFact fact = find_bin(digits);
  if (fact.known != (expected != nullptr)) FAIL(digits);
  if (expected == nullptr) return;
  if (fact.prefix_digits != expected->prefix_digits || fact.type != expected->type) FAIL(digits);
  if (fact.length_matches != ((expected->lengths >> digits.size() & 1) != 0)) FAIL(digits);
}

}  // namespace

TEST_CASE("issuer prefixes and lengths") {
  struct Case {
    const char* promise;
    const char* digits;
    bool known, length_matches;
    int prefix_digits, card_length;
  };
  const Case cases[] = {
      {"19 digits of a debit card", "6228278888888888888", true, true, 6, 19},
      {"the same prefix, 16 digits", "6228278888888888", true, false, 6, 19},
      {"a credit card of 16", "6253338888888888", true, true, 6, 16},
      {"a prefix of three digits", "1031234567890123456", true, true, 3, 19},
      {"the same prefix, 16 digits", "1031234567890123", true, false, 3, 19},
      {"15 digits", "370248888888888", true, true, 6, 15},
      {"no issuer of China", "4111111111111111", false, false, 0, 0},
      {"zeros", "0000000000000000", false, false, 0, 0},
      {"too short to be a card", "622827", false, false, 0, 0},
      {"a letter", "622827a888888888888", false, false, 0, 0},
      {"empty", "", false, false, 0, 0},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.digits);
    const BinFact fact = find_bin(c.digits);
    CHECK(fact.known == c.known);
    CHECK(fact.length_matches == c.length_matches);
    CHECK(int{fact.prefix_digits} == c.prefix_digits);
    CHECK(int{fact.card_length} == c.card_length);
  }
}

TEST_CASE("a prefix with cards of several lengths matches each") {
  for (const tables::Bin& bin : tables::bins) {
    for (size_t length = 13; length <= 20; ++length) {
      const std::string card = prefix_of(bin) + std::string(length - bin.prefix_digits, '0');
      check_against_scan(card);
    }
  }
  SUCCEED();
}

TEST_CASE("the lookup agrees with a linear scan on random and near numbers") {
  testing::RandomValues random(7);
  for (int i = 0; i < 3000; ++i) {
    check_against_scan(random.digits(13 + random.below(7)));
    const tables::Bin& bin = tables::bins[random.below(static_cast<uint32_t>(tables::bins.size()))];
    std::string near = prefix_of(bin) + random.digits(13);
    near[random.below(bin.prefix_digits)] = static_cast<char>('0' + random.below(10));
    check_against_scan(near);
  }
  SUCCEED();
}

TEST_CASE("very long digit strings have no lawful length") {
  CHECK_FALSE(find_bin("622827" + std::string(1000, '1')).length_matches);
  CHECK_FALSE(card_scheme("622827" + std::string(1000, '1')).length_lawful);
}

TEST_CASE("scheme ranges, at their edges") {
  struct Case {
    const char* digits;
    CardScheme scheme;
    bool length_lawful;
  };
  const Case cases[] = {
      {"4111111111111111", CardScheme::visa, true},
      {"4111111111111", CardScheme::visa, true},
      {"41111111111111", CardScheme::visa, false},
      {"5099999999999999", CardScheme::none, false},
      {"5100000000000000", CardScheme::mastercard, true},
      {"5599999999999999", CardScheme::mastercard, true},
      {"5600000000000000", CardScheme::none, false},
      {"2220999999999999", CardScheme::none, false},
      {"2221000000000000", CardScheme::mastercard, true},
      {"2720999999999999", CardScheme::mastercard, true},
      {"2721000000000000", CardScheme::none, false},
      {"340000000000000", CardScheme::amex, true},
      {"370000000000000", CardScheme::amex, true},
      {"3700000000000000", CardScheme::amex, false},
      {"3527000000000000", CardScheme::none, false},
      {"3528000000000000", CardScheme::jcb, true},
      {"3589000000000000", CardScheme::jcb, true},
      {"36000000000000", CardScheme::diners, true},
      {"30950000000000", CardScheme::diners, true},
      {"6011000000000000", CardScheme::discover, true},
      {"6440000000000000", CardScheme::discover, true},
      {"6599000000000000", CardScheme::discover, true},
      {"6221260000000000", CardScheme::unionpay, true},
      {"6200000000000000000", CardScheme::unionpay, true},
      {"620000000000000", CardScheme::unionpay, false},
      {"8100000000000000", CardScheme::unionpay, true},
      {"9999000000000000", CardScheme::none, false},
      {"0000000000000000", CardScheme::none, false},
      {"411", CardScheme::none, false},
      {"4x11111111111111", CardScheme::none, false},
  };
  for (const Case& c : cases) {
    INFO(c.digits);
    CHECK(card_scheme(c.digits).scheme == c.scheme);
    CHECK(card_scheme(c.digits).length_lawful == c.length_lawful);
  }
}

}  // namespace pidun
