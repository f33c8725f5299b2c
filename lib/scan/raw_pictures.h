// Pictures that stand in an input as they are. Fed with the bytes of the input in order; only bytes that are no text
// are searched, and what stands up to kPictureText before such: in valid UTF-8 there is no picture.
//
//   raw.read(bytes, offset, plain, found)   each stretch of the input; `found` gets pictures that ended
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

class RawPictures {
 public:
  struct Found {
    uint64_t seen = 0;
    std::vector<Picture> pictures;
    std::vector<PictureReader::Place> places;  // bytes of the input
    std::vector<Span> templates;               // headers of face records
  };

  // The bytes at `offset`, where those before ended; `plain` if they are valid UTF-8.
  void read(std::string_view bytes, uint64_t offset, bool plain, Found& found);
  void finish(Found& found);
  void set_secrets(const KeyedHash* key);
  // Where a block of metadata begins that is not there whole, so that its places are not told yet; UINT64_MAX if none.
  uint64_t waits_at() const { return reader_ && reader_->waiting() ? begin_ + reader_->block_begin() : UINT64_MAX; }

 private:
  void read_plain(std::string_view bytes, uint64_t offset, Found& found);
  void search(std::string_view bytes, uint64_t offset, bool last, Found& found);
  size_t read_on(std::string_view bytes, Found& found);
  void end(Found& found);

  const KeyedHash* key_ = nullptr;
  ContentSecrets secrets_;
  std::optional<PictureReader> reader_;
  uint64_t begin_ = 0;  // of the picture
  std::string held_;    // bytes in which one may begin, up to the last that was read
  uint64_t held_at_ = 0;
  bool open_ = false;  // bytes among them are no text
};

}  // namespace pidun
