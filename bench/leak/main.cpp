// Makes leaks of any size, of made people, and says how many there are: bench_leak FOLDER [--mix=plain] [--format=csv]
// [--charset=utf-8] [--rows=1000] [--seed=1] [--files=1] [--recipients=1] [--duplicates=20] [--truth=person].
// Writes FOLDER/part-N.ENDING and FOLDER/truth.json, with the keys of `pidun count --format json`. File N goes to
// recipient N % recipients; rows are the same in how many files they stand, but for the mix "tables".
// Tested by tests/accuracy/counts.py.
#include <iconv.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "leak/formats.h"
#include "leak/mixes.h"
#include "leak/truth.h"

namespace {

using namespace leak;

constexpr size_t kBlock = size_t{4} << 20;
constexpr uint64_t kMostInSets = 200000;  // rows of which every record is kept

class File {
 public:
  File(const std::string& path, bool gbk) : file_(std::fopen(path.c_str(), "wb")) {
    if (file_ == nullptr) throw std::runtime_error("cannot write " + path);
    if (gbk) charset_ = iconv_open("GBK", "UTF-8");
  }
  ~File() {
    if (charset_ != nullptr) iconv_close(charset_);
    if (file_ != nullptr) std::fclose(file_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::string text;  // whole rows, to be written
  void flush(bool all) {
    if (!all && text.size() < kBlock) return;
    const std::string out = charset_ == nullptr ? std::string() : encoded();
    const std::string& bytes = charset_ == nullptr ? text : out;
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) throw std::runtime_error("cannot write");
    text.clear();
    if (all && std::fflush(file_) != 0) throw std::runtime_error("cannot write");
  }

 private:
  std::string encoded() {
    std::string out(text.size(), '\0');  // never longer
    char* from = text.data();
    char* to = out.data();
    size_t left = text.size(), room = out.size();
    if (iconv(charset_, &from, &left, &to, &room) == static_cast<size_t>(-1))
      throw std::runtime_error("a value that GBK lacks");
    out.resize(out.size() - room);
    return out;
  }
  std::FILE* file_;
  iconv_t charset_ = nullptr;
};

std::map<std::string, std::string> arguments_of(int count, char** arguments) {
  std::map<std::string, std::string> out = {{"mix", "plain"},    {"format", "csv"},    {"charset", "utf-8"},
                                            {"rows", "1000"},    {"seed", "1"},        {"files", "1"},
                                            {"recipients", "1"}, {"duplicates", "20"}, {"truth", ""}};
  for (int i = 2; i < count; ++i) {
    const std::string each = arguments[i];
    const size_t sign = each.find('=');
    if (each.rfind("--", 0) != 0 || sign == std::string::npos || out.count(each.substr(2, sign - 2)) == 0)
      throw std::runtime_error("unknown argument " + each);
    out[each.substr(2, sign - 2)] = each.substr(sign + 1);
  }
  return out;
}

Format format_named(const std::string& name) {
  for (const Format format :
       {Format::csv, Format::jsonl, Format::json, Format::sql, Format::hl7, Format::cda, Format::txt})
    if (ending_of(format) == '.' + name) return format;
  throw std::runtime_error("unknown format " + name);
}

void write_text(const std::string& path, const std::string& text) {
  File file(path, false);
  file.text = text;
  file.flush(true);
}

void make(const std::string& folder, const std::map<std::string, std::string>& given) {
  const auto number = [&](const char* name) { return std::strtoull(given.at(name).c_str(), nullptr, 10); };
  MixOptions options;
  const auto mix = mix_named(given.at("mix"));
  options.format = format_named(given.at("format"));
  if (!mix || !can_hold(options.format, *mix)) throw std::runtime_error("no such mix in this format");
  options.mix = *mix;
  options.seed = number("seed");
  options.rows = number("rows");
  options.duplicates = static_cast<unsigned>(number("duplicates"));
  const auto files = static_cast<unsigned>(number("files")), recipients = static_cast<unsigned>(number("recipients"));
  Mixer mixer(options);
  const bool by_person = given.at("truth").empty() ? options.rows > kMostInSets : given.at("truth") == "person";
  const std::unique_ptr<Truth> truth = by_person ? make_person_truth() : make_set_truth();
  std::filesystem::create_directories(folder);
  Row row;
  for (unsigned i = 0; i < files; ++i) {
    File file(folder + "/part-" + std::to_string(i) + ending_of(options.format), given.at("charset") == "gbk");
    Writer writer(options.format, mixer.columns(i), mixer.spelling());
    writer.begin(file.text);
    for (uint64_t at = options.rows * i / files; at < options.rows * (i + 1) / files; ++at) {
      mixer.next(i, row);
      writer.row(row, file.text);
      for (const Fact& fact : row.facts) truth->add(fact, i % recipients);
      file.flush(false);
    }
    writer.end(file.text);
    file.flush(true);
  }
  write_text(folder + "/truth.json", truth->sums().json() + '\n');
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count < 2) throw std::runtime_error("usage: bench_leak FOLDER [--name=value]");
    make(arguments[1], arguments_of(count, arguments));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_leak: %s\n", error.what());
    return 1;
  }
}
