// Records written as counting.md writes rows: of values like A, P1 and 王伟, keyed as D5 says.
#pragma once

#include <string>
#include <vector>

#include "support/made_records.h"
#include "tally/tally.h"

namespace pidun::testing {

struct RowText {
  std::string id = {};      // an ID number, "" if there is none
  std::string mobile = {};  // …
  std::string name = {};    // …
  std::string other = {};   // a weak or other key, that identifies when there is neither
  std::string event = {};   // …
  uint16_t tier = 5000;
  std::vector<std::pair<Kind, std::string>> contents = {};
};

inline MadeRecord made(const RowText& row) {
  MadeRecord made;
  made.record.outcome = Outcome::valid;
  made.record.tier = row.tier;
  made.record.event = row.event.empty() ? 0 : print_of("event " + row.event).high;
  const uint64_t name = row.name.empty() ? 0 : print_of("name " + row.name).high;
  const std::string mobile = "mobile " + row.mobile;
  if (!row.id.empty()) {
    made.record.identity = print_of("id " + row.id);
    if (!row.mobile.empty()) made.contents.push_back({Kind::mobile_number, print_of(mobile).high});
    if (name != 0) made.contents.push_back({Kind::person_name, name});
  } else if (!row.mobile.empty()) {
    made.record.nameless = name == 0;
    made.record.has_bare = name != 0;
    made.record.bare = print_of(mobile);
    made.record.identity = name == 0 ? print_of(mobile) : print_of(mobile + " " + row.name);
  } else {
    made.record.identity = print_of("other " + row.other);
  }
  if (!row.mobile.empty()) made.links.push_back({print_of(mobile), false, name});
  for (const auto& [kind, value] : row.contents) made.contents.push_back({kind, print_of(value).high});
  return made;
}

inline MadeRecord invalid(InvalidReason reason, uint16_t tier = 0, uint32_t dropped = 0) {
  MadeRecord made;
  made.record.reason = reason;
  made.record.tier = tier;
  made.record.dropped_values = dropped;
  return made;
}

inline MadeRecord masked(const MaskedClass& of, const std::string& visible, uint16_t tier = 5000) {
  MadeRecord made;
  made.record.outcome = Outcome::masked;
  made.record.tier = tier;
  made.record.masked_class = of;
  made.record.visible = print_of("masked " + std::to_string(of.prefix) + " " + std::to_string(of.suffix) + visible);
  return made;
}

inline TallySettings within(size_t memory_cap, const std::string& folder = "") {
  TallySettings settings;
  settings.storage.memory_cap = memory_cap;
  settings.storage.spill_folder = folder;
  return settings;
}

inline void add(Tally& tally, MadeRecord made, const std::string& source = "rows") { tally.add(made.view(), source); }

}  // namespace pidun::testing
