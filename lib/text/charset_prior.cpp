#include "text/charset_prior.h"

#include <algorithm>

#include "text/rarity.h"
#include "text/read_char.h"
#include "text/utf8.h"

namespace pidun {
namespace {

// In bits. Valid UTF-8 is no accident: of random pairs of high bytes few are.
constexpr int64_t kHintBonus = 16, kValidUtf8Bonus = 24, kPriorBonus = 12;

struct Mark {
  std::string_view bytes;
  Charset charset;
};
constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", Charset::utf8},
                           {"\xFF\xFE", Charset::utf16le},
                           {"\xFE\xFF", Charset::utf16be},
                           {"\x84\x31\x95\x33", Charset::gb18030}};

// Without the bytes of a UTF-8 character that the end cuts short.
std::string_view without_cut(std::string_view bytes) {
  const uint8_t* end = as_bytes(bytes) + bytes.size();
  for (size_t back = 1; back <= std::min<size_t>(3, bytes.size()); ++back)
    if (is_cut_short(Charset::utf8, end - back, end)) return bytes.substr(0, bytes.size() - back);
  return bytes;
}

bool is_utf8(std::string_view bytes, bool cut) {
  return is_valid_utf8(bytes) || (cut && is_valid_utf8(without_cut(bytes)));
}

Charset likeliest(std::string_view preamble, CharsetBits hinted, bool valid_utf8) {
  Charset best = Charset::utf8;
  int64_t least = INT64_MAX;
  for (const Charset charset : kCharsets) {
    const Rarity found = rarity(charset, preamble, true);
    if (!found.plausible(charset)) continue;
    int64_t bits = found.bits;
    if ((hinted & charset_bit(charset)) != 0) bits -= kHintBonus;
    if (charset == Charset::utf8 && valid_utf8) bits -= kValidUtf8Bonus;
    if (bits < least) {
      least = bits;
      best = charset;
    }
  }
  return best;
}

// Bytes that text in UTF-8 does not have. UTF-16 is full of them, even where every byte is ASCII by chance.
bool has_controls(std::string_view bytes) {
  constexpr size_t kBlock = 64;  // looked through without a branch
  const auto control = [](char c) {
    return static_cast<unsigned>(static_cast<unsigned char>(c) < 0x20) &
           static_cast<unsigned>(c != '\n' && c != '\r' && c != '\t');
  };
  size_t at = 0;
  for (; at + kBlock <= bytes.size(); at += kBlock) {
    unsigned found = 0;
    for (size_t i = 0; i < kBlock; ++i) found |= control(bytes[at + i]);
    if (found != 0) return true;
  }
  return std::any_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                     [&](char c) { return control(c) != 0; });
}

Charset settle(std::string_view preamble, CharsetBits hinted) {
  const bool ascii = is_ascii(preamble), controls = has_controls(preamble);
  constexpr CharsetBits kUtf16 = charset_bit(Charset::utf16le) | charset_bit(Charset::utf16be);
  if (ascii && !controls && (hinted & kUtf16) == 0) {
    // Any charset of bytes reads ASCII alike: the host's word is all there is.
    for (const Charset charset : {Charset::gb18030, Charset::big5})
      if (hinted == charset_bit(charset)) return charset;
    return Charset::utf8;
  }
  const bool valid = is_utf8(preamble, true);
  if (valid && !controls && (hinted == 0 || hinted == charset_bit(Charset::utf8))) return Charset::utf8;
  return likeliest(preamble, hinted, valid && !ascii);
}

}  // namespace

CharsetPrior settle_charset(std::string_view preamble, std::string_view hint) {
  preamble = preamble.substr(0, kCharsetPreamble);
  const CharsetBits hinted = charsets_of_name(hint);
  CharsetPrior prior;
  for (const Mark& mark : kMarks) {
    if (preamble.substr(0, mark.bytes.size()) != mark.bytes) continue;
    prior.charset = mark.charset;
    prior.mark = static_cast<uint8_t>(mark.bytes.size());
    break;
  }
  if (prior.mark == 0) prior.charset = settle(preamble, hinted);
  if (!hint.empty()) {
    prior.hint = hinted == 0                                  ? HintOutcome::unknown
                 : (hinted & charset_bit(prior.charset)) != 0 ? HintOutcome::followed
                                                              : HintOutcome::overruled;
  }
  return prior;
}

namespace {

// Numbers, code or pictures, which are no text in any charset: a good part is control bytes that neither writers nor
// tables (which part fields by NUL, 01 to 03 and 1C to 1F) use.
bool is_binary(std::string_view line) {
  constexpr size_t kLeast = 64, kBlock = 64, kShare = 32;
  if (line.size() < kLeast) return false;
  size_t controls = 0, at = 0;
  const auto control = [](char c) {
    const auto byte = static_cast<uint8_t>(c);
    const bool low = static_cast<uint8_t>(byte - 0x04) <= 0x04, high = static_cast<uint8_t>(byte - 0x0E) <= 0x0C;
    return static_cast<unsigned>(low) | static_cast<unsigned>(high);
  };
  for (; at + kBlock <= line.size(); at += kBlock) {
    uint8_t found = 0;
    for (size_t i = 0; i < kBlock; ++i) found = static_cast<uint8_t>(found + control(line[at + i]));
    controls += found;
  }
  return controls * kShare > at;
}

}  // namespace

Charset charset_of_line(Charset prior, std::string_view line, bool cut) {
  if (is_ascii(line) || is_binary(line)) return prior;
  const bool valid = is_utf8(line, cut);
  if (prior == Charset::utf8 && valid) return prior;
  Charset best = Charset::utf8;
  int64_t least = INT64_MAX;
  CharsetBits seen = 0;
  for (const Charset charset : {prior, Charset::utf8, Charset::gb18030, Charset::big5}) {
    if ((seen & charset_bit(charset)) != 0) continue;
    seen = static_cast<CharsetBits>(seen | charset_bit(charset));
    const Rarity found = rarity(charset, line, cut);
    if (charset == prior && !valid && found.invalid == 0) return prior;
    const int64_t bits = int64_t{found.bits} - (charset == prior ? kPriorBonus : 0);
    if (bits >= least || !found.plausible(charset)) continue;
    least = bits;
    best = charset;
  }
  return best;
}

}  // namespace pidun
