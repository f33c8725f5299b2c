// Pictures that stand in an input as they are. Fed with the bytes of the input in order; only bytes that are no text
// are searched, and what stands up to kPictureText before such: in valid UTF-8 there is no picture.
//
//   raw.read(bytes, offset, plain, found)   each stretch of the input; `found` gets pictures that ended
//   raw.decided()                           up to here it is known which bytes of the input are not to be decoded
//   raw.gap()                               the next of them
//   raw.finish(found)
//
// State: at most kPictureText bytes, and one PictureReader. Tested in tests/property/pictures_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scan/pictures.h"

namespace pidun {

inline constexpr size_t kPictureText = 1024;

// Whether an input that begins so is a picture by itself: no charset is to be guessed from it.
bool begins_as_picture(std::string_view input);

class RawPictures {
 public:
  struct Template {
    Span header;  // of a face record
    PositionText line;
  };
  struct Found {
    uint64_t seen = 0;
    std::vector<Picture> pictures;
    std::vector<PictureReader::Place> places;  // bytes of the input
    std::vector<Template> templates;
    std::vector<Span> heads;  // the first bytes of each picture
  };

  // The bytes at `offset`, where those before ended; `plain` if they are valid UTF-8.
  void read(std::string_view bytes, uint64_t offset, bool plain, Found& found);
  void finish(Found& found);
  void set_secrets(const KeyedHash* key);
  void start(uint64_t offset) { read_to_ = offset; }
  uint64_t read_to() const { return read_to_; }
  // No picture is read, and none may have begun but in the text before: what is text behind it is to be decoded.
  bool idle() const { return !reader_ && !open_ && gaps_.empty(); }
  // Before the gaps, and before a block of metadata that is not there whole: its places are not told yet.
  uint64_t decided() const;
  // Pixels that are neither decoded nor searched; null if none is known.
  const PictureGaps::Gap* gap() const { return gaps_.empty() ? nullptr : &gaps_.next(); }
  void take_gap() { gaps_.take(); }
  // In UTF-16, text cannot be told from pixels.
  void search_all() { no_gaps_ = true; }

 private:
  void read_plain(std::string_view bytes, uint64_t offset, Found& found);
  void search(std::string_view bytes, uint64_t offset, bool last, Found& found);
  size_t read_on(std::string_view bytes, Found& found);
  void end(Found& found);

  const KeyedHash* key_ = nullptr;
  ContentSecrets secrets_;
  PictureGaps gaps_;
  bool no_gaps_ = false;
  uint64_t read_to_ = 0;
  uint64_t behind_template_ = 0;  // of the record told last, and of the heads inside it
  std::optional<PictureReader> reader_;
  uint64_t begin_ = 0;  // of the picture
  std::string held_;    // bytes in which one may begin, up to the last that was read
  uint64_t held_at_ = 0;
  bool open_ = false;  // bytes among them are no text
};

}  // namespace pidun
