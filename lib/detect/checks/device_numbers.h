// Numbers of devices: IMEI (3GPP TS 23.003: 15 digits, Luhn) and MAC addresses (IEEE 802, six pairs of hex digits).
// Tested in tests/unit/detect/checks/device_numbers_test.cpp.
#pragma once

#include <string_view>

namespace pidun {

// Fifteen digits that pass Luhn and begin with a reporting body that allots type codes: 35, 86, 01 …
bool imei_valid(std::string_view fifteen);

// Six pairs joined by one and the same ':' or '-', or twelve hex digits; of one device, so no broadcast, multicast or
// empty address.
bool mac_of_device(std::string_view text);

}  // namespace pidun
