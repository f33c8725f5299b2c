// See marking.h.
#include "marking.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cstring>
#include <ctime>
#include <stdexcept>

#include "escape.h"
#include "messages.h"

namespace pidun::cli {
namespace {

std::string written_day(std::uint32_t day) {
  return fmt::format("{:04}-{:02}-{:02}", day / 10000, day / 100 % 100, day % 100);
}

// The library says where a file is wrong; the file's name is the command's to add.
template <typename T>
std::unique_ptr<T> load(const Engine& engine, const std::string& path) {
  const std::string text = read_text_file(path);
  try {
    return std::make_unique<T>(engine, text);
  } catch (const Error& error) {
    const pidun_error& at = error.detail();
    std::string place = printable(path);
    if (at.line != 0) place += fmt::format(":{}", at.line);
    if (at.column != 0) place += fmt::format(":{}", at.column);
    throw std::runtime_error(fmt::format("{}: {}", place, error.what()));
  }
}

bool is_there(const char* path) {
  struct stat status {};
  return ::lstat(path, &status) == 0;
}

}  // namespace

std::uint32_t today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return static_cast<std::uint32_t>((local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday);
}

Marking::Marking(const Engine& engine, const MarkingOptions& options)
    : today_(options.as_of != 0 ? options.as_of : today()) {
  if (options.key_file) key_ = read_key_file(*options.key_file);
  if (options.ignore_file) {
    load_suppressions(engine, *options.ignore_file);
  } else if (!options.no_ignore && is_there(kIgnoreFile)) {
    load_suppressions(engine, kIgnoreFile);
  }
  if (options.test_data) test_data_ = load<TestData>(engine, *options.test_data);
}

Marking::~Marking() {
  if (key_) ::explicit_bzero(key_->data(), key_->size());
}

void Marking::load_suppressions(const Engine& engine, const std::string& path) {
  ignore_path_ = path;
  suppressions_ = load<Suppressions>(engine, path);
  for (std::size_t i = 0; i < suppressions_->size(); ++i) {
    const pidun_suppression_info info = (*suppressions_)[i];
    entries_.push_back(
        {info.reason, info.owner, written_day(info.expires), info.line, info.path == nullptr, info.expires < today_});
  }
}

void Marking::set(pidun_scan_options& out, const std::string& path) const {
  if (key_) {
    out.key = key_->data();
    out.key_length = static_cast<std::uint32_t>(key_->size());
  }
  out.as_of = today_;
  if (suppressions_) {
    out.suppressions = suppressions_->get();
    out.path = path.c_str();
  }
  if (test_data_) out.test_data = test_data_->get();
}

void Marking::tell_what_does_not_apply() const {
  std::size_t keyless = 0;
  for (const SuppressionEntry& entry : entries_) {
    if (entry.expired) {
      print_message(
          say(Msg::kSuppressionExpired, printable(ignore_path_), entry.line, printable(entry.owner), entry.expires));
    } else if (entry.by_fingerprint && !key_) {
      ++keyless;
    }
  }
  if (keyless > 0) print_message(say(Msg::kSuppressionKeyless, printable(ignore_path_), keyless));
}

const SuppressionEntry* Marking::find_entry(std::int32_t index) const {
  const auto place = static_cast<std::size_t>(index);
  return index >= 0 && place < entries_.size() ? &entries_[place] : nullptr;
}

std::string Marking::hex_of(const Results& results, std::size_t i) {
  std::uint8_t bytes[16];
  if (!results.fingerprint(i, bytes)) return "";
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out(2 * sizeof bytes, '0');
  for (std::size_t n = 0; n < sizeof bytes; ++n) {
    out[2 * n] = kDigits[bytes[n] >> 4];
    out[2 * n + 1] = kDigits[bytes[n] & 15];
  }
  return out;
}

void append_suppressed_json(std::string& out, const SuppressionEntry& entry) {
  out += R"({"reason":)";
  append_json_string(out, entry.reason);
  out += R"(,"owner":)";
  append_json_string(out, entry.owner);
  out += R"(,"expires":)";
  append_json_string(out, entry.expires);
  out += '}';
}

}  // namespace pidun::cli
