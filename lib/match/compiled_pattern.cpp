#include "match/compiled_pattern.h"

#include <simdjson.h>

#include <algorithm>
#include <new>

#include "base/ascii.h"

namespace pidun {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// A literal as a regex: letters in both cases when caseless, because (?i) would take more than ASCII letters.
std::string literal_source(std::string_view bytes, bool caseless) {
  std::string source;
  for (const char c : bytes) {
    const char lower = to_lower(c);
    if (caseless && is_lower(lower)) {
      source += {'[', lower, static_cast<char>(lower - 'a' + 'A'), ']'};
    } else {
      source += RE2::QuoteMeta(re2::StringPiece(&c, 1));
    }
  }
  return source;
}

// Nothing of the pattern's text goes into a message: the caller has it, and knows who may read it.
std::string refusal(RE2::ErrorCode code) {
  switch (code) {
    case RE2::ErrorBadEscape:
      return "bad escape sequence";
    case RE2::ErrorBadCharClass:
      return "bad character class";
    case RE2::ErrorBadCharRange:
      return "bad character range in a class";
    case RE2::ErrorMissingBracket:
      return "a ']' is missing";
    case RE2::ErrorMissingParen:
      return "a ')' is missing";
    case RE2::ErrorUnexpectedParen:
      return "a ')' without its '('";
    case RE2::ErrorTrailingBackslash:
      return "a '\\' at the end";
    case RE2::ErrorRepeatArgument:
      return "nothing to repeat";
    case RE2::ErrorRepeatSize:
      return "a repeat count is too large or its bounds are the wrong way round";
    case RE2::ErrorRepeatOp:
      return "two repeats in a row";
    case RE2::ErrorBadPerlOp:
      return "this '(?' is not supported: lookaround, references and the like need backtracking";
    case RE2::ErrorBadUTF8:
      return "not valid UTF-8";
    case RE2::ErrorBadNamedCapture:
      return "bad group name";
    case RE2::ErrorPatternTooLarge:
      return "too large to compile";
    default:
      return "not a regular expression that RE2 accepts";
  }
}

// Where in the pattern the part that RE2 complains of stands, if it stands in one place only. All of it is no place.
size_t place_of(const std::string& part, const std::string& text) {
  const size_t first = part.empty() || part == text ? std::string::npos : text.find(part);
  return first != std::string::npos && text.find(part, first + 1) == std::string::npos ? first : CustomError::kNowhere;
}

std::string width_refusal(Width width) {
  if (width.least == 0) return "can match nothing at all";
  if (width.most >= Width::kEndless) return "has no longest match: give * + or {n,} an upper bound";
  return "can match " + std::to_string(width.most) + " bytes, more than " + std::to_string(kWidestCustom);
}

bool fill_literal(const CustomPattern& pattern, CompiledPattern& rule, CustomError& error) {
  rule.bytes = pattern.text;
  rule.caseless = pattern.caseless;
  rule.literal = pattern.text.size() <= kLongestLiteral;
  rule.source = literal_source(pattern.text, pattern.caseless);
  const uint32_t size = static_cast<uint32_t>(std::min<size_t>(pattern.text.size(), Width::kEndless));
  rule.width = {size, size};
  if (!simdjson::validate_utf8(pattern.text.data(), pattern.text.size())) error.message = "not valid UTF-8";
  if (!rule.literal && rule.width.most <= kWidestCustom) compile_literal(rule);
  return error.message.empty();
}

// Null with the fault told when RE2 refuses.
std::unique_ptr<const RE2> compiled(const CustomPattern& pattern, CustomError& error) {
  RE2::Options options = custom_regex_options();
  options.set_case_sensitive(!pattern.caseless);
  auto regex = std::make_unique<const RE2>(piece(pattern.text), options);
  if (regex->ok()) return regex;
  error.offset = place_of(regex->error_arg(), pattern.text);
  error.message = refusal(regex->error_code());
  return nullptr;
}

bool fill_regex(const CustomPattern& pattern, bool proven, CompiledPattern& rule, CustomError& error) {
  std::unique_ptr<const RE2> regex;
  if (!proven && !(regex = compiled(pattern, error))) return false;
  PatternNode root;
  if (!parse_pattern(pattern.text, pattern.caseless, root)) {
    error.offset = place_of("\\C", pattern.text);
    error.message = "\\C would cut characters";
    return false;
  }
  rule.source = (pattern.caseless ? "(?i)" : "") + pattern.text;
  rule.regex = std::make_unique<const LazyRegex>(rule.source, std::move(regex));
  rule.width = width_of(root);
  return true;
}

}  // namespace

LazyRegex::LazyRegex(std::string source, std::unique_ptr<const RE2> compiled)
    : source_(std::move(source)), regex_(compiled.release()) {}

const RE2& LazyRegex::get() const {
  const RE2* known = regex_.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  auto made = std::make_unique<const RE2>(source_, custom_regex_options());
  if (!made->ok()) throw std::bad_alloc();  // RE2 took it before
  if (regex_.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) return *made.release();
  return *known;
}

RE2::Options custom_regex_options() {
  RE2::Options options;
  options.set_log_errors(false);  // the library prints nothing
  return options;
}

std::optional<std::vector<CompiledPattern>> compile_patterns(const std::vector<CustomPattern>& patterns,
                                                             CustomError* error, bool proven) {
  std::vector<CompiledPattern> rules;
  rules.reserve(patterns.size());
  for (const auto& pattern : patterns) {
    CompiledPattern rule;
    CustomError fault;
    fault.pattern = static_cast<uint32_t>(rules.size());
    const bool read = pattern.literal ? fill_literal(pattern, rule, fault) : fill_regex(pattern, proven, rule, fault);
    if (read && (rule.width.least == 0 || rule.width.most > kWidestCustom)) fault.message = width_refusal(rule.width);
    if (!fault.message.empty()) {
      if (error != nullptr) *error = fault;
      return std::nullopt;
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

void compile_literal(CompiledPattern& rule) {
  if (!rule.regex) rule.regex = std::make_unique<const LazyRegex>(rule.source);
}

void find_in_region(const RE2& regex, std::string_view text, Span region, std::vector<Span>& found) {
  size_t at = region.begin;
  re2::StringPiece match;
  while (at < region.end && regex.Match(piece(text), at, region.end, RE2::UNANCHORED, &match, 1)) {
    const auto begin = static_cast<uint64_t>(match.data() - text.data());
    found.push_back({begin, begin + match.size()});
    at = begin + match.size();
  }
}

}  // namespace pidun
