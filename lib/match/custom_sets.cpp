#include "match/custom_sets.h"

#include <algorithm>

namespace pidun {
namespace {

constexpr size_t kGroup = 32;

}  // namespace

CustomSets::CustomSets(const std::vector<CompiledPattern>& rules, const std::vector<uint32_t>& which) {
  for (size_t from = 0; from < which.size(); from += kGroup) {
    Group group;
    group.set = std::make_unique<RE2::Set>(custom_regex_options(), RE2::UNANCHORED);
    for (size_t i = from; i < std::min(which.size(), from + kGroup); ++i) {
      group.patterns.push_back(which[i]);
      if (group.set && group.set->Add(rules[which[i]].source, nullptr) < 0) group.set.reset();
    }
    if (group.set && !group.set->Compile()) group.set.reset();
    groups_.push_back(std::move(group));
  }
}

void CustomSets::find(std::string_view text, std::vector<uint32_t>& fired) const {
  std::vector<int> matched;
  for (const auto& group : groups_) {
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    matched.clear();
    const bool some = group.set && group.set->Match({text.data(), text.size()}, &matched, &error);
    if (some) {
      for (const int index : matched) fired.push_back(group.patterns[static_cast<size_t>(index)]);
    } else if (!group.set || error.kind != RE2::Set::kNoError) {
      // Out of memory says nothing about the text.
      fired.insert(fired.end(), group.patterns.begin(), group.patterns.end());
    }
  }
}

}  // namespace pidun
