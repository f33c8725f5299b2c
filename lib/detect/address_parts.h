// The parts that addresses are made of: regions, names of roads and places, numbers with their units.
// Example: in 文三路200号8楼 stand the road 文三路, the house 200号 and the floor 8楼.
// Tested through address_walk_test.cpp.
#pragma once

#include "detect/address_chars.h"
#include "detect/places.h"

namespace pidun {

enum class AddressPart : uint8_t {
  none,
  area,      // 六区, 二期, 3排: tells too little
  road,      // 路 街 巷 胡同
  place,     // 小区 大厦 花园 园区
  village,   // 村 社区
  town,      // 镇 乡 街道 that no table knows
  house,     // 号 弄 号院
  building,  // 栋 幢 座 号楼 单元
  room,      // 层 楼 室, and what a dash joins
  group,     // 组 队
  box        // 信箱
};

struct NamedPart {
  size_t end = 0;  // 0: none
  AddressPart part = AddressPart::none;
};

// A number: digits, numerals or letters with a unit, or digits alone. `joined` more follow behind dashes (3-2-1502).
struct NumberPart {
  size_t end = 0;  // 0: none
  AddressPart part = AddressPart::none;
  bool unit = false;
  uint8_t joined = 0;
};
NumberPart number_at(const AddressChars& text, size_t i);

// The mark of a road, place, village or town that stands at `i`: 大道, 小区.
NamedPart mark_at(const AddressChars& text, size_t i);

// Where no address goes on: 在, 的, 电话, 收件.
bool stops_at(const AddressChars& text, size_t i);

// Whether that is a word for what is told of somebody: 电话, 收件.
bool tells_of_person(const AddressChars& text, size_t i);

// The name of a region at `i`, unless it is the beginning of a road's: 山西 in 山西路.
Place region_at(const AddressChars& text, size_t i);

// 店, 公司, 学校: what a name may end in that stands behind a house number.
bool ends_tenant(const AddressChars& text, size_t end);

// Words that tell where something lies from the address: 旁边, 对面, 附近. Characters; 0 if there are none.
size_t beside_at(const AddressChars& text, size_t i);

}  // namespace pidun
