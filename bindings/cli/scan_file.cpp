// See scan_file.h.
#include "scan_file.h"

#include <algorithm>

#include "format_records.h"

namespace pidun::cli {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::uint64_t kBigFile = std::uint64_t{8} << 20;
constexpr std::size_t kFlushAt = std::size_t{64} << 10;
// The library looks back at most a few KiB before it is certain; this leaves plenty.
constexpr std::size_t kWindowKept = std::size_t{2} << 20;
constexpr std::size_t kLongestValue = 4096;

// Holds the crew of threads for one big file; a second big file at the same time makes do with its own thread.
class Crew {
 public:
  Crew(std::atomic<bool>& taken, bool wanted) : taken_(taken), held_(wanted && !taken.exchange(true)) {}
  ~Crew() {
    if (held_) taken_ = false;
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  bool held() const { return held_; }

 private:
  std::atomic<bool>& taken_;
  bool held_;
};

std::unique_ptr<FindingFormat> make_format(const ScanRun& run) {
  switch (run.options.format) {
    case OutputFormat::kText:
      return make_text_format(run.kinds, run.marking, run.color);
    case OutputFormat::kJsonl:
      return make_jsonl_format(run.kinds, run.marking, run.engine);
    case OutputFormat::kSarif:
      return make_sarif_format(run.kinds, run.marking);
    case OutputFormat::kSummary:
    case OutputFormat::kColumnsTable:
    case OutputFormat::kColumnsJson:
    case OutputFormat::kCount:
      break;
  }
  return nullptr;
}

}  // namespace

FileScanner::FileScanner(ScanRun& run) : run_(run), scratch_(run.engine), format_(make_format(run)), chunk_(kChunk) {
  if (run.tally != nullptr) tally_.emplace(run.engine, *run.tally);
  if (is_of_columns(run.options.format)) columns_ = std::make_unique<ColumnsFormat>(run.engine, run.kinds, run.options);
}

FileOutcome FileScanner::scan(const Input& input, std::size_t turn) {
  FileOutcome outcome;
  outcome.path = input.path;
  outcome.error = input.error;
  if (outcome.error != 0) return outcome;
  Source source(input);
  outcome.error = source.error();
  if (outcome.error != 0) return outcome;
  if (format_) format_->begin_input(input.path);
  window_.clear();
  Job job{source, outcome, turn};
  try {
    scan_source(job);
    emit_columns(job);
  } catch (const Error& error) {
    outcome.failure = error.what();
  } catch (const std::bad_alloc&) {
    outcome.failure = pidun_status_name(PIDUN_E_MEMORY);
  }
  outcome.scanned = outcome.error == 0 || outcome.bytes > 0;
  if (outcome.scanned) run_.progress.add_file();
  return outcome;
}

// A file that ends within the first chunk is scanned in one call, all else as a stream.
void FileScanner::scan_source(Job& job) {
  std::size_t length = 0;
  const bool more = read_more(job, length);
  if (!more && job.source.regular() && job.outcome.error == 0) {
    scan_small(job, length);
  } else {
    scan_stream(job, length);
  }
}

pidun_scan_options FileScanner::library_options(const Job& job, unsigned threads) const {
  pidun_scan_options out = default_options();
  const ScanOptions& wanted = run_.options;
  out.flags = format_ ? 0 : PIDUN_SCAN_NO_EVIDENCE;
  if (columns_) out.flags |= PIDUN_SCAN_COLUMNS;
  if (wanted.records) out.flags |= PIDUN_SCAN_RECORDS;
  if (wanted.cameras) out.flags |= PIDUN_SCAN_CAMERAS;
  if (tally_) {
    out.flags |= PIDUN_SCAN_RECORDS | PIDUN_SCAN_NO_FINDINGS;
    out.tally = tally_->get();
  }
  out.format = wanted.input_format;
  out.min_confidence = wanted.min_confidence;
  out.threads = threads;
  out.max_bytes = wanted.max_bytes;
  out.max_findings = wanted.max_findings;
  out.context = run_.context.get();
  if (wanted.label) out.label = wanted.label->c_str();
  run_.marking.set(out, job.outcome.path);
  if (run_.deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*run_.deadline - Clock::now()).count();
    out.deadline_ms = static_cast<std::uint32_t>(std::max<long long>(1, left));
  }
  return out;
}

void FileScanner::scan_small(Job& job, std::size_t length) {
  scratch_.scan(chunk_.data(), length, library_options(job, 1), results_);
  note_fed(job, length);
  emit(job);
}

