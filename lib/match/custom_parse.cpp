// Reads RE2's syntax. Everything that RE2 would refuse has been refused before.
#include <algorithm>
#include <optional>
#include <string>

#include "match/custom_tree.h"
#include "match/pattern_reader.h"

namespace pidun {
namespace {

using Kind = PatternNode::Kind;

struct Flags {
  bool folded = false, dot_is_all = false, lines = false;
};

class Parser {
 public:
  Parser(std::string_view pattern, bool caseless) : in_(pattern) { flags_.folded = caseless; }

  PatternNode parse() { return choice(); }
  bool whole_characters() const { return whole_characters_; }

 private:
  PatternNode choice() {
    const Flags before = flags_;  // flags set inside a group end with it, but go on over '|'
    PatternNode node;
    node.kind = Kind::choice;
    node.children.push_back(sequence());
    while (in_.take('|')) node.children.push_back(sequence());
    flags_ = before;
    return node.children.size() == 1 ? std::move(node.children[0]) : std::move(node);
  }

  PatternNode sequence() {
    PatternNode node;
    while (!in_.done() && in_.peek() != '|' && in_.peek() != ')') {
      if (in_.take("\\Q")) {
        quoted(node);
      } else if (in_.take("(?") && inline_flags()) {
        continue;
      } else {
        node.children.push_back(piece());
        repeats(node);
      }
    }
    return node;
  }

  void quoted(PatternNode& node) {
    while (!in_.done() && !in_.take("\\E")) node.children.push_back(one(in_.next()));
    repeats(node);
  }

  // After "(?": true when it was flags alone, "(?i)"; otherwise the group's body follows and piece() reads it.
  bool inline_flags() {
    group_flags_ = flags_;
    group_open_ = true;
    if (in_.take("P<") || in_.take("<")) {
      in_.skip_past('>');
      return false;
    }
    bool on = true;
    for (;;) {
      const uint32_t letter = in_.next();
      if (letter == ':') return false;
      if (letter == ')' || in_.done()) break;
      if (letter == '-') on = false;
      if (letter == 'i') group_flags_.folded = on;
      if (letter == 's') group_flags_.dot_is_all = on;
      if (letter == 'm') group_flags_.lines = on;
    }
    flags_ = group_flags_;
    group_open_ = false;
    return true;
  }

  PatternNode piece() {
    if (group_open_) {
      group_open_ = false;
      return group(group_flags_);
    }
    if (in_.take('(')) return group(flags_);
    if (in_.take('[')) return set(in_.bracket_class(flags_.folded));
    if (in_.take('.')) return any(flags_.dot_is_all);
    if (in_.take('^')) return assertion(flags_.lines ? Assertion::line_begin : Assertion::text_begin);
    if (in_.take('$')) return assertion(flags_.lines ? Assertion::line_end : Assertion::text_end);
    if (in_.peek() == '\\') return escape();
    return one(in_.next());
  }

  PatternNode group(Flags inside) {
    const Flags outside = flags_;
    flags_ = inside;
    PatternNode node = choice();
    in_.take(')');
    flags_ = outside;
    return node;
  }

  PatternNode escape() {
    if (in_.take("\\A")) return assertion(Assertion::text_begin);
    if (in_.take("\\z")) return assertion(Assertion::text_end);
    if (in_.take("\\b")) return assertion(Assertion::word_border);
    if (in_.take("\\B")) return assertion(Assertion::no_word_border);
    if (in_.take("\\C")) {
      whole_characters_ = false;
      return any(true);
    }
    if (const auto named = in_.escaped_class(flags_.folded)) return set(*named);
    return one(in_.escaped_code_point());
  }

  // Every repeat that follows applies to the last node.
  void repeats(PatternNode& sequence) {
    while (const auto bounds = in_.repeat()) {
      if (sequence.children.empty()) return;
      PatternNode node;
      node.kind = Kind::repeat;
      node.least = bounds->first;
      node.most = bounds->second;
      node.children.push_back(std::move(sequence.children.back()));
      sequence.children.back() = std::move(node);
    }
  }

  PatternNode one(uint32_t code_point) const {
    CodePointBounds bounds;
    if (flags_.folded) {
      bounds.add_folded(code_point, code_point);
    } else {
      bounds.add(code_point, code_point);
    }
    return set(bounds);
  }

  static PatternNode any(bool newline_too) {
    CodePointBounds bounds;
    bounds.add(0, newline_too ? kLastCodePoint : '\n' - 1);
    bounds.add('\n' + 1, kLastCodePoint);
    return set(bounds);
  }

  static PatternNode set(const CodePointBounds& bounds) {
    PatternNode node;
    node.kind = Kind::set;
    node.set = normalised(bounds.perhaps);
    if (node.set.empty()) node.set = {{0, kLastCodePoint}};  // RE2 has classes that match nothing: more is allowed here
    return node;
  }

  static PatternNode assertion(Assertion what) {
    PatternNode node;
    node.kind = Kind::assertion;
    node.assertion = what;
    return node;
  }

  PatternReader in_;
  Flags flags_, group_flags_;
  bool group_open_ = false;
  bool whole_characters_ = true;
};

uint32_t times(uint32_t width, uint32_t count) {
  if (width == 0 || count == 0) return 0;
  return static_cast<uint32_t>(std::min<uint64_t>(uint64_t{width} * count, Width::kEndless));
}

uint32_t plus(uint32_t a, uint32_t b) { return std::min(a + b, Width::kEndless); }

}  // namespace

bool parse_pattern(std::string_view pattern, bool caseless, PatternNode& root) {
  Parser parser(pattern, caseless);
  root = parser.parse();
  return parser.whole_characters();
}

Width width_of(const PatternNode& node) {
  Width width;
  switch (node.kind) {
    case Kind::set:
      return {utf8_length(node.set.front().first), utf8_length(node.set.back().last)};
    case Kind::assertion:
      return {0, 0};
    case Kind::repeat:
      width = width_of(node.children[0]);
      return {times(width.least, node.least), times(width.most, node.most)};
    case Kind::sequence:
      for (const auto& child : node.children) {
        const Width more = width_of(child);
        width = {plus(width.least, more.least), plus(width.most, more.most)};
      }
      return width;
    case Kind::choice:
      width = {Width::kEndless, 0};
      for (const auto& child : node.children) {
        const Width other = width_of(child);
        width = {std::min(width.least, other.least), std::max(width.most, other.most)};
      }
      return width;
  }
  return width;
}

}  // namespace pidun
