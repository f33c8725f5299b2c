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

// Of dense input, every fifty bytes.
inline void Reporter::describe(const Reading& reading, pidun_finding& finding) const {
  finding.begin = finding.outer_begin = reading.span.begin;
  finding.end = finding.outer_end = reading.span.end;
  finding.kind = static_cast<uint16_t>(reading.kind);
  finding.rule = engine_->rule_of(reading);
  finding.tier = engine_->tier_of(reading);
  finding.check = static_cast<uint8_t>(reading.check);
  finding.confidence = static_cast<uint8_t>(reading.confidence);
  const auto flag = [&](bool holds, unsigned bit) { return holds ? bit : 0u; };
  finding.flags = static_cast<uint16_t>(flag(reading.evidence.has(Reason::test_value), PIDUN_FINDING_TEST_VALUE) |
                                        flag(reading.evidence.has(Reason::label), PIDUN_FINDING_LABELLED) |
                                        flag(reading.evidence.has(Reason::masked), PIDUN_FINDING_MASKED) |
                                        flag(reading.evidence.has(Reason::lossy), PIDUN_FINDING_LOSSY) |
                                        flag(reading.grouped, PIDUN_FINDING_GROUPED));
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
    const std::string_view value = reading.side == 0 ? window.inside(reading.span) : views.text_of(reading);
    const uint64_t begin = text.begin() + static_cast<uint64_t>(value.data() - text.bytes().data());
    reader.read(reading, engine_->rule_of(reading), engine_->tier_of(reading), value, text,
                {begin, begin + value.size()}, out.emplace_back());
  }
  reader.finish(std::span(out).subspan(first));
}

void Reporter::report(const Readings& readings, const Conflicts& conflicts, const Window& window,
                      const SideViews& views, uint64_t segment_end, const How& how, LineCounter& lines, Findings& out) {
  const auto text_of = [&](const Reading& reading) {
    return reading.side == 0 ? window.inside(reading.span) : views.text_of(reading);
  };
  const size_t count = winners_.size(), first = out.size(), text = out.evidence.size();
  positions_.resize(count);
  lines.locate(window, begins_, positions_, segment_end);
  const size_t most_evidence = count * (kLongestEvidence + 1);
  if (masked_.size() < most_evidence) masked_.resize(most_evidence);
  char* next = masked_.data();
  out.items.resize(first + count);
  out.details.resize(first + count);
  for (size_t i = 0; i < count; ++i) {
    const Reading& reading = readings[winners_[i]];
    describe(reading, out.items[first + i]);
    if (reading.side != 0) describe_outer(reading, views, first + i, out);
    Detail& detail = out.details[first + i];
    detail.reasons = reading.evidence.reasons();
    detail.set(text + static_cast<uint64_t>(next - masked_.data()), reading.evidence.all().more,
               conflicts.strongest_loser(readings, winners_[i]));
    out.set_location(first + i, positions_[i]);
    if (how.evidence) {
      next += write_masked(reading, text_of(reading), next) + 1;
    } else {
      *next++ = '\0';
    }
  }
  out.evidence.append(masked_.data(), next);
  for (size_t i = 0; how.day != 0 && i < count; ++i) {
    const Reading& reading = readings[winners_[i]];
    if (reading.check == Check::fail || reading.evidence.has(Reason::masked)) continue;
    if (reading.kind == Kind::minor_under_14 || is_minor_on(reading.kind, text_of(reading), how.day))
      out.items[first + i].flags |= PIDUN_FINDING_MINOR;
  }
  if (how.marks == nullptr) return;
  for (size_t i = 0; i < count; ++i) {
    const Reading& reading = readings[winners_[i]];
    out.marks.push_back(how.marks->mark(reading.kind, text_of(reading), out.items[first + i].flags));
  }
}

}  // namespace pidun
