// See address_walk.h.
#include "detect/address_walk.h"

namespace pidun {
namespace {

constexpr size_t kLongestName = 14;  // characters before the mark or number that ends it

class Walker {
 public:
  Walker(const AddressChars& text, size_t begin) : text_(text), at_(begin) { walk_.begin = walk_.end = begin; }

  AddressWalk walk() {
    while (step()) {
    }
    if (walk_.end != walk_.begin) walk_.end = behind_tail(walk_.end);
    return walk_;
  }

 private:
  bool step() {
    const size_t i = behind_gap();
    if (i >= text_.size()) return false;
    return take_region(i) || (!stops_at(text_, i) && (take_number(i) || take_name(i) || take_brackets(i)));
  }

  // Blanks and dashes between parts.
  size_t behind_gap() const {
    constexpr size_t kMost = 4;
    size_t i = at_;
    if (i == walk_.begin) return i;
    while (i - at_ < kMost && (text_.kind(i) == CharClass::blank || text_.value(i) == '-')) ++i;
    return i;
  }

  bool inside() const { return walk_.any_number(); }

  bool take_region(size_t i) {
    const Place place = region_at(text_, i);
    if (place.length == 0) return false;
    const bool nested = last_.length != 0 && lies_within(place, last_);
    if (place.is_short && last_.length != 0 && !nested) return false;
    if (place.is_short && inside()) return false;
    walk_.nested |= nested && place.level > last_.level;
    walk_.region |= !place.is_short || walk_.nested;
    walk_.short_region |= place.is_short;
    walk_.street |= place.level == PlaceLevel::street;
    last_ = place;
    last_part_ = place.level == PlaceLevel::street ? AddressPart::town : AddressPart::none;
    at_ = i + place.length;
    if (!inside()) walk_.end = at_;
    return true;
  }

  bool take_number(size_t i) {
    const NumberPart number = number_at(text_, i);
    if (number.end == 0) return false;
    const bool named = last_part_ != AddressPart::none;
    if (!number.unit && number.joined == 0 && (!named || i != at_ || text_.is_word(number.end))) return false;
    if (!number.unit && !named && !filler_) return false;  // a number with its unit may begin it
    if (number.part == AddressPart::area) {
      if (inside() || i == walk_.begin) return false;
    } else {
      note_number(number, named);
      walk_.end = number.end;
    }
    at_ = number.end;
    last_part_ = number.part;
    filler_ = number.part == AddressPart::area;
    return true;
  }

  void note_number(const NumberPart& number, bool named) {
    const bool behind_area = last_part_ == AddressPart::area;
    switch (number.part) {
      case AddressPart::house:
      case AddressPart::group:
        if (named && !behind_area)
          walk_.number = true;
        else if (filler_ || behind_area)
          walk_.loose = true;
        break;
      case AddressPart::building:
        walk_.building = true;
        break;
      case AddressPart::box:
        walk_.box = true;
        break;
      default:
        walk_.room = true;
        walk_.building |= number.joined >= 2 || (number.joined != 0 && number.unit);
        break;
    }
    walk_.number |= number.joined != 0 && named && !behind_area;
  }

  // A name with its mark, or other words before a number.
  bool take_name(size_t i) {
    for (size_t k = i; k - i <= kLongestName && text_.is_word(k); ++k) {
      if (k > i && stops_at(text_, k)) return false;
      if (k > i || i > walk_.begin)
        if (const NamedPart mark = mark_at(text_, k); mark.end != 0) return take_mark(mark);
      if (k == i) continue;
      const NumberPart number = number_at(text_, k);
      if (ends_estate(k, number)) return take_mark({k, AddressPart::place});
      if (number.end == 0 || !(number.unit || number.joined != 0)) continue;
      if (number.part == AddressPart::area) continue;
      at_ = k;
      filler_ = walk_.filler = true;
      last_part_ = AddressPart::none;
      return true;
    }
    return false;
  }

  // 龙祥园9-1, 丽景苑3栋: words that end estates only before such a number, or before a last one.
  bool ends_estate(size_t k, const NumberPart& number) const {
    if (number.end == 0 || !text_.is_one_of(k - 1, u"苑园城府庭邸轩阁湾居里坊厦庄寓")) return false;
    return number.joined != 0 || number.part == AddressPart::building || (!number.unit && !text_.is_word(number.end));
  }

  bool take_mark(NamedPart mark) {
    if (!inside()) {
      walk_.road |= mark.part == AddressPart::road;
      walk_.place |= mark.part == AddressPart::place || mark.part == AddressPart::village;
      walk_.town |= mark.part == AddressPart::town;
      walk_.end = mark.end;
    }
    at_ = mark.end;
    last_part_ = mark.part;
    filler_ = false;
    return true;
  }

