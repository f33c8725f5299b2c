// How findings are written to stdout: one implementation a format. Each worker thread has its own.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kinds.h"
#include "marking.h"
#include "options.h"
#include "pidun/pidun.hpp"

namespace pidun::cli {

struct FindingView {
  const Results& results;
  std::size_t index;
  const std::optional<std::string>& value;  // the bytes themselves, with --show-values only

  const pidun_finding& finding() const { return results[index]; }
};

class FindingFormat {
 public:
  virtual ~FindingFormat() = default;
  virtual void begin_input(const std::string& path) = 0;
  virtual void append(std::string& out, const FindingView& view) = 0;  // one line, with its \n
};

std::unique_ptr<FindingFormat> make_text_format(const KindTable& kinds, const Marking& marking, bool color);
std::unique_ptr<FindingFormat> make_jsonl_format(const KindTable& kinds, const Marking& marking, const Engine& engine);
std::unique_ptr<FindingFormat> make_sarif_format(const KindTable& kinds, const Marking& marking);

const char* check_name(std::uint8_t check);  // "pass", "fail", "none"

}  // namespace pidun::cli
