// Markup once more: all pieces of text, tags, attributes and comments of a whole input, slow, for the readers of XML
// and HTML in structure_markup_reference.h. Written from the rules in markup.h, not from the fast reader.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "reference/structure_lines_reference.h"
#include "structure/markup.h"

namespace pidun::reference {

struct Piece {
  enum Kind { text, cdata, start, attribute, tag_end, end, cut_end, comment, other } kind;
  size_t at;  // where it is known that it comes
  size_t begin = 0, end_at = 0;
  size_t name = 0, name_end = 0;  // without what stands before a colon; empty if too long
  bool quoted = false;
  bool empty = false;  // tag_end: "/>"
};

class Pieces {
 public:
  Pieces(std::string_view in, size_t from, bool html) : in_(in), at_(from), html_(html) {}
  std::vector<Piece> read() {
    while (at_ < in_.size()) {
      const size_t markup = next_markup();
      text(markup);
      at_ = markup;
      if (at_ < in_.size()) mark();
    }
    return pieces_;
  }

 private:
  char at(size_t i) const { return i < in_.size() ? in_[i] : '\0'; }
  size_t next_markup() const {
    for (size_t i = at_; i + 1 < in_.size(); ++i) {
      if (in_[i] != '<') continue;
      const auto c = static_cast<unsigned char>(in_[i + 1]);
      const bool name = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
      if (c == '/' || (!raw_ && (name || c == '!' || c == '?'))) return i;
    }
    return in_.size();
  }
  void text(size_t stop) {
    size_t begin = at_;
    while (begin < stop && is_blank(in_[begin])) ++begin;
    size_t end = stop;
    while (end > begin && stop - end < kTrimMost && is_blank(in_[end - 1])) --end;
    if (end > begin) pieces_.push_back({Piece::text, begin, begin, end});
  }
  void mark() {
    const size_t lt = at_;
    const char c = at(lt + 1);
    if (in_.substr(lt).starts_with("<!--")) return section(lt, lt + 4, "-->", Piece::comment);
    if (in_.substr(lt).starts_with("<![CDATA[")) return section(lt, lt + 9, "]]>", Piece::cdata);
    if (c == '!' || c == '?') {
      pieces_.push_back({Piece::other, lt});
      for (at_ = lt + 2; at_ < in_.size(); ++at_)
        if (in_[at_] == '>' || (in_[at_] == '\n' && at_ - lt >= kQuotedMost)) break;
      at_ = std::min(in_.size(), at_ + 1);
      return;
    }
    tag(lt, c == '/');
  }
  void section(size_t lt, size_t begin, std::string_view close, Piece::Kind kind) {
    size_t end = begin;
    bool closed = false;
    for (; end < in_.size(); ++end) {
      closed = in_.substr(end).starts_with(close);
      if (closed || (in_[end] == '\n' && end - begin >= kQuotedMost)) break;
    }
    pieces_.push_back({kind, lt, begin, end});
    at_ = std::min(in_.size(), end + (closed ? 3 : 1));
  }
  bool any(size_t i, std::string_view set) const {
    return is_blank(in_[i]) || set.find(in_[i]) != std::string_view::npos;
  }
  void name(Piece& piece, size_t begin, size_t end) const {
    if (end - begin > kTagNameMost) return;
    const size_t colon = in_.substr(begin, end - begin).rfind(':');
    piece.name = colon == std::string_view::npos ? begin : begin + colon + 1;
    piece.name_end = end;
  }
  void tag(size_t lt, bool closing) {
    size_t i = lt + (closing ? 2 : 1);
    const size_t begin = i;
    while (i < in_.size() && !any(i, "></")) ++i;
    Piece piece{closing ? Piece::end : Piece::start, lt, i};
    name(piece, begin, i);
    at_ = i;
    if (i == in_.size()) {
      pieces_.push_back({closing ? Piece::cut_end : Piece::other, lt});
      return;
    }
    pieces_.push_back(piece);
    raw_ = false;
    if (!inside(lt, closing)) return;
    if (closing || !html_) return;
    std::string tag_name;
    for (size_t k = piece.name; k < piece.name_end; ++k) tag_name += static_cast<char>(in_[k] | 0x20);
    raw_ = tag_name == "script" || tag_name == "style";
  }
  // Says whether the tag ends before the input does.
  bool inside(size_t lt, bool closing) {
    bool slash = false;
    while (at_ < in_.size()) {
      const char c = in_[at_];
      if (c == '>' || c == '<' || (c == '\n' && at_ - lt >= kQuotedMost)) {
        if (!closing) pieces_.push_back({Piece::tag_end, at_, at_, at_ + 1, 0, 0, false, c == '>' && slash});
        at_ += c == '<' ? 0 : 1;
        return true;
      }
      slash = c == '/';
      if (closing || is_blank(c) || c == '/') {
        ++at_;
      } else {
        slash = false;
        attribute(lt);
      }
    }
    return false;
  }
  void attribute(size_t lt) {
    const size_t begin = at_;
    ++at_;
    while (at_ < in_.size() && !any(at_, "=></")) ++at_;
    Piece piece{Piece::attribute, at_};
    name(piece, begin, at_);
    size_t i = at_;
    while (i < in_.size() && is_blank(in_[i])) {
      if (in_[i] == '\n' && i - lt >= kQuotedMost) return;
      ++i;
    }
    if (at(i) != '=' || i >= in_.size()) return;
    at_ = i + 1;
    while (at_ < in_.size() && is_blank(in_[at_])) ++at_;
    if (at_ == in_.size()) return;
    piece.quoted = in_[at_] == '"' || in_[at_] == '\'';
    const char quote = in_[at_];
    piece.begin = at_ + (piece.quoted ? 1 : 0);
    for (at_ = piece.begin; at_ < in_.size(); ++at_) {
      if (piece.quoted ? in_[at_] == quote || (in_[at_] == '\n' && at_ - piece.begin >= kQuotedMost) : any(at_, "><"))
        break;
    }
    piece.end_at = at_;
    if (piece.quoted || piece.end_at > piece.begin) pieces_.push_back(piece);
    if (piece.quoted && at_ < in_.size()) ++at_;
  }

  std::string_view in_;
  size_t at_;
  bool html_, raw_ = false;
  std::vector<Piece> pieces_;
};

}  // namespace pidun::reference
