// GB/s of each stage and of the whole, one thread, from memory. Stages take turns, so that a noisy machine is noisy
// for all alike; of each, the best and the median of the rounds are kept.
// usage: bench_stages ROUNDS FILE...   One JSON object a line: {"corpus":…,"stage":…,"best":…,"median":…,"count":…}
#include <pidun/pidun.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "detect/labels.h"
#include "match/numbers.h"
#include "match/words.h"
#include "structure/structure.h"

namespace {

using pidun::Window;

constexpr uint64_t kStep = 64 * 1024;

struct Stage {
  const char* name;
  std::function<uint64_t(const std::string&)> run;  // returns a count, so that nothing is optimised away
  std::vector<double> seconds{};
  uint64_t count = 0;
};

uint64_t read_memory(const std::string& bytes) {
  uint64_t sum[4] = {};
  for (size_t at = 0; at + 32 <= bytes.size(); at += 32) {
    uint64_t words[4];
    std::memcpy(words, bytes.data() + at, sizeof(words));
    for (int i = 0; i < 4; ++i) sum[i] += words[i];
  }
  return sum[0] ^ sum[1] ^ sum[2] ^ sum[3];
}

uint64_t read_structure(const std::string& bytes) {
  const Window window(bytes, 0);
  const auto layout =
      pidun::settle_layout(std::string_view(bytes).substr(0, pidun::kPreamble), pidun::FormatHint::automatic);
  const auto reader = pidun::make_reader(layout);
  std::vector<pidun::Event> events;
  uint64_t count = 0;
  for (uint64_t end = 0; end < bytes.size();) {
    end = std::min<uint64_t>(bytes.size(), end + kStep);
    events.clear();
    reader->read(window, end, end == bytes.size(), events);
    count += events.size();
  }
  return count;
}

uint64_t find_anchors(const std::string& bytes) {
  pidun::AnchorFinder finder;
  pidun::Anchors anchors;
  uint64_t count = 0;
  for (uint64_t at = 0; at < bytes.size(); at += kStep) {
    anchors.clear();
    finder.find(Window(bytes, 0), at, std::min<uint64_t>(bytes.size(), at + kStep), anchors);
    count += anchors.numbers.size() + anchors.ats.size();
  }
  return count;
}

class Words {
 public:
  explicit Words(pidun::WordBackend backend)
      : matcher_(pidun::choose_words(labels_.words(), backend).matcher), scratch_(matcher_->make_scratch()) {}
  uint64_t operator()(const std::string& bytes) {
    uint64_t count = 0;
    for (uint64_t at = 0; at < bytes.size(); at += kStep) {
      hits_.clear();
      matcher_->find(Window(bytes, 0).slice(at, at + kStep), *scratch_, hits_);
      count += hits_.size();
    }
    return count;
  }

