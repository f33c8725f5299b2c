// GB/s of unwrapping, one thread, from memory: spotting alone and the whole on the files given, the decoders and the
// whole on texts made here that are encoded all through. Best and median of the rounds, in GB of encoded bytes to a
// second of this thread's processor time, so that other work on the machine disturbs little.
// usage: bench_unwrap ROUNDS FILE...   One JSON object a line: {"corpus":…,"stage":…,"best":…,"median":…,"count":…}
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "structure/structure.h"
#include "unwrap/decoders.h"
#include "unwrap/runs.h"
#include "unwrap/unwrapper.h"

namespace {

using namespace pidun;

constexpr uint64_t kStep = 64 * 1024, kContext = 4096;

uint64_t spot(const std::string& bytes) {
  static Spots spots;
  uint64_t count = 0;
  for (uint64_t at = 0; at < bytes.size(); at += kStep) {
    spots.find(std::string_view(bytes).substr(at, kStep));
    count += spots.words().size() + spots.base64().size() + spots.hex().size();
  }
  return count;
}

// Values as a JSON or table reader gives them.
class Events : public ValueBorders {
 public:
  void read(const Layout& layout, const std::string& bytes) {
    lines_ = layout.format == Format::lines;
    const auto reader = make_reader(layout);
    reader->read(Window(bytes, 0), bytes.size(), true, events_);
    std::erase_if(events_, [](const Event& event) { return event.kind != EventKind::value; });
  }
  void rewind() { next_ = 0; }
  EncodedValue at(uint64_t offset) override {
    if (lines_) return {{0, UINT64_MAX}, true, false, false};
    while (next_ < events_.size() && events_[next_].end <= offset) ++next_;
    if (next_ == events_.size() || events_[next_].begin > offset) return {};
    return {{events_[next_].begin, events_[next_].end}, false, false, false};
  }

 private:
  bool lines_ = false;
  std::vector<Event> events_;
  size_t next_ = 0;
};

uint64_t unwrap_all(const std::string& bytes, ValueBorders* borders) {
  static Unwrapper unwrapper;
  static Unwrapped out;
  UnwrapState state;
  uint64_t count = 0;
  for (uint64_t at = 0; at < bytes.size(); at += kStep) {
    const uint64_t end = std::min<uint64_t>(bytes.size(), at + kStep);
    const Window window = Window(bytes, 0).slice(at > kContext ? at - kContext : 0, end + kContext);
    unwrapper.unwrap(state, window, at, end, borders, out);
    count += out.layers.size();
  }
  return count;
}

double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

uint64_t read_memory(const std::string& bytes) {
  uint64_t sum[4] = {};
  for (size_t at = 0; at + 32 <= bytes.size(); at += 32) {
    uint64_t words[4];
    std::memcpy(words, bytes.data() + at, sizeof(words));
    for (int i = 0; i < 4; ++i) sum[i] += words[i];
  }
  return sum[0] ^ sum[1] ^ sum[2] ^ sum[3];
}

void measure(const char* corpus, const char* stage, int rounds, size_t size, const std::function<uint64_t()>& run) {
  std::vector<double> seconds;
  uint64_t count = 0;
  for (int round = 0; round < rounds; ++round) {
    const double start = processor_seconds();
    count = run();
    seconds.push_back(processor_seconds() - start);
  }
  std::sort(seconds.begin(), seconds.end());
  const double gigabytes = static_cast<double>(size) / 1e9;
  std::printf("{\"corpus\":\"%s\",\"stage\":\"%s\",\"best\":%.3f,\"median\":%.3f,\"count\":%llu}\n", corpus, stage,
              gigabytes / seconds.front(), gigabytes / seconds[seconds.size() / 2],
              static_cast<unsigned long long>(count));
}

void measure_text(const char* name, const std::string& bytes, int rounds) {
  Events events;
  events.read(settle_layout(std::string_view(bytes).substr(0, kPreamble), FormatHint::automatic), bytes);
  measure(name, "read memory", rounds, bytes.size(), [&] { return read_memory(bytes); });
  measure(name, "spotting", rounds, bytes.size(), [&] { return spot(bytes); });
  measure(name, "unwrapping", rounds, bytes.size(), [&] {
    events.rewind();
    return unwrap_all(bytes, &events);
  });
}

std::string repeated(const std::string& block, size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += block;
  return bytes;
}

// Decodes values of a kilobyte, one after another.
template <class Decode>
void measure_decoder(const char* name, const std::string& bytes, int rounds, const Decode& decode) {
  std::string out;
  OffsetMap map;
  measure("made", name, rounds, bytes.size(), [&] {
    uint64_t count = 0;
    for (size_t at = 0; at < bytes.size(); at += 1024) {
      out.clear();
      map.clear();
      decode(std::string_view(bytes).substr(at, 1024), at, out, map);
      count += out.size();
    }
    return count;
  });
}

void measure_made(int rounds) {
  constexpr size_t kSize = size_t{16} << 20;
  const std::string json = repeated("\\u5f20\\u4e09\\uff0c\\u7535\\u8bdd 13900001234\\n", kSize);
  measure_decoder("decode JSON escapes", json, rounds, [](std::string_view text, uint64_t at, auto& out, auto& map) {
    BackslashTraits traits;
    decode_backslashes(text, at, out, map, traits);
  });
  measure_decoder(
      "decode percent", repeated("%E5%BC%A0%E4%B8%89%2013900001234", kSize), rounds,
      [](std::string_view text, uint64_t at, auto& out, auto& map) { decode_percent(text, at, false, out, map); });
  measure_decoder(
      "decode entities", repeated("&#x5F20;&#19977;&nbsp;13900001234", kSize), rounds,
      [](std::string_view text, uint64_t at, auto& out, auto& map) { decode_entities(text, at, out, map); });
  measure_decoder("decode base64", repeated("5byg5LiJIDEzOTAwMDAxMjM0", kSize), rounds,
                  [](std::string_view text, uint64_t at, auto& out, auto& map) { decode_base64(text, at, out, map); });
  measure_text("escaped JSON lines",
               repeated("{\"name\":\"\\u5f20\\u4e09\",\"note\":\"\\u7535\\u8bdd 13900001234\",\"id\":17}\n", kSize),
               rounds);
  measure_text("one line of base64", repeated("5byg5LiJIDEzOTAwMDAxMjM0", kSize), rounds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const int rounds = std::max(1, std::atoi(argv[1]));
  measure_made(rounds);
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    measure_text(argv[i], std::string{std::istreambuf_iterator<char>(in), {}}, rounds);
  }
  return 0;
}
