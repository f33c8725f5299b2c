// What stands in a segment and in its side views: the readings of all detectors, in order.
#include <algorithm>

#include "detect/addresses.h"
#include "detect/face_api.h"
#include "detect/fields.h"
#include "detect/form_reader.h"
#include "scan/input.h"
#include "text/utf8.h"

namespace pidun {
namespace {

// Whether values may be sentences, in which a label and its value stand side by side without a sign.
bool has_prose(Format format) {
  switch (format) {
    case Format::lines:
    case Format::chat:
    case Format::pairs:
    case Format::multipart:
    case Format::xml:
    case Format::html:
      return true;
    default:
      return false;
  }
}

}  // namespace

// The rows of a table that are plain cell by cell. False if there are none; then all is left to a search.
bool SegmentScanner::read_plain_rows(InputState& input, const ScanSettings& settings, Context& context, Span range) {
  left_.clear();
  plain_.clear();
  return input.layout.format == Format::delimited && engine_->custom() == nullptr &&
         plain_rows_.read(context, input.values, range, settings.plain_rows, plain_, left_);
}

// What is left by the plain rows and the views.
void SegmentScanner::read_own(InputState& input, Context& context, bool any_plain, Span range) {
  const bool prose = has_prose(input.layout.format);
  keys_ = input.layout.format != Format::delimited;
  if (!any_plain) return read(own_, context, input.values, prose, range, false, readings_);
  auto next = plain_.begin();
  for (const Span& part : left_.rest) {
    const auto behind =
        std::partition_point(next, plain_.end(), [&](const Reading& r) { return r.span.begin < part.begin; });
    readings_.insert(readings_.end(), next, behind);
    next = behind;
    part_.clear();
    read(own_, context, input.values, prose, part, false, part_);
    readings_.insert(readings_.end(), part_.begin(), part_.end());
  }
  readings_.insert(readings_.end(), next, plain_.end());
}

namespace {

bool earlier(const Reading& a, const Reading& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.kind < b.kind;
}

void sort_readings(Readings& readings) {
  if (!std::is_sorted(readings.begin(), readings.end(), earlier))
    std::stable_sort(readings.begin(), readings.end(), earlier);
}

}  // namespace

void SegmentScanner::read(Search& search, Context& context, Values& values, bool prose, Span range, bool thorough,
                          Readings& out) {
  search.anchors.clear();
  const std::span<const Span> elsewhere = &search == &own_ ? views_.covered() : std::span<const Span>();
  search.finder.find(context.window(), range.begin, range.end, search.anchors, elsewhere);
  thorough ? pidun::read_thoroughly(context, search.anchors, out) : read_anchors(context, search.anchors, out);
  read_rules_of_forms(search, context, values, prose, range, thorough, out);
  if (engine_->custom() == nullptr) return;
  if (&search == &own_) return read_own_rules(context, {0, UINT64_MAX}, range, thorough, out);
  for (const Layer& layer : views_.layers()) read_own_rules(context, layer.text, layer.text, thorough, out);
}

void SegmentScanner::read_rules_of_forms(Search& search, Context& context, Values& values, bool prose, Span range,
                                         bool thorough, Readings& out) {
  const FormRules& rules = engine_->form_rules();
  labelled_.clear();
  if (!engine_->wanted_values().empty()) {
    values.labelled(context.window(), range, engine_->wanted_values(), labelled_);
    if (&search == &own_) drop_covered(labelled_);
    text_labels_.find(context.window(), range, search.finder.masks(), prose, values, *words_, labelled_);
  }
  const size_t before = out.size();
  if (!rules.all().empty()) read_forms(context, rules, search.anchors, labelled_, thorough, out);
  if (out.size() != before) sort_readings(out);
  merge_fields(context, out);
  if (engine_->looks_for_addresses()) {
    addresses_.clear();
    find_addresses(context, range, search.finder.masks(), fields_, addresses_);
    merge_readings(addresses_, out);
  }
  merge_names(search, context, prose, range, thorough, out);
  if (&search == &own_ && keys_ && engine_->face_fields_rule() != kRuleOfKind) {
    fields_.clear();
    read_face_fields(context.window(), values.events(), range, engine_->face_fields_rule(), fields_);
    sort_readings(fields_);
    merge_readings(fields_, out);
  }
}

// Values that a view covers as a whole; but for pictures, which are told where they are encoded.
void SegmentScanner::drop_covered(std::vector<Value>& values) const {
  const std::vector<Span>& covered = views_.covered();
  if (covered.empty()) return;
  auto next = covered.begin();  // both are in order
  std::erase_if(values, [&](const Value& value) {
    while (next != covered.end() && next->end < value.end) ++next;
    return next != covered.end() && next->begin <= value.begin && !calls_for_face(engine_->field_rules(), value.name);
  });
}

// Fields are read in order, so that both lists are sorted.
void SegmentScanner::merge_fields(Context& context, Readings& out) {
  fields_.clear();
  read_fields(context, engine_->field_rules(), labelled_, fields_);
  if (fields_.empty()) return;
  drop_without_number(context.window(), engine_->field_rules(), out, fields_);
  make_room(context.window(), out, fields_);
  merge_readings(fields_, out);
}

void SegmentScanner::merge_names(Search& search, Context& context, bool prose, Span range, bool thorough,
                                 Readings& out) {
  if (engine_->names_rule() == kRuleOfKind) return;
  fields_.clear();
  names_.find(context.window(), range, search.finder.masks(), out, {engine_->names_rule(), !prose, thorough}, fields_);
  merge_readings(fields_, out);
}

void SegmentScanner::merge_readings(const Readings& more, Readings& out) {
  if (more.empty()) return;
  merged_.clear();
  std::merge(out.begin(), out.end(), more.begin(), more.end(), std::back_inserter(merged_), earlier);
  out.swap(merged_);
}

void SegmentScanner::read_own_rules(Context& context, Span text, Span range, bool thorough, Readings& out) {
  // The stretch that is searched depends on the segment alone: hits do not overlap, so each depends on those before it.
  // A hit that counts begins and ends inside, so ^ and $ mean the ends of the text.
  constexpr uint64_t kCharacter = 4;  // bytes: the window must not end inside the one behind a match
  const uint64_t reach = engine_->custom()->widest() + kCharacter;
  custom_hits_.clear();
  const Span wide{std::max(text.begin, before(range.begin, reach)), std::min(text.end, range.end + reach)};
  engine_->custom()->find(context.window().slice(wide.begin, wide.end), *custom_scratch_, custom_hits_);
  std::erase_if(custom_hits_, [&](const CustomHit& hit) { return hit.begin < range.begin || hit.begin >= range.end; });
  if (custom_hits_.empty()) return;
  read_custom(context, engine_->custom_rules(), custom_hits_, thorough, out);
  sort_readings(out);
}

bool SegmentScanner::make_side_views(InputState& input, const ScanSettings& settings, Context& context, Span segment,
                                     bool thorough) {
  if (picture_key(settings) != picture_key_) {
    picture_key_ = picture_key(settings);
    views_.hash_pictures(picture_key_);
  }
  const Format format = input.layout.format;
  const SideViews::Place place{context.window(),
                               segment,
                               format == Format::lines,
                               format == Format::form,
                               format == Format::delimited,
                               !thorough || is_utf8_text(context.window().bytes()),
                               format == Format::json && !thorough && !settings.search_covered,
                               left_.loud.empty() ? nullptr : &left_.loud,
                               settings.told,
                               &engine_->field_rules()};
  views_.tell_cameras(settings.cameras);
  return views_.make(input.unwrap, place, context, input.values);
}

void SegmentScanner::read_side_views(bool thorough) {
  const Window text = views_.window();
  Context side(engine_->labels(), text, *words_, views_.values());
  side_readings_.clear();
  read(side_, side, views_.values(), true, {0, text.end()}, thorough, side_readings_);
  views_.join(readings_, side_readings_);
  sort_readings(readings_);
}

const Readings& SegmentScanner::read_thoroughly(InputState& input, const Window& window) {
  input.reader->read(window, window.end(), true, input.values.events());
  input.values.note_read(window, *input.reader);
  Context context(engine_->labels(), window, *words_, input.values);
  readings_.clear();
  keys_ = true;
  const Span all{0, window.end()};
  const bool any_views = make_side_views(input, {}, context, all, true);
  read(own_, context, input.values, has_prose(input.layout.format), all, true, readings_);
  if (any_views) read_side_views(true);
  if (engine_->rules().any_disabled()) engine_->drop_disabled(readings_);
  return readings_;
}

}  // namespace pidun
