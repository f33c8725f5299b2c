#include "unwrap/spelt_name.h"

#include "unwrap/decoders.h"

namespace pidun {

std::string spelt_name(std::string_view name) {
  constexpr size_t kLongest = 768;  // bytes: 128 hanzi as escapes of six
  if (!may_be_spelt(name)) return std::string(name);
  name = name.substr(0, kLongest);
  std::string plain;
  OffsetMap map;
  BackslashTraits traits;
  if (name.find('\\') != std::string_view::npos) {
    decode_backslashes(name, 0, plain, map, traits);
    return plain;
  }
  if (name.find('%') != std::string_view::npos)
    decode_percent(name, 0, true, plain, map);
  else
    decode_entities(name, 0, plain, map);
  return plain;
}

}  // namespace pidun
