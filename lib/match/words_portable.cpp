// The portable word matcher: an Aho-Corasick automaton, one table lookup a byte. Slow beside Hyperscan,
// and short enough to be seen to be right.
#include <algorithm>
#include <array>
#include <queue>

#include "match/words.h"

namespace pidun {
namespace {

unsigned char lower(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

class PortableWords final : public WordMatcher {
 public:
  explicit PortableWords(const WordList& words) : words_(words) {
    add_state();
    for (uint32_t word = 0; word < words.size(); ++word) insert(word);
    link();
  }

  std::unique_ptr<WordScratch> make_scratch() const override { return std::make_unique<WordScratch>(); }

  void find(const Window& window, WordScratch&, std::vector<WordHit>& hits) const override {
    const size_t first = hits.size();
    const std::string_view bytes = window.bytes();
    uint32_t state = 0;
    for (size_t at = 0; at < bytes.size(); ++at) {
      state = next_[state][lower(bytes[at])];
      for (uint32_t from = state; from != 0; from = shorter_[from])
        for (const uint32_t word : ending_[from]) {
          const size_t length = words_[word].size();
          hits.push_back({window.begin() + at + 1 - length, static_cast<uint32_t>(length), word});
        }
    }
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end());
  }

 private:
  uint32_t add_state() {
    next_.emplace_back();
    next_.back().fill(0);
    ending_.emplace_back();
    shorter_.push_back(0);
    return static_cast<uint32_t>(next_.size() - 1);
  }

  void insert(uint32_t word) {
    uint32_t state = 0;
    for (const char c : words_[word]) {
      if (next_[state][lower(c)] == 0) {
        const uint32_t added = add_state();
        next_[state][lower(c)] = added;
      }
      state = next_[state][lower(c)];
    }
    ending_[state].push_back(word);
  }

  // Fills in failure transitions breadth first, and for each state the nearest shorter one that ends a word.
  void link() {
    std::vector<uint32_t> failure(next_.size(), 0);
    std::queue<uint32_t> open;
    for (const uint32_t child : next_[0])
      if (child != 0) open.push(child);
    while (!open.empty()) {
      const uint32_t state = open.front();
      open.pop();
      for (size_t byte = 0; byte < 256; ++byte) {
        const uint32_t child = next_[state][byte];
        const uint32_t fallback = next_[failure[state]][byte];
        if (child == 0) {
          next_[state][byte] = fallback;
          continue;
        }
        failure[child] = fallback;
        shorter_[child] = ending_[fallback].empty() ? shorter_[fallback] : fallback;
        open.push(child);
      }
    }
  }

  const WordList words_;
  std::vector<std::array<uint32_t, 256>> next_;
  std::vector<std::vector<uint32_t>> ending_;  // words that end in this state
  std::vector<uint32_t> shorter_;              // next state on the failure path that ends a word; 0 = none
};

}  // namespace

std::unique_ptr<WordMatcher> make_portable_words(const WordList& words) {
  return std::make_unique<PortableWords>(words);
}

}  // namespace pidun
