// Unwrapping: what was encoded comes back with the span of every byte; any bytes at all give layers within limits that
// depend on nothing but the segment and 2 * kUnwrapReach bytes around it.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/check_unwrapped.h"
#include "support/encodings.h"
#include "support/made_pictures.h"
#include "unwrap/decoders.h"
#include "unwrap/utf8.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// A text and, for each of its bytes, where its spelling begins and ends in an encoded text.
struct Spelt {
  std::string text;
  std::string encoded;
  std::vector<Span> sources;
  void add(std::string_view bytes, std::string_view spelling) {
    const Span source{encoded.size(), encoded.size() + spelling.size()};
    text += bytes;
    encoded += spelling;
    sources.insert(sources.end(), bytes.size(), source);
  }
};

std::string character(uint32_t point) {
  char bytes[4];
  const size_t length = write_utf8(point, bytes);
  return {bytes, length};
}

uint32_t any_point() {
  const uint32_t point =
      *rc::gen::oneOf(rc::gen::inRange<uint32_t>(0x20, 0x7F), rc::gen::inRange<uint32_t>(0x4E00, 0x9FA6),
                      rc::gen::inRange<uint32_t>(0xA1, 0x110000), rc::gen::just<uint32_t>('1'));
  return is_surrogate(point) ? 'x' : point;
}

std::string formatted(const char* format, unsigned number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

std::string json_spelling(uint32_t point) {
  if (point < 0x10000) return formatted(*rc::gen::arbitrary<bool>() ? "\\u%04x" : "\\u%04X", point);
  return formatted("\\u%04x", 0xD800 + ((point - 0x10000) >> 10)) + formatted("\\u%04x", 0xDC00 + (point & 0x3FF));
}

template <class Spell>
Spelt any_spelt(const std::string& reserved, const Spell& spell) {
  Spelt spelt;
  for (int left = *rc::gen::inRange(0, 60); left > 0; --left) {
    const uint32_t point = any_point();
    const std::string bytes = character(point);
    const bool plain = bytes.size() > 1 || reserved.find(bytes) == std::string::npos;
    if (plain && *rc::gen::arbitrary<bool>()) {
      for (const char c : bytes) spelt.add({&c, 1}, {&c, 1});
    } else {
      spell(spelt, point, bytes);
    }
  }
  return spelt;
}

void check_spelt(const Spelt& spelt, const std::string& decoded, const OffsetMap& map) {
  RC_ASSERT(decoded == spelt.text);
  RC_ASSERT(map.size() == spelt.text.size());
  for (uint64_t i = 0; i < spelt.text.size(); ++i) {
    RC_ASSERT(map.source_of({i, i + 1}) == spelt.sources[i]);
    const Span back = map.derived_of(spelt.sources[i]);
    RC_ASSERT(back.begin <= i);
    RC_ASSERT(back.end > i);
  }
}

// Pieces that mean something to some decoder, encoded values, and noise.
std::string any_input(size_t pieces) {
  static const std::string hidden = "手机13900001234";
  static const std::vector<std::string> kPieces = {"\\u5f20\\u4e09",
                                                   "\\n",
                                                   "\\\\",
                                                   "\\",
                                                   "\\uD83D",
                                                   "\\x31\\xE5\\xBC\\xA0",
                                                   "\\/",
                                                   "\\u{31}",
                                                   "%E5%BC%A0",
                                                   "%25",
                                                   "%u5F20",
                                                   "%",
                                                   "+",
                                                   "&#49;",
                                                   "&amp;",
                                                   "&lt",
                                                   "&#x5F20",
                                                   "&",
                                                   "=E5=BC=A0",
                                                   "=3D",
                                                   "=\r\n",
                                                   "=",
                                                   "==",
                                                   "\n",
                                                   "\r\n",
                                                   " ",
                                                   "\"",
                                                   "\0",
                                                   ",",
                                                   "13900001234",
                                                   "张三",
                                                   "data:text/plain;base64,",
                                                   "0x",
                                                   "\xD5\xC5",
                                                   "ABCDEFGHIJKLMNOP",
                                                   "abcdef0123456789"};
  std::string input;
  for (size_t i = 0; i < pieces; ++i) {
    const int choice = *rc::gen::inRange(0, 30);
    if (choice == 0) {
      input += base64_of(std::string(*rc::gen::inRange<size_t>(0, 9), '1') + hidden, *rc::gen::arbitrary<bool>());
    } else if (choice == 1) {
      input += wrapped(base64_of(std::string(*rc::gen::inRange<size_t>(100, 900), '1') + hidden),
                       *rc::gen::inRange<size_t>(40, 80), *rc::gen::element<std::string>("\n", "\r\n", "\\n", "\n  "));
    } else if (choice == 2) {
      input += hex_of(std::string(*rc::gen::inRange<size_t>(0, 300), '2') + hidden);
    } else if (choice == 3) {
      input += percent_of(base64_of(percent_of(hidden)));
    } else if (choice == 4) {
      input += slashes_escaped(base64_of(made_jpeg(made_exif(), made_xmp("n"), *rc::gen::inRange<size_t>(1, 4000), 3)));
    } else if (choice == 5) {
      input += std::string(*rc::gen::inRange<size_t>(0, 900), *rc::gen::element('x', ' ', '\\', 'M', '%', '='));
    } else {
      input += kPieces[*rc::gen::inRange<size_t>(0, kPieces.size())];
    }
  }
  return input;
}

UnwrapLimits any_limits() {
  UnwrapLimits limits;
  limits.depth = *rc::gen::inRange<uint8_t>(0, 6);
  if (*rc::gen::inRange(0, 3) == 0) limits.value_bytes = *rc::gen::inRange<uint64_t>(0, 2000);
  if (*rc::gen::inRange(0, 3) == 0) limits.segment_bytes = *rc::gen::inRange<uint64_t>(1, 4000);
  return limits;
}

// Values that begin and end at multiples of an odd number.
class Blocks : public ValueBorders {
 public:
  explicit Blocks(uint64_t size) : size_(size) {}
  EncodedValue at(uint64_t offset) override {
    EncodedValue value{{offset / size_ * size_, offset / size_ * size_ + size_ - 2}};
    value.csv_quoted = offset / size_ % 3 == 0;
    value.form = offset / size_ % 3 == 1;
    return value;
  }

 private:
  uint64_t size_;
};

}  // namespace

