// Canaries of the users' patterns: texts made from each pattern, in which the fast matcher must find what RE2 finds.
#include <algorithm>

#include "match/custom_backends.h"

namespace pidun {
namespace {

using Kind = PatternNode::Kind;

void append_utf8(std::string& text, uint32_t value) {
  const uint32_t length = utf8_length(value);
  if (length == 1) {
    text += static_cast<char>(value);
    return;
  }
  const uint32_t lead = (0xF00u >> length) & 0xFF;
  text += static_cast<char>(lead | (value >> (6 * (length - 1))));
  for (uint32_t left = length - 1; left > 0; --left)
    text += static_cast<char>(0x80 | ((value >> (6 * (left - 1))) & 0x3F));
}

// Something the pattern matches, if its assertions agree. `turn` picks among the alternatives.
void append_example(const PatternNode& node, size_t turn, std::string& text) {
  switch (node.kind) {
    case Kind::assertion:
      return;
    case Kind::set: {
      const CodePointRange range = node.set[turn % node.set.size()];
      const bool surrogate = range.first >= 0xD800 && range.first <= 0xDFFF;
      append_utf8(text, surrogate ? 0xE000 : range.first);
      return;
    }
    case Kind::sequence:
      for (const auto& child : node.children) append_example(child, turn, text);
      return;
    case Kind::choice:
      append_example(node.children[turn % node.children.size()], turn, text);
      return;
    case Kind::repeat: {
      const uint32_t times = turn % 2 == 0 || node.most == PatternNode::kUnbounded ? node.least : node.most;
      for (uint32_t i = 0; i < times && text.size() < kWidestCustom; ++i)
        append_example(node.children[0], turn + i, text);
      return;
    }
  }
}

// Examples at several distances from the begin and from 64-byte blocks, glued to letters and to hanzi.
std::string canary_text(const PatternNode& root, size_t number) {
  std::string text;
  for (size_t turn = 0; turn < 4; ++turn) {
    text.append((number * 7 + turn * 31) % 67, turn % 2 == 0 ? ' ' : 'x');
    std::string example;
    append_example(root, turn, example);
    text += example;
    text += "号";
    text += example;
    text += turn % 2 == 0 ? "\n" : "";
  }
  return text;
}

}  // namespace

bool custom_canaries_pass(const std::vector<CustomRule>& rules, const CustomMatcher& fast) {
  const auto scratch = fast.make_scratch();
  if (!scratch) return false;
  std::vector<CustomHit> hits;
  for (uint32_t i = 0; i < rules.size(); ++i) {
    PatternNode root;
    parse_pattern(rules[i].source, false, root);
    const std::string text = canary_text(root, i);
    const RE2 oracle(rules[i].source, custom_regex_options());
    std::vector<Span> expected, got;
    find_in_region(oracle, text, {0, text.size()}, expected);
    hits.clear();
    fast.find(Window(text, 0), *scratch, hits);
    for (const auto& hit : hits)
      if (hit.pattern == i) got.push_back({hit.begin, hit.end});
    if (got != expected) return false;
  }
  return true;
}

}  // namespace pidun
