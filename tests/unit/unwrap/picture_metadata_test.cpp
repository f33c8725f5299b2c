// Where pictures in base64 or hex keep their XMP packet; lying lengths and cut pictures give none.
#include "unwrap/picture_metadata.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace pidun {
namespace {

std::string base64_of(const std::string& bytes) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i + 3 <= bytes.size(); i += 3) {
    uint32_t bits = 0;
    for (size_t j = 0; j < 3; ++j) bits = bits << 8 | static_cast<unsigned char>(bytes[i + j]);
    for (const int by : {18, 12, 6, 0}) out += kLetters[bits >> by & 63];
  }
  return out;
}

std::string hex_of(const std::string& bytes) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[c & 15];
  }
  return out;
}

std::string big(size_t number, size_t bytes) {
  std::string out;
  while (bytes-- > 0) out += static_cast<char>(number >> (8 * bytes));
  return out;
}

const std::string kPacket = "<x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>";
const std::string kNamespace("http://ns.adobe.com/xap/1.0/\0", 29);

std::string jpeg_block(char marker, const std::string& payload) {
  return std::string("\xFF") + marker + big(payload.size() + 2, 2) + payload;
}
std::string jpeg() {
  return "\xFF\xD8" + jpeg_block('\xE0', "JFIF") + jpeg_block('\xE1', "Exif" + std::string(900, '\1')) +
         jpeg_block('\xE1', kNamespace + kPacket) + jpeg_block('\xDA', "x") + std::string(300, '\7');
}
std::string png_block(const std::string& type, const std::string& payload) {
  return big(payload.size(), 4) + type + payload + "crc.";
}
std::string png() {
  return "\x89PNG\r\n\x1A\n" + png_block("IHDR", std::string(13, '\1')) + png_block("IDAT", std::string(500, '\2')) +
         png_block("iTXt", "XML:com.adobe.xmp" + std::string(5, '\0') + kPacket) + png_block("IEND", "");
}
std::string webp() {
  const std::string body = "VP8 " + std::string("\5\0\0\0", 4) + "abcde" + '\0' + "XMP " +
                           std::string(1, static_cast<char>(kPacket.size())) + std::string(3, '\0') + kPacket;
  return "RIFF" + std::string("\0\1\0\0", 4) + "WEBP" + body;
}

std::string packet_in(const std::string& picture, bool hex) {
  const std::string run = hex ? hex_of(picture) : base64_of(picture + "  ");
  const EncodedBytes bytes(run, hex);
  const MetadataRange range = find_xmp(bytes);
  std::string out;
  for (size_t i = range.begin; i < range.end; ++i) out += static_cast<char>(bytes.at(i));
  return out;
}

}  // namespace

TEST_CASE("the packet of a picture is found in base64 and in hex") {
  for (const std::string& picture : {jpeg(), png(), webp()})
    for (const bool hex : {false, true}) {
      INFO(picture.substr(0, 4) << hex);
      CHECK(packet_in(picture, hex).find(kPacket) != std::string::npos);
    }
}

TEST_CASE("a picture cut anywhere gives what there is of its packet, or nothing") {
  const std::string whole = jpeg();
  for (size_t length = 0; length < whole.size(); ++length) {
    const std::string packet = packet_in(whole.substr(0, length), true);
    CHECK(packet.size() <= kNamespace.size() + kPacket.size());
  }
}

TEST_CASE("lying lengths end the walk") {
  const std::string short_length = "\xFF\xD8\xFF\xE0" + big(0, 2) + std::string(100, '\1');
  const std::string long_length = "\xFF\xD8" + jpeg_block('\xE0', "JFIF") + "\xFF\xE1" + big(65535, 2) + kNamespace;
  const std::string huge_block = "\x89PNG\r\n\x1A\n" + big(0xFFFFFFFF, 4) + "IHDR" + std::string(100, '\1');
  std::string many = "\xFF\xD8";
  for (int i = 0; i < 300; ++i) many += jpeg_block('\xE2', "x");
  many += jpeg_block('\xE1', kNamespace + kPacket);
  CHECK(packet_in(short_length, true).empty());
  CHECK(packet_in(long_length, true) == kNamespace);
  CHECK(packet_in(huge_block, true).empty());
  CHECK(packet_in(many, true).empty());
  CHECK(packet_in("no picture at all, but long enough", true).empty());
}

}  // namespace pidun
