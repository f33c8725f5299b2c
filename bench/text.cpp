// GB per second of processor time of lib/text/, one thread, from memory: proving UTF-8, decoding with a map, looking
// for what folds, folding. Input bytes count, whatever comes out. Stages take turns; of each, the best and the median
// of the rounds are kept. usage: bench_text ROUNDS [--only=STAGE] FILE...   Files in UTF-8. One JSON object a line, as
// bench_stages.
#include <time.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "text/charset_tables.h"
#include "text/decoder.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace {

using pidun::Window;

constexpr uint64_t kStep = 64 * 1024;

struct Stage {
  std::string name;
  std::string bytes;
  std::function<uint64_t(const std::string&)> run;  // returns a count, so that nothing is optimised away
  std::vector<double> seconds{};
  uint64_t count = 0;
};

std::string encoded(const char* charset, const std::string& text) {
  std::string out(text.size() * 2 + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const int32_t size = ucnv_convert(charset, "UTF-8", out.data(), static_cast<int32_t>(out.size()), text.data(),
                                    static_cast<int32_t>(text.size()), &error);
  if (U_FAILURE(error)) std::exit(2);
  out.resize(static_cast<size_t>(size));
  return out;
}

// Every digit, letter and most punctuation full-width: the densest that folding meets.
std::string full_width(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c > ' ' && c < 0x7F) {
      char wide[4];
      out.append(wide, pidun::write_utf8(0xFEE0u + static_cast<char32_t>(c), wide));
    } else {
      out += c;
    }
  }
  return out;
}

uint64_t prove(const std::string& bytes) {
  uint64_t count = 0;
  for (uint64_t at = 0; at < bytes.size(); at += kStep)
    count += pidun::is_valid_utf8(std::string_view(bytes).substr(at, kStep)) ? 1u : 0u;
  return count;
}

uint64_t decode(const std::string& bytes) {
  pidun::Decoder decoder(pidun::settle_charset(bytes, {}));
  pidun::DecodedText out;
  uint64_t count = 0;
  for (uint64_t end = kStep; decoder.offset() < bytes.size(); end += kStep) {
    out.clear();
    const uint64_t shown = std::min<uint64_t>(bytes.size(), end + pidun::kDecodeAhead);
    const Window window(std::string_view(bytes).substr(0, shown), 0);
    const pidun::Stretch stretch = decoder.read(window, end, shown == bytes.size(), out);
    count += stretch.plain ? stretch.input.size() : out.text.size();
  }
  return count;
}

uint64_t look(const std::string& bytes) {
  uint64_t count = 0;
  for (uint64_t at = 0; at < bytes.size(); at += kStep)
    count += pidun::needs_fold(std::string_view(bytes).substr(at, kStep)) ? 1u : 0u;
  return count;
}

// Passes by all that need no folding, line by line, as the worst case of looking.
uint64_t look_at_lines(const std::string& bytes) {
  uint64_t count = 0;
  for (pidun::Span found{0, 0};;) {
    found = pidun::next_dirty_lines(bytes, found.end);
    if (found.size() == 0) return count;
    count += found.size();
  }
}

uint64_t fold(const std::string& bytes) {
  pidun::FoldedText out;
  uint64_t count = 0;
  for (uint64_t at = 0; at < bytes.size();) {
    // Whole lines.
    uint64_t end = std::min<uint64_t>(bytes.size(), at + kStep);
    const size_t feed = bytes.rfind('\n', end - 1);
    if (end < bytes.size() && feed != std::string::npos && feed > at) end = feed + 1;
    out.clear();
    pidun::fold(std::string_view(bytes).substr(at, end - at), at, out);
    count += out.text.size();
    at = end;
  }
  return count;
}

// Of this thread: a machine that others use as well is measured alike.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void measure(std::vector<Stage>& stages, const char* path, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    for (Stage& stage : stages) {
      const double start = processor_seconds();
      stage.count = stage.run(stage.bytes);
      stage.seconds.push_back(processor_seconds() - start);
    }
  }
  for (Stage& stage : stages) {
    std::sort(stage.seconds.begin(), stage.seconds.end());
    const double gigabytes = static_cast<double>(stage.bytes.size()) / 1e9;
    std::printf("{\"corpus\":\"%s\",\"stage\":\"%s\",\"best\":%.4f,\"median\":%.4f,\"count\":%llu}\n", path,
                stage.name.c_str(), gigabytes / stage.seconds.front(),
                gigabytes / stage.seconds[stage.seconds.size() / 2], static_cast<unsigned long long>(stage.count));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const int rounds = std::atoi(argv[1]);
  pidun::charset_tables();
  const std::string_view option = argv[2];
  const bool chosen = option.substr(0, 7) == "--only=";
  for (int i = chosen ? 3 : 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    bytes.resize(std::min<size_t>(bytes.size(), 64u << 20));
    bytes.resize(bytes.rfind('\n') + 1);
    const std::string wide = full_width(bytes.substr(0, bytes.find('\n', bytes.size() / 3) + 1));
    std::vector<Stage> stages;
    stages.push_back({"prove UTF-8", bytes, prove});
    stages.push_back({"decode: UTF-8", bytes, decode});
    for (const char* charset : {"GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
      stages.push_back({std::string("decode: ") + charset, encoded(charset, bytes), decode});
    stages.push_back({"fold: look, blocks", bytes, look});
    stages.push_back({"fold: look, lines", bytes, look_at_lines});
    stages.push_back({"fold: all", bytes, fold});
    stages.push_back({"fold: all, full-width", wide, fold});
    if (chosen) std::erase_if(stages, [&](const Stage& stage) { return stage.name != option.substr(7); });
    measure(stages, argv[i], rounds);
  }
  return 0;
}
