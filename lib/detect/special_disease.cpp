// See special_disease.h.
#include "detect/special_disease.h"

#include <algorithm>

#include "base/ascii.h"

namespace pidun {
namespace {

constexpr std::string_view kDenying[] = {"否认",  "排除", "阴性", "无",   "未",    "(-)",
                                         "（-）", "疫苗", "接种", "筛查", "家族史"};

struct Block {
  char letter;
  int first, last;
};
// WHO, ICD-10: tuberculosis; infections with a predominantly sexual mode of transmission; HIV disease; schizophrenia,
// schizotypal and delusional disorders; manic episode and bipolar affective disorder.
constexpr Block kBlocks[] = {{'A', 15, 19}, {'A', 50, 64}, {'B', 20, 24}, {'F', 20, 29}, {'F', 30, 31}};

constexpr size_t kCategory = 3;  // bytes: a letter and two digits

bool begins_with_category(std::string_view value) {
  return value.size() >= kCategory && is_upper(value[0]) && is_digit(value[1]) && is_digit(value[2]);
}

// F20.0, A53.901, B24: then nothing, a dot, or a sign that parts it from its name.
bool begins_with_code(std::string_view value) {
  if (!begins_with_category(value) || (value.size() > kCategory && is_alnum(value[kCategory]))) return false;
  const int number = (value[1] - '0') * 10 + (value[2] - '0');
  return std::any_of(std::begin(kBlocks), std::end(kBlocks), [&](const Block& block) {
    return value[0] == block.letter && number >= block.first && number <= block.last;
  });
}

}  // namespace

// Chinese extension: GB/T 14396-2016, and the longer codes of the national clinical version.
bool is_disease_code(std::string_view value) {
  constexpr size_t kLongest = 12;
  if (!begins_with_category(value) || value.size() > kLongest) return false;
  if (value.size() == kCategory) return true;
  const std::string_view behind = value.substr(kCategory);
  return behind.size() > 1 && behind[0] == '.' &&
         std::all_of(behind.begin() + 1, behind.end(), [](char c) { return is_digit(c) || c == 'x' || c == 'X'; });
}

bool names_special_disease(const WordSet& diseases, std::string_view value) {
  if (begins_with_code(value)) return true;
  bool named = false;
  for (size_t at = 0; at < value.size() && !named; ++at)
    named = diseases.may_begin(value.substr(at)) && diseases.longest_at(value.substr(at)) != 0;
  return named && std::none_of(std::begin(kDenying), std::end(kDenying),
                               [&](std::string_view word) { return value.find(word) != std::string_view::npos; });
}

}  // namespace pidun
