// See xmp_faces.h.
#include "unwrap/xmp_faces.h"

#include <algorithm>
#include <functional>

namespace pidun {
namespace {

constexpr size_t kLongestName = 256;

// The value of the attribute or element whose name ends at `at`: ="…", ='…' or >…<.
std::string_view value_at(std::string_view text, size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) ++at;
  char end = '<';
  if (at < text.size() && text[at] == '=') {
    at = text.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    end = text[at];
  } else if (at >= text.size() || text[at] != '>') {
    return {};
  }
  const std::string_view rest = text.substr(at + 1, kLongestName);
  const size_t length = rest.find(end);
  return length == std::string_view::npos ? std::string_view() : rest.substr(0, length);
}

template <class Function>
void each_value(std::string_view packet, std::string_view name, Function&& function) {
  for (size_t at = packet.find(name); at != std::string_view::npos; at = packet.find(name, at + 1))
    if (const std::string_view value = value_at(packet, at + name.size()); !value.empty()) function(value);
}

}  // namespace

void find_xmp_faces(std::string_view packet, XmpFaces& faces) {
  const auto face = [&](std::string_view value) { faces.any |= value == "Face"; };
  each_value(packet, "mwg-rs:Type", face);
  each_value(packet, "acdsee-rs:Type", face);
  each_value(packet, "MPReg:Rectangle", [&](std::string_view) { faces.any = true; });
  for (const std::string_view name : {"mwg-rs:Name", "MPReg:PersonDisplayName", "acdsee-rs:Name"}) {
    each_value(packet, name, [&](std::string_view value) {
      const uint64_t hash = std::hash<std::string_view>()(value);
      const bool known = std::find(faces.names.begin(), faces.names.end(), hash) != faces.names.end();
      if (!known && faces.names.size() < kMostRegionNames) faces.names.push_back(hash);
    });
  }
}

}  // namespace pidun
