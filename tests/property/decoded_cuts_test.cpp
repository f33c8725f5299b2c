// Of inputs in any charset, or in several: any cutting, and any number of threads, gives the findings of one scan of
// the whole.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "property/made_inputs.h"
#include "property/scan_support.h"
#include "support/encode.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

pidun::Engine& engine() {
  static pidun::Engine engine;
  return engine;
}

template <class T>
T even(T least, T most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(least, most));
}

std::string made(size_t size) {
  const auto shape = static_cast<Shape>(even(0, static_cast<int>(Shape::count_)));
  return InputMaker(*rc::gen::arbitrary<uint64_t>(), shape).make(size);
}

// Each line in one of the charsets of bytes; most in UTF-8, or in GBK.
std::string lines_in_several(const std::string& text) {
  Random random(*rc::gen::arbitrary<uint64_t>());
  const Charset most = random.one_in(2) ? Charset::utf8 : Charset::gb18030;
  const size_t seldom = random.one_in(2) ? 5 : 300;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const Charset other = random.one_in(3) ? Charset::big5 : random.one_in(2) ? Charset::gb18030 : Charset::utf8;
    out += encode(random.one_in(seldom) ? other : most, text.substr(at, end - at));
    at = end;
  }
  return out;
}

// In one charset or in several, with bytes changed that may be no text any more, and the end cut off anywhere.
std::string any_input(size_t size) {
  const Charset charset = *rc::gen::element(Charset::gb18030, Charset::big5, Charset::utf16le, Charset::utf16be);
  std::string input;
  switch (even(0, 4)) {
    case 0:
      input = lines_in_several(made(size));
      break;
    case 1:
      input = made(size / 2) + encode(charset, made(size / 3)) + made(size / 3);
      break;
    default:
      input = encode(charset, made(size));
  }
  if (is_utf16(charset) && even(0, 2) == 0) input = encode(charset, "\xEF\xBB\xBF") + input;
  const size_t changes = *rc::gen::inRange<size_t>(0, 4);
  for (size_t i = 0; i < changes && !input.empty(); ++i)
    input[*rc::gen::inRange<size_t>(0, input.size())] = *rc::gen::element('\n', '7', '\0', '\xFF', '\x81', '\xC0');
  return input.substr(0, input.size() - std::min<size_t>(input.size(), even<size_t>(0, 5)));
}

std::vector<uint64_t> any_cuts(size_t size) {
  Random random(*rc::gen::arbitrary<uint64_t>());
  const size_t steps[] = {50, 5000, 150000};
  const size_t step = steps[even(0, 3)];
  std::vector<uint64_t> cuts;
  for (uint64_t at = 0; at < size;) {
    at = std::min<uint64_t>(size, at + random.below(random.one_in(4) ? 3 : step));
    cuts.push_back(at);
  }
  return cuts;
}

pidun_scan_options any_options(size_t size) {
  auto options = default_options();
  options.flags = *rc::gen::element<uint32_t>(0, PIDUN_SCAN_RECORDS);
  options.min_confidence = *rc::gen::element<uint32_t>(0, 1);
  if (even(0, 3) == 0) options.max_bytes = even<uint64_t>(1, size + 10);
  if (even(0, 3) == 0) options.max_findings = *rc::gen::element<uint64_t>(1, 2, 17, 300);
  return options;
}

void check(size_t least, size_t most) {
  static Scratch scratch(engine());
  const std::string input = any_input(even(least, most));
  auto options = any_options(input.size());
  Context context;  // right or wrong
  context.set("charset", *rc::gen::element<std::string>("", "", "", "gbk", "utf-8", "big5", "utf-16", "utf-16be"));
  options.context = context.get();
  const Scanned whole = scan_whole(scratch, input, options);
  RC_ASSERT(whole.status >= 0);
  for (const auto& finding : whole.findings) {
    RC_ASSERT(finding.begin < finding.end);
    RC_ASSERT(finding.end <= input.size());
  }
  RC_ASSERT(difference(whole, scan_cut(engine(), scratch, input, any_cuts(input.size()), options)) == "");
}

// A log in UTF-8 with one line in GBK, `at` bytes in.
std::string log_with_a_line(size_t size, size_t at) {
  std::string text = InputMaker(7, Shape::log, true).make(size);
  const size_t line = at < text.size() ? text.find('\n', at) + 1 : text.size();
  return text.insert(line, encode(Charset::gb18030, "备注：收货人张三，手机号 13912345678，请查收\n"));
}

}  // namespace

TEST_CASE("decoded: short inputs, any cuts", "[decoded]") {
  CHECK(rc::check([] { check(0, 400); }));
}

TEST_CASE("decoded: inputs around the preamble, any cuts", "[decoded]") {
  CHECK(rc::check([] { check(3900, 9000); }));
}

TEST_CASE("decoded: inputs of several segments, any cuts", "[decoded]") {
  CHECK(rc::check([] { check(60000, 200000); }));
}

TEST_CASE("decoded: a line in another charset, wherever it stands, any way to scan", "[decoded][threads]") {
  Scratch scratch(engine());
  constexpr size_t kMiB = size_t{1} << 20;
  constexpr size_t kBehind = size_t{64} << 10;  // segments
  const size_t places[] = {0,           kBehind - 4096, kBehind - 20,    kBehind + 4090,  kBehind + 8190,
                           kMiB - 8300, kMiB - 4100,    kMiB - 30,       kMiB + 100,      2 * kMiB + 8190,
                           4 * kMiB,    4 * kMiB - 20,  4 * kMiB + 4000, 8 * kMiB - 8200, 9 * kMiB};
  for (const size_t place : places) {
    CAPTURE(place);
    const std::string input = log_with_a_line(9 * kMiB, place);
    auto options = default_options();
    const Scanned one = scan_whole(scratch, input, options);
    REQUIRE(one.findings.size() > 100);
    CHECK(one.invalid == 0);
    // Cut so that the stream never sees what the whole scan saw at once.
    CHECK(difference(one, scan_cut(engine(), scratch, input, {kMiB / 3, 3 * kMiB + 7, 5 * kMiB}, options)) == "");
    options.threads = 2;
    CHECK(difference(one, scan_whole(scratch, input, options)) == "");
  }
}

TEST_CASE("decoded: threads give what one gives", "[decoded][threads]") {
  Scratch scratch(engine());
  for (const Charset charset : {Charset::gb18030, Charset::utf16le}) {
    const std::string input = encode(charset, InputMaker(7, Shape::log, true).make(size_t{9} << 20));
    auto options = default_options();
    const Scanned one = scan_whole(scratch, input, options);
    REQUIRE(!one.findings.empty());
    options.threads = 3;
    CHECK(difference(one, scan_whole(scratch, input, options)) == "");
    CHECK(difference(one, scan_cut(engine(), scratch, input, {1000003, 5000001}, options)) == "");
  }
}

TEST_CASE("decoded: a limit of findings counts over steps of one feed", "[decoded]") {
  Scratch scratch(engine());
  const std::string input = InputMaker(7, Shape::log).make(size_t{5} << 20);
  auto options = default_options();
  options.max_findings = 20000;
  const Scanned whole = scan_whole(scratch, input, options);
  REQUIRE(whole.findings.size() == 20000);
  CHECK(difference(whole, scan_cut(engine(), scratch, input, {}, options)) == "");
}
