#include "policy/policy.h"

#include <algorithm>

#include "pidun_policy.h"
#include "rules/toml_keys.h"

namespace pidun {
namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames{"individual", "insider", "operator"};
constexpr std::array<std::string_view, 3> kOfNames{"all", "plain", "sensitive"};
constexpr size_t kLongestName = 64;

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
}

}  // namespace

std::string_view name_of(Role role) { return kRoleNames[static_cast<size_t>(role)]; }

std::optional<Role> role_named(std::string_view name) {
  const auto* const found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (found == kRoleNames.end()) return std::nullopt;
  return static_cast<Role>(found - kRoleNames.begin());
}

// Reads one file into a policy, telling all that is wrong with it.
struct Policy::Reader {
  Policy& policy;
  FileFaults& faults;

  void read(const TomlValue& root) {
    TableReader keys(root, "", faults);
    keys.only({"ladder", "profile", "people"});
    each_table(root, "ladder", [this](const std::string& name, const TomlValue& table) { ladder(name, table); });
    each_table(root, "profile", [this](const std::string& name, const TomlValue& table) { profile(name, table); });
    for (const TomlValue* table : keys.tables("people")) people(*table);
  }

  template <typename Take>
  void each_table(const TomlValue& root, std::string_view key, Take take) {
    const TomlValue* all = root.find(key);
    if (all == nullptr) return;
    if (all->type != TomlValue::Type::table)
      return refuse(*all, std::string(key) + " is to be tables with a name each");
    for (size_t i = 0; i < all->names.size(); ++i) {
      if (all->items[i].type != TomlValue::Type::table)
        refuse(all->items[i], std::string(key) + " is to be tables with a name each");
      else
        take(all->names[i], all->items[i]);
    }
  }

  void ladder(const std::string& name, const TomlValue& table) {
    const auto role = role_named(name);
    if (!role) return refuse(table, "a ladder is of the role individual, insider or operator");
    TableReader keys(table, name, faults);
    keys.only({"line", "tenfold", "proceeds"});
    Ladder& to = policy.ladders_[static_cast<size_t>(*role)];
    to.line = whole(keys, "line", to.line, 1);
    to.tenfold = keys.boolean("tenfold", to.tenfold);
    to.proceeds = whole(keys, "proceeds", to.proceeds, 0);
  }

  void profile(const std::string& name, const TomlValue& table) {
    if (!is_plain_name(name)) return refuse(table, "a profile's name is of a-z, 0-9, _ and .");
    TableReader keys(table, name, faults);
    keys.only({"notice_percent", "near_percent", "image_bulk", "strict_tiers", "id_set_tier"});
    PolicyProfile& to = profile_to_change(name);
    to.notice_percent = static_cast<uint32_t>(keys.integer("notice_percent", to.notice_percent, 1, 100));
    to.near_percent = static_cast<uint32_t>(keys.integer("near_percent", to.near_percent, 1, 100));
    to.image_bulk = whole(keys, "image_bulk", to.image_bulk, 1);
    to.strict_tiers = keys.boolean("strict_tiers", to.strict_tiers);
    const int64_t tier = keys.integer("id_set_tier", to.id_set_tier, 500, 5000);
    if (tier != 500 && tier != 5000)
      keys.refuse(keys.place_of("id_set_tier"), "id_set_tier is to be 500 or 5000");
    else
      to.id_set_tier = static_cast<uint16_t>(tier);
    if (to.notice_percent > to.near_percent) keys.refuse(table.place, "notice_percent is to be at most near_percent");
  }

  // A new one begins as the default.
  PolicyProfile& profile_to_change(const std::string& name) {
    for (PolicyProfile& known : policy.profiles_)
      if (known.name == name) return known;
    const PolicyProfile* usual = policy.profile("default");
    PolicyProfile fresh = usual != nullptr ? *usual : PolicyProfile{};
    fresh.name = name;
    return policy.profiles_.emplace_back(std::move(fresh));
  }

  void people(const TomlValue& table) {
    TableReader keys(table, "", faults);
    keys.only({"id", "of", "persons", "abroad", "zh", "en"});
    keys.need({"id", "persons"});
    const std::string id = keys.string("id");
    if (!is_plain_name(id)) return refuse(table, "a line's id is of a-z, 0-9, _ and .");
    PeopleLine* known = nullptr;
    for (PeopleLine& line : policy.people_)
      if (line.id == id) known = &line;
    if (known == nullptr) keys.need({"zh", "en"});
    PeopleLine& to = known != nullptr ? *known : policy.people_.emplace_back();
    to.id = id;
    to.persons = whole(keys, "persons", to.persons, 1);
    to.abroad = keys.boolean("abroad", to.abroad);
    if (keys.has("of")) of(keys, to);
    if (keys.has("zh")) to.name.zh = keys.string("zh");
    if (keys.has("en")) to.name.en = keys.string("en");
  }

  static void of(TableReader& keys, PeopleLine& to) {
    const std::string name = keys.string("of");
    const auto* const found = std::find(kOfNames.begin(), kOfNames.end(), name);
    if (found == kOfNames.end()) return keys.refuse(keys.place_of("of"), "of is to be all, plain or sensitive");
    to.of = static_cast<PeopleLine::Of>(found - kOfNames.begin());
  }

  static uint64_t whole(TableReader& keys, std::string_view key, uint64_t fallback, int64_t least) {
    return static_cast<uint64_t>(keys.integer(key, static_cast<int64_t>(fallback), least, kLargestLine));
  }

  void refuse(const TomlValue& value, std::string message) { faults.push_back({value.place, "", std::move(message)}); }
};

bool Policy::load(std::string_view toml, FileFaults& faults) {
  const size_t before = faults.size();
  const TomlResult parsed = parse_toml(toml);
  if (parsed.failed) {
    faults.push_back({parsed.place, "", "not valid TOML"});
    return false;
  }
  Policy changed = *this;
  Reader{changed, faults}.read(parsed.root);
  if (parsed.root.items.empty())
    faults.push_back({{1, 1}, "", "a policy without a ladder, profile or number of people"});
  if (faults.size() != before) return false;
  *this = std::move(changed);
  return true;
}

const Policy& Policy::builtin() {
  static const Policy policy = [] {
    Policy made;
    FileFaults faults;
    made.load(tables::policy_texts[0].text, faults);
    return made;
  }();
  return policy;
}

const PolicyProfile* Policy::profile(std::string_view name) const {
  for (const PolicyProfile& profile : profiles_)
    if (profile.name == name) return &profile;
  return nullptr;
}

}  // namespace pidun
