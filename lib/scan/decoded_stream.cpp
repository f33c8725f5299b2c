#include "scan/decoded_stream.h"

#include <algorithm>
#include <cstring>

#include "unwrap/face_templates.h"

namespace pidun {
namespace {

// Read in steps, so that what is decoded is scanned while it is near.
constexpr uint64_t kStep = kSegment;

Limits without_bytes(Limits limits) {
  limits.max_bytes = UINT64_MAX;  // counted here, in bytes of the input
  return limits;
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
      prints_(settings.prints) {
  raw_.set_secrets(picture_key(settings));
}

DecodedStream::~DecodedStream() {
  explicit_bzero(held_.data(), held_.size());
  wipe_text(decoded_);
}

void DecodedStream::settle(std::string_view preamble) {
  decoder_ = Decoder(settle_charset(preamble.substr(0, kCharsetPreamble), charset_));
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

void DecodedStream::read(Runner& runner, const Window& window, uint64_t end, bool last, Findings& out) {
  wipe_text(decoded_);
  const Stretch stretch = decoder_.read(window, end, last, decoded_);
  out.invalid += decoded_.invalid;
  const std::string_view text = stretch.plain ? window.view(stretch.input) : std::string_view(decoded_.text);
  map_.add(text, decoded_.map, stretch.input, stretch.plain);
  read_pictures(window.view(stretch.input), stretch, out);
  tell(out, [&] { text_.feed(runner, text, out); });
}

void DecodedStream::read_pictures(std::string_view bytes, const Stretch& stretch, Findings& out) {
  RawPictures::Found found;
  raw_.read(bytes, stretch.input.begin, stretch.plain, found);
  take_pictures(found, out);
  const uint64_t waits_at = raw_.waits_at();
  const Span text = waits_at == UINT64_MAX ? Span{} : map_.derived_of({waits_at, stretch.input.end});
  text_.hold_at(waits_at == UINT64_MAX ? UINT64_MAX : text.size() != 0 ? text.begin : map_.size());
}

void DecodedStream::take_pictures(RawPictures::Found& found, Findings& out) {
  out.images.seen += found.seen;
  for (const PictureReader::Place& place : found.places) {
    const Span text = map_.derived_of(place.bytes);
    if (text.size() != 0) text_.tell({text, position_text(place.latitude, place.longitude)});
  }
  for (const Span& header : found.templates) {
    const Span text = map_.derived_of(header);
    if (text.size() != 0) text_.tell({text, face_template_text()});
  }
  for (const Picture& picture : found.pictures) raw_found_.push_back(picture);
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
  if (held != 0) read(runner, Window(held_, base_), base_ + held, false, out);
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
  if (!text_.stopped()) read(runner, Window(held_, base_), base_ + held_.size(), true, out);
  explicit_bzero(held_.data(), held_.size());
  held_.clear();
  end(runner, out);
}

void DecodedStream::end(Runner& runner, Findings& out) {
  // A character that was cut is no text, but may be part of the value before it.
  const uint64_t known = is_utf16(decoder_.prior().charset) ? before(limit_, 3) : map_.source_of_last();
  const size_t first = out.size();
  RawPictures::Found found;
  raw_.finish(found);
  take_pictures(found, out);
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
  const uint64_t context = before(scanned, kContext);
  text_.resume(std::move(input), scanned, found, bytes.substr(context, stretch.input.end - context));
  scanned_ = told_ = scanned;
  read_all(runner, bytes, out);
}

}  // namespace pidun
