// What all detectors share: boundaries and labels turned into evidence.
#include "detect/detectors.h"

namespace pidun {

void add_labels(const Beside& beside, Label glued, Kind kind, Evidence& evidence) {
  // The nearest label decides: a word that touches the value, then one beside it, then the name of the field.
  for (const Label label : {glued, beside.word, beside.name}) {
    if (label == Label::none || label == Label::other) continue;
    if (names_kind(label, kind)) {
      evidence.add(Reason::label);
    } else {
      evidence.add(is_negative(label) ? Reason::negative_label : Reason::other_label);
    }
    return;
  }
}

void Candidate::keep(Reading reading, Readings& out) const {
  if (number_->before == Side::token || number_->behind == Side::token) return;
  const bool same_begin = reading.span.begin == number_->span.begin;
  const Beside beside = same_begin ? context_->beside(reading.span, *value_) : context_->beside(reading.span);
  Evidence& evidence = reading.evidence;
  add_labels(beside, number_->glued_label, reading.kind, evidence);
  const bool labelled = evidence.has(Reason::label);
  evidence.add_if(number_->before == Side::glued && number_->glued_label == Label::none, Reason::glued_word);
  evidence.add_if(!labelled && (number_->before == Side::dashed || number_->behind == Side::dashed),
                  Reason::dashed_neighbour);
  evidence.add_if(!labelled && number_->in_path, Reason::url_path);
  evidence.add_if(beside.alone, Reason::alone);
  reading.grouped = number_->grouped();
  reading.confidence = evidence.confidence();
  out.push_back(reading);
}

}  // namespace pidun
