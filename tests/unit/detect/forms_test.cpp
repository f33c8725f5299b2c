// The form language: what matches how far, and what is refused where.
#include "detect/forms.h"

#include <catch2/catch.hpp>
#include <string>

namespace pidun {
namespace {

Form form_of(const std::string& text) {
  FormError error;
  const auto form = Form::compile(text, error);
  INFO(text << ": " << error.reason << " at " << error.offset);
  REQUIRE(form.has_value());
  return *form;
}

}  // namespace

TEST_CASE("forms match as far as they can, and no further") {
  struct Case {
    const char* promise;
    const char* form;
    const char* text;
    size_t length;
  };
  const Case cases[] = {
      {"digits", "d3", "123", 3},
      {"more than the form", "d3", "12345", 3},
      {"fewer than the form", "d3", "12", 0},
      {"nothing", "d3", "", 0},
      {"a capital for itself", "Ed2", "E12", 3},
      {"another capital", "Ed2", "G12", 0},
      {"a class", "[EeGg]d2", "g12", 3},
      {"a class with ranges", "[A-HJ-NP-Z]d", "I1", 0},
      {"a dash at the end of a class", "[A-]2", "-A", 2},
      {"classes in a class", "[\\dX]3", "12X", 3},
      {"small letters", "l3", "abC", 0},
      {"capitals", "u2", "AB", 2},
      {"hex digits", "x4", "aF09", 4},
      {"letters and digits", "a3", "aZ9", 3},
      {"hanzi", "h2", "警察", 6},
      {"hanzi beyond the first plane", "h", "\xF0\xA0\xAE\xB7", 4},
      {"a hanzi for itself", "使d6", "使014578", 9},
      {"a class with hanzi", "[京沪]ud5", "沪A12345", 9},
      {"another hanzi", "[京沪]ud5", "川A12345", 0},
      {"a hanzi cut short", "[京沪]u", "\xE6\xB2", 0},
      {"from two to three, three", "d{2,3}X", "123X", 4},
      {"from two to three, two", "d{2,3}X", "12X", 3},
      {"from two to three, four", "d{2,3}X", "1234X", 0},
      {"exactly in braces", "d{2}", "12", 2},
      {"none or one, there", "A·?d", "A·1", 4},
      {"none or one, missing", "A·?d", "A1", 2},
      {"a group, there", "d4(-d2)?", "1234-56", 7},
      {"a group, missing", "d4(-d2)?", "1234", 4},
      {"a group, in part", "d4(-d2)?", "1234-5", 4},
      {"two groups, the second alone", "(\\+\\8\\6)?(-d)?E", "-1E", 3},
      {"brackets", "ud6\\([\\dA]\\)", "P103265(1)", 10},
      {"a small letter for itself", "\\e\\xd", "ex1", 3},
      {"quoted", "'t.me/'a2", "t.me/x1", 7},
      {"quoted, another", "'t.me/'a2", "txme/x1", 0},
      {"quoted in a group", "('https://')?'t.me/'a", "https://t.me/x", 14},
      {"an optional beginning", "(AB)?Cd", "C1", 2},
      {"64 characters", "x64", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", 64},
      {"everything may be missing but one", "A?B?C?d", "AC1", 3},
      {"ambiguous counts", "a{1,8}d2", "abc123", 6},
      {"NUL is no digit", "d2", "1\0", 0},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.form << " on " << c.text);
    const Form form = form_of(c.form);
    CHECK(form.match(c.text) == c.length);
    if (c.length != 0) CHECK(form.may_begin(static_cast<unsigned char>(c.text[0])));
  }
}

TEST_CASE("what is no form is refused at its place") {
  struct Case {
    const char* promise;
    const char* form;
    size_t offset;
  };
  const Case cases[] = {
      {"empty", "", 0},
      {"no such class", "dq", 1},
      {"a count without an atom", "8d", 0},
      {"two counts", "d8?", 2},
      {"a class not closed", "[A-Z", 4},
      {"an empty class", "[]", 1},
      {"negation", "[^A]", 1},
      {"a backward range", "[Z-A]", 4},
      {"a group not closed", "(d", 2},
      {"a group without '?'", "(d)d", 3},
      {"an empty group", "d()?", 3},
      {"nested groups", "(d(d)?)?", 2},
      {"a count not closed", "d{2", 3},
      {"a count of nothing", "d{}", 2},
      {"a backward count", "d{3,2}", 5},
      {"a count of none", "d0", 2},
      {"too long a count", "d65", 2},
      {"a backslash at the end", "d\\", 2},
      {"a quote not closed", "'abc", 4},
      {"an empty quote", "''", 2},
      {"a closing bracket", "d)", 1},
      {"not UTF-8", "\xff", 0},
  };
  for (const Case& c : cases) {
    FormError error{99, nullptr};
    INFO(c.promise << ": " << c.form);
    CHECK_FALSE(Form::compile(c.form, error).has_value());
    REQUIRE(error.reason != nullptr);
    INFO(error.reason);
    CHECK(error.offset == c.offset);
  }
  FormError error;
  CHECK_FALSE(Form::compile("d?", error).has_value());
  CHECK_FALSE(Form::compile("(ABC)?d{0,3}", error).has_value());
  CHECK_FALSE(Form::compile("d32d33", error).has_value());
  CHECK(Form::compile("d32d32", error).has_value());
}

TEST_CASE("only the bytes that can begin a match do") {
  const Form form = form_of("[京沪]?[A-C]d");
  for (int byte = 0; byte < 256; ++byte) {
    const bool wanted = (byte >= 'A' && byte <= 'C') || byte == 0xE4 || byte == 0xE6;
    CHECK(form.may_begin(static_cast<unsigned char>(byte)) == wanted);
  }
}

}  // namespace pidun
