// See address_text.h.
#include "detect/address_text.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "detect/address_walk.h"
#include "detect/hanzi_set.h"

namespace pidun {
namespace {

// The characters that end the parts of addresses: regions, and what lies in them.
bool is_region(uint32_t c) {
  static const HanziSet marks(u"省市区县旗州镇乡");
  return marks.has(c);
}
bool is_place(uint32_t c) {
  static const HanziSet marks(u"村路街巷弄号栋幢座楼层室园寓组队屯庄苑");
  return marks.has(c);
}

bool is_hanzi(uint32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

}  // namespace

size_t address_length(std::string_view text) {
  const AddressChars chars(text);
  const AddressWalk walk = walk_address(chars, 0, AddressFrame::cue);
  return says_where(walk) ? chars.offset(walk.end) : 0;
}

bool is_address(std::string_view text) {
  if (text.find('*') != std::string_view::npos) return false;  // masked addresses are read elsewhere
  size_t hanzi = 0, digits = 0, regions = 0, places = 0;
  while (!text.empty()) {
    const CodePoint c = decode_utf8(text);
    if (c.bytes == 0) return false;
    digits += is_digit(text[0]) ? 1u : 0u;
    hanzi += is_hanzi(c.value) ? 1u : 0u;
    regions += is_region(c.value) ? 1u : 0u;
    places += is_place(c.value) ? 1u : 0u;
    if (hanzi >= 4 && (places != 0 || hanzi >= 6) && regions + places >= 2) return true;
    text.remove_prefix(c.bytes);
  }
  return hanzi >= 4 && places != 0 && digits != 0;
}

}  // namespace pidun
