// See fields.h.
#include "detect/fields.h"

#include "base/ascii.h"

namespace pidun {
namespace {

// At most kLongestField bytes, and a whole number of characters.
Span seen_of(const Window& window, Span span) {
  if (span.size() <= kLongestField) return span;
  span.end = span.begin + kLongestField;
  while (span.end > span.begin && is_continuation(window.at(span.end))) --span.end;
  return span;
}

// `label` is that over the value.
bool says_something(const Context& context, const FieldRule& rule, Label label, std::string_view text) {
  if (rule.standing_alone) return true;
  if (!is_field_value(rule.value, text)) return rule.terms.contains(text);
  // A header that is repeated, or the unit of a table.
  constexpr size_t kLongestHeader = 40;
  if (text.size() > kLongestHeader) return true;
  const Label named = context.labels().named(text);
  return named != label && named != Label::other && (is_field(named) || !is_negative(named));
}

}  // namespace

void read_fields(const Context& context, const FieldRules& rules, const std::vector<Value>& values, Readings& out) {
  for (const Value& value : values) {
    const FieldRule* rule = rules.named(value.name);
    if (rule == nullptr) continue;
    const Span span = seen_of(context.window(), {value.begin, value.end});
    if (!says_something(context, *rule, value.name, context.window().view(span))) continue;
    Reading reading{.span = span, .kind = rule->kind, .evidence = {}};
    reading.rule = rule->rule;
    reading.evidence.add(rule->value == FieldClass::none || rule->standing_alone ? Reason::phrase
                                                                                 : Reason::field_value);
    reading.evidence.add(Reason::label);
    reading.confidence = reading.evidence.confidence();
    out.push_back(reading);
  }
}

}  // namespace pidun
