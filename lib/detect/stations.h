// What names a cell of a mobile network, by 3GPP TS 23.003: who is served by it is near it. Source of the country code:
// ITU-T E.212 (460: mainland China). Tested in tests/unit/detect/stations_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// LAC, TAC, cell: a number of up to 11 digits, or up to 7 hex digits; 0, 65535 and 268435455 say that none is known.
bool is_station(std::string_view text);

// All of it, CGI or ECGI: country, network, area and cell. 460-00-9365-40213, 46000-9365-40213, 460-00-1A2B3C4, or in
// one as 460009365A2B3.
bool is_station_identity(std::string_view text);

}  // namespace pidun
