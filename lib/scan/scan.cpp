// Scanning one segment: the table of contents of the library.
#include <algorithm>

#include "base/ascii.h"
#include "detect/form_reader.h"
#include "scan/input.h"
#include "text/decoder.h"
#include "text/utf8.h"

namespace pidun {
namespace {

// A segment is known to be its own text when all units of the decoder that its context touches are.
constexpr uint64_t kProvedAhead = kContext + kDecodeAhead;

// Goes on proving where the segment before ended; the borders are moved behind the characters that lie across them.
bool is_utf8_on(const Window& window, uint64_t begin, uint64_t end) {
  const auto behind = [&](uint64_t border) {
    for (int i = 0; i < 3 && is_continuation(window.at(border)); ++i) ++border;
    return border;
  };
  const uint64_t from = begin == 0 ? 0 : behind(begin + kProvedAhead);
  return is_utf8_text(window.view(from, behind(end + kProvedAhead)));
}

}  // namespace

InputState InputState::clone() const {
  InputState copy;
  copy.layout = layout;
  copy.reader = reader->clone();
  copy.values = values;
  copy.lines = lines;
  return copy;
}

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
  if (settings.watch != nullptr) {
    if (settings.watch->seen.load(std::memory_order_relaxed)) return;
    if (!is_utf8_on(window, begin, end)) return settings.watch->seen.store(true, std::memory_order_relaxed);
  }
  // structure: reads ahead of the segment, so that a value's borders are known to either side of it
  const uint64_t ahead = std::min(end + kLookBehind, window.end());
  input.values.forget_before(before(begin, kLookBehind));
  if (ahead > input.reader->offset() || (complete && ahead == window.end())) {
    input.reader->read(window, ahead, complete && ahead == window.end(), input.values.events());
    input.values.note_read(window, *input.reader);
  }
  // match: where numbers and addresses may be; words are looked for where these stand
  anchors_.clear();
  const uint64_t first = before(begin, engine_->longest_reading()), last = end + engine_->longest_reading();
  finder_.find(window, first, last, anchors_);
  // detect: what they are, and who wins where several claim the same bytes
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  read_anchors(context, anchors_, readings_);
  read_rules_of_forms(input, context, {first, last}, false);
  if (engine_->custom() != nullptr) read_own_rules(context, {first, last}, false);
  if (engine_->rules().any_disabled()) engine_->drop_disabled(readings_);
  conflicts_.settle(readings_, settings.min_confidence);
  reporter_.report(readings_, conflicts_, window, {begin, end}, {settings.evidence, settings.marks.get()}, input.lines,
                   out);
  if (input.reader->too_deep()) out.incomplete |= PIDUN_INCOMPLETE_DEPTH;
}

void SegmentScanner::sort_readings() {
  const auto earlier = [](const Reading& a, const Reading& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.kind < b.kind;
  };
  if (!std::is_sorted(readings_.begin(), readings_.end(), earlier))
    std::stable_sort(readings_.begin(), readings_.end(), earlier);
}

void SegmentScanner::read_rules_of_forms(InputState& input, Context& context, Span range, bool thorough) {
  const FormRules& rules = engine_->form_rules();
  labelled_.clear();
  input.values.labelled(context.window(), range, rules, labelled_);
  const bool prose = input.layout.format == Format::lines;
  text_labels_.find(context.window(), range, finder_.masks(), prose, input.values, *words_, labelled_);
  const size_t before = readings_.size();
  read_forms(context, rules, anchors_, labelled_, thorough, readings_);
  if (readings_.size() != before) sort_readings();
}

void SegmentScanner::read_own_rules(Context& context, Span range, bool thorough) {
  // The stretch that is searched depends on the segment alone: hits do not overlap, so each depends on those before it.
  // A hit that counts begins and ends inside, so ^ and $ mean the ends of the input.
  constexpr uint64_t kCharacter = 4;  // bytes: the window must not end inside the one behind a match
  const uint64_t reach = engine_->custom()->widest() + kCharacter;
  custom_hits_.clear();
  engine_->custom()->find(context.window().slice(before(range.begin, reach), range.end + reach), *custom_scratch_,
                          custom_hits_);
  std::erase_if(custom_hits_, [&](const CustomHit& hit) { return hit.begin < range.begin || hit.begin >= range.end; });
  if (custom_hits_.empty()) return;
  read_custom(context, engine_->custom_rules(), custom_hits_, thorough, readings_);
  sort_readings();
}

const Readings& SegmentScanner::read_thoroughly(InputState& input, const Window& window) {
  input.reader->read(window, window.end(), true, input.values.events());
  input.values.note_read(window, *input.reader);
  anchors_.clear();
  finder_.find(window, 0, window.end(), anchors_);
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  pidun::read_thoroughly(context, anchors_, readings_);
  read_rules_of_forms(input, context, {0, window.end()}, true);
  if (engine_->custom() != nullptr) read_own_rules(context, {0, window.end()}, true);
  if (engine_->rules().any_disabled()) engine_->drop_disabled(readings_);
  return readings_;
}

const Conflicts& SegmentScanner::settle(int min_confidence) {
  conflicts_.settle(readings_, min_confidence);
  return conflicts_;
}

}  // namespace pidun
