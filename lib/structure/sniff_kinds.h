// Whether a preamble is of a format that its own words give away. Each rule is strict: what is not sure stays lines.
// Tested in tests/unit/structure/sniff_formats_test.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "structure/structure.h"

namespace pidun {

// The lines that are not blank, without returns; the one that the end of the preamble cuts off only if it is the first.
std::vector<std::string_view> preamble_lines(std::string_view preamble);

// Behind blanks: '<'. HTML: <!DOCTYPE html>, or a tag of HTML first. XML: a declaration, or a first
// element that is closed, or has another inside, within the preamble.
std::optional<Format> find_markup(std::string_view preamble);

// MSH, FHS or BHS, a separator and three others, perhaps behind the frame byte 0x0B.
bool looks_like_hl7(std::string_view preamble);

// The first line is two hyphens and a boundary of 1 to 70 of its characters; the second Content-Disposition: form-data.
// Gives the boundary with its hyphens; empty if not.
std::string_view find_boundary(std::string_view preamble);

// Behind comments and blanks: a statement begins, and one in the preamble is INSERT INTO, REPLACE INTO, CREATE TABLE,
// COPY … FROM stdin, UPDATE … SET, DELETE FROM, ALTER TABLE; or two lines in three are tuples, with a comma or
// semicolon behind all but the last.
bool looks_like_sql(std::string_view preamble);
// False if the preamble speaks of PostgreSQL or SQL Server: a backslash is a byte like others there.
bool sql_backslash_escapes(std::string_view preamble);

// Nine lines in ten have two pairs or more, and of all words two in three are pairs.
bool looks_like_pairs(const std::vector<std::string_view>& lines);
// Each line is fields of letters, digits and "_-.%+[]" with '=', parted by '&', two or more, without blanks.
bool looks_like_form(const std::vector<std::string_view>& lines);
// Nine lines in ten have the same number of "----", and bytes before the first; one line needs two.
bool looks_dashed(const std::vector<std::string_view>& lines);
// Two or more lines begin messages of senders with hanzi or accounts: with the text behind, four lines in five; with
// lines of text between, one line in four, and few follow each other. Levels of logs are no senders.
bool looks_like_chat(const std::vector<std::string_view>& lines);
// Where columns begin: below a ruler of hyphens, or behind two blanks or more that all of four lines or more have in
// the same places, with something behind them in four lines of five, three columns at least.
Layout find_fixed(std::string_view preamble, const std::vector<std::string_view>& lines);

}  // namespace pidun
