// JSON: one document, several one after the other, or JSON Lines; whole, cut off or broken.
//
// Values are strings and scalars: everything else that is not blank, so numbers, true, false, null, and stray text up
// to the next quote, bracket, comma, colon, '|' or newline. What is not in order is still read:
// - A newline ends an open string.
// - A closing bracket closes what was left open inside it; one that nothing was opened for is skipped. The end of
//   the input closes all. A border that has no bracket of its own has begin == end.
// - JSON Lines: the input is that when its first newline (behind the first bracket) comes after the first document
//   was closed. From then on a line that begins with the same bracket as the first document closes all that was left
//   open, so a broken line does not spoil the next one.
// - In an object, what stands before the colon is a name and gives no event. A string there is a name if it is closed
//   at most kMaxNameBack bytes behind its first byte, a scalar if its colon comes that soon; else it is a value.
// - Brackets deeper than kMaxDepth are counted, but give no event; strings in there are values without names.
// Tested in tests/unit/structure/json_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/json_tokens.h"

namespace pidun {

class JsonReader final : public ForwardReader {
 public:
  bool too_deep() const override { return too_deep_; }
  std::unique_ptr<Reader> clone() const override { return std::make_unique<JsonReader>(*this); }

 protected:
  void start(uint64_t) override {}
  void step(const Window& window, uint64_t from, uint64_t end, std::vector<Event>& events) override;
  void pause(const Window& window, uint64_t end, std::vector<Event>& events) override;
  void finish(const Window& window, uint64_t end, std::vector<Event>& events) override;

 private:
  enum class Kind : uint8_t { root, object, array };
  enum class Open : uint8_t { none, string, scalar };
  enum class Lines : uint8_t { unknown, yes, no };
  // A container, and what stands around all of them.
  struct Level {
    uint64_t name = 0;  // offset of the name over the next value; 0 without one, as no name stands there
    uint32_t index = 0;
    uint16_t name_length = 0;
    Kind kind = Kind::root;
    bool at_name = false;  // of an object: the next string is a name
  };

  struct Stretch;
  void read_tokens(const Window& window, const Stretch& stretch, std::vector<Event>& events);
  size_t read_scalar(const Stretch& stretch, size_t place, std::vector<Event>& events);
  void read_byte(const Window& window, uint64_t at, std::vector<Event>& events);
  void at_bracket(const Window& window, char bracket, uint64_t at, std::vector<Event>& events);
  void at_comma();
  void on_newline();
  void begin_value(Open open, uint64_t begin);
  void end_string(uint64_t end, bool closed, std::vector<Event>& events);
  void end_scalar(uint64_t stop, bool colon, std::vector<Event>& events);
  void open_container(Kind kind, uint64_t at, std::vector<Event>& events);
  void close_container(Kind kind, uint64_t at, std::vector<Event>& events);
  void close_innermost(uint64_t begin, uint64_t end, std::vector<Event>& events);
  void close_all(uint64_t at, std::vector<Event>& events);
  void begin_document(const Window& window, char bracket, uint64_t at, std::vector<Event>& events);
  void set_name(uint64_t begin, uint64_t end);
  void emit(EventKind kind, uint64_t begin, uint64_t end, uint8_t flags, std::vector<Event>& events) const;
  void emit_value(uint64_t end, uint8_t more_flags, std::vector<Event>& events) const;

  Level& level() { return levels_.back(); }
  const Level& level() const { return levels_.back(); }
  size_t depth() const { return levels_.size() - 1; }

  std::vector<Level> levels_{1};  // the innermost last, at most kMaxDepth of containers; none is copied to and fro
  uint64_t deeper_ = 0;           // containers open beyond kMaxDepth
  uint32_t objects_ = 0;          // open ones, innermost included, beyond kMaxDepth excluded
  uint32_t arrays_ = 0;
  uint64_t begin_ = 0;      // of the open string or scalar
  uint64_t solid_end_ = 0;  // of the open scalar: behind its last byte that is not blank
  bool escape_ = false;     // an odd number of backslashes came last
  Open open_ = Open::none;
  bool as_name_ = false;     // the open string or scalar may become a name
  uint8_t value_flags_ = 0;  // of the open string or scalar
  Lines lines_ = Lines::unknown;
  char first_bracket_ = '\0';
  bool too_deep_ = false;
};

}  // namespace pidun
