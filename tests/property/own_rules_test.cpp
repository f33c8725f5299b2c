// Of users' rules: streams, threads and both backends find the same with them, and findings do not overlap.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>

#include "property/made_inputs.h"
#include "property/scan_support.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

// Short and long, overlapping the built-in kinds, anchored, of any script, and as wide as is allowed.
const char* const kRules = R"(
[[rule]]
id = "digits"
kind = "staff_student_number"
shape = "regex"
pattern = '[0-9]{6,12}'
confidence = 55
[[rule.match]]
text = "编 000000 号"
find = "000000"

[[rule]]
id = "hanzi"
kind = "person_name"
shape = "regex"
pattern = '[一-龥]{2,4}'
labels = ["name"]
[[rule.match]]
text = "x张三y"
find = "张三"

[[rule]]
id = "wide"
kind = "share_link"
shape = "regex"
pattern = '[a-z]{1,20}(?:[ ,:=][a-z0-9]{1,20}){8,40}'
confidence = 52
[[rule.match]]
text = "a b c d e f g h i"
find = "a b c d e f g h i"

[[rule]]
id = "line"
kind = "education_employment"
shape = "regex"
pattern = '(?m)^[a-zA-Z"{]{1,5}[^a-z0-9]'
confidence = 51
[[rule.match]]
text = "{\"a"
find = "{\""

[[rule]]
id = "word"
kind = "social_account"
shape = "literal"
pattern = "er"
caseless = true
confidence = 58
[[rule.match]]
text = "user1"
find = "er"
)";

pidun_engine_options options_of(uint32_t words) {
  auto options = sized<pidun_engine_options>();
  options.words = words;
  options.rule_text = kRules;
  options.rule_text_length = std::char_traits<char>::length(kRules);
  return options;
}

Engine& engine(uint32_t words = PIDUN_WORDS_AUTO) {
  static Engine automatic(options_of(PIDUN_WORDS_AUTO)), portable(options_of(PIDUN_WORDS_PORTABLE));
  return words == PIDUN_WORDS_AUTO ? automatic : portable;
}

template <class T>
T even(T least, T most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<T>(least, most));
}

std::string any_input(size_t least, size_t most) {
  const auto shape = static_cast<Shape>(even(0, static_cast<int>(Shape::count_)));
  const size_t size = even(least, most);
  return InputMaker(*rc::gen::arbitrary<uint64_t>(), shape).make(size);
}

}  // namespace

TEST_CASE("users' rules: any cutting gives the findings of the whole") {
  REQUIRE(rc::check([] {
    const std::string input = any_input(1, 200000);
    std::vector<uint64_t> cuts;
    for (uint64_t at = 0; at < input.size();) {
      at = std::min<uint64_t>(input.size(), at + even<uint64_t>(1, 30000));
      cuts.push_back(at);
    }
    Scratch scratch(engine());
    const Scanned whole = scan_whole(scratch, input, default_options());
    RC_ASSERT(difference(whole, scan_cut(engine(), scratch, input, cuts, default_options())) == "");
    RC_CLASSIFY(!whole.findings.empty(), "with findings");
  }));
}

TEST_CASE("users' rules: the portable backend finds the same") {
  REQUIRE(rc::check([] {
    const std::string input = any_input(1, 20000);
    Scratch fast(engine()), slow(engine(PIDUN_WORDS_PORTABLE));
    RC_ASSERT(difference(scan_whole(slow, input, default_options()), scan_whole(fast, input, default_options())) == "");
  }));
}

TEST_CASE("users' rules: threads find the same as one thread") {
  Random random(11);
  for (int turn = 0; turn < 3; ++turn) {
    const std::string input = InputMaker(random.below(1000), static_cast<Shape>(turn)).make(9u << 20);
    Scratch scratch(engine());
    auto options = default_options();
    const Scanned alone = scan_whole(scratch, input, options);
    options.threads = 3;
    CHECK(difference(alone, scan_whole(scratch, input, options)) == "");
    CHECK_FALSE(alone.findings.empty());
  }
}

TEST_CASE("users' rules: within a segment findings are in order and do not overlap") {
  REQUIRE(rc::check([] {
    const std::string input = any_input(1, 60000);
    Scratch scratch(engine());
    const Scanned whole = scan_whole(scratch, input, default_options());
    for (size_t i = 1; i < whole.findings.size(); ++i) {
      const pidun_finding &last = whole.findings[i - 1], &next = whole.findings[i];
      constexpr uint64_t kSegment = 65536;  // encoded inputs are longer than was asked for
      RC_ASSERT(last.end <= next.begin || last.begin / kSegment != next.begin / kSegment);
    }
  }));
}
