#include "match/custom_expression.h"

#include <algorithm>
#include <bit>
#include <cstdio>

namespace pidun {
namespace {

using Kind = PatternNode::Kind;

constexpr uint32_t kHuge = 1u << 30;

uint32_t set_size(const CodePoints& set) {
  return set.back().last < 0x80 ? 1 : set.back().last - set.front().first < 64 ? 3 : 6;
}

uint32_t multiply(uint64_t a, uint64_t b) { return static_cast<uint32_t>(std::min<uint64_t>(a * b, kHuge)); }

std::string code_point(uint32_t value) {
  const bool plain = (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
  if (plain) return std::string(1, static_cast<char>(value));
  char text[16];
  std::snprintf(text, sizeof(text), "\\x{%x}", value);
  return text;
}

std::string set_text(const CodePoints& set) {
  if (set.size() == 1 && set[0].first == set[0].last) return code_point(set[0].first);
  if (set == CodePoints{{0, kLastCodePoint}}) return "(?s:.)";
  std::string text = "[";
  for (const auto range : set) {
    text += code_point(range.first);
    if (range.last != range.first) text += '-' + code_point(range.last);
  }
  return text + ']';
}

const char* assertion_text(Assertion assertion) {
  switch (assertion) {
    case Assertion::text_begin:
      return "\\A";
    case Assertion::text_end:
      return "\\z";
    case Assertion::line_begin:
      return "(?m:^)";
    case Assertion::line_end:
      return "(?m:$)";
    case Assertion::word_border:
    case Assertion::no_word_border:
      break;  // left to RE2: with them a database takes four times as long to compile and finds no sooner
  }
  return "";
}

std::string count_text(uint32_t least, uint32_t most) {
  if (least == 1 && most == 1) return {};
  if (least == 0 && most == 1) return "?";
  std::string text = "{" + std::to_string(least);
  if (most == PatternNode::kUnbounded) return text + ",}";
  if (most != least) text += ',' + std::to_string(most);
  return text + '}';
}

// A set is one item by itself; anything else is made one by a group.
std::string item_text(const PatternNode& node, const std::string& text) {
  return node.kind == Kind::set ? text : "(?:" + text + ')';
}

// Writes a node, or so much of its front as fits: then `whole` is false and nothing may be written behind it.
class Writer {
 public:
  Writer(uint32_t room, bool assertions) : room_(room), assertions_(assertions) {}

  std::string text;
  bool whole = true;

  void write(const PatternNode& node) {
    switch (node.kind) {
      case Kind::set:
        if (!spend(set_size(node.set))) return;
        text += set_text(node.set);
        return;
      case Kind::assertion:
        if (assertions_) text += assertion_text(node.assertion);
        return;
      case Kind::sequence:
        write_all(node.children, 0);
        return;
      case Kind::choice:
        write_choice(node);
        return;
      case Kind::repeat:
        write_repeat(node);
        return;
    }
  }

  void write_all(const std::vector<PatternNode>& nodes, size_t from) {
    for (size_t i = from; i < nodes.size() && whole; ++i) write(nodes[i]);
  }

 private:
  bool spend(uint32_t size) {
    whole = size <= room_;
    if (whole) room_ -= size;
    return whole;
  }

  void write_choice(const PatternNode& node) {
    const bool fits = expression_size(node) <= room_;
    const auto share = fits ? room_ : static_cast<uint32_t>(room_ / node.children.size());
    std::string all;
    bool all_whole = true;
    for (const auto& child : node.children) {
      Writer part(share, assertions_);
      part.write(child);
      all_whole = all_whole && part.whole;
      all += (all.empty() ? "(?:" : "|") + part.text;
    }
    text += all + ')';
    whole = all_whole;
    room_ -= std::min(room_, expression_size(node));
  }

  void write_repeat(const PatternNode& node) {
    const PatternNode& child = node.children[0];
    if (width_of(child).most == 0) return;  // only assertions: without them the text is wider
    const uint32_t size = std::max(expression_size(child), 1u);
    const uint32_t fits = room_ / size;
    const uint32_t most = node.most == PatternNode::kUnbounded ? node.least + 1 : node.most;
    Writer part(room_, assertions_);
    if (fits > 0 || node.least > 0) part.write(child);
    if (!part.whole) {
      if (node.least > 0) text += part.text;
      whole = false;
      return;
    }
    if (most <= fits) {
      room_ -= most * size;
      text += item_text(child, part.text) + count_text(node.least, node.most);
      return;
    }
    const uint32_t least = std::min(node.least, fits);
    if (least > 0) text += item_text(child, part.text) + count_text(least, least);
    whole = false;
  }

  uint32_t room_;
  bool assertions_;
};

// How rare a match of the node's front is, in bits, roughly.
uint32_t rarity(const PatternNode& node) {
  uint32_t bits = 0;
  uint64_t count = 0;
  switch (node.kind) {
    case Kind::assertion:
      return 0;
    case Kind::set:
      for (const auto range : node.set) count += range.last - range.first + 1;
      return count >= 0x10000 ? 0 : static_cast<uint32_t>(16 - std::bit_width(count - 1)) / 2;
    case Kind::sequence:
      for (const auto& child : node.children) bits = std::min(bits + rarity(child), kHuge);
      return bits;
    case Kind::choice:
      bits = kHuge;
      for (const auto& child : node.children) bits = std::min(bits, rarity(child));
      return bits;
    case Kind::repeat:
      return multiply(rarity(node.children[0]), node.least);
  }
  return bits;
}

uint32_t rarity_from(const std::vector<PatternNode>& nodes, size_t from, uint32_t room) {
  uint32_t bits = 0;
  for (size_t i = from; i < nodes.size(); ++i) {
    const uint32_t size = std::max(expression_size(nodes[i]), 1u);
    const uint64_t share = std::min(size, room);
    bits = std::min(bits + static_cast<uint32_t>(rarity(nodes[i]) * share / size), kHuge);
    if (size > room) break;
    room -= size;
  }
  return bits;
}

}  // namespace

uint32_t expression_size(const PatternNode& node) {
  uint64_t size = 0;
  switch (node.kind) {
    case Kind::assertion:
      return 0;
    case Kind::set:
      return set_size(node.set);
    case Kind::sequence:
    case Kind::choice:
      for (const auto& child : node.children) size += expression_size(child);
      return multiply(size, 1);
    case Kind::repeat:
      return multiply(expression_size(node.children[0]),
                      node.most == PatternNode::kUnbounded ? node.least + 1 : node.most);
  }
  return 0;
}

std::string prefilter_expression(const PatternNode& root, ExpressionLimits limits) {
  static const PatternNode nothing;
  size_t from = 0;
  if (root.kind == Kind::sequence && expression_size(root) > limits.size) {
    uint32_t best = 0;
    for (size_t i = 0; i < root.children.size(); ++i) {
      const uint32_t bits = rarity_from(root.children, i, limits.size);
      if (bits > best) {
        best = bits;
        from = i;
      }
    }
  }
  Writer writer(limits.size, limits.assertions);
  if (root.kind == Kind::sequence) {
    writer.write_all(root.children, from);
  } else {
    writer.write(root);
  }
  return writer.text;
}

}  // namespace pidun
