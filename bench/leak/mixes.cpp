// Rows of one person each: plain, in other spellings, invalid, masked. See also mixes_groups.cpp.
#include "leak/mixes.h"

#include <algorithm>
#include <array>

namespace leak {
namespace {

constexpr std::array<std::string_view, kMixes> kNames = {"plain",  "spellings", "invalid",   "masked", "families",
                                                         "events", "orders",    "positions", "tables", "weak"};
constexpr unsigned kInvalidShare = 5;
constexpr const char* kTestMobile = "13800138000";

std::vector<Column> columns_of(Mix mix, unsigned table) {
  using enum Column;
  switch (mix) {
    case Mix::plain:
    case Mix::spellings:
      return {name, id, mobile, address, plate};
    case Mix::invalid:
      return {name, id, mobile, diagnosis, remark};
    case Mix::masked:
      return {name, id, mobile};
    case Mix::families:
      return {name, id, mobile, diagnosis, spouse_name, spouse_id, contact_name, contact_mobile};
    case Mix::events:
      return {name, id, paid_at, amount, order};
    case Mix::orders:
      return {name, id};
    case Mix::positions:
      return {name, mobile, time, latitude, longitude};
    case Mix::weak:
      return {name, address, plate};
    case Mix::tables:
      break;
  }
  const std::array<std::vector<Column>, 4> tables = {{{name, id, mobile}, {name, mobile}, {id, address}, {mobile}}};
  return tables[table % 4];
}

std::string spaced(const std::string& text, size_t first, size_t second, const char* sign) {
  return text.substr(0, first) + sign + text.substr(first, second) + sign + text.substr(first + second);
}

std::string lower(std::string text) {
  if (text.back() == 'X') text.back() = 'x';
  return text;
}

// The first character, of three bytes, and a mask.
std::string masked_name(const std::string& name) { return name.substr(0, 3) + "*"; }

}  // namespace

std::optional<Mix> mix_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Mix>(found - kNames.begin());
}

bool can_hold(Format format, Mix mix) {
  if (mix == Mix::orders) return format == Format::json || format == Format::jsonl;
  return !is_medical(format) || (mix != Mix::events && mix != Mix::positions && mix != Mix::weak);
}

Mixer::Mixer(const MixOptions& options) : options_(options), values_(options.seed, is_medical(options.format)) {}

std::vector<Column> Mixer::columns(unsigned file) const {
  std::vector<Column> columns = columns_of(options_.mix, file);
  if (options_.mix == Mix::spellings)
    for (size_t i = columns.size(); i > 1; --i) std::swap(columns[i - 1], columns[hash_of(options_.seed, i) % i]);
  return columns;
}

uint64_t Mixer::chance(uint64_t count) {
  chance_ = hash_of(chance_, options_.seed);
  return chance_ % count;
}

Fact& Mixer::by_id(uint64_t person, Row& row) {
  Fact& fact = row.facts.emplace_back();
  fact.outcome = Outcome::valid;
  fact.record = person;
  fact.person = 2 * person;
  fact.sensitive = true;
  return fact;
}

Fact& Mixer::by_mobile(uint64_t person, bool named, Row& row) {
  Fact& fact = row.facts.emplace_back();
  fact.outcome = Outcome::valid;
  fact.record = person | uint64_t{1} << (named ? 60 : 61);
  fact.person = 2 * person + 1;
  fact.number = person + 1;
  fact.nameless = !named;
  return fact;
}

void Mixer::next(unsigned file, Row& row) {
  row.clear();
  chance_ = hash_of(options_.seed, row_++);
  switch (options_.mix) {
    case Mix::plain:
      return plain(row);
    case Mix::spellings:
      plain(row);
      return spell(row);
    case Mix::invalid:
      return invalid(row);
    case Mix::masked:
      return masked(row);
    case Mix::families:
      return families(row);
    case Mix::events:
      return events(row);
    case Mix::orders:
      return orders(row);
    case Mix::positions:
      return positions(row);
    case Mix::tables:
      return tables(row, file % 4);
    case Mix::weak:
      return weak(row);
  }
}

void Mixer::plain(Row& row) {
  const uint64_t share = chance(100);
  if (share < kInvalidShare) return not_valid(row, static_cast<unsigned>(chance(4)));
  const bool again = share < kInvalidShare + options_.duplicates && people_ != 0;
  const uint64_t person = again ? chance(people_) : people_++;
  const auto mobile = static_cast<unsigned>(again && chance(8) == 0 ? chance(kMobiles) : 0);
  values_.name(person, row[Column::name]);
  values_.id(person, row[Column::id]);
  values_.mobile(person, mobile, row[Column::mobile]);
  values_.address(person, row[Column::address]);
  values_.plate(person, row[Column::plate]);
  Fact& fact = by_id(person, row);
  fact.tier = 500;
  fact.contents.emplace_back(Column::mobile, mobile);
}

