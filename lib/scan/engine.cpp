#include "scan/engine.h"

#include <algorithm>

#include "detect/detect.h"
#include "match/database_cache.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

constexpr size_t kMostRefused = 20;  // patterns that are told at once

std::string hexadecimal(uint64_t number) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (size_t i = text.size(); i-- > 0; number >>= 4) text[i] = kDigits[number & 15];
  return text;
}

uint64_t fnv1a(std::string_view bytes, uint64_t state) {
  for (const char c : bytes) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return state;
}

// Of the built-in tables alone, or of these and every source with its length.
uint64_t hash_of(const RuleOptions& rules) {
  uint64_t state = tables::kTablesHash;
  if (!rules.builtins) state = fnv1a("no built-in rules", state);
  for (const std::string& kind : rules.kinds) state = fnv1a(kind, fnv1a("kind ", state));
  for (const RuleSource& source : rules.sources)
    state = fnv1a(source.text, fnv1a(std::to_string(source.text.size()) + ':', state));
  return state;
}

CustomBackend backend_of(WordBackend words) {
  if (words == WordBackend::hyperscan) return CustomBackend::hyperscan;
  return words == WordBackend::portable ? CustomBackend::portable : CustomBackend::automatic;
}

RuleError refused(const RuleSet& rules, const Rule& rule, const CustomError& error) {
  std::string message = "pattern refused: " + error.message;
  if (error.offset != CustomError::kNowhere)
    message += " (at byte " + std::to_string(error.offset) + " of the pattern)";
  return rules.error_at(rule, rule.pattern_place, std::move(message));
}

}  // namespace

std::unique_ptr<Engine> Engine::build(EngineOptions options, RuleErrors& errors) {
  std::unique_ptr<Engine> engine(new Engine);
  engine->rules_hash_ = hexadecimal(hash_of(options.rules));
  options.rules.validators = validator_names();
  engine->rules_ = RuleSet::load(std::move(options.rules), errors);
  if (!engine->rules_) return nullptr;
  engine->tell_rules_apart();
  engine->note_tiers(options.profile);
  engine->note_record_rules(options.profile);
  std::vector<LabelWord> added;
  for (const auto& [word, label] : engine->rules_->added_labels()) added.push_back({word, static_cast<Label>(label)});
  if (!added.empty()) engine->labels_ = LabelTable(added);
  const CacheFolder folder(options.cache_folder);
  const CacheFolder* cache = options.cache_folder.empty() ? nullptr : &folder;
  engine->words_ = choose_words(engine->labels_.words(), options.words, cache);
  if (!engine->words_.matcher) errors.push_back({{}, {}, 0, {}, engine->words_.name});
  const size_t before = errors.size();
  engine->compile_forms(errors);
  engine->wanted_values_ = engine->form_rules_.bounds();
  engine->field_rules_.add_bounds(engine->wanted_values_);
  engine->text_labels_ = std::make_unique<TextLabelIndex>(
      engine->labels_, [&](Label label) { return engine->wanted_values_.wants(label); });
  engine->compile_custom(options.words, cache, options.proven, errors);
  return engine->words_.matcher && errors.size() == before ? std::move(engine) : nullptr;
}

void Engine::note_record_rules(Profile profile) {
  const Rule* const login = rules_->find_rule("login_name");
  record_rules_.traits = traits_of(*rules_);
  record_rules_.login_name = login != nullptr ? static_cast<Label>(login->label) : Label::none;
  record_rules_.labels = &labels_;
  record_rules_.raises.lenient = profile == Profile::lenient;
}

void Engine::note_tiers(Profile profile) {
  for (const KindInfo& kind : all_kinds())
    tiers_[static_cast<size_t>(kind.kind)] = rules_->find_kind(kind.kind)->tier;  // a rule file may change it
  for (const Rule& rule : rules_->rules()) {
    const uint16_t own = profile == Profile::strict && rule.strict_tier != 0 ? rule.strict_tier : rule.tier;
    disabled_.push_back(rule.disabled);
    silent_.push_back(rule.silent);
    rule_tiers_.push_back(own != 0 ? own : rules_->find_kind(rule.kind)->tier);
  }
  for (RecordRules::OfParts* of : {&record_rules_.name, &record_rules_.address})
    for (size_t i = 0; i < rules_->rules().size(); ++i)
      if (rules_->rules()[i].id == find_kind(of->kind)->name)
        *of = {of->kind, static_cast<uint16_t>(i), rule_tiers_[i]};
}

