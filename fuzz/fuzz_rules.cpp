// Fuzz target of lib/rules/: the input is a users' rule file. Any bytes load, or are refused with every fault placed
// inside the text; a loaded set gives back each rule's own text, and loading twice says the same.
#include <string>
#include <string_view>

#include "detect/checks/validators.h"
#include "rules/rule_set.h"

namespace {

using namespace pidun;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

std::unique_ptr<RuleSet> load(std::string_view text, RuleErrors& errors) {
  RuleOptions options;
  options.validators = validator_names();
  options.sources.push_back({"file", std::string(text)});
  return RuleSet::load(std::move(options), errors);
}

void check_errors(std::string_view text, const RuleErrors& errors) {
  for (const RuleError& error : errors) {
    require(error.offset <= text.size());
    require(!error.message.empty() && error.message.find('\n') == std::string::npos);
    require(error.file == "file" || (error.file.empty() && error.place.line == 0));
  }
}

void check_set(std::string_view text, const RuleSet& set) {
  for (size_t i = set.builtin_count(); i < set.rules().size(); ++i) {
    const Rule& rule = set.rules()[i];
    require(set.find_kind(rule.kind) != nullptr && set.find_rule(rule.id) == &rule);
    require(!rule.matches.empty() && !rule.pattern.empty());
    for (const Example& match : rule.matches) require(match.begin < match.end && match.end <= match.text.size());
    const std::string_view own = set.text_of(rule);
    require(own.size() <= text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  RuleErrors errors, again;
  const auto set = load(text, errors);
  require((set == nullptr) == !errors.empty());
  check_errors(text, errors);
  if (set) check_set(text, *set);
  load(text, again);
  require(again.size() == errors.size());
  for (size_t i = 0; i < errors.size(); ++i) require(again[i].message == errors[i].message);
  return 0;
}
