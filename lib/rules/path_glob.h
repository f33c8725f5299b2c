// Paths by pattern: '*' is any run of characters but '/', '**' any run at all, '?' one character but '/'.
// A pattern fits a path, or the end of one that begins behind a '/' or an archive's '!'; one that begins with '/' fits
// whole paths only. "fixtures/*.csv" fits "tests/fixtures/a.csv" and "./fixtures/a.csv", not "fixtures/x/a.csv".
// Takes time in proportion to pattern times path, whatever they hold. Tested in tests/unit/rules/path_glob_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

bool path_fits(std::string_view pattern, std::string_view path);

}  // namespace pidun
