// Signs of a file by a real scan. Where a record begins is told by plain search for what parts records in its format, a
// stand-in that owes nothing to lib/record.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "pidun/pidun.h"
#include "support/scan_text.h"
#include "tally/flow_signs.h"

namespace pidun::testing {

inline std::string_view parts_records(Format format) {
  switch (format) {
    case Format::json:
      return "{";
    case Format::hl7:
      return "MSH|";
    case Format::multipart:
      return "\r\n--";
    case Format::chat:
      return "\n\n";
    default:
      return "\n";
  }
}

class FlowScanner {
 public:
  FlowScanner() {
    pidun_engine* engine = nullptr;
    REQUIRE(pidun_engine_open(nullptr, &engine, nullptr) == PIDUN_OK);
    engine_.reset(engine);
    pidun_scratch* scratch = nullptr;
    REQUIRE(pidun_scratch_new(engine, &scratch) == PIDUN_OK);
    scratch_.reset(scratch);
    pidun_results* results = nullptr;
    REQUIRE(pidun_results_new(&results) == PIDUN_OK);
    results_.reset(results);
  }

  // Of a file, or of all the files of a folder.
  FlowSigns signs_of(const std::filesystem::path& path) {
    FlowSigns signs;
    if (!std::filesystem::is_directory(path)) {
      add_file(path, signs);
      return signs;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
      if (entry.is_regular_file() && entry.path().filename() != "facts.toml") add_file(entry.path(), signs);
    return signs;
  }

 private:
  void add_file(const std::filesystem::path& path, FlowSigns& signs) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    REQUIRE_FALSE(text.empty());
    const Format format = settle_layout(std::string_view(text).substr(0, kPreamble), FormatHint::automatic).format;
    REQUIRE(pidun_scan(scratch_.get(), text.data(), text.size(), nullptr, results_.get()) == PIDUN_OK);
    std::map<size_t, std::set<Kind>> records;
    for (size_t i = 0; i < pidun_results_count(results_.get()); ++i) {
      const pidun_finding& finding = pidun_results_data(results_.get())[i];
      const auto kind = static_cast<Kind>(finding.kind);
      records[begin_of_record(text, format, finding.begin)].insert(kind);
      signs.add_finding(kind, pidun_rule_id(engine_.get(), finding.rule), (finding.flags & PIDUN_FINDING_MASKED) != 0);
    }
    for (const auto& [begin, kinds] : records) {
      signs.add_record(std::vector<Kind>(kinds.begin(), kinds.end()), format);
      if (kinds.contains(Kind::location_trajectory)) ++signs.positions;
    }
    if (!records.empty()) ++signs.inputs;
    for (size_t at = 0; (at = text.find("\xFF\xD8\xFF", at)) != std::string::npos; ++at) ++signs.pictures;
  }

  static size_t begin_of_record(const std::string& text, Format format, uint64_t at) {
    const size_t found = text.rfind(parts_records(format), at);
    return found != std::string::npos ? found : 0;
  }

  Owned<pidun_engine, pidun_engine_free> engine_;
  Owned<pidun_scratch, pidun_scratch_free> scratch_;
  Owned<pidun_results, pidun_results_free> results_;
};

}  // namespace pidun::testing
