// See report.h.
#include "scan/report.h"

#include "detect/evidence.h"
#include "detect/lossy.h"
#include "detect/masked.h"
#include "detect/minors.h"

namespace pidun {

namespace {

// Readings whose values are told in a form of their own.
constexpr uint64_t kOwnForms =
    Evidence::bit(Reason::masked) | Evidence::bit(Reason::exponent) | Evidence::bit(Reason::address_shape);

[[gnu::noinline]] size_t write_own_form(const Reading& reading, std::string_view value, char* out) {
  if (reading.evidence.has(Reason::address_shape)) return write_custom_evidence(value, out);
  const bool masked = reading.evidence.has(Reason::masked);
  return masked ? write_masked_evidence(reading.kind, value, out) : write_exponent_evidence(reading.kind, value, out);
}

}  // namespace

size_t write_masked(const Reading& reading, std::string_view value, char* out) {
  if (reading.rule != kRuleOfKind) return write_custom_evidence(value, out);
  if ((reading.evidence.reasons() & kOwnForms) != 0) return write_own_form(reading, value, out);
  const bool plain =
      !reading.grouped && reading.kind != Kind::email_address && !reading.evidence.has(Reason::country_code);
  return plain ? write_plain_evidence(reading.kind, value, out) : write_evidence(reading.kind, value, out);
}

// No branch in the loop: the next one overwrites a reading that does not count.
void Reporter::choose(const Readings& readings, const Conflicts& conflicts, Span segment) {
  size_t count = 0;
  winners_.resize(readings.size());
  begins_.resize(readings.size());
  for (size_t i = 0; i < readings.size(); ++i) {
    winners_[count] = i;
    begins_[count] = readings[i].span.begin;
    const auto wins = static_cast<size_t>(conflicts.winner(i));
    count += wins & static_cast<size_t>(begins_[count] - segment.begin < segment.size());
  }
  winners_.resize(count);
  begins_.resize(count);
}

namespace {

std::string_view text_of(const Reading& reading, const Window& window, const SideViews& views) {
  return reading.side == 0 ? window.inside(reading.span) : views.text_of(reading);
}

constexpr uint64_t kRareFlags =
    Evidence::bit(Reason::test_value) | Evidence::bit(Reason::masked) | Evidence::bit(Reason::lossy);

uint16_t flags_of(const Reading& reading) {
  const uint64_t reasons = reading.evidence.reasons();
  const auto flag = [&](Reason reason, unsigned bit) { return (reasons & Evidence::bit(reason)) != 0 ? bit : 0u; };
  unsigned flags = flag(Reason::label, PIDUN_FINDING_LABELLED);
  if (reading.grouped) flags |= PIDUN_FINDING_GROUPED;
  if ((reasons & kRareFlags) != 0)
    flags |= flag(Reason::test_value, PIDUN_FINDING_TEST_VALUE) | flag(Reason::masked, PIDUN_FINDING_MASKED) |
             flag(Reason::lossy, PIDUN_FINDING_LOSSY);
  return static_cast<uint16_t>(flags);
}

}  // namespace

// Of dense input, every twenty bytes. All of the finding is written, for what was there before is anything.
inline void Reporter::describe(const Reading& reading, pidun_finding& finding) const {
  finding = {reading.span.begin,
             reading.span.end,
             reading.span.begin,
             reading.span.end,
             0,
             engine_->rule_of(reading),
             static_cast<uint16_t>(reading.kind),
             flags_of(reading),
             engine_->tier_of(reading),
             static_cast<uint8_t>(reading.check),
             static_cast<uint8_t>(reading.confidence),
             0,
             {}};
}

// What a finding in a side view has besides.
void Reporter::describe_outer(const Reading& reading, const SideViews& views, size_t i, Findings& out) const {
  const Span outer = views.outer_of(reading);
  const Layer& layer = views.layer_of(reading);
  out.items[i].outer_begin = outer.begin;
  out.items[i].outer_end = outer.end;
  out.items[i].depth = layer.depth;
  if (layer.chain.size != 0) out.set_chain(i, layer.chain);
}

void Reporter::read_fields(const Readings& readings, const Window& window, const SideViews& views, FieldReader& reader,
                           std::vector<Field>& out) const {
  const size_t first = out.size();
  for (const size_t winner : winners_) {
    const Reading& reading = readings[winner];
    if (reading.kind == Kind::camera_image) continue;  // by itself it is no record (D10)
    const Window text = reading.side == 0 ? window : views.window();
    const std::string_view value = text_of(reading, window, views);
    const uint64_t begin = text.begin() + static_cast<uint64_t>(value.data() - text.bytes().data());
    reader.read(reading, engine_->rule_of(reading), engine_->tier_of(reading), value, text,
                {begin, begin + value.size()}, out.emplace_back());
  }
  reader.finish(std::span(out).subspan(first));
}

void Reporter::note_minors(const Readings& readings, const Window& window, const SideViews& views, uint32_t day,
                           size_t first, Findings& out) const {
  for (size_t i = 0; i < winners_.size(); ++i) {
    const Reading& reading = readings[winners_[i]];
    if (reading.check == Check::fail || reading.evidence.has(Reason::masked)) continue;
    if (reading.kind == Kind::minor_under_14 || is_minor_on(reading.kind, text_of(reading, window, views), day))
      out.items[first + i].flags |= PIDUN_FINDING_MINOR;
  }
}

// What is written through a char may be anything to the compiler: apart from it, the loop keeps all in registers.
void Reporter::describe_winners(const Readings& readings, const SideViews& views, size_t first, Findings& out) const {
  pidun_finding* finding = out.items.data() + first;
  Detail* detail = out.details.data() + first;
  const Position* position = positions_.data();
  bool near = true;
  uint32_t sides = 0;
  for (const size_t winner : winners_) {
    const Reading& reading = readings[winner];
    describe(reading, *finding++);
    detail->reasons = reading.evidence.reasons();
    near &= detail->location.set(*position++);
    ++detail;
    sides |= reading.side;
  }
  for (size_t i = 0; !near && i < winners_.size(); ++i) out.set_location(first + i, positions_[i]);
  for (size_t i = 0; sides != 0 && i < winners_.size(); ++i)
    if (readings[winners_[i]].side != 0) describe_outer(readings[winners_[i]], views, first + i, out);
}

void Reporter::write_evidence_of(const Readings& readings, const Conflicts& conflicts, const Window& window,
                                 const SideViews& views, bool wanted, size_t first, Findings& out) const {
  const size_t begin = out.evidence.size();
  out.evidence.resize(begin + winners_.size() * (kLongestEvidence + 1));
  const char* const all = out.evidence.data();
  char* next = out.evidence.data() + begin;
  Detail* detail = out.details.data() + first;
  for (const size_t winner : winners_) {
    const Reading& reading = readings[winner];
    detail++->set(static_cast<uint64_t>(next - all), reading.evidence.all().more,
                  conflicts.strongest_loser(readings, winner));
    if (wanted)
      next += write_masked(reading, text_of(reading, window, views), next) + 1;
    else
      *next++ = '\0';
  }
  out.evidence.resize(static_cast<size_t>(next - all));
}

void Reporter::report(const Readings& readings, const Conflicts& conflicts, const Window& window,
                      const SideViews& views, uint64_t segment_end, const How& how, LineCounter& lines, Findings& out) {
  const size_t count = winners_.size(), first = out.size();
  positions_.resize(count);
  lines.locate(window, begins_, positions_, segment_end);
  out.items.resize(first + count);
  out.details.resize(first + count);
  describe_winners(readings, views, first, out);
  write_evidence_of(readings, conflicts, window, views, how.evidence, first, out);
  if (how.day != 0) note_minors(readings, window, views, how.day, first, out);
  if (how.marks == nullptr) return;
  for (size_t i = 0; i < count; ++i) {
    const Reading& reading = readings[winners_[i]];
    out.marks.push_back(how.marks->mark(reading.kind, text_of(reading, window, views), out.items[first + i].flags));
  }
}

}  // namespace pidun
