// Masked numbers: by their look, or by the label over or before them. See masked.h.
#include <algorithm>

#include "base/ascii.h"
#include "detect/masked.h"
#include "detect/masked_shapes.h"
#include "detect/masked_text.h"

namespace pidun {
namespace {

// Kinds whose values a label is enough for, whatever they look like.
constexpr Kind kLabelledKinds[] = {Kind::mobile_number,         Kind::landline_number,
                                   Kind::resident_id_number,    Kind::passport_permit_number,
                                   Kind::military_id_number,    Kind::foreign_permanent_resident_id,
                                   Kind::driver_licence_number, Kind::hmt_residence_permit_number,
                                   Kind::bank_card_number,      Kind::social_security_number,
                                   Kind::payment_account,       Kind::medical_insurance_number,
                                   Kind::vehicle_plate,         Kind::medical_record_number,
                                   Kind::device_identifier,     Kind::hmt_identity_number,
                                   Kind::social_account,        Kind::staff_student_number,
                                   Kind::insurance_information};

// What a label of several kinds means over this text.
Kind kind_by_label(Label label, std::string_view text) {
  const size_t digits = static_cast<size_t>(std::count_if(text.begin(), text.end(), is_digit));
  switch (label) {
    case Label::document:
      return is_letter(text[0]) ? Kind::passport_permit_number : Kind::resident_id_number;
    case Label::phone:
      if (text[0] == '1' && text.size() >= 9) return Kind::mobile_number;
      return text.size() <= 12 ? Kind::landline_number : Kind::none;
    case Label::account:
      return digits + 2 > 5 && text.size() >= 10 ? Kind::bank_card_number : Kind::payment_account;
    default:
      break;
  }
  const auto kind = static_cast<Kind>(label);
  if (kind == Kind::landline_number && text.size() > 12) return Kind::none;
  if (kind == Kind::vehicle_plate && text.size() < 10) return Kind::none;  // a plate begins with its province
  const auto known = std::find(std::begin(kLabelledKinds), std::end(kLabelledKinds), kind);
  return known != std::end(kLabelledKinds) ? kind : Kind::none;
}

// A value that a label is enough for: something of it is visible, and masks stand beside or inside, not around it.
bool label_suffices(std::string_view text, bool letters) {
  const VisibleEnds ends = visible_ends(text);
  if (text.size() < 5 || text.size() > 24 || ends.masks < 2 || ends.shown < 1) return false;
  if (!letters && std::any_of(text.begin(), text.end(), is_letter)) return false;
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  if (digits == 0) return false;
  const size_t outer = text.find_last_not_of(kMask) + 1;
  const bool bold = ends.first == 0 && ends.last == 0 && text.substr(0, outer).find_last_of(kMask) + 1 < outer &&
                    text.find_first_not_of(kMask) <= 2 && text.size() - outer <= 2;
  return !bold && !(ends.first >= 11 && ends.masks <= 3);
}

// How the text stands among what touches it.
struct Around {
  bool inside = false;  // of something longer
  bool dashed = false;
  Label glued = Label::none;
};

class MaskedNumber {
 public:
  MaskedNumber(Context& context, bool thorough, Readings& out) : context_(&context), thorough_(thorough), out_(&out) {}

  bool read_run(uint64_t place) {
    MaskedText text;
    if (!text.read(context_->window(), place)) return false;
    Around around = judge(text.span());
    if (around.inside || !strip_word(text, around)) return false;
    if (read_by_look(text, around)) return true;
    // 0571-****1234: what the dash joins belongs to it, if a label says of what.
    return (around.dashed && read_groups(place)) || read_by_label(text, around);
  }

  // The longest row of groups that holds the place and is a value by its look, else all groups under a label.
  bool read_groups(uint64_t place) {
    MaskedText all;
    if (!all.read_groups(context_->window(), place)) return false;
    for (size_t count = all.groups(); count >= 2; --count)
      for (size_t first = 0; first + count <= all.groups(); ++first) {
        const MaskedText part = all.part(first, first + count);
        const Span span = part.span();
        if (span.begin > place || place >= span.end || !grouping_fits(part)) continue;
        if (goes_on_with(all, first, first + count)) continue;
        Around around = judge(span);
        if (!around.inside && read_by_look(part, around)) return true;
      }
    const Around around = judge(all.span());
    return !around.inside && all.groups() <= 3 && read_by_label(all, around);
  }

 private:
  const Window& window() const { return context_->window(); }

  // A dot that joins it to more of the same, an '@', a further mask: no value of its own.
  Around judge(Span span) const {
    Around around;
    const auto goes_on = [&](char c) { return is_alnum(c) || c == '*' || c == '#'; };
    const char before = span.begin > 0 ? window().at(span.begin - 1) : '\0';
    const char further = span.begin > 1 ? window().at(span.begin - 2) : '\0';
    const char behind = window().at(span.end), then = window().at(span.end + 1);
    around.inside = (before == '.' && goes_on(further)) || (behind == '.' && goes_on(then)) || behind == '@' ||
                    before == '@' || before == '_' || behind == '_' || is_alnum(behind);
    around.dashed = (before == '-' && goes_on(further)) || (behind == '-' && goes_on(then));
    return around;
  }

