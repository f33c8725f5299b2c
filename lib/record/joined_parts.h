// Values that a document keeps in parts, of which a record holds one: family and given name of HL7 FHIR and CDA, and
// road and house number of an address. The part that comes last gives the whole; the others stand at most 512 bytes
// before it, which are known wherever a scan is cut.
// Example: {"family":"王","given":["伟"]} is the name 王伟,
// <streetName>建国路</streetName><houseNumber>88号</houseNumber> the address 建国路88号. A name that also stands there
// as `text` is told by that. Tested in tests/unit/record/joined_parts_test.cpp.
#pragma once

#include <string>

#include "rules/kinds.h"
#include "structure/structure.h"

namespace pidun {

struct JoinedValue {
  Kind kind = Kind::none;  // none: nothing ends here
  std::string text;        // to be wiped
};
// Whether the key may be that of a part: most are not.
bool may_be_part(std::string_view key);
// What ends with the value `events[i]`, which has a name beside it.
JoinedValue joined_at(const Window& window, const Events& events, size_t i);

}  // namespace pidun
