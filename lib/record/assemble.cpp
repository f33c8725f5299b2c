#include "record/assemble.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "record/identity.h"
#include "record/prints.h"

namespace pidun {
namespace {

constexpr uint64_t kEventKinds =
    bits_of_kinds(Kind::location_trajectory, Kind::travel_record, Kind::delivery_record, Kind::communication_content,
                  Kind::communication_record, Kind::transaction_information, Kind::accommodation_information);
constexpr uint64_t kLinkKinds =
    kDocumentKinds | bits_of_kinds(Kind::bank_card_number, Kind::mobile_number, Kind::email_address);

bool tells_event(const Field& field) {
  return (bit_of_kind(field.kind) & kEventKinds) != 0 || field.trait == Trait::visit;
}

bool may_tell_event(const Glance& glance) { return (glance.plain & kEventKinds) != 0 || glance.has(Trait::visit); }

InvalidReason reason_of(std::span<const Field> fields) {
  for (const Field& field : fields)
    if (field.has(kFieldFailed)) return field.reason;
  return InvalidReason::no_identity;
}

// Of identities that stand with one value that joins rows, the strongest is whose it is.
uint8_t rank_of(const Identity& identity) {
  switch (identity.kind) {
    case IdentityKind::id:
      return 0;
    case IdentityKind::document:
      return 1;
    case IdentityKind::mobile:
    case IdentityKind::email:
      return identity.nameless ? 5 : identity.kind == IdentityKind::mobile ? 2 : 4;
    case IdentityKind::card:
      return 3;
    case IdentityKind::credential:
      return 4;
    case IdentityKind::weak:
      return kWeakRank;
    default:
      return 6;
  }
}

uint32_t failed_of(std::span<const Field> fields, const Glance& glance) {
  if (!glance.has(kFieldFailed)) return 0;
  return static_cast<uint32_t>(
      std::count_if(fields.begin(), fields.end(), [](const Field& field) { return field.has(kFieldFailed); }));
}

void add_links(std::span<const Field> fields, const Glance& glance, RecordList& out) {
  if ((glance.plain & kLinkKinds) == 0) return;
  const Field* const name = name_of(fields);
  for (const Field& field : fields) {
    if (!field.is_plain()) continue;
    // Whoever has an ID number is known by it: it links nobody else.
    if (is_document(field.kind) || field.kind == Kind::bank_card_number) {
      out.add_link({key_of(field), true, 0});
    } else if (field.kind == Kind::mobile_number || field.kind == Kind::email_address) {
      out.add_link({field.print, false, name == nullptr ? 0 : name->print.high | 1});
    }
  }
}

// What the identity is made of is no content of the record.
bool is_of_identity(const Field& field, IdentityKind identity) {
  switch (identity) {
    case IdentityKind::id:
      return is_id(field.kind);
    case IdentityKind::document:
      return is_document(field.kind);
    case IdentityKind::mobile:
      return field.kind == Kind::mobile_number || field.kind == Kind::person_name;
    case IdentityKind::card:
      return field.kind == Kind::bank_card_number;
    case IdentityKind::email:
      return field.kind == Kind::email_address || field.kind == Kind::person_name;
    case IdentityKind::weak:
      return field.kind == Kind::person_name;
    default:
      return is_account(field);
  }
}

// Time, place, amount, peer and document number, of what the row has (design.md §8); 0 of a row that tells of no event.
uint64_t event_of(std::span<const Field> fields, const Glance& glance) {
  if (!may_tell_event(glance)) return 0;
  bool any = false;
  Print all;
  for (const Field& field : fields) {
    const bool event = tells_event(field) && field.is_plain();
    any |= event;
    const bool support = field.has(kFieldSupport) &&
                         (field.trait == Trait::document || field.trait == Trait::time || field.trait == Trait::amount);
    if (event || support) all = sum(all, field.print);
  }
  return any ? all.high | 1 : 0;
}

void finish(std::span<const Field> fields, const Record& record, RecordList& out) {
  for (const Field& field : fields)
    if (field.is_counted())
      out.add_place(
          {field.span, field.kind, field.tier, field.rule, field.has(kFieldMasked) || field.has(kFieldHidden)});
  out.end(record);
}

}  // namespace

bool Assembler::is_event(std::span<const Field> fields) {
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) {
    return (tells_event(field) && field.is_plain()) || field.trait == Trait::document;
  });
}

bool Assembler::is_identified(std::span<const Field> fields) {
  return identity_of(fields) || masked_key(fields) != nullptr;
}

void Assembler::add_contents(std::span<const Field> fields, const Identity& identity, RecordList& out) {
  for (const Field& field : fields) {
    if (!field.is_plain() || tells_event(field) || is_of_identity(field, identity.kind)) continue;
    if (field.trait == Trait::region) continue;
    out.add_content({field.kind, field.print.high});
  }
}

// The value that joins the record to others: none where it has two, or is one of several people of a row.
Print Assembler::join_of(std::span<const Field> fields, const Glance& glance) const {
  if (!glance.has(Trait::join) || of_several_) return {};
  Print found;
  for (const Field& field : fields) {
    if (field.trait != Trait::join || field.print == found) continue;
    if (found != Print{}) return {};
    found = field.print;
  }
  return found;
}