void FileScanner::scan_stream(Job& job, std::size_t length) {
  const bool big = job.source.regular() && job.source.size() > kBigFile && run_.options.threads > 1;
  const Crew crew(run_.crew_taken, big);
  Stream stream(run_.engine, library_options(job, crew.held() ? run_.options.threads : 1));
  feed_all(job, stream, length);
  if (run_.output.stopped()) return;
  stream.finish(scratch_, results_);
  emit(job);
}

void FileScanner::feed_all(Job& job, Stream& stream, std::size_t length) {
  constexpr std::uint32_t kNoFurther = PIDUN_INCOMPLETE_BYTES | PIDUN_INCOMPLETE_FINDINGS | PIDUN_INCOMPLETE_DEADLINE;
  bool more = true;
  while (length > 0 || more) {
    stream.feed(scratch_, chunk_.data(), length, results_);
    note_fed(job, length);
    emit(job);
    if ((job.outcome.incomplete & kNoFurther) != 0 || job.outcome.error != 0 || run_.output.stopped()) return;
    length = 0;
    more = read_more(job, length);
  }
}

// Fills the chunk. False at the end, whatever ended it; the outcome says if that was no good end.
bool FileScanner::read_more(Job& job, std::size_t& length) {
  switch (job.source.fill(chunk_.data(), chunk_.size(), length, run_.deadline)) {
    case Source::Fill::kMore:
      return true;
    case Source::Fill::kEnd:
      return false;
    case Source::Fill::kDeadline:
      job.outcome.incomplete |= PIDUN_INCOMPLETE_DEADLINE;
      return false;
    case Source::Fill::kError:
      job.outcome.error = job.source.error();
      return false;
  }
  return false;
}

void FileScanner::note_fed(Job& job, std::size_t length) {
  job.fed += length;
  const std::uint64_t limit = run_.options.max_bytes;
  job.outcome.bytes = limit != 0 ? std::min(job.fed, limit) : job.fed;
  run_.progress.add_bytes(length);
  if (!run_.options.show_values) return;
  if (window_.size() > 2 * kWindowKept) window_.erase(0, window_.size() - kWindowKept);
  window_.append(chunk_.data(), length);
}

void FileScanner::emit(Job& job) {
  job.outcome.incomplete |= results_.incomplete();
  job.outcome.invalid_bytes += results_.invalid_bytes();
  job.outcome.images = results_.images();
  const std::size_t count = results_.size();
  job.outcome.findings += count;
  run_.progress.add_findings(count);
  for (const pidun_finding& finding : results_) ++job.outcome.by_kind[finding.kind];
  count_marks(job.outcome, results_);
  if (tally_) tally_->add(results_, job.outcome.path);
  if (!format_) return;
  out_.clear();
  std::optional<std::string> value;
  for (std::size_t i = 0; i < count && !run_.output.stopped(); ++i) {
    if (run_.options.show_values) {
      value = value_bytes(job, results_[i]);
      if (!value) ++job.outcome.values_lost;
    }
    format_->append(out_, FindingView{results_, i, value});
    if (out_.size() < kFlushAt) continue;
    run_.output.write(job.turn, out_);
    out_.clear();
  }
  append_records(job);
  run_.output.write(job.turn, out_);
}

// Where the fields of each record are; their findings were told, perhaps by an earlier call.
void FileScanner::append_records(const Job& job) {
  const std::size_t count = run_.options.records ? pidun_results_record_count(results_.get()) : 0;
  for (std::size_t i = 0; i < count && !run_.output.stopped(); ++i) {
    append_record(out_, job.outcome.path, run_.kinds, results_, i);
    if (out_.size() < kFlushAt) continue;
    run_.output.write(job.turn, out_);
    out_.clear();
  }
}

// The last results tell all columns. What could not be read at all has none.
void FileScanner::emit_columns(const Job& job) {
  if (!columns_ || run_.output.stopped() || (job.outcome.error != 0 && job.fed == 0)) return;
  const bool complete = job.outcome.incomplete == 0 && job.outcome.error == 0;
  run_.output.write(job.turn, columns_->write(job.outcome.path, results_, complete));
}

// From the bytes still in memory, else from the file. Nothing if they are gone: a pipe, a file that was changed.
std::optional<std::string> FileScanner::value_bytes(const Job& job, const pidun_finding& finding) const {
  const std::uint64_t start = job.fed - window_.size();
  const std::size_t length =
      static_cast<std::size_t>(std::min<std::uint64_t>(finding.end - finding.begin, kLongestValue));
  if (finding.begin >= start && finding.begin + length <= job.fed) {
    return window_.substr(static_cast<std::size_t>(finding.begin - start), length);
  }
  return job.source.read_again(finding.begin, length);
}

}  // namespace pidun::cli
