#include "text/convert.h"

#include <algorithm>
#include <bit>

#include "text/charset_tables.h"
#include "text/read_char.h"

namespace pidun {
namespace {

// The worst is an invalid byte, which becomes three.
constexpr size_t kBlock = 4096, kSlack = 256;

// Collects the text of a block, and the map as runs of characters of the same two lengths.
class Writer {
 public:
  Writer(DecodedText& out, uint64_t offset) : out_(out), offset_(offset) {}

  // Hands over what is still held back. Not done by a destructor: it may run out of memory.
  void finish() {
    end_run(1, 1);
    flush_text();
  }
  // Where up to kSlack bytes more can be written.
  char* at() { return buffer_ + size_; }
  // `count` characters of from bytes each became to bytes each, already written at at().
  void add(uint32_t from, uint32_t to, size_t count = 1) {
    if (from != from_ || to != to_) end_run(from, to);
    count_ += count;
    size_ += count * to;
    if (size_ > 3 * kBlock) flush_text();
  }
  void add(const Char& c) {
    if (c.valid) return add(c.length, write_utf8(c.point, at()));
    const bool unit = pair_units_ && c.length == 2;
    for (size_t i = 0; i < (unit ? 1u : c.length); ++i) {
      add(unit ? 2 : 1, write_utf8(0xFFFD, at()));
      ++out_.invalid;
    }
  }
  void set_pair_units() { pair_units_ = true; }

 private:
  void end_run(uint32_t from, uint32_t to) {
    if (count_ != 0) {
      const uint64_t size = uint64_t{count_} * from_;
      out_.map.repeat({offset_, offset_ + size}, from_, to_);
      offset_ += size;
    }
    from_ = from;
    to_ = to;
    count_ = 0;
  }
  void flush_text() {
    out_.text.append(buffer_, size_);
    size_ = 0;
  }

