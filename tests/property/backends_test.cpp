// Of the word matchers: Hyperscan's and the portable one lead to the same findings on any input.
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "match/words.h"
#include "property/made_inputs.h"
#include "property/scan_support.h"

using namespace pidun;
using namespace pidun::testing;

namespace {

Engine with_words(uint32_t words) {
  auto options = sized<pidun_engine_options>();
  options.words = words;
  return Engine(options);
}

// Null where Hyperscan is missing or refused.
Engine* hyperscan() {
  static const std::unique_ptr<Engine> engine = [] {
    try {
      return std::make_unique<Engine>(with_words(PIDUN_WORDS_HYPERSCAN));
    } catch (const Error&) {
      return std::unique_ptr<Engine>();
    }
  }();
  return engine.get();
}

Engine& portable() {
  static Engine engine = with_words(PIDUN_WORDS_PORTABLE);
  return engine;
}

void check(const std::string& input) {
  static Scratch fast(*hyperscan());
  static Scratch plain(portable());
  auto options = default_options();
  options.min_confidence = *rc::gen::element<uint32_t>(0, 1);
  RC_ASSERT(difference(scan_whole(plain, input, options), scan_whole(fast, input, options)) == "");
}

// Label words in either case, glued, cut and repeated, with values behind them.
std::string words_and_values(uint64_t seed) {
  constexpr const char* kWords[] = {"手机号",      "手机",    "身份证号码", "身份证", "证件号",    "mobile",
                                    "mobilephone", "id_card", "IDCARD",     "tel",    "Telephone", "卡号",
                                    "银行卡",      "account", "order_no",   "订单号", "email",     "邮箱",
                                    "timestamp",   "card",    "cardno",     "号码",   "号",        "时间"};
  Random random(seed);
  std::string text;
  for (size_t i = random.below(400); i > 0; --i) {
    std::string word(random.of(kWords));
    if (random.one_in(4)) word.resize(random.below(word.size() + 1));
    if (random.one_in(4))
      for (char& c : word) c = c >= 'a' && c <= 'z' && random.one_in(2) ? static_cast<char>(c - 'a' + 'A') : c;
    text += word;
    if (random.one_in(2)) text += "：: =_x\n\""[random.below(9)];
    if (random.one_in(3)) text += any_value(random);
    if (random.one_in(20)) text.append(random.below(70), ' ');
  }
  return text;
}

}  // namespace

TEST_CASE("backends: inputs of every shape", "[backends]") {
  if (hyperscan() == nullptr) {
    WARN("skipped: no Hyperscan to compare with");
    return;
  }
  CHECK(rc::check([] {
    const auto shape = static_cast<Shape>(*rc::gen::inRange(0, static_cast<int>(Shape::count_)));
    check(InputMaker(*rc::gen::arbitrary<uint64_t>(), shape).make(*rc::gen::inRange<size_t>(0, 90000)));
  }));
}

TEST_CASE("backends: label words in any order, case and cut", "[backends]") {
  if (hyperscan() == nullptr) {
    WARN("skipped: no Hyperscan to compare with");
    return;
  }
  CHECK(rc::check([] { check(words_and_values(*rc::gen::arbitrary<uint64_t>())); }));
}

TEST_CASE("backends: engines say which words they use", "[backends]") {
  CHECK(std::string(portable().words()).substr(0, 8) == "portable");
  if (hyperscan() != nullptr) {
    CHECK(std::string(hyperscan()->words()) == "hyperscan");
    CHECK(std::string(hyperscan()->rules_hash()) == portable().rules_hash());
  }
}

TEST_CASE("backends: any word list gives the same hits", "[backends]") {
  CHECK(rc::check([] {
    Random random(*rc::gen::arbitrary<uint64_t>());
    WordList list;
    const auto piece = [&] {
      std::string word;
      for (size_t i = 1 + random.below(6); i > 0; --i)
        word += random.one_in(3) ? "号" : std::string(1, "abAB"[random.below(4)]);
      return word;
    };
    for (size_t i = 1 + random.below(8); i > 0; --i) list.push_back(piece());
    std::string why;
    const auto fast = make_hyperscan_words(list, &why);
    if (!fast) return;
    const auto plain = make_portable_words(list);
    std::string text;
    for (size_t i = random.below(60); i > 0; --i) text += random.one_in(2) ? list[random.below(list.size())] : piece();
    std::vector<WordHit> expected, got;
    const auto fast_scratch = fast->make_scratch(), plain_scratch = plain->make_scratch();
    plain->find(Window(text, 1000), *plain_scratch, expected);
    fast->find(Window(text, 1000), *fast_scratch, got);
    RC_ASSERT(expected == got);
  }));
}
