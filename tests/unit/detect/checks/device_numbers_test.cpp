#include "detect/checks/device_numbers.h"

#include <catch2/catch.hpp>

namespace pidun {

TEST_CASE("IMEIs and their near misses") {
  struct Case {
    const char* promise;
    const char* value;
    bool valid;
  };
  const Case cases[] = {
      {"the example of the standard", "490154203237518", true},
      {"a Chinese type code", "860000000000000", false},
      {"a Chinese type code with its check digit", "860000000000009", true},
      {"wrong check digit", "490154203237517", false},
      {"a body that never was", "200000000000002", false},
      {"fourteen digits", "49015420323751", false},
      {"sixteen digits", "4901542032375180", false},
      {"a letter", "49015420323751A", false},
      {"empty", "", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(imei_valid(c.value) == c.valid);
  }
}

TEST_CASE("MAC addresses of devices, and what is none") {
  struct Case {
    const char* promise;
    const char* value;
    bool device;
  };
  const Case cases[] = {
      {"colons", "3c:52:82:1a:0b:9f", true},
      {"capitals and dashes", "3C-52-82-1A-0B-9F", true},
      {"digits alone with colons", "00:11:22:33:44:55", true},
      {"bare", "3c52821a0b9f", true},
      {"bare digits", "345282120991", true},
      {"mixed separators", "3c:52:82-1a:0b:9f", false},
      {"another separator", "3c.52.82.1a.0b.9f", false},
      {"no hex digit", "3c:52:82:1a:0b:9g", false},
      {"five pairs", "3c:52:82:1a:0b", false},
      {"seven pairs", "3c:52:82:1a:0b:9f:00", false},
      {"a single digit", "3c:52:82:1a:0b:9", false},
      {"empty address", "00:00:00:00:00:00", false},
      {"broadcast", "ff:ff:ff:ff:ff:ff", false},
      {"multicast", "01:00:5e:00:00:fb", false},
      {"nothing", "", false},
  };
  for (const Case& c : cases) {
    INFO(c.promise << ": " << c.value);
    CHECK(mac_of_device(c.value) == c.device);
  }
}

}  // namespace pidun