  DecodedText& out_;
  uint64_t offset_;  // of the run
  uint32_t from_ = 1, to_ = 1;
  size_t count_ = 0, size_ = 0;
  bool pair_units_ = false;
  char buffer_[3 * kBlock + kSlack];
};

// Copies the ASCII that `at` begins with, up to `stop`, at most what can be written at once.
const uint8_t* write_ascii(const uint8_t* at, const uint8_t* stop, Writer& writer) {
  constexpr uint64_t kHigh = 0x8080808080808080;
  char* const out = writer.at();
  size_t count = 0;
  const size_t most = std::min(kSlack - 8, static_cast<size_t>(stop - at));
  while (count + 8 <= most) {
    uint64_t word = 0;
    std::memcpy(&word, at + count, 8);
    std::memcpy(out + count, &word, 8);
    const uint64_t high = word & kHigh;
    if (high == 0) {
      count += 8;
      continue;
    }
    // The first byte in memory is the lowest of the word where this is fast; elsewhere bytes go singly.
    if constexpr (std::endian::native != std::endian::little) break;
    count += static_cast<size_t>(std::countr_zero(high)) / 8;
    writer.add(1, 1, count);
    return at + count;
  }
  for (; count < most && at[count] < 0x80; ++count) out[count] = static_cast<char>(at[count]);
  writer.add(1, 1, count);
  return at + count;
}

// Writes the pairs that come next and begin before `stop`, as long as they are three bytes in UTF-8, as hanzi are; at
// most what can be written at once. Returns how many.
size_t write_pairs(const PairTable& table, const uint8_t* at, const uint8_t* stop, Writer& writer) {
  char* out = writer.at();
  size_t count = 0;
  for (; count < kSlack / 4 && at < stop && at[0] >= 0x80; ++count, at += 2, out += 3) {
    const Packed& found = table.at(at[0], at[1]);
    if ((found.lead() & 0xF0) != 0xE0) break;
    std::memcpy(out, found.bytes, 4);
  }
  if (count != 0) writer.add(2, 3, count);
  return count;
}

// gb18030 and big5: pairs by table, all else one by one.
size_t convert_pairs(Charset charset, std::string_view bytes, size_t stop, Writer& writer) {
  const PairTable& table = charset == Charset::gb18030 ? charset_tables().gb18030 : charset_tables().big5;
  const uint8_t *begin = as_bytes(bytes), *at = begin, *end = at + bytes.size(), *border = at + stop;
  while (at < border) {
    if (*at < 0x80) {
      at = write_ascii(at, border, writer);
      continue;
    }
    if (const size_t count = write_pairs(table, at, std::min(border, end - 1), writer); count != 0) {
      at += 2 * count;
      continue;
    }
    const Packed other = end - at < 2 ? Packed{} : table.at(at[0], at[1]);
    if (!other.empty()) {
      std::memcpy(writer.at(), other.bytes, 4);
      writer.add(2, other.length());
      at += 2;
      continue;
    }
    const Char c = read_char(charset, at, end);
    writer.add(c);
    at += c.length;
  }
  return static_cast<size_t>(at - begin);
}

size_t convert_utf8(std::string_view bytes, size_t stop, Writer& writer) {
  const uint8_t *begin = as_bytes(bytes), *at = begin, *end = at + bytes.size(), *border = at + stop;
  while (at < border) {
    if (*at < 0x80) {
      at = write_ascii(at, border, writer);
      continue;
    }
    const Char c = read_utf8(at, end);
    if (c.valid) {
      std::memcpy(writer.at(), at, c.length);
      writer.add(1, 1, c.length);
    } else {
      writer.add(c);
    }
    at += c.length;
  }
  return static_cast<size_t>(at - begin);
}

// Writes the ASCII units that come next, at most what can be written at once.
template <size_t kLow>
const uint8_t* write_ascii_units(const uint8_t* at, const uint8_t* stop, Writer& writer) {
  size_t count = 0;
  while (stop - at >= 2 && count < kSlack && at[1 - kLow] == 0 && at[kLow] < 0x80) {
    writer.at()[count++] = static_cast<char>(at[kLow]);
    at += 2;
  }
  writer.add(2, 1, count);
  return at;
}

// The same of units that are three bytes in UTF-8, as hanzi are; `stop` is where the last may begin.
template <size_t kLow>
size_t write_wide_units(const uint8_t* at, const uint8_t* stop, Writer& writer) {
  char* out = writer.at();
  size_t count = 0;
  for (; count < kSlack / 4 && at < stop; ++count, at += 2, out += 3) {
    const auto unit = static_cast<char32_t>(at[1 - kLow] << 8 | at[kLow]);
    if (unit < 0x800 || (unit >= 0xD800 && unit < 0xE000)) break;
    out[0] = static_cast<char>(0xE0 | unit >> 12);
    out[1] = static_cast<char>(0x80 | (unit >> 6 & 0x3F));
    out[2] = static_cast<char>(0x80 | (unit & 0x3F));
  }
  if (count != 0) writer.add(2, 3, count);
  return count;
}

template <size_t kLow>
size_t convert_utf16(std::string_view bytes, size_t stop, Writer& writer) {
  writer.set_pair_units();
  const uint8_t *begin = as_bytes(bytes), *at = begin, *end = at + bytes.size(), *border = at + stop;
  while (at < border) {
    if (end - at >= 2) {
      const auto unit = static_cast<char32_t>(at[1 - kLow] << 8 | at[kLow]);
      if (unit < 0x80) {
        at = write_ascii_units<kLow>(at, border + (stop & 1) <= end ? border + (stop & 1) : end, writer);
        continue;
      }
      if (const size_t count = write_wide_units<kLow>(at, std::min(border, end - 1), writer); count != 0) {
        at += 2 * count;
        continue;
      }
    }
    const Char c = read_char(kLow == 0 ? Charset::utf16le : Charset::utf16be, at, end);
    writer.add(c);
    at += c.length;
  }
  return static_cast<size_t>(at - begin);
}

}  // namespace

size_t convert(Charset charset, std::string_view bytes, uint64_t offset, size_t stop, DecodedText& out) {
  stop = std::min(stop, bytes.size());
  Writer writer(out, offset);
  const size_t read = charset == Charset::utf8      ? convert_utf8(bytes, stop, writer)
                      : charset == Charset::utf16le ? convert_utf16<0>(bytes, stop, writer)
                      : charset == Charset::utf16be ? convert_utf16<1>(bytes, stop, writer)
                                                    : convert_pairs(charset, bytes, stop, writer);
  writer.finish();
  return read;
}

}  // namespace pidun
