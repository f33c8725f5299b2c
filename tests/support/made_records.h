// Records made by hand for tests of the tally: what a record points to is kept beside it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace pidun::testing {

struct MadeRecord {
  Record record;
  std::vector<ContentPrint> contents;
  std::vector<LinkPrint> links;
  std::vector<Kind> kinds;

  // The record with its spans set; valid as long as this is.
  const Record& view() {
    record.contents = contents;
    record.links = links;
    record.kinds = kinds;
    return record;
  }
};

// A print of any text, as good as a keyed one.
inline Print print_of(std::string_view text) {
  Print print{0x243F6A8885A308D3u, 0x13198A2E03707344u};
  for (const char byte : text) {
    print.high = (print.high ^ static_cast<unsigned char>(byte)) * 0x9E3779B97F4A7C15u;
    print.low = (print.low + print.high) * 0xD6E8FEB86659FD93u;
    print.high ^= print.low >> 29;
  }
  print.high ^= print.high >> 32;
  print.high *= 0xD6E8FEB86659FD93u;
  return print;
}

}  // namespace pidun::testing
