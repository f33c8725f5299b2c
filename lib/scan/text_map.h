// Leads offsets of a decoded text to the input, forward and in bounded memory: only what is still asked for is kept.
//
// Where an input is its own text, at the same offsets, nothing is mapped. From the first byte on that is not, each
// stretch of the text brings the map its decoder made.
// Example: of "\xCA\xD6\xBB\xFA 139" (GBK) the text is "手机 139": source_of({7, 10}) is {5, 8}.
// Tested in tests/unit/scan/text_map_test.cpp and tests/property/decoded_cuts_test.cpp.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "base/offset_map.h"

namespace pidun {

class TextMap {
 public:
  TextMap() = default;
  TextMap(const TextMap&) = delete;  // it remembers one of its pieces
  TextMap& operator=(const TextMap&) = delete;
  // The text goes on with `text`, which comes from `input`: byte for byte if `plain`, else as `map` says, which is
  // taken and given back empty.
  void add(std::string_view text, OffsetMap& map, Span input, bool plain);
  // No range that begins before `offset`, which lies in the text, will be asked for any more.
  void forget_before(uint64_t offset);

  // The input of a range of the text that is not empty. Soonest where ranges ascend.
  Span source_of(Span text);
  // Where the input of the text up to `text` ends; 0 of 0.
  uint64_t source_end(uint64_t text) { return text == 0 ? 0 : source_of({text - 1, text}).end; }
  // What comes from a range of the input of which nothing was forgotten; empty if nothing does.
  Span derived_of(Span source) const;
  // Where the line that begins at `text` begins in the input. It must hold a byte that was not forgotten.
  uint64_t source_of_line(uint64_t text);
  // Where the last character that is one ends, of a text that ends in up to three bytes that are none.
  uint64_t source_of_last();

  uint64_t size() const { return size_; }
  bool changes_nothing() const { return same_ == size_; }
  // How many pieces of maps are held: what this costs.
  size_t pieces() const;

 private:
  struct Piece {
    uint64_t begin = 0, end = 0;  // of the text
    OffsetMap map;                // from offsets behind `begin`
    size_t near = 0;              // where in it was looked last
    bool has_line = false;        // a line begins behind one of its bytes: the last such
    uint64_t line_source = 0;
  };
  Piece& piece_at(uint64_t text);
  Span source_in_piece(Piece& piece, uint64_t begin, uint64_t end);

  uint64_t size_ = 0;
  uint64_t same_ = 0;              // text up to here is the input's bytes
  std::deque<Piece> pieces_;       // from there on, or from what is not forgotten
  Piece* recent_ = nullptr;        // the one asked for last
  std::vector<OffsetMap> spares_;  // for their memory
  uint64_t line_source_ = 0;       // of the last line that begins between the two
  uint64_t line_ = UINT64_MAX;     // asked for last, and its answer
  uint64_t source_of_line_ = 0;
};

}  // namespace pidun
