// Byte masks: the same bits on every SIMD target, and those of a byte-by-byte reference.
#include "base/byte_masks.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "match/numbers.h"
#include "support/make_values.h"
#include "support/scan_text.h"
#include "support/simd_targets.h"

namespace pidun {
namespace {

using Masks = std::vector<std::vector<uint64_t>>;
using Ranges = std::vector<ByteRange>;

Masks reference_masks(std::string_view bytes, const Ranges& ranges) {
  Masks masks(ranges.size(), std::vector<uint64_t>(mask_words(bytes.size()), 0));
  for (size_t r = 0; r < ranges.size(); ++r) {
    for (size_t i = 0; i < bytes.size(); ++i) {
      const int byte = static_cast<unsigned char>(bytes[i]), lo = ranges[r].lo;
      if (byte >= lo && byte <= lo + ranges[r].extent) masks[r][i / 64] |= uint64_t{1} << (i % 64);
    }
  }
  return masks;
}

// A word more than asked for stands behind each mask, and must stay as it is.
constexpr uint64_t kGuard = 0x5A5A5A5A5A5A5A5A;

Masks masks_now(std::string_view bytes, const Ranges& ranges) {
  const size_t words = mask_words(bytes.size());
  Masks masks(ranges.size(), std::vector<uint64_t>(words + 1, kGuard));
  std::vector<uint64_t*> places;
  for (auto& mask : masks) places.push_back(mask.data());
  byte_masks(bytes, ranges.data(), ranges.size(), places.data());
  for (auto& mask : masks) {
    REQUIRE(mask.back() == kGuard);
    mask.pop_back();
  }
  return masks;
}

std::string random_bytes(size_t size, uint32_t seed) {
  std::mt19937 random(seed);
  std::string bytes;
  while (bytes.size() < size)
    bytes += random() % 2 == 0 ? "0123456789 -@\n"[random() % 14] : static_cast<char>(random());
  return bytes;
}

const Ranges kSix{kDigits, one_byte(' '), one_byte('-'), one_byte('@'), {0x80, 0x7F}, {0, 255}};

// Everything that the scan can meet: values, near misses, hanzi, separators, binary.
std::string mixed_text(size_t size) {
  std::mt19937 random(20240601);
  std::string text;
  while (text.size() < size) {
    switch (random() % 8) {
      case 0:
        text += "身份证：" + testing::make_id("110101", "19900307", std::to_string(100 + random() % 900));
        break;
      case 1:
        text += "手机 139" + std::to_string(10000000 + random() % 90000000);
        break;
      case 2:
        text +=
            "卡号 " + testing::grouped_by(testing::make_card("622202", 19, static_cast<uint32_t>(random())), 4, ' ');
        break;
      case 3:
        text += "mail=li" + std::to_string(random() % 1000) + "@example.com.cn";
        break;
      case 4:
        text += testing::make_company_code();
        break;
      case 5:
        text += random_bytes(random() % 90, static_cast<uint32_t>(random()));
        break;
      default:
        text += std::to_string(random()) + std::to_string(random());
    }
    text += "\n ,;x"[random() % 5];
  }
  return text;
}

}  // namespace

TEST_CASE("the chosen target is the one that runs") {
  testing::on_every_target([](const char* name) { CHECK(byte_masks_target() == std::string(name)); });
}

TEST_CASE("masks are those of the reference for every length and alignment") {
  const std::string bytes = random_bytes(300, 1);
  testing::on_every_target([&](const char*) {
    for (size_t length = 0; length <= 200; ++length) {
      for (size_t at = 0; at < 64; at += length % 8 == 0 ? 1 : 13) {
        const std::vector<char> exact(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                      bytes.begin() + static_cast<std::ptrdiff_t>(at + length));
        const std::string_view inside = std::string_view(bytes).substr(at, length);
        const Masks expected = reference_masks(inside, kSix);
        if (masks_now(inside, kSix) == expected && masks_now({exact.data(), exact.size()}, kSix) == expected) continue;
        FAIL_CHECK("length " << length << " at " << at);
      }
    }
  });
}

TEST_CASE("every byte value is in the ranges that hold it, at every place of a block") {
  std::string bytes;
  for (int turn = 0; turn < 3; ++turn) {
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    bytes += 'x';  // the next turn is shifted by one
  }
  testing::on_every_target([&](const char*) {
    for (int lo = 0; lo < 256; ++lo) {
      for (const int extent : {0, 1, 9, 127, 255 - lo}) {
        if (lo + extent > 255) continue;
        const Ranges range{{static_cast<uint8_t>(lo), static_cast<uint8_t>(extent)}};
        if (masks_now(bytes, range) != reference_masks(bytes, range)) FAIL_CHECK("range " << lo << " + " << extent);
      }
    }
  });
}

TEST_CASE("one to six ranges give the masks that each gives alone") {
  const std::string bytes = random_bytes(1000, 2);
  testing::on_every_target([&](const char*) {
    for (size_t count = 0; count <= kSix.size(); ++count) {
      const Ranges ranges(kSix.begin(), kSix.begin() + static_cast<std::ptrdiff_t>(count));
      CAPTURE(count);
      CHECK(masks_now(bytes, ranges) == reference_masks(bytes, ranges));
    }
  });
}

TEST_CASE("count_byte counts every byte value, whatever the length") {
  const std::string bytes = random_bytes(400, 3);
  testing::on_every_target([&](const char*) {
    for (size_t length = 0; length <= 200; ++length) {
      const std::string_view part = std::string_view(bytes).substr(length % 64, length);
      for (const char wanted : {'\n', '0', '\0', '\xFF', '\x80'}) {
        const auto expected = static_cast<size_t>(std::count(part.begin(), part.end(), wanted));
        if (count_byte(part, wanted) != expected) FAIL_CHECK("length " << length << " byte " << int{wanted});
      }
    }
    for (int byte = 0; byte < 256; ++byte)
      CHECK(count_byte(std::string(100, static_cast<char>(byte)), static_cast<char>(byte)) == 100);
  });
}

TEST_CASE("anchors and findings of a mixed text are the same on every target") {
  const std::string text = mixed_text(150000);
  Anchors expected;
  AnchorFinder().find(Window(text, 0), 0, text.size(), expected);
  const auto findings = testing::scan_text(text);
  REQUIRE(expected.numbers.size() > 1000);
  REQUIRE(findings.size() > 500);
  testing::on_every_target([&](const char*) {
    Anchors anchors;
    AnchorFinder().find(Window(text, 0), 0, text.size(), anchors);
    CHECK((anchors.numbers == expected.numbers));
    CHECK((anchors.ats == expected.ats));
    CHECK((testing::scan_text(text) == findings));
  });
}

}  // namespace pidun
