// What the user says: names and sums read, and everything refused that contradicts itself or cannot be.
#include "policy/options.h"

#include <catch2/catch.hpp>

namespace pidun {
namespace {

Counts unlinked_tally() { return {}; }

std::string fault(const PolicyOptions& options) { return fault_of(options, Policy::builtin(), unlinked_tally()); }

}  // namespace

TEST_CASE("options: the defaults are without fault") { CHECK(fault({}).empty()); }

TEST_CASE("options: what contradicts itself is refused by name") {
  struct Case {
    const char* says;
    void (*spoil)(PolicyOptions&);
  };
  const Case kCases[] = {
      {"unknown profile lavish", [](PolicyOptions& o) { o.profile = "lavish"; }},
      {"unknown profile ?-?", [](PolicyOptions& o) { o.profile = "\x01-\n"; }},
      {"unknown role", [](PolicyOptions& o) { o.role = static_cast<Role>(9); }},
      {"unknown fact", [](PolicyOptions& o) { o.facts = 16; }},
      {"proceeds are below zero", [](PolicyOptions& o) { o.proceeds_fen = -1; }},
      {"proceeds are more than 10,000,000,000,000 yuan", [](PolicyOptions& o) { o.proceeds_fen = kMostFen + 1; }},
      {"the price is below zero",
       [](PolicyOptions& o) {
         o.price = {-1, 5};
       }},
      {"the price's lower end is above its upper end",
       [](PolicyOptions& o) {
         o.price = {6, 5};
       }},
      {"the price is more than 10,000,000,000,000 yuan",
       [](PolicyOptions& o) {
         o.price = {6, kMostFen + 1};
       }},
      {"assume-sold needs a price", [](PolicyOptions& o) { o.assume_sold = true; }},
      {"assume-sold contradicts proceeds: give one of them",
       [](PolicyOptions& o) {
         o.assume_sold = true;
         o.price = {1, 2};
         o.proceeds_fen = 5;
       }},
      {"the role operator has no line for proceeds",
       [](PolicyOptions& o) {
         o.role = Role::operator_of_systems;
         o.proceeds_fen = 5;
       }},
      {"the tally has no linked count: it was not made with link", [](PolicyOptions& o) { o.link = true; }},
      {"the sample's verified share lies outside its interval",
       [](PolicyOptions& o) {
         o.sample = VerifiedShare{9'000, 9'100, 9'200};
       }},
  };
  for (const auto& [says, spoil] : kCases) {
    PolicyOptions options;
    spoil(options);
    CHECK(fault(options) == says);
  }
}

TEST_CASE("options: every name is read back, and no other") {
  for (const Role role : {Role::individual, Role::insider, Role::operator_of_systems})
    CHECK(role_named(name_of(role)) == role);
  CHECK_FALSE(role_named("officer").has_value());
  CHECK_FALSE(role_named("").has_value());
  for (size_t bit = 0; bit < kFacts; ++bit) {
    const auto fact = static_cast<Fact>(1 << bit);
    CHECK(fact_named(name_of(fact)) == fact);
  }
  CHECK(name_of(kFactPrior) == "prior_2y");
  CHECK_FALSE(fact_named("prior").has_value());
  CHECK(masked_policy_named("bounds") == MaskedPolicy::bounds);
  CHECK(masked_policy_named("ignore") == MaskedPolicy::ignore);
  CHECK_FALSE(masked_policy_named("keep").has_value());
}

TEST_CASE("options: sums of money are read to the fen") {
  CHECK(fen_of("0") == 0);
  CHECK(fen_of("4999.99") == 499'999);
  CHECK(fen_of("4999.9") == 499'990);
  CHECK(fen_of("5000") == 500'000);
  CHECK(fen_of("4,500,000.50") == 450'000'050);
  CHECK(fen_of("10000000000000") == kMostFen);
  for (const char* bad : {"", "-1", "+1", ".5", "5.", "1.234", "1e9", "1,00", ",100", "1,0000", "12,34,567", "一千",
                          "5 000", "10000000000000.01", "99999999999999999999999", "0x10", "1.2.3"}) {
    CAPTURE(bad);
    CHECK_FALSE(fen_of(bad).has_value());
  }
}

TEST_CASE("options: a price is one sum or two") {
  const auto fen = [](std::string_view text) {
    const auto price = price_of(text);
    return price ? std::pair(price->low_fen, price->high_fen) : std::pair(int64_t{-1}, int64_t{-1});
  };
  CHECK(fen("30..150") == std::pair(int64_t{3'000}, int64_t{15'000}));
  CHECK(fen("0.5..1,000.25") == std::pair(int64_t{50}, int64_t{100'025}));
  CHECK(fen("50") == std::pair(int64_t{5'000}, int64_t{5'000}));
  for (const char* bad : {"", "..", "30..", "..150", "30...150", "30..150..200", "-3..5", "30-150"}) {
    CAPTURE(bad);
    CHECK_FALSE(price_of(bad).has_value());
  }
}

}  // namespace pidun
