// The fast word matcher: Hyperscan's pure-literal mode, bytes in, no start of match (a literal's length is known).
#include <algorithm>

#include "match/database_cache.h"
#include "match/hyperscan_handles.h"
#include "match/words.h"

namespace pidun {
namespace {

class HyperscanScratch final : public WordScratch {
 public:
  ScratchPointer memory;
};

struct Sink {
  std::vector<WordHit>* hits;
  const std::vector<uint32_t>* lengths;
  uint64_t base;
  bool out_of_memory = false;
};

int on_match(unsigned word, unsigned long long, unsigned long long end, unsigned, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  const uint32_t length = (*sink.lengths)[word];
  return take_match(sink.out_of_memory, [&] { sink.hits->push_back({sink.base + end - length, length, word}); });
}

// Hits come in order of their end, so one is out of place only among those within the longest word of it.
void sort_nearly_sorted(std::vector<WordHit>& hits, size_t first) {
  for (size_t i = first + 1; i < hits.size(); ++i) {
    const WordHit hit = hits[i];
    size_t place = i;
    for (; place > first && hit < hits[place - 1]; --place) hits[place] = hits[place - 1];
    hits[place] = hit;
  }
}

class HyperscanWords final : public WordMatcher {
 public:
  HyperscanWords(hs_database_t* database, const WordList& words) : database_(database) {
    for (const auto& word : words) lengths_.push_back(static_cast<uint32_t>(word.size()));
  }

  std::unique_ptr<WordScratch> make_scratch() const override {
    auto scratch = std::make_unique<HyperscanScratch>();
    hs_scratch_t* memory = nullptr;
    if (hs_alloc_scratch(database_.get(), &memory) != HS_SUCCESS) return nullptr;
    scratch->memory.reset(memory);
    return scratch;
  }

  void find(const Window& window, WordScratch& scratch, std::vector<WordHit>& hits) const override {
    const size_t first = hits.size();
    // Hyperscan's lengths have 32 bits; longer windows go in parts that overlap by the longest word.
    constexpr uint64_t kPart = uint64_t{1} << 30;
    hs_scratch_t* memory = static_cast<HyperscanScratch&>(scratch).memory.get();
    for (uint64_t at = window.begin(); at < window.end(); at += kPart) {
      const std::string_view part = window.view(at, at + kPart + kLongestWord);
      Sink sink{&hits, &lengths_, at};
      const hs_error_t status =
          hs_scan(database_.get(), part.data(), static_cast<unsigned>(part.size()), 0, memory, on_match, &sink);
      check_scan(status, sink.out_of_memory);
    }
    sort_nearly_sorted(hits, first);
    hits.erase(std::unique(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end()), hits.end());
  }

 private:
  DatabasePointer database_;
  std::vector<uint32_t> lengths_;
};

hs_database_t* compile(const WordList& words) {
  std::vector<const char*> literals;
  std::vector<size_t> lengths;
  std::vector<unsigned> ids, flags;
  for (const auto& word : words) {
    ids.push_back(static_cast<unsigned>(ids.size()));
    flags.push_back(HS_FLAG_CASELESS);
    literals.push_back(word.data());
    lengths.push_back(word.size());
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const auto count = static_cast<unsigned>(words.size());
  hs_compile_lit_multi(literals.data(), flags.data(), ids.data(), lengths.data(), count, HS_MODE_BLOCK, nullptr,
                       &database, &error);
  hs_free_compile_error(error);
  return database;
}

std::string key_of(const WordList& words) {
  std::string key = database_key("words 1");
  for (const auto& word : words) add_field(key, word);
  return key;
}

hs_database_t* cached_or_compiled(const WordList& words, const CacheFolder* cache) {
  if (cache == nullptr) return compile(words);
  const std::string key = key_of(words);
  if (hs_database_t* const kept = read_database(cache, key)) return kept;
  hs_database_t* const fresh = compile(words);
  if (fresh != nullptr) write_database(cache, key, fresh);
  return fresh;
}

}  // namespace

std::unique_ptr<WordMatcher> make_hyperscan_words(const WordList& words, std::string* why, const CacheFolder* cache) {
  if (loses_matches(hs_version())) {
    *why = "this Hyperscan version is known to lose matches";
  } else if (hs_valid_platform() != HS_SUCCESS) {
    *why = "the CPU lacks SSSE3";
  } else if (hs_database_t* const database = cached_or_compiled(words, cache)) {
    return std::make_unique<HyperscanWords>(database, words);
  } else {
    *why = "Hyperscan refused the words";
  }
  return nullptr;
}

}  // namespace pidun
