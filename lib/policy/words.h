// Every sentence of a verdict, in both languages. They compare numbers; none of them is a finding about anybody.
// The footer's sentence says so, and a test reads all of them for words that would say more.
// Tested in tests/unit/policy/words_test.cpp.
#pragma once

#include "policy/verdict.h"

namespace pidun::words {

// 250 is "2.5", 1620000 is "16200".
std::string ratio(uint64_t hundredths);
// 499999 is "4999.99", 500000 is "5000".
std::string yuan(uint64_t fen);

Bilingual level(Level level, Basis basis, Shares shares);
Bilingual footer();

// The items of art. 5(1): 3 to 5, by axis. With `masked` the count is a lower bound.
Bilingual item(Axis axis, uint64_t count, uint64_t line, const Range* masked);
Bilingual sum(uint64_t weighted, uint64_t line);
Bilingual proceeds(uint64_t fen, uint64_t line, bool assumed);
Bilingual half_line(Axis axis, uint64_t count, uint64_t line);
Bilingual ten_times();
Bilingual operator_line();
Bilingual position_watch();
Bilingual fact(Fact fact);

Bilingual masked(Range records);
Bilingual immediate();
Bilingual incomplete();
Bilingual unlinked(uint64_t rows);
Bilingual image_bulk(uint64_t pictures);
Bilingual people(uint64_t persons, const Bilingual* rule);
Bilingual sample(const VerifiedShare& share);
Bilingual estimate(Range fen, bool assumed);
Bilingual ordinary_only();

// Of a case profile: how alike the fields are.
Bilingual resemblance(const Bilingual& name, uint32_t score);

}  // namespace pidun::words
