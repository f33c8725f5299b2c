// Quoted-printable, and the doubled quotes of CSV. See decoders.h.
#include "unwrap/decoded_writer.h"
#include "unwrap/decoders.h"
#include "unwrap/hex_digits.h"

namespace pidun {
namespace {

// Where the line goes on behind the soft break at text[at], an equals sign; 0 if there is none.
size_t behind_soft_break(std::string_view text, size_t at) {
  constexpr size_t kMostBlanks = 76;  // a line has no more bytes
  size_t i = at + 1;
  while (i < text.size() && i - at <= kMostBlanks && (text[i] == ' ' || text[i] == '\t')) ++i;
  if (i < text.size() && text[i] == '\n') return i + 1;
  return text.substr(i, 2) == "\r\n" ? i + 2 : 0;
}

}  // namespace

bool decode_quoted_printable(std::string_view text, uint64_t base, std::string& out, OffsetMap& map) {
  DecodedWriter writer(text, base, out, map);
  for (size_t at = text.find('='); at < text.size(); at = text.find('=', at)) {
    const int32_t byte = hex_number(text, at + 1, 2);
    if (byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r') {
      writer.put(at, at + 3, static_cast<char>(byte));
      at += 3;
    } else if (const size_t behind = behind_soft_break(text, at); behind > 0) {
      writer.drop(at, behind);
      at = behind;
    } else {
      ++at;
    }
  }
  return writer.finish();
}

bool decode_csv_quotes(std::string_view text, uint64_t base, std::string& out, OffsetMap& map) {
  DecodedWriter writer(text, base, out, map);
  for (size_t at = text.find("\"\""); at < text.size(); at = text.find("\"\"", at + 2)) writer.put(at, at + 2, '"');
  return writer.finish();
}

}  // namespace pidun
