#include "match/custom_database.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "base/ascii.h"
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

// Byte by byte: HS_FLAG_CASELESS then means ASCII letters, and Hyperscan knows a literal when it sees one.
std::string literal_expression(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    char escaped[8];
    std::snprintf(escaped, sizeof(escaped), is_alnum(c) ? "%c" : "\\x%02x", static_cast<unsigned char>(c));
    text += escaped;
  }
  return text;
}

// The first form that Hyperscan takes: the pattern or a part of it, else without its assertions; empty if none.
std::string regex_expression(const CustomRule& rule) {
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
hs_database_t* compile(std::vector<Expression>& expressions, std::vector<uint32_t>& refused) {
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

std::string key_of(const std::vector<CustomRule>& rules) {
  std::string key = database_key("custom 1");
  for (const auto& rule : rules) {
    add_field(key, rule.literal ? "literal" : "regex");
    add_field(key, rule.source);
  }
  return key;
}

std::string packed(const CustomDatabase& database) {
  std::string refused;
  for (const uint32_t rule : database.refused) refused += std::to_string(rule) + ' ';
  std::string payload;
  add_field(payload, refused);
  add_field(payload, database.handle ? serialised(database.handle.get()) : "");
  return payload;
}

bool unpack(std::string_view payload, size_t rules, CustomDatabase& out) {
  std::string_view refused, compiled;
  if (!take_field(payload, refused) || !take_field(payload, compiled)) return false;
  while (!refused.empty()) {
    uint32_t rule = 0;
    const auto [end, fault] = std::from_chars(refused.data(), refused.data() + refused.size(), rule);
    if (fault != std::errc() || rule >= rules) return false;
    out.refused.push_back(rule);
    refused.remove_prefix(std::min(refused.size(), static_cast<size_t>(end - refused.data()) + 1));
  }
  if (!compiled.empty()) out.handle.reset(deserialised(compiled));
  return compiled.empty() || out.handle;
}

}  // namespace

CustomDatabase make_custom_database(const std::vector<CustomRule>& rules, const CacheFolder* cache) {
  CustomDatabase out;
  if (cache != nullptr) {
    const auto payload = cache->read(key_of(rules));
    out.from_cache = payload && unpack(*payload, rules.size(), out);
    if (out.from_cache) return out;
    out = {};
  }
  std::vector<Expression> expressions;
  for (uint32_t i = 0; i < rules.size(); ++i) {
    if (rules[i].literal) {
      expressions.push_back({literal_expression(rules[i].bytes), i, rules[i].caseless ? HS_FLAG_CASELESS : 0u});
    } else if (std::string text = regex_expression(rules[i]); !text.empty()) {
      expressions.push_back({std::move(text), i, kRegexFlags});
    } else {
      out.refused.push_back(i);
    }
  }
  out.handle.reset(compile(expressions, out.refused));
  std::sort(out.refused.begin(), out.refused.end());
  return out;
}

void keep_custom_database(const CustomDatabase& database, const std::vector<CustomRule>& rules,
                          const CacheFolder* cache) {
  if (cache != nullptr) cache->write(key_of(rules), packed(database));
}

}  // namespace pidun
