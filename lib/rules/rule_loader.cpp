// Adding users' files to a rule set: names resolved, duplicates refused, overrides applied.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "rules/rule_set.h"

namespace pidun {

// Works on one set; each file is checked whole, so that all its faults are told.
class RuleSet::Loader {
 public:
  Loader(RuleSet& set, std::span<const std::string_view> validators, RuleErrors& errors)
      : set_(&set), validators_(validators), errors_(&errors) {
    for (size_t i = 0; i < set.rules_.size(); ++i) by_id_.emplace(set.rules_[i].id, i);
    for (const KindInfo& kind : set.kinds_) kind_names_.emplace(kind.name);
  }

  void add(RuleSource source) {
    source_ = static_cast<uint32_t>(set_->sources_.size());
    set_->sources_.push_back(std::move(source));
    const std::string& text = set_->sources_.back().text;
    if (text.size() > kMostRuleBytes) return tell({{1, 1}, {}, "larger than 16 MiB"});
    FileFaults faults;
    file_ = read_rule_file(text, FileOrigin::user, faults);
    for (const KindEntry& kind : file_.kinds) add_kind(kind);
    for (RuleEntry& rule : file_.rules) add_rule(rule);
    const auto earlier = [](const FileFault& a, const FileFault& b) {
      return a.place.line != b.place.line ? a.place.line < b.place.line : a.place.column < b.place.column;
    };
    faults.insert(faults.end(), faults_.begin(), faults_.end());
    std::stable_sort(faults.begin(), faults.end(), earlier);
    faults_.clear();
    for (const FileFault& fault : faults) tell(fault);
  }

 private:
  void refuse(TextPlace place, std::string rule, std::string message) {
    faults_.push_back({place, std::move(rule), std::move(message)});
  }

  void tell(const FileFault& fault) {
    const RuleSource& source = set_->sources_[source_];
    errors_->push_back({source.name, fault.place, offset_of(source.text, fault.place), fault.rule, fault.message});
  }

  void add_kind(const KindEntry& entry) {
    if (entry.name.empty()) return;  // told already
    if (entry.overrides) {
      const auto same = std::find_if(set_->kinds_.begin(), set_->kinds_.end(),
                                     [&](const KindInfo& k) { return k.name == entry.name; });
      if (same == set_->kinds_.end()) return refuse(entry.place, {}, "there is no kind of this name to override");
      return apply(entry, *same);
    }
    if (!kind_names_.insert(entry.name).second) return refuse(entry.place, {}, "there is a kind of this name already");
    if (entry.number < kFirstCustomKind) return;  // told already
    if (set_->find_kind(static_cast<Kind>(entry.number)) != nullptr)
      return refuse(entry.place, {}, "there is a kind of this number already");
    KindInfo info{static_cast<Kind>(entry.number), 0, 'N', 0, 0, {}, {}};
    info.name = set_->names_.emplace_back(entry.name);
    info.name_zh = set_->names_.emplace_back(entry.name_zh.empty() ? entry.name : entry.name_zh);
    apply(entry, info);
    const auto place = std::find_if(set_->kinds_.begin(), set_->kinds_.end(),
                                    [&](const KindInfo& other) { return other.kind > info.kind; });
    set_->kinds_.insert(place, info);
  }

  static void apply(const KindEntry& entry, KindInfo& info) {
    info.tier = entry.tier.value_or(info.tier);
    info.sensitive = entry.sensitive.value_or(info.sensitive);
    info.jrt0171 = entry.jrt0171.value_or(info.jrt0171);
    info.gbt39725 = entry.gbt39725.value_or(info.gbt39725);
  }

  void add_rule(RuleEntry& entry) {
    Rule& rule = entry.rule;
    if (rule.id.empty()) return;  // told already
    const auto same = by_id_.find(rule.id);
    if (entry.overrides) {
      if (same == by_id_.end()) return refuse(rule.place, rule.id, "there is no rule of this id to override");
      Rule& changed = set_->rules_[same->second];
      if (entry.disabled) changed.disabled = *entry.disabled;
      return add_labels(rule, changed.label, changed.labels);
    }
    if (same != by_id_.end()) return refuse(rule.place, rule.id, "there is a rule of this id already");
    if (set_->rules_.size() - set_->builtin_count_ >= kMostRules)
      return refuse(rule.place, rule.id, "more than 16384 rules");
    const KindInfo* kind = set_->find_kind(entry.kind_name);
    if (kind == nullptr) return entry.kind_name.empty() ? void() : refuse(entry.kind_place, rule.id, "unknown kind");
    rule.kind = kind->kind;
    rule.label = static_cast<uint16_t>(kind->kind);
    if (!rule.validator.empty() &&
        std::find(validators_.begin(), validators_.end(), rule.validator) == validators_.end())
      refuse(entry.validator_place, rule.id, "unknown validator");
    rule.source = source_;
    by_id_.emplace(rule.id, set_->rules_.size());
    std::vector<std::string> none;
    add_labels(rule, rule.label, none);
    set_->rules_.push_back(std::move(rule));
  }

