// See address_walk.h.
#include "detect/address_walk.h"

#include "detect/address_tail.h"

namespace pidun {
namespace {

constexpr size_t kLongestName = 14;  // characters before the mark or number that ends it

class Walker {
 public:
  Walker(const AddressChars& text, size_t begin, AddressFrame frame) : text_(text), at_(begin), frame_(frame) {
    walk_.begin = walk_.end = begin;
  }

  AddressWalk walk() {
    while (step()) {
    }
    if (walk_.end != walk_.begin) add_tail(text_, frame_, walk_);
    // 上海市气温5号回升: a day, if words go on right behind it.
    if (frame_ == AddressFrame::text && walk_.end == behind_day_ && text_.is_word(walk_.end))
      walk_.number = walk_.loose = false;
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

  bool held() const { return walk_.any_name() || walk_.region; }
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
    if (!place.within.empty()) last_ = place;
    last_part_ = place.level == PlaceLevel::street ? AddressPart::town : AddressPart::none;
    at_ = i + place.length;
    if (!inside()) walk_.end = at_;
    return true;
  }

  bool take_number(size_t i) {
    const NumberPart number = number_at(text_, i);
    if (number.end == 0) return false;
    const bool named = last_part_ != AddressPart::none;
    if (!number.unit && number.joined == 0 && ((!named && !is_last(number)) || i != at_ || goes_on(number)))
      return false;
    if (!number.unit && !named && !filler_) return false;  // a number with its unit may begin it
    if (number.part == AddressPart::area) {
      if (i == walk_.begin) return false;
      walk_.filler = true;
    } else {
      const bool sure = inside() || (named && last_part_ != AddressPart::town && last_part_ != AddressPart::area);
      note_number(number, named);
      walk_.end = number.end;
      if (!sure && may_be_day(i, number)) behind_day_ = number.end;
    }
    at_ = number.end;
    last_part_ = number.part;
    filler_ = number.part == AddressPart::area;
    return true;
  }

  // Whether words go on behind digits without a unit, so that they may be no number of a house.
  bool goes_on(const NumberPart& number) const {
    const bool known = frame_ == AddressFrame::whole && last_part_ == AddressPart::road && text_.is_han(number.end);
    return text_.is_word(number.end) && !known;
  }

  // 5号, 31号
  bool may_be_day(size_t begin, const NumberPart& number) const {
    constexpr size_t kMostDigits = 2;
    return number.joined == 0 && number.end - begin <= kMostDigits + 1 && text_.is_digit(begin) &&
           text_.value(number.end - 1) == u'号';
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
      case AddressPart::road:
        walk_.road = true;
        break;
      case AddressPart::building:
        walk_.building = true;
        break;
      case AddressPart::box:
        walk_.box = true;
        break;
      default:
        walk_.room = true;
        walk_.building |=
            number.joined != 0 && (number.unit || (number.joined >= 2 && (named || behind_area || held())));
        break;
    }
    walk_.number |= number.joined != 0 && named && !behind_area;
  }

  // A name with its mark, or other words before a number.
  bool take_name(size_t i) {
    for (size_t k = i; k - i <= kLongestName && is_in_name(i, k); ++k) {
      if (k > i && stops_at(text_, k)) return false;
      if (k > i || i > walk_.begin)
        if (const NamedPart mark = mark_at(text_, k); mark.end != 0) return take_mark(mark);
      if (begins_long_number(k)) return false;
      if (k == i) continue;
      const NumberPart number = number_at(text_, k);
      if (ends_estate(k, number)) return take_mark({k, AddressPart::place});
      if (number.end == 0 || !(number.unit || number.joined != 0 || is_last(number))) continue;
      if (is_general(i, k)) return false;
      if (!text_.is_han(i) || (k - i < 2 && !walk_.any_name() && !walk_.region)) return false;
      at_ = k;
      filler_ = true;
      walk_.filler |= number.part != AddressPart::area;
      last_part_ = AddressPart::none;
      return true;
    }
    return false;
  }

