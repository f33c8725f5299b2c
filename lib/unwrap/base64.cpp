// Decoding and judging base64 and hex runs. See runs.h.
#include <algorithm>
#include <array>
#include <cstring>

#include "unwrap/base64_groups.h"
#include "unwrap/hex_digits.h"
#include "unwrap/runs.h"
#include "unwrap/utf8.h"

namespace pidun {
namespace {

constexpr uint8_t kNone = 0xFF;
constexpr std::array<uint8_t, 256> base64_values() {
  std::array<uint8_t, 256> values{};
  for (auto& value : values) value = kNone;
  for (uint8_t i = 0; i < 26; ++i) {
    values[static_cast<size_t>('A' + i)] = i;
    values[static_cast<size_t>('a' + i)] = static_cast<uint8_t>(26 + i);
  }
  for (uint8_t i = 0; i < 10; ++i) values[static_cast<size_t>('0' + i)] = static_cast<uint8_t>(52 + i);
  values['+'] = values['-'] = 62;
  values['/'] = values['_'] = 63;
  return values;
}
constexpr std::array<uint8_t, 256> kValues = base64_values();

// A character's bits where they stand in the three bytes of its group; kBad if it is none.
constexpr uint32_t kBad = 0x80000000u;
using Shifted = std::array<uint32_t, 256>;
constexpr Shifted shifted_values(int by) {
  Shifted shifted{};
  for (size_t i = 0; i < 256; ++i) shifted[i] = kValues[i] == kNone ? kBad : uint32_t{kValues[i]} << by;
  return shifted;
}
constexpr Shifted kFirst = shifted_values(18), kSecond = shifted_values(12), kThird = shifted_values(6),
                  kFourth = shifted_values(0);

uint32_t group_at(const char* at) {
  return kFirst[to_byte(at[0])] | kSecond[to_byte(at[1])] | kThird[to_byte(at[2])] | kFourth[to_byte(at[3])];
}

// A group whose characters do not stand side by side, or of fewer than four.
class LooseGroup {
 public:
  void add(size_t at, uint8_t value) {
    places_[count_] = at;
    bits_ |= uint32_t{value} << (18 - 6 * count_);
    ++count_;
  }
  size_t count() const { return count_; }
  // Writes what is complete and begins anew.
  char* flush(char* to, uint64_t base, OffsetMap& map) {
    for (size_t i = 0; i + 1 < count_; ++i) {
      *to++ = static_cast<char>(bits_ >> (16 - 8 * i));
      map.replace({base + places_[i], base + places_[i + 1] + 1}, 1);
    }
    count_ = 0;
    bits_ = 0;
    return to;
  }

 private:
  size_t places_[4] = {};
  size_t count_ = 0;
  uint32_t bits_ = 0;
};

}  // namespace

namespace {

// Control characters and 0xFF, which are no part of a character in UTF-8 or GB18030 either.
constexpr std::array<bool, 256> kNoText = [] {
  std::array<bool, 256> none{};
  for (size_t byte = 0; byte < 0x20; ++byte) none[byte] = byte != '\t' && byte != '\n' && byte != '\r';
  none[0x7F] = none[0xFF] = true;
  return none;
}();

// The first bytes of a run, as far as its characters stand side by side.
struct Glance {
  static constexpr size_t kGroups = 4;
  std::array<char, kGroups * 3> bytes{};
  size_t groups = 0;
  bool no_text = false;  // so it is with most that is no base64
};

Glance glance_at(std::string_view text) {
  Glance glance;
  for (; glance.groups < Glance::kGroups && 4 * glance.groups + 4 <= text.size(); ++glance.groups) {
    const uint32_t bits = group_at(text.data() + 4 * glance.groups);
    if ((bits & kBad) != 0) break;
    const auto first = static_cast<uint8_t>(bits >> 16), second = static_cast<uint8_t>(bits >> 8),
               third = static_cast<uint8_t>(bits);
    glance.no_text = kNoText[first] || kNoText[second] || kNoText[third];
    if (glance.no_text) break;
    char* to = glance.bytes.data() + 3 * glance.groups;
    to[0] = static_cast<char>(first);
    to[1] = static_cast<char>(second);
    to[2] = static_cast<char>(third);
  }
  return glance;
}

}  // namespace

bool decode_base64(std::string_view text, uint64_t base, std::string& out, OffsetMap& map) {
  constexpr size_t kManyCharacters = 64;  // from here on vectors are worth while
  const size_t start = out.size();
  out.resize(start + text.size() / 4 * 3 + kBase64Slack);
  char* const first = out.data() + start;
  char* to = first;
  LooseGroup loose;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    if (loose.count() == 0 && text.size() - at >= kManyCharacters) {
      const size_t many = decode_base64_groups(text.substr(at), to);
      to += many / 4 * 3;
      at += many;
    }
    // Two groups at once: there is room for the two bytes that are written behind them.
    for (; loose.count() == 0 && at + 8 <= text.size(); at += 8) {
      const uint32_t one = group_at(text.data() + at), two = group_at(text.data() + at + 4);
      if (((one | two) & kBad) != 0) break;
      const uint64_t bytes = __builtin_bswap64((uint64_t{one} << 24 | two) << 16);
      std::memcpy(to, &bytes, sizeof bytes);
      to += 6;
    }
    for (; loose.count() == 0 && at + 4 <= text.size(); at += 4) {
      const uint32_t bits = group_at(text.data() + at);
      if ((bits & kBad) != 0) break;
      *to++ = static_cast<char>(bits >> 16);
      *to++ = static_cast<char>(bits >> 8);
      *to++ = static_cast<char>(bits);
    }
    map.spread(base + begin, (at - begin) / 4, 4, 3);
    if (at == text.size()) break;
    if (const uint8_t value = kValues[to_byte(text[at])]; value != kNone) loose.add(at, value);
    if (loose.count() == 4) to = loose.flush(to, base, map);
    ++at;
  }
  to = loose.flush(to, base, map);
  const bool any = to != first;
  out.resize(static_cast<size_t>(to - out.data()));
  return any;
}

