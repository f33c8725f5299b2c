// TOML as a plain tree: values with their places, and failures that say where.
#include "rules/toml_tree.h"

#include <catch2/catch.hpp>

namespace pidun {
namespace {

using Type = TomlValue::Type;

}  // namespace

TEST_CASE("values of every type stand in the tree, with their places") {
  const TomlResult result =
      parse_toml("s = '工号'\ni = -7\nb = true\nf = 1.5\nd = 2024-01-01\na = [1, 'x']\n[t]\nk = 0x8000\n");
  REQUIRE_FALSE(result.failed);
  const TomlValue& root = result.root;
  CHECK(root.type == Type::table);
  CHECK(root.find("s")->string == "工号");
  CHECK(root.find("i")->integer == -7);
  CHECK(root.find("b")->boolean);
  CHECK(root.find("f")->type == Type::other);
  CHECK(root.find("d")->type == Type::date);
  CHECK(root.find("d")->integer == 20240101);
  REQUIRE(root.find("a")->items.size() == 2);
  CHECK(root.find("a")->items[1].string == "x");
  CHECK(root.find("t")->find("k")->integer == 0x8000);
  CHECK(root.find("i")->place.line == 2);
  CHECK(root.find("i")->place.column == 5);
  CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("tables of a list begin where their header stands") {
  const TomlResult result =
      parse_toml("# note\n\n[[rule]]\nid = 'a'\n[[rule.match]]\ntext = ''\n\n[[rule]]\nid = 'b'\n");
  REQUIRE_FALSE(result.failed);
  const TomlValue* rules = result.root.find("rule");
  REQUIRE(rules != nullptr);
  REQUIRE(rules->items.size() == 2);
  CHECK(rules->items[0].place.line == 3);
  CHECK(rules->items[0].place.column == 1);
  CHECK(rules->items[0].find("match")->items[0].place.line == 5);
  CHECK(rules->items[1].place.line == 8);
}

TEST_CASE("what is no TOML is told with its place") {
  struct Case {
    const char* promise;
    std::string text;
    uint32_t line;
  };
  const Case cases[] = {
      {"no value", "a = 1\nb =\n", 2},
      {"a key twice", "a = 1\na = 2\n", 2},
      {"an open string", "a = \"x\n", 1},
      {"no UTF-8", "a = 1\nb = '\xff'\n", 2},
      {"a NUL", std::string("a = 1\n\0", 7), 2},
      {"a number too large", "a = 99999999999999999999\n", 1},
      {"nested past the parser's limit", "a = " + std::string(5000, '['), 1},
  };
  for (const Case& c : cases) {
    INFO(c.promise);
    const TomlResult result = parse_toml(c.text);
    CHECK(result.failed);
    CHECK(result.place.line == c.line);
    CHECK_FALSE(result.message.empty());
    CHECK(result.message.find('\n') == std::string::npos);
  }
}

TEST_CASE("places turn into byte offsets") {
  const std::string_view text = "a\n工号 x\n\nb";
  CHECK(offset_of(text, {1, 1}) == 0);
  CHECK(offset_of(text, {2, 1}) == 2);
  CHECK(offset_of(text, {2, 2}) == 5);
  CHECK(offset_of(text, {2, 4}) == 9);
  CHECK(offset_of(text, {3, 1}) == 11);
  CHECK(offset_of(text, {4, 1}) == 12);
  CHECK(offset_of(text, {9, 1}) == text.size());
  CHECK(offset_of(text, {4, 90}) == text.size());
  CHECK(offset_of("", {0, 0}) == 0);
}

}  // namespace pidun
