// Fuzz target of the C API: the input is a list of calls, two bytes each, on a few handles of every type, NULL, wrong
// and freed ones among them (freed ones are never used, their places are). Every call gives a status of the header.
#include <array>
#include <string>
#include <string_view>

#include "pidun/pidun.hpp"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

constexpr std::string_view kTexts[] = {"", "手机 13912345678", "{\"id\":\"11010519491231002X\"}\n",
                                       "a,手机号\nx,13912345678\n", "user@example.com 6222021234567890128\n"};

struct Calls {
  std::array<pidun_engine*, 2> engines{};
  std::array<pidun_scratch*, 3> scratches{};
  std::array<pidun_results*, 3> results{};
  std::array<pidun_stream*, 3> streams{};
  std::array<pidun_context*, 2> contexts{};
  uint8_t choice = 0;

  ~Calls() {
    for (auto* engine : engines) pidun_engine_free(engine);  // first, on purpose
    for (auto* stream : streams) pidun_stream_free(stream);
    for (auto* context : contexts) pidun_context_free(context);
    for (auto* result : results) pidun_results_free(result);
    for (auto* scratch : scratches) pidun_scratch_free(scratch);
  }

  // One of the handles; now and then one of another type.
  template <class T, size_t N>
  T* one(std::array<T*, N>& handles) {
    void* other = scratches[0] != nullptr && (choice & 0xF0) == 0xF0 ? static_cast<void*>(results[0]) : nullptr;
    return other != nullptr ? static_cast<T*>(other) : handles[choice % N];
  }

  template <class T, size_t N>
  void renew(std::array<T*, N>& handles, void (*free)(T*), pidun_status (*make)(Calls&, T**)) {
    T*& place = handles[choice % N];
    free(place);
    place = nullptr;
    if (choice < 200) {
      const pidun_status status = make(*this, &place);
      require((status == PIDUN_OK) == (place != nullptr));
    }
  }

  std::string_view text() const { return kTexts[choice % std::size(kTexts)]; }
  pidun_scan_options options() {
    auto options = pidun::default_options();
    options.struct_size = choice == 77 ? 0 : choice == 78 ? 16 : options.struct_size;
    options.format = choice >> 5;
    options.max_findings = choice % 4;
    options.max_bytes = choice % 5 == 4 ? choice : 0;
    options.min_confidence = choice % 120;
    options.context = contexts[choice % 2];
    options.label = choice % 3 == 0 ? "sfzh" : nullptr;
    return options;
  }
};

bool known(pidun_status status) { return status >= PIDUN_E_INTERNAL && status <= PIDUN_STOPPED; }

void read_results(pidun_results* results) {
  const size_t count = pidun_results_count(results);
  require(count == 0 || pidun_results_data(results) != nullptr);
  auto at = pidun::sized<pidun_location>();
  for (const size_t i : {size_t{0}, count - 1, count, SIZE_MAX}) {
    const bool inside = i < count;
    require((pidun_results_location(results, i, &at) == PIDUN_OK) == inside);
    require((pidun_results_reason(results, i, 0) != nullptr) == inside);
    require(pidun_results_chain(results, i, 0) == nullptr);
    require(pidun_results_evidence(results, i) != nullptr);
    pidun_results_also(results, i);
  }
}

pidun_status scan_call(Calls& c, unsigned which) {
  const pidun_scan_options options = c.options();
  const std::string_view text = c.text();
  auto* scratch = c.one(c.scratches);
  auto* results = c.one(c.results);
  switch (which) {
    case 0:
      return pidun_scan(scratch, text.data(), text.size(), &options, results);
    case 1: {
      const pidun_slice slices[] = {{text.data(), text.size(), nullptr, c.choice % 9u, c.choice == 99 ? 1u : 0u},
                                    {kTexts[1].data(), kTexts[1].size(), "mobile", 0, 0}};
      return pidun_scan_batch(scratch, slices, c.choice % 3, &options, results);
    }
    case 2: {
      const auto hear = [](const pidun_finding* finding, void* user) -> int32_t {
        require(finding->begin < finding->end);
        return *static_cast<uint8_t*>(user) & 1;
      };
      return pidun_scan_each(scratch, text.data(), text.size(), &options, hear, &c.choice);
    }
    case 3:
      return pidun_stream_feed(c.one(c.streams), scratch, text.data(), text.size(), results);
    case 4:
      return pidun_stream_finish(c.one(c.streams), scratch, results);
    default: {
      char buffer[900];
      size_t needed = 0;
      return pidun_explain(scratch, text.data(), text.size(), options.label, buffer, size_t{c.choice} * 4, &needed);
    }
  }
}

pidun_status other_call(Calls& c, unsigned which) {
  switch (which) {
    case 0:
      c.renew<pidun_scratch>(c.scratches, pidun_scratch_free,
                             [](Calls& own, pidun_scratch** out) { return pidun_scratch_new(own.engines[0], out); });
      return PIDUN_OK;
    case 1:
      c.renew<pidun_results>(c.results, pidun_results_free,
                             [](Calls&, pidun_results** out) { return pidun_results_new(out); });
      return PIDUN_OK;
    case 2:
      c.renew<pidun_stream>(c.streams, pidun_stream_free, [](Calls& own, pidun_stream** out) {
        const pidun_scan_options options = own.options();
        return pidun_stream_open(own.engines[own.choice % 2], &options, out);
      });
      return PIDUN_OK;
    case 3:
      c.renew<pidun_context>(c.contexts, pidun_context_free,
                             [](Calls&, pidun_context** out) { return pidun_context_new(out); });
      return PIDUN_OK;
    case 4:
      return pidun_context_set(c.one(c.contexts), c.choice % 2 == 0 ? "actor" : "charset", c.choice % 3 ? "ascii" : "");
    default:
      read_results(c.one(c.results));
      return PIDUN_OK;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > 400) return 0;
  // Built once: an engine takes a while. Its handle is opened anew by none of the calls, freed by none of them.
  static const pidun::Engine shared;
  Calls c;
  auto options = pidun::sized<pidun_engine_options>();
  options.words = PIDUN_WORDS_PORTABLE;
  const bool open = size > 0 && data[0] == 0xE0;  // costs a millisecond
  if (open) require(pidun_engine_open(&options, &c.engines[1], nullptr) == PIDUN_OK);
  c.engines[0] = const_cast<pidun_engine*>(shared.get());
  require(pidun_scratch_new(c.engines[0], &c.scratches[0]) == PIDUN_OK);
  require(pidun_results_new(&c.results[0]) == PIDUN_OK);
  for (size_t i = 0; i + 1 < size; i += 2) {
    c.choice = data[i + 1];
    const unsigned which = data[i] % 12;
    require(known(which < 6 ? scan_call(c, which) : other_call(c, which - 6)));
    if (data[i] == 0xFE) {  // the engine goes first; what was made of it lives on
      pidun_engine_free(c.engines[1]);
      c.engines[1] = nullptr;
    }
  }
  c.engines[0] = nullptr;  // not ours to free
  return 0;
}
