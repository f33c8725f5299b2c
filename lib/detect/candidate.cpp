// What all detectors share: boundaries and labels turned into evidence.
#include "detect/detectors.h"

namespace pidun {

namespace {

// False if the label says nothing.
bool add_label(Label label, Kind kind, Evidence& evidence) {
  if (label == Label::none || label == Label::other) return false;
  if (names_kind(label, kind)) {
    evidence.add(Reason::label);
  } else if (tells_of_words(label)) {
    return false;
  } else {
    evidence.add(is_negative(label) ? Reason::negative_label : Reason::other_label);
  }
  return true;
}

}  // namespace

void add_labels(const Beside& beside, Label glued, Kind kind, Evidence& evidence) {
  // The nearest label decides: a word that touches the value, then one beside it, then the name of the field.
  for (const Label label : {glued, beside.word, beside.name})
    if (add_label(label, kind, evidence)) return;
}

void Candidate::add_surroundings(Span span, Kind kind, Evidence& evidence) const {
  const Beside beside = span.begin == number_->span.begin ? context_->beside(span, *value_) : context_->beside(span);
  add_labels(beside, number_->glued_label, kind, evidence);
  const bool labelled = evidence.has(Reason::label);
  evidence.add_if(number_->before == Side::glued && number_->glued_label == Label::none, Reason::glued_word);
  evidence.add_if(!labelled && (number_->before == Side::dashed || number_->behind == Side::dashed),
                  Reason::dashed_neighbour);
  evidence.add_if(!labelled && number_->in_path, Reason::url_path);
  evidence.add_if(beside.alone, Reason::alone);
}

void Candidate::keep(Span span, Kind kind, Check check, Evidence evidence, Readings& out) const {
  if (number_->before == Side::token || number_->behind == Side::token) return;
  if (value_->filled_by(span)) {  // nothing stands beside it: the name of the field is all there is
    add_label(value_->name, kind, evidence);
    evidence.add_if(value_->whole_line, Reason::alone);
  } else {
    add_surroundings(span, kind, evidence);
  }
  // Made where it stays: a copy right behind the stores that made it would wait for them.
  Reading& reading = out.emplace_back();
  reading.span = span;
  reading.kind = kind;
  reading.check = check;
  reading.grouped = number_->grouped();
  reading.evidence = evidence;
  reading.confidence = evidence.confidence();
}

}  // namespace pidun
