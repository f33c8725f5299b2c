#include "rules/path_glob.h"

#include <vector>

namespace pidun {
namespace {

// Every place of the pattern where a match can stand, moved on by one character of the path at a time.
class Places {
 public:
  explicit Places(std::string_view pattern) : pattern_(pattern), now_(pattern.size() + 1), next_(pattern.size() + 1) {}

  void start() { enter(now_, 0); }

  void step(char c) {
    next_.assign(next_.size(), 0);
    for (size_t i = 0; i < pattern_.size(); ++i) {
      if (now_[i] == 0) continue;
      const bool wide = is_wide(i);
      if (pattern_[i] == '*') {
        if (wide || c != '/') enter(next_, i);
      } else if (pattern_[i] == c || (pattern_[i] == '?' && c != '/')) {
        enter(next_, i + 1);
      }
    }
    now_.swap(next_);
  }

  bool at_end() const { return now_[pattern_.size()] != 0; }

 private:
  bool is_wide(size_t i) const { return pattern_.substr(i, 2) == "**"; }

  // A star may also stand for nothing, so the place behind it is entered too.
  void enter(std::vector<char>& places, size_t i) const {
    while (true) {
      places[i] = 1;
      if (i >= pattern_.size() || pattern_[i] != '*') return;
      i += is_wide(i) ? size_t{2} : size_t{1};
    }
  }

  std::string_view pattern_;
  std::vector<char> now_, next_;
};

}  // namespace

bool path_fits(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return false;
  Places places(pattern);
  places.start();
  const bool anywhere = pattern[0] != '/';
  for (const char c : path) {
    places.step(c);
    if (anywhere && (c == '/' || c == '!')) places.start();
  }
  return places.at_end();
}

}  // namespace pidun
