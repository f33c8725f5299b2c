// The key of fingerprints: 16 bytes in a file of their own that nobody else may read, raw or as 32 hexadecimal digits.
// Tested by tests/cli/cases_marks.py.
#pragma once

#include <array>
#include <string>

namespace pidun::cli {

using Key = std::array<unsigned char, 16>;

// Both throw std::runtime_error with the file's name and the reason, never with what it holds.
Key read_key_file(const std::string& path);
// Makes a new key of the system's random bytes; a file that is there already is left alone.
void write_new_key_file(const std::string& path);

std::string read_text_file(const std::string& path);  // the same errors

}  // namespace pidun::cli
