// See report.h.
#include "report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "escape.h"
#include "messages.h"
#include "options.h"
#include "pidun/pidun.h"

namespace pidun::cli {

void count_marks(FileOutcome& outcome, const Results& results) {
  std::size_t i = 0;
  for (const pidun_finding& finding : results) {
    if ((finding.flags & PIDUN_FINDING_TEST_VALUE) != 0) ++outcome.test_values;
    if ((finding.flags & PIDUN_FINDING_SUPPRESSED) != 0) ++outcome.by_suppression[results.suppression(i)];
    ++i;
  }
}

void Report::add(const FileOutcome& outcome) {
  const std::string path = printable(outcome.path);
  if (outcome.scanned) ++files_;
  if (outcome.error != 0) {
    ++unreadable_;
    gaps_.push_back({outcome.path, "unreadable"});
    print_message(say(outcome.scanned ? Msg::kCannotReadRest : Msg::kCannotRead, path, error_text(outcome.error)));
  }
  if (!outcome.failure.empty()) {
    gaps_.push_back({outcome.path, outcome.failure});
    print_message(say(Msg::kIncomplete, path, outcome.failure));
  }
  for (std::uint32_t bit = 1; bit != 0 && bit <= outcome.incomplete; bit <<= 1) {
    if ((outcome.incomplete & bit) == 0) continue;
    const char* name = pidun_incomplete_name(bit);
    gaps_.push_back({outcome.path, name != nullptr ? name : "unknown"});
    print_message(say(Msg::kIncomplete, path, gaps_.back().reason));
  }
  if (outcome.values_lost > 0) print_message(say(Msg::kValuesLost, path, outcome.values_lost));
  bytes_ += outcome.bytes;
  invalid_bytes_ += outcome.invalid_bytes;
  findings_ += outcome.findings;
  for (const auto& [kind, count] : outcome.by_kind) by_kind_[kind] += count;
  test_values_ += outcome.test_values;
  images_.seen += outcome.images.seen;
  images_.face_signed += outcome.images.face_signed;
  images_.unread += outcome.images.unread;
  for (const auto& [entry, count] : outcome.by_suppression) {
    by_suppression_[entry] += count;
    suppressed_ += count;
  }
}

std::vector<std::pair<std::string, std::uint64_t>> Report::named_kinds(const KindTable& kinds) const {
  std::vector<std::pair<std::string, std::uint64_t>> out;
  for (const auto& [kind, count] : by_kind_) out.emplace_back(kinds.at(kind).name, count);
  std::sort(out.begin(), out.end());
  return out;
}

// Every entry, those that covered nothing too: what is no longer needed shows.
nlohmann::ordered_json Report::suppressions_json(const Marking& marking) const {
  using Json = nlohmann::ordered_json;
  Json out = Json::array();
  for (std::size_t i = 0; i < marking.entries().size(); ++i) {
    const SuppressionEntry& entry = marking.entries()[i];
    const auto found = by_suppression_.find(static_cast<std::int32_t>(i));
    out.push_back({{"line", entry.line},
                   {"reason", entry.reason},
                   {"owner", entry.owner},
                   {"expires", entry.expires},
                   {"expired", entry.expired},
                   {"findings", found != by_suppression_.end() ? found->second : 0}});
  }
  return out;
}

std::string Report::summary_json(const KindTable& kinds, const Marking& marking, const std::string& rules_hash) const {
  using Json = nlohmann::ordered_json;
  Json by_kind = Json::object();
  for (const auto& [name, count] : named_kinds(kinds)) by_kind[name] = count;
  Json gaps = Json::array();
  for (const Gap& gap : gaps_) gaps.push_back({{"path", gap.path}, {"reason", gap.reason}});
  Json summary = {
      {"type", "summary"},
      {"bytes", bytes_},
      {"invalid_bytes", invalid_bytes_},
      {"files", files_},
      {"findings", findings_},
      {"by_kind", by_kind},
      {"images", {{"seen", images_.seen}, {"face_signed", images_.face_signed}, {"unread", images_.unread}}},
      {"test_values", test_values_},
      {"suppressed", suppressed_},
      {"complete", gaps_.empty()},
      {"incomplete", gaps},
      {"rules", rules_hash}};
  if (marking.has_suppressions()) summary["suppressions"] = suppressions_json(marking);
  return summary.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string Report::summary_text(const KindTable& kinds) const {
  const std::string size = readable_bytes(static_cast<double>(bytes_));
  if (findings_ == 0) return say(Msg::kFoundNone, files_, size);
  std::string list;
  for (const auto& [kind, count] : by_kind_) {
    const KindInfo& info = kinds.at(kind);
    if (!list.empty()) list += lang() == Lang::kChinese ? "，" : ", ";
    list += fmt::format("{} {}", lang() == Lang::kChinese ? info.name_zh : info.name, count);
  }
  const bool marked = suppressed_ > 0 || test_values_ > 0;
  return say(Msg::kFound, files_, size, findings_, list) +
         (marked ? say(Msg::kFoundMarked, suppressed_, test_values_) : "");
}

int Report::exit_code() const {
  return findings_ > suppressed_ && !nothing_scanned() ? kExitFindings : exit_code_of_reading();
}

int Report::exit_code_of_reading() const {
  if (nothing_scanned()) return kExitFailed;
  return gaps_.empty() ? kExitNothing : kExitIncomplete;
}

}  // namespace pidun::cli
