// Masked names: 张**, 欧阳*, 张*三, *三, 李某某 – under a label or in a column, or beside another value of the record.
// 李某 alone in a text names nobody. See masked.h.
#include <algorithm>

#include "base/ascii.h"
#include "detect/checks/surnames.h"
#include "detect/masked.h"
#include "detect/masked_text.h"
#include "match/odd_places.h"

namespace pidun {
namespace {

constexpr uint64_t kHanzi = 3;       // bytes
constexpr size_t kMostMasks = 3;     // of a name
constexpr uint64_t kNeighbour = 96;  // bytes to another value of the record

bool is_hanzi_at(const Window& window, uint64_t at) {
  const auto lead = static_cast<unsigned char>(window.at(at));
  return lead >= 0xE4 && lead <= 0xE9 && is_continuation(window.at(at + 1)) && is_continuation(window.at(at + 2)) &&
         mask_at(window, at) == 0;
}

size_t hanzi_before(const Window& window, uint64_t end, size_t most) {
  size_t count = 0;
  while (count < most && end >= (count + 1) * kHanzi && is_hanzi_at(window, end - (count + 1) * kHanzi)) ++count;
  return count;
}

size_t hanzi_from(const Window& window, uint64_t begin, size_t most) {
  size_t count = 0;
  while (count < most && is_hanzi_at(window, begin + count * kHanzi)) ++count;
  return count;
}

// One and the same mask, as often as it stands there.
struct MaskRun {
  Span span;
  size_t count = 0;
  bool letters = false;  // x or X
  bool court = false;    // 某
};

MaskRun mask_run(const Window& window, uint64_t place) {
  const char letter = window.at(place) == 'x' || window.at(place) == 'X' ? window.at(place) : '\0';
  const size_t bytes = mask_at(window, place, letter);
  MaskRun run{{place, place}, 0, letter != '\0', false};
  if (bytes == 0) return run;
  const std::string_view mask = window.view(place, place + bytes);
  run.court = mask == "某";
  while (run.count <= kMostMasks && run.span.begin >= bytes &&
         window.view(run.span.begin - bytes, run.span.begin) == mask) {
    run.span.begin -= bytes;
    ++run.count;
  }
  while (run.count <= kMostMasks && window.view(run.span.end, run.span.end + bytes) == mask) {
    run.span.end += bytes;
    ++run.count;
  }
  return run;
}

// A name and what tells it from other text.
struct Name {
  Span span;
  bool surname = false;  // begins with one
  bool apart = false;    // no hanzi touches it
};

bool begins_with_surname(const Window& window, uint64_t begin, size_t visible) {
  if (visible >= 2 && is_compound_surname(window.view(begin, begin + 2 * kHanzi))) return true;
  return is_surname(window.view(begin, begin + kHanzi));
}

// Hanzi, then masks, then at most one hanzi.
Name name_before_masks(const Window& window, const MaskRun& run) {
  const size_t before = hanzi_before(window, run.span.begin, 3);
  const size_t behind = hanzi_from(window, run.span.end, 2);
  const uint64_t two = run.span.begin - std::min<uint64_t>(run.span.begin, 2 * kHanzi);
  const bool compound = before >= 2 && is_compound_surname(window.view(two, run.span.begin));
  size_t visible = compound ? 2 : 1;
  if (before == 2 && run.count == 1 && is_surname(window.view(two, two + kHanzi))) visible = 2;  // 张三*
  Name name;
  name.span = {run.span.begin - visible * kHanzi, run.span.end};
  if (behind == 1 && visible == 1 && run.count == 1) name.span.end += kHanzi;  // 张*三
  name.surname = begins_with_surname(window, name.span.begin, visible);
  name.apart = before == visible && (behind == 0 || name.span.end != run.span.end);
  return name;
}

// Masks, then one hanzi or two: *三, **三, *小明.
Name name_behind_masks(const Window& window, const MaskRun& run) {
  const size_t behind = hanzi_from(window, run.span.end, 3);
  Name name;
  if (behind == 0 || behind > 2 || run.count > 2 || run.letters || run.court) return name;
  name.span = {run.span.begin, run.span.end + behind * kHanzi};
  name.apart = true;
  return name;
}

bool borders_hold(const Window& window, Span span) {
  const char before = span.begin > 0 ? window.at(span.begin - 1) : '\0', behind = window.at(span.end);
  if (is_alnum(before) || is_alnum(behind) || before == '_' || behind == '_') return false;
  return mask_before(window, span.begin) == 0 && mask_at(window, span.end) == 0;
}

// Another value stands near, on the same line.
bool has_neighbour(const Window& window, Span span, const Readings& plain) {
  constexpr int kReported = 50;
  const auto first = std::partition_point(plain.begin(), plain.end(), [&](const Reading& reading) {
    return reading.span.begin + 2 * kNeighbour < span.begin;
  });
  for (auto reading = first; reading != plain.end() && reading->span.begin <= span.end + kNeighbour; ++reading) {
    if (reading->confidence < kReported || reading->kind == Kind::company_code || reading->kind == Kind::person_name)
      continue;
    const bool ahead = reading->span.end <= span.begin;
    const Span gap = ahead ? Span{reading->span.end, span.begin} : Span{span.end, reading->span.begin};
    if (gap.begin > gap.end || gap.size() > kNeighbour) continue;
    if (window.view(gap).find('\n') == std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void read_masked_name(Context& context, uint64_t place, const Readings& plain, Readings& out) {
  const Window& window = context.window();
  const MaskRun run = mask_run(window, place);
  if (run.count == 0 || run.count > kMostMasks || ((run.letters || run.court) && run.count > 2)) return;
  const bool behind_hanzi = hanzi_before(window, run.span.begin, 1) != 0;
  const Name name = behind_hanzi ? name_before_masks(window, run) : name_behind_masks(window, run);
  if (name.span.size() == 0 || !borders_hold(window, name.span)) return;
  // *手机: a field that must be filled in.
  if (!behind_hanzi && context.labels().classify(window.view(run.span.end, name.span.end)) != Label::none) return;
  const Value value = context.value_at(name.span.begin);
  const bool fills = value.filled_by(name.span);
  const bool labelled = context.named(name.span, value, Kind::person_name) && (name.apart || name.surname) &&
                        (fills || value.name != Label::person_name || name.apart);
  const bool plain_mask = !run.letters && !run.court;
  const bool cell = fills && !value.whole_line;
  const bool neighbour =
      !labelled && name.apart && name.surname && (plain_mask || cell) && has_neighbour(window, name.span, plain);
  if (!labelled && !neighbour) return;
  Reading reading{.span = name.span, .kind = Kind::person_name, .evidence = {}};
  reading.evidence.add(Reason::form);
  reading.evidence.add(Reason::masked);
  reading.evidence.add_if(labelled, Reason::label);
  reading.evidence.add_if(neighbour, Reason::record_neighbour);
  reading.confidence = reading.evidence.confidence();
  out.push_back(reading);
}

}  // namespace pidun
