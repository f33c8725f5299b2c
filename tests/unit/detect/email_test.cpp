// E-mail addresses: where they begin and end, and what looks like one.
#include <catch2/catch.hpp>
#include <string>

#include "support/detector_cases.h"

namespace pidun {
namespace {

using testing::kNoCheck;
using testing::MustFind;

const std::string kKind = "email_address";

MustFind mail(const std::string& promise, const std::string& before, const std::string& value,
              const std::string& behind, int least = 70) {
  return {promise, before + value + behind, kKind, value, kNoCheck, least};
}

}  // namespace

TEST_CASE("addresses that must be found") {
  testing::check_found({
      mail("in running text", "write to ", "li.lei@example.com", " now", 80),
      mail("right next to hanzi", "邮箱是", "li.lei@example.com", "的", 95),
      mail("full stop behind", "", "li@example.com", ".", 80),
      mail("comma behind", "", "li@example.com", ",x", 80),
      mail("in angle brackets", "Li <", "li@example.com", ">", 80),
      mail("in JSON", "{\"m\":\"", "li@example.com", "\"}", 80),
      mail("behind mailto:", "mailto:", "li@example.com", "?subject=x", 80),
      mail("a field of a query", "a=1&m=", "li@example.com", "&b=2", 80),
      mail("digits for a name", "x ", "10001@qq.com", " y", 80),
      mail("a plus and dots", "x ", "li.lei+tag@mail.example.com.cn", " y", 80),
      mail("underscores and dashes", "x ", "_li-lei_@ex-ample.cn", " y", 80),
      mail("capitals", "x ", "LI@EXAMPLE.COM", " y", 80),
      mail("a top-level domain that is not known", "x ", "li@example.photography", " y"),
      mail("an encoded top-level domain", "x ", "li@example.xn--fiqs8s", " y"),
      mail("a name of 64", "x ", std::string(64, 'n') + "@example.com", " y", 80),
      mail("labelled", "邮箱：", "li@example.com", "", 100),
      mail("behind an equals sign", "mail=", "li@example.com", " ", 80),
      mail("a newline behind", "", "li@example.com", "\nx", 80),
      mail("one letter", "x ", "l@e.cn", " y", 80),
  });
}

TEST_CASE("what looks like an address and is none") {
  testing::check_nothing({
      {"no domain", "x li@ y"},
      {"no name", "x @example.com y"},
      {"a name without a dot", "x li@localhost y"},
      {"an address of a host", "x root@192.168.1.1 y"},
      {"a dot before the @", "x li.@example.com y"},
      {"two @", "x li@@example.com y"},
      {"an @ behind the domain", "x li@example.com@evil y"},
      {"a picture", "x icon@2x.png y"},
      {"a package", "x node_modules/lib@1.2.3 y"},
      {"a script", "x lib@latest.min.js y"},
      {"a top-level domain of one letter", "x li@example.c y"},
      {"a top-level domain with digits", "x li@example.c0m y"},
      {"a dash begins the domain", "x li@-example.com y"},
      {"two dots", "x li@example..com y"},
      {"a name of 65", "x " + std::string(65, 'n') + "@example.com y"},
      {"a label of 64", "x li@" + std::string(64, 'd') + ".com y"},
      {"a blank in the middle", "x li @example.com y"},
      {"over a newline", "li@\nexample.com"},
      {"a mention", "x 谢谢@小雷 y"},
      {"Java annotations", "@Override @org.junit.Test"},
  });
}

TEST_CASE("two addresses are two findings") {
  const auto all = testing::scan_text("a@b.cn,c@d.cn;e@f.cn");
  REQUIRE(all.size() == 3);
  CHECK(all[0].value == "a@b.cn");
  CHECK(all[1].value == "c@d.cn");
  CHECK(all[2].value == "e@f.cn");
}

TEST_CASE("an escaped sign before a name is no part of it") {
  CHECK(testing::scan_text("m%3Dli@example.com").at(0).value == "li@example.com");
  CHECK(testing::scan_text("'li@example.com'").at(0).value == "li@example.com");
}

TEST_CASE("a wall of @ and letters costs no more than any text, and holds nothing") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "a@a.";
  CHECK(testing::scan_text(std::string(100000, '@')).empty());
  CHECK(testing::scan_text(text + "@").size() < 20000);
}

}  // namespace pidun
