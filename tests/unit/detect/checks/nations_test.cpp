#include "detect/checks/nations.h"

#include <catch2/catch.hpp>
#include <string>

#include "pidun_tables.h"

namespace pidun {

TEST_CASE("countries by letters and by number") {
  for (const char* letters : {"USA", "CHN", "GBR", "ABW", "ZWE"}) CHECK(alpha3_known(letters));
  for (const char* digits : {"840", "156", "826", "004", "894"}) CHECK(numeric_known(digits));
  for (const char* other : {"", "US", "USAA", "usa", "XXX", "ZZZ", "AAA", "U5A", "\xff\xff\xff", "840"}) {
    INFO(other);
    CHECK_FALSE(alpha3_known(other));
  }
  for (const char* other : {"", "84", "0840", "000", "999", "003", "8a0", "USA"}) {
    INFO(other);
    CHECK_FALSE(numeric_known(other));
  }
}

TEST_CASE("exactly the rows of the table are known") {
  size_t letters = 0, numbers = 0;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) letters += alpha3_known(std::string{a, b, c}) ? 1u : 0u;
    }
  }
  for (int i = 0; i < 1000; ++i) numbers += numeric_known(std::to_string(1000 + i).substr(1)) ? 1u : 0u;
  CHECK(letters == tables::nations.size());
  CHECK(numbers == tables::nations.size());
  for (const tables::Nation& nation : tables::nations) CHECK(alpha3_known(nation.alpha3));
}

}  // namespace pidun
