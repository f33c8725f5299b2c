// What a run of base64 or hex digits is before any of it is decoded: a number, a digest, a path with parts, text.
// Tested in tests/unit/unwrap/run_pieces_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "unwrap/runs.h"

namespace pidun {

// A few bytes are text by chance.
inline constexpr size_t kChance = 64;

// The first text that a long piece holds: one may begin with bytes of another kind. `cut` and `gb18030` as for
// base64_form().
TextForm form_within(std::string_view text, Block block, bool hex, bool cut, bool gb18030 = true);

// Where the first group of a run lies that equals signs fill up, counted from its begin; kUnpadded if none do.
inline constexpr size_t kUnpadded = 4;
size_t padded_skip(std::string_view text, const Block& block);

// A sign of base64 that parts paths and longer names too: + / - _
constexpr bool part_mark(char c) { return c == '+' || c == '/' || c == '-' || c == '_'; }
// Whether a run of base64 characters may have such signs, and beside them a part of kShortestBase64 or more.
bool may_have_parts(std::string_view run);

// Base64 of text has a letter in nearly every group of four: an ID number with its X is none.
bool mostly_digits(std::string_view run);
// 0xFFD8…: all hex digits, which is no chance in base64. The run of hex digits is read by itself.
bool is_hex_literal(std::string_view text, const Block& block);

}  // namespace pidun
