// Scanning one segment: the table of contents of the library.
#include <algorithm>

#include "detect/evidence.h"
#include "scan/input.h"

namespace pidun {
namespace {

uint64_t before(uint64_t offset, uint64_t by) { return offset > by ? offset - by : 0; }

void add_evidence(const Reading& reading, const ScanSettings& settings, std::string_view value, std::string& out) {
  char text[kLongestEvidence + 1];
  text[0] = '\0';
  size_t length = 0;
  if (settings.evidence) {
    const bool plain =
        !reading.grouped && reading.kind != Kind::email_address && !reading.evidence.has(Reason::country_code);
    length = plain ? write_plain_evidence(reading.kind, value, text) : write_evidence(reading.kind, value, text);
  }
  out.append(text, length + 1);
}

}  // namespace

void InputState::start(const Engine& engine, std::string_view preamble, const ScanSettings& settings) {
  layout = settle_layout(preamble.substr(0, kPreamble), settings.format);
  reader = make_reader(layout);
  values.start(engine.labels(), layout, settings.label);
  lines = LineCounter();
}

std::unique_ptr<SegmentScanner> SegmentScanner::create(const Engine& engine) {
  std::unique_ptr<SegmentScanner> scanner(new SegmentScanner(engine));
  scanner->word_scratch_ = engine.words().make_scratch();
  if (!scanner->word_scratch_) return nullptr;
  scanner->words_ = std::make_unique<NearbyWords>(engine.labels(), engine.words(), *scanner->word_scratch_);
  return scanner;
}

void SegmentScanner::scan(InputState& input, const ScanSettings& settings, const Window& window, uint64_t begin,
                          uint64_t end, bool complete, Findings& out) {
  // structure: reads ahead of the segment, so that a value's borders are known to either side of it
  const uint64_t ahead = std::min(end + kLookBehind, window.end());
  input.values.forget_before(before(begin, kLookBehind));
  if (ahead > input.reader->offset() || (complete && ahead == window.end())) {
    input.reader->read(window, ahead, complete && ahead == window.end(), input.values.events());
    input.values.note_open(window);
  }
  // match: where numbers and addresses may be; words are looked for where these stand
  anchors_.clear();
  finder_.find(window, before(begin, kLongestReading), end + kLongestReading, anchors_);
  // detect: what they are, and who wins where several claim the same bytes
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  read_anchors(context, anchors_, readings_);
  conflicts_.settle(readings_, settings.min_confidence);
  report(input, settings, window, begin, end, out);
  input.lines.advance(window, end);
  if (input.reader->too_deep()) out.incomplete |= PIDUN_INCOMPLETE_DEPTH;
}

void SegmentScanner::report(InputState& input, const ScanSettings& settings, const Window& window, uint64_t begin,
                            uint64_t end, Findings& out) {
  for (size_t i = 0; i < readings_.size(); ++i) {
    const Reading& reading = readings_[i];
    if (!conflicts_.winner(i) || reading.span.begin < begin || reading.span.begin >= end) continue;
    add(reading, i, input, settings, window, out);
  }
}

void SegmentScanner::add(const Reading& reading, size_t index, InputState& input, const ScanSettings& settings,
                         const Window& window, Findings& out) {
  pidun_finding& finding = out.items.emplace_back();
  finding.begin = finding.outer_begin = reading.span.begin;
  finding.end = finding.outer_end = reading.span.end;
  finding.kind = static_cast<uint16_t>(reading.kind);
  finding.rule = finding.kind;
  finding.tier = find_kind(reading.kind)->tier;
  finding.check = static_cast<uint8_t>(reading.check);
  finding.confidence = static_cast<uint8_t>(reading.confidence);
  if (reading.evidence.has(Reason::test_value)) finding.flags |= PIDUN_FINDING_TEST_VALUE;
  if (reading.evidence.has(Reason::label)) finding.flags |= PIDUN_FINDING_LABELLED;
  if (reading.grouped) finding.flags |= PIDUN_FINDING_GROUPED;
  if (settings.marks) out.marks.push_back(settings.marks->mark(reading.kind, window.view(reading.span), finding.flags));

  Detail& detail = out.details.emplace_back();
  detail.reasons = reading.evidence.reasons();
  detail.also = conflicts_.strongest_loser(readings_, index);
  input.lines.advance(window, reading.span.begin);
  const Position at = input.lines.position();
  detail.location = {at.line, at.column, at.units.points, at.units.utf16};
  detail.evidence = out.evidence.size();
  add_evidence(reading, settings, window.view(reading.span), out.evidence);
}

const Readings& SegmentScanner::read_thoroughly(InputState& input, const Window& window) {
  input.reader->read(window, window.end(), true, input.values.events());
  anchors_.clear();
  finder_.find(window, 0, window.end(), anchors_);
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  pidun::read_thoroughly(context, anchors_, readings_);
  return readings_;
}

const Conflicts& SegmentScanner::settle(int min_confidence) {
  conflicts_.settle(readings_, min_confidence);
  return conflicts_;
}

}  // namespace pidun
