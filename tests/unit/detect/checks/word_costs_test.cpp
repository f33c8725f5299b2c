// Costs of words and of the characters of names: what the packed tables say, and that they say it of nothing else.
#include "detect/checks/word_costs.h"

#include <catch2/catch.hpp>
#include <string_view>

namespace pidun {
namespace {

uint64_t key_of(std::u16string_view word) {
  uint64_t key = 0;
  for (const char16_t c : word) key = word_key(key, c - kFirstHanzi);
  return key;
}

HanziCosts of(char16_t c) { return hanzi_costs(c - kFirstHanzi); }

}  // namespace

TEST_CASE("word costs: words are found, the frequent ones the cheaper") {
  for (const std::u16string_view word : {u"高兴", u"白色", u"银行卡", u"王府井", u"莫名其妙", u"王者荣耀"}) {
    CHECK(may_begin_word(key_of(word.substr(0, 2))));
    CHECK(word_cost(key_of(word)) != kNoCost);
  }
  CHECK(word_cost(key_of(u"我们")) < word_cost(key_of(u"高兴")));
  CHECK(word_cost(key_of(u"高兴")) < word_cost(key_of(u"高粱")));
}

TEST_CASE("word costs: what is no word has none") {
  for (const std::u16string_view word : {u"傅杰", u"高陈", u"陈雨桐", u"许志远"})
    CHECK(word_cost(key_of(word)) == kNoCost);
}

TEST_CASE("word costs: characters by their place in names") {
  CHECK(of(u'王').surname() < of(u'傅').surname());
  CHECK(of(u'的').surname() == kNoCost);
  CHECK(of(u'伟').single() < of(u'国').single());
  CHECK(of(u'建').first() < of(u'杰').first());
  CHECK(of(u'的').second() == kNoCost);
  CHECK(of(u'斯').foreign() != kNoCost);
  CHECK(is_usual_surname(of(u'王')));
  CHECK_FALSE(is_usual_surname(of(u'公')));
  CHECK(may_begin_name(u'欧' - kFirstHanzi));
}

TEST_CASE("word costs: compound surnames, and nothing else") {
  for (const std::u16string_view name : {u"欧阳", u"司马", u"诸葛", u"皇甫"})
    CHECK(compound_surname_cost(key_of(name)) != kNoCost);
  for (const std::u16string_view name : {u"王李", u"公司", u"阳欧"})
    CHECK(compound_surname_cost(key_of(name)) == kNoCost);
}

}  // namespace pidun
