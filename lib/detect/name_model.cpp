// See name_model.h.
#include "detect/name_model.h"

namespace pidun {
namespace {

constexpr int kNone = 1 << 20;
constexpr int kPerson = 4 * kNatParts;    // any name: one word of fifty
constexpr int kShortName = 9, kLong = 3;  // a given name of one character, and of two
constexpr int kForeign = 8 * kNatParts;   // any name of another language, spelt by sound
constexpr size_t kLeastForeign = 3, kMostForeign = 5;
// Any word of two or three characters that the tables do not have.
constexpr int kUnseenTwo = 5 * kNatParts, kUnseenThree = 7 * kNatParts;

int cost_of(unsigned cost) { return cost == kNoCost ? kNone : static_cast<int>(cost); }

int word_of_one(HanziCosts a) { return static_cast<int>(a.word()); }
int unseen(HanziCosts a, HanziCosts b) { return kUnseenTwo + static_cast<int>(a.text() + b.text()); }
int unseen(HanziCosts a, HanziCosts b, HanziCosts c) {
  return kUnseenThree + static_cast<int>(a.text() + b.text() + c.text());
}

int given_of_one(HanziCosts a) { return a.single() == kNoCost ? kNone : static_cast<int>(a.single()) + kShortName; }
int given_of_two(HanziCosts a, HanziCosts b) {
  return a.first() == kNoCost || b.second() == kNoCost ? kNone : static_cast<int>(a.first() + b.second()) + kLong;
}

// Of two hanzi as a word, seen or not.
int word_of_two(HanziCosts a, HanziCosts b, uint64_t key) {
  const int other = unseen(a, b);
  return may_begin_word(key) ? std::min(other, cost_of(word_cost(key))) : other;
}

}  // namespace

bool may_be_name(std::string_view text, int least) {
  const uint32_t one = hanzi_at(text);
  if (one == kHanziCount || !may_begin_name(one)) return false;
  const uint32_t two = hanzi_at(text, kHanziBytes), three = hanzi_at(text, 2 * kHanziBytes);
  if (two == kHanziCount) return false;
  const HanziCosts a = hanzi_costs(one), b = hanzi_costs(two);
  const uint64_t key = word_key(word_key(0, one), two);
  if (a.begins_compound() && compound_surname_cost(key) != kNoCost) return true;
  if (!is_usual_surname(a)) return false;
  const HanziCosts c = three == kHanziCount ? HanziCosts() : hanzi_costs(three);
  const int surname = kPerson + static_cast<int>(a.surname()) + least;
  const int shorter = surname + given_of_one(b), longer = surname + given_of_two(b, c);
  // What the characters cost as words is never more than one by one, or as a word that was not seen.
  const int apart = std::min(word_of_one(a) + word_of_one(b), unseen(a, b));
  if (apart < shorter && (apart + word_of_one(c) < longer || unseen(a, b, c) < longer)) return false;
  const int first = may_begin_word(key) ? std::min(apart, cost_of(word_cost(key))) : apart;
  if (first >= shorter) return true;
  if (longer >= kNone || first + word_of_one(c) < longer || unseen(a, b, c) < longer) return false;
  return word_of_one(a) + word_of_two(b, c, word_key(word_key(0, two), three)) >= longer;
}

int margin_of_whole(std::string_view text) {
  constexpr size_t kMostHanzi = 4;
  std::array<uint32_t, kMostHanzi> hanzi{};
  std::array<HanziCosts, kMostHanzi> costs{};
  const size_t count = std::min(text.size() / kHanziBytes, kMostHanzi);
  uint64_t whole = 0;
  for (size_t i = 0; i < count; ++i) {
    hanzi[i] = hanzi_at(text, i * kHanziBytes);
    if (hanzi[i] == kHanziCount) return -kNone;
    costs[i] = hanzi_costs(hanzi[i]);
    whole = word_key(whole, hanzi[i]);
  }
  const auto key = [&](size_t i) { return word_key(word_key(0, hanzi[i]), hanzi[i + 1]); };
  if (count < 2) return -kNone;
  const auto one = [&](size_t i) { return word_of_one(costs[i]); };
  const auto two = [&](size_t i) { return std::min(one(i) + one(i + 1), word_of_two(costs[i], costs[i + 1], key(i))); };
  const int single = costs[0].surname() == kNoCost ? kNone : static_cast<int>(costs[0].surname());
  const int compound = count > 2 && costs[0].begins_compound() ? cost_of(compound_surname_cost(key(0))) : kNone;
  const int seen = count > 2 && may_begin_word(key(0)) ? cost_of(word_cost(whole)) : kNone;
  if (count == 2) return two(0) - std::min(kNone, kPerson + single + given_of_one(costs[1]));
  if (count == 3) {
    const int words = std::min({seen, two(0) + one(2), one(0) + two(1), unseen(costs[0], costs[1], costs[2])});
    return words - kPerson - std::min(single + given_of_two(costs[1], costs[2]), compound + given_of_one(costs[2]));
  }
  // A surname of each parent.
  const int both = costs[1].surname() == kNoCost ? kNone : single + static_cast<int>(costs[1].surname());
  return std::min(seen, two(0) + two(2)) - kPerson - std::min(compound, both) - given_of_two(costs[2], costs[3]);
}

void NameModel::read(const Window& window, uint64_t at) {
  const uint64_t first = std::max(window.begin(), pidun::before(at, kBefore * kHanziBytes));
  const std::string_view text = window.view(first, at + kBehind * kHanziBytes);
  const auto place = static_cast<size_t>(at - first);
  at_ = 0;
  while (at_ < kBefore && (at_ + 1) * kHanziBytes <= place &&
         hanzi_at(text, place - (at_ + 1) * kHanziBytes) != kHanziCount)
    ++at_;
  const size_t begin = place - at_ * kHanziBytes;
  for (count_ = 0; count_ < at_ + kBehind; ++count_) {
    const uint32_t hanzi = hanzi_at(text, begin + count_ * kHanziBytes);
    if (hanzi == kHanziCount) break;
    hanzi_[count_] = hanzi;
    costs_[count_] = hanzi_costs(hanzi);
  }
}

uint64_t NameModel::key(size_t from, size_t length) const {
  uint64_t made = 0;
  for (size_t i = from; i < from + length; ++i) made = word_key(made, hanzi_[i]);
  return made;
}

uint64_t NameModel::key_from(size_t from, size_t length) const {
  return at_ + from + length <= count_ ? key(at_ + from, length) : 0;
}

uint64_t NameModel::key_before(size_t length) const { return length <= at_ ? key(at_ - length, length) : 0; }

unsigned NameModel::surname_cost(size_t length) const {
  if (at_ + length >= count_) return kNoCost;
  return length == 1 ? costs_[at_].surname() : compound_surname_cost(key(at_, 2));
}

int NameModel::given_cost(size_t from, size_t length) const {
  if (from + length > count_) return kNone;
  return length == 1 ? given_of_one(costs_[from]) : given_of_two(costs_[from], costs_[from + 1]);
}

// What words there may be, seen or not, and where sums begin and end.
void NameModel::read_words() {
  constexpr size_t kSummedBefore = 3, kSummedBehind = 7;
  first_ = at_ - std::min(at_, kSummedBefore);
  last_ = std::min(count_, at_ + kSummedBehind);
  for (size_t from = first_; from < last_; ++from) {
    std::array<int, kLongestCostedWord + 1>& words = words_[from];
    words = {kNone, word_of_one(costs_[from]), kNone, kNone, kNone};
    if (from + 2 > last_) continue;
    words[2] = unseen(costs_[from], costs_[from + 1]);
    if (from + 3 <= last_) words[3] = unseen(costs_[from], costs_[from + 1], costs_[from + 2]);
    uint64_t made = key(from, 2);
    if (!may_begin_word(made)) continue;
    for (size_t size = 2;; ++size) {
      words[size] = std::min(words[size], cost_of(word_cost(made)));
      if (size == kLongestCostedWord || from + size == last_) break;
      made = word_key(made, hanzi_[from + size]);
    }
  }
}

void NameModel::sum_until() {
  std::fill(until_.begin() + first_, until_.begin() + last_ + 1, kNone);
  until_[first_] = 0;
  const auto reach = [&](size_t from, size_t size, int cost) {
    until_[from + size] = std::min(until_[from + size], until_[from] + cost);
  };
  for (size_t from = first_; from < last_; ++from) {
    for (size_t size = 1; size <= std::min<size_t>(kLongestCostedWord, last_ - from); ++size)
      reach(from, size, words_[from][size]);
    int foreign = kForeign;
    for (size_t size = 1; size <= std::min(kMostForeign, last_ - from); ++size) {
      if (costs_[from + size - 1].foreign() == kNoCost) break;
      foreign += static_cast<int>(costs_[from + size - 1].foreign());
      if (size >= kLeastForeign) reach(from, size, foreign);
    }
  }
}

void NameModel::sum_from() {
  from_[last_] = 0;
  for (size_t from = last_; from-- > at_;) {
    from_[from] = kNone;
    for (size_t size = 1; size <= std::min<size_t>(kLongestCostedWord, last_ - from); ++size)
      from_[from] = std::min(from_[from], words_[from][size] + from_[from + size]);
  }
}

NameOdds NameModel::best() {
  NameOdds found;
  if (count_ == at_) return found;
  read_words();
  sum_until();
  sum_from();
  for (size_t surname = 1; surname <= 2; ++surname) {
    const unsigned family = surname_cost(surname);
    if (family == kNoCost) continue;
    for (size_t given = 1; given <= 2; ++given) {
      const int name = kPerson + static_cast<int>(family) + given_cost(at_ + surname, given);
      if (name >= kNone) continue;
      const int margin = until_[last_] - (until_[at_] + name + from_[at_ + surname + given]);
      if (found.length == 0 || margin >= found.margin) found = {surname, surname + given, margin};
    }
  }
  return found;
}

}  // namespace pidun
