// SIMD: the characters of three bytes that a table lists, of any number, told some at a time by one look each.
// Example: with a table that lists 王 and 李, "见到王磊、李娜" gives 6 and 15.
// Tested in tests/unit/match/listed_hanzi_test.cpp on every target, byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace pidun {

// A filter is 1 in the slots of listed characters, by their three bytes, the first lowest, and 0 elsewhere; other
// characters of the same slot are listed too.
inline constexpr unsigned kFilterBits = 14;
inline constexpr uint32_t kFilterFactor = 0x9E3779B1u;
constexpr uint32_t filter_slot(uint32_t three_bytes) { return three_bytes * kFilterFactor >> (32 - kFilterBits); }

// The offsets of the listed characters that begin in [at, last) of `bytes`, ascending, in `memory`, which is kept
// between calls. A byte of 0xE0 to 0xEF begins a character wherever the one before ended.
std::span<const uint32_t> find_listed_hanzi(std::string_view bytes, size_t at, size_t last, const uint8_t* filter,
                                            std::vector<uint32_t>& memory);

}  // namespace pidun
