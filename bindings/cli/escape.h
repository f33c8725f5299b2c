// Foreign bytes made safe to print: for a terminal (no control bytes) and for JSON (always valid UTF-8).
#pragma once

#include <string>
#include <string_view>

namespace pidun::cli {

// Control bytes as \xNN and \n, all else as it is: a file name cannot drive the terminal or fake a line.
std::string printable(std::string_view bytes);

// A JSON string with its quotes; invalid UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view bytes);
std::string json_string(std::string_view bytes);

std::string readable_bytes(double bytes);  // "1.5 MiB"

}  // namespace pidun::cli
