// Choosing the word backend: Hyperscan, unless its version or the canaries speak against it.
#include <cstdio>

#include "match/words.h"

namespace pidun {
namespace {

// Texts in which every word stands at every distance from the borders and from 64-byte blocks, in either case, glued
// to its neighbours and to hanzi: the places where a vector matcher goes wrong.
std::string canary_text(const WordList& words) {
  std::string text;
  size_t pad = 0;
  for (const auto& word : words) {
    text += word;
    text.append(pad % 67, pad % 2 == 0 ? 'x' : ' ');
    ++pad;
    for (const char c : word) text += (c >= 'a' && c <= 'z') ? static_cast<char>(c - 'a' + 'A') : c;
    text += "号";
    text += word;
    text += word.substr(0, word.size() - 1);  // a near miss
  }
  return text;
}

// A few words from all over the list: what a broken matcher loses, it loses of any words.
size_t sample_step(const WordList& words) {
  constexpr size_t kMost = 96;
  return words.size() / kMost + 1;
}

WordList sample_of(const WordList& words, size_t step) {
  WordList sample;
  for (size_t i = 0; i < words.size(); i += step) sample.push_back(words[i]);
  return sample;
}

// Of all that the matcher finds, what it finds of the sample is compared.
bool canaries_pass(const WordList& words, const WordMatcher& fast) {
  const size_t step = sample_step(words);
  const WordList sample = sample_of(words, step);
  const auto oracle_matcher = make_portable_words(sample);
  const WordMatcher& oracle = *oracle_matcher;
  const std::string text = canary_text(sample);
  const auto fast_scratch = fast.make_scratch();
  const auto oracle_scratch = oracle.make_scratch();
  if (!fast_scratch || !oracle_scratch) return false;
  std::vector<WordHit> got, expected;
  fast.find(Window(text, 0), *fast_scratch, got);
  oracle.find(Window(text, 0), *oracle_scratch, expected);
  std::erase_if(got, [&](const WordHit& hit) { return hit.word % step != 0; });
  for (WordHit& hit : got) hit.word = static_cast<uint32_t>(hit.word / step);
  return !expected.empty() && got == expected;
}

}  // namespace

bool loses_matches(std::string_view hs_version) {
  int major = 0, minor = 0, patch = 0;
  const std::string text(hs_version);
  if (std::sscanf(text.c_str(), "%d.%d.%d", &major, &minor, &patch) != 3) return true;
  return major == 5 && minor == 4 && patch >= 3 && patch <= 12;
}

ChosenWords choose_words(const WordList& words, WordBackend backend, const CacheFolder* cache) {
  if (backend == WordBackend::portable) return {make_portable_words(words), "portable"};
  std::string why;
  auto fast = make_hyperscan_words(words, &why, cache);
  if (fast && !canaries_pass(words, *fast)) {
    fast.reset();
    why = "Hyperscan failed its canaries";
  }
  if (fast) return {std::move(fast), "hyperscan"};
  if (backend == WordBackend::hyperscan) return {nullptr, why};
  return {make_portable_words(words), "portable: " + why};
}

}  // namespace pidun
