// Objects as candidates (counting.md D4).
//
// An object of an array, or of a label group, that identifies somebody is a record of its own. One that does not is
// held for its nearest ancestor that does: told as a record of its own under that if it is an event (an order, a stay),
// else as a part of it. A single object inside another is a part of it, unless both name somebody. Resources that refer
// to each other by `reference` and `id` are joined where their list ends. Example:
// {"name":…,"idCard":…,"orders":[{…},{…},{…}]} is three records of one person.
#include <algorithm>

#include "record/builder.h"
#include "record/identity.h"

namespace pidun {
namespace {

using Fields = std::vector<Field>;

struct Node {
  bool array = false;
  bool item = false;  // of an array
  bool part = false;  // of the object around the array it is in, or such an array
  FieldRole role = FieldRole::own;
  uint16_t number = 0;  // which of several people it is, where each is another
  Fields fields;
  std::vector<Fields> held;    // parts that identify nobody
  std::vector<Fields> single;  // objects inside it that name somebody: at most one, until it is known to be the only
  std::vector<Fields> listed;  // resources that others may refer to
  bool many = false;           // there was more than one

  void clear() {
    fields.clear();
    held.clear();
    single.clear();
    listed.clear();
    many = false;
  }
};

bool names_somebody(const Fields& fields) {
  if (name_of(fields) != nullptr) return true;
  return std::any_of(fields.begin(), fields.end(),
                     [](const Field& field) { return is_id(field.kind) || is_document(field.kind); });
}

bool has_position(const Fields& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) {
    return field.kind == Kind::location_trajectory && field.has(kFieldLongitude) && field.is_plain();
  });
}

bool counts(const Fields& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const Field& field) { return !field.has(kFieldSupport); });
}

const Field* of_trait(const Fields& fields, Trait trait) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.trait == trait; });
  return found == fields.end() ? nullptr : &*found;
}

void append(Fields& out, const Fields& more) { out.insert(out.end(), more.begin(), more.end()); }

class TreeBuilder final : public Builder {
 public:
  explicit TreeBuilder(const Assembler& assembler) : assembler_(assembler) { nodes_.resize(1); }
  std::unique_ptr<Builder> clone() const override { return std::make_unique<TreeBuilder>(*this); }

  // What stands outside of objects ends with its line or segment, but not inside an object: HL7 has rows there.
  void row(uint64_t, RecordList& out) override {
    if (depth_ == 0) close_root(out);
  }

  void open(bool array, Sense sense, RecordList&) override {
    const bool item = node().array || sense.trait == Trait::listed, another = sense.part == kNewPart;
    const bool part =
        sense.trait == Trait::inside || (node().part && !another) || (array && sense.trait == Trait::part);
    const FieldRole role = sense.role != FieldRole::own ? sense.role : node().role;
    const uint16_t number = another ? next_person() : node().number;
    if (++depth_ == nodes_.size()) nodes_.emplace_back();
    node().clear();
    node().array = array;
    node().item = item && !part;
    node().part = part;
    node().role = role;
    node().number = number;
  }

  void close(RecordList& out) override {
    if (depth_ == 0) return;
    Node& done = node();
    --depth_;
    // An array inside an array is a row.
    done.array && !done.item ? close_array(done, out) : close_object(done, out);
    if (depth_ == 0) close_root(out);
  }

  void add(std::span<const Field> fields, RecordList& out) override {
    for (const Field& field : fields) add_field(field, out);
  }
  void end(RecordList& out) override {
    while (depth_ > 0) close(out);
    close_root(out);
  }

  uint64_t held_from() const override {
    uint64_t first = UINT64_MAX;
    each_held([&](const Fields& fields) {
      for (const Field& field : fields) first = std::min(first, field.span.begin);
    });
    return first;
  }

 private:
  Node& node() { return nodes_[depth_]; }
  uint16_t next_person() { return people_ = static_cast<uint16_t>(people_ % (kNewPart - 1) + 1); }

  void add_field(const Field& field, RecordList& out) {
    // Counted now and then: what was told is no longer held.
    if (++added_ >= kMostRecordFields) {
      added_ = 0;
      if (count_held() >= kMostRecordFields) give_up(out);
    }
    has_references_ |= field.trait == Trait::resource;
    node().fields.push_back(field);
    if (field.role == FieldRole::own) node().fields.back().role = node().role;
    if (node().number != 0) node().fields.back().part = node().number;
  }

  template <class Function>
  void each_held(const Function& function) const {
    for (size_t i = 0; i <= depth_; ++i) {
      const Node& each = nodes_[i];
      function(each.fields);
      for (const auto* list : {&each.held, &each.single, &each.listed})
        for (const Fields& fields : *list) function(fields);
    }
  }

  size_t count_held() const {
    size_t count = 0;
    each_held([&](const Fields& fields) { count += fields.size(); });
    return count;
  }

  void tell(const Fields& fields, RecordList& out) {
    if (counts(fields)) assembler_.add(fields, out);
  }

  // An object of another person is told by itself: there, fields of its role are its own.
  void add_apart(Fields fields, FieldRole role, RecordList& out) {
    for (Field& field : fields)
      if (field.role == role) field.role = FieldRole::own;
    tell(fields, out);
  }

