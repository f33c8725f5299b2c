#include "text/charset.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"

namespace pidun {
namespace {

struct Name {
  std::string_view name;  // letters and digits only
  CharsetBits charsets;
};

constexpr CharsetBits kUtf8 = charset_bit(Charset::utf8), kGb = charset_bit(Charset::gb18030),
                      kBig5 = charset_bit(Charset::big5), kLittle = charset_bit(Charset::utf16le),
                      kBig = charset_bit(Charset::utf16be);
constexpr Name kNames[] = {
    {"utf8", kUtf8},
    {"utf8mb3", kUtf8},
    {"utf8mb4", kUtf8},
    {"unicodeutf8", kUtf8},
    {"ascii", kUtf8},
    {"usascii", kUtf8},
    {"cp65001", kUtf8},
    {"65001", kUtf8},
    {"gb2312", kGb},
    {"gb231280", kGb},
    {"gbk", kGb},
    {"gb18030", kGb},
    {"gb180302000", kGb},
    {"gb180302005", kGb},
    {"gb180302022", kGb},
    {"euccn", kGb},
    {"cp936", kGb},
    {"ms936", kGb},
    {"windows936", kGb},
    {"936", kGb},
    {"xgbk", kGb},
    {"chinese", kGb},
    {"hzgb2312", 0},
    {"big5", kBig5},
    {"big5hkscs", kBig5},
    {"cp950", kBig5},
    {"ms950", kBig5},
    {"windows950", kBig5},
    {"950", kBig5},
    {"xxbig5", kBig5},
    {"cnbig5", kBig5},
    {"utf16le", kLittle},
    {"ucs2le", kLittle},
    {"unicodelittle", kLittle},
    {"1200", kLittle},
    {"utf16be", kBig},
    {"ucs2be", kBig},
    {"unicodebig", kBig},
    {"1201", kBig},
    {"utf16", kLittle | kBig},
    {"ucs2", kLittle | kBig},
    {"unicode", kLittle | kBig},
    {"unicodeutf16", kLittle | kBig},
};

}  // namespace

CharsetBits charsets_of_name(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, 256)) plain += to_lower(c);
  // A whole Content-Type, or what follows "charset=" in one.
  if (const size_t at = plain.find("charset="); at != std::string::npos) {
    plain.erase(0, at + 8);
    if (const size_t end = plain.find_first_of(";,>/"); end != std::string::npos) plain.resize(end);
  }
  plain.erase(std::remove_if(plain.begin(), plain.end(), [](char c) { return !is_alnum(c); }), plain.end());
  const auto found = std::find_if(std::begin(kNames), std::end(kNames), [&](const Name& n) { return n.name == plain; });
  return found == std::end(kNames) ? CharsetBits{0} : found->charsets;
}

}  // namespace pidun
