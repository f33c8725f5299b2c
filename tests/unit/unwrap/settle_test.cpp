// Findings of different layers over the same bytes: who stays.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "unwrap/unwrapper.h"

using namespace pidun;

namespace {

struct Found {
  uint32_t layer;
  std::string text;
  int confidence;
};

// Unwraps the value, looks each text up in its layer, settles, and gives "layer:text" of those that stay.
std::string settled(const std::string& value, const std::vector<Found>& given) {
  Unwrapper unwrapper;
  Unwrapped out;
  unwrapper.unwrap_value(value, 0, {}, out);
  std::vector<LayerFinding> findings;
  for (const Found& found : given) {
    LayerFinding finding;
    finding.layer = found.layer;
    finding.confidence = found.confidence;
    if (found.layer == kInput) {
      const size_t at = value.find(found.text);
      REQUIRE(at != std::string::npos);
      finding.source = {at, at + found.text.size()};
    } else {
      REQUIRE(found.layer < out.layers.size());
      const size_t at = out.text.find(found.text, out.layers[found.layer].text.begin);
      REQUIRE(at < out.layers[found.layer].text.end);
      REQUIRE(out.layer_at(at) == found.layer);
      finding.source = out.map.source_of({at, at + found.text.size()});
    }
    findings.push_back(finding);
  }
  settle_layers(out, findings);
  std::string stay;
  for (size_t i = 0; i < findings.size(); ++i)
    if (!findings[i].lost)
      stay += (given[i].layer == kInput ? "input" : std::to_string(given[i].layer)) + ":" + given[i].text + " ";
  return stay;
}

}  // namespace

TEST_CASE("settle: digits that stand unencoded in an escaped value are found once", "[unwrap]") {
  const std::string value = "\\u7535\\u8bdd 13900001234";
  CHECK(settled(value, {{kInput, "13900001234", 60}, {0, "13900001234", 90}}) == "0:13900001234 ");
  CHECK(settled(value, {{kInput, "13900001234", 90}, {0, "13900001234", 90}}) == "input:13900001234 ");
  CHECK(settled(value, {{0, "13900001234", 60}, {kInput, "13900001234", 90}}) == "input:13900001234 ");
}

TEST_CASE("settle: as certain on other bytes, the text with the escapes undone is right", "[unwrap]") {
  CHECK(settled("%2013900001234", {{kInput, "2013900001234", 70}, {0, "13900001234", 70}}) == "0:13900001234 ");
  CHECK(settled("%2013900001234", {{kInput, "2013900001234", 80}, {0, "13900001234", 70}}) == "input:2013900001234 ");
}

TEST_CASE("settle: digits of base64 or hex spelling are no finding, whatever the run holds", "[unwrap]") {
  const std::string hex = "3133393030303031323334";
  CHECK(settled(hex, {{kInput, hex, 100}}).empty());
  CHECK(settled(hex, {{kInput, hex, 100}, {0, "13900001234", 50}}) == "0:13900001234 ");
  // Also in a layer that only repeats the run's characters.
  CHECK(settled("%20" + hex, {{0, hex, 100}, {1, "13900001234", 50}}) == "1:13900001234 ");
}

TEST_CASE("settle: findings apart, and findings of one layer, all stay", "[unwrap]") {
  CHECK(settled("\\n139 150", {{kInput, "139", 50}, {0, "150", 60}}) == "input:139 0:150 ");
  CHECK(settled("\\n139 150", {{0, "139 150", 50}, {0, "150", 60}}) == "0:139 150 0:150 ");
  CHECK(settled("\\n", {}).empty());
}

TEST_CASE("settle: who stays does not depend on how much else is found", "[unwrap][regression]") {
  Unwrapper unwrapper;
  Unwrapped out;
  unwrapper.unwrap_value("%2013900001234", 0, {}, out);
  for (uint64_t others = 0; others < 200; ++others) {
    // Three over the same bytes, and behind them, as many as there are, others that overlap nothing.
    std::vector<LayerFinding> findings = {{{0, 17}, kInput, 45}, {{0, 14}, 0, 45}, {{0, 14}, 0, 30}};
    for (uint64_t i = 0; i < others; ++i) findings.insert(findings.begin(), {{100 + i * 20, 110 + i * 20}, kInput, 50});
    settle_layers(out, findings);
    const LayerFinding* const three = findings.data() + others;
    CHECK(three[0].lost);
    CHECK_FALSE(three[1].lost);
    CHECK_FALSE(three[2].lost);
  }
}
