#include "scan/scan_decoded.h"

#include <algorithm>

#include "scan/decoded_stream.h"
#include "text/utf8.h"

namespace pidun {
namespace {

// What is tried at once as its own text; if it is not, that much was scanned in vain.
constexpr uint64_t kTried = 16 * kSegment;

// The state behind what of `bytes` was scanned as its own text.
struct Trial {
  InputState input;
  uint64_t scanned = 0;
  bool done = false;     // to the end, or to a limit
  bool stopped = false;  // by a limit
};

// Tries the next stretch; what was found in vain is taken back.
void try_next(Runner& runner, std::string_view bytes, const ScanSettings& settings, const Limits& limits, Trial& trial,
              Findings& out) {
  const uint64_t step = limits.threads > 1 ? kShard * limits.threads : kTried;
  const uint64_t next = std::min<uint64_t>(bytes.size(), trial.scanned + step);
  InputState input = trial.input.clone();
  const size_t found = out.size(), records = out.records.size();
  const size_t pictures = out.pictures.size();
  const ImageCounts images = out.images;
  const uint64_t examined = out.bytes;
  const uint32_t incomplete = out.incomplete;
  const bool whole = runner.run(input, settings, limits, Window(bytes, 0), trial.scanned, next, true, out);
  if (settings.watch->seen) {
    out.shorten(found);
    out.records.shorten(records);
    out.pictures.resize(pictures);
    out.images = images;
    out.bytes = examined;
    out.incomplete = incomplete;
    return;
  }
  trial.input = std::move(input);
  trial.scanned = next;
  trial.stopped = !whole;
  trial.done = !whole || next == bytes.size();
}

// Whether the bytes are the text.
bool is_text(std::string_view bytes, const CharsetPrior& prior) {
  if (is_utf16(prior.charset) || (prior.mark != 0 && prior.charset != Charset::utf8)) return false;
  return prior.charset == Charset::utf8 ? is_utf8_text(bytes) : is_ascii(bytes);
}

}  // namespace

void scan_decoded(const Engine& engine, Runner& runner, std::string_view bytes, const ScanSettings& settings,
                  const Limits& limits, Findings& out) {
  const std::string_view seen = bytes.substr(0, limits.max_bytes);
  const bool picture = settings.charset.empty() && begins_as_picture(seen);
  const CharsetPrior prior =
      picture ? CharsetPrior{} : settle_charset(seen.substr(0, kCharsetPreamble), settings.charset);
  if (seen.size() <= kSegment && is_text(seen, prior)) return scan_whole(engine, runner, bytes, settings, limits, out);
  const size_t first = out.size();
  Trial trial;
  Utf8Watch watch;
  if (!picture && prior.charset == Charset::utf8 && seen.size() > kSegment) {
    ScanSettings watched = settings;
    watched.watch = &watch;
    const Limits own = limits_within(limits, out);
    trial.input.start(engine, runner.scanner(), seen, settings);
    try_next(runner, seen, watched, own, trial, out);
    const bool alone = first == 0;  // else what others held would count, too
    if (alone && !trial.done && !watch.seen) out.make_room(trial.scanned, seen.size() - trial.scanned);
    while (!trial.done && !watch.seen) try_next(runner, seen, watched, own, trial, out);
    if (trial.done && seen.size() < bytes.size()) {
      out.incomplete |= PIDUN_INCOMPLETE_BYTES;
      if (!trial.stopped) drop_cut_value(limits.max_bytes, first, out);
    }
    if (trial.done && trial.input.columns) out.add_columns(trial.input.columns->table());
    if (trial.done) return;
  }
  DecodedStream stream(engine, settings, limits);
  if (trial.scanned == 0) {
    stream.scan(runner, bytes, out);
  } else {
    stream.scan_rest(runner, bytes, std::move(trial.input), trial.scanned, out.size() - first, out);
  }
  out.add_columns(stream.columns());
}

}  // namespace pidun
