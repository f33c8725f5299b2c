#include "detect/forms.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "base/utf8.h"

namespace pidun {
namespace {

// Places 0 .. n-1 and the end, n, as bits.
using Places = std::bitset<kLongestForm + 1>;

// For each place and the end: it, and all that can stand in its stead when what may be missing is missing.
std::vector<Places> stand_ins(const std::vector<FormPart>& parts, size_t places) {
  std::vector<std::vector<size_t>> passed(places + 1);  // place -> places right behind what may be missing here
  size_t place = 0, group_begin = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    const FormPart& part = parts[i];
    if (part.group != 0 && (i == 0 || parts[i - 1].group != part.group)) group_begin = place;
    for (size_t n = part.least; n < part.most; ++n) passed[place + n].push_back(place + n + 1);
    place += part.most;
    if (part.group != 0 && (i + 1 == parts.size() || parts[i + 1].group != part.group))
      passed[group_begin].push_back(place);
  }
  std::vector<Places> closed(places + 1);
  for (size_t at = places + 1; at-- > 0;) {
    closed[at].set(at);
    for (const size_t further : passed[at]) closed[at] |= closed[further];
  }
  return closed;
}

uint64_t without_end(Places places, size_t end) {
  places.reset(end);
  places.reset(kLongestForm);
  return places.to_ullong();
}

// The bytes that the characters of a range begin with.
template <class Function>
void each_lead_byte(uint32_t low, uint32_t high, Function&& function) {
  const auto lead = [](uint32_t c) {
    return c < 0x800 ? 0xC0 | c >> 6 : c < 0x10000 ? 0xE0 | c >> 12 : 0xF0 | c >> 18;
  };
  for (uint32_t byte = lead(low); byte <= lead(high); ++byte) function(static_cast<unsigned char>(byte));
}

}  // namespace

bool CharacterSet::has(uint32_t character) const {
  if (character < ascii.size()) return ascii[character];
  const auto behind = std::upper_bound(ranges.begin(), ranges.end(), character,
                                       [](uint32_t c, const auto& range) { return c < range.first; });
  return behind != ranges.begin() && character <= std::prev(behind)->second;
}

void CharacterSet::add(uint32_t low, uint32_t high) {
  for (; low <= high && low < ascii.size(); ++low) ascii.set(low);
  if (low > high) return;
  // Those that overlap it or touch it become one with it.
  const auto first = std::find_if(ranges.begin(), ranges.end(), [=](const auto& r) { return r.second + 1 >= low; });
  const auto last = std::find_if(first, ranges.end(), [=](const auto& r) { return r.first > high + 1; });
  if (first != last) {
    low = std::min(low, first->first);
    high = std::max(high, std::prev(last)->second);
  }
  ranges.insert(ranges.erase(first, last), {low, high});
}

std::optional<Form> Form::compile(std::string_view text, FormError& error) {
  const auto parts = parse_form(text, error);
  return parts ? build(*parts, error) : std::nullopt;
}

void Form::add_place(const CharacterSet& set) {
  const uint64_t bit = uint64_t{1} << places_.size();
  for (size_t c = 0; c < ascii_.size(); ++c)
    if (set.ascii[c]) ascii_[c] |= bit;
  if (!set.ranges.empty()) wide_ |= bit;
  const auto known = std::find(sets_.begin(), sets_.end(), set);
  places_.push_back(static_cast<uint8_t>(known - sets_.begin()));
  if (known != sets_.end()) {
    of_sets_[places_.back()] |= bit;
    return;
  }
  constexpr size_t kFewRanges = 3;
  sets_.push_back(set);
  of_sets_.push_back(bit);
  std::shared_ptr<Plane> plane;
  if (set.ranges.size() > kFewRanges) {
    plane = std::make_shared<Plane>();
    for (const auto& [low, high] : set.ranges)
      for (uint32_t c = low; c <= high && c < plane->size(); ++c) plane->set(c);
  }
  planes_.push_back(std::move(plane));
}

std::optional<Form> Form::build(const std::vector<FormPart>& parts, FormError& error) {
  Form form;
  for (const FormPart& part : parts) {
    if (part.least > part.most || part.most > kLongestForm - form.places_.size()) {
      error.reason = "a form has at most 64 characters, and a count does not run backwards";
      return std::nullopt;
    }
    for (uint32_t n = 0; n < part.most; ++n) form.add_place(part.set);
  }
  const size_t end = form.places_.size();
  const std::vector<Places> closed = stand_ins(parts, end);
  if (closed[0][end]) {
    error.reason = "a form that may be empty finds nothing";
    return std::nullopt;
  }
  form.first_ = without_end(closed[0], end);
  for (size_t place = 0; place < end; ++place) {
    form.next_[place] = without_end(closed[place + 1], end);
    if (closed[place + 1][end]) form.last_ |= uint64_t{1} << place;
  }
  form.note_regular();
  form.note_beginnings();
  form.note_literal(parts);
  for (const FormPart& part : parts) {
    // Of a character above ASCII, four bytes at most.
    const bool wide = !part.set.ranges.empty();
    if (part.group == 0) form.least_bytes_ += part.least;
    form.most_bytes_ += size_t{part.most} * (wide ? 4 : 1);
  }
  return form;
}

// Of the last place, which none follows, the next is none of the places.
void Form::note_regular() {
  for (size_t place = 0; place < places_.size(); ++place) {
    const uint64_t next = place + 1 < kLongestForm ? uint64_t{1} << (place + 1) : 0;
    if (next_[place] == next) regular_ |= uint64_t{1} << place;
  }
}

