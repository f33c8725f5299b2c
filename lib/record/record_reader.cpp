#include "record/record_reader.h"

#include <algorithm>

#include "record/form_lines.h"
#include "record/joined_parts.h"
#include "record/roles.h"
#include "structure/cda.h"

namespace pidun {
namespace {

bool is_tree(Format format) { return format == Format::json || format == Format::xml || format == Format::hl7; }

std::unique_ptr<Builder> builder_for(Format format, const Assembler& assembler) {
  return is_tree(format) ? make_tree_builder(assembler) : make_row_builder(assembler, format == Format::chat);
}

bool is_first(const Event& event) { return (event.flags & kEventContinued) == 0; }

// The index of the event that tells the whole of a value which was still open where reading had stopped; `i` itself of
// most.
size_t whole_of(const Events& events, size_t i) {
  while ((events[i].flags & kEventOpen) != 0 && i + 1 < events.size() && !is_first(events[i + 1])) ++i;
  return i;
}

RaiseOptions raises_of(const RecordRules& rules, const RecordWishes& wishes) {
  RaiseOptions raises = rules.raises;
  raises.merge_fields = wishes.merge_fields;
  return raises;
}

// Of others the structure of the document is told.
bool tells_apart(Trait trait) {
  constexpr Trait kOfStructure[] = {Trait::none, Trait::part, Trait::inside, Trait::listed, Trait::piece};
  return std::find(std::begin(kOfStructure), std::end(kOfStructure), trait) == std::end(kOfStructure);
}

bool is_support(Sense sense, const Event& event) {
  return tells_apart(sense.trait) && (event.flags & kEventOpen) == 0 && event.begin != event.end;
}

}  // namespace

RecordReader::RecordReader(const RecordRules& rules, const Prints& prints, uint32_t day, const Layout& layout,
                           bool middle, const RecordWishes& wishes)
    : rules_(&rules),
      format_(layout.format),
      tree_(is_tree(layout.format)),
      header_(layout.format == Format::delimited ? layout.header : std::vector<std::string>{}),
      senses_(*rules.labels, rules.login_name, layout, wishes.join),
      fields_(rules.traits, prints, day),
      builder_(builder_for(layout.format, Assembler(rules.traits, raises_of(rules, wishes), wishes.subject))) {
  if (!middle) return;
  tape_.emplace();
  role_ = FieldRole::of_open_value;
  part_ = kOpenPart;
}

RecordReader::RecordReader(const RecordReader& other)
    : rules_(other.rules_),
      format_(other.format_),
      tree_(other.tree_),
      header_(other.header_),
      senses_(other.senses_),
      fields_(other.fields_),
      builder_(other.builder_->clone()),
      tape_(other.tape_),
      role_(other.role_),
      part_(other.part_),
      skips_row_(other.skips_row_),
      rows_begin_(other.rows_begin_),
      start_(other.start_),
      row_begin_(other.row_begin_) {}

// In a chat, what a row means depends on those before it, and in a tree everything does: there the tape goes on.
void RecordReader::row(uint64_t begin, RecordList& out) {
  skips_row_ = false;
  if (tape_ && (tree_ || format_ == Format::chat)) return tape_->row(begin);
  if (tape_) rows_begin_ = true;
  builder_->row(begin, out);
}

// A line of plain text in which something was found is a record, or goes on with the form that it is a line of. What it
// is called says whose it is.
void RecordReader::line(const Window& window, uint64_t begin, RecordList& out) {
  row_begin_ = form_begin(window, begin, *rules_->labels, form_labels_);
  skips_row_ = false;
  if (tape_ && !rows_begin_ && row_begin_ < start_) {
    tape_->row(row_begin_);
  } else {
    rows_begin_ |= tape_.has_value();
    builder_->row(row_begin_, out);
  }
  constexpr uint64_t kLabel = 80;
  const NamedRole named = role_of(form_label(window.view(begin, begin + kLabel), *rules_->labels, form_labels_));
  role_ = named.role;
  part_ = named.number;
}

void RecordReader::begin_row(const Window& window, const Events& events, size_t i, RecordList& out) {
  row(events[i].begin, out);
  const Event& whole = events[whole_of(events, i)];
  if (header_.empty() || whole.end - whole.begin != header_[0].size() || !says_header(window, events, i)) return;
  Assembler::add_header({whole.begin, whole.end}, out);
  skips_row_ = true;
}

// A line with nothing in it, further behind the record than that can reach: what is held is told.
void RecordReader::empty_line(uint64_t begin, RecordList& out) {
  if (builder_->held_from() != UINT64_MAX) row(row_begin_ = begin, out);
}

void RecordReader::add_fields(std::span<const Field> fields, RecordList& out) {
  if (skips_row_) return;
  if (!tape_ || rows_begin_) return builder_->add(fields, out);
  for (const Field& field : fields) tape_->field(field);
}

// Whether the row that begins with event `i` is the header again: cell by cell the same.
bool RecordReader::says_header(const Window& window, const Events& events, size_t i) const {
  for (size_t column = 0; column < header_.size(); ++column, ++i) {
    if (i < events.size()) i = whole_of(events, i);
    if (i >= events.size() || events[i].column != column || (events[i].flags & kEventOpen) != 0) return false;
    if (events[i].end - events[i].begin != header_[column].size()) return false;
    if (window.view(events[i].begin, events[i].end) != header_[column]) return false;
  }
  return i == events.size() || (events[i].flags & kEventRowBegin) != 0;
}

// Whose the fields are that come now.
void RecordReader::note_place(const Event& event, Sense sense) {
  role_ = sense.role;
  if (format_ != Format::hl7)
    part_ = sense.part;
  else if ((event.flags & kEventRowBegin) != 0)
    part_ = static_cast<uint16_t>(event.begin % kOpenPart);
}

// A value that is no finding but tells records apart.
void RecordReader::add_support(const Window& window, const Event& event, Sense sense, RecordList& out) {
  Field support = fields_.read_support(sense.trait, window.view(event.begin, event.end));
  support.span = {event.begin, event.end};
  support.role = sense.role;
  support.part = part_;
  add_fields({&support, 1}, out);
}

// A value that joins rows, whatever it is found to be.
void RecordReader::add_join(const Window& window, const Event& event, Sense sense, RecordList& out) {
  Field field = fields_.read_join(window.view(event.begin, event.end));
  if (field.print == Print{}) return;
  field.span = {event.begin, event.end};
  field.role = sense.role;
  field.part = part_;
  add_fields({&field, 1}, out);
}

// A name or an address that ends with this value, of which the other parts stand before it.
void RecordReader::add_joined(const Window& window, const Events& events, size_t i, Sense sense, RecordList& out) {
  JoinedValue joined = joined_at(window, events, i);
  if (joined.kind == Kind::none) return;
  const RecordRules::OfParts& of = joined.kind == Kind::person_name ? rules_->name : rules_->address;
  Field field = fields_.read_joined(joined.kind, joined.text);
  wipe(joined.text.data(), joined.text.size());
  field.span = {events[i].begin, events[i].end};
  field.rule = of.rule;
  field.tier = of.tier;
  field.role = sense.role;
  field.part = part_;
  add_fields({&field, 1}, out);
}

void RecordReader::note_border(const Window& window, const Event& event, const Reader& reader, RecordList& out) {
  if (!tree_) {
    if (format_ == Format::html && event.kind == EventKind::object_begin) row(event.begin, out);
    return;
  }
  if (event.kind == EventKind::object_begin || event.kind == EventKind::array_begin) {
    // A message of HL7 is a list of patients: none of them is a part of another.
    const bool list = format_ == Format::hl7 && event.depth == 0;
    const bool array = event.kind == EventKind::array_begin || list;
    const Sense sense = senses_.of(window, event, reader);
    tape_ ? tape_->open(array, sense) : builder_->open(array, sense, out);
  } else {
    tape_ ? tape_->close() : builder_->close(out);
  }
}

void RecordReader::add(const Window& window, const Events& events, const Reader& reader, std::span<Field> fields,
                       Span segment, RecordList& out) {
  out.set_format(format_);
  start_ = std::min(start_, segment.begin);
  size_t told = 0, next = 0;  // those in between are of the values that were just passed
  const auto pass_until = [&](uint64_t offset) {
    for (; next < fields.size() && fields[next].span.begin < offset; ++next) {
      fields[next].role = role_;
      fields[next].part = part_;
    }
  };
  const auto tell_passed = [&] {
    if (told != next) add_fields(fields.subspan(told, next - told), out);
    told = next;
  };
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (event.begin < segment.begin || event.begin >= segment.end) continue;
    pass_until(event.begin);
    if (event.kind != EventKind::value) {
      tell_passed();
      note_border(window, event, reader, out);
      continue;
    }
    if (!is_first(event) || (event.flags & kEventHeader) != 0) continue;
    const Event& whole = events[whole_of(events, i)];
    if (format_ == Format::lines) {
      // What it holds behind the segment's end is told with the next one.
      const bool any = (next < fields.size() && fields[next].span.begin < whole.end) || whole.end > segment.end;
      if (!any && event.begin <= row_begin_ + kFormReach) continue;  // the record may go on behind it
      tell_passed();
      any ? line(window, event.begin, out) : empty_line(event.begin, out);
      continue;
    }
    const bool begins = tree_ ? event.depth == 0 : (event.flags & kEventRowBegin) != 0 && format_ != Format::html;
    if (begins) {
      tell_passed();
      begin_row(window, events, i, out);
    }
    const Sense sense = senses_.of(window, whole, reader);
    note_place(whole, sense);
    if (sense.trait == Trait::piece || (whole.table == kCdaTable && format_ == Format::xml)) {
      const uint64_t key = whole.begin - whole.name_back;
      if (whole.name_back != 0 && may_be_part(window.view(key, key + whole.name_length))) {
        tell_passed();
        add_joined(window, events, whole_of(events, i), sense, out);
      }
    }
    if (sense.join && (whole.flags & kEventOpen) == 0) {
      tell_passed();
      add_join(window, whole, sense, out);
    }
    const bool found = next < fields.size() && fields[next].span.begin < whole.end;
    if (found || !is_support(sense, whole)) continue;
    tell_passed();
    add_support(window, whole, sense, out);
  }
  pass_until(UINT64_MAX);
  tell_passed();
}

void RecordReader::append(RecordReader&& later, RecordList& done, RecordList& out) {
  out.set_format(format_);
  if (later.tape_) later.tape_->replay(*builder_, role_, part_, out);
  if (!later.tape_ || later.rows_begin_) {
    // The row that was open here ends where the first of the later ones begins.
    builder_->end(out);
    out.take(done);
    builder_ = std::move(later.builder_);
  } else {
    out.take(done);
  }
  if (later.role_ != FieldRole::of_open_value) role_ = later.role_;
  if (later.part_ != kOpenPart) part_ = later.part_;
  if (later.rows_begin_) skips_row_ = later.skips_row_;
  row_begin_ = std::max(row_begin_, later.row_begin_);
}

void RecordReader::finish(RecordList& out) {
  out.set_format(format_);
  builder_->end(out);
}

uint64_t RecordReader::held_from() const {
  return std::min(builder_->held_from(), tape_ ? tape_->held_from() : UINT64_MAX);
}

}  // namespace pidun
