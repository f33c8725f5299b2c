// A layer was read while its text moved: base64 inside it, decoded by vectors close to the budget of the segment, asked
// for more room behind its bytes than had been set aside. Found by AddressSanitizer in the unwrapper's property test.
#include <catch2/catch.hpp>

#include "support/encodings.h"
#include "support/unwrapped_text.h"
#include "unwrap/unwrapper.h"

using namespace pidun;
using namespace pidun::testing;

TEST_CASE("unwrap: a layer stays in place while base64 in it is decoded close to the budget", "[regression]") {
  const std::string plain = base64_of("13900001234 13900005678");
  // The tab is escaped right before the base64, which is therefore decoded in the layer.
  const std::string value = "\\t" + plain;
  bool decoded = false;
  for (uint64_t bytes = plain.size() + 2; bytes <= 2 * plain.size() + 70; ++bytes) {
    UnwrapLimits limits;
    limits.segment_bytes = bytes;
    Unwrapped out;
    Unwrapper(limits).unwrap_value(value, 0, {}, out);
    CAPTURE(bytes);
    CHECK(out.text.capacity() <= bytes + 64);
    if (out.layers.size() < 2) continue;
    decoded = true;
    CHECK(layer_text(out, 1) == "13900001234 13900005678");
  }
  CHECK(decoded);
}
