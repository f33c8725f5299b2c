// See picture_reader.h.
#include "unwrap/picture_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "unwrap/heif_items.h"

namespace pidun {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kExifMark = "Exif\0"sv, kXmpMark = "http://ns.adobe.com/x";

bool is_name(std::string_view type) {
  return std::all_of(type.begin(), type.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// The boxes that a file is made of: any other four letters are what comes behind.
bool is_outer_box(std::string_view type) {
  constexpr std::array<std::string_view, 22> kTypes = {"ftyp", "meta", "mdat", "moov", "moof", "free", "skip", "wide",
                                                       "uuid", "idat", "pdin", "udta", "styp", "sidx", "mfra", "mpvd",
                                                       "jP  ", "jp2h", "jp2c", "jp2i", "xml ", "uinf"};
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

}  // namespace

PictureReader::PictureReader(PictureFormat format, const ContentSecrets& secrets, PictureGaps* gaps)
    : format_(format), gaps_(gaps), hash_(secrets) {
  switch (format) {
    case PictureFormat::jpeg:
      skip_ = 2;
      want(Step::marker, 2);
      break;
    case PictureFormat::png:
      skip_ = 8;
      want(Step::chunk, 8);
      break;
    case PictureFormat::webp:
      want(Step::riff_chunk, 12);
      break;
    case PictureFormat::heif:
      want(Step::box, 8);
      break;
    case PictureFormat::jpeg2000:
      want(Step::box, 8);
      break;
    case PictureFormat::gif:
      want(Step::gif_block, 13);
      break;
    case PictureFormat::bmp:
      want(Step::block, 6);
      break;
    case PictureFormat::none:
      stop(false);
  }
}

uint64_t PictureReader::number(size_t at, size_t count, bool big) const {
  uint64_t value = 0;
  for (size_t i = 0; i < count; ++i)
    value = value << 8 | static_cast<unsigned char>(block_[big ? at + i : at + count - 1 - i]);
  return value;
}

size_t PictureReader::feed(std::string_view bytes) {
  taken_ = 0;
  while (taken_ < bytes.size() && !ended_) {
    const std::string_view rest = bytes.substr(taken_);
    size_t more = rest.size();
    bool hashed = true;
    if (skip_ != 0) {
      more = std::min<uint64_t>(skip_, rest.size());
      if (pixels_) note_pixels(rest.substr(0, more), position());
      skip_ -= more;
      taken_ += more;
    } else if (step_ == Step::entropy) {
      more = pass_entropy(rest);
      note_pixels(rest.substr(0, more), position());
      taken_ += more;
    } else if (step_ == Step::skip_all) {
      if (pixels_) note_pixels(rest, position());
      taken_ += more;
    } else {
      more = std::min(want_ - block_.size(), rest.size());
      hashed = step_ != Step::box;  // a box that is none is not of the picture: hashed when it is known
      block_.append(rest.substr(0, more));
      taken_ += more;
      if (block_.size() == want_) take();
      if (gaps_ != nullptr && !pixels_ && step_ != Step::entropy) gaps_->end_pixels();
    }
    if (hashed) hash_.add(rest.substr(0, more));
    if (step_ == Step::end && skip_ == 0) stop(true);
  }
  size_ += taken_;
  const uint64_t taken = taken_;
  taken_ = 0;
  return taken;
}

void PictureReader::flush() {
  if (waiting() && !block_.empty() && type_ != "meta") read_metadata();
}

bool PictureReader::whole() const {
  const bool at_end = step_ == Step::skip_all || (step_ == Step::box && block_.empty() && skip_ == 0 && size_ != 0);
  return ended_ ? whole_ : at_end;
}

void PictureReader::take() {
  switch (step_) {
    case Step::marker:
      return take_marker();
    case Step::block:
      return take_block();
    case Step::chunk:
      return take_chunk();
    case Step::riff_chunk:
      return take_riff_chunk();
    case Step::box:
      return take_box();
    case Step::gif_block:
      return take_gif_block();
    case Step::gif_sub_block:
      return take_gif_sub_block();
    case Step::metadata:
    case Step::item: {
      read_metadata();
      skip_ = after_;
      const bool item = step_ == Step::item;
      want(next_, next_want_);
      if (item || !items_.empty()) pass_to_item();
      return;
    }
    default:
      return stop(false);
  }
}

void PictureReader::keep(uint64_t length, Step next, size_t next_bytes) {
  next_ = next;
  next_want_ = next_bytes;
  const uint64_t kept = std::min<uint64_t>(length, kLongestBlock);
  after_ = length - kept;
  block_at_ = position();
  if (kept == 0) return want(next, next_bytes);
  want(Step::metadata, kept);
}

// FF and what comes: a block with its length behind it, or a sign of its own.
void PictureReader::take_marker() {
  const auto first = static_cast<uint8_t>(block_[0]), marker = static_cast<uint8_t>(block_[1]);
  if (first != 0xFF) return stop(false);
  if (marker == 0xFF) {
    block_.erase(0, 1);
    return;
  }
  if (marker == 0xD9) return stop(true);
  if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) return want(Step::marker, 2);
  if (marker == 0 || marker == 0xD8) return stop(false);
  want_ = 4;
  step_ = Step::block;
}

void PictureReader::take_block() {
  if (format_ == PictureFormat::bmp) {
    skip_ = number(2, 4, false) - 6;
    pixels_ = true;
    return want(Step::end, 0);
  }
  const auto marker = static_cast<uint8_t>(block_[1]);
  const uint64_t length = number(2, 2);
  if (length < 2) return stop(false);
  if (marker == 0xE1 && length > 2) {
    type_ = "APP1";
    return keep(length - 2, Step::marker, 2);
  }
  skip_ = length - 2;
  want(marker == 0xDA ? Step::entropy : Step::marker, 2);
  last_was_ff_ = false;
}

// Coded pixels up to the next marker; FF 00 is a byte of them, FF D0 to D7 a place to begin anew.
size_t PictureReader::pass_entropy(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    if (last_was_ff_) {
      const auto marker = static_cast<uint8_t>(bytes[at++]);
      if (marker == 0xFF) continue;
      last_was_ff_ = false;
      if (marker == 0 || (marker >= 0xD0 && marker <= 0xD7)) continue;
      want(Step::marker, 2);
      block_ = {'\xFF', static_cast<char>(marker)};
      take_marker();
      return at;
    }
    const void* found = std::memchr(bytes.data() + at, 0xFF, bytes.size() - at);
    if (found == nullptr) return bytes.size();
    at = static_cast<size_t>(static_cast<const char*>(found) - bytes.data()) + 1;
    last_was_ff_ = true;
  }
  return at;
}

void PictureReader::take_chunk() {
  constexpr uint64_t kCheck = 4;
  const uint64_t length = number(0, 4);
  type_ = block_.substr(4, 4);
  if (!is_name(type_) || length > 0x7FFFFFFF) return stop(false);
  pixels_ = false;
  if (type_ == "IEND") {
    skip_ = length + kCheck;
    return want(Step::end, 0);
  }
  if (type_ == "eXIf" || type_ == "iTXt") {
    keep(length, Step::chunk, 8);
    after_ += kCheck;
    if (step_ != Step::metadata) skip_ = kCheck;
    return;
  }
  pixels_ = type_ == "IDAT" || type_ == "fdAT";
  if (pixels_) note_pixels(block_, position() - block_.size());
  skip_ = length + kCheck;
  want(Step::chunk, 8);
}

void PictureReader::take_riff_chunk() {
  if (riff_end_ == 0) {
    riff_end_ = number(4, 4, false) + 8;
    riff_end_ += riff_end_ % 2;
    return want(Step::riff_chunk, 8);
  }
  type_ = block_.substr(0, 4);
  const uint64_t length = number(4, 4, false), padded = length + length % 2, here = position();
  if (!is_name(type_)) return stop(false);
  pixels_ = type_ == "VP8 " || type_ == "VP8L" || type_ == "ALPH" || type_ == "ANMF";
  const bool last = here + padded + 8 > riff_end_;
  const uint64_t left = last ? (riff_end_ > here ? riff_end_ - here : 0) : padded;
  const Step next = last ? Step::end : Step::riff_chunk;
  const size_t next_bytes = last ? 0 : 8;
  if ((type_ == "EXIF" || type_ == "XMP ") && left != 0) return keep(left, next, next_bytes);
  skip_ = left;
  want(next, next_bytes);
  if (skip_ == 0 && last) stop(true);
}

// Boxes of HEIF and JPEG 2000, of its codestream too: until one is none.
void PictureReader::take_box() {
  uint64_t length = number(0, 4);
  if (format_ == PictureFormat::jpeg2000 && position() == 8 && length == 0xFF4FFF51) {
    hash_.add(block_);
    pixels_ = true;
    return want(Step::skip_all, 0);
  }
  type_ = block_.substr(4, 4);
  if (!is_outer_box(type_)) {
    behind_ = block_.size();
    return stop(true);
  }
  if (length == 1 && want_ == 8) {
    want_ = 16;
    return;
  }
  hash_.add(block_);
  pixels_ = type_ == "mdat" || type_ == "idat" || type_ == "jp2c";
  if (want_ == 16) length = number(8, 8);
  if (length == 0) return want(Step::skip_all, 0);
  if (length < want_) return stop(false);
  length -= want_;
  if (type_ == "meta" || type_ == "xml " || type_ == "uuid") {
    keep(length, Step::box, 8);
    if (step_ == Step::metadata) return;
  } else {
    skip_ = length;
    want(Step::box, 8);
  }
  if (!items_.empty()) pass_to_item();
}

void PictureReader::pass_to_item() {
  while (!items_.empty() && items_.front().begin < position()) items_.erase(items_.begin());
  if (items_.empty() || items_.front().begin >= position() + skip_) return;
  const Range item = items_.front();
  const uint64_t end = position() + skip_, length = std::min(item.end, end) - item.begin;
  const uint64_t kept = std::min<uint64_t>(length, kLongestBlock);
  items_.erase(items_.begin());
  next_ = step_;
  next_want_ = want_;
  after_ = end - item.begin - kept;
  skip_ = item.begin - position();
  block_at_ = item.begin;
  type_ = "item";
  want(Step::item, kept);
}

void PictureReader::take_gif_block() {
  const auto table_size = [](uint8_t flags) { return (flags & 0x80) != 0 ? uint64_t{3} << ((flags & 7) + 1) : 0; };
  if (want_ == 13) {
    skip_ = table_size(static_cast<uint8_t>(block_[10]));
    return want(Step::gif_block, 1);
  }
  const auto sign = static_cast<uint8_t>(block_[0]);
  pixels_ = sign == 0x2C;
  if (sign == 0x3B) return stop(true);
  if (sign == 0x21 && want_ == 1) {
    skip_ = 1;
    return want(Step::gif_sub_block, 1);
  }
  if (sign != 0x2C) return stop(false);
  if (want_ == 1) {
    want_ = 10;
    return;
  }
  skip_ = table_size(static_cast<uint8_t>(block_[9])) + 1;
  want(Step::gif_sub_block, 1);
}

void PictureReader::take_gif_sub_block() {
  const auto length = static_cast<uint8_t>(block_[0]);
  if (pixels_) note_pixels(block_, position() - 1);
  skip_ = length;
  want(length == 0 ? Step::gif_block : Step::gif_sub_block, 1);
}

void PictureReader::read_exif_at(size_t offset) {
  if (offset > block_.size()) return;
  if (const size_t preview = block_.find("\xFF\xD8\xFF", offset); preview != std::string::npos)
    note_pixels(std::string_view(block_).substr(preview), block_at_ + preview);
  const ExifFacts facts = read_exif(std::string_view(block_).substr(offset));
  const uint64_t from = block_at_ + offset;
  if (facts.camera_sign.size() != 0 && !has_camera_sign_) {
    places_.push_back({{from + facts.camera_sign.begin, from + facts.camera_sign.end}, 0, 0, true});
    has_camera_sign_ = true;
  }
  camera_ |= facts.camera;
  if (!facts.has_position || has_place_) return;
  places_.push_back({{from + facts.position.begin, from + facts.position.end}, facts.latitude, facts.longitude, false});
  has_place_ = true;
}

void PictureReader::read_metadata() {
  const std::string_view block(block_);
  if (type_ == "meta") return read_items();
  if (type_ == "eXIf" || (type_ == "EXIF" && !block.starts_with(kExifMark))) return read_exif_at(0);
  if (type_ == "item" && !block.starts_with("<")) {  // the offset of the TIFF header is in front
    const uint64_t offset = block.size() >= 4 ? number(0, 4) : block.size();
    return read_exif_at(std::min<uint64_t>(offset, block.size()) + 4);
  }
  if (block.starts_with(kExifMark)) return read_exif_at(6);
  if (type_ == "APP1" && !block.starts_with(kXmpMark)) return;
  find_xmp_faces(block, faces_);
}

void PictureReader::read_items() {
  for (const HeifItem& item : heif_metadata_items(block_))
    if (item.begin >= position())
      items_.push_back({item.begin, item.begin + std::min(item.length, UINT64_MAX - item.begin)});
}

}  // namespace pidun
