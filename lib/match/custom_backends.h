// The two ways of matching users' patterns, for custom_choose.cpp and the tests.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "match/custom.h"
#include "match/custom_rules.h"

namespace pidun {

std::unique_ptr<CustomMatcher> make_portable_custom(std::vector<CustomRule> rules, std::string name);

// Null with the reason in *why when Hyperscan is not to be had or fails its canaries.
std::unique_ptr<CustomMatcher> make_hyperscan_custom(std::vector<CustomRule> rules, const CacheFolder* cache,
                                                     std::string* why);

// Whether `fast`, made of `rules`, finds what RE2 finds in texts made from each of them.
bool custom_canaries_pass(const std::vector<CustomRule>& rules, const CustomMatcher& fast);

}  // namespace pidun
