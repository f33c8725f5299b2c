// Every rule that is said as forms against its own examples, and every change of a rule against them too.
#include "detect/form_rules.h"

#include <catch2/catch.hpp>
#include <functional>
#include <set>
#include <string>

#include "support/form_examples.h"

namespace pidun {
namespace {

using testing::FormConditions;

const FormRules& rules() {
  static const FormRules compiled;
  return compiled;
}

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

void try_mutant(size_t index, const FormRule& rule, const FormConditions& wanted, const std::string& what,
                Score& score) {
  ++score.mutants;
  for (const auto& example : testing::examples_of(index)) {
    if (testing::example_holds(rule, example, wanted)) continue;
    ++score.caught;
    return;
  }
  score.missed += std::string(rule.id) + ": " + what + "\n";
}

}  // namespace

TEST_CASE("every form compiles, and every rule has a kind, its validator and five examples of either sort") {
  REQUIRE(rules().all().size() == tables::form_rules.size());
  std::set<std::string_view> words;
  for (size_t i = 0; i < tables::form_rules.size(); ++i) {
    const auto& row = tables::form_rules[i];
    const FormRule& rule = rules().all()[i];
    INFO(row.id);
    CHECK(rule.kind != Kind::none);
    CHECK(rule.forms.size() == row.forms);
    CHECK((rule.validator != nullptr) == !row.validator.empty());
    size_t matches = 0, rejects = 0;
    for (const auto& example : testing::examples_of(i)) ++(example.length != 0 ? matches : rejects);
    CHECK(matches >= 5);
    CHECK(rejects >= 5);
  }
  for (const auto& label : tables::form_labels) {
    INFO(label.word);
    CHECK(words.insert(label.word).second);
    CHECK(find_kind(label.kind) != nullptr);
  }
}

TEST_CASE("every rule does what its examples say") {
  std::string wrong;
  size_t examples = 0;
  for (size_t i = 0; i < rules().all().size(); ++i) {
    const FormRule& rule = rules().all()[i];
    for (const auto& example : testing::examples_of(i)) {
      ++examples;
      if (testing::example_holds(rule, example)) continue;
      wrong += std::string(rule.id) + (example.length != 0 ? " must find " : " must find nothing: ");
      wrong += std::string(example.text) + " " + std::string(example.why) + "\n";
    }
  }
  INFO(wrong);
  CHECK(wrong.empty());
  CHECK(examples == tables::form_examples.size());
}

TEST_CASE("a rule's own examples notice when a class, a count, a border, a check or the label is dropped") {
  Score score;
  for (size_t i = 0; i < rules().all().size(); ++i) {
    const FormRule& rule = rules().all()[i];
    const auto& row = tables::form_rules[i];
    try_mutant(i, rule, {.border_before = false}, "no border before", score);
    try_mutant(i, rule, {.border_behind = false}, "no border behind", score);
    if (rule.validator != nullptr) try_mutant(i, rule, {.validator = false}, "no validator", score);
    if (rule.needs_label) try_mutant(i, rule, {.label = false}, "no label", score);
    for (size_t f = 0; f < rule.forms.size(); ++f) {
      const std::string_view text = tables::form_texts[row.first_form + f];
      FormError error;
      for (const Mutant& mutant : mutants_of(*parse_form(text, error))) {
        auto form = Form::build(mutant.parts, error);
        if (!form) continue;  // too long: refused when the engine is built
        FormRule changed = rule;
        changed.forms[f] = *form;
        try_mutant(i, changed, {}, std::string(text) + " " + mutant.what, score);
      }
    }
  }
  INFO(score.missed << score.caught << " of " << score.mutants << " mutants caught");
  CHECK(score.mutants > 500);
  CHECK(score.caught * 100 >= score.mutants * 95);
}

TEST_CASE("rules are looked up by their first byte") {
  for (size_t byte = 0; byte < 256; ++byte) {
    for (uint16_t i = 0; i < rules().all().size(); ++i) {
      const FormRule& rule = rules().all()[i];
      bool begins = false;
      for (const Form& form : rule.forms) begins |= form.may_begin(static_cast<unsigned char>(byte));
      const auto listed = [&](std::span<const uint16_t> list) {
        return std::find(list.begin(), list.end(), i) != list.end();
      };
      CHECK(listed(rules().labelled_with(static_cast<unsigned char>(byte))) == begins);
      CHECK(listed(rules().beginning_with(static_cast<unsigned char>(byte))) == (begins && !rule.labelled));
    }
  }
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