  // Words, and a blank before letters (望京SOHO T3座), or any in a cell or line of its own.
  bool is_in_name(size_t begin, size_t k) const {
    if (text_.is_word(k)) return true;
    return k > begin && text_.kind(k) == CharClass::blank &&
           (text_.is_letter(k + 1) || (frame_ == AddressFrame::whole && text_.is_word(k + 1)));
  }

  // Five digits or more that are no number of a house: 住院号12345床位.
  bool begins_long_number(size_t k) const {
    constexpr size_t kLong = 5;
    if (!text_.is_digit(k) || (k > 0 && text_.is_digit(k - 1)) || number_at(text_, k).unit) return false;
    size_t end = k;
    while (text_.is_digit(end)) ++end;
    return end - k >= kLong && end != text_.size();
  }

  // Words that may stand before any number and name nothing.
  bool is_general(size_t begin, size_t end) const {
    if (end - begin != 2 || held()) return false;
    for (const std::u16string_view word :
         {u"公司", u"学校", u"单位", u"宿舍", u"医院", u"本校", u"教学", u"大楼", u"床位", u"病区", u"住院"})
      if (text_.has(begin, word)) return true;
    return false;
  }

  // 建国路88号都市银座B1: digits without a unit with which all ends.
  bool is_last(const NumberPart& number) const {
    return frame_ != AddressFrame::text && number.end == text_.size() && (inside() || walk_.any_name());
  }

  // 龙祥园9-1, 丽景苑3栋: words that end estates only before such a number, or before a last one.
  bool ends_estate(size_t k, const NumberPart& number) const {
    if (number.end == 0 || !text_.is_one_of(k - 1, u"苑园城府庭邸轩阁湾居里坊厦庄寓")) return false;
    return number.joined != 0 || number.part == AddressPart::building || (!number.unit && !text_.is_word(number.end));
  }

  bool take_mark(NamedPart mark) {
    if (!inside()) {
      walk_.roads |= walk_.road && mark.part == AddressPart::road;
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

  // (近知春里站)
  bool take_brackets(size_t i) {
    if (walk_.end == walk_.begin || i != walk_.end) return false;
    const size_t end = behind_brackets(text_, i);
    if (end == 0) return false;
    at_ = walk_.end = end;
    walk_.beside = true;
    return true;
  }

  const AddressChars& text_;
  size_t at_;
  AddressFrame frame_;
  AddressWalk walk_;
  Place last_;
  AddressPart last_part_ = AddressPart::none;
  bool filler_ = false;
  size_t behind_day_ = 0;  // the end of a number that may be a day's; 0: none
};

}  // namespace

AddressWalk walk_address(const AddressChars& text, size_t begin, AddressFrame frame) {
  return Walker(text, begin, frame).walk();
}

Evidence address_evidence(const AddressWalk& walk) {
  Evidence evidence;
  const bool held = walk.any_name() || walk.filler || walk.box;
  if (!held || !walk.any_number()) return evidence;
  evidence.add(Reason::address_shape);
  evidence.add_if(walk.region, Reason::address_region);
  evidence.add_if(walk.short_region && !walk.region, Reason::address_short_region);
  evidence.add_if(walk.nested, Reason::address_nested);
  evidence.add_if(walk.any_name() || walk.box, Reason::address_name);
  const bool held_number = walk.loose && (walk.region || walk.any_name() || (walk.short_region && walk.room));
  evidence.add_if(walk.number || walk.box || held_number, Reason::address_number);
  evidence.add_if(walk.building, Reason::address_building);
  evidence.add_if(walk.room, Reason::address_room);
  return evidence;
}

bool says_where(const AddressWalk& walk) {
  if (walk.end == walk.begin) return false;
  const bool region = walk.region || walk.short_region;
  if (walk.any_number() && (walk.any_name() || region || walk.filler || (walk.building && walk.room))) return true;
  if (walk.any_name() && (walk.beside || walk.roads)) return true;
  return (region && (walk.road || walk.place)) || (walk.nested && (walk.street || walk.town || walk.beside));
}

}  // namespace pidun
