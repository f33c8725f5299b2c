// Pictures made for tests: headers and metadata that are right, pixels that are none.
#pragma once

#include <cstdint>
#include <string>

namespace pidun::testing {

inline std::string big(uint64_t number, size_t bytes) {
  std::string out;
  while (bytes-- > 0) out += static_cast<char>(number >> (8 * bytes));
  return out;
}
inline std::string little(uint64_t number, size_t bytes) {
  std::string out;
  for (size_t i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i));
  return out;
}

// A TIFF header, a maker and a position of 22°32'35.15" N 113°57'52.31" E.
inline std::string made_exif() {
  const auto entry = [](uint64_t tag, uint64_t type, uint64_t count, const std::string& value) {
    return big(tag, 2) + big(type, 2) + big(count, 4) + value;
  };
  std::string out = std::string("MM\0\x2A", 4) + big(8, 4);
  const uint64_t gps = 8 + 2 + 2 * 12 + 4 + 8;
  out += big(2, 2) + entry(0x010F, 2, 6, big(8 + 2 + 24 + 4, 4)) + entry(0x8825, 4, 1, big(gps, 4)) + big(0, 4);
  out += std::string("Pixel\0\0\0", 8);
  const uint64_t numbers = gps + 2 + 4 * 12 + 4;
  out += big(4, 2) + entry(1, 2, 2, std::string("N\0\0\0", 4)) + entry(2, 5, 3, big(numbers, 4)) +
         entry(3, 2, 2, std::string("E\0\0\0", 4)) + entry(4, 5, 3, big(numbers + 24, 4)) + big(0, 4);
  for (const uint64_t n : {22u, 1u, 32u, 1u, 3515u, 100u, 113u, 1u, 57u, 1u, 5231u, 100u}) out += big(n, 4);
  return out;
}

inline std::string made_xmp(const std::string& name) {
  return "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:li mwg-rs:Name='" + name + "' mwg-rs:Type='Face'/></x:xmpmeta>";
}

inline std::string jpeg_block(uint8_t marker, const std::string& payload) {
  return std::string("\xFF") + static_cast<char>(marker) + big(payload.size() + 2, 2) + payload;
}
inline std::string noise(size_t size, uint32_t seed) {
  std::string out;
  for (size_t i = 0; i < size; ++i) {
    seed = seed * 1664525u + 1013904223u;
    out += static_cast<char>(seed >> 24);
    if (out.back() == '\xFF') out += '\0';
  }
  return out;
}
// Empty parts are left out.
inline std::string made_jpeg(const std::string& exif, const std::string& xmp, size_t pixels, uint32_t seed) {
  std::string out = "\xFF\xD8" + jpeg_block(0xE0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
  if (!exif.empty()) out += jpeg_block(0xE1, std::string("Exif\0\0", 6) + exif);
  if (!xmp.empty()) out += jpeg_block(0xE1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) + xmp);
  return out + jpeg_block(0xDA, std::string(10, '\1')) + noise(pixels, seed) + "\xFF\xD9";
}

inline std::string png_chunk(const std::string& type, const std::string& payload) {
  return big(payload.size(), 4) + type + payload + "crc.";
}
inline std::string made_png(const std::string& exif, const std::string& xmp) {
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", std::string(13, '\1')) + png_chunk("IDAT", noise(500, 7)) +
         png_chunk("eXIf", exif) + png_chunk("iTXt", "XML:com.adobe.xmp" + std::string(5, '\0') + xmp) +
         png_chunk("IEND", "");
}
inline std::string riff_chunk(const std::string& type, const std::string& payload) {
  return type + little(payload.size(), 4) + payload + (payload.size() % 2 != 0 ? std::string(1, '\0') : "");
}
inline std::string made_webp(const std::string& exif, const std::string& xmp) {
  const std::string body = "WEBP" + riff_chunk("VP8X", std::string(10, '\0')) + riff_chunk("VP8 ", noise(301, 9)) +
                           riff_chunk("EXIF", exif) + riff_chunk("XMP ", xmp);
  return "RIFF" + little(body.size(), 4) + body;
}
inline std::string box(const std::string& type, const std::string& payload) {
  return big(payload.size() + 8, 4) + type + payload;
}
inline std::string made_heif(const std::string& exif, const std::string& xmp) {
  const std::string ftyp = box("ftyp", std::string("heic\0\0\0\0mif1heic", 16));
  const auto entry = [](uint64_t id, const std::string& type) {
    return box("infe", std::string("\2\0\0\0", 4) + big(id, 2) + big(0, 2) + type + '\0');
  };
  const std::string iinf = box("iinf", big(0, 4) + big(3, 2) + entry(1, "hvc1") + entry(2, "Exif") + entry(3, "mime"));
  const std::string item = big(6, 4) + std::string("Exif\0\0", 6) + exif;
  const auto meta = [&](uint64_t at) {
    const auto place = [&](uint64_t id, uint64_t offset, uint64_t length) {
      return big(id, 2) + big(0, 2) + big(1, 2) + big(offset, 4) + big(length, 4);
    };
    const std::string iloc =
        box("iloc", big(0, 4) + big(0x4400, 2) + big(3, 2) + place(1, at, 400) + place(2, at + 400, item.size()) +
                        place(3, at + 400 + item.size(), xmp.size()));
    return box("meta", big(0, 4) + iinf + iloc);
  };
  const uint64_t at = ftyp.size() + meta(0).size() + 8;
  return ftyp + meta(at) + box("mdat", noise(400, 5).substr(0, 400) + item + xmp);
}

inline std::string base64_of(const std::string& bytes) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t bits = 0;
    for (size_t j = 0; j < 3; ++j)
      bits = bits << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
    for (size_t j = 0; j < 4; ++j) out += i + j > bytes.size() ? '=' : kLetters[bits >> (18 - 6 * j) & 63];
  }
  return out;
}

// ISO/IEC 19794-5, one face.
inline std::string made_face_record(size_t pixels) {
  const std::string body = big(1, 2) + std::string(32, '\2') + noise(pixels, 3);
  return std::string(
             "FAC\0"
             "010\0",
             8) +
         big(12 + body.size(), 4) + body;
}

// A feature of ArcSoft: two numbers, then 256 of about 1/16.
inline std::string made_arcsoft() {
  std::string out("\0\x80\xFA\x44\0\0\xA0\x41", 8);
  for (size_t i = 0; i < 256; ++i) out += little(0x3D800000u + (i * 2654435761u >> 12), 4);
  return out;
}

}  // namespace pidun::testing
