// What XML and HTML have in common: tags, attributes, texts, CDATA and comments, from bytes to pieces.
//
// - '<' begins markup before a letter, '_', ':', a byte of 0x80 and above, '/', '!' and '?'; otherwise it is text.
// - A text goes from its first byte that is no blank to the next markup, without kTrimMost blanks before that at most.
// - '<' inside of a tag, outside of its quotes, ends the tag and may begin the next.
// - A newline at least kQuotedMost bytes behind its opening ends a tag, a quoted attribute value, a comment, a CDATA
//   section, a declaration.
// Tested in tests/unit/structure/xml_test.cpp and html_test.cpp.
#pragma once

#include "structure/delimited.h"
#include "structure/fixed.h"
#include "structure/forward.h"

namespace pidun {

inline constexpr uint64_t kTagNameMost = 256;  // bytes; longer names are told apart no more

class MarkupReader : public ForwardReader {
 protected:
  void start(uint64_t) final {}
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) final;
  void pause(const Window& window, uint64_t end, Events& events) final;
  void finish(const Window& window, uint64_t end, Events& events) final;

  // A name in the input, of at most kTagNameMost bytes; a longer one has length 0.
  struct Name {
    uint64_t begin = 0;
    uint64_t length = 0;
    uint32_t table = 0;  // not 0: what it says stands elsewhere, see Event::table
    uint32_t column = 0;
  };
  // `lt` is where the tag's '<' stands; `end` is behind its name.
  virtual void on_start_tag(const Window& window, uint64_t lt, const Name& name, uint64_t end, Events& events) = 0;
  virtual void on_tag_end(uint64_t at, bool empty, Events& events) = 0;
  virtual void on_end_tag(const Window& window, uint64_t lt, const Name& name, Events& events) = 0;
  // Called before a piece gives its first event: a text or CDATA (is_text), an attribute value, a comment.
  // `next` is what follows a text, and `seen` how far reading had come when that was known. False keeps back a text of
  // which that is open: the question comes again.
  enum class Next : uint8_t { open, end_tag, other };
  virtual bool may_report(const Window& window, uint64_t begin, uint64_t seen, Next next, Events& events) = 0;
  // Where the piece under way ends, if it ends at `seen`.
  uint64_t piece_end(const Window& window, uint64_t seen) const;
  virtual Event text_event(const Window& window, uint64_t begin, uint64_t end) = 0;
  // The name that stands over the value of the attribute of this name.
  virtual Name attribute_name(const Window& window, const Name& name) = 0;
  virtual uint16_t depth() const = 0;
  // A text is complete; its event was given.
  virtual void on_text(const Window&, const Event&) {}
  virtual void on_attribute(const Window&, const Event&) {}
  virtual void on_end(uint64_t end, Events& events) = 0;

  static void put_name(Event& event, const Name& name);
  bool raw_ = false;  // only an end tag is markup: a script

 private:
  enum class State : uint8_t {
    text,
    less,  // behind '<'
    start_name,
    end_name,
    tag,        // between attributes
    attribute,  // its name
    equals,     // behind its name
    value,      // behind the '='
    quoted,
    bare,
    tag_rest,  // of an end tag
    bang,      // behind "<!"
    comment,
    cdata,
    closing,  // what may end a comment or CDATA section
    declaration
  };

  void on_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_less(const Window& window, uint64_t at, char c, Events& events);
  void on_name_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_tag_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_value_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_bang_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_section_byte(const Window& window, uint64_t at, char c, Events& events);
  void on_text_byte(const Window& window, uint64_t at, char c, Events& events);
  void end_tag_at(uint64_t at, bool empty, Events& events);
  void end_attribute(const Window& window, uint64_t end, Events& events);
  void end_section(const Window& window, uint64_t end, Events& events);
  void end_piece(const Window& window, uint64_t seen, Next next, Events& events);
  void put(Event event, Events& events);
  Event comment_event(uint64_t end) const;
  Event attribute_event(uint64_t end) const;
  Name name_from(const Window& window, uint64_t end) const;

  State state_ = State::text;
  bool has_piece_ = false;     // a text, from piece_begin_
  bool piece_closed_ = false;  // a CDATA section, to piece_end_
  bool slash_ = false;         // the byte before was '/'
  bool is_comment_ = false;    // closing: not a CDATA section
  char quote_ = '\0';
  uint8_t continued_ = 0;
  uint64_t piece_begin_ = 0;
  uint64_t piece_end_ = 0;
  uint64_t less_ = 0;     // '<' of the markup
  uint64_t begin_ = 0;    // of the name, the attribute value, the comment
  uint64_t mark_ = 0;     // closing: where that begins
  uint64_t matched_ = 0;  // of it, or of "<![CDATA["
  Name attribute_;
};

}  // namespace pidun
