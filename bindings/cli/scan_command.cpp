// See scan_command.h.
#include "scan_command.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "messages.h"
#include "sarif.h"
#include "scan_file.h"

namespace pidun::cli {
namespace {

struct Task {
  Input input;
  std::size_t turn = 0;
};

// Hands the inputs out in their order, never further ahead of the one being written than the look-ahead.
class TaskQueue {
 public:
  TaskQueue(InputWalker& walker, ScanRun& run) : walker_(walker), run_(run) {}

  std::optional<Task> next() {
    const std::lock_guard lock(mutex_);
    run_.output.wait_for_room(turn_);
    if (run_.output.stopped() || ended_) return std::nullopt;
    auto input = walker_.next();
    if (!input) return std::nullopt;
    Task task{std::move(*input), turn_++};
    // The first input the time did not suffice for stands for all that follow.
    ended_ = run_.deadline && Clock::now() >= *run_.deadline;
    return task;
  }

 private:
  InputWalker& walker_;
  ScanRun& run_;
  std::mutex mutex_;
  std::size_t turn_ = 0;
  bool ended_ = false;
};

FileOutcome scan_task(FileScanner& scanner, const Task& task, const ScanRun& run) {
  if (run.deadline && Clock::now() >= *run.deadline && task.input.error == 0) {
    FileOutcome outcome;
    outcome.path = task.input.path;
    outcome.incomplete = PIDUN_INCOMPLETE_DEADLINE;
    return outcome;
  }
  return scanner.scan(task.input, task.turn);
}

void work(FileScanner& scanner, TaskQueue& queue, ScanRun& run) {
  while (auto task = queue.next()) run.output.finish(task->turn, scan_task(scanner, *task, run));
}

// Several threads are worth it only if there can be several inputs.
unsigned worker_count(const ScanOptions& options) {
  struct stat status {};
  const bool directory = std::any_of(options.paths.begin(), options.paths.end(), [&](const std::string& path) {
    return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  });
  if (directory) return options.threads;
  return static_cast<unsigned>(std::min<std::size_t>(options.threads, options.paths.size()));
}

// All scanners are made before the first thread: what they lack is an error of the run, not of a thread.
void run_workers(TaskQueue& queue, ScanRun& run, unsigned count, Tally* total) {
  std::deque<FileScanner> scanners;
  for (unsigned i = 0; i < count; ++i) scanners.emplace_back(run);
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < count; ++i) helpers.emplace_back([&, i] { work(scanners[i], queue, run); });
  work(scanners[0], queue, run);
  for (std::thread& helper : helpers) helper.join();
  for (FileScanner& scanner : scanners)
    if (total != nullptr) total->merge(*scanner.tally());
}

// Known beforehand only if every PATH is a plain file.
std::uint64_t total_bytes(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  for (const std::string& path : paths) {
    struct stat status {};
    if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    total += static_cast<std::uint64_t>(status.st_size);
  }
  return total;
}

void close_run(const ScanOptions& options, const ScanRun& run, const Report& report, const InputWalker& walker,
               Sink& sink) {
  if (walker.skipped_links() > 0) print_message(say(Msg::kSkippedLinks, walker.skipped_links()));
  if (walker.skipped_special() > 0) print_message(say(Msg::kSkippedSpecial, walker.skipped_special()));
  if (report.nothing_scanned()) print_message(text(Msg::kNothingScanned));
  if (is_of_columns(options.format) || options.format == OutputFormat::kCount) return;
  if (options.format == OutputFormat::kSarif) {
    sink.write(sarif_closing(report, report.summary_json(run.kinds, run.marking, run.engine.rules_hash())));
  } else if (options.format != OutputFormat::kText) {
    sink.write(report.summary_json(run.kinds, run.marking, run.engine.rules_hash()) + '\n');
  } else if (!report.nothing_scanned()) {
    print_message(report.summary_text(run.kinds));
  }
}

struct Work {
  const ScanOptions& options;
  const Engine& engine;
  const Marking& marking;
  Clock::time_point start;
  const Counting* counting;  // null unless records are counted
};

void run_inputs(const Work& work, Sink& sink, Report& report) {
  const ScanOptions& options = work.options;
  const KindTable kinds(work.engine);
  Context context;
  if (options.charset) context.set("charset", *options.charset);
  InputWalker walker(options.paths);
  Progress progress(!options.no_progress);
  progress.set_total(total_bytes(options.paths));
  OrderedOutput output(sink, report, progress, std::size_t{4} * options.threads);
  if (options.format == OutputFormat::kSarif) output.begin_list(sarif_opening(work.engine));
  ScanRun run{options,
              work.engine,
              kinds,
              work.marking,
              context,
              output,
              progress,
              std::nullopt,
              wants_color(options.color),
              work.counting != nullptr ? &work.counting->settings : nullptr};
  if (options.deadline_ms > 0) run.deadline = work.start + std::chrono::milliseconds(options.deadline_ms);
  if (options.paths.front() == "-" && ::isatty(STDIN_FILENO) == 1) print_message(text(Msg::kReadingTerminal));
  TaskQueue queue(walker, run);
  run_workers(queue, run, worker_count(options), work.counting != nullptr ? &work.counting->total : nullptr);
  if (!sink.stopped()) close_run(options, run, report, walker, sink);
}

}  // namespace

bool wants_color(When color) {
  if (color != When::kAuto) return color == When::kAlways;
  return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
}

int scan_command(const ScanOptions& options) {
  const auto start = Clock::now();
  if (options.format == OutputFormat::kSarif && options.show_values) {
    print_message(text(Msg::kSarifNoValues));
    return kExitFailed;
  }
  const Engine engine = open_engine(options.rules);
  const Marking marking(engine, options.marking);
  marking.tell_what_does_not_apply();
  Sink sink;
  Report report;
  run_inputs({options, engine, marking, start, nullptr}, sink, report);
  if (sink.error() != 0) {
    print_message(say(Msg::kOutputFailed, error_text(sink.error())));
    return kExitFailed;
  }
  return is_of_columns(options.format) ? report.exit_code_of_reading() : report.exit_code();
}

int count_inputs(const ScanOptions& options, const Engine& engine, const Marking& marking, const Counting& counting) {
  Sink sink;  // of which nothing is written: what was counted is told by the caller
  Report report;
  run_inputs({options, engine, marking, Clock::now(), &counting}, sink, report);
  return report.exit_code_of_reading();
}

}  // namespace pidun::cli
