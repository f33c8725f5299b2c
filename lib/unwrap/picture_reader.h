// Reads a picture from its first byte on, in parts of any size, and says what its blocks say: where it ends, whether a
// face is tagged in it, whether a camera wrote it and where; never what it shows. Lengths are believed only as far as
// there are bytes; at most kLongestBlock of one block of metadata is kept, the rest of it is passed over.
//
//   PictureReader reader(PictureFormat::jpeg, secrets);
//   reader.feed(part) …                   // fewer bytes taken than given: it ended there
//   reader.flush();                       // what a block that is not there whole says so far
//
// A copy goes on as the original would. Tested in tests/unit/unwrap/picture_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "base/content_hash.h"
#include "unwrap/exif.h"
#include "unwrap/picture_format.h"
#include "unwrap/picture_gaps.h"
#include "unwrap/xmp_faces.h"

namespace pidun {

inline constexpr size_t kLongestBlock = size_t{256} << 10;

class PictureReader {
 public:
  // What is told of at the bytes that say it: where it was taken, or that a camera wrote it.
  struct Place {
    Span bytes;  // of the picture
    double latitude = 0, longitude = 0;
    bool camera = false;
    PositionText line() const { return camera ? camera_text() : position_text(latitude, longitude); }
    friend bool operator==(const Place&, const Place&) = default;
  };

  // Pixels are given to `gaps`, if there are such.
  PictureReader(PictureFormat format, const ContentSecrets& secrets, PictureGaps* gaps = nullptr);

  size_t feed(std::string_view bytes);
  void flush();
  bool ended() const { return ended_; }  // at its own end, or where it is broken
  // At its own end, or where it may end, if the input does.
  bool whole() const;
  // Inside a block of metadata that is read once it is there.
  bool waiting() const { return !ended_ && (step_ == Step::metadata || step_ == Step::item) && skip_ == 0; }
  uint64_t block_begin() const { return block_at_; }
  const std::vector<Place>& places() const { return places_; }
  void clear_places() { places_.clear(); }

  PictureFormat format() const { return format_; }
  uint64_t size() const { return size_ - behind_; }
  bool camera() const { return camera_; }
  bool face() const { return faces_.any; }
  size_t names() const { return faces_.names.size(); }
  const ContentHash& hash() const { return hash_; }
  friend bool operator==(const PictureReader&, const PictureReader&) = default;

 private:
  enum class Step : uint8_t {
    skip_all,  // until the input ends
    marker,
    block,
    entropy,
    chunk,
    riff_chunk,
    box,
    gif_block,
    gif_sub_block,
    metadata,
    item,  // metadata that a table of HEIF points at
    end
  };
  struct Range {
    uint64_t begin = 0, end = 0;
    friend bool operator==(const Range&, const Range&) = default;
  };

  void want(Step step, size_t bytes) {
    step_ = step;
    want_ = bytes;
    block_.clear();
  }
  void stop(bool whole) {
    ended_ = true;
    whole_ = whole;
  }
  uint64_t number(size_t at, size_t count, bool big = true) const;
  uint64_t position() const { return size_ + taken_; }
  // Reads `bytes` of metadata and passes over the rest of `length`, then goes on with `next`.
  void keep(uint64_t length, Step next, size_t next_bytes);
  void take();
  void take_marker();
  void take_block();
  void take_chunk();
  void take_riff_chunk();
  void take_box();
  void take_gif_block();
  void take_gif_sub_block();
  void read_metadata();
  void read_exif_at(size_t offset);
  void read_items();
  // Stops before the next item if it lies inside what is to be passed over.
  void pass_to_item();
  size_t pass_entropy(std::string_view bytes);
  void note_pixels(std::string_view bytes, uint64_t at) const {
    if (gaps_ != nullptr) gaps_->read(bytes, at);
  }

  PictureFormat format_;
  PictureGaps* gaps_;
  bool pixels_ = false;  // what is passed over is
  Step step_ = Step::skip_all;
  Step next_ = Step::end;
  size_t next_want_ = 0;
  uint64_t skip_ = 0;
  uint64_t after_ = 0;  // to be passed over behind the block that is kept
  size_t want_ = 0;
  std::string block_;
  std::string type_;       // of the block of metadata
  uint64_t block_at_ = 0;  // where in the picture it begins
  uint64_t riff_end_ = 0;
  std::vector<Range> items_;  // ascending
  bool last_was_ff_ = false;
  bool ended_ = false, whole_ = false;
  bool camera_ = false;
  XmpFaces faces_;
  std::vector<Place> places_;
  bool has_place_ = false, has_camera_sign_ = false;
  uint64_t size_ = 0;
  uint64_t taken_ = 0;   // of the part at hand
  uint64_t behind_ = 0;  // bytes read behind its end
  ContentHash hash_;
};

}  // namespace pidun
