// Plain rows of tables, read cell by cell, against the same rows searched: every finding alike, whatever the header
// says, whatever stands in the cells and wherever odd rows lie among plain ones.
#include <catch2/catch.hpp>
#include <cstring>
#include <string>
#include <vector>

#include "property/made_tables.h"
#include "scan/examples.h"
#include "scan/scan_decoded.h"
#include "support/rounds.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// Of all kinds, or of these.
std::unique_ptr<Engine> engine_of(std::vector<std::string> kinds) {
  RuleErrors errors;
  EngineOptions options;
  options.rules.kinds = std::move(kinds);
  return load_engine(std::move(options), errors);
}

// `plain_rows` as in ScanSettings.
Findings scanned(const Engine& engine, Runner& runner, const std::string& text, unsigned plain_rows) {
  ScanSettings settings;
  settings.plain_rows = plain_rows;
  settings.min_confidence = 0;
  settings.as_of = 20260101;
  Findings found;
  scan_decoded(engine, runner, text, settings, {}, found);
  return found;
}

// The first finding that differs, in words; empty if none does.
std::string difference(const Findings& plain, const Findings& searched) {
  for (size_t i = 0; i < std::min(plain.size(), searched.size()); ++i) {
    const pidun_finding &a = plain.items[i], &b = searched.items[i];
    const Detail &c = plain.details[i], &d = searched.details[i];
    if (std::memcmp(&a, &b, sizeof(a)) != 0 || c.reasons != d.reasons || c.evidence_and_also != d.evidence_and_also ||
        std::memcmp(&c.location, &d.location, sizeof(c.location)) != 0)
      return "finding " + std::to_string(i) + " of kind " + std::to_string(a.kind) + " at " + std::to_string(a.begin) +
             ", searched: of kind " + std::to_string(b.kind) + " at " + std::to_string(b.begin);
  }
  if (plain.size() != searched.size())
    return std::to_string(plain.size()) + " findings, searched: " + std::to_string(searched.size());
  return plain.evidence == searched.evidence ? "" : "the evidence differs";
}

size_t check_tables(const Engine& engine, uint64_t seeds) {
  const auto runner = Runner::create(engine);
  REQUIRE(runner);
  size_t findings = 0;
  for (uint64_t seed = 0; seed < seeds; ++seed) {
    const std::string text = table(seed);
    const Findings plain = scanned(engine, *runner, text, 0);
    findings += plain.size();
    const std::string differs = difference(plain, scanned(engine, *runner, text, 101));
    if (!differs.empty()) FAIL("seed " << seed << ": " << differs << "\n" << text.substr(0, 200));
  }
  return findings;
}

}  // namespace

TEST_CASE("plain rows: a table read cell by cell gives what a search of it gives", "[plain_rows]") {
  CHECK(check_tables(*engine_of({}), rounds(1200)) > rounds(100000));
}

TEST_CASE("plain rows: so it does when only some kinds are asked for", "[plain_rows]") {
  CHECK(check_tables(*engine_of({"resident_id_number", "mobile_number", "bank_card_number"}), rounds(600)) >
        rounds(20000));
  CHECK(check_tables(*engine_of({"mobile_number", "person_name"}), rounds(200)) > rounds(5000));
  CHECK(check_tables(*engine_of({"home_address", "vehicle_plate"}), rounds(200)) > rounds(5000));
}
