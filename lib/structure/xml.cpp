// See xml.h.
#include "structure/xml.h"

#include <algorithm>

namespace pidun {
namespace {

uint32_t hash_of(std::string_view name) {
  uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

uint16_t XmlReader::depth() const { return static_cast<uint16_t>(levels_.size() - (leaf_ ? 1 : 0)); }

// What the place says of a value or an object goes before the name of its element or attribute.
MarkupReader::Name XmlReader::placed(Name name, CdaPlace place) {
  name.table = kCdaTable;
  name.column = place.column();
  return name;
}

// The innermost element is more than a text.
void XmlReader::make_object(Events& events) {
  if (!leaf_) return;
  const Level& level = levels_.back();
  Event event;
  event.begin = event.end = level.name + level.behind;
  event.kind = EventKind::object_begin;
  event.depth = depth();
  put_name(event, level.place ? placed(name_of(level), level.place) : name_of(level));
  events.emplace_back() = event;
  leaf_ = false;
}

void XmlReader::close(uint64_t begin, uint64_t end, Events& events) {
  levels_.pop_back();
  if (leaf_) {
    leaf_ = false;
    return;
  }
  Event event;
  event.begin = begin;
  event.end = end;
  event.kind = EventKind::object_end;
  event.depth = depth();
  events.emplace_back() = event;
}

void XmlReader::on_start_tag(const Window& window, uint64_t, const Name& name, uint64_t end, Events& events) {
  make_object(events);
  if (levels_.size() == kMaxDepth) {
    ++deeper_;
    too_deep_ = true;
    return;
  }
  Level level;
  level.name = name.length == 0 ? end : name.begin;
  level.name_length = static_cast<uint16_t>(name.length);
  level.behind = static_cast<uint16_t>(end - level.name);
  level.hash = hash_of(window.view(level.name, end));
  level.place = cda_place(levels_.empty() ? CdaPlace{} : levels_.back().place,
                          window.view(level.name, level.name + level.name_length));
  levels_.push_back(level);
  leaf_ = true;
}

void XmlReader::on_tag_end(uint64_t at, bool empty, Events& events) {
  if (!empty) return;
  if (deeper_ != 0) {
    --deeper_;
  } else if (!levels_.empty()) {
    close(at, at + 1, events);
  }
}

void XmlReader::on_end_tag(const Window& window, uint64_t lt, const Name& name, Events& events) {
  if (deeper_ != 0) {
    --deeper_;
    return;
  }
  const uint32_t hash = hash_of(window.view(name.begin, name.begin + name.length));
  if (leaf_) {
    const bool its_own = levels_.back().hash == hash;
    close(lt, lt, events);
    if (its_own) return;
  }
  const size_t least = levels_.size() > kNamesBack ? levels_.size() - kNamesBack : 0;
  for (size_t i = levels_.size(); i > least; --i) {
    if (levels_[i - 1].hash != hash) continue;
    while (levels_.size() > i) close(lt, lt, events);
    return close(lt, lt + 1, events);
  }
}

bool XmlReader::may_report(const Window&, uint64_t begin, uint64_t seen, Next next, Events& events) {
  if (!leaf_) return true;
  const bool near = seen - begin < kLeafMost;
  if (near && next == Next::open) return false;
  if (!near || next == Next::other) make_object(events);
  return true;
}

Event XmlReader::text_event(const Window&, uint64_t begin, uint64_t end) {
  Event event;
  event.begin = begin;
  event.end = end;
  if (deeper_ != 0 || levels_.empty()) return event;
  const Level& level = levels_.back();
  put_name(event, cda_text_says(level.place) ? placed(name_of(level), level.place) : name_of(level));
  return event;
}

MarkupReader::Name XmlReader::attribute_name(const Window& window, const Name& name) {
  if (deeper_ != 0) return {};
  const std::string_view text = window.view(name.begin, name.begin + name.length);
  const bool is_value = text == "value" && !levels_.empty() && levels_.back().name_length != 0;
  const Name own = is_value ? name_of(levels_.back()) : name;
  if (levels_.empty() || !levels_.back().place) return own;
  attribute_ = cda_attribute(text);
  CdaPlace place = levels_.back().place;
  if (!cda_says(place, attribute_)) return own;
  place.coded = attribute_ == CdaAttribute::code;
  return placed(own, place);
}

// Attributes of CDA that say what others are: the root of a number, the code of a section.
void XmlReader::on_attribute(const Window& window, const Event& event) {
  constexpr uint64_t kLongest = 128;  // bytes
  if (deeper_ != 0 || levels_.empty() || event.end - event.begin > kLongest) return;
  Level& level = levels_.back();
  if (!level.place) return;
  const std::string_view value = window.view(event.begin, event.end);
  level.place = cda_specified(level.place, attribute_, value);
  if (level.place.item != CdaItem::code || levels_.size() < 2) return;
  CdaPlace& around = levels_[levels_.size() - 2].place;
  const CdaItem kind = around.item == CdaItem::code ? CdaItem::none : cda_kind(attribute_, value);
  if (kind != CdaItem::none) around.item = kind;
}

void XmlReader::on_end(uint64_t end, Events& events) {
  deeper_ = 0;
  while (!levels_.empty()) close(end, end, events);
}

}  // namespace pidun
