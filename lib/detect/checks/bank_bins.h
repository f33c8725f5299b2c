// Who issued a bank card: issuer prefixes of Chinese banks (3 to 10 digits) and the ranges of the international
// schemes (ISO/IEC 7812, GB/T 15694.1; JR/T 0008-2000). Tested in tests/unit/detect/checks/bank_bins_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace pidun {

struct BinFact {
  bool known = false;           // a listed prefix begins the number
  bool length_matches = false;  // and one of its lengths is the length of the number
  uint8_t prefix_digits = 0;
  uint8_t card_length = 0;  // the number's own length if it matches, else the shortest that is listed
  char type = '\0';         // 'D' debit, 'C' credit, 'S' semi-credit, 'P' prepaid, 'M' several
};

// The longest listed prefix of a number of ten digits or more; only these ten are looked at, and the size.
BinFact find_bin(std::string_view digits);

enum class CardScheme : uint8_t { none, visa, mastercard, maestro, amex, jcb, diners, discover, unionpay };

struct SchemeFact {
  CardScheme scheme = CardScheme::none;
  bool length_lawful = false;
};

// The scheme whose range the first four digits lie in; only these are looked at, and the size. 62 and 81 are UnionPay
// before they are anything else.
SchemeFact card_scheme(std::string_view digits);

// One table look-up that turns most numbers away: false if neither a listed issuer nor a scheme has cards of this
// length behind these first four digits. `digits` are four or more digits.
bool card_possible(std::string_view digits);

}  // namespace pidun
