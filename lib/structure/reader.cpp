// Which reader serves which format.
// Tested in tests/unit/structure/.
#include "structure/delimited.h"
#include "structure/json.h"
#include "structure/lines.h"

namespace pidun {

std::unique_ptr<Reader> make_reader(const Layout& layout) {
  switch (layout.format) {
    case Format::delimited:
      return std::make_unique<DelimitedReader>(layout.delimiter, layout.has_header);
    case Format::json:
      return std::make_unique<JsonReader>();
    case Format::lines:
      break;
  }
  return std::make_unique<LineReader>();
}

}  // namespace pidun
