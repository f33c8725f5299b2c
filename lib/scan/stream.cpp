#include "scan/stream.h"

#include <algorithm>
#include <cstring>

namespace pidun {
namespace {

// A value that touches the place where max_bytes cut the input may go on behind it: it is not known, so not told.
void drop_cut_value(uint64_t limit, Findings& out) {
  while (out.size() > 0 && out.items.back().end >= limit) out.shorten(out.size() - 1);
}

}  // namespace

void scan_whole(const Engine& engine, Runner& runner, std::string_view bytes, const ScanSettings& settings,
                const Limits& limits, Findings& out) {
  const bool cut = bytes.size() > limits.max_bytes;
  if (cut) bytes = bytes.substr(0, limits.max_bytes);
  InputState input;
  input.start(engine, bytes, settings);
  const bool whole = runner.run(input, settings, limits, Window(bytes, 0), 0, bytes.size(), true, out);
  if (!cut) return;
  out.incomplete |= PIDUN_INCOMPLETE_BYTES;
  if (whole) drop_cut_value(limits.max_bytes, out);
}

Stream::~Stream() { explicit_bzero(buffer_.data(), buffer_.size()); }

void Stream::feed(Runner& runner, std::string_view chunk, Findings& out) {
  // In steps, so that the buffer stays small however long the chunk is.
  const uint64_t step = kShard * std::max<uint32_t>(1, limits_.threads > 1 ? limits_.threads : 0);
  fed_ += chunk.size();
  cut_short_ = fed_ > limits_.max_bytes;
  while (!chunk.empty() && !stopped_) {
    const uint64_t room = limits_.max_bytes - (base_ + buffer_.size());
    const std::string_view part = chunk.substr(0, std::min<uint64_t>(step, room));
    buffer_.append(part);
    if (part.empty()) break;
    chunk.remove_prefix(part.size());
    scan_ready(runner, false, out);
  }
  out.incomplete |= incomplete_ | (cut_short_ ? uint32_t{PIDUN_INCOMPLETE_BYTES} : 0u);
}

void Stream::finish(Runner& runner, Findings& out) {
  if (!stopped_) scan_ready(runner, true, out);
  if (cut_short_ && !stopped_) drop_cut_value(limits_.max_bytes, out);
  out.incomplete |= incomplete_ | (cut_short_ ? uint32_t{PIDUN_INCOMPLETE_BYTES} : 0u);
  finished_ = true;
  forget();
}

void Stream::scan_ready(Runner& runner, bool complete, Findings& out) {
  const uint64_t have = base_ + buffer_.size();
  if (!started_) {
    if (!complete && buffer_.size() < kPreamble) return;
    input_.start(*engine_, buffer_, settings_);
    started_ = true;
  }
  uint64_t end = have;
  if (!complete) {
    // Only segments whose context is there; with threads, only whole shards of a batch, or nothing is shared out.
    const uint64_t unit = limits_.threads > 1 ? kShard * limits_.threads : kSegment;
    end = have > kContext ? (have - kContext) / unit * unit : 0;
  }
  if (end > scanned_ || complete) scan_to(runner, end, complete, out);
}

void Stream::scan_to(Runner& runner, uint64_t end, bool complete, Findings& out) {
  Limits left = limits_;
  left.max_findings = limits_.max_findings - found_;
  const size_t before = out.size();
  stopped_ = !runner.run(input_, settings_, left, Window(buffer_, base_), scanned_, end, complete, out);
  found_ += out.size() - before;
  incomplete_ |= out.incomplete;
  scanned_ = end;
  forget();
}

void Stream::forget() {
  const uint64_t keep = finished_ || stopped_ ? base_ + buffer_.size() : scanned_ - std::min(scanned_, kContext);
  const size_t gone = keep - std::min(keep, base_);
  if (gone == 0) return;
  const size_t left = buffer_.size() - gone;
  std::memmove(buffer_.data(), buffer_.data() + gone, left);
  explicit_bzero(buffer_.data() + left, gone);
  buffer_.resize(left);
  base_ += gone;
}

}  // namespace pidun
