// Scanning one segment: the table of contents of the library.
#include <algorithm>

#include "detect/evidence.h"
#include "detect/form_reader.h"
#include "scan/input.h"

namespace pidun {
namespace {

// Writes the evidence with its NUL and returns where the next may stand.
char* write_masked(const Reading& reading, std::string_view value, char* out) {
  if (reading.rule != kRuleOfKind) return out + 1 + write_custom_evidence(value, out);
  const bool plain =
      !reading.grouped && reading.kind != Kind::email_address && !reading.evidence.has(Reason::country_code);
  return out + 1 + (plain ? write_plain_evidence(reading.kind, value, out) : write_evidence(reading.kind, value, out));
}

// `finding` is zero before.
void describe(const Reading& reading, const Engine& engine, pidun_finding& finding) {
  finding.begin = finding.outer_begin = reading.span.begin;
  finding.end = finding.outer_end = reading.span.end;
  finding.kind = static_cast<uint16_t>(reading.kind);
  finding.rule = engine.rule_of(reading);
  finding.tier = engine.rules().find_kind(reading.kind)->tier;
  finding.check = static_cast<uint8_t>(reading.check);
  finding.confidence = static_cast<uint8_t>(reading.confidence);
  const auto flag = [&](bool holds, unsigned bit) { return holds ? bit : 0u; };
  finding.flags = static_cast<uint16_t>(flag(reading.evidence.has(Reason::test_value), PIDUN_FINDING_TEST_VALUE) |
                                        flag(reading.evidence.has(Reason::label), PIDUN_FINDING_LABELLED) |
                                        flag(reading.grouped, PIDUN_FINDING_GROUPED));
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
  if (engine.custom() != nullptr && !(scanner->custom_scratch_ = engine.custom()->make_scratch())) return nullptr;
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
  const uint64_t first = before(begin, engine_->longest_reading()), last = end + engine_->longest_reading();
  finder_.find(window, first, last, anchors_);
  // detect: what they are, and who wins where several claim the same bytes
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  read_anchors(context, anchors_, readings_);
  read_rules_of_forms(input, window, first, last, false);
  if (engine_->custom() != nullptr) read_own_rules(input, window, first, last, false);
  if (engine_->rules().any_disabled()) engine_->drop_disabled(readings_);
  conflicts_.settle(readings_, settings.min_confidence);
  report(input, settings, window, begin, end, out);
  if (input.reader->too_deep()) out.incomplete |= PIDUN_INCOMPLETE_DEPTH;
}

void SegmentScanner::sort_readings() {
  const auto earlier = [](const Reading& a, const Reading& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.kind < b.kind;
  };
  if (!std::is_sorted(readings_.begin(), readings_.end(), earlier))
    std::stable_sort(readings_.begin(), readings_.end(), earlier);
}

void SegmentScanner::read_rules_of_forms(InputState& input, const Window& window, uint64_t begin, uint64_t end,
                                         bool thorough) {
  Context context(engine_->labels(), window, *words_, input.values);  // begins the window anew
  const size_t before = readings_.size();
  read_forms(context, engine_->form_rules(), anchors_, {begin, end}, thorough, readings_);
  if (readings_.size() != before) sort_readings();
}

void SegmentScanner::read_own_rules(InputState& input, const Window& window, uint64_t begin, uint64_t end,
                                    bool thorough) {
  // Hits do not overlap, so where the first may begin decides on all: the stretch that is searched is always the same.
  custom_hits_.clear();
  engine_->custom()->find(window.slice(before(begin, kContext), end + kContext), *custom_scratch_, custom_hits_);
  std::erase_if(custom_hits_, [&](const CustomHit& hit) { return hit.begin < begin || hit.begin >= end; });
  if (custom_hits_.empty()) return;
  Context context(engine_->labels(), window, *words_, input.values);  // begins the window anew
  read_custom(context, engine_->custom_rules(), custom_hits_, thorough, readings_);
  sort_readings();
}

// All findings of the segment at once: room is made and positions are counted once, not for each.
void SegmentScanner::report(InputState& input, const ScanSettings& settings, const Window& window, uint64_t begin,
                            uint64_t end, Findings& out) {
  size_t count = 0;
  winners_.resize(readings_.size());
  begins_.resize(readings_.size());
  for (size_t i = 0; i < readings_.size(); ++i) {
    winners_[count] = i;
    begins_[count] = readings_[i].span.begin;
    // No branch: the next one overwrites a reading that does not count.
    const bool counts = conflicts_.winner(i) & (begins_[count] >= begin) & (begins_[count] < end);
    count += counts ? 1u : 0u;
  }
  positions_.resize(count);
  input.lines.locate(window, {begins_.data(), count}, positions_, end);
  const size_t most_evidence = count * (kLongestEvidence + 1);
  if (masked_.size() < most_evidence) masked_.resize(most_evidence);
  const size_t first = out.size(), text = out.evidence.size();
  out.details.resize(first + count);
  out.items.resize(first + count);
  char* next = masked_.data();
  for (size_t i = 0; i < count; ++i) {
    const Reading& reading = readings_[winners_[i]];
    describe(reading, *engine_, out.items[first + i]);
    Detail& detail = out.details[first + i];
    detail.reasons = reading.evidence.reasons();
    detail.also = static_cast<uint16_t>(conflicts_.strongest_loser(readings_, winners_[i]));
    detail.evidence = (text + static_cast<uint64_t>(next - masked_.data())) & 0xFFFFFFFFFFFF;
    out.set_location(first + i, positions_[i]);
    if (settings.evidence) {
      next = write_masked(reading, window.inside(reading.span), next);
    } else {
      *next++ = '\0';
    }
  }
  out.evidence.append(masked_.data(), next);
}

const Readings& SegmentScanner::read_thoroughly(InputState& input, const Window& window) {
  input.reader->read(window, window.end(), true, input.values.events());
  anchors_.clear();
  finder_.find(window, 0, window.end(), anchors_);
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  pidun::read_thoroughly(context, anchors_, readings_);
  read_rules_of_forms(input, window, 0, window.end(), true);
  if (engine_->custom() != nullptr) read_own_rules(input, window, 0, window.end(), true);
  if (engine_->rules().any_disabled()) engine_->drop_disabled(readings_);
  return readings_;
}

const Conflicts& SegmentScanner::settle(int min_confidence) {
  conflicts_.settle(readings_, min_confidence);
  return conflicts_;
}

}  // namespace pidun
