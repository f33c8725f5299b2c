// Pictures that are written in base64 or hex. See unwrapper.h.
#include <algorithm>

#include "unwrap/unwrapper.h"

namespace pidun {

void Unwrapper::decode_picture(const Unit& unit, bool hex, size_t from, size_t to, PictureReader& reader) {
  picture_bytes_.clear();
  picture_map_.clear();
  if (hex) to -= (to - from) % 2;
  const std::string_view text = unit.text.substr(from, to - from);
  hex ? decode_hex(text, unit.base + from, picture_bytes_, picture_map_)
      : decode_base64(text, unit.base + from, picture_bytes_, picture_map_);
  reader.feed(picture_bytes_);
}

// A run that goes on behind the segment is read in whole groups, so that the next segment goes on with one.
size_t Unwrapper::read_picture(const Unit& unit, const Block& block, bool hex, size_t from, PictureReader& reader) {
  const bool crosses = unit.state != nullptr && block.end > unit.to;
  const size_t to = crosses ? std::max(from, aligned_before(unit.text, block, unit.to, hex ? 2 : 4)) : block.end;
  const uint64_t read_before = reader.size();
  std::optional<PictureReader> ahead;
  if (crosses && decode_) ahead = reader;
  if (from < to) {
    decode_picture(unit, hex, from, to, reader);
    if (!crosses) reader.flush();
    tell_places(unit, block, hex, read_before, reader);
    reader.clear_places();
  }
  if (!ahead || !reader.waiting()) return to;
  // What the context shows of a block that goes on: its numbers may stand in this segment.
  decode_picture(unit, hex, from, block.end, *ahead);
  ahead->flush();
  tell_places(unit, block, hex, read_before, *ahead);
  return to;
}

void Unwrapper::tell_places(const Unit& unit, const Block& block, bool hex, uint64_t read_before,
                            PictureReader& reader) {
  if (!decode_) return;
  for (const PictureReader::Place& place : reader.places()) {
    if (place.bytes.begin < read_before || place.bytes.end - read_before > picture_bytes_.size()) continue;
    const Span source =
        picture_map_.source_of({place.bytes.begin - read_before, place.bytes.end - read_before});
    const size_t at = static_cast<size_t>(source.begin - unit.base);
    if (depth_at(unit, at) >= limits_.depth) {
      out_->incomplete |= kUnwrapDepth;
      return;
    }
    const PositionText line = position_text(place.latitude, place.longitude);
    const uint64_t start = out_->text.size();
    step_.clear();
    step_.replace({source.begin, source.begin}, line.value);
    step_.replace(source, line.text.size() - line.value);
    out_->text += line.text;
    finish_layer(layer_at(unit, at), {unit.base + block.begin, std::max<uint64_t>(source.end, unit.base + block.begin)},
                 start, hex ? Encoding::hex : Encoding::base64, true, true);
  }
}

void Unwrapper::note_picture(const Unit& unit, Span span, bool begins, bool ends, PictureReader&& reader) {
  if (!decode_) return;
  const Span source = unit.input ? span : out_->map.source_of(span);
  out_->pictures.push_back({source, begins, ends, std::move(reader)});
}

}  // namespace pidun
