// See raw_pictures.h.
#include "scan/raw_pictures.h"

#include <algorithm>

#include "base/ascii.h"
#include "scan/picture_marks.h"
#include "text/utf8.h"
#include "unwrap/face_templates.h"

namespace pidun {
namespace {

bool is_picture_at(std::string_view bytes, PictureFormat& format) {
  format = picture_format(bytes.substr(0, kPictureHead));
  if (format == PictureFormat::none) return false;
  const bool by_nature = format == PictureFormat::jpeg || format == PictureFormat::png;
  if (by_nature) return true;
  std::string_view first = bytes.substr(0, kPictureText);
  // A character that is cut is no sign.
  while (!first.empty() && is_continuation(first.back())) first.remove_suffix(1);
  if (!first.empty() && static_cast<unsigned char>(first.back()) >= 0xC0) first.remove_suffix(1);
  return !is_utf8_text(first);
}

}  // namespace

// That of GIF may be text.
bool begins_as_picture(std::string_view input) {
  const PictureFormat format = picture_format(input.substr(0, kPictureHead));
  return format != PictureFormat::none && format != PictureFormat::gif;
}

void RawPictures::set_secrets(const KeyedHash* key) {
  key_ = key;
  if (key != nullptr) secrets_ = content_secrets(*key);
}

uint64_t RawPictures::decided() const {
  if (!reader_) return read_to_;
  const uint64_t waits_at = reader_->waiting() ? begin_ + reader_->block_begin() : UINT64_MAX;
  return std::min({read_to_, waits_at, gaps_.decided()});
}

void RawPictures::end(Found& found) {
  reader_->flush();
  gaps_.end_pixels();
  for (PictureReader::Place place : reader_->places()) {
    place.bytes = {begin_ + place.bytes.begin, begin_ + place.bytes.end};
    found.places.push_back(place);
  }
  Picture picture = picture_of(*reader_, key_);
  picture.begin = begin_;
  picture.end = begin_ + picture.size;
  found.pictures.push_back(picture);
  reader_.reset();
}

size_t RawPictures::read_on(std::string_view bytes, Found& found) {
  const size_t taken = reader_->feed(bytes);
  for (PictureReader::Place place : reader_->places()) {
    place.bytes = {begin_ + place.bytes.begin, begin_ + place.bytes.end};
    found.places.push_back(place);
  }
  reader_->clear_places();
  if (reader_->ended()) end(found);
  return taken;
}

// Of text, only the end is kept, and what goes on from bytes that are none is decided by its beginning.
void RawPictures::read_plain(std::string_view bytes, uint64_t offset, Found& found) {
  if (open_) {
    const std::string_view decides = bytes.substr(0, 2 * kPictureText);
    held_.append(decides);
    if (decides.size() < 2 * kPictureText && held_.size() < 3 * kPictureText) return;
    const std::string all = std::move(held_);
    held_.clear();
    search(all, held_at_, false, found);
    open_ = false;
    bytes.remove_prefix(decides.size());
    offset += decides.size();
    if (reader_) return read(bytes, offset, true, found);
  }
  held_.append(bytes.substr(bytes.size() - std::min(bytes.size(), kPictureText)));
  held_.erase(0, held_.size() - std::min(held_.size(), kPictureText));
  held_at_ = offset + bytes.size() - held_.size();
}

void RawPictures::read(std::string_view bytes, uint64_t offset, bool plain, Found& found) {
  read_to_ = offset + bytes.size();
  if (reader_) {
    const size_t taken = read_on(bytes, found);
    bytes.remove_prefix(taken);
    offset += taken;
    held_.clear();
    open_ = false;
  }
  if (bytes.empty()) return;
  if (plain) return read_plain(bytes, offset, found);
  open_ = true;
  if (held_.empty()) return search(bytes, offset, false, found);
  held_.append(bytes);
  const std::string all = std::move(held_);
  held_.clear();
  search(all, held_at_, false, found);
}

void RawPictures::search(std::string_view bytes, uint64_t offset, bool last, Found& found) {
  size_t at = 0;
  while (at < bytes.size()) {
    const size_t next = find_picture_mark(bytes, at);
    const bool seen = last || bytes.size() - next >= kPictureText;
    if (next == bytes.size() || !seen) {
      // The mark may go on behind, or what follows it.
      at = next == bytes.size() ? bytes.size() - std::min(bytes.size() - at, kPictureMarkReach) : next;
      break;
    }
    const size_t length = face_template_length(bytes.substr(next, kTemplateHead));
    if (length != 0 && offset + next >= behind_template_) {
      found.templates.push_back({{offset + next, offset + next + length}, face_template_text(bytes.substr(next))});
      behind_template_ = offset + next + kTemplateHeads;
    }
    PictureFormat format{};
    if (!is_picture_at(bytes.substr(next), format)) {
      at = next + 1;
      continue;
    }
    ++found.seen;
    found.heads.push_back({offset + next, offset + next + kPictureHead});
    begin_ = offset + next;
    gaps_.start(begin_, kPictureText);
    reader_.emplace(format, secrets_, no_gaps_ ? nullptr : &gaps_);
    at = next + read_on(bytes.substr(next), found);
    if (reader_) return;
  }
  if (last) return;
  held_ = bytes.substr(at);
  held_at_ = offset + at;
}

void RawPictures::finish(Found& found) {
  if (!reader_ && !held_.empty()) {
    const std::string all = std::move(held_);
    held_.clear();
    search(all, held_at_, true, found);
  }
  if (reader_) end(found);
}

}  // namespace pidun
