// The canaries of a list of 9,216 words compared the wrong words of their sample, so that Hyperscan was given up.
#include <catch2/catch.hpp>
#include <string>

#include "match/words.h"

namespace pidun {

TEST_CASE("canaries: they compare the words of their sample, however long the list") {
  std::string why;
  if (!make_hyperscan_words({"card_no"}, &why)) return;  // Hyperscan is not to be had: tested in words_test.cpp
  for (const size_t count : {1u, 95u, 96u, 97u, 192u, 2500u, 9216u}) {
    CAPTURE(count);
    WordList words;
    for (size_t i = 0; i < count; ++i) words.push_back("word" + std::to_string(100000 + i));
    CHECK(choose_words(words, WordBackend::automatic).name == "hyperscan");
  }
}

}  // namespace pidun