void Engine::tell_rules_apart() {
  first_rule_.fill(kNoRule);
  const auto& rules = rules_->rules();
  for (uint32_t i = 0; i < rules_->builtin_count(); ++i) {
    uint32_t& first = first_rule_[static_cast<size_t>(rules[i].kind)];
    first = std::min(first, i);
    if (rules[i].detector == "names" && !rules[i].disabled) names_rule_ = static_cast<uint16_t>(i);
    if (rules[i].detector == "face_fields" && !rules[i].disabled) face_fields_rule_ = static_cast<uint16_t>(i);
    if (rules[i].detector == "address" && !rules[i].disabled) looks_for_addresses_ = true;
    if (rules[i].told_by.empty()) continue;
    for (size_t reason = 0; reason < kReasonCount; ++reason)
      if (kReasons[reason].id == rules[i].told_by) {
        told_.push_back({rules[i].kind, static_cast<Reason>(reason), i});
        telling_[static_cast<size_t>(rules[i].kind)] |= uint64_t{1} << reason;
      }
  }
}

void Engine::compile_forms(RuleErrors& errors) {
  const auto& rules = rules_->rules();
  for (size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    if (!rule.disabled && (rule.shape == RuleShape::field || rule.shape == RuleShape::phrase)) {
      field_rules_.add(rule, static_cast<uint16_t>(i));
      continue;
    }
    if (rule.disabled || rule.shape == RuleShape::number || rule.shape == RuleShape::literal ||
        rule.shape == RuleShape::regex)
      continue;
    size_t form = 0;
    FormError error;
    if (form_rules_.add(rule, static_cast<uint16_t>(i), form, error)) continue;
    errors.push_back(rules_->error_at(rule, rule.pattern_place,
                                      "form refused: " + std::string(error.reason) + " (at byte " +
                                          std::to_string(error.offset) + " of form " + std::to_string(form + 1) + ")"));
  }
}

void Engine::compile_custom(WordBackend words, const CacheFolder* cache, bool proven, RuleErrors& errors) {
  std::vector<CustomPattern> patterns;
  const auto& rules = rules_->rules();
  for (size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    if (rule.disabled || (rule.shape != RuleShape::literal && rule.shape != RuleShape::regex)) continue;
    patterns.push_back({rule.pattern, rule.shape == RuleShape::literal, rule.caseless});
    custom_rules_.push_back({static_cast<uint16_t>(i), rule.kind, rule.confidence, rule.needs_label,
                             rule.validator.empty() ? nullptr : find_validator(rule.validator)});
  }
  for (size_t refusals = 0; !patterns.empty() && refusals < kMostRefused; ++refusals) {
    CustomError error;
    custom_ = CustomMatcher::build(patterns, cache, backend_of(words), &error, proven);
    if (custom_) return;
    if (error.pattern >= patterns.size()) {
      errors.push_back({{}, {}, 0, {}, error.message});
      return;
    }
    errors.push_back(refused(*rules_, rules[custom_rules_[error.pattern].rule], error));
    // The rest is tried without it, so that all refusals are told at once.
    patterns.erase(patterns.begin() + static_cast<std::ptrdiff_t>(error.pattern));
    custom_rules_.erase(custom_rules_.begin() + static_cast<std::ptrdiff_t>(error.pattern));
  }
}

uint64_t Engine::longest_reading() const {
  return custom_ ? std::max<uint64_t>(kLongestReading, kWidestCustom) : kLongestReading;
}

uint32_t Engine::told_rule(const Reading& reading) const {
  for (const Told& told : told_)
    if (told.kind == reading.kind && reading.evidence.has(told.reason)) return told.rule;
  return first_rule_[static_cast<size_t>(reading.kind) % first_rule_.size()];
}

std::string_view Engine::label_name(Label label) const {
  if (const KindInfo* kind = rules_->find_kind(static_cast<Kind>(label)); kind != nullptr) return kind->name;
  for (const tables::Group& group : tables::groups)
    if (group.label == static_cast<uint16_t>(label)) return group.name;
  const FieldRule* field = is_field(label) ? field_rules_.named(label) : nullptr;
  return field != nullptr ? std::string_view(rules_->rules()[field->rule].id) : std::string_view();
}

void Engine::drop_disabled(Readings& readings) const {
  const auto disabled = [&](const Reading& reading) {
    const uint32_t rule = rule_of(reading);
    return rule != kNoRule && disabled_[rule];
  };
  readings.erase(std::remove_if(readings.begin(), readings.end(), disabled), readings.end());
}

void Engine::silence(const Readings& readings, Conflicts& conflicts) const {
  for (size_t i = 0; i < readings.size(); ++i) {
    const uint32_t rule = rule_of(readings[i]);
    if (rule != kNoRule && silent_[rule]) conflicts.silence(i);
  }
}

}  // namespace pidun
