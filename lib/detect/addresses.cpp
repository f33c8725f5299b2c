// See addresses.h.
#include "detect/addresses.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/signs.h"
#include "base/utf8.h"
#include "detect/address_numbers.h"
#include "detect/address_walk.h"
#include "match/numeral_marks.h"

namespace pidun {
namespace {

constexpr uint64_t kBack = 160, kAhead = 190;  // bytes
constexpr uint64_t kSameBegin = 100;           // bytes: from so near, a border is seen whatever the characters
static_assert(kBack + kAhead <= 400 && kSameBegin <= kBack && kSameBegin <= AddressChars::kMost / 2);

// The text around a number, up to what no address holds: bytes, and the character at which the number stands.
struct Stretch {
  Span span;
  size_t number = 0;
  bool begins = false;   // at a border, not for want of reach
  bool whole = false;    // it is the value
  bool crowded = false;  // more numbers stand before than any address holds
};

Stretch stretch_around(const Window& window, uint64_t at, const Value& value) {
  constexpr size_t kMost = AddressChars::kMost / 2;  // characters
  constexpr size_t kMostNumbers = 9;
  Stretch found;
  found.span = {at, std::min(value.end, at + kAhead)};
  const uint64_t least = std::max(value.begin, before(at, kBack));
  bool digit_behind = false;
  size_t numbers = 0;
  while (found.span.begin > least && found.number < kMost && numbers <= kMostNumbers) {
    const CodePoint c = character_before(window, found.span.begin);
    const CharClass kind = c.bytes == 0 ? CharClass::end : class_of(c.value);
    if (kind == CharClass::end) {
      found.begins = true;
      break;
    }
    if (found.span.begin - c.bytes < least) break;
    numbers += kind == CharClass::digit && !digit_behind ? 1u : 0u;
    digit_behind = kind == CharClass::digit;
    found.span.begin -= c.bytes;
    ++found.number;
  }
  found.crowded = numbers > kMostNumbers;
  found.begins |= found.span.begin == value.begin;
  found.whole = found.span.begin == value.begin && found.span.end == value.end && !value.open;
  return found;
}

class Finder {
 public:
  Finder(Context& context, const Readings& fields, Readings& out) : context_(&context), fields_(&fields), out_(&out) {}

  // The end of the field that holds `at`, or `at`; to be asked in order.
  uint64_t behind_field(uint64_t at) {
    while (next_field_ < fields_->size() && (*fields_)[next_field_].span.end <= at) ++next_field_;
    const bool inside = next_field_ < fields_->size() && (*fields_)[next_field_].span.begin <= at;
    return inside ? (*fields_)[next_field_].span.end : at;
  }

  // The same in any order.
  bool is_in_field(uint64_t at) const {
    const auto behind = std::partition_point(fields_->begin(), fields_->end(),
                                             [at](const Reading& field) { return field.span.end <= at; });
    return behind != fields_->end() && behind->span.begin <= at;
  }

  void read_digits(uint64_t at) {
    const Window& window = context_->window();
    if (may_be_number(window, at) && !continues_number(window, at)) read(at);
  }
  void read_numeral(uint64_t at) {
    if (!is_in_field(at) && may_be_numeral(context_->window(), at)) read(at);
  }

 private:
  void read(uint64_t at) {
    const Window& window = context_->window();
    if (at < told_.end && at >= told_.begin && at - told_.begin <= kSameBegin) return;
    const Value value = context_->value_at(at);
    if (value.begin == at && value.end == at + 1) return;  // between values
    const Stretch stretch = stretch_around(window, at, value);
    if (stretch.crowded) return;
    const AddressChars text(window.view(stretch.span));
    const bool whole = stretch.whole && text.offset(text.size()) == stretch.span.size();
    const AddressWalk walk = walk_over(text, stretch.number, whole);
    if (walk.end == walk.begin) return;
    Reading reading{.span = {stretch.span.begin + text.offset(walk.begin), stretch.span.begin + text.offset(walk.end)},
                    .kind = Kind::home_address,
                    .evidence = address_evidence(walk)};
    if (reading.evidence.reasons() == 0 || (!out_->empty() && out_->back().span == reading.span)) return;
    if (!judge(reading, value)) return;
    out_->push_back(reading);
    // What is read from another number of it is the same, if nothing was cut.
    const bool ends = text.offset(text.size()) < stretch.span.size() || stretch.span.end == value.end;
    // Whether the value is open must not matter: that depends on where reading paused.
    const bool whole_text = stretch.begins && ends;
    told_ = whole_text ? Span{stretch.span.begin, reading.span.end} : Span{};
  }

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

  // Adds what the labels say; false if they name the address of a shop, a server or the like.
  bool judge(Reading& reading, const Value& value) {
    const Beside beside = context_->beside(reading.span, value);
    const bool named = names_kind(beside.word, Kind::home_address) || names_kind(beside.name, Kind::home_address);
    reading.evidence.add_if(named, Reason::label);
    const bool other_name = beside.name == Label::other || is_negative(beside.name);
    if (!named && (other_name || (beside.word == Label::other && follows_address_word(reading.span.begin))))
      return false;
    reading.confidence = reading.evidence.confidence();
    return true;
  }

  // 门店地址：
  bool follows_address_word(uint64_t at) const {
    constexpr std::string_view kAddress = "地址";
    constexpr uint64_t kReach = 12;
    std::string_view text = context_->window().view(before(at, kReach), at);
    for (const std::string_view sign : {kWideColon, std::string_view(":"), std::string_view(" ")})
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    return text.ends_with(kAddress);
  }