TEST_CASE("unwrap: JSON escapes come back, each character from its spelling", "[unwrap]") {
  CHECK(rc::check([] {
    const Spelt spelt = any_spelt("\\", [](Spelt& to, uint32_t point, const std::string& bytes) {
      if (bytes == "\"" || bytes == "/" || bytes == "\\") return to.add(bytes, "\\" + bytes);
      to.add(bytes, json_spelling(point));
    });
    std::string decoded;
    OffsetMap map;
    BackslashTraits traits;
    decode_backslashes(spelt.encoded, 0, decoded, map, traits);
    check_spelt(spelt, decoded, map);
    RC_ASSERT(!traits.beyond_json);
  }));
}

TEST_CASE("unwrap: percent, quoted-printable and entities come back, each from its spelling", "[unwrap]") {
  CHECK(rc::check([] {
    const auto by_byte = [](const char* format) {
      return [format](Spelt& to, uint32_t, const std::string& bytes) {
        for (const char c : bytes) to.add({&c, 1}, bytes_as(format, {&c, 1}));
      };
    };
    const Spelt percent = any_spelt("%+", by_byte("%%%02X"));
    const Spelt quoted = any_spelt("=", by_byte("=%02X"));
    const Spelt entities = any_spelt("&", [](Spelt& to, uint32_t point, const std::string& bytes) {
      to.add(bytes, formatted(*rc::gen::arbitrary<bool>() ? "&#%u;" : "&#x%X;", point));
    });
    std::string decoded[3];
    OffsetMap maps[3];
    decode_percent(percent.encoded, 0, false, decoded[0], maps[0]);
    check_spelt(percent, decoded[0], maps[0]);
    decode_quoted_printable(quoted.encoded, 0, decoded[1], maps[1]);
    check_spelt(quoted, decoded[1], maps[1]);
    decode_entities(entities.encoded, 0, decoded[2], maps[2]);
    check_spelt(entities, decoded[2], maps[2]);
  }));
}

