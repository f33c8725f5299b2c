#include "rules/builtin_rules.h"

#include "pidun_packs.h"
#include "pidun_tables.h"

namespace pidun {
namespace {

RuleShape shape_named(std::string_view name) {
  if (name == "number") return RuleShape::number;
  if (name == "form") return RuleShape::form;
  if (name == "labelled") return RuleShape::labelled;
  if (name == "field") return RuleShape::field;
  if (name == "phrase") return RuleShape::phrase;
  return name == "literal" ? RuleShape::literal : RuleShape::regex;
}

void add_fields(std::vector<Rule>& rules) {
  for (const tables::Field& field : tables::fields) {
    Rule& rule = rules[field.rule];
    rule.label = field.label;
    rule.value = static_cast<FieldClass>(field.value);
    for (size_t i = 0; i < field.term_count; ++i) rule.terms.emplace_back(tables::terms[field.first_term + i]);
    // Of a phrase without words before it the terms are the words.
    rule.standing_alone = field.phrase && !rule.labels.empty() && rule.labels == rule.terms;
    rule.shares = field.shares;
    rule.tier = field.tier;
    rule.strict_tier = field.strict_tier;
    rule.beside_number = field.beside_number;
  }
}

}  // namespace

std::vector<Rule> builtin_rules() {
  std::vector<Rule> rules;
  rules.reserve(tables::rules.size());
  for (const tables::Rule& row : tables::rules) {
    Rule& rule = rules.emplace_back();
    rule.id = row.id;
    rule.kind = static_cast<Kind>(row.kind);
    rule.name = row.en;
    rule.name_zh = row.zh;
    rule.shape = shape_named(row.shape);
    rule.detector = row.detector;
    for (size_t i = 0; i < row.form_count; ++i) rule.forms.emplace_back(tables::forms[row.first_form + i]);
    rule.pattern = row.pattern;
    rule.validator = row.validator;
    rule.told_by = row.told_by;
    rule.basis = row.basis;
    rule.needs_label = row.needs_label;
    rule.confidence = row.confidence;
    for (size_t i = 0; i < row.label_count; ++i) rule.labels.emplace_back(tables::labels[row.first_label + i].word);
    rule.label = row.kind;
    rule.builtin = true;
    rule.source = row.pack;
    rule.place = rule.pattern_place = {row.line, 1};
  }
  add_fields(rules);
  return rules;
}

uint32_t builtin_pack_count() { return static_cast<uint32_t>(tables::packs.size()); }

BuiltinPack builtin_pack(uint32_t index) { return {tables::packs[index].name, tables::packs[index].text}; }

}  // namespace pidun
