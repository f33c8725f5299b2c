// 电子邮箱: the common part of RFC 5321 addresses, found from the '@' outwards in bounded steps.
// Quoted local parts and address literals are not looked for. Tested in tests/unit/detect/email_test.cpp.
#include <algorithm>

#include "base/ascii.h"
#include "detect/detectors.h"
#include "detect/masked.h"
#include "detect/masked_text.h"

namespace pidun {
namespace {

constexpr uint64_t kLongestLocal = 64, kLongestDomain = 255, kLongestLabel = 63;  // RFC 5321 §4.5.3.1

bool is_local(char c) {
  return is_alnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || c == '\'' || c == '&';
}

// Where the local part before `at` begins; `at` if there is none.
uint64_t local_begin(const Context& context, uint64_t at) {
  uint64_t begin = at;
  while (begin > 0 && at - begin < kLongestLocal && is_local(context.at(begin - 1))) --begin;
  // Too long to be one, or glued to something that cannot end before it.
  if (begin > 0 && (is_local(context.at(begin - 1)) || context.at(begin - 1) == '@')) return at;
  // In a form or query, & parts fields (a=1&mail=x@y.cn); an escaped %40 or %3D is no part of a name.
  for (uint64_t i = at; i-- > begin;) {
    const char c = context.at(i);
    if (c == '&' || c == '\'') return i + 1;
    if (c == '%') return is_hex(context.at(i + 1)) && is_hex(context.at(i + 2)) ? std::min(i + 3, at) : i + 1;
  }
  while (begin < at && !is_alnum(context.at(begin)) && context.at(begin) != '_') ++begin;
  return begin;
}

struct Domain {
  uint64_t end = 0;
  uint64_t top_begin = 0;  // of the last label
  uint32_t labels = 0;
};

// Labels of letters, digits and inner dashes, joined by single dots; ends before a dot that nothing follows.
Domain read_domain(const Context& context, uint64_t begin) {
  Domain domain;
  uint64_t at = begin;
  while (at - begin < kLongestDomain) {
    const uint64_t label = at;
    while (is_alnum(context.at(at)) || context.at(at) == '-') {
      if (++at - label > kLongestLabel) return {};
    }
    uint64_t end = at;
    while (end > label && context.at(end - 1) == '-') --end;
    if (end == label || context.at(label) == '-') break;
    domain.end = end;
    domain.top_begin = label;
    ++domain.labels;
    if (end != at || context.at(at) != '.') break;
    ++at;
  }
  return domain;
}

constexpr std::string_view kTopLevels[] = {"com", "cn",  "net", "org", "edu", "gov", "hk", "tw", "mo",   "io",
                                           "co",  "cc",  "top", "vip", "xyz", "jp",  "us", "uk", "de",   "info",
                                           "me",  "biz", "fr",  "kr",  "sg",  "ca",  "au", "ru", "site", "online"};
// What follows an '@' in file names (icon@2x.png) and packages, and is no top-level domain that mail goes to.
constexpr std::string_view kFileSuffixes[] = {"png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "ico", "js",  "mjs",
                                              "ts",  "css", "html", "htm", "xml", "json", "txt", "log", "csv", "gz",
                                              "zip", "tgz", "tar",  "jar", "war", "exe",  "dll", "so",  "conf"};

template <size_t N>
bool is_one_of(std::string_view text, const std::string_view (&list)[N]) {
  for (const auto known : list) {
    if (known.size() != text.size()) continue;
    size_t same = 0;
    while (same < text.size() && to_lower(text[same]) == known[same]) ++same;
    if (same == text.size()) return true;
  }
  return false;
}

bool only_letters(std::string_view text) {
  for (const char c : text)
    if (!is_letter(c)) return false;
  return true;
}

}  // namespace

void read_email(Context& context, uint64_t at, Readings& out) {
  if (at == 0 || !is_alnum(context.at(at + 1)) || context.at(at - 1) == '.') return;
  uint64_t begin = is_local(context.at(at - 1)) ? local_begin(context, at) : at;
  // a***b@c.cn: the masks and what stands before them belong to the name.
  const uint64_t masked = mask_before(context.window(), begin) != 0 ? masked_local_begin(context.window(), at) : at;
  begin = std::min(begin, masked);
  if (begin == at) return;
  const Domain domain = read_domain(context, at + 1);
  if (domain.labels < 2 || context.at(domain.end) == '@') return;
  const std::string_view top = context.window().view(domain.top_begin, domain.end);
  // Internationalised top-level domains are spelt xn--….
  const bool encoded = top.size() > 4 && top.substr(0, 4) == "xn--";
  if (top.size() < 2 || (!only_letters(top) && !encoded)) return;
  Reading reading{.span = {begin, domain.end}, .kind = Kind::email_address, .evidence = {}};
  Evidence& evidence = reading.evidence;
  evidence.add(Reason::email_shape);
  evidence.add_if(masked != at, Reason::masked);
  evidence.add_if(is_one_of(top, kTopLevels), Reason::known_top_level);
  evidence.add_if(is_one_of(top, kFileSuffixes), Reason::file_suffix);
  const Beside beside = context.beside(reading.span);
  if (names_kind(beside.word, Kind::email_address) || names_kind(beside.name, Kind::email_address))
    evidence.add(Reason::label);
  evidence.add_if(beside.alone, Reason::alone);
  reading.confidence = evidence.confidence();
  out.push_back(reading);
}

}  // namespace pidun
