// Whose the fields of one candidate are: one person's, or of several by their numbers or labels (D4). See assemble.h.
#include <algorithm>
#include <iterator>
#include <utility>

#include "record/assemble.h"

namespace pidun {
namespace {

size_t different_ids(std::span<const Field> fields, const Glance& glance) {
  if (!glance.has_plain(Kind::resident_id_number)) return 0;
  const Field* first = nullptr;
  for (const Field& field : fields) {
    if (!is_id(field.kind) || !field.is_plain()) continue;
    if (first == nullptr) first = &field;
    if (first->print != field.print) return 2;
  }
  return first == nullptr ? 0 : 1;
}

}  // namespace

// Two or more different ID numbers: a person each. Names stand before their numbers or behind them, as in the first.
void Assembler::add_split(std::span<const Field> fields, RecordList& out) {
  const auto is_name = [](const Field& field) { return field.kind == Kind::person_name; };
  const auto is_key = [](const Field& field) { return is_id(field.kind) && field.is_plain(); };
  const auto first_name = std::find_if(fields.begin(), fields.end(), is_name);
  const auto first_id = std::find_if(fields.begin(), fields.end(), is_key);
  const bool named_first = first_name < first_id;
  of_several_ = true;
  size_t begin = 0;
  const Print* key = nullptr;
  for (size_t i = 0; i < fields.size(); ++i) {
    const bool another = is_key(fields[i]) && key != nullptr && fields[i].print != *key;
    const bool opens = named_first ? (is_name(fields[i]) && key != nullptr) || another : another;
    if (opens) {
      add_group(fields.subspan(begin, i - begin), out);
      begin = i;
      key = nullptr;
    }
    if (is_key(fields[i])) key = &fields[i].print;
  }
  add_group(fields.subspan(begin), out);
  of_several_ = false;
}

// Fields of other people leave the row where they identify somebody.
void Assembler::split_by_role(std::span<const Field> fields) {
  own_.clear();
  others_.clear();
  for (const Field& field : fields) (field.role == FieldRole::own ? own_ : others_).push_back(field);
  std::stable_sort(others_.begin(), others_.end(),
                   [](const Field& a, const Field& b) { return a.role != b.role ? a.role < b.role : a.part < b.part; });
}

namespace {

// Name and number of another, and whatever stands of staff, say nothing of the row's own person.
bool says_nothing_of_own(const Field& field) {
  return field.role == FieldRole::staff || field.kind == Kind::person_name || field.kind == Kind::mobile_number;
}

// A parcel goes to whoever the row is about: an account and a number of his stand there, and beside them the name and
// address that it is sent to. Another number, or another name, is another person's.
bool is_own_address(std::span<const Field> group, std::span<const Field> own) {
  if (group.front().role != FieldRole::recipient || identity_of(group).kind != IdentityKind::weak) return false;
  const IdentityKind kind = identity_of(own).kind;
  return kind != IdentityKind::none && kind != IdentityKind::weak && name_of(own) == nullptr;
}

}  // namespace

void Assembler::add(std::span<const Field> fields, RecordList& out) {
  const Glance glance = glance_at(fields);
  if (glance.own) return different_ids(fields, glance) < 2 ? add_group(fields, glance, out) : add_split(fields, out);
  split_by_role(fields);
  const std::vector<Field> others = std::move(others_);
  std::vector<Field> rest = std::move(own_);
  std::vector<std::span<const Field>> people;
  for (size_t i = 0; i < others.size();) {
    size_t end = i;
    while (end < others.size() && others[end].role == others[i].role && others[end].part == others[i].part) ++end;
    const std::span group(others.data() + i, end - i);
    // Where the row has nobody of its own, the other is who it is about.
    if (is_own_address(group, rest)) {
      rest.insert(rest.end(), group.begin(), group.end());
    } else if (!is_identified(group)) {
      for (const Field& field : group)
        if (!says_nothing_of_own(field)) rest.push_back(field);
    } else {
      people.push_back(group);
    }
    i = end;
  }
  const bool own_counts = std::any_of(rest.begin(), rest.end(), [](const Field& field) { return field.is_counted(); });
  if (own_counts && (people.empty() || is_identified(rest))) {
    different_ids(rest, glance) < 2 ? add_group(rest, out) : add_split(rest, out);
    rest.clear();
  }
  for (size_t i = 0; i < people.size(); ++i) {
    group_.assign(people[i].begin(), people[i].end());
    // What joins the row is no value of somebody else's.
    if (i == 0)
      std::copy_if(rest.begin(), rest.end(), std::back_inserter(group_),
                   [](const Field& field) { return field.trait != Trait::join; });
    add_group(group_, out);
  }
  if (!own_counts && people.empty()) add_group(others, out);
  own_ = std::move(rest);
}

}  // namespace pidun
