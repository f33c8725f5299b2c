// See name_finder.h.
#include "detect/name_finder.h"

#include <algorithm>
#include <bit>

#include "base/ascii.h"
#include "base/byte_masks.h"
#include "base/utf8.h"
#include "detect/name_values.h"
#include "match/listed_hanzi.h"

namespace pidun {
namespace {

// Of the margin, in eighths of nats. Set on the research-only sets; the curve stands in tests/accuracy/README.md.
constexpr int kLikely = 0;   // what stands beside it decides
constexpr int kSure = 36;    // alone
constexpr int kCalled = 16;  // between a sign and a colon
constexpr int kHopeless = -64;
constexpr int kUnlikely = -15;  // points
constexpr int kReported = 50;   // points of what is reported
constexpr uint64_t kMostCell = 4 * kHanziBytes;
constexpr uint64_t kLeastName = 2 * kHanziBytes;  // no room for a name in less

Evidence evidence_of(int margin, const NameCues& cues) {
  Evidence evidence;
  evidence.add(Reason::name_shape);
  if (margin < kLikely) evidence.add_points(kUnlikely);
  evidence.add_if(margin >= kSure, Reason::name_sure);
  evidence.add_if(cues.person_word, Reason::person_word);
  evidence.add_if(cues.said_of, Reason::said_of_person);
  evidence.add_if(cues.apart || (cues.called && margin >= kCalled), Reason::between_signs);
  evidence.add_if(cues.beside_number, Reason::record_neighbour);
  evidence.add_if(cues.other_word || cues.inside_foreign || cues.in_japanese, Reason::other_word);
  return evidence;
}

// Whether the hanzi from `at` on are few and stand between bytes that part cells and strings of data.
bool fills_cell(const Window& window, uint64_t at) {
  const auto parts = [&](uint64_t place) {
    return static_cast<signed char>(window.at(place)) >= 0 && window.at(place) != ' ';
  };
  if (at != 0 && !parts(at - 1)) return false;
  const std::string_view text = window.view(at, at + kMostCell + kHanziBytes);
  size_t end = 0;
  while (end <= kMostCell && hanzi_at(text, end) != kHanziCount) end += kHanziBytes;
  return end <= kMostCell && parts(at + end);
}

// Decoded bytes that are no text hold what looks like a name now and then; beside one in a text, there is text, up to
// the NUL that parts it from others.
bool is_text_around(const Window& window, Span span) {
  constexpr uint64_t kReach = 8;
  constexpr size_t kLongest = 4;  // of a character
  std::string_view text = window.view(span.begin, span.end + kReach);
  text = text.substr(0, text.find('\0'));
  const std::string_view left = window.view(before(span.begin, kReach), span.begin);
  const size_t cut = left.size() - (left.rfind('\0') + 1);  // npos + 1 is 0
  text = {text.data() - cut, text.size() + cut};
  for (size_t i = 0; i < kLongest - 1 && !text.empty() && is_continuation(text[0]); ++i) text.remove_prefix(1);
  while (!text.empty()) {
    const CodePoint c = decode_utf8(text);
    if (c.bytes == 0) return text.size() < kLongest;  // cut off
    if (c.value < ' ' && c.value != '\n' && c.value != '\r' && c.value != '\t') return false;
    text.remove_prefix(c.bytes);
  }
  return true;
}

// Of two or three hanzi from `at` on, with none before them and a mobile or an ID number right behind; 0 if it is not
// so.
size_t bytes_before_number(std::string_view bytes, size_t at) {
  constexpr size_t kDigits = 11;
  size_t size = 2 * kHanziBytes;
  if (at + size < bytes.size() && !is_digit(bytes[at + size])) size += kHanziBytes;
  if (at + size + kDigits > bytes.size()) return 0;
  for (size_t i = 0; i < kDigits; ++i)
    if (!is_digit(bytes[at + size + i])) return 0;
  return at >= kHanziBytes && hanzi_at(bytes, at - kHanziBytes) != kHanziCount ? 0 : size;
}

}  // namespace

bool may_hold_name(std::string_view cell) {
  for (size_t at = cell.size() > kMostCell ? 0 : kHanziBytes; at < cell.size(); at += kHanziBytes)
    if (may_be_name(cell.substr(at), kLikely)) return true;
  return false;
}

void NameFinder::look_at(const Window& window, uint64_t at, int least) {
  if (look_.cells && fills_cell(window, at)) return;
  model_.read(window, at);
  const NameOdds odds = model_.best();
  if (odds.length == 0 || odds.margin < least) return;
  const Span span{at, at + odds.length * kHanziBytes};
  if (span.end > free_until_ || !is_text_around(window, span)) return;
  found_.push_back({span, odds.margin, evidence_of(odds.margin, name_cues(model_, window, at, odds.length)), false});
}

void NameFinder::read_stretch(const Window& window, uint64_t begin, uint64_t end) {
  const auto offset = [&](uint64_t at) { return static_cast<size_t>(at - window.begin()); };
  const uint8_t* const filter = name_beginning_filter();
  const std::string_view bytes = window.bytes();
  const int least = look_.thorough ? kHopeless : kLikely;
  for (const uint32_t place : find_listed_hanzi(bytes, offset(begin), offset(end), filter, places_)) {
    if (may_be_name(bytes.substr(place), least))
      look_at(window, window.begin() + place, least);
    else if (const size_t size = bytes_before_number(bytes, place); size != 0)
      take_before_number(bytes.substr(place, size), window.begin() + place);
  }
}

// 张三13900001234: hanzi between a border and a long number are a name as they would be one under a label.
void NameFinder::take_before_number(std::string_view hanzi, uint64_t at) {
  const Span span{at, at + hanzi.size()};
  if (span.end > free_until_ || !is_name_value(hanzi)) return;
  Evidence evidence;
  for (const Reason reason : {Reason::name_shape, Reason::between_signs, Reason::record_neighbour})
    evidence.add(reason);
  found_.push_back({span, kLikely, evidence, false});
}

// Text without hanzi is told by the masks.
void NameFinder::read_free(const Window& window, Span range, const TextMasks& masks) {
  free_until_ = range.end;
  const size_t first = range.begin - masks.begin, last = range.end - masks.begin;
  const size_t words = std::min(mask_words(last), masks.words.size());
  // Of the bytes that lie in the range.
  const auto high = [&](size_t word) {
    uint64_t bits = masks.words[word].high;
    if (word == first / 64) bits &= UINT64_MAX << (first % 64);
    if (word == last / 64) bits &= (uint64_t{1} << (last % 64)) - 1;
    return bits;
  };
  for (size_t word = masks.next_high(first / 64); word < words; word = masks.next_high(word + 1)) {
    const uint64_t bits = high(word);
    if (bits == 0) continue;
    const uint64_t begin = masks.begin + word * 64 + static_cast<uint64_t>(std::countr_zero(bits));
    while (word < words && high(word) != 0) ++word;
    read_stretch(window, begin, std::min(range.end, masks.begin + word * 64));
  }
}

void NameFinder::find(const Window& window, Span range, const TextMasks& masks, const Readings& others, Look look,
                      Readings& out) {
  found_.clear();
  look_ = look;
  range = {std::max(range.begin, window.begin()), std::min(range.end, window.end())};
  for (const Reading& other : others) {
    if (other.confidence < kReported || other.span.end <= range.begin) continue;
    if (other.span.begin >= range.end) break;
    if (other.span.begin >= range.begin + kLeastName) read_free(window, {range.begin, other.span.begin}, masks);
    range.begin = std::max(range.begin, other.span.end);
  }
  if (range.end >= range.begin + kLeastName) read_free(window, range, masks);
  keep(out);
}

// Pairs alone are looked at, so that what is kept depends on nothing further away.
void NameFinder::keep(Readings& out) {
  const auto above = [](const Candidate& a, const Candidate& b) {
    const int first = a.evidence.confidence(), second = b.evidence.confidence();
    return first != second ? first > second : a.margin >= b.margin;
  };
  for (size_t i = 0; i < found_.size(); ++i)
    for (size_t j = i + 1; j < found_.size() && found_[j].span.begin < found_[i].span.end; ++j)
      found_[above(found_[i], found_[j]) ? j : i].outdone = true;
  for (const Candidate& name : found_) {
    if (name.outdone) continue;
    Reading reading{.span = name.span, .kind = Kind::person_name, .rule = look_.rule, .evidence = name.evidence};
    reading.confidence = reading.evidence.confidence();
    out.push_back(reading);
  }
}

}  // namespace pidun