void Assembler::add_valid(std::span<const Field> fields, const Glance& glance, const Identity& identity, Record& record,
                          RecordList& out) {
  out.begin();
  record.outcome = Outcome::valid;
  record.identity = identity.print;
  record.nameless = identity.nameless;
  record.has_bare = identity.has_bare;
  record.bare = identity.bare;
  record.event = event_of(fields, glance);
  record.join_rank = rank_of(identity);
  add_contents(fields, identity, out);
  add_links(fields, glance, out);
  finish(fields, record, out);
}

// One record of a picture, or one for each of its differently named faces (D10).
void Assembler::add_faces(std::span<const Field> fields, const Record& of, RecordList& out) {
  Record record = of;
  const auto first_of = [&](Trait trait) {
    return std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.trait == trait; });
  };
  // Where there is none, what identifies is a token or a feature.
  const auto image = first_of(Trait::image), face = image != fields.end() ? image : first_of(Trait::face);
  if (face == fields.end()) return;
  const Field& picture = *face;
  record.outcome = Outcome::valid;
  record.join = {};
  for (uint64_t n = 0; n < std::max<uint64_t>(1, picture.prefix); ++n) {
    out.begin();
    record.identity = face_key(picture.print, n);
    finish(fields, record, out);
  }
}

// A position is a record of its own: its subject, a cell and a day (D9).
bool Assembler::add_fixes(std::span<const Field> fields, const Glance& glance, RecordList& out) {
  if (!glance.has_plain(Kind::location_trajectory)) return false;
  const auto is_position = [](const Field& field) {
    return field.kind == Kind::location_trajectory && field.is_plain();
  };
  const Identity own = subject_of(fields);
  const Identity& subject = own ? own : subject_;
  const Field* latitude = nullptr;
  bool any = false;
  for (const Field& field : fields) {
    if (!is_position(field)) continue;
    const bool north = field.has(kFieldLatitude), east = field.has(kFieldLongitude);
    if (north && !east) {
      latitude = &field;
      continue;
    }
    const Field& other = latitude != nullptr ? *latitude : field;
    latitude = nullptr;
    const Print join = join_of(fields, glance);
    if (!subject && join == Print{}) return false;
    out.begin();
    Record record;
    record.span = glance.span;
    const Grade grade = grade_of(fields, glance, true, *traits_, options_);
    record.tier = grade.tier;
    record.signs = grade.signs;
    record.sensitive = true;
    record.fix = true;
    record.triggers = grade.triggers | kTriggerFix;
    const uint64_t day = field.day != 0 ? field.day : other.day;
    record.event = both({other.latitude, 0}, both({field.longitude, 0}, {day, 0})).high | 1;
    const uint32_t dropped = any ? 0 : failed_of(fields, glance);
    if (subject) {
      record.outcome = Outcome::valid;
      record.identity = subject.print;
      record.join = own ? join : Print{};
      record.join_rank = rank_of(own);
      record.dropped_values = dropped;
      add_links(fields, glance, out);
    } else {  // whoever the value that joins names
      record.reason = InvalidReason::no_identity;
      record.join = join;
      record.joined_tier = record.tier;
      record.joined_triggers = std::exchange(record.triggers, 0);
      record.joined_dropped = dropped;
    }
    finish(fields, record, out);
    any = true;
  }
  return any;
}

// One group: one person, as far as is known.
void Assembler::add_group(std::span<const Field> fields, const Glance& glance, RecordList& out) {
  if (add_fixes(fields, glance, out)) return;
  Record record;
  record.span = glance.span;
  const Identity identity = identity_of(fields);
  const bool valid = static_cast<bool>(identity);
  const Field* const masked = valid ? nullptr : masked_key(fields);
  const Grade grade = grade_of(fields, glance, valid || masked != nullptr, *traits_, options_);
  record.tier = grade.tier;
  record.triggers = valid ? grade.triggers : 0;
  record.signs = grade.signs;
  record.sensitive = glance.sensitive;
  record.join = join_of(fields, glance);
  record.dropped_values = valid ? failed_of(fields, glance) : 0;
  if (identity.kind == IdentityKind::face) return add_faces(fields, record, out);
  if (valid) return add_valid(fields, glance, identity, record, out);
  // What the metadata of a picture say, where the picture itself is told elsewhere.
  if (std::all_of(fields.begin(), fields.end(), [](const Field& field) { return field.trait == Trait::region; }))
    return;
  out.begin();
  if (masked != nullptr) {
    record.outcome = Outcome::masked;
    record.masked_class = {masked->kind, masked->prefix, masked->suffix};
    record.visible = both(masked->print, {masked->prefix, masked->suffix});
  } else {
    record.outcome = Outcome::invalid;
    record.reason = reason_of(fields);
    if (record.join != Print{}) {
      const Grade joined = grade_of(fields, glance, true, *traits_, options_);
      record.joined_tier = joined.tier;
      record.joined_triggers = joined.triggers;
      record.signs = joined.signs;
      record.joined_dropped = failed_of(fields, glance);
      record.event = event_of(fields, glance);
      add_contents(fields, {}, out);
    }
  }
  finish(fields, record, out);
}

void Assembler::add_header(Span row, RecordList& out) {
  out.begin();
  Record record;
  record.span = row;
  record.reason = InvalidReason::header;
  out.end(record);
}

}  // namespace pidun
