// See fields.h.
#include "detect/fields.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "detect/checks/surnames.h"
#include "detect/face_vectors.h"
#include "detect/name_model.h"
#include "detect/name_values.h"
#include "detect/special_disease.h"
#include "detect/stations.h"

namespace pidun {
namespace {

constexpr Evidence evidence_of(Reason reason) {
  Evidence evidence;
  evidence.add(reason);
  evidence.add(Reason::label);
  return evidence;
}
constexpr Evidence kOfField = evidence_of(Reason::field_value), kOfPhrase = evidence_of(Reason::phrase);

// At most kLongestField bytes, and a whole number of characters.
Span seen_of(const Window& window, Span span) {
  if (span.size() <= kLongestField) return span;
  span.end = span.begin + kLongestField;
  while (span.end > span.begin && is_continuation(window.at(span.end))) --span.end;
  return span;
}

// A name in pinyin is one where Chinese is written near: many labels of names stand over names of anything.
bool is_chinese_near(const Window& window, Span span) {
  constexpr uint64_t kReach = 128;
  const std::string_view text = window.view(before(span.begin, kReach), span.end + kReach);
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '\xE4' && c <= '\xE9'; });
}

// `label` is that over the value.
bool says_something(const Context& context, const FieldRule& rule, Label label, Span span, std::string_view text) {
  if (rule.standing_alone) return true;
  constexpr size_t kShortestBlob = 256;
  if (!is_field_value(rule.value, text)) {
    if (rule.terms.contains(text)) return true;
    if (rule.kind == Kind::health_information && rule.value == FieldClass::text && is_disease_code(text)) return true;
    if (rule.kind != Kind::face_information) return false;
    if (is_field_value(FieldClass::image, text)) return true;
    const std::string_view shown = context.window().view(span.begin, span.begin + kVectorShown);
    return text.starts_with('[') ? is_face_vector(shown) : text.size() > kShortestBlob && is_face_blob(shown);
  }
  if (rule.value == FieldClass::name && is_letter(text[0]) && !is_chinese_near(context.window(), span)) return false;
  // A header that is repeated, or the unit of a table.
  constexpr size_t kLongestHeader = 40;
  if (text.size() > kLongestHeader || !context.labels().may_be_named(text)) return true;
  const Label named = context.labels().named(text);
  return named != label && named != Label::other && (is_field(named) || !is_negative(named));
}

// Without blanks and signs at its end.
Span without_signs(const Window& window, Span span) {
  constexpr std::string_view kWide[] = {"，", "；", "：", "、", "（", "。"};
  for (bool cut = true; cut && span.size() != 0;) {
    const char last = window.at(span.end - 1);
    cut = static_cast<unsigned char>(last) < 0x80 && !is_alnum(last);
    if (cut) --span.end;
    for (const std::string_view sign : kWide) {
      if (cut || span.size() < sign.size() || window.view(span.end - sign.size(), span.end) != sign) continue;
      span.end -= sign.size();
      cut = true;
    }
  }
  return span;
}

}  // namespace

void make_room(const Window& window, const Readings& others, Readings& fields) {
  constexpr int kTold = 50;          // points of what is reported
  constexpr uint64_t kShortest = 4;  // bytes of what still says something
  auto next = others.begin();
  for (Reading& field : fields) {
    while (next != others.end() && next->span.end <= field.span.begin) ++next;
    for (auto other = next; other != others.end() && other->span.begin < field.span.end; ++other) {
      const bool inside = other->span.begin >= field.span.begin && other->span.end <= field.span.end &&
                          other->span.size() < field.span.size();
      if (!inside || other->confidence < kTold || other->kind == field.kind) continue;
      const Span before = without_signs(window, {field.span.begin, other->span.begin});
      if (before.size() >= kShortest) field.span = before;
      break;
    }
  }
}

namespace {

constexpr uint64_t kNumberApart = 300;  // bytes at most; less than kLongestReading, so that any segment sees it
constexpr uint64_t kNumberKinds = uint64_t{1} << static_cast<unsigned>(Kind::mobile_number) |
                                  uint64_t{1} << static_cast<unsigned>(Kind::landline_number) |
                                  uint64_t{1} << static_cast<unsigned>(Kind::resident_id_number) |
                                  uint64_t{1} << static_cast<unsigned>(Kind::bank_card_number);

bool is_number_of_somebody(const Reading& reading) {
  constexpr int kTold = 50;  // points of what is reported
  const auto kind = static_cast<unsigned>(reading.kind);
  return kind < 64 && (kNumberKinds >> kind & 1) != 0 && reading.confidence >= kTold;
}

// Whether the stretch between two values is short and of one line.
bool is_line_between(const Window& window, uint64_t begin, uint64_t end) {
  return end <= begin + kNumberApart && window.view(begin, end).find('\n') == std::string_view::npos;
}

}  // namespace

namespace {

// A number nearby in the line of the field; one that is what the field holds says nothing else.
bool has_number(const Window& window, const Readings& others, Span field) {
  const uint64_t from = before(field.begin, 2 * kNumberApart), to = field.end + kNumberApart;
  bool found = false;
  auto other =
      std::partition_point(others.begin(), others.end(), [&](const Reading& r) { return r.span.begin < from; });
  for (; other != others.end() && other->span.begin <= to; ++other) {
    if (!is_number_of_somebody(*other)) continue;
    if (other->span.begin < field.end && field.begin < other->span.end) return false;
    found |= other->span.begin >= field.end ? is_line_between(window, field.end, other->span.begin)
                                            : is_line_between(window, other->span.end, field.begin);
  }
  return found;
}

}  // namespace

