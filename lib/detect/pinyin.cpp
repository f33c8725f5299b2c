// See pinyin.h.
#include "detect/pinyin.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr size_t kLongest = 32, kMostParts = 4, kLongestSyllable = 6, kMostSyllables = 3;
constexpr size_t kLongestSurname = 9;  // shangguan

// In the order of the alphabet: what a syllable ends in behind its initial, and surnames as they are spelt.
constexpr std::string_view kFinals[] = {
    "a",   "ai",   "an", "ang", "ao",  "e",  "ei", "en", "eng", "er",  "i",    "ia", "ian", "iang", "iao", "ie", "in",
    "ing", "iong", "iu", "o",   "ong", "ou", "u",  "ua", "uai", "uan", "uang", "ue", "ui",  "un",   "uo",  "v",  "ve",
};
constexpr std::string_view kSurnames[] = {
    "an",    "bai",       "bao",   "bi",    "bian",  "bo",   "bu",     "cai",    "cao",  "cen",   "chai",  "chang",
    "chao",  "che",       "chen",  "cheng", "chi",   "chu",  "cui",    "dai",    "deng", "di",    "diao",  "ding",
    "dong",  "dou",       "du",    "duan",  "fan",   "fang", "fei",    "feng",   "fu",   "gan",   "gao",   "ge",
    "geng",  "gong",      "gou",   "gu",    "guan",  "guo",  "han",    "hao",    "he",   "hong",  "hou",   "hu",
    "hua",   "huang",     "huo",   "ji",    "jia",   "jian", "jiang",  "jiao",   "jin",  "jing",  "ju",    "kang",
    "ke",    "kong",      "kuang", "lai",   "lan",   "lang", "lei",    "leng",   "li",   "lian",  "liang", "liao",
    "lin",   "ling",      "liu",   "long",  "lou",   "lu",   "luo",    "lv",     "ma",   "man",   "mao",   "mei",
    "meng",  "mi",        "miao",  "min",   "mo",    "mou",  "mu",     "na",     "ni",   "nie",   "ning",  "niu",
    "ou",    "ouyang",    "pan",   "pang",  "pei",   "peng", "pi",     "ping",   "pu",   "qi",    "qian",  "qiang",
    "qiao",  "qin",       "qiu",   "qu",    "quan",  "ran",  "rao",    "ren",    "rong", "ruan",  "sha",   "shan",
    "shang", "shangguan", "shao",  "shen",  "sheng", "shi",  "shu",    "shui",   "si",   "sima",  "situ",  "song",
    "su",    "sui",       "sun",   "tai",   "tan",   "tang", "tao",    "teng",   "tian", "tong",  "tu",    "wan",
    "wang",  "wei",       "wen",   "weng",  "wu",    "xi",   "xia",    "xiahou", "xian", "xiang", "xiao",  "xie",
    "xin",   "xing",      "xiong", "xu",    "xuan",  "xue",  "yan",    "yang",   "yao",  "ye",    "yi",    "yin",
    "ying",  "you",       "yu",    "yuan",  "yue",   "yun",  "zang",   "zeng",   "zha",  "zhai",  "zhan",  "zhang",
    "zhao",  "zhen",      "zheng", "zhong", "zhou",  "zhu",  "zhuang", "zhuge",  "zhuo", "zong",  "zou",   "zu",
    "zuo",
};
static_assert(std::is_sorted(std::begin(kFinals), std::end(kFinals)));
static_assert(std::is_sorted(std::begin(kSurnames), std::end(kSurnames)));

template <size_t n>
bool is_in(const std::string_view (&words)[n], std::string_view word) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

bool is_syllable(std::string_view text) {
  constexpr std::string_view kInitials = "bpmfdtnlgkhjqxrzcsyw";
  if (text.empty() || text.size() > kLongestSyllable) return false;
  size_t initial = kInitials.find(text[0]) != kInitials.npos ? 1 : 0;
  if (initial == 1 && text.size() > 1 && text[1] == 'h' &&
      std::string_view("zcs").find(text[0]) != std::string_view::npos)
    initial = 2;
  return is_in(kFinals, text.substr(initial)) &&
         (initial != 0 || std::string_view("aeo").find(text[0]) != std::string_view::npos);
}

// Whether the text is one to `most` syllables.
bool is_syllables(std::string_view text, size_t most) {
  if (most == 0) return false;
  if (is_syllable(text)) return true;
  for (size_t first = 1; first <= std::min(text.size(), kLongestSyllable); ++first)
    if (is_syllable(text.substr(0, first)) && is_syllables(text.substr(first), most - 1)) return true;
  return false;
}

bool is_surname_syllable(std::string_view text) { return is_in(kSurnames, text); }

// A surname and what follows it in one word.
bool is_one_word(std::string_view text) {
  constexpr size_t kShortest = 5;
  if (text.size() < kShortest) return false;
  for (size_t first = 2; first < std::min(text.size(), kLongestSurname + 1); ++first)
    if (is_surname_syllable(text.substr(0, first)) && is_syllables(text.substr(first), kMostSyllables - 1)) return true;
  return false;
}

struct Parts {
  std::array<std::string_view, kMostParts> parts;
  size_t count = 0;
  bool other = false;  // signs, or too many
};

// Of lower-case letters, parted by blanks, commas, dashes and apostrophes.
Parts parts_of(std::string_view text) {
  Parts made;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_lower(text[end])) ++end;
    if (end == at) {
      made.other |= std::string_view(" ,-'").find(text[at]) == std::string_view::npos;
      ++at;
      continue;
    }
    if (made.count == kMostParts) return {{}, 0, true};
    made.parts[made.count++] = text.substr(at, end - at);
    at = end;
  }
  return made;
}

}  // namespace

bool is_pinyin_name(std::string_view text) {
  if (text.size() < 4 || text.size() > kLongest) return false;
  std::array<char, kLongest> lower{};
  std::transform(text.begin(), text.end(), lower.begin(), to_lower);
  const Parts made = parts_of({lower.data(), text.size()});
  if (made.other || made.count == 0) return false;
  const auto& parts = made.parts;
  if (made.count == 1) return is_one_word(parts[0]);
  const auto given = [&](size_t first, size_t behind) {
    size_t syllables = 0;
    for (size_t i = first; i < behind; ++i) {
      if (!is_syllables(parts[i], kMostSyllables - 1)) return false;
      syllables += is_syllable(parts[i]) ? 1u : 2u;
    }
    return syllables < kMostSyllables;
  };
  return (is_surname_syllable(parts[0]) && given(1, made.count)) ||
         (is_surname_syllable(parts[made.count - 1]) && given(0, made.count - 1));
}

}  // namespace pidun
