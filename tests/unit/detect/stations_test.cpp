// Cells of mobile networks: a part of a name needs another, the whole name stands for itself.
#include "detect/stations.h"

#include <catch2/catch.hpp>

using namespace pidun;

TEST_CASE("a whole identity of a cell is told from numbers of anything", "[detect]") {
  for (const char* text : {"460-00-9365-40213", "460-01-9365-40213-1", "46000-9365-40213", "460-00-1A2B3C4",
                           "460:11:9365:A2B3", "460_00_9365_40213", "46000.9365.40213", "460/0/9365/40213",
                           "460009365A2B3", "4600012AB34C", "4602093654021"}) {
    CAPTURE(text);
    CHECK(is_station_identity(text));
  }
  for (const char* text :
       {"", "460", "460-00", "460-00-", "460-00-9365-", "461-00-9365-40213", "4605612345678", "460-00-936G-40213",
        "460-00-9365-40213-1-2", "460-0000-9365", "460009365", "460--9365-40213", "46000936540213999"}) {
    CAPTURE(text);
    CHECK_FALSE(is_station_identity(text));
  }
}

TEST_CASE("a part of such an identity is a number that says something", "[detect]") {
  for (const char* text : {"9365", "12A4", "0x12A4", "26984706"}) CHECK(is_station(text));
  for (const char* text : {"0", "-1", "65535", "268435455", "5", "pass", "460-00-9365-40213", "123456789012"}) {
    CAPTURE(text);
    CHECK_FALSE(is_station(text));
  }
}
