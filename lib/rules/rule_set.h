// All rules and kinds of one engine: the built-in ones as tables made at build time, and what users' files add or
// override. Without users' files nothing is parsed.
// Example: load({}, errors) holds the built-in kinds and rules in the order of the packs.
// Tested in tests/unit/rules/rule_set_test.cpp; faults of files in tests/rules/bad/.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"

namespace pidun {

inline constexpr size_t kMostRuleBytes = size_t{16} << 20;  // of one file
inline constexpr size_t kMostRules = 16384;

struct RuleSource {
  std::string name;  // as the host named it
  std::string text;
};

// The file's text, or nothing with the reason told. Reads at most kMostRuleBytes.
std::optional<RuleSource> read_source(const std::string& path, RuleErrors& errors);

struct RuleOptions {
  std::vector<RuleSource> sources;
  bool builtins = true;  // false: built-in rules are disabled unless a source says disabled = false
  std::span<const std::string_view> validators;  // what a rule may name
  std::vector<std::string> kinds;                // the names of those asked for; none = all
};

class RuleSet {
 public:
  // Null with every fault told, at least one.
  static std::unique_ptr<RuleSet> load(RuleOptions options, RuleErrors& errors);

  std::span<const KindInfo> kinds() const { return kinds_; }  // by number; names are NUL-terminated
  const KindInfo* find_kind(Kind kind) const;
  const KindInfo* find_kind(std::string_view name) const;

  const std::vector<Rule>& rules() const { return rules_; }
  const Rule* find_rule(std::string_view id) const;
  size_t builtin_count() const { return builtin_count_; }
  bool any_disabled() const { return any_disabled_; }
  bool any_silent() const { return any_silent_; }
  // Words that users' files bring along, of their own rules and of built-in ones, and the number they stand for.
  const std::vector<std::pair<std::string, uint16_t>>& added_labels() const { return added_labels_; }

  // Users' files in the order they were given; a rule's source is an index here, or of a built-in pack.
  const std::vector<RuleSource>& sources() const { return sources_; }
  std::string_view source_name(const Rule& rule) const;
  // The rule as it stands in its file, TOML.
  std::string_view text_of(const Rule& rule) const;
  RuleError error_at(const Rule& rule, TextPlace place, std::string message) const;

  // Fills in the examples of the built-in rules, which are parsed from the packs' text.
  void read_builtin_examples();

 private:
  RuleSet();
  class Loader;
  void keep_kinds(std::span<const std::string> names, RuleErrors& errors);

  std::vector<KindInfo> kinds_;
  std::deque<std::string> names_;  // of custom kinds
  std::vector<Rule> rules_;
  size_t builtin_count_ = 0;
  bool any_disabled_ = false;
  bool any_silent_ = false;
  std::vector<std::pair<std::string, uint16_t>> added_labels_;
  std::vector<RuleSource> sources_;
};

}  // namespace pidun