void drop_without_number(const Window& window, const FieldRules& rules, const Readings& others, Readings& fields) {
  if (!rules.any_beside_number()) return;
  std::erase_if(fields, [&](const Reading& field) {
    return rules.is_beside_number(field.rule) && !has_number(window, others, field.span);
  });
}

namespace {

constexpr uint64_t kPartnersApart = 300;  // bytes from begin to begin at most

bool has_partner(const FieldRules& rules, const Readings& fields, size_t i) {
  const FieldClass wanted = partner_of(rules.class_of(fields[i].rule));
  const uint64_t at = fields[i].span.begin;
  const auto is_it = [&](size_t other) { return rules.class_of(fields[other].rule) == wanted; };
  for (size_t j = i; j-- > 0 && at - fields[j].span.begin <= kPartnersApart;)
    if (is_it(j)) return true;
  for (size_t j = i + 1; j < fields.size() && fields[j].span.begin - at <= kPartnersApart; ++j)
    if (is_it(j)) return true;
  return false;
}

// A value that is something only together with another of which there is none. A list of coordinates holds both, and
// so does the whole identity of a cell.
void drop_halves(const Window& window, const FieldRules& rules, Readings& fields) {
  bool any = false;
  for (size_t i = 0; i < fields.size(); ++i) {
    const FieldClass value = rules.class_of(fields[i].rule);
    if (partner_of(value) == FieldClass::none || has_partner(rules, fields, i)) continue;
    if (value == FieldClass::coordinate && window.view(fields[i].span).find(',') != std::string_view::npos) continue;
    if (value == FieldClass::station_cell && is_station_identity(window.view(fields[i].span))) continue;
    fields[i].confidence = -1;
    any = true;
  }
  if (any) std::erase_if(fields, [](const Reading& field) { return field.confidence < 0; });
}

}  // namespace

namespace {

// The family name that stands before a given one as a component of its own, the sign between them too: 王^伟 of HL7.
// Empty if there is none.
Span with_family(const Window& window, Span given) {
  constexpr uint64_t kMostFamily = 2 * kHanziBytes, kMostGiven = 3 * kHanziBytes;
  if (given.begin == 0 || window.at(given.begin - 1) != '^' || given.size() > kMostGiven) return {};
  const uint64_t end = given.begin - 1;
  uint64_t begin = end;
  while (begin >= kHanziBytes && end - begin < kMostFamily &&
         hanzi_at(window.view(begin - kHanziBytes, begin)) != kHanziCount)
    begin -= kHanziBytes;
  std::array<char, kMostFamily + kMostGiven> whole{};
  size_t size = window.view(begin, end).copy(whole.data(), kMostFamily);
  size += window.view(given).copy(whole.data() + size, kMostGiven);
  return begin != end && is_name_value({whole.data(), size}) ? Span{begin, given.end} : Span{};
}

// Many systems call a person's name the name of the user: {"userName":"李娜"}. Not every word is one: 高兴.
bool is_name_of_user(std::string_view text) {
  constexpr int kLeast = -2 * kNatParts;
  if (text.size() != 2 * kHanziBytes && text.size() != 3 * kHanziBytes) return false;
  return is_surname(text.substr(0, kHanziBytes)) && is_name_value(text) && margin_of_whole(text) >= kLeast;
}

}  // namespace

Reading reading_of(const FieldRule& rule, Span span) {
  const bool phrase = rule.value == FieldClass::none || rule.standing_alone;
  Reading reading;
  reading.span = span;
  reading.kind = rule.kind;
  reading.rule = rule.rule;
  reading.evidence = phrase ? kOfPhrase : kOfField;
  reading.confidence = (phrase ? kOfPhrase : kOfField).confidence();
  return reading;
}

bool read_field(const Context& context, const FieldRules& rules, const FieldRule& called, const Value& value,
                Readings& out) {
  Span span = seen_of(context.window(), {value.begin, value.end});
  const FieldRule* wanted = &called;
  if (const std::string_view text = context.window().view(span);
      !says_something(context, called, value.name, span, text)) {
    const bool user = called.value == FieldClass::account && is_name_of_user(text);
    if (user) wanted = rules.named(label_of(Kind::person_name));
    const Span whole = called.value == FieldClass::name ? with_family(context.window(), span) : user ? span : Span{};
    if (whole.size() == 0 || wanted == nullptr) return false;
    span = whole;
  }
  const bool diagnosis =
      called.kind == Kind::health_information && (called.value == FieldClass::text || called.value == FieldClass::code);
  if (diagnosis && rules.special_disease() != nullptr &&
      names_special_disease(rules.special_diseases(), context.window().view(span)))
    wanted = rules.special_disease();
  out.push_back(reading_of(*wanted, span));
  return true;
}

void read_fields(const Context& context, const FieldRules& rules, const std::vector<Value>& values, Readings& out) {
  for (const Value& value : values)
    if (const FieldRule* rule = rules.named(value.name); rule != nullptr) read_field(context, rules, *rule, value, out);
  if (rules.any_partners()) drop_halves(context.window(), rules, out);
}

}  // namespace pidun
