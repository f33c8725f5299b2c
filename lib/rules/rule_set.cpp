#include "rules/rule_set.h"

#include <algorithm>

#include "rules/builtin_rules.h"

namespace pidun {

RuleSet::RuleSet() : rules_(builtin_rules()), builtin_count_(rules_.size()) {
  const auto builtin = all_kinds();
  kinds_.assign(builtin.begin(), builtin.end());
}

const KindInfo* RuleSet::find_kind(Kind kind) const {
  const size_t number = static_cast<size_t>(kind);
  const size_t builtin = all_kinds().size();
  if (number >= 1 && number <= builtin) return &kinds_[number - 1];
  const auto found = std::lower_bound(kinds_.begin() + static_cast<std::ptrdiff_t>(builtin), kinds_.end(), kind,
                                      [](const KindInfo& info, Kind wanted) { return info.kind < wanted; });
  return found != kinds_.end() && found->kind == kind ? &*found : nullptr;
}

const KindInfo* RuleSet::find_kind(std::string_view name) const {
  for (const KindInfo& info : kinds_)
    if (info.name == name) return &info;
  return nullptr;
}

const Rule* RuleSet::find_rule(std::string_view id) const {
  for (const Rule& rule : rules_)
    if (rule.id == id) return &rule;
  return nullptr;
}

std::string_view RuleSet::source_name(const Rule& rule) const {
  return rule.builtin ? builtin_pack(rule.source).name : std::string_view(sources_[rule.source].name);
}

std::string_view RuleSet::text_of(const Rule& rule) const {
  std::string_view text = rule.builtin ? builtin_pack(rule.source).text : std::string_view(sources_[rule.source].text);
  text.remove_prefix(std::min<uint64_t>(offset_of(text, {rule.place.line, 1}), text.size()));
  // Up to the next table that is no example of this rule, without the blanks and comments that belong to that one.
  constexpr std::string_view kOwn = "\n[[rule.";
  size_t end = text.find("\n[");
  while (end != std::string_view::npos && text.substr(end, kOwn.size()) == kOwn) end = text.find("\n[", end + 1);
  text = text.substr(0, end);
  while (true) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const size_t line = text.rfind('\n');
    if (end == std::string_view::npos || line == std::string_view::npos || text[line + 1] != '#') return text;
    text = text.substr(0, line);
  }
}

RuleError RuleSet::error_at(const Rule& rule, TextPlace place, std::string message) const {
  const std::string_view text =
      rule.builtin ? builtin_pack(rule.source).text : std::string_view(sources_[rule.source].text);
  return {std::string(source_name(rule)), place, offset_of(text, place), rule.id, std::move(message)};
}

void RuleSet::read_builtin_examples() {
  for (uint32_t pack = 0; pack < builtin_pack_count(); ++pack) {
    FileFaults faults;  // none: the packs were checked when they were built in
    for (RuleEntry& entry : read_rule_file(builtin_pack(pack).text, FileOrigin::builtin, faults).rules) {
      const auto same =
          std::find_if(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.id == entry.rule.id; });
      if (same == rules_.end() || !same->builtin) continue;
      same->matches = std::move(entry.rule.matches);
      same->rejects = std::move(entry.rule.rejects);
    }
  }
}

}  // namespace pidun
