// The portable matcher: RE2::Set says which patterns match in a stretch of text, RE2 then where.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "match/custom_backends.h"
#include "match/custom_sets.h"
#include "match/utf8_stretches.h"

namespace pidun {
namespace {

class PortableScratch final : public CustomScratch {
 public:
  std::vector<Span> stretches, found;
  std::vector<uint32_t> fired;
};

std::vector<uint32_t> all_of(const std::vector<CompiledPattern>& rules) {
  std::vector<uint32_t> all(rules.size());
  std::iota(all.begin(), all.end(), 0u);
  return all;
}

class PortableCustom final : public CustomMatcher {
 public:
  PortableCustom(std::vector<CompiledPattern> rules, std::string name)
      : rules_(std::move(rules)), name_(std::move(name)), sets_(rules_, all_of(rules_)) {
    for (auto& rule : rules_) compile_literal(rule);
  }

  std::unique_ptr<CustomScratch> make_scratch() const override { return std::make_unique<PortableScratch>(); }
  std::string name() const override { return name_; }

  void find(const Window& window, CustomScratch& scratch, std::vector<CustomHit>& hits) const override {
    auto& own = static_cast<PortableScratch&>(scratch);
    const size_t first = hits.size();
    find_utf8_stretches(window.bytes(), own.stretches);
    for (const Span stretch : own.stretches) {
      const std::string_view text = window.bytes().substr(stretch.begin, stretch.size());
      own.fired.clear();
      sets_.find(text, own.fired);
      for (const uint32_t pattern : own.fired) {
        own.found.clear();
        find_in_region(rules_[pattern].regex->get(), text, {0, text.size()}, own.found);
        const uint64_t base = window.begin() + stretch.begin;
        for (const Span match : own.found) hits.push_back({base + match.begin, base + match.end, pattern});
      }
    }
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(first), hits.end(),
              [](const auto& a, const auto& b) { return std::tie(a.begin, a.pattern) < std::tie(b.begin, b.pattern); });
  }

 private:
  std::vector<CompiledPattern> rules_;
  std::string name_;
  CustomSets sets_;
};

}  // namespace

std::unique_ptr<CustomMatcher> make_portable_custom(std::vector<CompiledPattern> rules, std::string name) {
  return std::make_unique<PortableCustom>(std::move(rules), std::move(name));
}

}  // namespace pidun
