// See pinyin.h.
#include "detect/pinyin.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr size_t kLongest = 32, kMostParts = 4, kLongestSyllable = 6, kMostSyllables = 3;
constexpr size_t kLongestSurname = 9;  // shangguan

// What a syllable ends in behind its initial, and surnames as they are spelt.
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
// Small letters, five bits each, so that a word of nine or fewer is one number; 0 is no word.
constexpr uint64_t with_letter(uint64_t word, char letter) {
  return word << 5 | static_cast<uint64_t>(letter - 'a' + 1);
}
constexpr uint64_t packed(std::string_view word) {
  uint64_t all = 0;
  for (const char letter : word) all = with_letter(all, letter);
  return all;
}

// A few words, each in one of the places behind that of its hash.
template <size_t bits>
class PackedWords {
 public:
  template <size_t n>
  constexpr explicit PackedWords(const std::string_view (&words)[n]) {
    static_assert(2 * n <= size_t{1} << bits);
    for (const std::string_view word : words) {
      size_t place = place_of(packed(word));
      while (words_[place] != 0) place = (place + 1) % words_.size();
      words_[place] = packed(word);
    }
  }
  constexpr bool has(uint64_t word) const {
    for (size_t place = place_of(word); words_[place] != 0; place = (place + 1) % words_.size())
      if (words_[place] == word) return true;
    return false;
  }

 private:
  static constexpr size_t place_of(uint64_t word) { return word * 0x9E3779B97F4A7C15 >> (64 - bits); }
  std::array<uint64_t, size_t{1} << bits> words_{};
};
constexpr PackedWords<7> kFinalWords(kFinals);
constexpr PackedWords<9> kSurnameWords(kSurnames);

// By letter.
constexpr uint32_t letters(std::string_view all) {
  uint32_t bits = 0;
  for (const char letter : all) bits |= 1u << (letter - 'a');
  return bits;
}
bool is_one_of(uint32_t all, char letter) { return (all >> (letter - 'a') & 1) != 0; }

// Of small letters, as all words here.
bool is_syllable(std::string_view text) {
  constexpr uint32_t kInitials = letters("bpmfdtnlgkhjqxrzcsyw"), kBeforeH = letters("zcs"), kAlone = letters("aeo");
  if (text.empty() || text.size() > kLongestSyllable) return false;
  size_t initial = is_one_of(kInitials, text[0]) ? 1 : 0;
  if (initial == 0 && !is_one_of(kAlone, text[0])) return false;
  if (text.size() > 1 && text[1] == 'h' && is_one_of(kBeforeH, text[0])) initial = 2;
  return kFinalWords.has(packed(text.substr(initial)));
}

// Whether the text is one to `most` syllables.
bool is_syllables(std::string_view text, size_t most) {
  if (most == 0) return false;
  if (is_syllable(text)) return true;
  for (size_t first = 1; first <= std::min(text.size(), kLongestSyllable); ++first)
    if (is_syllable(text.substr(0, first)) && is_syllables(text.substr(first), most - 1)) return true;
  return false;
}

bool is_surname_syllable(std::string_view text) {
  return text.size() <= kLongestSurname && kSurnameWords.has(packed(text));
}

// A surname and what follows it in one word.
bool is_one_word(std::string_view text) {
  constexpr size_t kShortest = 5, kLongestWord = kLongestSurname + (kMostSyllables - 1) * kLongestSyllable;
  if (text.size() < kShortest || text.size() > kLongestWord) return false;
  uint64_t word = with_letter(0, text[0]);
  for (size_t first = 2; first < std::min(text.size(), kLongestSurname + 1); ++first) {
    word = with_letter(word, text[first - 1]);
    if (kSurnameWords.has(word) && is_syllables(text.substr(first), kMostSyllables - 1)) return true;
  }
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

// A word of letters in any case; 0 if it is too long for a surname.
uint64_t packed_surname(std::string_view word) {
  if (word.size() > kLongestSurname) return 0;
  uint64_t all = 0;
  for (const char letter : word) all = with_letter(all, to_lower(letter));
  return all;
}

// Every word ends as syllables do, and of several the first or the last is a surname: nearly no text gets past this.
bool may_be_name(std::string_view text) {
  constexpr uint32_t kEndings = letters("aeiouvngr");
  if (!is_letter(text.front()) || !is_letter(text.back())) return true;
  if (!is_one_of(kEndings, to_lower(text.back()))) return false;
  const size_t first = static_cast<size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
  if (first == text.size() || kSurnameWords.has(packed_surname(text.substr(0, first)))) return true;
  size_t last = text.size();
  while (is_letter(text[last - 1])) --last;
  return kSurnameWords.has(packed_surname(text.substr(last)));
}

}  // namespace

bool is_pinyin_name(std::string_view text) {
  if (text.size() < 4 || text.size() > kLongest || !may_be_name(text)) return false;
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
