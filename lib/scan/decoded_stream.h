// Inputs in any charset: decoded on the way in, scanned as text, told in bytes of the input.
//
// Where an input is valid UTF-8 its text is its bytes, at the same offsets, and nothing is mapped. From the first byte
// on that is not, text is made and goes to a Stream as the rest of the input; what is found there is led back: `begin`
// and `end` to the bytes they come from, columns to bytes of the input. Lines, code points and UTF-16 units are those
// of the text. Example: "\xCA\xD6\xBB\xFA 13900001234" is GBK; the number is told at [5, 16).
// Tested in tests/property/decoded_cuts_test.cpp and tests/unit/api/api_charset_test.cpp.
#pragma once

#include <string>

#include "scan/raw_pictures.h"
#include "scan/stream.h"
#include "scan/text_map.h"
#include "text/decoder.h"

namespace pidun {

class DecodedStream {
 public:
  DecodedStream(const Engine& engine, const ScanSettings& settings, const Limits& limits);
  ~DecodedStream();
  DecodedStream(const DecodedStream&) = delete;
  DecodedStream& operator=(const DecodedStream&) = delete;

  // Both append the findings that became certain. After a limit was reached, more input is passed over.
  void feed(Runner& runner, std::string_view chunk, Findings& out);
  void finish(Runner& runner, Findings& out);
  bool finished() const { return text_.finished(); }

  // Instead of these: a whole input where it lies, all of `bytes` or what is left of it. Up to `scanned` it was scanned
  // already, as its own text, which it is there and for kProvedAhead bytes more; `input` is the state behind that, and
  // `found` findings were told.
  void scan(Runner& runner, std::string_view bytes, Findings& out);
  void scan_rest(Runner& runner, std::string_view bytes, InputState&& input, uint64_t scanned, uint64_t found,
                 Findings& out);

  std::shared_ptr<const ColumnTable> columns() { return text_.columns(); }

  // How many pieces of maps are held.
  size_t pieces() const { return map_.pieces(); }

 private:
  void settle(std::string_view preamble);
  // Cuts off what is behind max_bytes.
  std::string_view within_limit(std::string_view chunk);
  // Reads on from what is held back, which `chunk` goes on, until that is read. Returns how much of the chunk was
  // taken.
  size_t read_held(Runner& runner, std::string_view chunk, Findings& out);
  void read(Runner& runner, const Window& window, uint64_t end, bool last, Findings& out);
  void read_all(Runner& runner, std::string_view bytes, Findings& out);
  void end(Runner& runner, Findings& out);
  // Text that was read, to be scanned.
  void take_text(Runner& runner, std::string_view text, const Stretch& stretch, Findings& out);
  // Looks for pictures in what comes next, up to `end`.
  void read_pictures(const Window& window, uint64_t end, bool plain, Findings& out);
  void finish_pictures(Findings& out);
  void take_pictures(RawPictures::Found& found, Findings& out);
  // Passes over what it can of pixels that no text stands in; only their lines are text.
  bool pass_gap(Runner& runner, const Window& window, Findings& out);
  // Says where pictures were taken, and which have ended, once that is mapped.
  void tell_places(bool all);
  void tell_ended(bool all);
  void lead_back_pictures(size_t first, Findings& out);
  // Appends what `scan`, of the text, finds.
  template <class Scan>
  void tell(Findings& out, const Scan& scan);

  Stream text_;
  std::string charset_;  // what the host says
  uint64_t limit_;
  Decoder decoder_;
  bool settled_ = false, cut_short_ = false, pictures_done_ = false;
  std::string held_;  // bytes of the input from base_ on: a unit that did not come whole yet
  uint64_t base_ = 0;
  uint64_t fed_ = 0;      // bytes given, examined or not
  uint64_t scanned_ = 0;  // of the text
  uint64_t told_ = 0;     // bytes of the input that were told as examined
  DecodedText decoded_;
  TextMap map_;
  RawPictures raw_;
  std::vector<Picture> raw_found_;  // that are not told yet
  struct SourceLine {
    Span source;
    PositionText line;
    bool head = false;
  };
  std::vector<SourceLine> places_;        // that are not mapped yet
  std::vector<Picture> ended_;            // whose ends are not
  std::shared_ptr<const Marks> marks_;    // hold the key that pictures are hashed with
  std::shared_ptr<const Prints> prints_;  // the same of records
  bool cameras_ = false;                  // pictures of cameras are to be told
  struct Opened {
    uint64_t text = 0, source = 0;
  };
  std::vector<Opened> opened_;  // encoded pictures that did not end yet: one, or few
  std::vector<Opened> heads_;   // of the pictures in ended_, and of one that goes on
};

}  // namespace pidun
