// See check_sheet.h.
#include "check_sheet.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "escape.h"
#include "key_file.h"
#include "messages.h"

namespace pidun::cli {
namespace {

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char c : printable(cell)) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

}  // namespace

std::string check_sheet(const nlohmann::json& sample, SampleEvidence& evidence) {
  std::string out = "number,path,offset,length,kinds,evidence,confirmed\n";
  std::size_t number = 0;
  for (const nlohmann::json& row : sample.at("rows")) {
    std::string kinds;
    for (const nlohmann::json& kind : row.at("kinds")) kinds += (kinds.empty() ? "" : " ") + kind.get<std::string>();
    const auto path = row.at("path").get<std::string>();
    const auto offset = row.at("offset").get<std::uint64_t>(), length = row.at("length").get<std::uint64_t>();
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},\n", ++number, quoted(path), offset, length, kinds,
                   quoted(evidence.of(path, offset, length)));
  }
  return out;
}

CheckedSheet read_check_sheet(const std::string& path) {
  const std::string text = read_text_file(path);
  CheckedSheet out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (++number == 1 || line.empty()) continue;
    const std::string answer = line.substr(line.find_last_of(',') + 1);
    const bool yes = answer == "y" || answer == "Y", no = answer == "n" || answer == "N";
    if (!yes && !no && !answer.empty()) throw std::runtime_error(say(Msg::kCheckedWrong, printable(path), number));
    out.checked += yes || no;
    out.confirmed += yes;
  }
  return out;
}

}  // namespace pidun::cli