 private:
  pidun::LabelTable labels_;
  std::unique_ptr<pidun::WordMatcher> matcher_;
  std::unique_ptr<pidun::WordScratch> scratch_;
  std::vector<pidun::WordHit> hits_;
};

// What an engine is asked for.
enum class Asked {
  all,
  called,  // all but what nothing calls for: names, addresses and answers of face services in running text
  numbers
};

class Whole {
 public:
  explicit Whole(uint32_t words, uint32_t threads, Asked asked = Asked::all) {
    // The kinds that are read from digits, and e-mail: what a filter before a gateway asks for first.
    constexpr const char* kNumbers[] = {"resident_id_number", "hmt_residence_permit_number",
                                        "bank_card_number",   "foreign_permanent_resident_id",
                                        "mobile_number",      "email_address",
                                        "company_code"};
    pidun_engine_options build = PIDUN_ENGINE_OPTIONS_INIT;
    constexpr std::string_view kCalled =
        "[[rule]]\noverride = true\nid = \"person_in_text\"\ndisabled = true\n"
        "[[rule]]\noverride = true\nid = \"address_text\"\ndisabled = true\n"
        "[[rule]]\noverride = true\nid = \"face_service_field\"\ndisabled = true\n";
    build.words = words;
    if (asked == Asked::numbers) {
      build.kinds = kNumbers;
      build.kind_count = std::size(kNumbers);
    } else if (asked == Asked::called) {
      build.rule_text = kCalled.data();
      build.rule_text_length = kCalled.size();
    }
    if (pidun_engine_open(&build, &engine_, nullptr) != PIDUN_OK) std::exit(2);
    if (pidun_scratch_new(engine_, &scratch_) != PIDUN_OK || pidun_results_new(&results_) != PIDUN_OK) std::exit(2);
    options_.threads = threads;
  }
  uint64_t block(const std::string& bytes) {
    if (pidun_scan(scratch_, bytes.data(), bytes.size(), &options_, results_) != PIDUN_OK) std::exit(2);
    return pidun_results_count(results_);
  }
  uint64_t stream(const std::string& bytes) {
    pidun_stream* stream = nullptr;
    if (pidun_stream_open(engine_, &options_, &stream) != PIDUN_OK) std::exit(2);
    uint64_t count = 0;
    for (size_t at = 0; at < bytes.size(); at += 1 << 20) {
      const size_t length = std::min<size_t>(bytes.size() - at, 1 << 20);
      if (pidun_stream_feed(stream, scratch_, bytes.data() + at, length, results_) < 0) std::exit(2);
      count += pidun_results_count(results_);
    }
    pidun_stream_finish(stream, scratch_, results_);
    count += pidun_results_count(results_);
    pidun_stream_free(stream);
    return count;
  }

 private:
  pidun_engine* engine_ = nullptr;
  pidun_scratch* scratch_ = nullptr;
  pidun_results* results_ = nullptr;
  pidun_scan_options options_ = PIDUN_SCAN_OPTIONS_INIT;
};

void measure(std::vector<Stage>& stages, const char* path, int rounds) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  for (Stage& stage : stages) stage.seconds.clear();
  for (int round = 0; round < rounds; ++round) {
    for (Stage& stage : stages) {
      const auto start = std::chrono::steady_clock::now();
      stage.count = stage.run(bytes);
      stage.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
  }
  for (Stage& stage : stages) {
    std::sort(stage.seconds.begin(), stage.seconds.end());
    const double gigabytes = static_cast<double>(bytes.size()) / 1e9;
    std::printf("{\"corpus\":\"%s\",\"stage\":\"%s\",\"best\":%.4f,\"median\":%.4f,\"count\":%llu}\n", path, stage.name,
                gigabytes / stage.seconds.front(), gigabytes / stage.seconds[stage.seconds.size() / 2],
                static_cast<unsigned long long>(stage.count));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const int rounds = std::atoi(argv[1]);
  Words hyperscan(pidun::WordBackend::automatic);
  Whole fast(PIDUN_WORDS_AUTO, 1), called(PIDUN_WORDS_AUTO, 1, Asked::called),
      numbers(PIDUN_WORDS_AUTO, 1, Asked::numbers), portable(PIDUN_WORDS_PORTABLE, 1), threads(PIDUN_WORDS_AUTO, 2);
  std::vector<Stage> stages;
  stages.push_back({"read memory", read_memory});
  stages.push_back({"structure", read_structure});
  stages.push_back({"match: numbers", find_anchors});
  stages.push_back({"match: words", std::ref(hyperscan)});
  stages.push_back({"whole scan", [&](const std::string& bytes) { return fast.block(bytes); }});
  stages.push_back({"whole scan, stream", [&](const std::string& bytes) { return fast.stream(bytes); }});
  stages.push_back({"what is called for", [&](const std::string& bytes) { return called.block(bytes); }});
  stages.push_back({"number kinds alone", [&](const std::string& bytes) { return numbers.block(bytes); }});
  stages.push_back({"number kinds alone, stream", [&](const std::string& bytes) { return numbers.stream(bytes); }});
  stages.push_back({"whole scan, portable words", [&](const std::string& bytes) { return portable.block(bytes); }});
  stages.push_back({"whole scan, 2 threads", [&](const std::string& bytes) { return threads.block(bytes); }});
  for (int i = 2; i < argc; ++i) measure(stages, argv[i], rounds);
  return 0;
}