  // `number` is what the words stand for.
  void add_labels(const Rule& from, uint16_t number, std::vector<std::string>& into) {
    for (const std::string& word : from.labels) {
      const auto [place, added] = labels_.emplace(word, number);
      if (!added && place->second != number)
        refuse(from.place, from.id, "one of its labels names another kind already");
      if (added) set_->added_labels_.emplace_back(word, number);
      into.push_back(word);
    }
  }

  RuleSet* set_;
  std::span<const std::string_view> validators_;
  RuleErrors* errors_;
  std::unordered_map<std::string, size_t> by_id_;
  std::unordered_set<std::string> kind_names_;
  std::unordered_map<std::string, uint16_t> labels_;  // of users' files
  uint32_t source_ = 0;
  RuleFile file_;
  FileFaults faults_;
};

namespace {

// Numbers are all read in one go: those of other kinds cost nothing more, and tell what a number is not.
bool reads_numbers(const Rule& rule) {
  constexpr std::string_view kOfTheirOwn[] = {"names", "face_fields", "address", "position"};
  return rule.shape == RuleShape::number &&
         std::find(std::begin(kOfTheirOwn), std::end(kOfTheirOwn), rule.detector) == std::end(kOfTheirOwn);
}

}  // namespace

void RuleSet::keep_kinds(std::span<const std::string> names, RuleErrors& errors) {
  for (const std::string& name : names)
    if (find_kind(name) == nullptr) errors.push_back({{}, {}, 0, {}, "there is no kind of the name " + name});
  for (Rule& rule : rules_) {
    if (rule.disabled || std::find(names.begin(), names.end(), find_kind(rule.kind)->name) != names.end()) continue;
    rule.silent = reads_numbers(rule);
    rule.disabled = !rule.silent;
    any_silent_ |= rule.silent;
  }
}

std::unique_ptr<RuleSet> RuleSet::load(RuleOptions options, RuleErrors& errors) {
  std::unique_ptr<RuleSet> set(new RuleSet);
  if (!options.builtins)
    for (Rule& rule : set->rules_) rule.disabled = true;
  const size_t before = errors.size();
  Loader loader(*set, options.validators, errors);
  for (RuleSource& source : options.sources) loader.add(std::move(source));
  if (!options.kinds.empty()) set->keep_kinds(options.kinds, errors);
  const auto is_told = [](const Rule& rule) { return !rule.disabled && !rule.silent; };
  const auto enabled = static_cast<size_t>(std::count_if(set->rules_.begin(), set->rules_.end(), is_told));
  set->any_disabled_ =
      std::any_of(set->rules_.begin(), set->rules_.end(), [](const Rule& rule) { return rule.disabled; });
  if (enabled == 0 && errors.size() == before)
    errors.push_back({{}, {}, 0, {}, "the rule set is empty: no rule is enabled"});
  return errors.size() == before ? std::move(set) : nullptr;
}

std::optional<RuleSource> read_source(const std::string& path, RuleErrors& errors) {
  RuleSource source{path, {}};
  const auto refuse = [&](const std::string& message) {
    errors.push_back({path, {}, 0, {}, message});
    return std::nullopt;
  };
  const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
  if (!file) return refuse("cannot be opened: " + std::generic_category().message(errno));
  char buffer[65536];
  while (const size_t count = std::fread(buffer, 1, sizeof(buffer), file.get())) {
    source.text.append(buffer, count);
    if (source.text.size() > kMostRuleBytes) return refuse("larger than 16 MiB");
  }
  if (std::ferror(file.get()) != 0) return refuse("cannot be read: " + std::generic_category().message(errno));
  return source;
}

}  // namespace pidun
