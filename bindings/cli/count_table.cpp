// See count_table.h.
#include "count_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "escape.h"
#include "messages.h"
#include "text_width.h"

namespace pidun::cli {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kHeadWidth = 22;
constexpr int kBar = 20;
constexpr std::size_t kMostSigns = 8;

std::uint64_t number(const Json& value) { return value.get<std::uint64_t>(); }

// The text of the language that is spoken.
std::string spoken(const Json& both) { return both.at(lang() == Lang::kChinese ? "zh" : "en").get<std::string>(); }

class Table {
 public:
  explicit Table(bool color) : color_(color) {}

  // Lines under one heading, which stands before the first.
  void line(Msg head, const std::string& line, const char* paint = nullptr) {
    const std::string shown = head == last_ ? "" : text(head);
    last_ = head;
    out_ += "  " + padded(shown, kHeadWidth) + painted(line, paint) + '\n';
  }
  void free_line(const std::string& line) { out_ += line + '\n'; }
  std::string take() { return std::move(out_); }

 private:
  std::string painted(const std::string& line, const char* paint) const {
    return color_ && paint != nullptr ? fmt::format("\x1b[{}m{}\x1b[0m", paint, line) : line;
  }

  bool color_;
  Msg last_ = Msg::kEnd;
  std::string out_;
};

const char* paint_of(const std::string& level) {
  if (level == "tenfold" || level == "reached") return "31";
  return level == "below" ? "32" : "33";
}

void add_records(const Json& report, Table& table) {
  const Json& masked = report.at("masked");
  table.line(Msg::kCountRecords,
             say(Msg::kCountRaw, number(report["raw_records"]), number(report["invalid"]), number(masked["rows"]),
                 number(masked["lower"]), number(masked["upper"]), number(report["duplicates"])));
  table.line(Msg::kCountRecords, say(Msg::kCountUnique, number(report["unique_records"]), number(report["persons"]),
                                     number(report["recipients"])));
  const Json& tiers = report.at("by_tier");
  table.line(Msg::kCountRecords, say(Msg::kCountTiers, number(tiers["50"]), number(tiers["500"]), number(tiers["5000"]),
                                     number(report["counted_records"])));
  std::string reasons;
  for (const auto& [reason, count] : report.at("invalid_by_reason").items())
    reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", reason, number(count));
  if (!reasons.empty()) table.line(Msg::kCountRecords, say(Msg::kCountInvalid, reasons));
  const Json& unlinked = report.at("unlinked");
  if (number(unlinked["50"]) + number(unlinked["500"]) != 0)
    table.line(Msg::kCountRecords, say(Msg::kCountUnlinked, number(unlinked["50"]), number(unlinked["500"])));
  const Json& images = report.at("images");
  if (number(images["seen"]) != 0)
    table.line(Msg::kCountRecords, say(Msg::kCountPictures, number(images["seen"]), number(images["face_signed"]),
                                       number(images["unread"])));
  if (report.contains("joined")) {
    const Json& joined = report["joined"];
    table.line(Msg::kCountRecords,
               say(Msg::kCountJoined, number(joined["rows"]), number(joined["values"]), number(joined["records"])));
    const Json& ambiguous = joined["ambiguous"];
    if (number(ambiguous["rows"]) != 0)
      table.line(Msg::kCountRecords, say(Msg::kCountJoinedNot, number(ambiguous["rows"]), number(ambiguous["values"])));
  }
  if (report.contains("merged_records"))
    table.line(Msg::kCountRecords, say(Msg::kCountLinked, number(report["merged_records"])));
}

std::string axis_name(const std::string& axis) {
  constexpr std::array<const char*, 7> kAxes = {"tier_50",  "tier_500", "tier_5000", "weighted",
                                                "proceeds", "people",   "fact"};
  const auto found = std::find(kAxes.begin(), kAxes.end(), axis);
  std::string_view names = text(Msg::kCountAxes);
  for (auto at = kAxes.begin(); at != found; ++at) names.remove_prefix(std::min(names.find('|') + 1, names.size()));
  return std::string(names.substr(0, names.find('|')));
}

std::string bar(double ratio) {
  const int full = static_cast<int>(std::min<double>(kBar, std::floor(ratio * kBar)));
  std::string out;
  for (int i = 0; i < kBar; ++i) out += i < full ? "█" : "░";
  return out;
}

void add_lines(const Json& report, Table& table) {
  constexpr std::size_t kAxisWidth = 18;
  for (const Json& line : report.at("lines")) {
    const bool money = line.at("axis") == "proceeds";
    const auto shown = [&](const Json& value) {
      return money ? fmt::format("{:.2f}", static_cast<double>(number(value)) / 100) : fmt::format("{}", number(value));
    };
    const std::string lower = shown(line["lower"]), upper = shown(line["upper"]);
    table.line(Msg::kCountLines,
               fmt::format("{}{} {}{} / {}  {:.2f}", padded(axis_name(line["axis"]), kAxisWidth),
                           bar(line["ratio_upper"].get<double>()), lower, lower == upper ? "" : ".." + upper,
                           shown(line["line"]), line["ratio_upper"].get<double>()));
  }
}

void add_texts(const Json& list, Msg head, Table& table, const char* paint) {
  for (const Json& each : list)
    table.line(head, fmt::format("{}: {}", each.at("id").get<std::string>(), spoken(each.at("text"))), paint);
}

void add_case(const Json& report, Table& table) {
  if (!report.contains("case") || report["case"].is_null()) return;
  const Json& nearest = report["case"];
  table.line(Msg::kCountCase, fmt::format("{} {}/100: {}", nearest["id"].get<std::string>(), number(nearest["score"]),
                                          spoken(nearest["title"])));
  table.line(Msg::kCountCase, spoken(nearest["text"]));
  std::size_t told = 0;
  for (const Json& sign : nearest["signs"]) {
    const int64_t permille = sign["permille"].get<int64_t>();
    if (permille == 0 || ++told > kMostSigns) continue;
    // Two tables of the three that the sign speaks of are a part of it.
    const std::string part = permille < 1000 ? fmt::format(" ({} %)", std::max<int64_t>(1, permille / 10)) : "";
    table.line(Msg::kCountCase, fmt::format("+ {}{}", spoken(sign["name"]), part));
  }
  if (nearest.contains("not_visible"))
    for (const Json& each : nearest["not_visible"])
      table.line(Msg::kCountCase, say(Msg::kCountNotVisible, spoken(each)));
}

void add_sample(const Json& report, Table& table) {
  const Json& sample = report.at("sample");
  if (sample["rows"].empty()) return;
  table.free_line("  " + say(Msg::kCountSample, number(sample["seed"])));
  for (const Json& row : sample["rows"]) {
    std::string kinds;
    for (const Json& kind : row["kinds"]) kinds += (kinds.empty() ? "" : ", ") + kind.get<std::string>();
    table.free_line(fmt::format("    {}:{}+{}  {}", printable(row["path"].get<std::string>()), number(row["offset"]),
                                number(row["length"]), kinds));
  }
}

}  // namespace

std::string count_table(const Json& report, bool color) {
  Table table(color);
  add_records(report, table);
  const std::string level = report.at("level"), upper = report.at("level_upper");
  table.line(Msg::kCountLevel, fmt::format("{} ({})", spoken(report["level_text"]), level), paint_of(level));
  if (upper != level)
    table.line(Msg::kCountLevelUpper, fmt::format("{} ({})", spoken(report["level_upper_text"]), upper),
               paint_of(upper));
  add_lines(report, table);
  add_texts(report.at("rules_reached"), Msg::kCountReached, table, "31");
  if (report.contains("people_reached")) add_texts(report["people_reached"], Msg::kCountReached, table, "31");
  add_texts(report.at("rules_watch"), Msg::kCountWatch, table, "33");
  add_texts(report.at("notices"), Msg::kCountNotices, table, nullptr);
  add_case(report, table);
  add_sample(report, table);
  table.free_line(spoken(report.at("footer")));
  return table.take();
}

}  // namespace pidun::cli
