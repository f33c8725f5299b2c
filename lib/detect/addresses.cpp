// See addresses.h.
#include "detect/addresses.h"

#include <bit>

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/address_walk.h"
#include "detect/hanzi_set.h"

namespace pidun {
namespace {

constexpr uint64_t kBack = 210, kAhead = 190;  // bytes
constexpr uint64_t kMostDigits = 5;
static_assert(kBack + kAhead <= 400);

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// The character that ends before `end`; 0 bytes if none does.
CodePoint character_before(const Window& window, uint64_t end) {
  for (uint64_t bytes = 1; bytes <= 4 && bytes <= end; ++bytes) {
    if (is_continuation(window.at(end - bytes))) continue;
    const CodePoint c = decode_utf8(window.view(end - bytes, end));
    return c.bytes == bytes ? c : CodePoint{};
  }
  return {};
}

bool ends_name(uint32_t c) {
  static const HanziSet set(
      u"路街道巷弄村号栋幢座元楼层室组队区期园厦苑庄寓场心城里坊同条段线镇乡屯院舍甲乙丙附临东西南北社箱");
  return set.has(c);
}
bool begins_unit(uint32_t c) {
  static const HanziSet set(u"号栋幢座单室楼层弄组队户房支村大生小信分舍区期院门排");
  return set.has(c);
}
bool counts_otherwise(uint32_t c) { return c == u'第' || c == u'年' || c == u'月' || c == u'共'; }

// Whether the digits at `at`, behind a hanzi, a letter or a blank, may be a number of an address: told from what stands
// beside them.
bool may_be_number(const Window& window, uint64_t at) {
  uint64_t end = at;
  while (is_digit(window.at(end)) && end - at <= kMostDigits) ++end;
  if (end - at > kMostDigits) return false;
  const char nearest = window.at(at - 1);
  if (!is_high(nearest) && !is_letter(nearest) && nearest != ' ') return false;
  const uint32_t before = character_before(window, at - (is_high(nearest) ? 0 : 1)).value;
  if (counts_otherwise(before) || (nearest == ' ' && !ends_name(before))) return false;
  const bool joined = window.at(end) == '-' && is_digit(window.at(end + 1));
  return joined || ends_name(before) || begins_unit(decode_utf8(window.view(end, end + 4)).value) ||
         is_letter(window.at(end));
}

// Whether the number at `at` only goes on with what a number before it began: 3栋 behind 88号.
bool goes_on(const Window& window, uint64_t at) {
  const CodePoint unit = character_before(window, at);
  if (unit.bytes == 0 || !begins_unit(unit.value)) return false;
  uint64_t begin = at - unit.bytes;
  const uint64_t end = begin;
  while (is_digit(window.at(begin - 1)) && end - begin <= kMostDigits) --begin;
  if (begin == end || end - begin > kMostDigits || !is_high(window.at(begin - 1))) return false;
  return !counts_otherwise(character_before(window, begin).value);
}

// The text around a number, up to what no address holds: bytes, and the character at which the number stands.
struct Stretch {
  Span span;
  size_t number = 0;
  bool whole = false;  // it is the value
};

Stretch stretch_around(const Window& window, uint64_t at, const Value& value) {
  constexpr size_t kMost = AddressChars::kMost / 2;  // characters
  Stretch found{{at, std::min(value.end, at + kAhead)}, 0, false};
  const uint64_t least = std::max(value.begin, before(at, kBack));
  while (found.span.begin > least && found.number < kMost) {
    const CodePoint c = character_before(window, found.span.begin);
    if (c.bytes == 0 || found.span.begin - c.bytes < least || class_of(c.value) == CharClass::end) break;
    found.span.begin -= c.bytes;
    ++found.number;
  }
  found.whole = found.span.begin == value.begin && found.span.end == value.end && !value.open;
  return found;
}

class Finder {
 public:
  Finder(Context& context, const Readings& fields, Readings& out) : context_(&context), fields_(&fields), out_(&out) {}

  void read(uint64_t at) {
    const Window& window = context_->window();
    if (is_in_field(at) || !may_be_number(window, at) || goes_on(window, at)) return;
    const Value value = context_->value_at(at);
    if (value.begin == at && value.end == at + 1) return;  // between values
    const Stretch stretch = stretch_around(window, at, value);
    const AddressChars text(window.view(stretch.span));
    const bool whole = stretch.whole && text.offset(text.size()) == stretch.span.size();
    const AddressWalk walk = walk_over(text, stretch.number, whole);
    if (walk.end == walk.begin) return;
    Reading reading{.span = {stretch.span.begin + text.offset(walk.begin), stretch.span.begin + text.offset(walk.end)},
                    .kind = Kind::home_address,
                    .evidence = address_evidence(walk)};
    if (reading.evidence.reasons() == 0 || (!out_->empty() && out_->back().span == reading.span)) return;
    judge(reading, value);
    out_->push_back(reading);
  }

 private:
  // The address that holds the number; nothing where none does.
  static AddressWalk walk_over(const AddressChars& text, size_t number, bool whole) {
    constexpr int kMostTries = 3;
    size_t begin = address_begin(text, number);
    for (int tries = 0; tries < kMostTries && begin < number; ++tries) {
      const AddressFrame frame = whole && begin == 0 ? AddressFrame::whole : AddressFrame::text;
      const AddressWalk walk = walk_address(text, begin, frame);
      if (walk.end > number) return walk;
      // It ended too soon: from the next region on.
      for (begin = std::max(walk.end, begin + 1); begin < number; ++begin)
        if (const Place place = region_at(text, begin); place.length != 0 && !place.is_short) break;
    }
    return {};
  }

  void judge(Reading& reading, const Value& value) {
    const Beside beside = context_->beside(reading.span, value);
    const bool named = names_kind(beside.word, Kind::home_address) || names_kind(beside.name, Kind::home_address);
    reading.evidence.add_if(named, Reason::label);
    const bool other = beside.word == Label::other || beside.name == Label::other || is_negative(beside.name);
    reading.evidence.add_if(other && !named, Reason::negative_label);
    reading.confidence = reading.evidence.confidence();
  }

  bool is_in_field(uint64_t at) {
    while (next_field_ < fields_->size() && (*fields_)[next_field_].span.end <= at) ++next_field_;
    return next_field_ < fields_->size() && (*fields_)[next_field_].span.begin <= at;
  }

  Context* context_;
  const Readings* fields_;
  Readings* out_;
  size_t next_field_ = 0;
};

bool earlier(const Reading& a, const Reading& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.kind < b.kind;
}

}  // namespace

void find_addresses(Context& context, Span range, const TextMasks& masks, const Readings& fields, Readings& out) {
  const size_t first = out.size();
  Finder finder(context, fields, out);
  uint64_t digit_before = 0, high_before = 0;  // the last bits of the word before
  const size_t words = masks.words.size();
  for (size_t word = 0; word < words; ++word) {
    const uint64_t digits = masks.words[word].digits, high = masks.words[word].high;
    // Right behind a hanzi, or behind a letter or blank that stands there.
    uint64_t left = digits & ~(digits << 1 | digit_before) & (high << 1 | high_before >> 1 | high << 2 | high_before);
    digit_before = digits >> 63;
    high_before = high >> 62;
    for (; left != 0; left &= left - 1) {
      const uint64_t at = masks.begin + word * 64 + static_cast<uint64_t>(std::countr_zero(left));
      if (at >= range.begin && at < range.end) finder.read(at);
    }
  }
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
  if (!std::is_sorted(begin, out.end(), earlier)) std::stable_sort(begin, out.end(), earlier);
}

}  // namespace pidun