  Context* context_;
  const Readings* fields_;
  Readings* out_;
  size_t next_field_ = 0;
  Span told_;  // from the border before the last reading to its end
};

bool earlier(const Reading& a, const Reading& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
}

// Returns whether there are hanzi.
bool find_at_digits(Span range, const TextMasks& masks, Finder finder) {
  const size_t count = masks.words.size(), first = masks.next_high(0);
  uint64_t from = range.begin;
  for (size_t word = first; word < count;) {
    const uint64_t digits = masks.words[word].digits, high = masks.words[word].high;
    // The last bits of the word before.
    const uint64_t digit_before = word == 0 ? 0 : masks.words[word - 1].digits >> 63;
    const uint64_t high_before = word == 0 ? 0 : masks.words[word - 1].high >> 62;
    // Right behind a hanzi, or behind a letter or blank that stands there.
    uint64_t left = digits & ~(digits << 1 | digit_before) & (high << 1 | high_before >> 1 | high << 2 | high_before);
    for (; left != 0; left &= left - 1) {
      const uint64_t at = masks.begin + word * 64 + static_cast<uint64_t>(std::countr_zero(left));
      if (at < from || at >= range.end) continue;
      from = finder.behind_field(at);
      if (from == at) finder.read_digits(at);
    }
    word = high >> 62 != 0 ? word + 1 : masks.next_high(word + 1);
  }
  return first < count;
}

// Where `high` and the word behind it hold 12 bits in a row: a name, its mark, a numeral and a unit.
uint64_t runs_of_twelve(uint64_t high, uint64_t next) {
  for (const int by : {1, 2, 4}) {
    high &= high >> by | next << (64 - by);
    next &= next >> by;
  }
  return high & (high >> 4 | next << 60);
}

// Numerals in stretches of hanzi, searched in blocks of words.
class NumeralSearch {
 public:
  NumeralSearch(const Window& window, Span range, const TextMasks& masks, Finder& finder)
      : window_(window), range_(range), masks_(&masks), finder_(&finder) {}

  void run() {
    for (size_t word = 0; word < masks_->words.size(); ++word) {
      if (run_before_ == 0 && first_ == kNone) {
        word = masks_->next_high(word);
        if (word == masks_->words.size()) break;
      }
      if (!holds_hanzi(word)) {
        flush(word);
      } else if (first_ == kNone) {
        first_ = word;
      } else if (word - first_ == kBlock) {
        flush(word);
        first_ = word;
      }
    }
    flush(masks_->words.size());
  }

 private:
  static constexpr size_t kBlock = 16;  // words
  static constexpr size_t kNone = SIZE_MAX;

  uint64_t offset_of(size_t word) const { return masks_->begin + word * 64; }
  uint64_t high(size_t word) const { return word < masks_->words.size() ? masks_->words[word].high : 0; }

  // Whether a numeral may begin in the word: in a long stretch that is in no field.
  bool holds_hanzi(size_t word) {
    const bool goes_on = run_before_ >> 58 != 0;
    const uint64_t here = high(word);
    if (here == 0) {
      run_before_ = 0;
      return goes_on;
    }
    // Where there are many, most are in such runs: read_numeral() looks closer anyway.
    run_before_ = std::popcount(here) >= 48 ? here : runs_of_twelve(here, high(word + 1));
    if (run_before_ == 0) return goes_on;
    const uint64_t at = offset_of(word) + static_cast<uint64_t>(std::countr_zero(run_before_));
    const uint64_t behind = finder_->behind_field(at);
    if (behind == at) return true;
    const uint64_t covered = behind - offset_of(word);
    run_before_ = covered >= 64 ? 0 : run_before_ & ~uint64_t{0} << covered;
    return goes_on || run_before_ != 0;
  }

  // Searches the words from first_ on.
  void flush(size_t end) {
    if (first_ == kNone) return;
    constexpr uint64_t kSeen = 5;
    std::array<uint64_t, kBlock + 1> marks{};
    numeral_marks(window_.view(offset_of(first_), offset_of(end) + kSeen), marks.data());
    for (size_t i = 0; i < end - first_; ++i)
      for (uint64_t left = marks[i]; left != 0; left &= left - 1) {
        const uint64_t at = offset_of(first_ + i) + static_cast<uint64_t>(std::countr_zero(left));
        if (at >= range_.begin && at < range_.end) finder_->read_numeral(at);
      }
    first_ = kNone;
  }

  Window window_;
  Span range_;
  const TextMasks* masks_;
  Finder* finder_;
  size_t first_ = kNone;  // of the words that are to be searched
  uint64_t run_before_ = 0;
};

}  // namespace

void find_addresses(Context& context, Span range, const TextMasks& masks, const Readings& fields, Readings& out) {
  const size_t first = out.size();
  if (!find_at_digits(range, masks, Finder(context, fields, out))) return;
  const size_t behind_digits = out.size();
  Finder finder(context, fields, out);
  NumeralSearch(context.window(), range, masks, finder).run();
  const auto begin = out.begin() + static_cast<std::ptrdiff_t>(first);
  if (behind_digits == out.size() && std::is_sorted(begin, out.end(), earlier)) return;
  std::stable_sort(begin, out.end(), earlier);
  const auto same = [](const Reading& a, const Reading& b) { return a.span == b.span; };
  out.erase(std::unique(begin, out.end(), same), out.end());
}

}  // namespace pidun
