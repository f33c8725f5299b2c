// Unified social credit code, 18 characters: department, category, six region digits, organisation code of nine
// (GB 11714), check character. GB 32100-2015. Names a legal person; here because it looks like an ID number.
// Letters are upper case. Tested in tests/unit/detect/checks/company_code_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// Eighteen characters of the set (digits and capitals but I O S V Z), a department that exists, a category of it,
// six digits. Says nothing of the check character.
bool company_code_shape(std::string_view code);

// Check character of the first seventeen (mod 31); NUL if a character is outside the set.
char company_code_check(std::string_view seventeen);

// Characters of the set, and the 18th fits.
bool company_code_valid(std::string_view eighteen);

// Check character of eight characters of an organisation code (GB 11714-1997, mod 11); NUL if one is no digit or
// capital. Every company code of a public register that was looked at obeys it inside (204 of 204), made-up examples
// in documents often do not: evidence for a real code, no condition.
char organisation_code_check(std::string_view eight);
bool organisation_code_valid(std::string_view nine);

}  // namespace pidun
