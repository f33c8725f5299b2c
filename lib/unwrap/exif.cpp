// See exif.h.
#include "unwrap/exif.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace pidun {
namespace {

class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}
  bool valid() const { return (bytes_.starts_with("II") || bytes_.starts_with("MM")) && number(2, 2) == 42; }
  // 0 past the end.
  uint32_t number(size_t at, size_t count) const {
    if (at > bytes_.size() || count > bytes_.size() - at) return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < count; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[big_ ? at + i : at + count - 1 - i]);
    return value;
  }
  size_t size() const { return bytes_.size(); }
  char byte(size_t at) const { return at < bytes_.size() ? bytes_[at] : '\0'; }

 private:
  std::string_view bytes_;
  bool big_;
};

struct Entry {
  uint32_t tag, type, count;
  size_t at;  // of its value, or of where that is
};

template <class Function>
void each_entry(const Tiff& tiff, size_t directory, Function&& function) {
  constexpr uint32_t kMost = 512;
  constexpr size_t kSize = 12;
  if (directory < 8) return;
  const uint32_t count = std::min(tiff.number(directory, 2), kMost);
  for (uint32_t i = 0; i < count; ++i) {
    const size_t at = directory + 2 + kSize * i;
    if (at + kSize > tiff.size()) return;
    function(Entry{tiff.number(at, 2), tiff.number(at + 2, 2), tiff.number(at + 4, 4), at + 8});
  }
}

// Degrees of up to three rationals; negative if there are none.
struct Angle {
  Span bytes;
  double degrees = -1;
};
Angle read_angle(const Tiff& tiff, const Entry& entry) {
  constexpr uint32_t kRational = 5;
  if (entry.type != kRational || entry.count == 0 || entry.count > 3) return {};
  const size_t at = tiff.number(entry.at, 4), size = size_t{8} * entry.count;
  if (at < 8 || at > tiff.size() || size > tiff.size() - at) return {};
  double degrees = 0, unit = 1;
  for (size_t i = 0; i < entry.count; ++i, unit *= 60) {
    const double above = tiff.number(at + 8 * i, 4), below = tiff.number(at + 8 * i + 4, 4);
    if (below != 0) degrees += above / below / unit;
    if (below == 0 && above != 0) return {};
  }
  return {{at, at + size}, degrees};
}

void read_position(const Tiff& tiff, size_t directory, ExifFacts& facts) {
  Angle latitude, longitude;
  bool south = false, west = false;
  each_entry(tiff, directory, [&](const Entry& entry) {
    if (entry.tag == 1) south = tiff.byte(entry.at) == 'S';
    if (entry.tag == 2) latitude = read_angle(tiff, entry);
    if (entry.tag == 3) west = tiff.byte(entry.at) == 'W';
    if (entry.tag == 4) longitude = read_angle(tiff, entry);
  });
  if (latitude.degrees < 0 || latitude.degrees > 90 || longitude.degrees < 0 || longitude.degrees > 180) return;
  if (latitude.degrees == 0 && longitude.degrees == 0) return;  // as devices write that do not know
  constexpr size_t kNear = 256;
  facts.has_position = true;
  facts.position = {std::min(latitude.bytes.begin, longitude.bytes.begin),
                    std::max(latitude.bytes.end, longitude.bytes.end)};
  if (facts.position.size() > kNear) facts.position = latitude.bytes;
  facts.latitude = south ? -latitude.degrees : latitude.degrees;
  facts.longitude = west ? -longitude.degrees : longitude.degrees;
}

// Where the text of the entry stands: in its head if it is short, else where that says; empty if it is not there.
Span text_of(const Tiff& tiff, const Entry& entry) {
  constexpr uint32_t kShort = 4, kMost = 64;
  const size_t at = entry.count <= kShort ? entry.at : tiff.number(entry.at, 4);
  const size_t size = std::min(entry.count, kMost);
  if (at < 8 || at > tiff.size() || size > tiff.size() - at) return {};
  return {at, at + size};
}

}  // namespace

ExifFacts read_exif(std::string_view bytes) {
  constexpr uint32_t kMake = 0x010F, kModel = 0x0110, kExif = 0x8769, kGps = 0x8825, kOriginalTime = 0x9003;
  const Tiff tiff(bytes);
  ExifFacts facts;
  if (!tiff.valid()) return facts;
  size_t exif = 0, gps = 0;
  const auto note_camera = [&](const Entry& entry) {
    if (entry.count <= 1) return;
    facts.camera = true;
    if (facts.camera_sign.size() == 0) facts.camera_sign = text_of(tiff, entry);
  };
  each_entry(tiff, tiff.number(4, 4), [&](const Entry& entry) {
    if (entry.tag == kMake || entry.tag == kModel) note_camera(entry);
    if (entry.tag == kExif) exif = tiff.number(entry.at, 4);
    if (entry.tag == kGps) gps = tiff.number(entry.at, 4);
  });
  each_entry(tiff, exif, [&](const Entry& entry) {
    if (entry.tag == kOriginalTime) note_camera(entry);
  });
  if (gps != 0) read_position(tiff, gps, facts);
  return facts;
}

PositionText position_text(double latitude, double longitude) {
  constexpr std::string_view kLabel = "GPS: ";
  std::array<char, 48> value{};
  const int size = std::snprintf(value.data(), value.size(), "%.6f,%.6f", latitude, longitude);
  return {std::string(kLabel) + std::string(value.data(), static_cast<size_t>(size)), kLabel.size()};
}

PositionText camera_text() {
  constexpr std::string_view kLabel = "camera_image: ";
  return {std::string(kLabel) + "DCIM/IMG_0000.JPG", kLabel.size()};
}

}  // namespace pidun
