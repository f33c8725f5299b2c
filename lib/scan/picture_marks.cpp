// See picture_marks.h.
#include "scan/picture_marks.h"

#include <cstdint>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "scan/picture_marks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pidun {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// The first place before `end` where two bytes stand that are told below; `end` if there is none. Reads one byte more.
size_t find_mark(const uint8_t* bytes, size_t from, size_t end) {
  const hn::ScalableTag<uint8_t> d;
  const size_t lanes = hn::Lanes(d);
  const auto pair = [&](auto first, auto second, uint8_t a, uint8_t b) {
    return hn::And(hn::Eq(first, hn::Set(d, a)), hn::Eq(second, hn::Set(d, b)));
  };
  size_t at = from;
  for (; at + lanes <= end; at += lanes) {
    const auto v = hn::LoadU(d, bytes + at), w = hn::LoadU(d, bytes + at + 1);
    const auto binary = hn::Or(hn::Or(pair(v, w, 0xFF, 0xD8), pair(v, w, 0xFF, 0x4F)),
                               hn::Or(pair(v, w, 0x89, 'P'), pair(v, w, 0x7F, 0x61)));
    const auto records = hn::Or(pair(v, w, 0xFA, 0x44), pair(v, w, 0x87, 0x02));
    const auto text = hn::Or(hn::Or(hn::Or(pair(v, w, 'R', 'I'), pair(v, w, 'F', 'A')), pair(v, w, 'G', 'I')),
                             hn::Or(hn::Or(pair(v, w, 'B', 'M'), pair(v, w, 'f', 't')), pair(v, w, 'j', 'P')));
    const intptr_t first = hn::FindFirstTrue(d, hn::Or(hn::Or(binary, records), text));
    if (first >= 0) return at + static_cast<size_t>(first);
  }
  for (; at < end; ++at) {
    const uint8_t a = bytes[at], b = bytes[at + 1];
    if ((a == 0xFF && (b == 0xD8 || b == 0x4F)) || (a == 0x89 && b == 'P') || ((a == 'R' || a == 'G') && b == 'I') ||
        (a == 0x7F && b == 0x61) || (a == 0xFA && b == 0x44) || (a == 0x87 && b == 0x02) || (a == 'F' && b == 'A') ||
        (a == 'B' && b == 'M') || (a == 'f' && b == 't') || (a == 'j' && b == 'P'))
      return at;
  }
  return end;
}

}  // namespace HWY_NAMESPACE
}  // namespace pidun
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pidun {

HWY_EXPORT(find_mark);

size_t find_picture_mark(std::string_view bytes, size_t from) {
  if (bytes.size() < 2 || from >= bytes.size() - 1) return bytes.size();
  const auto* const data = reinterpret_cast<const uint8_t*>(bytes.data());
  const size_t end = bytes.size() - 1;
  const auto find = [](const uint8_t* all, size_t first, size_t behind) {
    return HWY_DYNAMIC_DISPATCH(find_mark)(all, first, behind);
  };
  for (size_t at = find(data, from, end); at < end; at = find(data, at + 1, end)) {
    // ftyp and jP stand behind the size of their box, FA 44 of ArcSoft behind 00 80.
    const size_t back = data[at] == 'f' || data[at] == 'j' ? 4 : data[at] == 0xFA ? 2 : 0;
    if (at >= from + back) return at - back;
  }
  return bytes.size();
}

}  // namespace pidun
#endif  // HWY_ONCE
