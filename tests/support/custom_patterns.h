// Made-up users' patterns and texts that nearly or quite match them, for the property test and the fuzz target's seeds.
// Patterns come from a small grammar in which everything RE2 reads differently from its neighbours is likely: hanzi,
// classes, alternation, bounded repeats, anchors, (?i) beside hanzi, word borders.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "match/custom.h"

namespace pidun::made {

using Random = std::mt19937;

inline std::string choose(Random& random, const std::vector<std::string>& list) { return list[random() % list.size()]; }

// Characters that patterns and texts share, so that they meet.
inline std::string character(Random& random) {
  static const std::vector<std::string> list = {"a",  "b", "K", "k", "s", "S", "1",      "2",  "_", "-",  "号", "工",
                                                "张", "é", "É", "ж", "Ж", "ſ", "\u212A", "：", "😀", "\n", " "};
  return choose(random, list);
}

inline std::string character_class(Random& random) {
  static const std::vector<std::string> list = {"[ab]",
                                                "[^a]",
                                                "[a-z]",
                                                "[0-9]",
                                                "\\d",
                                                "\\w",
                                                "\\W",
                                                "\\s",
                                                "\\S",
                                                "[一-龥]",
                                                "[^一-龥]",
                                                "\\p{Han}",
                                                "\\P{Han}",
                                                "\\pL",
                                                "[[:alpha:]]",
                                                "[[:^digit:]]",
                                                ".",
                                                "(?s:.)",
                                                "[k-s]",
                                                "[\\x{e9}号]",
                                                "[^\\n]",
                                                "[\\d_号-]",
                                                "[a\\-b]",
                                                "[]a]",
                                                "[^]a]",
                                                "\\x{53f7}",
                                                "\\x61",
                                                "\\141",
                                                "[\\x{80}-\\x{10ffff}]",
                                                "[\\p{Lu}a]",
                                                "[^\\p{Lu}1]",
                                                "[А-я]"};
  return choose(random, list);
}

inline std::string escaped(const std::string& one) { return one == "-" || one == " " ? "\\" + one : one; }

inline std::string assertion(Random& random) {
  static const std::vector<std::string> list = {"^",   "$",      "\\b",    "\\B",  "\\A",
                                                "\\z", "(?m:^)", "(?m:$)", "(?m)", "(?i)"};
  return choose(random, list);
}

inline std::string count(Random& random) {
  static const std::vector<std::string> list = {"?",     "??",  "{2}",    "{1,3}",   "{0,2}",  "{2,4}?",
                                                "{0,1}", "{3}", "{1,40}", "{30,60}", "{0,200}"};
  return choose(random, list);
}

inline std::string pattern(Random& random, int depth);

inline std::string atom(Random& random, int depth) {
  const auto kind = random() % 10;
  if (kind < 5 || depth == 0) return escaped(character(random));
  if (kind < 8) return character_class(random);
  static const std::vector<std::string> open = {"(", "(?:", "(?i:", "(?P<name>", "(?m:", "(?s:", "(?-i:"};
  std::string group = choose(random, open);
  if (group == "(?P<name>") group = "(?P<n" + std::to_string(random()) + ">";
  return group + pattern(random, depth - 1) + ")";
}

inline std::string sequence(Random& random, int depth) {
  std::string text;
  const auto length = 1 + random() % 4;
  for (unsigned i = 0; i < length; ++i) {
    if (random() % 8 == 0) text += assertion(random);
    if (random() % 40 == 0) text += "\\Qa.b\\E";
    text += atom(random, depth);
    if (random() % 3 == 0) text += count(random);
  }
  if (random() % 12 == 0) text += assertion(random);
  return text;
}

inline std::string pattern(Random& random, int depth) {
  std::string text = sequence(random, depth);
  while (random() % 5 == 0) text += "|" + sequence(random, depth);
  return text;
}

inline CustomPattern custom_pattern(Random& random) {
  if (random() % 4 != 0) return {pattern(random, 2), false, random() % 4 == 0};
  std::string text;
  for (auto left = 1 + random() % 4; left > 0; --left) text += character(random);
  return {text, true, random() % 2 == 0};
}

// Pieces of the patterns' own texts with their syntax taken out, and characters, some runs, some bad bytes.
inline std::string text(Random& random, const std::vector<CustomPattern>& patterns) {
  std::string out;
  const auto pieces = random() % (random() % 10 == 0 ? 500 : 40);
  for (unsigned i = 0; i < pieces; ++i) {
    const std::string& source = patterns[random() % patterns.size()].text;
    switch (random() % 8) {
      case 0:
        for (const char c : source)
          if (std::string("\\(){}[]?|^$*+.").find(c) == std::string::npos) out += c;
        break;
      case 1:
        out += source.substr(random() % source.size());
        break;
      case 2:
        out += source.substr(0, random() % source.size());
        break;
      case 3:
        for (auto left = random() % (random() % 20 == 0 ? 100 : 6), same = random(); left > 0; --left)
          out += "ab1号k\n"[same % 3];
        break;
      case 4:
        if (random() % 8 == 0) out += static_cast<char>(random());
        break;
      default:
        out += character(random);
    }
  }
  return out;
}

}  // namespace pidun::made