TEST_CASE("unwrap: base64 and hex come back, however wrapped", "[unwrap]") {
  CHECK(rc::check([] {
    const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const std::string text = base64_of(bytes, *rc::gen::arbitrary<bool>(), false);
    const std::string lines =
        wrapped(text, *rc::gen::inRange<size_t>(1, 80), *rc::gen::element<std::string>("\n", "\r\n "));
    std::string decoded;
    OffsetMap map;
    decode_base64(lines, 0, decoded, map);
    RC_ASSERT(decoded == bytes);
    std::vector<uint64_t> places;
    for (uint64_t at = 0; at < lines.size(); ++at)
      if (lines[at] > ' ') places.push_back(at);
    for (uint64_t i = 0; i < bytes.size(); ++i)
      RC_ASSERT(map.source_of({i, i + 1}) == (Span{places[i * 4 / 3], places[(i * 4 + 4 + 2) / 3 - 1] + 1}));
    std::string from_hex;
    OffsetMap hex_map;
    decode_hex(hex_of(bytes), 0, from_hex, hex_map);
    RC_ASSERT(from_hex == bytes);
  }));
}

TEST_CASE("unwrap: any bytes give layers within limits, whatever surrounds the context", "[unwrap]") {
  CHECK(rc::check([] {
    const std::string input = any_input(*rc::gen::inRange<size_t>(0, 120));
    const UnwrapLimits limits = any_limits();
    const uint64_t step = *rc::gen::inRange<uint64_t>(1500, 9000);
    Blocks blocks(*rc::gen::inRange<uint64_t>(3, 3000));
    ValueBorders* borders = *rc::gen::arbitrary<bool>() ? &blocks : nullptr;
    std::string wrong;
    const std::string narrow = unwrap_segments(input, step, 2 * kUnwrapReach, limits, borders, wrong);
    RC_ASSERT(wrong == "");
    const std::string wide = unwrap_segments(input, step, input.size(), limits, borders, wrong);
    RC_ASSERT(wrong == "");
    RC_ASSERT(narrow == wide);
  }));
}

TEST_CASE("unwrap: a long run over segments of any size comes back whole", "[unwrap]") {
  CHECK(rc::check([] {
    std::string plain;
    for (size_t i = 0, lines = *rc::gen::inRange<size_t>(200, 900); i < lines; ++i)
      plain += "手机" + std::to_string(13900000000 + i * 31) + "\n";
    const int form = *rc::gen::inRange(0, 3);
    const std::string run = form == 0   ? base64_of(plain)
                            : form == 1 ? hex_of(plain)
                                        : wrapped(base64_of(plain), 76, "\r\n");
    const std::string input = std::string(*rc::gen::inRange<size_t>(0, 5000), ' ') + run;
    const uint64_t step = *rc::gen::inRange<uint64_t>(4096, 20000);
    Unwrapper unwrapper;
    UnwrapState state;
    size_t reached = 0;  // plain text seen so far, without a gap
    for (uint64_t at = 0; at < input.size(); at += step) {
      Unwrapped out;
      unwrapper.unwrap(state, Window(input, 0), at, std::min<uint64_t>(input.size(), at + step), nullptr, out);
      for (const Layer& layer : out.layers) {
        const std::string text = out.text.substr(layer.text.begin, layer.text.size());
        const size_t from = reached > 4000 ? reached - 4000 : 0;
        const size_t place = plain.find(text, from);
        RC_ASSERT(place <= reached);
        reached = std::max(reached, place + text.size());
      }
    }
    RC_ASSERT(reached == plain.size());
  }));
}

TEST_CASE("unwrap: nested bombs stay in the budget", "[unwrap]") {
  std::string base64(200000, '1'), percent = "%31";
  for (int depth = 0; depth < 5; ++depth) base64 = base64_of(base64);
  for (int depth = 0; depth < 20000; ++depth) percent.insert(1, "25");
  std::string entities = "&#49;";
  for (int depth = 0; depth < 5000; ++depth) entities.insert(1, "amp;");
  std::string mixed;
  while (mixed.size() < 100000) mixed += "%26%2349;\\u0025\\u0033\\u0031=3D31 TVRNNU1EQXdNREV5TXpRPQ== ";
  for (const std::string& bomb : {base64, percent, entities, mixed}) {
    std::string wrong;
    const std::string all = unwrap_segments(bomb, 65536, 4096, {}, nullptr, wrong);
    CHECK(wrong.empty());
    CHECK(all.find('/') != std::string::npos);
  }
}
