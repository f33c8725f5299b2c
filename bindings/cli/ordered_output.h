// Inputs are scanned at once, their output comes out in their order. The input whose turn it is writes straight
// through; the others are held, each up to kHoldBytes, and then wait for their turn. Tested by the stable-order
// cases of tests/cli/run_cli_tests.py.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "progress.h"
#include "report.h"
#include "sink.h"

namespace pidun::cli {

class OrderedOutput {
 public:
  static constexpr std::size_t kHoldBytes = std::size_t{1} << 20;

  OrderedOutput(Sink& sink, Report& report, Progress& progress, std::size_t look_ahead);

  // Writes `opening`; of all that follows the first byte, a comma, is left out.
  void begin_list(std::string_view opening);
  void wait_for_room(std::size_t turn);  // until `turn` is within the look-ahead
  void write(std::size_t turn, std::string_view text);
  void finish(std::size_t turn, FileOutcome outcome);
  bool stopped() const { return sink_.stopped(); }

 private:
  struct Held {
    std::string text;
    std::optional<FileOutcome> outcome;  // set: the input is done
  };
  void send(std::string_view text);
  void advance();

  Sink& sink_;
  Report& report_;
  Progress& progress_;
  const std::size_t look_ahead_;
  const bool same_terminal_;  // stdout shares its terminal with the progress bar
  std::mutex mutex_;
  std::condition_variable moved_;
  bool drop_comma_ = false;
  std::size_t current_ = 0;
  std::map<std::size_t, Held> held_;
};

}  // namespace pidun::cli
