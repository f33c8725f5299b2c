// Which reader serves which format.
// Tested in tests/unit/structure/.
#include "structure/chat.h"
#include "structure/dashed.h"
#include "structure/delimited.h"
#include "structure/fixed.h"
#include "structure/form.h"
#include "structure/hl7.h"
#include "structure/html.h"
#include "structure/json.h"
#include "structure/lines.h"
#include "structure/multipart.h"
#include "structure/pairs.h"
#include "structure/sql.h"
#include "structure/xml.h"

namespace pidun {

std::unique_ptr<Reader> make_reader(const Layout& layout) {
  switch (layout.format) {
    case Format::delimited:
      return std::make_unique<DelimitedReader>(layout.delimiter, layout.has_header);
    case Format::json:
      return std::make_unique<JsonReader>();
    case Format::pairs:
      return std::make_unique<PairReader>();
    case Format::form:
      return std::make_unique<FormReader>();
    case Format::multipart:
      if (layout.boundary.empty()) break;  // no part would ever end
      return std::make_unique<MultipartReader>(layout.boundary);
    case Format::dashed:
      return std::make_unique<DashedReader>(layout.has_header);
    case Format::fixed:
      return std::make_unique<FixedReader>(layout.starts, layout.header_lines);
    case Format::chat:
      return std::make_unique<ChatReader>();
    case Format::hl7:
      return std::make_unique<Hl7Reader>();
    case Format::sql:
      return std::make_unique<SqlReader>(layout.backslash_escapes);
    case Format::xml:
      return std::make_unique<XmlReader>();
    case Format::html:
      return std::make_unique<HtmlReader>();
    case Format::lines:
      break;
  }
  return std::make_unique<LineReader>();
}

}  // namespace pidun
