// The grammar of addresses: from a place in a text, how far one goes and what it holds; and where one begins that holds
// a given number. Regions, roads, places, numbers, buildings and rooms may come in any order and be left out.
// Example: of "我住在朝阳区建国路88号3-2-1502，谢谢" the address that holds 88 is 朝阳区建国路88号3-2-1502.
// Linear in AddressChars::kMost. Tested in tests/unit/detect/address_walk_test.cpp.
#pragma once

#include "detect/address_chars.h"
#include "detect/address_parts.h"
#include "detect/reading.h"

namespace pidun {

// What stands around an address, which tells how much of the words behind its last number belongs to it.
enum class AddressFrame : uint8_t {
  text,   // anything
  whole,  // it begins its cell or line, and the text ends with it
  cue     // a word that calls for an address stands before it
};

struct AddressWalk {
  size_t begin = 0, end = 0;  // characters; equal: nothing
  bool region = false;        // by its full name, or by one that lies in another
  bool short_region = false;
  bool nested = false;  // one region in another
  bool street = false;  // one of a street or town
  bool road = false, place = false, town = false;
  bool filler = false;    // other words before a number
  bool number = false;    // of a house or group, behind a name
  bool loose = false;     // of a house, behind other words
  bool building = false;  // 栋 幢 单元
  bool room = false;
  bool box = false;
  bool roads = false;   // more than one
  bool beside = false;  // it ends in words like 对面, 南侧

  bool any_number() const { return number || loose || building || room || box; }
  bool any_name() const { return road || place || town || street; }
};

AddressWalk walk_address(const AddressChars& text, size_t begin, AddressFrame frame);

// Where an address begins that holds the number at `number`, SIZE_MAX if that cannot be told.
size_t address_begin(const AddressChars& text, size_t number);

// Evidence that the walk is an address though no label says so; empty where it holds too little.
Evidence address_evidence(const AddressWalk& walk);

// Whether it is one behind a word or under a label that calls for an address: more than the name of a region.
bool says_where(const AddressWalk& walk);

}  // namespace pidun