  // Everything a list held goes to what holds the list.
  void close_array(Node& done, RecordList& out) {
    join_listed(done, out);
    Node& parent = node();
    append(parent.fields, done.fields);
    for (Fields& held : done.held) parent.held.push_back(std::move(held));
    for (const Fields& each : done.single) add_apart(each, done.role, out);
  }

  void close_object(Node& done, RecordList& out) {
    Node& parent = node();
    if (done.part) return append(parent.fields, done.fields);
    join_listed(done, out);
    join_single(done, out);
    if (!Assembler::is_identified(done.fields)) {
      // A point of a track is one of many, though no list says so.
      if (!done.item && !has_position(done.fields))
        append(parent.fields, done.fields);
      else if (!done.fields.empty())
        parent.held.push_back(done.fields);
      for (Fields& held : done.held) parent.held.push_back(std::move(held));
      return;
    }
    if (depth_ == 0 || done.item || done.role != FieldRole::own) return add_identified(done, out);
    place_single(done, parent, out);
  }

  void place_single(Node& done, Node& parent, RecordList& out) {
    if (!names_somebody(done.fields)) {  // {"name":…,"contact_info":{"mobile":…}}
      append(parent.fields, done.fields);
      for (Fields& held : done.held) parent.held.push_back(std::move(held));
      return;
    }
    if (!done.held.empty()) return add_identified(done, out);
    parent.single.push_back(done.fields);
    if (parent.single.size() < 2 && !parent.many) return;
    parent.many = true;
    for (const Fields& each : parent.single) add_apart(each, parent.role, out);
    parent.single.clear();
  }

  // The only object that names somebody is what the object around it is about, if that names nobody itself.
  void join_single(Node& done, RecordList& out) {
    if (done.single.empty()) return;
    if (names_somebody(done.fields)) {
      for (const Fields& each : done.single) add_apart(each, done.role, out);
    } else {
      append(done.fields, done.single.front());
    }
    done.single.clear();
  }

  // One person with what was held for them: events are records of their own, and then the person adds none.
  void add_identified(Node& done, RecordList& out) {
    const Field* const id = of_trait(done.fields, Trait::local_id);
    bool events = false;
    for (const Fields& held : done.held)
      if (!assembler_.is_event(held)) append(done.fields, held);
    for (const Fields& held : done.held) {
      if (!assembler_.is_event(held)) continue;
      Fields all = done.fields;
      append(all, held);
      raise_orders(all);
      add_apart(all, done.role, out);
      events = true;
    }
    if (events) return;
    if (id != nullptr && has_references_) {
      node().listed.push_back(done.fields);
      return;
    }
    add_apart(done.fields, done.role, out);
  }

  // An order number under a person is what an order leaves: transaction information (categories.tsv, 订单).
  static void raise_orders(Fields& fields) {
    constexpr uint16_t kTier = 500;
    for (Field& field : fields) {
      if (field.trait != Trait::document || !field.has(kFieldSupport)) continue;
      field.flags &= static_cast<uint16_t>(~kFieldSupport);
      field.kind = Kind::transaction_information;
      field.tier = kTier;
    }
  }

  // Resources and what refers to them.
  void join_listed(Node& done, RecordList& out) {
    if (done.listed.empty()) return;
    const auto joins = [&](Fields& held) {
      const Field* const reference = of_trait(held, Trait::reference);
      if (reference == nullptr) return false;
      for (Fields& listed : done.listed) {
        const Field* const id = of_trait(listed, Trait::local_id);
        if (id == nullptr || id->print != reference->print) continue;
        append(listed, held);
        return true;
      }
      return false;
    };
    std::erase_if(done.held, joins);
    for (const Fields& each : done.listed) add_apart(each, done.role, out);
    done.listed.clear();
  }

  void close_root(RecordList& out) {
    Node& root = nodes_[0];
    join_listed(root, out);
    join_single(root, out);
    if (Assembler::is_identified(root.fields)) {
      add_identified(root, out);
    } else {
      tell(root.fields, out);
      for (const Fields& held : root.held) tell(held, out);
    }
    root.clear();
  }

  // Too much is held: what is there is told as it is.
  void give_up(RecordList& out) {
    reached_limit_ = true;
    for (size_t i = 0; i <= depth_; ++i) {
      Node& each = nodes_[i];
      for (const Fields& listed : each.listed) add_apart(listed, each.role, out);
      for (const Fields& single : each.single) add_apart(single, each.role, out);
      for (const Fields& held : each.held) tell(held, out);
      tell(each.fields, out);
      const bool many = each.many || !each.single.empty();
      each.clear();
      each.many = many;
    }
  }

  Assembler assembler_;
  std::vector<Node> nodes_;  // the one that is open last is nodes_[depth_]; kept for their memory
  size_t depth_ = 0;
  size_t added_ = 0;  // fields, since those held were counted
  uint16_t people_ = 0;
  bool has_references_ = false;
};

}  // namespace

std::unique_ptr<Builder> make_tree_builder(const Assembler& assembler) {
  return std::make_unique<TreeBuilder>(assembler);
}

}  // namespace pidun
