// The fast matcher. Hyperscan passes over each stretch of text: a literal's end gives the hit, a regex's end gives a
// neighbourhood in which RE2 then looks. A match lies within its widest width of an end that Hyperscan reports, so the
// neighbourhoods, joined where they touch, hold every match whole, and RE2 sees no byte twice for a pattern.
#include <algorithm>
#include <tuple>

#include "match/custom_backends.h"
#include "match/custom_database.h"
#include "match/custom_sets.h"
#include "match/utf8_stretches.h"
#include "match/words.h"

namespace pidun {
namespace {

struct End {
  uint32_t pattern;
  uint64_t end;
  friend auto operator<=>(const End&, const End&) = default;
};

class HyperscanCustomScratch final : public CustomScratch {
 public:
  ScratchPointer memory;
  std::vector<Span> stretches, found;
  std::vector<uint32_t> fired;             // patterns with a neighbourhood, or reported by a set
  std::vector<std::vector<Span>> regions;  // of each pattern, ascending and apart
  std::vector<End> ends;                   // of literals
};

struct Sink {
  HyperscanCustomScratch* scratch;
  const std::vector<CompiledPattern>* rules;
  uint64_t size;
  bool out_of_memory = false;
};

// Ends come in order; were one to come late, the regions that it reaches are joined.
void add_region(std::vector<Span>& regions, Span near) {
  while (!regions.empty() && near.begin <= regions.back().end) {
    near = {std::min(regions.back().begin, near.begin), std::max(regions.back().end, near.end)};
    regions.pop_back();
  }
  regions.push_back(near);
}

void take_end(const Sink& sink, uint32_t pattern, uint64_t end) {
  const CompiledPattern& rule = (*sink.rules)[pattern];
  if (rule.literal) return sink.scratch->ends.push_back({pattern, end});
  const uint64_t width = rule.width.most;
  auto& regions = sink.scratch->regions[pattern];
  if (regions.empty()) sink.scratch->fired.push_back(pattern);
  add_region(regions, {end > width ? end - width : 0, std::min(sink.size, end + width)});
}

int on_match(unsigned pattern, unsigned long long, unsigned long long to, unsigned, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  return take_match(sink.out_of_memory, [&] { take_end(sink, pattern, to); });
}

class HyperscanCustom final : public CustomMatcher {
 public:
  HyperscanCustom(std::vector<CompiledPattern> rules, CustomDatabase database)
      : rules_(std::move(rules)), database_(std::move(database)), sets_(rules_, database_.refused) {
    for (const uint32_t refused : database_.refused) compile_literal(rules_[refused]);
  }

  std::unique_ptr<CustomScratch> make_scratch() const override {
    auto scratch = std::make_unique<HyperscanCustomScratch>();
    hs_scratch_t* memory = nullptr;
    if (database_.handle && hs_alloc_scratch(database_.handle.get(), &memory) != HS_SUCCESS) return nullptr;
    scratch->memory.reset(memory);
    scratch->regions.resize(rules_.size());
    return scratch;
  }

  std::string name() const override { return "hyperscan"; }

  // A database is kept once it has passed; one from the cache has.
  bool sound(const CacheFolder* cache) const {
    if (database_.from_cache) return true;
    if (!custom_canaries_pass(rules_, *this)) return false;
    keep_custom_database(database_, rules_, cache);
    return true;
  }

  void find(const Window& window, CustomScratch& scratch, std::vector<CustomHit>& hits) const override {
    auto& own = static_cast<HyperscanCustomScratch&>(scratch);
    const size_t first = hits.size();
    find_utf8_stretches(window.bytes(), own.stretches);
    for (const Span stretch : own.stretches) {
      const std::string_view text = window.bytes().substr(stretch.begin, stretch.size());
      const uint64_t base = window.begin() + stretch.begin;
      look(text, own);
      take_literals(base, own, hits);
      take_regexes(text, base, own, hits);
    }
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end(),
              [](const auto& a, const auto& b) { return std::tie(a.begin, a.pattern) < std::tie(b.begin, b.pattern); });
  }

 private:
  // Leaves the ends of literals, and the regions of regexes that fired.
  void look(std::string_view text, HyperscanCustomScratch& own) const {
    own.ends.clear();
    for (const uint32_t pattern : own.fired) own.regions[pattern].clear();  // an earlier call may have thrown
    own.fired.clear();
    Sink sink{&own, &rules_, text.size()};
    if (database_.handle)
      check_scan(hs_scan(database_.handle.get(), text.data(), static_cast<unsigned>(text.size()), 0, own.memory.get(),
                         on_match, &sink),
                 sink.out_of_memory);
    const size_t from_sets = own.fired.size();
    sets_.find(text, own.fired);
    for (size_t i = from_sets; i < own.fired.size(); ++i) own.regions[own.fired[i]] = {{0, text.size()}};
  }

  void take_literals(uint64_t base, HyperscanCustomScratch& own, std::vector<CustomHit>& hits) const {
    std::sort(own.ends.begin(), own.ends.end());
    uint64_t free_from = 0;
    for (size_t i = 0; i < own.ends.size(); ++i) {
      const auto [pattern, end] = own.ends[i];
      if (i == 0 || own.ends[i - 1].pattern != pattern) free_from = 0;
      const uint64_t begin = end - rules_[pattern].width.most;
      if (begin < free_from) continue;
      hits.push_back({base + begin, base + end, pattern});
      free_from = end;
    }
  }

  void take_regexes(std::string_view text, uint64_t base, HyperscanCustomScratch& own,
                    std::vector<CustomHit>& hits) const {
    for (const uint32_t pattern : own.fired) {
      own.found.clear();
      for (const Span region : own.regions[pattern])
        find_in_region(rules_[pattern].regex->get(), text, region, own.found);
      own.regions[pattern].clear();
      for (const Span match : own.found) hits.push_back({base + match.begin, base + match.end, pattern});
    }
  }

  std::vector<CompiledPattern> rules_;
  CustomDatabase database_;
  CustomSets sets_;
};

}  // namespace

std::unique_ptr<CustomMatcher> make_hyperscan_custom(std::vector<CompiledPattern> rules, const CacheFolder* cache,
                                                     std::string* why) {
  if (loses_matches(hs_version())) {
    *why = "this Hyperscan version is known to lose matches";
  } else if (hs_valid_platform() != HS_SUCCESS) {
    *why = "the CPU lacks SSSE3";
  } else {
    CustomDatabase database = make_custom_database(rules, cache);
    auto matcher = std::make_unique<HyperscanCustom>(std::move(rules), std::move(database));
    if (matcher->sound(cache)) return matcher;
    *why = "Hyperscan failed its canaries";
  }
  return nullptr;
}

}  // namespace pidun
