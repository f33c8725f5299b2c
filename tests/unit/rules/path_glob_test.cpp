// Path patterns: a table, a slow oracle that recurses, and long hostile patterns in bounded time.
#include "rules/path_glob.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace pidun {
namespace {

// The same by trying every choice: exponential, for short texts only.
bool fits_here(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return path.empty();
  if (pattern[0] == '*') {
    const bool wide = pattern.substr(0, 2) == "**";
    if (fits_here(pattern.substr(wide ? 2 : 1), path)) return true;
    return !path.empty() && (wide || path[0] != '/') && fits_here(pattern, path.substr(1));
  }
  if (path.empty()) return false;
  const bool same = pattern[0] == path[0] || (pattern[0] == '?' && path[0] != '/');
  return same && fits_here(pattern.substr(1), path.substr(1));
}

bool fits_slowly(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return false;
  if (fits_here(pattern, path)) return true;
  for (size_t i = 0; i < path.size() && pattern[0] != '/'; ++i)
    if ((path[i] == '/' || path[i] == '!') && fits_here(pattern, path.substr(i + 1))) return true;
  return false;
}

}  // namespace

TEST_CASE("path glob: a table") {
  struct Case {
    const char *pattern, *path;
    bool fits;
  };
  const Case cases[] = {
      {"a.csv", "a.csv", true},
      {"a.csv", "x/a.csv", true},
      {"a.csv", "xa.csv", false},
      {"a.csv", "a.csv.bak", false},
      {"*.csv", "x/y/a.csv", true},
      {"*.csv", "a.csv/b", false},
      {"x/*.csv", "x/a.csv", true},
      {"x/*.csv", "x/y/a.csv", false},
      {"x/**", "x/y/a.csv", true},
      {"x/**/a.csv", "x/y/z/a.csv", true},
      {"x/**", "wx/y", false},
      {"/x/**", "/x/y", true},
      {"/x/**", "/w/x/y", false},
      {"a?c", "abc", true},
      {"a?c", "a/c", false},
      {"a/b.csv", "dump.zip!a/b.csv", true},
      {"*.zip!**", "d/dump.zip!a/b", true},
      {"*", "a", true},
      {"*", "", true},
      {"", "", false},
      {"**", "any/thing", true},
      {"-", "-", true},
      {"数据/*.csv", "x/数据/一.csv", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern, c.path);
    CHECK(path_fits(c.pattern, c.path) == c.fits);
    CHECK(fits_slowly(c.pattern, c.path) == c.fits);
  }
}

TEST_CASE("path glob: agrees with trying every choice") {
  std::mt19937 random(20260102);
  const std::string letters = "ab/*?*!";
  const auto text = [&](size_t most, size_t of) {
    std::string out(random() % (most + 1), '\0');
    for (char& c : out) c = letters[random() % of];
    return out;
  };
  int fits = 0;
  for (int i = 0; i < 200000; ++i) {
    const std::string pattern = text(7, 6), path = text(9, 3);
    const bool wanted = fits_slowly(pattern, path);
    fits += wanted ? 1 : 0;
    if (path_fits(pattern, path) != wanted) FAIL(pattern << " on " << path);
  }
  CHECK(fits > 10000);
}

TEST_CASE("path glob: a hostile pattern takes bounded time") {
  std::string pattern;
  while (pattern.size() < 250) pattern += "*a";
  const std::string path(4096, 'a');
  CHECK_FALSE(path_fits(pattern + "b", path));
}

}  // namespace pidun