// A literal, or a look at the first bytes, turns away more than both forms' would.
bool Form::join(const Form& other) {
  const size_t shift = places_.size();
  if (shift + other.places_.size() > kLongestForm || !literal_.empty() || !other.literal_.empty()) return false;
  for (unsigned byte = 0; byte < 256; ++byte)
    if (may_begin(static_cast<unsigned char>(byte)) != other.may_begin(static_cast<unsigned char>(byte))) return false;
  for (const uint8_t set : other.places_) add_place(other.sets_[set]);
  for (size_t place = 0; place < other.places_.size(); ++place) next_[shift + place] = other.next_[place] << shift;
  first_ |= other.first_ << shift;
  last_ |= other.last_ << shift;
  note_regular();
  beginnings_.add(other.beginnings_);
  least_bytes_ = std::min(least_bytes_, other.least_bytes_);
  most_bytes_ = std::max(most_bytes_, other.most_bytes_);
  return true;
}

void Form::note_beginnings() {
  uint64_t live = first_;
  for (size_t at = 0; at < FormBeginnings::kPlaces && live != 0; ++at) {
    uint64_t next = 0;
    for (; live != 0; live &= live - 1) {
      const auto place = static_cast<size_t>(std::countr_zero(live));
      const CharacterSet& set = sets_[places_[place]];
      for (size_t c = 0; c < set.ascii.size(); ++c)
        if (set.ascii[c]) beginnings_.add(static_cast<unsigned char>(c), at);
      for (const auto& [low, high] : set.ranges)
        each_lead_byte(low, high, [&](unsigned char byte) { beginnings_.add(byte, at); });
      // Behind the end of a match anything may follow, and a wide character has any number of bytes.
      if (!set.ranges.empty()) beginnings_.add_any_from(at + 1);
      if ((last_ >> place & 1) != 0) beginnings_.add_any_from(at + 1);
      next |= next_[place];
    }
    live = next;
  }
}

void Form::note_wide_beginnings(std::bitset<65536>& characters) const {
  for (uint64_t left = first_; left != 0; left &= left - 1)
    for (const auto& [low, high] : sets_[places_[static_cast<size_t>(std::countr_zero(left))]].ranges)
      for (uint32_t character = low; character <= high && character < characters.size(); ++character)
        characters.set(character);
}

void Form::note_literal(const std::vector<FormPart>& parts) {
  std::string literal;
  size_t least = 0, most = 0;  // bytes before the part at hand
  size_t begins_least = 0, begins_most = 0;
  for (const FormPart& part : parts) {
    const bool one =
        part.group == 0 && part.least == 1 && part.most == 1 && part.set.ranges.empty() && part.set.ascii.count() == 1;
    if (one && literal.empty()) {
      begins_least = least;
      begins_most = most;
    }
    if (one)
      literal += static_cast<char>(part.set.ascii._Find_first());
    else
      literal.clear();
    if (literal.size() > literal_.size()) {
      literal_ = literal;
      literal_least_ = begins_least;
      literal_most_ = begins_most;
    }
    if (part.group == 0) least += part.least;
    most += size_t{part.most} * (part.set.ranges.empty() ? 1 : 4);
  }
}

bool Form::has_literal(std::string_view bytes) const {
  for (size_t at = literal_least_; at <= literal_most_ && at + literal_.size() <= bytes.size(); ++at)
    if (bytes[at] == literal_[0] && std::memcmp(bytes.data() + at, literal_.data(), literal_.size()) == 0) return true;
  return false;
}

// Those of the places whose sets have the character, which is none of ASCII.
uint64_t Form::with_wide(uint64_t places, uint32_t character) const {
  uint64_t with = 0;
  for (uint64_t left = places & wide_; left != 0;) {
    const size_t set = places_[static_cast<size_t>(std::countr_zero(left))];
    const Plane* const plane = planes_[set].get();
    const bool has = plane != nullptr && character < plane->size() ? (*plane)[character] : sets_[set].has(character);
    if (has) with |= left & of_sets_[set];
    left &= ~of_sets_[set];
  }
  return with;
}

// The places that can follow these.
inline uint64_t Form::behind(uint64_t places) const {
  uint64_t next = (places & regular_) << 1;
  for (uint64_t left = places & ~regular_; left != 0; left &= left - 1)
    next |= next_[static_cast<size_t>(std::countr_zero(left))];
  return next;
}

size_t Form::match(std::string_view bytes) const {
  if (!literal_.empty() && !has_literal(bytes)) return 0;
  uint64_t live = first_;
  size_t longest = 0;
  for (size_t at = 0; live != 0 && at < bytes.size();) {
    if (const auto first = static_cast<unsigned char>(bytes[at]); first < ascii_.size()) {
      live &= ascii_[first];
      ++at;
    } else {
      const CodePoint character = decode_utf8(bytes.substr(at));
      if (character.bytes == 0) break;
      live = with_wide(live, character.value);
      at += character.bytes;
    }
    if ((live & last_) != 0) longest = at;
    live = behind(live);
  }
  return longest;
}

void FormHeads::add(const FormBeginnings& beginnings) {
  if (!few_) return;
  constexpr size_t kMost = 64;  // of one form
  std::vector<std::string> heads(1);
  for (size_t place = 0; place < kBytes; ++place) {
    std::vector<std::string> longer;
    for (unsigned byte = 0; byte < 256; ++byte)
      if (beginnings.has(static_cast<unsigned char>(byte), place))
        for (const std::string& head : heads) longer.push_back(head + static_cast<char>(byte));
    few_ = longer.size() <= kMost;
    if (!few_) return;
    heads = std::move(longer);
  }
  for (const std::string& head : heads) slots_.set(slot(head.data()));
}

}  // namespace pidun
