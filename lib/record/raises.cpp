#include "record/raises.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace pidun {
namespace {

// Without one of these, nothing is raised to 50; without one of the others, nothing to 500.
constexpr uint64_t kMayRaiseTo50 = bits_of_kinds(Kind::credit_information, Kind::bank_card_number,
                                                 Kind::payment_account, Kind::vehicle_owner, Kind::real_estate_owner);
constexpr uint64_t kMayRaiseTo500 =
    bits_of_kinds(Kind::face_information, Kind::home_address, Kind::health_information, Kind::transaction_information);

// What a group holds that counts: fields that failed or show nothing do not.
struct Held {
  uint64_t kinds = 0;
  bool secret = false;  // of an account with money: password, CVV
  bool login = false;   // of any other account
  bool balance = false;
  unsigned leads = 0;    // different questions of a lead form
  unsigned credits = 0;  // different credit fields
  unsigned parties = 0;  // names and numbers of people
  bool has(Kind kind) const { return (kinds & bit_of_kind(kind)) != 0; }
  bool has_money() const { return has(Kind::bank_card_number) || has(Kind::payment_account); }
  template <class... Kinds>
  bool all(Kinds... wanted) const {
    return (has(wanted) && ...);
  }
};

bool counts(const Field& field) { return !field.has(kFieldFailed) && !field.has(kFieldHidden); }

// Whether no field before it is of the same rule.
bool is_first_of_rule(std::span<const Field> fields, const Field& field) {
  return std::none_of(fields.data(), &field,
                      [&](const Field& each) { return each.rule == field.rule && counts(each); });
}

Held held_of(std::span<const Field> fields, const std::vector<RuleTrait>& traits) {
  Held held;
  for (const Field& field : fields) {
    const uint64_t kind = bit_of_kind(field.kind);
    if (!counts(field) || field.has(kFieldSupport) || kind == 0) continue;
    held.kinds |= kind;
    if (field.trait != Trait::none) {
      const bool secret = field.trait == Trait::secret;
      held.secret |= secret && field.kind == Kind::financial_account_credential;
      held.login |= secret && field.kind == Kind::online_account_credential;
      held.balance |= field.trait == Trait::balance;
    }
    held.parties += field.kind == Kind::person_name || field.kind == Kind::mobile_number;
  }
  if (!held.has(Kind::credit_information)) return held;
  for (const Field& field : fields) {
    if (!counts(field) || field.has(kFieldSupport) || bit_of_kind(field.kind) == 0) continue;
    const bool lead = field.rule < traits.size() && traits[field.rule].lead;
    if ((!lead && field.kind != Kind::credit_information) || !is_first_of_rule(fields, field)) continue;
    held.leads += lead;
    held.credits += field.kind == Kind::credit_information;
  }
  return held;
}

// Credit: 50 with a second credit field, or in a lead form of three questions; else as the field itself.
bool is_credit_record(const Held& held, bool identified) {
  return identified && held.credits != 0 && (held.credits >= 2 || held.leads >= 3);
}

bool raises_to_50(const Held& held, bool identified) {
  if ((held.kinds & kMayRaiseTo50) == 0) return false;
  return is_credit_record(held, identified) || (held.has_money() && held.secret) ||
         (held.has(Kind::payment_account) && held.login) || (held.has(Kind::bank_card_number) && held.balance) ||
         (held.all(Kind::sms_verification_code) && held.has_money()) ||
         ((held.has(Kind::vehicle_owner) || held.has(Kind::real_estate_owner)) && held.balance);
}

bool raises_to_500(const Held& held, RaiseOptions options) {
  if ((held.kinds & kMayRaiseTo500) == 0) return false;
  const bool named = held.all(Kind::person_name, Kind::resident_id_number);
  const bool deal = held.has(Kind::transaction_information);
  return (named && held.has(Kind::face_information)) || (named && held.has(Kind::home_address) && !options.lenient) ||
         (held.has(Kind::health_information) && held.has(Kind::medical_insurance_number)) ||
         (held.has(Kind::delivery_record) && deal) || (held.has(Kind::vehicle_owner) && deal) ||
         (held.has(Kind::real_estate_owner) && deal);
}

// What is grave only beside something else: a secret without its account, a message without two parties.
uint16_t own_tier(const Field& field, const Held& held) {
  if (field.kind == Kind::financial_account_credential && !held.has_money()) return 5000;
  if (field.kind == Kind::communication_content && held.parties < 2)
    return graver(500, field.tier == 50 ? 0 : field.tier);
  return field.tier;
}

uint16_t tier_of(std::span<const Field> fields, const Held& held, bool identified, RaiseOptions options) {
  uint16_t tier = 0;
  for (const Field& field : fields)
    if (counts(field)) tier = graver(tier, own_tier(field, held));
  if (raises_to_50(held, identified)) return 50;
  return raises_to_500(held, options) ? graver(tier, 500) : tier;
}

uint8_t triggers_of(const Glance& glance, const Held& held) {
  return static_cast<uint8_t>((held.has_money() && held.secret ? kTriggerCredentialSet : 0) |
                              (held.has(Kind::special_disease) ? kTriggerSpecialDisease : 0) |
                              (glance.has(kFieldMinor) ? kTriggerMinor : 0));
}

// Signs, from the lowest bit: the kinds that raise; a secret, a login, a balance; an account with its secret in one
// group; the questions of a lead form; rules of credit fields by a hash, where two of one bit count as one.
constexpr Kind kSigns[] = {Kind::credit_information, Kind::bank_card_number,     Kind::payment_account,
                           Kind::vehicle_owner,      Kind::real_estate_owner,    Kind::face_information,
                           Kind::home_address,       Kind::health_information,   Kind::transaction_information,
                           Kind::person_name,        Kind::resident_id_number,   Kind::medical_insurance_number,
                           Kind::delivery_record,    Kind::sms_verification_code};
constexpr uint64_t kSecretSign = uint64_t{1} << 14, kLoginSign = uint64_t{1} << 15, kBalanceSign = uint64_t{1} << 16,
                   kSetSign = uint64_t{1} << 17;
constexpr int kFirstLead = 18, kFirstCredit = 32;
constexpr uint64_t kLeadSigns = 0x3FFFull << kFirstLead, kCreditSigns = ~uint64_t{0} << kFirstCredit;

uint64_t signs_of(std::span<const Field> fields, const Held& held, const std::vector<RuleTrait>& traits,
                  RaiseOptions options) {
  uint64_t signs = 0;
  for (size_t i = 0; i < std::size(kSigns); ++i)
    if (held.has(kSigns[i]) && !(options.lenient && kSigns[i] == Kind::home_address)) signs |= uint64_t{1} << i;
  if (held.secret) signs |= kSecretSign | (held.has_money() ? kSetSign : 0);
  if (held.login) signs |= kLoginSign;
  if (held.balance) signs |= kBalanceSign;
  for (const Field& field : fields)
    if (counts(field) && !field.has(kFieldSupport) && field.rule < traits.size()) signs |= traits[field.rule].sign;
  return signs;
}

Held held_by(uint64_t signs) {
  Held held;
  for (size_t i = 0; i < std::size(kSigns); ++i)
    if ((signs >> i & 1) != 0) held.kinds |= bit_of_kind(kSigns[i]);
  held.secret = (signs & kSecretSign) != 0;
  held.login = (signs & kLoginSign) != 0;
  held.balance = (signs & kBalanceSign) != 0;
  held.leads = static_cast<unsigned>(std::popcount(signs & kLeadSigns));
  held.credits = static_cast<unsigned>(std::popcount(signs & kCreditSigns));
  return held;
}

}  // namespace

uint64_t sign_of_lead(size_t n) { return uint64_t{1} << (kFirstLead + n); }

uint64_t sign_of_credit(std::string_view rule) {
  uint32_t hash = 2166136261u;
  for (const char c : rule) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return uint64_t{1} << (kFirstCredit + (hash ^ hash >> 16) % 32);
}

uint16_t raised_by_signs(uint64_t signs) {
  const Held held = held_by(signs);
  if (raises_to_50(held, true)) return 50;
  return raises_to_500(held, {}) ? 500 : 0;
}

bool is_set_by_signs(uint64_t signs) {
  const Held held = held_by(signs);
  return held.has_money() && held.secret && (signs & kSetSign) == 0;
}

Grade grade_of(std::span<const Field> fields, const Glance& glance, bool identified,
               const std::vector<RuleTrait>& traits, RaiseOptions options) {
  const Held held = held_of(fields, traits);
  return {tier_of(fields, held, identified, options), triggers_of(glance, held),
          options.merge_fields ? signs_of(fields, held, traits, options) : 0};
}

}  // namespace pidun
