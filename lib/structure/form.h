// Form bodies as browsers send them: phone=13900001234&name=%E5%BC%A0. A line, most often the only one, is a row.
//
// - '&' and newlines part the fields. What stands before the first '=' of a field is its name, if it has 1 to kKeyMost
//   bytes; a field without a name is a value as it is. Values keep their escapes, and may have no bytes.
// Tested in tests/unit/structure/form_test.cpp.
#pragma once

#include "structure/forward.h"
#include "structure/pairs.h"
#include "structure/row_writer.h"

namespace pidun {

class FormReader final : public ForwardReader {
 public:
  std::unique_ptr<Reader> clone() const override { return std::make_unique<FormReader>(*this); }

 protected:
  void start(uint64_t first) override { begin_ = first; }
  void step(const Window& window, uint64_t from, uint64_t end, Events& events) override;
  void pause(const Window& window, uint64_t end, Events& events) override;
  void finish(const Window& window, uint64_t end, Events& events) override;

 private:
  void on_byte(const Window& window, uint64_t at, char c, Events& events);
  void end_field(uint64_t end, uint64_t next, Events& events);
  Event value(uint64_t end) const;

  bool named_ = false;  // the name of the field, or that it has none, is known
  uint64_t begin_ = 0;  // of the field, or of its value
  uint16_t name_back_ = 0;
  RowWriter row_;
};

}  // namespace pidun
