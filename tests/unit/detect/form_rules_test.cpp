// Every rule that is said as forms against its own examples, and every change of a rule against them too.
#include "detect/form_rules.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "support/form_examples.h"

namespace pidun {
namespace {

using testing::FormConditions;

const FormRules& rules() { return testing::form_pack().forms; }
const Rule& source(const FormRule& rule) { return testing::form_pack().rule(rule); }

CharacterSet with(CharacterSet set, const char* form) {
  FormError error;
  const CharacterSet more = parse_form(form, error)->at(0).set;
  set.ascii |= more.ascii;
  set.ranges.insert(set.ranges.end(), more.ranges.begin(), more.ranges.end());
  return set;
}

bool is_literal(const FormPart& part) {
  const size_t wide = part.set.ranges.size() == 1 && part.set.ranges[0].first == part.set.ranges[0].second ? 1u : 0u;
  return part.least == 1 && part.most == 1 && part.set.ascii.count() + wide == 1 && part.set.ranges.size() == wide;
}

struct Mutant {
  std::string what;
  std::vector<FormPart> parts;
};

// Each class as any letter or digit, or any hanzi; each count one less and one more at either end.
std::vector<Mutant> mutants_of(const std::vector<FormPart>& parts) {
  std::vector<Mutant> mutants;
  const auto add = [&](size_t i, const std::string& what, const std::function<void(FormPart&)>& change) {
    mutants.push_back({"part " + std::to_string(i + 1) + " " + what, parts});
    change(mutants.back().parts[i]);
  };
  for (size_t i = 0; i < parts.size(); ++i) {
    const FormPart& part = parts[i];
    if (is_literal(part)) continue;
    const CharacterSet any = with(part.set, "a"), hanzi = with(part.set, "h");
    if (any != part.set && part.set.ascii.any()) add(i, "any letter or digit", [&](FormPart& p) { p.set = any; });
    if (!part.set.ranges.empty() && part.set.ranges != with({}, "h").ranges)
      add(i, "any hanzi", [&](FormPart& p) { p.set = hanzi; });
    if (part.least > 0) add(i, "least - 1", [](FormPart& p) { --p.least; });
    if (part.least == part.most && part.most > 1) {
      add(i, "one less", [](FormPart& p) { --p.least, --p.most; });
      add(i, "one more", [](FormPart& p) { ++p.least, ++p.most; });
    }
    if (part.least < part.most) add(i, "least + 1", [](FormPart& p) { ++p.least; });
    if (part.least < part.most && part.most > 1) add(i, "most - 1", [](FormPart& p) { --p.most; });
    add(i, "most + 1", [](FormPart& p) { ++p.most; });
  }
  return mutants;
}

struct Score {
  size_t mutants = 0, caught = 0;
  std::string missed;
};

void try_mutant(const FormRule& rule, const FormConditions& wanted, const std::string& what, Score& score) {
  ++score.mutants;
  for (const Example& example : testing::examples_of(rule)) {
    if (testing::example_holds(rule, example, wanted)) continue;
    ++score.caught;
    return;
  }
  score.missed += source(rule).id + ": " + what + "\n";
}

}  // namespace

TEST_CASE("every rule has a kind, its forms and its validator") {
  REQUIRE(rules().all().size() >= 30);
  for (const FormRule& rule : rules().all()) {
    INFO(source(rule).id);
    CHECK(rule.kind != Kind::none);
    CHECK(!rule.forms.empty());
    CHECK(rule.forms.size() <= source(rule).forms.size());
    CHECK((rule.validator != nullptr) == !source(rule).validator.empty());
  }
}

TEST_CASE("every rule does what its examples say") {
  std::string wrong;
  for (const FormRule& rule : rules().all()) {
    for (const Example& example : testing::examples_of(rule)) {
      if (testing::example_holds(rule, example)) continue;
      wrong += source(rule).id + (example.begin != example.end ? " must find " : " must find nothing: ");
      wrong += example.text + "\n";
    }
  }
  INFO(wrong);
  CHECK(wrong.empty());
}

TEST_CASE("a rule's own examples notice when a class, a count, a border, a check or the label is dropped") {
  Score score;
  for (const FormRule& rule : rules().all()) {
    try_mutant(rule, {.border_before = false}, "no border before", score);
    try_mutant(rule, {.border_behind = false}, "no border behind", score);
    if (rule.validator != nullptr) try_mutant(rule, {.validator = false}, "no validator", score);
    if (rule.needs_label) try_mutant(rule, {.label = false}, "no label", score);
    for (size_t f = 0; f < source(rule).forms.size(); ++f) {
      const std::string& text = source(rule).forms[f];
      FormError error;
      for (const Mutant& mutant : mutants_of(*parse_form(text, error))) {
        auto form = Form::build(mutant.parts, error);
        if (!form) continue;  // too long: refused when the engine is built
        FormRule changed = rule;
        changed.forms.clear();
        for (size_t other = 0; other < source(rule).forms.size(); ++other)
          changed.take(other == f ? *form : *Form::compile(source(rule).forms[other], error));
        try_mutant(changed, {}, text + " " + mutant.what, score);
      }
    }
  }
  INFO(score.missed << score.caught << " of " << score.mutants << " mutants caught");
  CHECK(score.mutants > 500);
  CHECK(score.caught * 100 >= score.mutants * 95);
}

// The rules that can begin with the first four bytes of `text`, each asked by itself.
std::vector<uint16_t> asked_one_by_one(std::string_view text) {
  std::vector<uint16_t> found;
  for (size_t i = 0; i < rules().all().size(); ++i)
    if (const FormRule& rule = rules().all()[i]; !rule.labelled && rule.beginnings.allow(text))
      found.push_back(static_cast<uint16_t>(i));
  return found;
}

std::vector<uint16_t> looked_up(std::string_view text) {
  std::vector<uint16_t> found;
  rules().each_beginning_with(text, [&](uint16_t index) { found.push_back(index); });
  return found;
}

TEST_CASE("rules are looked up by their first four bytes, in order, and by fewer where the text ends") {
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    CHECK(looked_up(text) == asked_one_by_one(text));
  }
  constexpr std::string_view kBytes = "0179AGHWaguw(+-. \xE4\xBA\xAC\xEF";
  for (size_t n = 0; n < kBytes.size() * kBytes.size() * kBytes.size() * kBytes.size(); n += 7) {
    std::string text;
    for (size_t left = n; text.size() < 4; left /= kBytes.size()) text += kBytes[left % kBytes.size()];
    if (looked_up(text) != asked_one_by_one(text)) FAIL(text);
  }
  CHECK(looked_up("").empty());
  CHECK_FALSE(looked_up("0571-8").empty());
}

