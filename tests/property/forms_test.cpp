// Forms against a matcher that tries every way a form can be read: the lengths agree, on any bytes.
#include "detect/forms.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "base/utf8.h"

namespace pidun {
namespace {

// The longest match of parts[part..] at `at`, counting `repeats` of parts[part] as done; -1 if there is none.
long longest(const std::vector<FormPart>& parts, size_t part, uint32_t repeats, const std::string& text, size_t at) {
  if (part == parts.size()) return static_cast<long>(at);
  long best = -1;
  const uint32_t group = parts[part].group;
  if (group != 0 && repeats == 0 && (part == 0 || parts[part - 1].group != group)) {
    size_t behind = part;
    while (behind < parts.size() && parts[behind].group == group) ++behind;
    best = longest(parts, behind, 0, text, at);
  }
  if (repeats >= parts[part].least) best = std::max(best, longest(parts, part + 1, 0, text, at));
  if (repeats < parts[part].most) {
    const CodePoint c = decode_utf8(std::string_view(text).substr(at));
    if (c.bytes != 0 && parts[part].set.has(c.value))
      best = std::max(best, longest(parts, part, repeats + 1, text, at + c.bytes));
  }
  return best;
}

int number_below(int limit) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, limit)); }

std::string made_form() {
  static const std::vector<std::string> kAtoms = {"d", "u",  "l", "x",   "a",    "h",
                                                  "A", "京", "-", "\\(", "[AB]", "[0-4x京-渝]"};
  static const std::vector<std::string> kCounts = {"", "", "", "?", "2", "{1,3}", "{0,2}"};
  std::string form;
  const int parts = number_below(6) + 1;
  for (int i = 0; i < parts; ++i) {
    std::string part = *rc::gen::elementOf(kAtoms) + *rc::gen::elementOf(kCounts);
    if (number_below(4) == 0) part = "(" + part + *rc::gen::elementOf(kAtoms) + ")?";
    form += part;
  }
  return form;
}

const std::vector<std::string> kPieces = {"1",  "7",  "A",  "B", "Z", "a",    "f", "z",
                                          "京", "渝", "警", "-", "(", "\x80", " "};

// Characters that the parts take, one after another; chance alone matches too seldom.
std::string fitting_text(const std::vector<FormPart>& parts) {
  std::string text;
  for (const FormPart& part : parts) {
    std::vector<std::string> taken;
    for (const std::string& piece : kPieces) {
      const CodePoint c = decode_utf8(piece);
      if (c.bytes != 0 && part.set.has(c.value)) taken.push_back(piece);
    }
    const auto count = part.least + static_cast<uint32_t>(number_below(static_cast<int>(part.most - part.least) + 1));
    for (uint32_t i = 0; i < count && !taken.empty(); ++i) text += *rc::gen::elementOf(taken);
  }
  return text;
}

std::string made_text() {
  std::string text;
  const int pieces = number_below(14);
  for (int i = 0; i < pieces; ++i) text += *rc::gen::elementOf(kPieces);
  return text;
}

}  // namespace

TEST_CASE("a form matches as far as the best of all ways to read it") {
  size_t matched = 0;
  const bool held = rc::check([&] {
    std::string form_text = made_form();
    FormError error;
    if (!Form::compile(form_text, error)) form_text += "d";  // it could be empty
    const auto parts = parse_form(form_text, error);
    RC_ASSERT(parts.has_value());
    const std::string text = number_below(2) == 0 ? fitting_text(*parts) + made_text() : made_text();
    const auto form = Form::build(*parts, error);
    RC_ASSERT(form.has_value());
    const long wanted = longest(*parts, 0, 0, text, 0);
    RC_LOG() << form_text << " on " << text;
    RC_ASSERT(form->match(text) == (wanted < 0 ? 0u : static_cast<size_t>(wanted)));
    if (wanted > 0) RC_ASSERT(form->may_begin(static_cast<unsigned char>(text[0])));
    if (wanted > 0) RC_ASSERT(form->beginnings().allow(text));
    matched += wanted > 0 ? 1u : 0u;
  });
  CHECK(held);
  CHECK(matched > 5);
}

TEST_CASE("forms that were joined match as far as the better of them") {
  size_t joined = 0;
  const bool held = rc::check([&] {
    FormError error;
    const std::string forms[] = {"u" + made_form(), "u" + made_form()};
    const auto first = Form::compile(forms[0], error), second = Form::compile(forms[1], error);
    if (!first || !second) return;
    Form both = *first;
    if (!both.join(*second)) return;
    ++joined;
    const auto parts = parse_form(forms[number_below(2)], error);
    const std::string text = fitting_text(*parts) + made_text();
    RC_LOG() << forms[0] << " and " << forms[1] << " on " << text;
    RC_ASSERT(both.match(text) == std::max(first->match(text), second->match(text)));
    RC_ASSERT(both.least_bytes() == std::min(first->least_bytes(), second->least_bytes()));
    RC_ASSERT(both.most_bytes() == std::max(first->most_bytes(), second->most_bytes()));
  });
  CHECK(held);
  CHECK(joined > 0);
}

TEST_CASE("any bytes as a form are compiled or refused within their length") {
  CHECK(rc::check([](const std::string& text) {
    FormError error;
    if (!Form::compile(text, error)) {
      RC_ASSERT(*error.reason != '\0');
      RC_ASSERT(error.offset <= text.size());
    }
  }));
}

}  // namespace pidun
