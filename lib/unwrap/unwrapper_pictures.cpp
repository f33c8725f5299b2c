// Pictures that are written in base64 or hex. See unwrapper.h.
#include <algorithm>

#include "unwrap/escaped_base64.h"
#include "unwrap/face_templates.h"
#include "unwrap/picture_metadata.h"
#include "unwrap/unwrapper.h"

namespace pidun {
namespace {

// "FAC" and the heads of ArcSoft and CBEFF as base64 spells them, by the bytes of their group that stand before; only
// what no other byte has a part in.
struct Spelling {
  std::string_view text;
  size_t skip;  // characters between the group's begin and the text
  size_t byte;  // of the group, where the header begins
};
constexpr Spelling kSpellings[] = {
    {"RkFDADAxMA", 0, 0}, {"ZBQwAwMTAA", 2, 1}, {"GQUMAMDEw", 3, 2},  {"AID6RAAAoE", 0, 0}, {"CA+kQAAKBB", 2, 1},
    {"CA-kQAAKBB", 2, 1}, {"AgPpEAACgQ", 3, 2}, {"hwIBAYgCAA", 0, 0}, {"cCAQGIAgAI", 2, 1}, {"HAgEBiAIAC", 3, 2}};

// Of a spelling, three characters stand where a look at every kLookEvery-th place finds them.
constexpr size_t kLookEvery = 7, kShortestSpelling = kLookEvery + 2;
constexpr int kTripleBits = 14;
constexpr size_t triple_slot(const char* at) {
  uint32_t three = 0;
  for (int i = 0; i < 3; ++i) three |= uint32_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return (three * 0x9E3779B1u) >> (32 - kTripleBits);
}
constexpr auto kSpellingTriples = [] {
  std::array<uint64_t, (size_t{1} << kTripleBits) / 64> slots{};
  for (const Spelling& spelling : kSpellings)
    for (size_t i = 0; i < kLookEvery; ++i) {
      const size_t slot = triple_slot(spelling.text.data() + i);
      slots[slot / 64] |= uint64_t{1} << slot % 64;
    }
  return slots;
}();
static_assert(std::all_of(std::begin(kSpellings), std::end(kSpellings),
                          [](const Spelling& spelling) { return spelling.text.size() >= kShortestSpelling; }));

// Nearly no run of base64 does.
bool may_spell_template(std::string_view run) {
  for (size_t at = kLookEvery - 1; at + 2 < run.size(); at += kLookEvery) {
    const size_t slot = triple_slot(run.data() + at);
    if ((kSpellingTriples[slot / 64] >> slot % 64 & 1) != 0) return true;
  }
  return false;
}

constexpr std::string_view kHexSigns[] = {"4641430030",      "7F61", "7f61", "0080FA440000A041", "0080fa440000a041",
                                          "8702010188020008"};

// Where the heads of face records may be spelt in the first `most` characters, and how many bytes of the group stand in
// front; ascending.
std::vector<std::pair<size_t, size_t>> template_places(std::string_view run, bool hex, size_t most) {
  std::vector<std::pair<size_t, size_t>> places;
  const auto find_all = [&](std::string_view sign, size_t skip, size_t byte) {
    for (size_t at = run.find(sign); at != std::string_view::npos; at = run.find(sign, at + 1))
      if (at >= skip && at - skip < most) places.emplace_back(at - skip, byte);
  };
  if (hex)
    for (const std::string_view sign : kHexSigns) find_all(sign, 0, 0);
  else if (may_spell_template(run))
    for (const Spelling& spelling : kSpellings) find_all(spelling.text, spelling.skip, spelling.byte);
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace

// A run that goes on behind the segment is read in whole groups, so that the next segment goes on with one.
Unwrapper::PictureRun Unwrapper::picture_run(const Unit& unit, const Block& block, bool hex, size_t from) {
  PictureRun run;
  run.encoding = hex ? Encoding::hex : Encoding::base64;
  run.end = run.to = block.end;
  run.crosses = unit.state != nullptr && block.end > unit.to;
  if (run.crosses) run.to = std::max(from, aligned_before(unit.text, block, unit.to, hex ? 2 : 4));
  return run;
}

Unwrapper::PictureRun Unwrapper::escaped_picture_run(const Unit& unit, size_t from, std::optional<Encoding> escape) {
  const EscapedRun escaped = escaped_run(unit.text, from, unit.to);
  PictureRun run;
  run.escape = escape ? escape : escaped.escape;
  run.end = run.to = escaped.end;
  run.crosses = unit.state != nullptr && escaped.end > unit.to;
  if (run.crosses) run.to = escaped.aligned;
  return run;
}

void Unwrapper::decode_picture(const Unit& unit, const PictureRun& run, size_t from, size_t to, PictureReader& reader) {
  picture_bytes_.clear();
  picture_map_.clear();
  if (run.encoding == Encoding::hex) {
    decode_hex(unit.text.substr(from, (to - from) / 2 * 2), unit.base + from, picture_bytes_, picture_map_);
  } else if (run.escape) {
    unescaped_.clear();
    unescaped_map_.clear();
    undo_base64_escapes(unit.text, unit.base, from, to, unescaped_, unescaped_map_);
    decode_base64(unescaped_, 0, picture_bytes_, picture_map_);
  } else {
    decode_base64(unit.text.substr(from, to - from), unit.base + from, picture_bytes_, picture_map_);
  }
  reader.feed(picture_bytes_);
}

void Unwrapper::read_picture(const Unit& unit, const PictureRun& run, size_t from, PictureReader& reader) {
  const uint64_t read_before = reader.size();
  std::optional<PictureReader> ahead;
  if (run.crosses && decode_) ahead = reader;
  if (from < run.to) {
    decode_picture(unit, run, from, run.to, reader);
    if (!run.crosses) reader.flush();
    tell_places(unit, run, read_before, 0, reader);
    reader.clear_places();
  }
  if (!ahead || !reader.waiting()) return;
  // What the context shows of a block that goes on: its numbers may stand in this segment.
  decode_picture(unit, run, from, run.end, *ahead);
  ahead->flush();
  tell_places(unit, run, read_before, reader.block_begin(), *ahead);
}

size_t Unwrapper::read_escaped(const Unit& unit, const Block& block, UnwrapState& next) {
  constexpr size_t kHead = 4 * kPictureHead;
  const bool before = block.begin > 0 && may_be_escaped_base64(unit.text[block.begin - 1]);
  if (!before && !base64_escape_at(unit.text, block.end)) return 0;
  const size_t begin = escaped_begin(unit.text, block.begin, unit.state == nullptr || unit.base == 0);
  if (begin == std::string_view::npos || begin < unit.from || begin >= unit.to) return 0;
  unescaped_.clear();
  unescaped_map_.clear();
  undo_base64_escapes(unit.text, unit.base, begin, std::min(begin + kHead, unit.text.size()), unescaped_,
                      unescaped_map_);
  const PictureFormat format = encoded_format({unescaped_, false});
  if (format == PictureFormat::none) return 0;
  const PictureRun run = escaped_picture_run(unit, begin, std::nullopt);
  if (!run.escape) return 0;
  go_on_escaped(unit, run, begin, unit.base + begin, PictureReader(format, secrets_), next);
  return run.end;
}

size_t Unwrapper::continue_escaped(const Unit& unit, UnwrapState& next) {
  const UnwrapState& state = *unit.state;
  const auto from = static_cast<size_t>(state.read_to - unit.base);
  const PictureRun run = escaped_picture_run(unit, from, state.escape);
  go_on_escaped(unit, run, from, state.begin, std::move(*unit.state->picture), next);
  return run.end;
}

// Reads from `from` on of the picture that begins at this byte of the input.
void Unwrapper::go_on_escaped(const Unit& unit, const PictureRun& run, size_t from, uint64_t begin,
                              PictureReader&& reader, UnwrapState& next) {
  const Span whole{begin, unit.base + run.end};
  const bool begins = begin >= unit.base + unit.from;  // in this segment
  read_picture(unit, run, from, reader);
  escaped_pictures_.push_back(whole);
  if (run.crosses) {
    next.open = true;
    next.hex = false;
    next.escape = run.escape;
    next.begin = begin;
    next.restart = next.read_to = unit.base + run.to;
    next.line_length = 0;
    next.picture = reader;
  }
  if (begins || !run.crosses) note_picture(unit, whole, begins, !run.crosses, std::move(reader));
}

const Span* Unwrapper::escaped_picture_at(const Unit& unit, size_t begin) const {
  if (unit.input || escaped_pictures_.empty()) return nullptr;
  const uint64_t source = out_->map.source_of({unit.base + begin, unit.base + begin + 1}).begin;
  const auto behind = std::upper_bound(escaped_pictures_.begin(), escaped_pictures_.end(), source,
                                       [](uint64_t at, const Span& picture) { return at < picture.begin; });
  if (behind == escaped_pictures_.begin() || (behind - 1)->end <= source) return nullptr;
  return &*(behind - 1);
}

// Of those from byte `first` of the picture on.
void Unwrapper::tell_places(const Unit& unit, const PictureRun& run, uint64_t read_before, uint64_t first,
                            const PictureReader& reader) {
  if (!decode_) return;
  for (const PictureReader::Place& place : reader.places()) {
    if (place.camera && !tell_cameras_) continue;
    if (place.bytes.begin < std::max(read_before, first) || place.bytes.end - read_before > picture_bytes_.size())
      continue;
    Span source = picture_map_.source_of({place.bytes.begin - read_before, place.bytes.end - read_before});
    if (run.escape) source = unescaped_map_.source_of(source);
    if (!tell_line(unit, source, place.line(), run.encoding, run.escape)) return;
  }
}

// False if it is encoded too deep, or past the budget.
bool Unwrapper::tell_line(const Unit& unit, Span source, const PositionText& line, Encoding encoding,
                          std::optional<Encoding> escape) {
  const size_t at = static_cast<size_t>(source.begin - unit.base);
  if (depth_at(unit, at) + (escape ? 1 : 0) >= limits_.depth) {
    out_->incomplete |= kUnwrapDepth;
    return false;
  }
  if (!within_budget(unit, at, line.text.size())) return false;
  const uint64_t start = out_->text.size();
  step_.clear();
  step_.replace({source.begin, source.begin}, line.value);
  step_.replace(source, line.text.size() - line.value);
  out_->text += line.text;
  finish_layer(layer_at(unit, at), source, start, encoding, true, true);
  Layer& layer = out_->layers.back();
  layer.told = true;
  if (escape) {
    layer.chain = {};
    layer.chain.add(*escape);
    layer.chain.add(encoding);
    ++layer.depth;
  }
  return true;
}

// Of wrapped base64 each line is a candidate, which is read with the begin of the next one.
void Unwrapper::tell_templates(const Unit& unit, const Candidate& candidate, size_t& told) {
  constexpr size_t kShortest = 64, kWrapped = 48;
  const size_t length = candidate.end - candidate.begin;
  const bool line = !candidate.hex && length >= kWrapped && candidate.end < unit.text.size() &&
                    (unit.text[candidate.end] == '\n' || unit.text[candidate.end] == '\r');
  if (length < kShortest && !line) return;
  constexpr size_t kBudget = 8192;  // a record begins soon, or is a part of something else
  size_t budget = std::min(length, kBudget);
  // Of a run that began further in front, what is left of that.
  if (candidate.begin == 0 && unit.state != nullptr && unit.state->open && unit.state->begin < unit.base)
    budget = static_cast<size_t>(std::min<uint64_t>(length, before(kBudget, unit.base - unit.state->begin)));
  std::string_view run = unit.text.substr(candidate.begin, budget);
  std::optional<JoinedLines> joined;
  if (line && budget == length) {
    constexpr size_t kMore = 2 * kTemplateHead;  // with the line end and its indentation
    const size_t end = std::min(unit.text.size(), candidate.end + kMore);
    run = joined.emplace(unit.text, Block{candidate.begin, end, 0}).text();
  }
  // The end of what the record may take.
  Block block{candidate.begin, candidate.end, 0};
  const auto tell = [&](size_t from, size_t skipped) {
    if (line && block.line_length == 0) join_lines(unit.text, spots_, block);
    const size_t behind = std::max(candidate.end, block.end);
    const size_t begin = joined ? joined->place_of(from) : candidate.begin + from;
    if (begin < told) return;
    std::string bytes;
    OffsetMap map;
    const size_t most = candidate.hex ? 2 * kTemplateTold : (kTemplateTold + 5) / 3 * 4;
    const std::string_view text = unit.text.substr(begin, std::min(behind - begin, line ? most + most / 8 : most));
    candidate.hex ? decode_hex(text.substr(0, text.size() / 2 * 2), unit.base + begin, bytes, map)
                  : decode_base64(text, unit.base + begin, bytes, map);
    if (bytes.size() <= skipped) return;
    const std::string_view record = std::string_view(bytes).substr(skipped);
    const size_t template_length = face_template_length(record);
    if (template_length == 0) return;
    tell_line(unit, map.source_of({skipped, skipped + template_length}), face_template_text(record),
              candidate.hex ? Encoding::hex : Encoding::base64, std::nullopt);
    told = begin + 2 * kTemplateHeads;
  };
  for (const auto& [from, skipped] : template_places(run, candidate.hex, budget)) tell(from, skipped);
}

void Unwrapper::note_picture(const Unit& unit, Span span, bool begins, bool ends, PictureReader&& reader) {
  if (!decode_) return;
  const Span source = unit.input ? span : out_->map.source_of(span);
  out_->pictures.push_back({source, begins, ends, std::move(reader)});
}

}  // namespace pidun