TEST_CASE("rules are looked up by the label that names their kind, and match no more and no less bytes than they say") {
  for (size_t i = 0; i < rules().all().size(); ++i) {
    const FormRule& rule = rules().all()[i];
    const auto named = rules().named_by(label_of(rule.kind));
    CHECK(std::find(named.begin(), named.end(), static_cast<uint16_t>(i)) != named.end());
    CHECK(rules().bounds().wants(label_of(rule.kind)));
    for (const Form& form : rule.forms) {
      CHECK(rule.least <= form.least_bytes());
      CHECK(rule.most >= form.most_bytes());
    }
  }
  CHECK(rules().named_by(label_of(Kind::email_address)).empty());
}

TEST_CASE("characters that no rule begins with are turned away") {
  CHECK_FALSE(rules().beginning_with_wide("京A12345").empty());
  CHECK(rules().beginning_with_wide("栋1585").empty());
  CHECK(rules().beginning_with_wide("\xE4").empty());
}

TEST_CASE("what touches a match on either side") {
  struct Case {
    const char* promise;
    const char* before;
    const char* value;
    const char* behind;
    bool inside, dashed, in_path;
  };
  const Case cases[] = {
      {"alone", "", "E12345678", "", false, false, false},
      {"hanzi on either side", "护照", "E12345678", "号", false, false, false},
      {"a letter before", "x", "E12345678", "", true, false, false},
      {"a digit behind", "", "E12345678", "9", true, false, false},
      {"an escape before", "\\n", "E12345678", "", false, false, false},
      {"a percent escape before", "%3A", "E12345678", "", false, false, false},
      {"a decimal point behind", "", "E12345678", ".5", true, false, false},
      {"a full stop behind", "", "E12345678", ". x", false, false, false},
      {"a dot before", "v1.", "E12345678", "", true, false, false},
      {"a dash before", "AB-", "E12345678", "", false, true, false},
      {"a dash behind", "", "E12345678", "-9", false, true, false},
      {"a path", "a/", "E12345678", "/b", false, false, true},
      {"an address behind", "", "E12345678", "@x.cn", true, false, false},
      {"a pair before", "aa:", "3c:52:82:1a:0b:9f", "", true, false, false},
      {"a pair behind", "", "3c:52:82:1a:0b:9f", ":aa", true, false, false},
      {"a word before", "mac:", "3c:52:82:1a:0b:9f", "", false, false, false},
      {"a colon and a word behind", "", "3c:52:82:1a:0b:9f", ": up", false, false, false},
      {"hanzi at the ends", "x", "京A1234警", "x", false, false, false},
  };
  for (const Case& c : cases) {
    const std::string text = std::string(c.before) + c.value + c.behind;
    INFO(c.promise << ": " << text);
    const uint64_t begin = std::string_view(c.before).size();
    const FormSides sides = judge_form_sides(Window(text, 0), {begin, begin + std::string_view(c.value).size()});
    CHECK(sides.inside == c.inside);
    CHECK(sides.dashed == c.dashed);
    CHECK(sides.in_path == c.in_path);
  }
}

}  // namespace pidun
