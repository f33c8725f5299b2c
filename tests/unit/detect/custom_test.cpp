// Readings of users' rules: confidence, labels, checks, and what is dropped.
#include "detect/custom.h"

#include <catch2/catch.hpp>

#include "detect/evidence.h"
#include "match/words.h"

namespace pidun {
namespace {

constexpr auto kBadge = static_cast<Kind>(0x8000);

Readings readings_of(const std::string& text, CustomRule rule, std::string_view value, bool thorough = false) {
  static const LabelTable labels({{"工牌", label_of(kBadge)}});
  static const auto matcher = make_portable_words(labels.words());
  const auto scratch = matcher->make_scratch();
  NearbyWords words(labels, *matcher, *scratch);
  Layout layout;
  layout.format = Format::lines;
  Values values;
  values.start(labels, layout, Label::none);
  const Window window(text, 0);
  const auto reader = make_reader(layout);
  reader->read(window, window.end(), true, values.events());
  Context context(labels, window, words, values);
  const uint64_t begin = text.find(value);
  Readings out;
  read_custom(context, {rule}, {{begin, begin + value.size(), 0}}, thorough, out);
  return out;
}

CustomRule rule_of(int confidence, bool needs_label = false, const char* validator = nullptr) {
  return {7, kBadge, confidence, needs_label, validator != nullptr ? find_validator(validator) : nullptr};
}

}  // namespace

TEST_CASE("a hit is a reading of the rule, with the rule's points and those of its labels") {
  struct Case {
    const char* promise;
    const char* text;
    CustomRule rule;
    int confidence;  // -1: dropped
    Check check;
  };
  const Case cases[] = {
      {"the rule's points", "有 B12 在", rule_of(60), 60, Check::none},
      {"any points", "有 B12 在", rule_of(3), 3, Check::none},
      {"a label raises", "工牌 B12 在", rule_of(60), 85, Check::none},
      {"never above 100", "工牌 B12 在", rule_of(90), 100, Check::none},
      {"another kind's label lowers", "手机 B12 在", rule_of(60), 50, Check::none},
      {"a negative label lowers more", "订单 B12 在", rule_of(60), 25, Check::none},
      {"alone on its line", "B12", rule_of(60), 70, Check::none},
      {"a label that is needed and there", "工牌 B12 在", rule_of(60, true), 85, Check::none},
      {"a label that is needed and not there", "有 B12 在", rule_of(60, true), -1, Check::none},
      {"another kind's label is not the one needed", "手机 B12 在", rule_of(60, true), -1, Check::none},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    const Readings readings = readings_of(c.text, c.rule, "B12");
    if (c.confidence < 0) {
      CHECK(readings.empty());
      continue;
    }
    REQUIRE(readings.size() == 1);
    CHECK(readings[0].confidence == c.confidence);
    CHECK(readings[0].check == c.check);
    CHECK(readings[0].rule == 7);
    CHECK(readings[0].kind == kBadge);
    CHECK(readings[0].evidence.has(Reason::custom_rule));
  }
}

TEST_CASE("a passed check raises, a failed one needs a label") {
  const std::string good = "4111111111111111", bad = "4111111111111112";
  const CustomRule rule = rule_of(60, false, "luhn");
  const Readings passed = readings_of("有 " + good + " 在", rule, good);
  REQUIRE(passed.size() == 1);
  CHECK(passed[0].check == Check::pass);
  CHECK(passed[0].confidence == 80);
  CHECK(readings_of("有 " + bad + " 在", rule, bad).empty());
  const Readings labelled = readings_of("工牌 " + bad + " 在", rule, bad);
  REQUIRE(labelled.size() == 1);
  CHECK(labelled[0].check == Check::fail);
  CHECK(labelled[0].confidence == 85);
}

TEST_CASE("what is dropped is shown to explain, with no confidence") {
  for (const CustomRule& rule : {rule_of(60, true), rule_of(60, false, "luhn")}) {
    const Readings shown = readings_of("有 B12 在", rule, "B12", true);
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].confidence == 0);
  }
}

TEST_CASE("masked evidence shows the first of four characters or more, of any script") {
  struct Case {
    std::string value, evidence;
  };
  const Case cases[] = {
      {"天狼星计划", "天****"},
      {"BG-1", "B***"},
      {"abc", "***"},
      {"工号", "**"},
      {"", ""},
      {"😀abc", "😀***"},
      {std::string(100, 'x'), "x" + std::string(39, '*')},
  };
  for (const Case& c : cases) {
    char text[kLongestEvidence + 1];
    const size_t length = write_custom_evidence(c.value, text);
    CHECK(std::string(text, length) == c.evidence);
    CHECK(text[length] == '\0');
  }
}

}  // namespace pidun