void Mixer::not_valid(Row& row, unsigned kind) {
  constexpr std::array kReasons = {"checksum", "impossible_date", "test_value", "no_identity"};
  Fact& fact = row.facts.emplace_back();
  fact.outcome = Outcome::invalid;
  fact.reason = kReasons[kind];
  const uint64_t person = chance(kMostPeople);
  values_.name(person, row[Column::name]);
  if (kind == 0) values_.id_of_wrong_check(person, row[Column::id]);
  if (kind == 1) values_.id_of_no_date(person, row[Column::id]);
  if (kind == 2) row[Column::mobile] = kTestMobile;
}

void Mixer::spell(Row& row) {
  if (row.facts[0].outcome != Outcome::valid) return;
  std::string& id = row[Column::id];
  const std::array ids = {id, lower(id), short_id(id), full_width(id), spaced(id, 6, 8, " ")};
  id = ids[chance(ids.size())];
  std::string& mobile = row[Column::mobile];
  const std::array mobiles = {mobile,          "+86" + mobile,           "+86 " + spaced(mobile, 3, 4, "-"),
                              "0086" + mobile, full_width(mobile),       spaced(mobile, 3, 4, " "),
                              "+86-" + mobile, spaced(mobile, 3, 4, "-")};
  mobile = mobiles[chance(mobiles.size())];
  std::string& name = row[Column::name];
  const size_t first = name.size() > 6 && (name.starts_with("欧") || name.starts_with("司")) ? 6 : 3;
  const std::array names = {name, name.substr(0, first) + " " + name.substr(first),
                            name.substr(0, first) + "　" + name.substr(first)};
  name = names[chance(names.size())];
}

void Mixer::invalid(Row& row) {
  const uint64_t kind = chance(13), person = somebody(2);
  const auto diagnosed = [&] {
    row[Column::diagnosis] = "高血压";
    row.facts[0].unlinked = 500;
  };
  if (kind < 4) return not_valid(row, static_cast<unsigned>(kind));
  if (kind < 6) {  // one with a failed ID number, one with none
    not_valid(row, kind == 4 ? 3 : 0);
    return diagnosed();
  }
  if (kind == 6 && options_.format == Format::csv) {
    row.header = true;
    Fact& fact = row.facts.emplace_back();
    fact.outcome = Outcome::invalid;
    fact.reason = "header";
    return;
  }
  if (kind <= 7) {
    row[Column::remark] = "已核对";
    return;
  }
  values_.name(person, row[Column::name]);
  if (kind == 8) {
    values_.id_of_wrong_check(person, row[Column::id]);
    values_.mobile(person, 0, row[Column::mobile]);
    by_mobile(person, true, row).dropped = 1;
    return;
  }
  values_.id(person, row[Column::id]);
  Fact& fact = by_id(person, row);
  fact.contents.emplace_back(Column::name, 0);
  if (kind == 9) {
    row[Column::mobile] = kTestMobile;
    fact.dropped = 1;
  } else {
    values_.mobile(person, 0, row[Column::mobile]);
    fact.also = 2 * person + 1;
  }
}

void Mixer::masked(Row& row) {
  constexpr std::array kSigns = {"****", "*****", "＊＊＊＊", "●●●●"};
  const bool labelled = !is_medical(options_.format);  // there no label says that a number is a mobile one
  const std::string sign = kSigns[labelled ? chance(kSigns.size()) : 2 * chance(2)];
  const uint64_t kind = chance(8), person = somebody(3);
  std::string name, id, mobile;
  values_.name(person, name);
  values_.id(person, id);
  values_.mobile(person, 0, mobile);
  const auto mask = [&](Column column, const std::string& value, size_t first, size_t last) {
    row[column] = value.substr(0, first) + sign + value.substr(value.size() - last);
    if (!row.facts.empty()) return;
    Fact& fact = row.facts.emplace_back();
    fact.outcome = Outcome::masked;
    fact.mask = static_cast<unsigned>(first * 100 + last + (column == Column::id ? 10000 : 0));
    fact.seen = value.substr(0, first) + '*' + value.substr(value.size() - last);
  };
  row[Column::name] = masked_name(name);
  if (kind == 4 || kind == 5) mask(Column::id, id, 6, 4);
  const bool begins = kind == 3 && labelled;
  if (kind < 4 || kind == 5) begins ? mask(Column::mobile, mobile, 7, 0) : mask(Column::mobile, mobile, 3, 4);
  if (kind == 6) {
    row[Column::name] = name;
    row[Column::id] = id;
    by_id(person, row).contents.emplace_back(Column::name, 0);
    mask(Column::mobile, mobile, 3, 4);
  }
  if (kind == 7) {
    row[Column::mobile] = mobile;
    by_mobile(person, false, row);
  }
}

}  // namespace leak
