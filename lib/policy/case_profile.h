// A published case as a profile: which signs of a flow go with it, what of it no scan sees, and what was recommended.
// Profiles are data (patterns/cases/*.toml, compiled in); users add their own, and a file with a known id replaces it.
// Example of a sign: kinds = ["face_information"], share = 50: full where half of the records hold one.
// Tested in tests/unit/policy/case_profile_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.h"
#include "tally/flow_signs.h"

namespace pidun {

struct CaseSign {
  enum class What : uint8_t { any, together, masked, formats, number };

  Bilingual name;
  What what = What::any;
  uint32_t weight = 1;
  bool core = false;  // without it the flow does not resemble the case, whatever else it has
  // any, together, masked: kinds; any: also fields, told by the rules with these ids.
  std::vector<Kind> kinds;
  std::vector<std::string> fields;
  uint32_t least = 1;   // any: so many of them
  uint32_t share = 50;  // percent of the records (masked: of the findings) from which the sign is full
  uint64_t count = 0;   // any: or, if not 0, the number of records
  std::vector<Format> formats;
  // number: which one, and from where on the sign is full.
  uint64_t FlowSigns::*number = nullptr;
  uint64_t at_least = 1;
};

// One way in which the case's data went; of several the one that fits best holds.
struct CaseVariant {
  Bilingual name;
  std::vector<CaseSign> signs;
};

struct CaseProfile {
  std::string id;  // case1
  Bilingual name;  // as texts speak of it: 一 / 1
  Bilingual title, medium, masks, pace, recipients;
  std::vector<Bilingual> not_visible, controls;
  std::vector<CaseVariant> variants;
};

// What names in a file may mean.
struct ProfileNames {
  std::function<Kind(std::string_view)> kind;  // Kind::none if there is none
  std::function<bool(std::string_view)> rule;  // whether there is a rule with this id
};

class CaseProfiles {
 public:
  // The five published cases; they hold together, which a test proves.
  static const CaseProfiles& builtin();

  // Adds the profile of a file, or puts it in the place of one with the same id. Every fault is told with its place,
  // and then nothing is changed.
  bool load(std::string_view toml, const ProfileNames& names, FileFaults& faults);

  const std::vector<CaseProfile>& all() const { return profiles_; }

 private:
  std::vector<CaseProfile> profiles_;
};

}  // namespace pidun
