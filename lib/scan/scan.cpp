// Scanning one segment: the table of contents of the library.
#include <algorithm>

#include "base/ascii.h"
#include "detect/column_kinds.h"
#include "scan/first_rows.h"
#include "scan/input.h"
#include "text/decoder.h"
#include "text/utf8.h"
#include "unwrap/inside_picture.h"

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
  copy.unwrap = unwrap;
  if (columns) copy.columns = std::make_unique<ColumnCounts>(*columns);
  if (records) copy.records = std::make_unique<RecordReader>(*records);
  return copy;
}

void InputState::start(const Engine& engine, SegmentScanner& scanner, std::string_view preamble,
                       const ScanSettings& settings) {
  layout = settle_layout(preamble.substr(0, kPreamble), settings.format);
  reader = make_reader(layout);
  values.start(engine.labels(), layout, settings.label);
  lines = LineCounter();
  unwrap = {};
  columns = settings.columns ? std::make_unique<ColumnCounts>(layout, 0) : nullptr;
  records = make_records(engine, settings, layout, false);
  settle_columns(engine, scanner, preamble.substr(0, kPreamble), *this);
}

std::unique_ptr<SegmentScanner> SegmentScanner::create(const Engine& engine) {
  std::unique_ptr<SegmentScanner> scanner(new SegmentScanner(engine));
  scanner->word_scratch_ = engine.words().make_scratch();
  if (!scanner->word_scratch_) return nullptr;
  if (engine.custom() != nullptr && !(scanner->custom_scratch_ = engine.custom()->make_scratch())) return nullptr;
  scanner->words_ = std::make_unique<NearbyWords>(engine.labels(), engine.words(), *scanner->word_scratch_);
  return scanner;
}

std::unique_ptr<RecordReader> make_records(const Engine& engine, const ScanSettings& settings, const Layout& layout,
                                           bool middle) {
  if (!settings.prints) return nullptr;
  return std::make_unique<RecordReader>(engine.record_rules(), *settings.prints, settings.as_of, layout, middle,
                                        settings.records);
}

namespace {

void count_columns(InputState& input, const Window& window, Span segment, size_t first_finding, Findings& out) {
  const std::span findings(out.items);
  input.columns->add(window, input.values.events(), *input.reader, findings.subspan(first_finding), segment);
  if (input.columns->too_many()) out.incomplete |= PIDUN_INCOMPLETE_COLUMNS;
}

}  // namespace

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
  // match and detect: where values may be, and what they are
  const uint64_t first = before(begin, engine_->longest_reading()), last = end + engine_->longest_reading();
  Context context(engine_->labels(), window, *words_, input.values);
  const bool searched = engine_->custom() != nullptr || !is_inside_picture(input.unwrap, window, {first, last});
  readings_.clear();
  const bool any_plain = searched && read_plain_rows(input, settings, context, {first, last});
  // unwrap and fold: what is encoded or disguised
  const bool any_views = make_side_views(input, settings, context, {begin, end}, false);
  if (searched) read_own(input, context, any_plain, {first, last});
  if (any_views) read_side_views(false);
  if (input.values.any_by_content()) tell_columns_alike(context, readings_);
  if (engine_->rules().any_disabled()) engine_->drop_disabled(readings_);
  if (!settings.cameras) std::erase_if(readings_, [](const Reading& r) { return r.kind == Kind::camera_image; });
  // who wins where several claim the same bytes
  conflicts_.settle(readings_, settings.min_confidence);
  if (engine_->rules().any_silent()) engine_->silence(readings_, conflicts_);
  const size_t first_finding = out.size();
  reporter_.choose(readings_, conflicts_, {begin, end});
  if (settings.findings)
    reporter_.report(readings_, conflicts_, window, views_, end,
                     {settings.evidence, settings.marks.get(), settings.as_of}, input.lines, out);
  const size_t first_picture = out.pictures.size();
  if (!views_.pictures().empty()) report_pictures(settings, input.values, {begin, end}, out);
  label_pictures(settings, window, input.values, {begin, end}, out);
  if (input.records) tell_records(input, settings, window, {begin, end}, first_picture, out);
  out.incomplete |= views_.incomplete();
  if (input.columns) count_columns(input, window, {begin, end}, first_finding, out);
  if (input.reader->too_deep()) out.incomplete |= PIDUN_INCOMPLETE_DEPTH;
}

