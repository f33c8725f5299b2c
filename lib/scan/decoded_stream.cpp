#include "scan/decoded_stream.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "text/utf8.h"
#include "unwrap/face_templates.h"

namespace pidun {
namespace {

// Read in steps, so that what is decoded is scanned while it is near.
constexpr uint64_t kStep = kSegment;

Limits without_bytes(Limits limits) {
  limits.max_bytes = UINT64_MAX;  // counted here, in bytes of the input
  return limits;
}

// Whether bytes that are cut anywhere are of UTF-8.
bool is_whole_text(std::string_view bytes) {
  for (int i = 0; i < 3 && !bytes.empty() && is_continuation(bytes.front()); ++i) bytes.remove_prefix(1);
  size_t end = bytes.size();
  for (int i = 0; i < 3 && end > 0 && is_continuation(bytes[end - 1]); ++i) --end;
  if (end > 0 && static_cast<uint8_t>(bytes[end - 1]) >= 0xC0) bytes = bytes.substr(0, end - 1);
  return is_utf8_text(bytes);
}

void wipe_text(DecodedText& decoded) {
  explicit_bzero(decoded.text.data(), decoded.text.size());
  decoded.clear();
}

void lead_back(TextMap& map, Findings& out, size_t i) {
  pidun_finding& finding = out.items[i];
  Position location = out.location(i);
  const uint64_t line = map.source_of_line(finding.begin - location.column);
  const bool encoded = finding.outer_begin != finding.begin || finding.outer_end != finding.end;
  const Span outer = encoded ? map.source_of({finding.outer_begin, finding.outer_end}) : Span{};
  const Span source = map.source_of({finding.begin, finding.end});
  finding.begin = source.begin;
  finding.end = source.end;
  finding.outer_begin = encoded ? outer.begin : source.begin;
  finding.outer_end = encoded ? outer.end : source.end;
  location.column = finding.begin - line;
  out.set_location(i, location);
}

void lead_record_back(TextMap& map, RecordList& records, size_t i) {
  Span& span = records.span_of(i);
  if (span.size() != 0) span = map.source_of(span);
  for (RecordList::Place& place : records.places(i)) place.span = map.source_of(place.span);
}

}  // namespace

DecodedStream::DecodedStream(const Engine& engine, const ScanSettings& settings, const Limits& limits)
    : text_(engine, settings, without_bytes(limits)),
      charset_(settings.charset),
      limit_(limits.max_bytes),
      marks_(settings.marks),
      prints_(settings.prints),
      cameras_(settings.cameras) {
  raw_.set_secrets(picture_key(settings));
}

DecodedStream::~DecodedStream() {
  explicit_bzero(held_.data(), held_.size());
  wipe_text(decoded_);
}

void DecodedStream::settle(std::string_view preamble) {
  const bool picture = charset_.empty() && begins_as_picture(preamble);
  decoder_ = Decoder(picture ? CharsetPrior{} : settle_charset(preamble.substr(0, kCharsetPreamble), charset_));
  if (is_utf16(decoder_.prior().charset)) raw_.search_all();
  settled_ = true;
}

template <class Scan>
void DecodedStream::tell(Findings& out, const Scan& scan) {
  const size_t first = out.size(), first_record = out.records.size();
  const size_t pictures = out.pictures.size();
  const uint64_t bytes = out.bytes;
  scan();
  scanned_ += out.bytes - bytes;
  const uint64_t examined = map_.source_end(scanned_);
  out.bytes = bytes + (examined - told_);
  told_ = examined;
  lead_back_pictures(pictures, out);
  if (map_.changes_nothing()) return;
  for (size_t i = first; i < out.size(); ++i) lead_back(map_, out, i);
  for (size_t i = first_record; i < out.records.size(); ++i) lead_record_back(map_, out.records, i);
  // What is found next may have been decoded from a value that begins this far before.
  map_.forget_before(std::min(before(scanned_, kLookBehind), text_.held_from()));
}

void DecodedStream::take_text(Runner& runner, std::string_view text, const Stretch& stretch, Findings& out) {
  out.invalid += decoded_.invalid;
  map_.add(text, decoded_.map, stretch.input, stretch.plain);
  tell_places(false);
  tell(out, [&] { text_.feed(runner, text, out); });
}

// Pictures are looked for first: which bytes of one are decoded must be known before any is.
void DecodedStream::read(Runner& runner, const Window& window, uint64_t end, bool last, Findings& out) {
  wipe_text(decoded_);
  if (raw_.idle()) {
    const Stretch stretch = decoder_.read_plain(window, end, last);
    if (stretch.plain) {
      read_pictures(window, stretch.input.end, true, out);
      return take_text(runner, window.view(stretch.input), stretch, out);
    }
  }
  while (!pass_gap(runner, window, out)) {
    const bool cut = raw_.gap() != nullptr, ends = cut || pictures_done_;
    const uint64_t known = cut ? raw_.gap()->bytes.begin : raw_.decided();
    const Stretch stretch = decoder_.read(window.slice(window.begin(), known), end, ends, decoded_);
    if (stretch.input.size() != 0)
      return take_text(runner, stretch.plain ? window.view(stretch.input) : std::string_view(decoded_.text), stretch,
                       out);
    if (text_.stopped() || pictures_done_) return;
    if (raw_.read_to() < window.end()) {
      read_pictures(window, std::min(window.end(), raw_.read_to() + kStep), false, out);
    } else if (last) {
      finish_pictures(out);
    } else {
      return;
    }
  }
}

void DecodedStream::read_pictures(const Window& window, uint64_t end, bool plain, Findings& out) {
  const uint64_t begin = raw_.read_to();
  if (begin >= end) return;
  const std::string_view bytes = window.view(begin, end);
  RawPictures::Found found;
  raw_.read(bytes, begin, plain || is_whole_text(bytes), found);
  take_pictures(found, out);
}

void DecodedStream::finish_pictures(Findings& out) {
  RawPictures::Found found;
  raw_.finish(found);
  pictures_done_ = true;
  take_pictures(found, out);
}

bool DecodedStream::pass_gap(Runner& runner, const Window& window, Findings& out) {
  if (raw_.gap() == nullptr || raw_.gap()->bytes.begin != decoder_.offset()) return false;
  const PictureGaps::Gap gap = *raw_.gap();
  raw_.take_gap();
  decoder_.pass_to(gap.bytes.end);
  const std::string_view bytes = window.view(gap.bytes);
  // No value goes on across it.
  if (gap.begins && bytes[0] != '\n') {
    decoded_.text = "\xEF\xBF\xBD";
    decoded_.map.replace({gap.bytes.begin, gap.bytes.begin + 1}, decoded_.text.size());
  }
  for (size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    decoded_.text += '\n';
    decoded_.map.copy(gap.bytes.begin + at, 1);
  }
  take_text(runner, decoded_.text, {gap.bytes}, out);
  return true;
}

void DecodedStream::take_pictures(RawPictures::Found& found, Findings& out) {
  out.images.seen += found.seen;
  for (const PictureReader::Place& place : found.places)
    if (!place.camera || cameras_) places_.push_back({place.bytes, place.line()});
  for (const RawPictures::Template& face : found.templates) places_.push_back({face.header, face.line});
  for (const Span& head : found.heads) places_.push_back({head, {"picture.jpg", 0}, true});
  for (const Picture& picture : found.pictures) raw_found_.push_back(picture);
  ended_.insert(ended_.end(), found.pictures.begin(), found.pictures.end());
}

void DecodedStream::tell_places(bool all) {
  std::erase_if(places_, [&](const SourceLine& place) {
    if (!all && place.source.end > decoder_.offset()) return false;
    const Span text = map_.derived_of(place.source);
    if (text.size() != 0) text_.tell(ToldPlace{text, place.line, place.head});
    if (place.head) heads_.push_back({text.begin, place.source.begin});
    return true;
  });
  tell_ended(all);
}

void DecodedStream::tell_ended(bool all) {
  std::erase_if(ended_, [&](const Picture& picture) {
    if (!all && picture.end > decoder_.offset()) return false;
    const Span end = map_.derived_of({picture.end - 1, picture.end});
    const auto head =
        std::find_if(heads_.begin(), heads_.end(), [&](const Opened& each) { return each.source == picture.begin; });
    if (head == heads_.end()) return true;
    if (end.size() != 0) text_.tell(ToldPicture{{head->text, end.end}, picture});
    heads_.erase(heads_.begin(), head + 1);
    return true;
  });
}

// Of encoded pictures, from the first on that the text told.
void DecodedStream::lead_back_pictures(size_t first, Findings& out) {
  for (size_t i = first; i < out.pictures.size(); ++i) {
    Picture& picture = out.pictures[i];
    const auto opened =
        std::find_if(opened_.begin(), opened_.end(), [&](const Opened& each) { return each.text == picture.begin; });
    picture.begin = opened != opened_.end() ? opened->source : map_.source_of({picture.begin, picture.begin + 1}).begin;
    picture.end = picture.end == 0 ? 0 : map_.source_of({picture.end - 1, picture.end}).end;
    if (opened != opened_.end()) opened_.erase(opened);
  }
  for (const uint64_t text : out.opened) opened_.push_back({text, map_.source_of({text, text + 1}).begin});
  out.opened.clear();
  for (const Picture& picture : raw_found_) out.add_picture(picture);
  raw_found_.clear();
}

size_t DecodedStream::read_held(Runner& runner, std::string_view chunk, Findings& out) {
  const size_t held = held_.size();
  // As much as shows the units whole that begin in what is held.
  const size_t part = std::min<size_t>(chunk.size(), settled_ ? kDecodeAhead : kCharsetPreamble - held);
  held_.append(chunk.substr(0, part));
  if (!settled_) {
    if (held_.size() < kCharsetPreamble) return part;
    settle(held_);
  }
  for (uint64_t from = UINT64_MAX; held != 0 && decoder_.offset() != from && decoder_.offset() < base_ + held;) {
    from = decoder_.offset();
    read(runner, Window(held_, base_), base_ + held, false, out);
  }
  const size_t gone = decoder_.offset() - base_;
  base_ += gone;
  // What comes behind is read where it lies.
  const bool whole = gone >= held;
  const size_t left = whole ? 0 : held_.size() - gone;
  std::memmove(held_.data(), held_.data() + gone, left);
  explicit_bzero(held_.data() + left, held_.size() - left);
  held_.resize(left);
  return whole ? gone - held : part;
}

std::string_view DecodedStream::within_limit(std::string_view chunk) {
  fed_ += chunk.size();
  cut_short_ = fed_ > limit_;
  return chunk.substr(0, std::min<uint64_t>(chunk.size(), limit_ - (base_ + held_.size())));
}

void DecodedStream::feed(Runner& runner, std::string_view chunk, Findings& out) {
  chunk = within_limit(chunk);
  if (text_.stopped()) text_.feed(runner, {}, out);  // says again why
  while (!chunk.empty() && !text_.stopped()) {
    if (!settled_ || !held_.empty()) {
      chunk.remove_prefix(read_held(runner, chunk, out));
      continue;
    }
    read(runner, Window(chunk, base_), base_ + kStep, false, out);
    const size_t gone = decoder_.offset() - base_;
    base_ += gone;
    chunk.remove_prefix(gone);
    if (gone != 0) continue;
    held_ = chunk;
    break;
  }
  if (cut_short_) out.incomplete |= PIDUN_INCOMPLETE_BYTES;
}

void DecodedStream::finish(Runner& runner, Findings& out) {
  if (!settled_) settle(held_);
  while (!text_.stopped() && decoder_.offset() < base_ + held_.size())
    read(runner, Window(held_, base_), base_ + held_.size(), true, out);
  explicit_bzero(held_.data(), held_.size());
  held_.clear();
  end(runner, out);
}

void DecodedStream::end(Runner& runner, Findings& out) {
  // A character that was cut is no text, but may be part of the value before it.
  const uint64_t known = is_utf16(decoder_.prior().charset) ? before(limit_, 3) : map_.source_of_last();
  const size_t first = out.size();
  finish_pictures(out);
  tell_places(true);
  tell(out, [&] { text_.finish(runner, out); });
  if (!text_.stopped()) {
    out.bytes += decoder_.offset() - told_;  // what was no text, too
    told_ = decoder_.offset();
  }
  if (!cut_short_) return;
  out.incomplete |= PIDUN_INCOMPLETE_BYTES;
  if (!text_.stopped()) drop_cut_value(known, first, out);
}

void DecodedStream::read_all(Runner& runner, std::string_view bytes, Findings& out) {
  const Window window(bytes, 0);
  while (decoder_.offset() < bytes.size() && !text_.stopped())
    read(runner, window, decoder_.offset() + kStep, true, out);
  end(runner, out);
}

void DecodedStream::scan(Runner& runner, std::string_view bytes, Findings& out) {
  bytes = within_limit(bytes);
  settle(bytes);
  read_all(runner, bytes, out);
}

void DecodedStream::scan_rest(Runner& runner, std::string_view bytes, InputState&& input, uint64_t scanned,
                              uint64_t found, Findings& out) {
  bytes = within_limit(bytes);
  settle(bytes);
  const Stretch stretch = decoder_.read(Window(bytes, 0), scanned, true, decoded_);
  map_.add(bytes.substr(0, stretch.input.end), decoded_.map, stretch.input, true);
  raw_.start(stretch.input.end);
  const uint64_t context = before(scanned, kContext);
  text_.resume(std::move(input), scanned, found, bytes.substr(context, stretch.input.end - context));
  scanned_ = told_ = scanned;
  read_all(runner, bytes, out);
}

}  // namespace pidun
