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

// The innermost element is more than a text.
void XmlReader::make_object(Events& events) {
  if (!leaf_) return;
  const Level& level = levels_.back();
  Event event;
  event.begin = event.end = level.name + level.behind;
  event.kind = EventKind::object_begin;
  event.depth = depth();
  put_name(event, name_of(level));
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
  if (deeper_ == 0 && !levels_.empty()) put_name(event, name_of(levels_.back()));
  return event;
}

MarkupReader::Name XmlReader::attribute_name(const Window& window, const Name& name) {
  if (deeper_ != 0) return {};
  const bool is_value = window.view(name.begin, name.begin + name.length) == "value";
  return is_value && !levels_.empty() && levels_.back().name_length != 0 ? name_of(levels_.back()) : name;
}

void XmlReader::on_end(uint64_t end, Events& events) {
  deeper_ = 0;
  while (!levels_.empty()) close(end, end, events);
}

}  // namespace pidun