bool decode_hex(std::string_view text, uint64_t base, std::string& out, OffsetMap& map) {
  for (size_t at = 0; at + 2 <= text.size(); at += 2)
    out += static_cast<char>(hex_value(text[at]) << 4 | hex_value(text[at + 1]));
  map.spread(base, text.size() / 2, 2, 1);
  return text.size() >= 2;
}

uint8_t base64_byte(std::string_view group, size_t which) {
  const uint32_t bits = group.size() == 4 ? group_at(group.data()) : kBad;
  return (bits & kBad) != 0 ? uint8_t{0} : static_cast<uint8_t>(bits >> (16 - 8 * which));
}

TextForm base64_form(std::string_view text, bool cut, bool gb18030) {
  // Nearly all that is no base64 shows it in the first twelve bytes.
  constexpr size_t kSample = 48;
  const Glance glance = glance_at(text);
  if (glance.no_text) return TextForm::none;
  const bool whole = glance.groups == Glance::kGroups;
  if (whole && text_form({glance.bytes.data(), glance.bytes.size()}, cut, true, gb18030) == TextForm::none)
    return TextForm::none;
  char bytes[kSample + 3];
  size_t count = 0, have = 0;
  uint32_t bits = 0;
  for (size_t at = 0; at < text.size() && count < kSample; ++at) {
    const uint8_t value = kValues[to_byte(text[at])];
    if (value == kNone) continue;
    bits = bits << 6 | value;
    if (++have % 4 == 0) {
      for (const int by : {16, 8, 0}) bytes[count++] = static_cast<char>(bits >> by);
      if (count == Glance::kGroups * 3 && !whole && text_form({bytes, count}, cut, true, gb18030) == TextForm::none)
        return TextForm::none;
    }
  }
  const bool more = count >= kSample;
  if (!more && have % 4 >= 2) {
    bits <<= 6 * (4 - have % 4);
    bytes[count++] = static_cast<char>(bits >> 16);
    if (have % 4 == 3) bytes[count++] = static_cast<char>(bits >> 8);
  }
  return text_form({bytes, count}, cut, more, gb18030);
}

TextForm hex_form(std::string_view text, bool cut) {
  constexpr size_t kSample = 64;
  char bytes[kSample];
  size_t count = 0;
  for (; count < kSample && 2 * count + 2 <= text.size(); ++count)
    bytes[count] = static_cast<char>(hex_value(text[2 * count]) << 4 | hex_value(text[2 * count + 1]));
  return text_form({bytes, count}, cut, 2 * count < text.size());
}

size_t aligned_before(std::string_view text, const Block& block, size_t target, size_t group) {
  if (target <= block.begin) return block.begin;
  if (block.line_length == 0) return block.begin + (std::min(target, block.end - 1) - block.begin) / group * group;
  size_t aligned = block.begin, left = 0;
  for (size_t at = block.begin; at <= target && at < block.end; ++at) {
    if (kValues[to_byte(text[at])] == kNone) continue;
    if (left == 0) {
      aligned = at;
      left = group;
    }
    --left;
  }
  return aligned;
}

size_t data_uri_begin(std::string_view text, size_t payload) {
  constexpr std::string_view kMark = ";base64,", kScheme = "data:";
  if (payload < kMark.size() || text.substr(payload - kMark.size(), kMark.size()) != kMark) return payload;
  const size_t from = payload > kLongestDataUriHead ? payload - kLongestDataUriHead : 0;
  const size_t found = text.substr(from, payload - from).rfind(kScheme);
  return found == std::string_view::npos ? payload : from + found;
}

}  // namespace pidun
