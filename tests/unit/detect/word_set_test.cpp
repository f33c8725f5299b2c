// Fixed sets of words: what a text begins with, and what it is.
#include "detect/word_set.h"

#include <catch2/catch.hpp>

namespace pidun {

TEST_CASE("word set: the longest word that a text begins with") {
  WordSet set;
  CHECK(set.empty());
  for (const char* word : {"糖尿病", "糖尿病足", "高血压", "HIV阳性"}) set.add(word);
  CHECK(set.longest_at("糖尿病史") == 9);
  CHECK(set.longest_at("糖尿病足溃疡") == 12);
  CHECK(set.longest_at("糖尿") == 0);
  CHECK(set.longest_at("HIV阳性") == 9);
  CHECK(set.longest_at("") == 0);
  CHECK(set.contains("高血压"));
  CHECK_FALSE(set.contains("高血压病"));
  CHECK_FALSE(set.contains("高血"));
}

TEST_CASE("word set: a word does not end inside of a character") {
  WordSet set;
  set.add("\xE7\xB3");  // two bytes of 糖
  CHECK(set.longest_at("糖") == 0);
  CHECK(set.longest_at("\xE7\xB3") == 2);
}

TEST_CASE("word set: words of one or two bytes are found whatever follows") {
  WordSet set;
  set.add("ab");
  CHECK(set.longest_at("abc") == 2);
  CHECK(set.longest_at("ab") == 2);
  CHECK(set.longest_at("a") == 0);
}

}  // namespace pidun
