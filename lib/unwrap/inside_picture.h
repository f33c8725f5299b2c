// Whether all of a stretch is the middle of a picture in base64 or hex, so that searching its characters as text is in
// vain: nothing but characters of the encoding, and no digits among them that a number might be made of.
// Tested in tests/unit/unwrap/inside_picture_test.cpp.
#pragma once

#include "unwrap/unwrapper.h"

namespace pidun {

// `state` is that in front of a segment that lies in `stretch`.
bool is_inside_picture(const UnwrapState& state, const Window& window, Span stretch);

}  // namespace pidun
