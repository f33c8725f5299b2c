// See progress.h. It shows sizes and counts, never names or contents.
#include "progress.h"

#include <unistd.h>

#include <algorithm>

#include "escape.h"
#include "messages.h"

namespace pidun::cli {
namespace {

constexpr auto kFirstAfter = std::chrono::milliseconds(500);
constexpr auto kEvery = std::chrono::milliseconds(100);
constexpr int kBarWidth = 20;

void to_stderr(const std::string& bytes) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, bytes.data(), bytes.size());
}

}  // namespace

Progress::Progress(bool wanted) {
  if (wanted && ::isatty(STDERR_FILENO) == 1) ticker_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  if (!ticker_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    end_ = true;
  }
  ended_.notify_all();
  ticker_.join();
  hide();
}

void Progress::hide() {
  if (!ticker_.joinable() && !drawn_) return;
  const std::lock_guard lock(mutex_);
  if (drawn_) to_stderr("\r\x1b[K");
  drawn_ = false;
}

void Progress::run() {
  std::unique_lock lock(mutex_);
  auto wait = kFirstAfter;
  while (!ended_.wait_for(lock, wait, [this] { return end_; })) {
    draw();
    wait = kEvery;
  }
}

void Progress::draw() {
  to_stderr("\r" + line() + "\x1b[K");
  drawn_ = true;
}

std::string Progress::line() const {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  const std::uint64_t bytes = bytes_;
  const std::uint64_t total = total_;
  const std::string rate = readable_bytes(static_cast<double>(bytes) / std::max(seconds, 1e-3));
  if (total == 0) {
    const std::string done = readable_bytes(static_cast<double>(bytes));
    return say(Msg::kProgress, done, files_.load(), findings_.load(), rate);
  }
  const double part = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total));
  std::string bar(kBarWidth, '.');
  std::fill_n(bar.begin(), static_cast<int>(part * kBarWidth), '#');
  const std::string whole = readable_bytes(static_cast<double>(total));
  return say(Msg::kProgressTotal, bar, static_cast<int>(part * 100), whole, findings_.load(), rate);
}

}  // namespace pidun::cli
