// Makes the tables of lib/text/charset_tables.h from ICU's converters and writes them as they lie in memory, with a file
// of assembly that takes them into the library.
// usage: make_charset_tables FOLDER   Writes FOLDER/charsets.bin and FOLDER/charsets_data.S.
#include <unicode/ucnv.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "text/charset_tables.h"

namespace pidun {
namespace {

// Code points of one code, told apart by the line feeds put between codes; 0 if it is none or several.
std::vector<char32_t> to_points(const char* charset, const std::string& codes_by_line) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(charset, &error), ucnv_close);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot convert a charset that is needed");
  std::u16string units(codes_by_line.size() * 2, u'\0');
  const int32_t size = ucnv_toUChars(converter.get(), units.data(), static_cast<int32_t>(units.size()),
                                     codes_by_line.data(), static_cast<int32_t>(codes_by_line.size()), &error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU cannot convert a charset that is needed");
  units.resize(static_cast<size_t>(size));
  std::vector<char32_t> points;
  for (size_t at = 0; at < units.size();) {
    const size_t end = units.find(u'\n', at);
    char32_t point = 0;
    if (end - at == 1) point = units[at];
    if (end - at == 2 && (units[at] & 0xFC00) == 0xD800)
      point = 0x10000 + ((units[at] & 0x3FFu) << 10) + (units[at + 1] & 0x3FFu);
    points.push_back(point == 0xFFFD || point < 0x80 ? 0 : point);
    at = end + 1;
  }
  return points;
}

bool is_private(char32_t point) { return point >= 0xE000 && point < 0xF900; }

// Fills the empty pairs; private characters only where they are part of the charset.
void fill_pairs(PairTable& table, const char* charset, bool with_private) {
  std::string codes;
  const auto each = [](const std::function<void(uint8_t, uint8_t)>& visit) {
    for (unsigned lead = kLeastLead; lead <= kMostLead; ++lead)
      for (unsigned trail = kLeastTrail; trail <= kMostLead; ++trail)
        if (trail != 0x7F) visit(static_cast<uint8_t>(lead), static_cast<uint8_t>(trail));
  };
  each([&](uint8_t lead, uint8_t trail) { codes.append({static_cast<char>(lead), static_cast<char>(trail), '\n'}); });
  const std::vector<char32_t> points = to_points(charset, codes);
  size_t next = 0;
  each([&](uint8_t lead, uint8_t trail) {
    const char32_t point = points.at(next++);
    Packed& entry = table.at(lead, trail);
    if (point == 0 || !entry.empty() || (!with_private && is_private(point))) return;
    write_utf8(point, entry.bytes);
  });
}

constexpr uint32_t kReplacementFour = 39417;  // 8431A437

void fill_fours(std::array<char16_t, kFoursBelow>& fours) {
  std::string codes;
  for (uint32_t linear = 0; linear < kFoursBelow; ++linear) {
    codes.append({static_cast<char>(0x81 + linear / 12600), static_cast<char>(0x30 + linear / 1260 % 10),
                  static_cast<char>(0x81 + linear / 10 % 126), static_cast<char>(0x30 + linear % 10), '\n'});
  }
  const std::vector<char32_t> points = to_points("gb18030", codes);
  for (uint32_t i = 0; i < kFoursBelow; ++i) fours[i] = static_cast<char16_t>(points.at(i));
  fours[kReplacementFour] = 0xFFFD;  // which ICU also gives for codes that mean nothing
}

struct Moved {
  uint16_t code;
  char32_t point;
};
// GB18030-2022; and A3A0, which software has always used as a blank.
constexpr Moved kMoved[] = {
    {0xA6D9, 0xFE10}, {0xA6DA, 0xFE12}, {0xA6DB, 0xFE11}, {0xA6DC, 0xFE13}, {0xA6DD, 0xFE14},
    {0xA6DE, 0xFE15}, {0xA6DF, 0xFE16}, {0xA6EC, 0xFE17}, {0xA6ED, 0xFE18}, {0xA6F3, 0xFE19},
    {0xFE59, 0x9FB4}, {0xFE61, 0x9FB5}, {0xFE66, 0x9FB6}, {0xFE67, 0x9FB7}, {0xFE6D, 0x9FB8},
    {0xFE7E, 0x9FB9}, {0xFE90, 0x9FBA}, {0xFEA0, 0x9FBB}, {0xA3A0, 0x3000},
};

std::unique_ptr<CharsetTables> make_tables() {
  auto tables = std::make_unique<CharsetTables>();
  fill_pairs(tables->gb18030, "gb18030", true);
  for (const Moved& moved : kMoved) {
    Packed& entry = tables->gb18030.at(static_cast<uint8_t>(moved.code >> 8), static_cast<uint8_t>(moved.code));
    entry = {};
    write_utf8(moved.point, entry.bytes);
  }
  fill_fours(tables->gb18030_fours);
  fill_pairs(tables->big5, "Big5", false);
  fill_pairs(tables->big5, "Big5-HKSCS", false);
  return tables;
}

void write_file(const std::string& path, const void* bytes, size_t size) {
  std::ofstream out(path, std::ios::binary);
  out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

std::string assembly(const std::string& path, size_t size) {
  const std::string name = "pidun_charset_tables";
  return "  .section .rodata\n  .balign 64\n  .globl " + name + "\n  .hidden " + name + "\n  .type " + name +
         ", %object\n" + name + ":\n  .incbin \"" + path + "\"\n  .size " + name + ", " + std::to_string(size) +
         "\n  .section .note.GNU-stack,\"\",%progbits\n";
}

}  // namespace
}  // namespace pidun

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const std::string bin = std::string(argv[1]) + "/charsets.bin", code = std::string(argv[1]) + "/charsets_data.S";
    const auto tables = pidun::make_tables();
    pidun::write_file(bin, tables.get(), sizeof(*tables));
    const std::string text = pidun::assembly(bin, sizeof(*tables));
    pidun::write_file(code, text.data(), text.size());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_charset_tables: %s\n", error.what());
    return 1;
  }
  return 0;
}
