#include "record/senses.h"

#include <algorithm>

#include "base/ascii.h"
#include "record/joined_parts.h"
#include "record/roles.h"
#include "structure/cda.h"
#include "structure/hl7.h"
#include "unwrap/spelt_name.h"

namespace pidun {
namespace {

constexpr size_t kLongestName = 128;  // bytes that are looked at
constexpr size_t kLongestKey = 512;   // the same, of what may be written with escapes
constexpr size_t kMostKept = 4096;    // names; others are looked up each time
constexpr Sense kNoSense;

bool has_columns(Format format) {
  return format == Format::delimited || format == Format::fixed || format == Format::dashed;
}

FieldRole role_of_segment(uint32_t table) {
  if (table == hl7_table('N', 'K', '1')) return FieldRole::next_of_kin;
  return table == hl7_table('G', 'T', '1') ? FieldRole::other_guarantor : FieldRole::own;
}

// As names are compared: without blanks around it, in lower case.
std::string plain_name(std::string_view name) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t begin = std::min(name.find_first_not_of(kBlanks), name.size());
  std::string out(name.substr(begin, name.find_last_not_of(kBlanks) + 1 - begin));
  for (char& c : out) c = to_lower(c);
  return out;
}

// In a document of CDA all is the patient's but what stands under another person, and each of these is one.
Sense sense_of_place(CdaPlace place) {
  Sense sense;
  if (place.scope == CdaScope::guardian) sense.role = FieldRole::guardian;
  if (place.scope == CdaScope::relative) sense.role = FieldRole::next_of_kin;
  if (place.scope == CdaScope::staff) sense.role = FieldRole::staff;
  if (!place.enters || place.scope == CdaScope::patient) sense.trait = Trait::inside;
  if (place.enters && place.scope == CdaScope::document) sense.trait = Trait::listed;
  if (place.enters && sense.role != FieldRole::own) sense.part = kNewPart;
  return sense;
}

}  // namespace

Senses::Senses(const LabelTable& labels, Label login_name, const Layout& layout, std::string_view join)
    : labels_(&labels), login_name_(login_name), format_(layout.format) {
  while (!join.empty()) {
    const size_t comma = join.find(',');
    if (const std::string name = plain_name(join.substr(0, comma)); !name.empty()) join_.push_back(name);
    join.remove_prefix(comma == std::string_view::npos ? join.size() : comma + 1);
  }
  for (const std::string& name : layout.header) columns_.push_back(of_name(name));
}

bool Senses::joins(std::string_view name) const {
  return !join_.empty() && std::find(join_.begin(), join_.end(), plain_name(name)) != join_.end();
}

Sense Senses::of_name(std::string_view name) const {
  name = name.substr(0, kLongestName);
  const NamedRole role = role_of(name);
  Sense sense{role.role, role.number, Trait::none, joins(name)};
  const Label label = labels_->classify(name);
  if (label == Label::account || (label == login_name_ && label != Label::none)) sense.trait = Trait::account;
  if (label == Label::order) sense.trait = Trait::document;
  if (label == Label::time) sense.trait = Trait::time;
  if (label == Label::amount) sense.trait = Trait::amount;
  if ((format_ == Format::json || format_ == Format::xml) && may_be_part(name)) sense.trait = Trait::piece;
  if (format_ != Format::json) return sense;
  if (name == "id") sense.trait = Trait::local_id;
  if (name == "reference") sense.trait = Trait::reference;
  if (name == "resourceType") sense.trait = Trait::resource;
  if (name == "identifier" || name == "telecom") sense.trait = Trait::part;
  return sense;
}

const Sense& Senses::of_key(std::string_view key) {
  key_ = key.substr(0, kLongestKey);
  const auto known = keys_.find(key_);
  if (known != keys_.end()) return known->second;
  if (keys_.size() >= kMostKept) keys_.clear();
  return keys_.emplace(key_, of_name(spelt_name(key_))).first->second;
}

const Sense& Senses::of_far(const Event& event, const Reader& reader) {
  const uint64_t place = uint64_t{event.table} << 32 | event.column;
  const auto known = far_.find(place);
  if (known != far_.end()) return known->second;
  if (far_.size() >= kMostKept) far_.clear();
  FarName name = reader.far_name(event.table, event.column);
  name.name = spelt_name(name.name);
  Sense sense = of_name(name.name);
  const bool join = sense.join || joins(name.comment);
  if (sense.role == FieldRole::own && sense.trait == Trait::none) sense = of_name(name.comment);
  if (format_ == Format::hl7) sense.role = role_of_segment(event.table);
  if (format_ == Format::xml) sense = sense_of_place(CdaPlace::of_column(event.column));
  sense.join = join;
  return far_.emplace(place, sense).first->second;
}

Sense Senses::of(const Window& window, const Event& event, const Reader& reader) {
  if (has_columns(format_)) return event.column < columns_.size() ? columns_[event.column] : kNoSense;
  if (event.table != 0) return of_far(event, reader);
  if (event.name_back == 0) return kNoSense;
  const uint64_t key = event.begin - event.name_back;
  return of_key(window.view(key, key + event.name_length));
}

}  // namespace pidun
