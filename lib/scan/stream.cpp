#include "scan/stream.h"

#include <algorithm>
#include <cstring>

namespace pidun {

void drop_cut_value(uint64_t cut, size_t first, Findings& out) {
  constexpr uint64_t kLongestSpelling = 12;  // of one character: what was cut inside one is none
  const auto touches = [&](const pidun_finding& finding) {
    return finding.end + finding.depth * kLongestSpelling >= cut;
  };
  while (out.size() > first && touches(out.items.back())) out.shorten(out.size() - 1);
}

Limits limits_within(const Limits& limits, const Findings& out) {
  Limits own = limits;
  own.max_findings += std::min<uint64_t>(out.size(), UINT64_MAX - own.max_findings);
  return own;
}

void scan_whole(const Engine& engine, Runner& runner, std::string_view bytes, const ScanSettings& settings,
                const Limits& limits, Findings& out) {
  const bool cut = bytes.size() > limits.max_bytes;
  const size_t first = out.size();
  if (cut) bytes = bytes.substr(0, limits.max_bytes);
  InputState input;
  input.start(engine, runner.scanner(), bytes, settings);
  const bool whole =
      runner.run(input, settings, limits_within(limits, out), Window(bytes, 0), 0, bytes.size(), true, out);
  if (input.columns) out.add_columns(input.columns->table());
  if (!cut) return;
  out.incomplete |= PIDUN_INCOMPLETE_BYTES;
  if (whole) drop_cut_value(limits.max_bytes, first, out);
}

Stream::~Stream() { explicit_bzero(buffer_.data(), buffer_.size()); }

void Stream::resume(InputState&& input, uint64_t scanned, uint64_t found, std::string_view text) {
  input_ = std::move(input);
  started_ = true;
  scanned_ = scanned;
  found_ = found;
  base_ = before(scanned, kContext);
  buffer_ = text;
}

void Stream::feed(Runner& runner, std::string_view chunk, Findings& out) {
  // In steps, so that the buffer stays small however long the chunk is.
  const uint64_t step = kShard * std::max<uint32_t>(1, limits_.threads > 1 ? limits_.threads : 0);
  while (!chunk.empty() && !stopped_) {
    const std::string_view part = chunk.substr(0, step);
    buffer_.append(part);
    chunk.remove_prefix(part.size());
    scan_ready(runner, false, out);
  }
  out.incomplete |= incomplete_;
}

void Stream::finish(Runner& runner, Findings& out) {
  if (!stopped_) scan_ready(runner, true, out);
  out.incomplete |= incomplete_;
  finished_ = true;
  forget();
}

void Stream::scan_ready(Runner& runner, bool complete, Findings& out) {
  const uint64_t have = base_ + buffer_.size();
  if (!started_) {
    if (!complete && buffer_.size() < kPreamble) return;
    input_.start(*engine_, runner.scanner(), buffer_, settings_);
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
  left.max_findings -= found_;
  left = limits_within(left, out);
  const size_t before = out.size();
  stopped_ = !runner.run(input_, settings_, left, Window(buffer_, base_), scanned_, end, complete, out);
  found_ += out.size() - before;
  incomplete_ |= out.incomplete;
  scanned_ = end;
  if (!told_.empty()) std::erase_if(told_, [&](const ToldPlace& place) { return place.at.end + kContext < end; });
  std::erase_if(told_pictures_, [&](const ToldPicture& told) { return told.at.end <= end; });
  forget();
}

std::shared_ptr<const ColumnTable> Stream::columns() {
  if (input_.columns && (!columns_ || columns_at_ != scanned_)) {
    columns_ = input_.columns->table();
    columns_at_ = scanned_;
  }
  return columns_;
}

void Stream::forget() {
  const uint64_t keep = finished_ || stopped_ ? base_ + buffer_.size() : before(scanned_, kContext);
  const size_t gone = keep - std::min(keep, base_);
  if (gone == 0) return;
  const size_t left = buffer_.size() - gone;
  std::memmove(buffer_.data(), buffer_.data() + gone, left);
  explicit_bzero(buffer_.data() + left, gone);
  buffer_.resize(left);
  base_ += gone;
}

}  // namespace pidun
