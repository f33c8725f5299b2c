#include "match/custom_database.h"

#include <algorithm>
#include <charconv>

#include "match/custom_expression.h"
#include "match/database_cache.h"

namespace pidun {
namespace {

struct Expression {
  std::string text;
  uint32_t rule;
  unsigned flags;
};

struct ErrorFree {
  void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};
using ErrorPointer = std::unique_ptr<hs_compile_error_t, ErrorFree>;

constexpr unsigned kRegexFlags = HS_FLAG_UTF8;

// Hyperscan takes it alone, and for something that cannot be empty.
bool acceptable(const std::string& text) {
  if (text.empty()) return false;
  hs_expr_info_t* info = nullptr;
  hs_compile_error_t* fault = nullptr;
  const bool read = hs_expression_info(text.c_str(), kRegexFlags, &info, &fault) == HS_SUCCESS;
  const ErrorPointer owner(fault);
  const bool good = read && info->min_width > 0;
  std::free(info);
  return good;
}

// The first form that Hyperscan takes: the pattern or a part of it, else without its assertions; empty if none.
std::string expression_of(const CustomRule& rule) {
  PatternNode root;
  parse_pattern(rule.source, false, root);
  for (const bool assertions : {true, false}) {
    ExpressionLimits limits;
    limits.assertions = assertions;
    std::string text = prefilter_expression(root, limits);
    if (acceptable(text)) return text;
  }
  return {};
}

// Compiles; a pattern that Hyperscan complains of is moved to `refused` and the rest tried again.
hs_database_t* compile_regexes(std::vector<Expression>& expressions, std::vector<uint32_t>& refused) {
  while (!expressions.empty()) {
    std::vector<const char*> texts;
    std::vector<unsigned> flags, ids;
    for (const auto& expression : expressions) {
      texts.push_back(expression.text.c_str());
      flags.push_back(expression.flags);
      ids.push_back(expression.rule);
    }
    hs_database_t* database = nullptr;
    hs_compile_error_t* fault = nullptr;
    if (hs_compile_multi(texts.data(), flags.data(), ids.data(), static_cast<unsigned>(texts.size()), HS_MODE_BLOCK,
                         nullptr, &database, &fault) == HS_SUCCESS)
      return database;
    const ErrorPointer owner(fault);
    // Without a culprit the later half goes: this ends after few rounds.
    const size_t count = expressions.size();
    const bool known = fault->expression >= 0 && static_cast<size_t>(fault->expression) < count;
    const size_t from = known ? static_cast<size_t>(fault->expression) : count / 2;
    const size_t to = known ? from + 1 : count;
    for (size_t i = from; i < to; ++i) refused.push_back(expressions[i].rule);
    expressions.erase(expressions.begin() + static_cast<std::ptrdiff_t>(from),
                      expressions.begin() + static_cast<std::ptrdiff_t>(to));
  }
  return nullptr;
}

hs_database_t* compile_literals(const std::vector<CustomRule>& rules) {
  std::vector<const char*> texts;
  std::vector<unsigned> flags, ids;
  std::vector<size_t> sizes;
  for (const auto& rule : rules) {
    if (!rule.literal) continue;
    texts.push_back(rule.bytes.data());
    sizes.push_back(rule.bytes.size());
    flags.push_back(rule.caseless ? HS_FLAG_CASELESS : 0);
    ids.push_back(static_cast<unsigned>(&rule - rules.data()));
  }
  if (texts.empty()) return nullptr;
  hs_database_t* database = nullptr;
  hs_compile_error_t* fault = nullptr;
  hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), sizes.data(), static_cast<unsigned>(texts.size()),
                       HS_MODE_BLOCK, nullptr, &database, &fault);
  const ErrorPointer owner(fault);
  return database;
}

std::string key_of(const std::vector<CustomRule>& rules) {
  std::string key = database_key("custom 1");
  for (const auto& rule : rules) {
    add_field(key, rule.literal ? (rule.caseless ? "caseless" : "literal") : "regex");
    add_field(key, rule.literal ? rule.bytes : rule.source);
  }
  return key;
}

std::string packed(const CustomDatabases& databases) {
  std::string refused;
  for (const uint32_t rule : databases.refused) refused += std::to_string(rule) + ' ';
  std::string payload;
  add_field(payload, refused);
  add_field(payload, databases.literals ? serialised(databases.literals.get()) : "");
  add_field(payload, databases.regexes ? serialised(databases.regexes.get()) : "");
  return payload;
}

bool unpack(std::string_view payload, size_t rules, CustomDatabases& out) {
  std::string_view refused, literals, regexes;
  if (!take_field(payload, refused) || !take_field(payload, literals) || !take_field(payload, regexes)) return false;
  while (!refused.empty()) {
    uint32_t rule = 0;
    const auto [end, fault] = std::from_chars(refused.data(), refused.data() + refused.size(), rule);
    if (fault != std::errc() || rule >= rules) return false;
    out.refused.push_back(rule);
    refused.remove_prefix(std::min(refused.size(), static_cast<size_t>(end - refused.data()) + 1));
  }
  if (!literals.empty()) out.literals.reset(deserialised(literals));
  if (!regexes.empty()) out.regexes.reset(deserialised(regexes));
  return (literals.empty() || out.literals) && (regexes.empty() || out.regexes);
}

}  // namespace

bool make_custom_databases(const std::vector<CustomRule>& rules, const CacheFolder* cache, CustomDatabases& out) {
  const std::string key = cache != nullptr ? key_of(rules) : std::string();
  if (cache != nullptr) {
    const auto payload = cache->read(key);
    out.from_cache = payload && unpack(*payload, rules.size(), out);
    if (out.from_cache) return true;
    out = {};
  }
  std::vector<Expression> expressions;
  bool literals = false;
  for (uint32_t i = 0; i < rules.size(); ++i) {
    literals = literals || rules[i].literal;
    if (rules[i].literal) continue;
    std::string text = expression_of(rules[i]);
    if (text.empty()) {
      out.refused.push_back(i);
    } else {
      expressions.push_back({std::move(text), i, kRegexFlags});
    }
  }
  out.literals.reset(compile_literals(rules));
  out.regexes.reset(compile_regexes(expressions, out.refused));
  std::sort(out.refused.begin(), out.refused.end());
  if (literals && !out.literals) return false;
  if (cache != nullptr) cache->write(key, packed(out));
  return true;
}

}  // namespace pidun
