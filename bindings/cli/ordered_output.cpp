// See ordered_output.h.
#include "ordered_output.h"

#include <unistd.h>

#include <utility>

namespace pidun::cli {

OrderedOutput::OrderedOutput(Sink& sink, Report& report, Progress& progress, std::size_t look_ahead)
    : sink_(sink),
      report_(report),
      progress_(progress),
      look_ahead_(look_ahead),
      same_terminal_(::isatty(STDOUT_FILENO) == 1) {}

void OrderedOutput::begin_list(std::string_view opening) {
  sink_.write(opening);
  drop_comma_ = true;
}

void OrderedOutput::wait_for_room(std::size_t turn) {
  std::unique_lock lock(mutex_);
  moved_.wait(lock, [&] { return turn <= current_ + look_ahead_ || stopped(); });
}

void OrderedOutput::write(std::size_t turn, std::string_view text) {
  if (text.empty()) return;
  std::unique_lock lock(mutex_);
  if (turn != current_ && held_[turn].text.size() + text.size() > kHoldBytes) {
    moved_.wait(lock, [&] { return turn == current_ || stopped(); });
  }
  if (turn == current_) {
    send(text);
    if (stopped()) moved_.notify_all();
  } else if (!stopped()) {
    held_[turn].text += text;
  }
}

void OrderedOutput::finish(std::size_t turn, FileOutcome outcome) {
  const std::lock_guard lock(mutex_);
  held_[turn].outcome = std::move(outcome);
  advance();
}

void OrderedOutput::send(std::string_view text) {
  if (text.empty()) return;
  if (same_terminal_) progress_.hide();
  if (drop_comma_) text.remove_prefix(1);
  drop_comma_ = false;
  sink_.write(text);
}

// Lets all inputs through that are done and next; the first one that is not done becomes the current one.
void OrderedOutput::advance() {
  while (true) {
    const auto next = held_.find(current_);
    if (next == held_.end()) break;
    send(next->second.text);
    next->second.text.clear();
    if (!next->second.outcome) break;
    progress_.hide();
    report_.add(*next->second.outcome);
    held_.erase(next);
    ++current_;
  }
  moved_.notify_all();
}

}  // namespace pidun::cli
