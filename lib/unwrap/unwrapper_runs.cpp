// Base64 and hex runs in a segment or a layer. See unwrapper.h.
#include <algorithm>

#include "base/ascii.h"
#include "unwrap/escaped_base64.h"
#include "unwrap/face_templates.h"
#include "unwrap/picture_metadata.h"
#include "unwrap/run_pieces.h"
#include "unwrap/unwrapper.h"

namespace pidun {
namespace {

bool is_blank(char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; }

// Whether the text before `at` is not known: it begins there, or the layer that `at` is in.
bool begins(std::string_view text, size_t at) { return at == 0 || text[at - 1] == '\0'; }
bool ends(std::string_view text, size_t at) { return at == text.size() || text[at] == '\0'; }

bool begins_behind(std::string_view text, size_t at, std::string_view sign) {
  return at >= sign.size() && text.substr(at - sign.size(), sign.size()) == sign;
}

}  // namespace

bool encoding_may_cross(const Window& window, uint64_t border) {
  constexpr uint64_t kMostBlanks = 64;  // a line end and indentation
  const auto run_before = [&](uint64_t end) {
    uint64_t begin = end;
    while (begin > 0 && end - begin < kShortestBase64 && may_be_escaped_base64(window.at(begin - 1))) --begin;
    return end - begin;
  };
  uint64_t behind = border;
  while (behind - border < kShortestBase64 && may_be_escaped_base64(window.at(behind))) ++behind;
  const uint64_t before = run_before(border);
  if (before + (behind - border) >= kShortestBase64) return true;
  uint64_t end = border - before;  // of the line before
  while (end > 0 && is_blank(window.at(end - 1))) {
    if (border - before - --end > kMostBlanks) return true;
  }
  return end < border - before && run_before(end) >= kShortestBase64;
}

void Unwrapper::collect_candidates(const Unit& unit) {
  candidates_.clear();
  next_candidate_ = 0;
  for (const Run& run : spots_.base64()) candidates_.push_back({run.begin, run.end, false, 0, 0});
  const auto hex = static_cast<std::ptrdiff_t>(candidates_.size());
  for (const Run& run : spots_.hex()) candidates_.push_back({run.begin, run.end, true, 0, 0});
  std::inplace_merge(candidates_.begin(), candidates_.begin() + hex, candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
  if (unit.input) return;
  std::erase_if(candidates_, [&](const Candidate& candidate) { return known(unit, candidate); });
}

bool Unwrapper::known(const Unit& unit, const Candidate& candidate) const {
  const Layer& layer = out_->layers[out_->layer_at(unit.base + candidate.begin)];
  const Span wanted{unit.base + candidate.begin, unit.base + candidate.end};
  const Span* first = out_->known.data() + layer.first_known;
  const Span* last = first + layer.known_count;
  const Span* found =
      std::lower_bound(first, last, wanted.begin, [](const Span& span, uint64_t begin) { return span.begin < begin; });
  for (; found != last && found->begin == wanted.begin; ++found)
    if (*found == wanted) return true;
  return false;
}

// Whether the run is short and what it is depends on nothing but itself: names of fields come again and again.
bool Unwrapper::stands_alone(const Unit& unit, const Candidate& candidate) const {
  if (candidate.hex || candidate.end - candidate.begin > ShortKey::kLongest) return false;
  if (candidate.begin <= unit.from || candidate.end >= unit.to || !escaped_pictures_.empty()) return false;
  const char before = unit.text[candidate.begin - 1], behind = unit.text[candidate.end];
  return before != '\0' && behind != '\n' && behind != '\r' && behind != '=' && !may_be_escaped_base64(before) &&
         !may_be_escaped_base64(behind);
}

void Unwrapper::undo_runs(const Unit& unit) {
  UnwrapState next;
  size_t done = 0;
  if (unit.state != nullptr && unit.state->open)
    done = unit.state->escape ? continue_escaped(unit, next) : continue_run(unit, next);
  size_t told = 0;
  for (const Candidate& candidate : candidates_) {
    if (candidate.begin >= unit.to + kEscapedHead) break;
    if (candidate.begin >= unit.to) {
      // It may be a part of what begins in the segment.
      if (!candidate.hex && unit.input && candidate.begin >= done)
        read_escaped(unit, {candidate.begin, candidate.end, 0}, next);
      continue;
    }
    const bool alone = stands_alone(unit, candidate);
    const std::string_view run = unit.text.substr(candidate.begin, candidate.end - candidate.begin);
    if (alone && nothing_.has(run)) continue;
    // A record may begin a line before the segment, and go on in it.
    if (decode_ && candidate.end + 4 * kTemplateHeads > unit.from) tell_templates(unit, candidate, told);
    if (candidate.end <= unit.from || candidate.begin < done) continue;
    const size_t end = read_candidate(unit, candidate, next);
    if (alone && end == 0) nothing_.add(run);
    done = std::max(done, end);
  }
  if (unit.state != nullptr) *unit.state = next;
}

// The run that the segment before left open; its end.
size_t Unwrapper::continue_run(const Unit& unit, UnwrapState& next) {
  const UnwrapState& state = *unit.state;
  Block block;
  block.begin = static_cast<size_t>(state.restart - unit.base);
  block.line_length = static_cast<size_t>(state.line_length);
  if (state.hex) {
    block.end = block.begin;
    while (block.end < unit.text.size() && is_hex(unit.text[block.end])) ++block.end;
  } else {
    block.end = spots_.base64_end(block.begin);
    join_lines(unit.text, spots_, block);
  }
  std::optional<PictureReader> picture = std::move(unit.state->picture);
  const Span run{state.begin, unit.base + std::max(block.end, block.begin)};
  if (block.end <= block.begin) {
    if (picture) note_picture(unit, run, false, true, std::move(*picture));
    return unit.from;
  }
  size_t read_to = static_cast<size_t>(state.read_to - std::min(state.read_to, unit.base));
  if (picture) {
    const PictureRun picture_part = picture_run(unit, block, state.hex, read_to);
    read_picture(unit, picture_part, read_to, *picture);
    read_to = picture_part.to;
  }
  const Encoding encoding = state.hex ? Encoding::hex : Encoding::base64;
  Piece piece{block.begin, block.end, state.begin, encoding, TextForm::none};
  piece.form = form_within(unit.text, block, state.hex, true);
  if (piece.form != TextForm::none) decode_piece(unit, piece);
  if (block.end > unit.to) {
    next = state;
    const size_t target = std::max<size_t>(unit.to, kUnwrapReach) - kUnwrapReach;
    next.restart = unit.base + aligned_before(unit.text, block, target, state.hex ? 2 : 4);
    next.line_length = block.line_length;
    next.picture = std::move(picture);
    next.read_to = unit.base + read_to;
  } else if (picture) {
    note_picture(unit, run, false, true, std::move(*picture));
  }
  return block.end;
}

// Decodes a run, if it holds text, and returns its end then, else 0. A run that goes on past the segment is left open.
size_t Unwrapper::read_candidate(const Unit& unit, const Candidate& candidate, UnwrapState& next) {
  Block block{candidate.begin, candidate.end, 0};
  if (!candidate.hex &&
      (is_hex_literal(unit.text, block) || mostly_digits(unit.text.substr(block.begin, block.end - block.begin))))
    return 0;
  if (!candidate.hex) join_lines(unit.text, spots_, block);
  if (unit.input && !candidate.hex && block.line_length == 0)
    if (const size_t end = read_escaped(unit, block, next)) return end;
  const bool crosses = unit.state != nullptr && block.end > unit.to;
  const PictureFormat format = encoded_format({unit.text.substr(block.begin, block.end - block.begin), candidate.hex});
  const bool picture = format != PictureFormat::none;
  // That picture is told already; of what stands further in only text is of interest, and a short one is chance.
  const bool inside = escaped_picture_at(unit, block.begin) != nullptr;
  if (inside && !picture && block.end - block.begin < kChance) return 0;
  Piece piece = picture         ? choose_metadata(unit, block, candidate.hex)
                : candidate.hex ? choose_hex(unit, block)
                                : choose_base64(unit, block);
  // The state must not depend on it: skip() undoes no escapes.
  const bool leave = block.end <= candidate.left_until;
  if (picture || crosses) keep_open(unit, candidate, block, format, piece, next);
  const bool taken = piece.form != TextForm::none;
  if (taken && !leave) decode_piece(unit, piece);
  if (picture) return block.end;
  if (taken || candidate.hex || crosses || block.line_length != 0 || inside) return taken ? block.end : 0;
  return read_parts(unit, block, leave);
}

// Of a picture, or of a run that goes on in the next segment: what is to be told or remembered.
void Unwrapper::keep_open(const Unit& unit, const Candidate& candidate, Block block, PictureFormat format,
                          const Piece& piece, UnwrapState& next) {
  const bool picture = format != PictureFormat::none;
  const bool crosses = unit.state != nullptr && block.end > unit.to;
  const bool taken = piece.form != TextForm::none;
  std::optional<PictureReader> reader;
  size_t read_to = 0;
  const Span run{unit.base + block.begin, unit.base + block.end};
  if (picture && escaped_picture_at(unit, block.begin) == nullptr) {
    const PictureRun picture_part = picture_run(unit, block, candidate.hex, block.begin);
    read_picture(unit, picture_part, block.begin, reader.emplace(format, secrets_));
    read_to = picture_part.to;
  }
  if (crosses && (taken || picture || !next.open)) {
    const size_t target = std::max<size_t>(unit.to, kUnwrapReach) - kUnwrapReach;
    next.open = true;
    next.hex = candidate.hex;
    next.escape.reset();
    next.begin = unit.base + block.begin;
    if (taken) block.begin = piece.begin;
    next.restart = unit.base + aligned_before(unit.text, block, target, candidate.hex ? 2 : 4);
    next.line_length = block.line_length;
    next.picture = reader;
    next.read_to = unit.base + read_to;
  }
  const bool begins_here = !unit.input || candidate.begin >= unit.from;
  // A stretch that begins inside the run does not hold the picture's first bytes; \\x of bytea is read as an escape.
  const bool bytea = candidate.hex && begins_behind(unit.text, block.begin, "\\x");
  const bool elsewhere = block.end <= candidate.left_until && block.begin >= candidate.left_from && !bytea;
  if (reader && !elsewhere && begins_here) note_picture(unit, run, true, !crosses, std::move(*reader));
}

Unwrapper::Piece Unwrapper::choose_hex(const Unit& unit, const Block& block) const {
  Piece piece{block.begin, block.end, unit.base + block.begin, Encoding::hex, TextForm::none};
  const bool whole = (block.end - block.begin) % 2 == 0 || ends(unit.text, block.end);
  if (whole) piece.form = form_within(unit.text, block, true, begins(unit.text, block.begin));
  return piece;
}

// Tries the ways that groups can lie, since what stands before base64 may look like it. UTF-8 first: base64 of digits,
// read one bit pair off, looks like GB18030; and so does a digest, one way or another.
Unwrapper::Piece Unwrapper::choose_base64(const Unit& unit, const Block& block) const {
  Piece best{block.begin, block.end, unit.base + block.begin, Encoding::base64, TextForm::none};
  const size_t padded = padded_skip(unit.text, block);
  for (size_t skip = 0; skip < 4 && block.end - block.begin >= kShortestBase64 + skip; ++skip) {
    if (padded != kUnpadded && skip != padded) continue;
    Piece piece{block.begin + skip, block.end, unit.base + block.begin + skip, Encoding::base64, TextForm::none};
    const bool gb18030 =
        best.form == TextForm::none && (skip == 0 || skip == padded || piece.end - piece.begin >= kChance);
    piece.form = form_within(unit.text, {piece.begin, piece.end, block.line_length}, false,
                             begins(unit.text, block.begin), gb18030);
    if (piece.form == TextForm::none) continue;
    const size_t outer = skip == 0 ? data_uri_begin(unit.text, piece.begin) : piece.begin;
    piece.outer_begin = unit.base + outer;
    if (outer != piece.begin) piece.encoding = Encoding::data_uri;
    best = piece;
    if (piece.form == TextForm::utf8) break;
  }
  return best;
}

// Of a picture what it says about itself, nothing of what it shows.
Unwrapper::Piece Unwrapper::choose_metadata(const Unit& unit, const Block& block, bool hex) const {
  Piece piece{block.begin, block.end, unit.base + block.begin, hex ? Encoding::hex : Encoding::base64, TextForm::none};
  const size_t bytes = hex ? 1 : 3, characters = hex ? 2 : 4;  // of a group
  std::optional<JoinedLines> lines;
  if (block.line_length != 0) lines.emplace(unit.text, block);
  const std::string_view run = lines ? lines->text() : unit.text.substr(block.begin, block.end - block.begin);
  const MetadataRange packet = find_xmp(EncodedBytes(run, hex));
  if (packet.begin == packet.end) return piece;
  if (const size_t outer = data_uri_begin(unit.text, block.begin); !hex && outer != block.begin) {
    piece.encoding = Encoding::data_uri;
    piece.outer_begin = unit.base + outer;
  }
  const size_t begin = packet.begin / bytes * characters;
  const size_t end = std::min(run.size(), (packet.end + bytes - 1) / bytes * characters);
  piece.begin = lines ? lines->place_of(begin) : block.begin + begin;
  piece.end = lines ? lines->place_of(end - 1) + 1 : block.begin + end;
  piece.form = TextForm::utf8;
  return piece;
}

// Base64 as a part of a path or of a longer name; the end of the last part that is text, else 0.
size_t Unwrapper::read_parts(const Unit& unit, const Block& block, bool leave) {
  size_t done = 0;
  if (!may_have_parts(unit.text.substr(block.begin, block.end - block.begin))) return done;
  for (size_t begin = block.begin; begin < block.end;) {
    size_t end = begin;
    while (end < block.end && !part_mark(unit.text[end])) ++end;
    if (end - begin >= kShortestBase64 && end - begin < block.end - block.begin) {
      const TextForm form = base64_form(unit.text.substr(begin, end - begin), false);
      if (form != TextForm::none) {
        if (!leave) decode_piece(unit, {begin, end, unit.base + begin, Encoding::base64, form});
        done = end;
      }
    }
    begin = end + 1;
  }
  return done;
}

void Unwrapper::decode_piece(const Unit& unit, const Piece& given) {
  if (!decode_) return;
  Piece piece = given;
  if (depth_at(unit, piece.begin) >= limits_.depth) {
    out_->incomplete |= kUnwrapDepth;
    return;
  }
  if (piece.encoding == Encoding::hex) piece.end -= (piece.end - piece.begin) % 2;
  if (!within_budget(unit, piece.begin, piece.end - piece.begin)) return;
  const std::string_view text = unit.text.substr(piece.begin, piece.end - piece.begin);
  const uint64_t start = out_->text.size(), base = unit.base + piece.begin;
  step_.clear();
  const bool any = piece.encoding == Encoding::hex ? decode_hex(text, base, out_->text, step_)
                                                   : decode_base64(text, base, out_->text, step_);
  if (!any) return take_back(start);
  size_t end = piece.end;  // padding belongs to the outer text
  if (piece.encoding != Encoding::hex)
    while (end < unit.text.size() && end < piece.end + 2 && unit.text[end] == '=') ++end;
  finish_layer(layer_at(unit, piece.begin), {piece.outer_begin, unit.base + end}, start, piece.encoding, true,
               piece.form == TextForm::utf8);
}

}  // namespace pidun