void SegmentScanner::add_picture_fields(std::span<const Picture> pictures, const Prints& prints, Span segment) {
  constexpr uint16_t kTier = 500;
  constexpr uint32_t kMostNames = 255;
  for (const Picture& picture : pictures) {
    if (!picture.face_signed || !picture.has_hash || picture.end == 0) continue;
    Field field;
    // Its row is still open where it ends, wherever it began.
    field.span = {std::clamp(picture.begin, segment.begin, segment.end - 1), picture.end};
    field.kind = Kind::face_information;
    field.tier = kTier;
    field.flags = kFieldSensitive;
    field.trait = Trait::image;
    field.print = prints.of_picture(picture.hash);
    field.prefix = static_cast<uint8_t>(std::min(picture.names, kMostNames));
    record_fields_.push_back(field);
  }
  std::stable_sort(record_fields_.begin(), record_fields_.end(),
                   [](const Field& a, const Field& b) { return a.span.begin < b.span.begin; });
}

// record: who the fields that were found are about
void SegmentScanner::tell_records(InputState& input, const ScanSettings& settings, const Window& window, Span segment,
                                  size_t first_picture, Findings& out) {
  record_fields_.clear();
  reporter_.read_fields(readings_, window, views_, input.records->fields(), record_fields_);
  const auto ended = std::span<const Picture>(out.pictures).subspan(first_picture);
  if (!ended.empty()) add_picture_fields(ended, *settings.prints, segment);
  if (!labelled_pictures_.empty()) add_picture_fields(labelled_pictures_, *settings.prints, segment);
  input.records->add(window, input.values.events(), *input.reader, record_fields_, segment, out.records);
  if (input.records->reached_limit()) out.incomplete |= PIDUN_INCOMPLETE_RECORDS;
}

// One that begins here by what was read of its first characters; of one from a segment before only the label of its
// value is known still.
bool SegmentScanner::is_labelled(const UnwrappedPicture& picture, const Values& values) const {
  const uint64_t begin = picture.source.begin;
  if (picture.begins) {
    const auto behind = std::upper_bound(readings_.begin(), readings_.end(), begin,
                                         [](uint64_t at, const Reading& reading) { return at < reading.span.begin; });
    for (auto it = behind; it != readings_.begin() && begin - (it - 1)->span.begin <= kLongestDataUriHead;) {
      --it;
      if (shows_face(it->kind) && it->span.end > begin && it->evidence.has(Reason::field_value)) return true;
    }
    return false;
  }
  for (const Values::OpenValue& value : values.open_values()) {
    if (value.begin > begin || begin - value.begin > kLongestDataUriHead) continue;
    if (calls_for_face(engine_->field_rules(), value.label)) return true;
  }
  return false;
}

// One whose metadata tag a face is told by itself.
void SegmentScanner::label_pictures(const ScanSettings& settings, const Window& window, Values& values, Span segment,
                                    Findings& out) {
  labelled_pictures_.clear();
  if (settings.told_pictures == nullptr) return;
  for (const ToldPicture& told : *settings.told_pictures) {
    if (told.picture.face_signed || told.at.end <= segment.begin || told.at.end > segment.end) continue;
    if (!calls_for_face(engine_->field_rules(), values.at(window, told.at.end - 1).name)) continue;
    ++out.images.face_signed;
    labelled_pictures_.push_back(told.picture);
    labelled_pictures_.back().face_signed = true;
    labelled_pictures_.back().begin = told.at.begin;
    labelled_pictures_.back().end = told.at.end;
  }
}

// One that is read in two layers, since it goes on past a stretch, is one.
void SegmentScanner::report_pictures(const ScanSettings& settings, const Values& values, Span segment, Findings& out) {
  const KeyedHash* const key = picture_key(settings);
  const auto& pictures = views_.pictures();
  for (size_t i = 0; i < pictures.size(); ++i) {
    const UnwrappedPicture& picture = pictures[i];
    const auto same = [&](const UnwrappedPicture& other) { return other.source.begin == picture.source.begin; };
    const auto later = pictures.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (std::any_of(later, pictures.end(), same)) continue;
    if (picture.begins && (picture.source.begin < segment.begin || picture.source.begin >= segment.end)) continue;
    if (picture.begins) ++out.images.seen;
    if (!picture.ends) {
      out.opened.push_back(picture.source.begin);
      continue;
    }
    Picture told = picture_of(picture.reader, key);
    told.begin = picture.source.begin;
    told.end = picture.source.end;
    told.encoded = true;
    told.face_signed = told.face_signed || is_labelled(picture, values);
    out.add_picture(told);
  }
}

std::string_view SegmentScanner::naming_word(const Window& window, Span span, Kind kind) {
  words_->start(window);
  const std::vector<WordHit>& hits = words_->around(span.begin, span.end);
  for (size_t i = hits.size(); i-- > 0;)
    if (hits[i].end() <= span.begin && names_kind(engine_->labels().label_of(hits[i].word), kind))
      return engine_->labels().words()[hits[i].word];
  return {};
}

const Conflicts& SegmentScanner::settle(int min_confidence) {
  conflicts_.settle(readings_, min_confidence);
  return conflicts_;
}

}  // namespace pidun
