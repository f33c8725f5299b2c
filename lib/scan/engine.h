// The engine: everything compiled from the rules, immutable, shared by threads.
// Example: Engine::build({}, errors) is the engine of the built-in rules.
// Tested in tests/unit/detect/form_rules_test.cpp and through the C API.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "detect/custom.h"
#include "detect/detect.h"
#include "detect/field_rules.h"
#include "detect/form_rules.h"
#include "detect/labels.h"
#include "detect/text_labels.h"
#include "match/words.h"
#include "record/record_reader.h"
#include "rules/rule_set.h"

namespace pidun {

// Which tiers hold where the law is read in more than one way.
enum class Profile : uint8_t { standard, strict, lenient };

struct EngineOptions {
  WordBackend words = WordBackend::automatic;
  Profile profile = Profile::standard;
  RuleOptions rules;
  std::string cache_folder;  // of compiled databases; empty = none
  bool proven = false;       // these very rules have passed before: see proven_rules.h
};

class Engine {
 public:
  // Null with the reasons told when rules are faulty or the backend asked for cannot be had. Examples are not run
  // here: see examples.h.
  static std::unique_ptr<Engine> build(EngineOptions options, RuleErrors& errors);

  const RuleSet& rules() const { return *rules_; }
  const LabelTable& labels() const { return labels_; }
  const WordMatcher& words() const { return *words_.matcher; }
  const std::string& words_name() const { return words_.name; }
  const std::string& rules_hash() const { return rules_hash_; }

  // Of the rules that are said as forms.
  const FormRules& form_rules() const { return form_rules_; }
  // Of the rules that are fields and phrases.
  const FieldRules& field_rules() const { return field_rules_; }
  // The values under labels that these rules may be asked of.
  const LabelBounds& wanted_values() const { return wanted_values_; }
  // Of the labels whose values the forms are asked of.
  const TextLabelIndex& text_labels() const { return *text_labels_; }
  // Of users' literals and regexes; null when there are none.
  const CustomMatcher* custom() const { return custom_.get(); }
  const std::vector<CustomRule>& custom_rules() const { return custom_rules_; }
  // No reading is longer: conflicts are settled from readings this near.
  uint64_t longest_reading() const;

  // What counting needs to know of the rules.
  const RecordRules& record_rules() const { return record_rules_; }

  // The rule that a reading comes from, as an index of rules().rules(); kNoRule if the kind has none.
  static constexpr uint32_t kNoRule = UINT32_MAX;
  // The rule of names in running text; kRuleOfKind if it is disabled.
  uint16_t names_rule() const { return names_rule_; }
  uint16_t face_fields_rule() const { return face_fields_rule_; }
  // Whether anybody asks for addresses in running text.
  bool looks_for_addresses() const { return looks_for_addresses_; }
  uint32_t rule_of(const Reading& reading) const {
    if (reading.rule != kRuleOfKind) return reading.rule;
    const size_t kind = static_cast<size_t>(reading.kind) % first_rule_.size();
    return (reading.evidence.reasons() & telling_[kind]) == 0 ? first_rule_[kind] : told_rule(reading);
  }
  // Of the value alone: that of its field where it has one of its own, else that of its kind.
  uint16_t tier_of(const Reading& reading) const {
    return reading.rule != kRuleOfKind ? rule_tiers_[reading.rule] : tiers_[static_cast<size_t>(reading.kind)];
  }
  // The kind, group or rule that a label stands for; empty for none.
  std::string_view label_name(Label label) const;
  // Drops the readings of disabled rules.
  void drop_disabled(Readings& readings) const;
  // Lets the winners of rules that are not asked for go untold.
  void silence(const Readings& readings, Conflicts& conflicts) const;

 private:
  Engine() = default;
  void tell_rules_apart();
  void note_tiers(Profile profile);
  void note_record_rules(Profile profile);
  void compile_forms(RuleErrors& errors);
  void compile_custom(WordBackend words, const CacheFolder* cache, bool proven, RuleErrors& errors);

  std::unique_ptr<RuleSet> rules_;
  LabelTable labels_;
  ChosenWords words_;
  std::string rules_hash_;
  FormRules form_rules_;
  FieldRules field_rules_;
  LabelBounds wanted_values_;
  std::unique_ptr<TextLabelIndex> text_labels_;
  std::unique_ptr<CustomMatcher> custom_;
  std::vector<CustomRule> custom_rules_;
  RecordRules record_rules_;

  uint32_t told_rule(const Reading& reading) const;
  struct Told {
    Kind kind;
    Reason reason;
    uint32_t rule;
  };
  uint16_t names_rule_ = kRuleOfKind;
  uint16_t face_fields_rule_ = kRuleOfKind;
  bool looks_for_addresses_ = false;
  std::array<uint32_t, 128> first_rule_{};  // of each built-in kind, by number
  std::array<uint16_t, 128> tiers_{};       // of each built-in kind
  std::vector<uint16_t> rule_tiers_;        // of each rule: its own, or that of its kind
  std::vector<bool> disabled_, silent_;     // the same
  std::array<uint64_t, 128> telling_{};     // the reasons that tell other rules of the kind
  std::vector<Told> told_;                  // the rules that a reason tells from the kind's first
};

}  // namespace pidun
