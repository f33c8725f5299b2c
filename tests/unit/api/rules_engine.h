// What the tests of users' rules share: a small file of rules, and an engine that scans with it.
#pragma once

#include <vector>

#include "unit/api/api_fixture.h"

namespace pidun::testing {

inline const std::string kBadge = R"(
[[kind]]
number = 0x8001
name = "badge_number"
zh = "门禁卡号"
tier = 500
sensitive = "C"
jrt0171 = 1

[[rule]]
id = "badge"
kind = "badge_number"
en = "Badge"
zh = "门禁卡"
shape = "regex"
pattern = 'BG-[0-9]{6}'
labels = ["门禁卡"]
basis = "house rule 7"
[[rule.match]]
text = "BG-123456"
find = "BG-123456"

[[rule]]
id = "project"
kind = "badge_number"
shape = "literal"
pattern = "天狼星计划"
[[rule.match]]
text = "参加天狼星计划的人"
find = "天狼星计划"
)";

class RulesEngine {
 public:
  explicit RulesEngine(const std::string& text, uint32_t flags = 0, uint32_t words = PIDUN_WORDS_AUTO)
      : engine_(options_of(text, flags, words)), scratch_(engine_) {}
  const Engine& engine() const { return engine_; }
  std::vector<std::string> scan(std::string_view text, const char* label = nullptr) {
    auto options = default_options();
    options.label = label;
    scratch_.scan(text.data(), text.size(), options, results_);
    std::vector<std::string> found;
    for (const pidun_finding& finding : results_)
      found.push_back(std::string(engine_.rule_id(finding.rule)) + " " +
                      std::string(text.substr(finding.begin, finding.end - finding.begin)));
    return found;
  }
  const Results& results() const { return results_; }

  // Points into `text`.
  static pidun_engine_options options_of(const std::string& text, uint32_t flags, uint32_t words) {
    auto options = sized<pidun_engine_options>();
    options.rule_text = text.data();
    options.rule_text_length = text.size();
    options.flags = flags;
    options.words = words;
    return options;
  }

 private:
  Engine engine_;
  Scratch scratch_;
  Results results_;
};

using Strings = std::vector<std::string>;

}  // namespace pidun::testing
