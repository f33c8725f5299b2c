// The fast matcher. Hyperscan passes over each stretch of text: a literal's end gives the hit, a regex's end gives a
// neighbourhood in which RE2 then looks. A match lies within its widest width of an end that Hyperscan reports, so the
// neighbourhoods, joined where they touch, hold every match whole, and RE2 sees no byte twice for a pattern.
#include <algorithm>
#include <stdexcept>
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

struct RegexSink {
  HyperscanCustomScratch* scratch;
  const std::vector<CustomRule>* rules;
  uint64_t size;
};

int on_literal(unsigned pattern, unsigned long long, unsigned long long to, unsigned, void* user) {
  const uint64_t end = to;
  static_cast<HyperscanCustomScratch*>(user)->ends.push_back({pattern, end});
  return 0;
}

int on_regex(unsigned pattern, unsigned long long, unsigned long long to, unsigned, void* user) {
  const uint64_t end = to;
  const auto& sink = *static_cast<RegexSink*>(user);
  const uint64_t width = (*sink.rules)[pattern].width.most;
  auto& regions = sink.scratch->regions[pattern];
  const Span near{end > width ? end - width : 0, std::min(sink.size, end + width)};
  if (regions.empty()) sink.scratch->fired.push_back(pattern);
  if (regions.empty() || near.begin > regions.back().end) {
    regions.push_back(near);
  } else {
    // Ends come in order; were one to come late, the region that takes it in only grows.
    while (regions.size() > 1 && near.begin <= regions[regions.size() - 2].end) {
      regions[regions.size() - 2].end = std::max(regions[regions.size() - 2].end, regions.back().end);
      regions.pop_back();
    }
    regions.back() = {std::min(regions.back().begin, near.begin), std::max(regions.back().end, near.end)};
  }
  return 0;
}

class HyperscanCustom final : public CustomMatcher {
 public:
  HyperscanCustom(std::vector<CustomRule> rules, CustomDatabases databases)
      : rules_(std::move(rules)), databases_(std::move(databases)), sets_(rules_, databases_.refused) {}

  std::unique_ptr<CustomScratch> make_scratch() const override {
    auto scratch = std::make_unique<HyperscanCustomScratch>();
    hs_scratch_t* memory = nullptr;
    for (const auto* database : {databases_.literals.get(), databases_.regexes.get()}) {
      const bool failed = database != nullptr && hs_alloc_scratch(database, &memory) != HS_SUCCESS;
      if (failed) hs_free_scratch(memory);
      if (failed) return nullptr;
    }
    scratch->memory.reset(memory);
    scratch->regions.resize(rules_.size());
    return scratch;
  }

  std::string name() const override { return "hyperscan"; }

  void find(const Window& window, CustomScratch& scratch, std::vector<CustomHit>& hits) const override {
    auto& own = static_cast<HyperscanCustomScratch&>(scratch);
    const size_t first = hits.size();
    find_utf8_stretches(window.bytes(), own.stretches);
    for (const Span stretch : own.stretches) {
      const std::string_view text = window.bytes().substr(stretch.begin, stretch.size());
      const uint64_t base = window.begin() + stretch.begin;
      if (databases_.literals) find_literals(text, base, own, hits);
      if (databases_.regexes || !sets_.empty()) find_regexes(text, base, own, hits);
    }
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end(),
              [](const auto& a, const auto& b) { return std::tie(a.begin, a.pattern) < std::tie(b.begin, b.pattern); });
  }

 private:
  // A scan that failed may have lost matches: that must never pass for "none". The C API turns it into a status.
  static void scan(const hs_database_t* database, std::string_view text, HyperscanCustomScratch& own,
                   match_event_handler handler, void* sink) {
    if (hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, own.memory.get(), handler, sink) !=
        HS_SUCCESS)
      throw std::logic_error("hs_scan failed");
  }

  void find_literals(std::string_view text, uint64_t base, HyperscanCustomScratch& own,
                     std::vector<CustomHit>& hits) const {
    own.ends.clear();
    scan(databases_.literals.get(), text, own, on_literal, &own);
    std::sort(own.ends.begin(), own.ends.end());
    uint64_t free_from = 0;
    for (size_t i = 0; i < own.ends.size(); ++i) {
      const auto [pattern, end] = own.ends[i];
      if (i == 0 || own.ends[i - 1].pattern != pattern) free_from = 0;
      const uint64_t begin = end - rules_[pattern].bytes.size();
      if (begin < free_from) continue;
      hits.push_back({base + begin, base + end, pattern});
      free_from = end;
    }
  }

  void find_regexes(std::string_view text, uint64_t base, HyperscanCustomScratch& own,
                    std::vector<CustomHit>& hits) const {
    for (const uint32_t pattern : own.fired) own.regions[pattern].clear();  // an earlier call may have thrown
    own.fired.clear();
    RegexSink sink{&own, &rules_, text.size()};
    if (databases_.regexes) scan(databases_.regexes.get(), text, own, on_regex, &sink);
    const size_t from_sets = own.fired.size();
    sets_.find(text, own.fired);
    for (size_t i = from_sets; i < own.fired.size(); ++i) own.regions[own.fired[i]] = {{0, text.size()}};
    for (const uint32_t pattern : own.fired) {
      own.found.clear();
      for (const Span region : own.regions[pattern]) find_in_region(rules_[pattern], text, region, own.found);
      own.regions[pattern].clear();
      for (const Span match : own.found) hits.push_back({base + match.begin, base + match.end, pattern});
    }
  }

  std::vector<CustomRule> rules_;
  CustomDatabases databases_;
  CustomSets sets_;
};

}  // namespace

std::unique_ptr<CustomMatcher> make_hyperscan_custom(std::vector<CustomRule>& rules, const CacheFolder* cache,
                                                     std::string* why) {
  if (loses_matches(hs_version())) {
    *why = "this Hyperscan version is known to lose matches";
  } else if (hs_valid_platform() != HS_SUCCESS) {
    *why = "the CPU lacks SSSE3";
  } else if (CustomDatabases databases; make_custom_databases(rules, cache, databases)) {
    return std::make_unique<HyperscanCustom>(std::move(rules), std::move(databases));
  } else {
    *why = "Hyperscan refused the patterns";
  }
  return nullptr;
}

}  // namespace pidun
