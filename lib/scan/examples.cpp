#include "scan/examples.h"

#include "scan/proven_rules.h"
#include "scan/stream.h"

namespace pidun {
namespace {

std::string place_text(uint64_t begin, uint64_t end) {
  return "bytes " + std::to_string(begin) + " to " + std::to_string(end);
}

class ExampleRunner {
 public:
  ExampleRunner(const Engine& engine, const RuleSet& rules, RuleErrors& errors)
      : engine_(&engine), rules_(&rules), errors_(&errors), runner_(Runner::create(engine)) {
    if (!runner_) throw std::bad_alloc();
  }

  size_t run(uint32_t index) {
    const Rule& rule = rules_->rules()[index];
    for (const Example& match : rule.matches) {
      const std::string fault = fault_of_match(index, match);
      if (!fault.empty()) errors_->push_back(rules_->error_at(rule, match.place, fault));
    }
    for (const Example& reject : rule.rejects) {
      const std::string fault = fault_of_reject(index, reject);
      if (!fault.empty()) errors_->push_back(rules_->error_at(rule, reject.place, fault));
    }
    return rule.matches.size() + rule.rejects.size();
  }

 private:
  void scan(const std::string& text) {
    found_.clear();
    ScanSettings settings;
    settings.evidence = false;
    settings.cameras = true;
    scan_whole(*engine_, *runner_, text, settings, Limits(), found_);
  }

  std::string fault_of_match(uint32_t rule, const Example& match) {
    scan(match.text);
    std::string elsewhere, other;
    for (const pidun_finding& finding : found_.items) {
      if (finding.rule != rule) {
        if (finding.begin < match.end && match.begin < finding.end) other = name_of(finding.rule);
      } else if (finding.begin != match.begin || finding.end != match.end) {
        elsewhere = place_text(finding.begin, finding.end);
      } else {
        return fault_of_check(match.check, finding.check);
      }
    }
    const std::string wanted = "example is not found at " + place_text(match.begin, match.end);
    if (!elsewhere.empty()) return wanted + " but at " + elsewhere;
    return other.empty() ? wanted : wanted + "; rule " + other + " is found there";
  }

  static std::string fault_of_check(WantedCheck wanted, uint8_t check) {
    constexpr WantedCheck kChecks[] = {WantedCheck::none, WantedCheck::pass, WantedCheck::fail};
    constexpr const char* kNames[] = {"none", "pass", "fail"};
    if (wanted == WantedCheck::any || kChecks[check] == wanted) return {};
    return std::string("example is found with check ") + kNames[check];
  }

  std::string fault_of_reject(uint32_t rule, const Example& reject) {
    scan(reject.text);
    for (const pidun_finding& finding : found_.items)
      if (finding.rule == rule) return "counter-example is found at " + place_text(finding.begin, finding.end);
    return {};
  }

  std::string name_of(uint32_t rule) const {
    return rule < rules_->rules().size() ? rules_->rules()[rule].id : std::string("of no id");
  }

  const Engine* engine_;
  const RuleSet* rules_;
  RuleErrors* errors_;
  std::unique_ptr<Runner> runner_;
  Findings found_;
};

}  // namespace

size_t check_examples(const Engine& engine, const RuleSet& rules, bool builtins, RuleErrors& errors) {
  ExampleRunner runner(engine, rules, errors);
  size_t count = 0;
  for (uint32_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (!rule.disabled && (builtins || !rule.builtin)) count += runner.run(i);
  }
  return count;
}

std::unique_ptr<Engine> load_engine(EngineOptions options, RuleErrors& errors) {
  const ProvenRules rules(options);
  const bool proven = options.proven = rules.known();
  if (!proven && !options.rules.kinds.empty() && !options.rules.sources.empty()) {
    // Rules prove themselves among all others: some of those keep a counter-example silent.
    EngineOptions whole = options;
    whole.rules.kinds.clear();
    if (!load_engine(std::move(whole), errors)) return nullptr;
    options.proven = true;
    return Engine::build(std::move(options), errors);
  }
  std::unique_ptr<Engine> engine = Engine::build(std::move(options), errors);
  if (!engine || proven || engine->rules().rules().size() == engine->rules().builtin_count()) return engine;
  const size_t before = errors.size();
  check_examples(*engine, engine->rules(), false, errors);
  if (errors.size() != before) return nullptr;
  rules.note();
  return engine;
}

}  // namespace pidun
