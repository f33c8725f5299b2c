// Addresses in running text, right behind a word that tells of one: how much of the text is one.
// Example: address_length("杭州市西湖区文三路200号，请查收") ends behind 号. An address without such a word before it
// is not looked for. Tested in tests/unit/detect/address_text_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pidun {

// 0 if the text does not begin with an address down to a road with a number, a house or a village.
size_t address_length(std::string_view text);

// Whether all of the text says where: a road, a house, a place of some order, or regions one in another; more than the
// name of one region.
bool is_address(std::string_view text);

// The same of a text that is made of plain hanzi and ASCII digits alone, six hanzi at least, told from its end: false
// says nothing.
bool ends_as_address(std::string_view text);

}  // namespace pidun
