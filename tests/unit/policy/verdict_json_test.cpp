// The verdict as JSON: whole, well-formed, and with the keys that are promised.
#include "policy/verdict_json.h"

#include <simdjson.h>

#include "unit/policy/made_counts.h"
#include "unit/policy/made_flows.h"

namespace pidun {
namespace {

using namespace pidun::testing;

std::string json_of(const Counts& counts, const PolicyOptions& options = {}, const FlowSigns& signs = {}) {
  std::string out = "{";
  append_verdict(verdict_of(counts, options), score_cases(signs, CaseProfiles::builtin()), out);
  return out + "}";
}

}  // namespace

TEST_CASE("verdict json: figures, rules and the nearest case stand under the promised keys") {
  PolicyOptions options = with_proceeds(499'999);
  options.facts = kFactPrior | kFactBuyerKnown;
  simdjson::dom::parser parser;
  const simdjson::dom::element root =
      parser.parse(json_of(with_masked(counted(51, 0, 0), 50, 9, 3), options, leads())).value();
  CHECK(root["weighted"].get_uint64().value() == 5'100);
  CHECK(root["weighted_bounds"]["upper"].get_uint64().value() == 6'000);
  CHECK(root["proceeds"]["fen"].get_uint64().value() == 499'999);
  CHECK(root["proceeds_estimate"].is_null());
  CHECK(root["ladder"]["line"].get_uint64().value() == 5'000);
  CHECK(root["level"].get_string().value() == "reached");
  CHECK(root["level_by"].get_string().value() == "records");
  const auto first = root["rules_reached"].at(0);
  CHECK(first["id"].get_string().value() == "cn2017.5.1.3");
  CHECK(first["count"].get_uint64().value() == 51);
  CHECK(first["line"].get_uint64().value() == 50);
  CHECK(first["ratio"].get_double().value() == Approx(1.02));
  CHECK(root["facts_given"].at(0).get_string().value() == "buyer_known");
  CHECK(root["facts_given"].at(1).get_string().value() == "prior_2y");
  CHECK(root["case"]["id"].get_string().value() == "case1");
  CHECK(root["case"]["score"].get_uint64().value() == 95);
  CHECK(root["case"]["resembles"].get_bool().value());
  CHECK(root["case"]["controls"].get_array().value().size() == 3);
  CHECK(root["cases"].get_array().value().size() == 5);
  CHECK(root["footer"]["en"].get_string().value().substr(0, 29) == "Comparison of numbers only; n");
}

TEST_CASE("verdict json: nothing counted is a whole object, too") {
  simdjson::dom::parser parser;
  const simdjson::dom::element root = parser.parse(json_of({})).value();
  CHECK(root["level"].get_string().value() == "below");
  CHECK(root["case"].is_null());
  CHECK(root["proceeds"].is_null());
  CHECK(root["rules_reached"].get_array().value().size() == 0);
  CHECK(root["immediate"].get_array().value().size() == 0);
}

TEST_CASE("verdict json: quotes and control characters of texts are escaped") {
  const std::string json = json_of(counted(0, 250, 0), as(Role::insider));
  CHECK(json.find("\\\"履职或提供服务中获得\\\"") != std::string::npos);
  CaseProfiles profiles;
  FileFaults faults;
  const ProfileNames names{[](std::string_view) { return Kind::religion; }, [](std::string_view) { return true; }};
  REQUIRE(
      profiles.load("id = \"own\"\nname = { zh = \"a\\n\\\\\", en = \"b\" }\ntitle = { zh = \"a\", en = \"b\" }\n"
                    "[[variant]]\nname = { zh = \"a\", en = \"b\" }\n[[variant.sign]]\nzh = \"a\"\nen = \"b\"\n"
                    "weight = 1\ncore = true\nkinds = [\"religion\"]\n",
                    names, faults));
  FlowSigns signs;
  add_rows(signs, 1, Format::json, {{Kind::religion, "religion"}});
  std::string out = "{";
  append_verdict(verdict_of({}), score_cases(signs, profiles), out);
  out += "}";
  simdjson::dom::parser parser;
  CHECK(parser.parse(out).error() == simdjson::SUCCESS);
  CHECK(out.find("\\u000a\\\\") != std::string::npos);
}

}  // namespace pidun