  // (近知春里站): what is said of the place in brackets, not the name or number of somebody.
  bool take_brackets(size_t i) {
    if (text_.kind(i) != CharClass::opening || walk_.end == walk_.begin || i != walk_.end) return false;
    constexpr size_t kMost = 24;
    bool where = text_.is_one_of(i + 1, u"近原距");
    size_t k = i + 1;
    for (; k - i <= kMost && text_.is_word(k); ++k)
      where |= beside_at(text_, k) != 0 || mark_at(text_, k).end != 0 || text_.is_one_of(k, u"侧店站口楼");
    if (!where || text_.kind(k) != CharClass::closing) return false;
    at_ = walk_.end = k + 1;
    return true;
  }

  // Who has the house, and words like 对面: where they end the text, or what holds the address.
  size_t behind_tail(size_t end) const {
    constexpr size_t kMost = 16;
    if (!inside() && !walk_.any_name()) return end;
    size_t k = end;
    while (k - end < kMost && text_.is_word(k) && !stops_at(text_, k)) ++k;
    if (k == end || text_.is_word(k) || stops_at(text_, k)) return end;
    if (k - end >= 2 && inside() && ends_tenant(text_, k)) return k;
    for (size_t i = end; i < k; ++i)
      if (const size_t beside = beside_at(text_, i); beside != 0 && i + beside == k && (i == end || k - end > 3))
        return k;
    return end;
  }

  const AddressChars& text_;
  size_t at_;
  AddressWalk walk_;
  Place last_;
  AddressPart last_part_ = AddressPart::none;
  bool filler_ = false;
};

// Of the text before a number: where what may be an address begins.
struct Before {
  size_t border = 0;         // behind what no address holds
  size_t region = SIZE_MAX;  // where the first region begins, behind that
};

// Digits that belong to no address: a phone, a year.
bool ends_other_number(const AddressChars& text, size_t begin, size_t end) {
  constexpr size_t kMostDigits = 5;
  return end - begin > kMostDigits || text.is_one_of(end, u"年月日时分元岁");
}

Before look_before(const AddressChars& text, size_t number) {
  Before found;
  for (size_t i = 0; i < number;) {
    const Place place = region_at(text, i);
    const bool whole = place.length != 0 && i + place.length <= number;
    if (whole && (!place.is_short || i == found.border)) {
      if (found.region == SIZE_MAX) found.region = i;
      i += place.length;
      continue;
    }
    size_t next = i + 1;
    bool breaks = stops_at(text, i) || text.kind(i) == CharClass::opening || text.kind(i) == CharClass::closing;
    if (text.is_digit(i)) {
      while (text.is_digit(next)) ++next;
      breaks = ends_other_number(text, i, next) && next < number;
      if (breaks && !text.is_digit(next) && text.is_one_of(next, u"年月日时分元岁")) ++next;
    }
    if (text.kind(i) == CharClass::blank && found.region == SIZE_MAX)
      breaks = i == 0 || !text.is_one_of(i - 1, u"省市区县镇乡道路街村号");
    if (text.value(i) == u'、') breaks = !text.is_digit(next);
    if (breaks) found = {next, SIZE_MAX};
    i = next;
  }
  return found;
}

}  // namespace

AddressWalk walk_address(const AddressChars& text, size_t begin) { return Walker(text, begin).walk(); }

size_t address_begin(const AddressChars& text, size_t number) {
  constexpr size_t kMostUntold = 24, kLongestPrefix = 8, kShortestPrefix = 2;
  const Before found = look_before(text, number);
  size_t begin = found.border;
  while (begin > 0 && begin < number && text.is_one_of(begin, u"至往到为地达向")) ++begin;  // 寄往, 居住地
  while (begin < number && !text.is_word(begin)) ++begin;
  if (found.region == SIZE_MAX) return number - begin <= kMostUntold ? begin : SIZE_MAX;
  if (found.region <= begin) return begin;
  // Words before the region are of the address where they end as its parts do: 关东街道洪山区.
  const size_t prefix = found.region - begin;
  const bool part = text.is_one_of(found.region - 1, u"省市区县镇乡道路街村");
  return part && prefix >= kShortestPrefix && prefix <= kLongestPrefix ? begin : found.region;
}

Evidence address_evidence(const AddressWalk& walk) {
  Evidence evidence;
  const bool held = walk.any_name() || walk.filler || walk.box;
  if (!held || !walk.any_number()) return evidence;
  evidence.add(Reason::address_shape);
  evidence.add_if(walk.region, Reason::address_region);
  evidence.add_if(walk.short_region && !walk.region, Reason::address_short_region);
  evidence.add_if(walk.nested, Reason::address_nested);
  evidence.add_if(walk.any_name(), Reason::address_name);
  const bool held_number = walk.loose && (walk.region || walk.any_name());
  evidence.add_if(walk.number || walk.box || held_number, Reason::address_number);
  evidence.add_if(walk.building, Reason::address_building);
  evidence.add_if(walk.room, Reason::address_room);
  return evidence;
}

bool says_where(const AddressWalk& walk) {
  if (walk.end == walk.begin) return false;
  const bool region = walk.region || walk.short_region;
  if (walk.any_number() && (walk.any_name() || region || walk.filler || (walk.building && walk.room))) return true;
  return (region && (walk.road || walk.place)) || (walk.nested && (walk.street || walk.town));
}

}  // namespace pidun