  // Takes a word off that touches the number: tel138****8000. False if it is no label.
  bool strip_word(MaskedText& text, Around& around) const {
    size_t letters = 0;
    while (letters < text.text().size() && is_letter(text.text()[letters])) ++letters;
    const uint64_t begin = text.span().begin;
    if (letters == 1 && begin > 0 && window().at(begin - 1) == '\\') {
      text = text.without(1);
      return true;
    }
    if (letters < 3) return true;  // the letters of a passport
    if (letters == text.text().size()) return false;
    around.glued = context_->labels().classify(text.text().substr(0, letters));
    text = text.without(letters);
    return around.glued != Label::none;
  }

  static bool grouping_fits(const MaskedText& text) {
    std::array<size_t, MaskedText::kMostGroups> g{};
    for (size_t i = 0; i < text.groups(); ++i) g[i] = text.group_length(i);
    const size_t n = text.groups();
    if (n == 3) return (g[0] == 3 && g[1] == 4 && g[2] == 4) || (g[0] == 6 && g[1] == 8 && g[2] == 4);
    if (n == 2) return (g[0] == 6 && g[1] >= 10) || (g[0] == 3 && g[1] == 8) || (g[0] == 7 && g[1] == 4);
    for (size_t i = 0; i + 1 < n; ++i)
      if (g[i] != (i == 0 && n == 4 && g[0] == 6 ? 6u : 4u)) return false;
    return n >= 4 && g[n - 1] <= 4;
  }

  // Groups [first, behind) are a part of something longer: by a dash always, by a blank if what follows is no count and
  // no date.
  bool goes_on_with(const MaskedText& all, size_t first, size_t behind) const {
    const bool blank = window().at(all.part(first, first + 1).span().end) == ' ';
    const auto disturbs = [&](size_t group) {
      const uint64_t end = all.part(group, group + 1).span().end;
      const char joint = window().at(end);
      const bool date = (joint == '-' || joint == '/' || joint == ':') && is_digit(window().at(end + 1));
      return !blank || (all.group_length(group) >= 3 && all.group_length(group) < 7 && !date);
    };
    return (first > 0 && disturbs(first - 1)) || (behind < all.groups() && disturbs(behind));
  }

  bool read_by_look(const MaskedText& text, const Around& around) {
    const size_t before = out_->size();
    read_mobile(text, around);
    const Fit id = masked_resident_id(text.text());
    keep(Kind::resident_id_number, id, Reason::resident_id_shape, text.span(), around);
    const Fit card = masked_card(text.text());
    keep(Kind::bank_card_number, card, Reason::card_shape, text.span(), around, text.groups() > 1);
    return out_->size() != before;
  }

  void read_mobile(const MaskedText& text, const Around& around) {
    const std::string_view all = text.text();
    size_t country = 0;
    if (all.size() == 13 && all.substr(0, 2) == "86") country = 2;
    if (all.size() == 15 && all.substr(0, 4) == "0086") country = 4;
    const Fit fit = masked_mobile(all.substr(country));
    if (fit == Fit::none) return;
    Span span = text.span();
    if (country != 0 && span.begin > 0 && window().at(span.begin - 1) == '+') --span.begin;
    if (country == 0) span.begin = country_code_before(window(), span.begin);
    keep(Kind::mobile_number, fit, Reason::mobile_shape, span, around, text.groups() > 1,
         span.begin != text.span().begin || country != 0);
  }

  bool read_by_label(const MaskedText& text, const Around& around) {
    const Beside beside = context_->beside(text.span());
    for (const Label label : {around.glued, beside.word, beside.name}) {
      if (label == Label::none || tells_of_words(label)) continue;
      const Kind kind = kind_by_label(label, text.text());
      if (kind == Kind::none) return false;
      const bool digits_only =
          kind == Kind::mobile_number || kind == Kind::landline_number || kind == Kind::bank_card_number;
      if (!label_suffices(text.text(), !digits_only)) return false;
      return keep(kind, Fit::weak, Reason::form, text.span(), around, text.groups() > 1);
    }
    return false;
  }

  bool keep(Kind kind, Fit fit, Reason shape, Span span, const Around& around, bool grouped = false,
            bool country = false) {
    if (fit == Fit::none) return false;
    Reading reading{.span = span, .kind = kind, .grouped = grouped, .evidence = {}};
    Evidence& evidence = reading.evidence;
    const Beside beside = context_->beside(span);
    add_labels(beside, around.glued, kind, evidence);
    const bool labelled = evidence.has(Reason::label), strong = fit == Fit::strong;
    if (!labelled && !strong && !thorough_) return false;
    evidence.add(Reason::masked);
    evidence.add(strong ? shape : Reason::form);
    evidence.add_if(strong && kind != Kind::mobile_number, Reason::visible_ends);
    evidence.add_if(strong && grouped && kind == Kind::bank_card_number, Reason::card_grouping);
    evidence.add_if(country, Reason::country_code);
    evidence.add_if(!labelled && around.dashed, Reason::dashed_neighbour);
    evidence.add_if(beside.alone, Reason::alone);
    reading.confidence = labelled || strong ? evidence.confidence() : 0;
    out_->push_back(reading);
    return true;
  }

  Context* context_;
  bool thorough_;
  Readings* out_;
};

}  // namespace

void read_masked_number(Context& context, uint64_t place, bool thorough, Readings& out) {
  MaskedNumber reader(context, thorough, out);
  if (!reader.read_run(place)) reader.read_groups(place);
}

}  // namespace pidun
